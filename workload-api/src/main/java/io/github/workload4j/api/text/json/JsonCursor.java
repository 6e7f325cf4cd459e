package io.github.workload4j.api.text.json;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.Columns;
import io.github.workload4j.api.text.DocumentCursor;
import io.github.workload4j.api.wire.FragmentCache;
import io.github.workload4j.api.wire.Interner;
import io.github.workload4j.api.wire.PackedPosition;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.WireType;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over JSON, straight from its bytes; skipped values cost no object.
 *
 * <p>Takes only what Jackson takes, and takes it for the same. Declines all else; {@link JsonTrees} says what is wrong
 * with it.
 */
public final class JsonCursor extends JsonScanner implements DocumentCursor {

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

    public JsonCursor(Chunk chunk, int deepest, Interner interner) {
        super(chunk, interner);
        this.deepest = deepest;
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
            default -> kind = number(first) ? Kind.INTEGER : Kind.FRACTION;
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
            case FRACTION -> real(token());
            case NULL -> "";
            default -> token();
        };
    }

    /** Plain digits where they are few; an exponent of millions stays an exponent. */
    static String real(String text) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
        return Math.abs((long) exact.scale()) > 30 ? text : exact.toPlainString();
    }

    @Override
    public String raw() {
        return switch (kind) {
            case FRACTION -> token();
            case NULL -> "null";
            default -> text();
        };
    }

    @Override
    public void begin() {
        // The next byte is the first inside.
    }

    /**
     * {@return whether the object or list goes on after this place, at whose first byte this then stands
     * at}
     */
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

    /**
     * Reads a field's name. Half a character in it, which Jackson takes in texts only, can be there only by its number.
     */
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

    /** Goes from the end of a field's name to its value. */
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
    public <V extends @Nullable Object> V readCached(WireType<V> type, ReadContext context) {
        if (kind != Kind.OBJECT && kind != Kind.LIST) {
            return type.read(this, context);
        }
        FragmentCache.Text same = again(type);
        if (same != null) {
            if (same.inPart()) {
                context.passOver();
            }
            return meaning(same);
        }
        int from = at - 1;
        int firstLine = line;
        long firstBefore = before;
        int faults = context.faults();
        int passedOver = context.passedOver();
        V value = type.read(this, context);
        if (context.faults() == faults) {
            remember(type, value, context.passedOver() > passedOver, from, firstLine, firstBefore);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <V extends @Nullable Object> V meaning(FragmentCache.Text text) {
        return (V) text.meaning();
    }

    /** Skips the object or list if the same text has been read before. */
    private FragmentCache.@Nullable Text again(Object subject) {
        FragmentCache.Text text = interner.fragments().find(subject, bytes, at - 1, end);
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
        if (before == firstBefore
                && at - from < MOST_RECURRING
                && interner.fragments().isWanted(subject)) {
            byte[] kept = isWhole() ? bytes : Arrays.copyOfRange(bytes, from, at);
            int start = isWhole() ? from : 0;
            interner.fragments()
                    .add(
                            subject,
                            new FragmentCache.Text(kept, start, start + at - from, line - firstLine, value, inPart));
        }
    }

    @Override
    public void skipValue() {
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
        return PackedPosition.of(new Position(onLine, counted.of(offset)));
    }

    @Override
    public long firstPlace(String field) {
        throw Declined.DECLINED;
    }
}
