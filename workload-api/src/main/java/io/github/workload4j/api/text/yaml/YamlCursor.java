package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.DocumentCursor;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.Interner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the YAML that {@code kubectl} prints and people write, straight from its bytes: block maps and
 * sequences, scalars of one line, literal blocks, empty maps, sequences of scalars in brackets, comments.
 *
 * <p>Takes only what SnakeYAML takes, and takes it for the same. Declines all else and leaves it to {@link
 * SnakeYamlCursor}.
 */
public final class YamlCursor extends YamlWords implements DocumentCursor {

    private final int deepest;
    private int[] indents = new int[32];
    private boolean[] objects = new boolean[32];
    private int depth;

    /** Whether the next field or item is the first of its object or list, and this stands at it. */
    private boolean fresh;

    /** Whether the object or list at which this stands has nothing in it. */
    private boolean empty;

    /** Whether this is in a list in brackets, which holds scalars only and is on one line. */
    private boolean inBrackets;

    private Kind kind = Kind.NULL;
    private String text = "";

    /** How the scalar is written that is no text. */
    private String raw = "";

    private long place;
    private long namePlace;

    /** What comes next, as it was marked. */
    private long marked;

    private int markedLine;
    private int markedDepth;
    private boolean markedFresh;

    public YamlCursor(Chunk chunk, int deepest, Interner interner) {
        super(chunk, interner);
        this.deepest = deepest;
    }

    /** An empty document is declined. */
    @Override
    public boolean next() {
        if (indent == NONE) {
            throw Declined.DECLINED;
        }
        block();
        if (kind != Kind.OBJECT) {
            throw Declined.DECLINED;
        }
        return true;
    }

    @Override
    public void end() {
        if (indent != NONE) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String raw() {
        return kind == Kind.TEXT ? text : raw;
    }

    @Override
    public void begin() {
        // The first field or item is next.
    }

    private void open(Kind opened, int column) {
        if (depth == deepest) {
            throw Declined.DECLINED;
        }
        if (depth == indents.length) {
            indents = Arrays.copyOf(indents, 2 * depth);
            objects = Arrays.copyOf(objects, 2 * depth);
        }
        indents[depth] = column;
        objects[depth++] = opened == Kind.OBJECT;
        kind = opened;
        fresh = true;
        empty = false;
    }

    private int around() {
        return depth == 0 ? NONE : indents[depth - 1];
    }

    /** Arrives at the object or list that starts a line. */
    private void block() {
        place = (long) line << Integer.SIZE | indent + 1;
        open(isDash() ? Kind.LIST : Kind.OBJECT, indent);
    }

    /** Arrives at the value after a key's colon. */
    private void afterKey() {
        int around = around();
        place = placeHere();
        int colon = at;
        skipSpaces();
        if (!isEnd(at) && !(bytes[at] == '#' && bytes[at - 1] == ' ')) {
            place += at - colon;
            inline(around);
            return;
        }
        endLine();
        if (indent > around || indent == around && isDash()) {
            block();
        } else {
            nothing();
        }
    }

    /** Arrives at the value after an item's dash. */
    private void afterDash() {
        int around = around();
        foreign = false;
        at++;
        place = (long) line << Integer.SIZE | column() + 1;
        int dash = at;
        skipSpaces();
        if (isEnd(at) || bytes[at] == '#') {
            endLine();
            if (indent > around) {
                block();
            } else {
                nothing();
            }
        } else if (isDash()) {
            place += at - dash;
            open(Kind.LIST, column());
        } else {
            place += at - dash;
            int from = at;
            boolean object = bytes[at] != '{' && bytes[at] != '[' && bytes[at] != '|' && key() != null;
            at = from;
            if (object) {
                open(Kind.OBJECT, column());
            } else {
                inline(around);
            }
        }
    }

    private void nothing() {
        kind = Kind.NULL;
        text = "";
        raw = "";
    }

    /** Arrives at a value on the line of its key or dash. */
    private void inline(int around) {
        byte first = bytes[at];
        if (first == '{' || first == '[') {
            brackets(first == '{' ? Kind.OBJECT : Kind.LIST);
            return;
        }
        if (first == '|') {
            arrive(literal(around));
        } else {
            scalar(first == '"' || first == '\'' ? quoted() : null);
            endLine();
        }
        requireEnd(around);
    }

    /** Arrives at a scalar: the given text, or the unquoted text at this place. */
    private void scalar(@Nullable String quoted) {
        if (quoted != null) {
            arrive(quoted);
            return;
        }
        String plain = inBrackets ? plainInBrackets() : plainText();
        arrive(plain);
        if (YamlScalars.maybeNoText(plain)) {
            Tree.Scalar meant = plain(plain);
            kind = meant.type().kind();
            text = meant.text();
            raw = plain;
        }
    }

    private void arrive(String scalar) {
        kind = Kind.TEXT;
        text = scalar;
    }

    /**
     * Arrives at what is in brackets: nothing, or scalars of a list, of whose columns nothing is known after other
     * than ASCII.
     */
    private void brackets(Kind opened) {
        boolean more = !foreign;
        at++;
        skipSpaces();
        int around = around();
        if (at < end && bytes[at] == (opened == Kind.OBJECT ? '}' : ']')) {
            at++;
            open(opened, around);
            endLine();
            requireEnd(around);
            empty = true;
        } else if (more && opened == Kind.LIST) {
            open(opened, around);
            inBrackets = true;
        } else {
            throw Declined.DECLINED;
        }
    }

    private boolean nextInBrackets() {
        if (!fresh) {
            skipSpaces();
            boolean more = at < end && bytes[at] == ',';
            if (!more && (isEnd(at) || bytes[at] != ']')) {
                throw Declined.DECLINED;
            }
            at++;
            if (!more) {
                inBrackets = false;
                depth--;
                endLine();
                requireEnd(around());
                return false;
            }
            skipSpaces();
        }
        fresh = false;
        place = (long) line << Integer.SIZE | column() + 1;
        scalar(!isEnd(at) && (bytes[at] == '"' || bytes[at] == '\'') ? quoted() : null);
        if (foreign) {
            throw Declined.DECLINED;
        }
        return true;
    }

    /** What is indented after a scalar would belong to it. */
    private void requireEnd(int around) {
        if (indent > around) {
            throw Declined.DECLINED;
        }
    }

    /** {@return whether there is another field or item, at which this then stands} */
    private boolean goesOn(boolean object) {
        boolean first = fresh;
        boolean none = empty;
        fresh = false;
        empty = false;
        if (!none && first) {
            return true;
        }
        int column = indents[depth - 1];
        boolean more = !none && indent == column && isDash() != object;
        if (!more) {
            if (indent > column) {
                throw Declined.DECLINED;
            }
            depth--;
        }
        return more;
    }

    private void requireKey(@Nullable String name) {
        if (name == null) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public @Nullable String nextName() {
        if (!goesOn(true)) {
            return null;
        }
        namePlace = (long) line << Integer.SIZE | column() + 1;
        String name = key();
        requireKey(name);
        afterKey();
        return name;
    }

    @Override
    public boolean nextItem() {
        if (inBrackets) {
            return nextInBrackets();
        }
        if (!goesOn(false)) {
            return false;
        }
        afterDash();
        return true;
    }

    @Override
    public void skipValue() {
        if (kind != Kind.OBJECT && kind != Kind.LIST) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            if (objects[depth - 1]) {
                nextName();
            } else {
                nextItem();
            }
        }
    }

    @Override
    public void mark() {
        marked = lineOffset();
        markedLine = line;
        markedDepth = depth;
        markedFresh = fresh;
    }

    /** An item starts a line. */
    @Override
    public void back() {
        goToLine(marked, markedLine);
        depth = markedDepth;
        fresh = markedFresh;
        empty = false;
        inBrackets = false;
    }

    @Override
    public Chunk nextText() {
        if (indent != around() || !isDash()) {
            throw Declined.DECLINED;
        }
        fresh = false;
        long from = lineOffset();
        int firstLine = line;
        skipDeeper(indent);
        long to = indent == NONE ? offset(end) : lineOffset();
        return chunk.part(firstLine, from, to);
    }

    @Override
    public long place() {
        return place;
    }

    @Override
    public long namePlace() {
        return namePlace;
    }

    @Override
    public long firstPlace(String name) {
        throw Declined.DECLINED;
    }
}
