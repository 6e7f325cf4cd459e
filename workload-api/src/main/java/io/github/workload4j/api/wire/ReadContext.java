package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of reading one stream: where the reading stands, and the faults found so far. Not thread-safe. */
public final class ReadContext {

    private static final int DEEPEST = 400;
    private static final int LONGEST_SHOWN = 60;
    private static final int FIELD = -1;
    private static final int KEY = -2;

    /** Values that are not yet part of an object. */
    final ValueStack values = new ValueStack();

    private final Interner interner;

    private @Nullable String[] names = new String[32];
    private int[] steps = new int[32];
    private int depth;
    private final List<Fault> faults = new ArrayList<>();
    private int passedOver;

    public ReadContext() {
        this(new Interner());
    }

    ReadContext(Interner interner) {
        this.interner = interner;
    }

    /** {@return the texts and values read recently} */
    public Interner interner() {
        return interner;
    }

    /** Goes down to a field. */
    public void down(String field) {
        down(field, FIELD);
    }

    /** Goes down to the value of a key that is data. */
    public void downKey(String key) {
        down(key, KEY);
    }

    /** Goes down to an item. */
    public void down(int item) {
        down(null, item);
    }

    private void down(@Nullable String name, int step) {
        if (depth == steps.length) {
            names = Arrays.copyOf(names, 2 * depth);
            steps = Arrays.copyOf(steps, 2 * depth);
        }
        names[depth] = name;
        steps[depth++] = step;
    }

    public void up() {
        depth--;
    }

    /**
     * Checks the depth, since reading recurses: too deep a value is skipped and leaves a fault.
     *
     * @return whether the value is too deep
     */
    boolean tooDeep(Cursor cursor) {
        if (depth < DEEPEST) {
            return false;
        }
        fault(Fault.Type.LIMIT, cursor.place(), "nested deeper than any object of the API", "");
        cursor.skipValue();
        return true;
    }

    public void fault(Fault.Type type, long place, String detail, String hint) {
        faults.add(new Fault(type, path(), PackedPosition.position(place), detail, hint));
    }

    /** Adds a fault and skips the value. */
    void wrongType(Cursor cursor, String expected) {
        Cursor.Kind kind = cursor.kind();
        String hint = expected;
        String shown = kind.described();
        if (kind != Cursor.Kind.OBJECT && kind != Cursor.Kind.LIST && kind != Cursor.Kind.NULL) {
            shown += " " + shown(cursor.raw());
            boolean quotable = expected.equals(Wire.TEXT.expected()) && kind != Cursor.Kind.TEXT;
            hint = quotable ? expected + "; quote it: \"" + cursor.raw() + "\"" : expected;
        }
        fault(Fault.Type.WRONG_TYPE, cursor.place(), "found " + shown, "expected " + hint);
        cursor.skipValue();
    }

    public static String shown(String raw) {
        String line = raw.replace('\n', ' ');
        int end = line.length() <= LONGEST_SHOWN
                ? line.length()
                : line.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, line.codePointCount(0, line.length())));
        return "`" + (end < line.length() ? line.substring(0, end) + "..." : line) + "`";
    }

    private FieldPath path() {
        FieldPath path = FieldPath.DOCUMENT;
        for (int i = 0; i < depth; i++) {
            String name = names[i];
            if (name == null) {
                path = path.index(steps[i]);
            } else {
                path = steps[i] == KEY ? path.key(name) : path.child(name);
            }
        }
        return path;
    }

    /** Notes that something was skipped which the model does not hold. */
    public void passOver() {
        passedOver++;
    }

    /** {@return the number of skipped parts since {@link #startObject}} */
    public int passedOver() {
        return passedOver;
    }

    /** Starts counting skipped parts anew, before an object. */
    public void startObject() {
        passedOver = 0;
    }

    /** {@return the number of faults since the last call of {@link #takeFaults}} */
    public int faults() {
        return faults.size();
    }

    /** {@return the faults since the last call, in document order} */
    public List<Fault> takeFaults() {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Fault> taken = new ArrayList<>(faults);
        taken.sort(Comparator.comparing(Fault::position));
        faults.clear();
        return taken;
    }

    /** Starts afresh, after a document that was declined midway. */
    public void reset() {
        depth = 0;
        values.drop(0);
        faults.clear();
    }
}
