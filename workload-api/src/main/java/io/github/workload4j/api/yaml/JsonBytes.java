package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of JSON, straight from its bytes: nothing is made of what is passed over.
 *
 * <p>Takes only what Jackson takes, and takes it for the same; whatever else there is, it declines, and leaves to {@link JsonTrees} to say
 * what that is.
 */
final class JsonBytes extends JsonScanner implements DocumentTokens {

    private static final int MOST_RECURRING = 1 << 12;

    private final int deepest;
    private int depth;
    private boolean fresh;
    private Kind kind = Kind.NULL;
    private boolean truth;
    private String name = "";
    private @Nullable Columns columns;

    /** Where the value starts at which this stands, and on which line. */
    private long valueAt;

    private int valueLine;
    private long nameAt;
    private int nameLine;

    /** What comes next, as it was marked. */
    private long marked;

    private int markedLine;
    private int markedDepth;
    private boolean markedFresh;
    private boolean[] objects = new boolean[16];

    JsonBytes(Chunk chunk, Limits limits, Known known) {
        super(chunk, known);
        this.deepest = limits.depth();
    }

    @Override
    public boolean next() {
        int first = skipBlanks();
        if (first == END) {
            return false;
        }
        if (first != '{') {
            throw Declined.DECLINED;
        }
        arrive(first);
        return true;
    }

    @Override
    public void end() {
        // Another value is another document.
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public void mark() {
        marked = offset(at);
        markedLine = line;
        markedDepth = depth;
        markedFresh = fresh;
    }

    @Override
    public void back() {
        goTo(marked);
        line = markedLine;
        depth = markedDepth;
        fresh = markedFresh;
    }

    /** Declined: what this does not read is, nearly always, no JSON. */
    @Override
    public Chunk nextText() {
        throw Declined.DECLINED;
    }

    /** Reads the start of a value, and a scalar whole. */
    private void arrive(int first) {
        valueAt = offset(at);
        valueLine = line;
        switch (first) {
            case '{' -> open(Kind.OBJECT);
            case '[' -> open(Kind.LIST);
            case '"' -> {
                at++;
                string();
                kind = Kind.TEXT;
            }
            case 't', 'f' -> {
                truth = first == 't';
                literal(truth ? "true" : "false");
                kind = Kind.BOOLEAN;
            }
            case 'n' -> {
                literal("null");
                kind = Kind.NULL;
            }
            default -> kind = number(first) ? Kind.INTEGER : Kind.FLOAT;
        }
    }

    private void open(Kind opened) {
        if (depth == deepest) {
            throw Declined.DECLINED;
        }
        depth++;
        at++;
        fresh = true;
        kind = opened;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return switch (kind) {
            case BOOLEAN -> truth ? "true" : "false";
            case FLOAT -> JsonTrees.real(token());
            case NULL -> "";
            default -> token();
        };
    }

    @Override
    public String raw() {
        return switch (kind) {
            case FLOAT -> token();
            case NULL -> "null";
            default -> text();
        };
    }

    @Override
    public void enter() {
        // The next byte is the first inside.
    }

    /** {@return whether there is something behind this place in the object or list, whose first byte this then stands at} */
    private boolean goesOn(int close) {
        int next = skipBlanks();
        boolean first = fresh;
        fresh = false;
        if (next == close) {
            at++;
            depth--;
            return false;
        }
        if (!first) {
            if (next != ',') {
                throw Declined.DECLINED;
            }
            at++;
            skipBlanks();
        }
        return true;
    }

    /** Reads a field's name. Half a character in it, which Jackson takes in texts only, can be there only by its number. */
    private void name() {
        if (peek() != '"') {
            throw Declined.DECLINED;
        }
        nameAt = offset(at);
        nameLine = line;
        at++;
        string();
        if (isNumbered()) {
            throw Declined.DECLINED;
        }
    }

    /** Goes from behind a field's name to its value. */
    private void toValue() {
        if (skipBlanks() != ':') {
            throw Declined.DECLINED;
        }
        at++;
        arrive(skipBlanks());
    }

    @Override
    public @Nullable String nextName() {
        if (!goesOn('}')) {
            return null;
        }
        name();
        String next = token();
        toValue();
        name = next;
        return next;
    }

    @Override
    public boolean nextItem() {
        if (!goesOn(']')) {
            return false;
        }
        arrive(peek());
        return true;
    }

    @Override
    public <V extends @Nullable Object> V recurring(WireType<V> type, Reading in) {
        if (kind != Kind.OBJECT && kind != Kind.LIST) {
            return type.read(this, in);
        }
        Recurring.Text same = again(type);
        if (same != null) {
            if (same.inPart()) {
                in.passOver();
            }
            return meaning(same);
        }
        int from = at - 1;
        int firstLine = line;
        long firstBefore = before;
        int faults = in.faults();
        int passedOver = in.passedOver();
        V value = type.read(this, in);
        if (in.faults() == faults) {
            remember(type, value, in.passedOver() > passedOver, from, firstLine, firstBefore);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <V extends @Nullable Object> V meaning(Recurring.Text text) {
        return (V) text.meaning();
    }

    /** Goes behind the object or list if it stands here as it stood elsewhere before. */
    private Recurring.@Nullable Text again(Object subject) {
        Recurring.Text text = known.recurring.find(subject, bytes, at - 1, end);
        if (text == null || text.length() > deepest - depth) {
            return null;
        }
        at += text.length() - 1;
        line += text.lines();
        depth--;
        fresh = false;
        return text;
    }

    /** Remembers the text that ends here, unless the window has moved since its start. */
    private void remember(
            Object subject, @Nullable Object value, boolean inPart, int from, int firstLine, long firstBefore) {
        if (before == firstBefore && at - from < MOST_RECURRING && known.recurring.isWanted(subject)) {
            byte[] kept = isWhole() ? bytes : Arrays.copyOfRange(bytes, from, at);
            int start = isWhole() ? from : 0;
            known.recurring.add(
                    subject, new Recurring.Text(kept, start, start + at - from, line - firstLine, value, inPart));
        }
    }

    @Override
    public void pass() {
        if (kind != Kind.OBJECT && kind != Kind.LIST || again(name) != null) {
            return;
        }
        int from = at - 1;
        int firstLine = line;
        long firstBefore = before;
        String subject = name;
        passOver();
        remember(subject, null, true, from, firstLine, firstBefore);
    }

    private void passOver() {
        int level = 0;
        objects[0] = kind == Kind.OBJECT;
        while (level >= 0) {
            boolean more;
            if (objects[level]) {
                more = goesOn('}');
                if (more) {
                    name();
                    toValue();
                }
            } else {
                more = nextItem();
            }
            if (!more) {
                level--;
            } else if (kind == Kind.OBJECT || kind == Kind.LIST) {
                if (++level == objects.length) {
                    objects = Arrays.copyOf(objects, 2 * level);
                }
                objects[level] = kind == Kind.OBJECT;
            }
        }
    }

    @Override
    public long place() {
        return place(valueLine, valueAt);
    }

    @Override
    public long namePlace() {
        return place(nameLine, nameAt);
    }

    private long place(int onLine, long offset) {
        Columns counted = columns;
        if (counted == null) {
            counted = new Columns(chunk);
            columns = counted;
        }
        return Tree.place(new Position(onLine, counted.of(offset)));
    }

    @Override
    public long firstPlace(String field) {
        throw Declined.DECLINED;
    }
}
