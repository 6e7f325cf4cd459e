package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binding of one stream's documents, one after the other: where it stands, and what it found wrong. Not thread-safe. */
final class Reading {

    private static final int DEEPEST = 400;
    private static final int LONGEST_SHOWN = 60;
    private static final int FIELD = -1;
    private static final int KEY = -2;

    /** What is read and not yet part of an object. */
    final Values values = new Values();

    /** What was read lately. */
    final Known known;

    private @Nullable String[] names = new String[32];
    private int[] steps = new int[32];
    private int depth;
    private final List<Fault> faults = new ArrayList<>();
    private int passedOver;

    Reading() {
        this(new Known());
    }

    Reading(Known known) {
        this.known = known;
    }

    /** Goes down to a field. */
    void down(String field) {
        down(field, FIELD);
    }

    /** Goes down to the value of a key that is data. */
    void downKey(String key) {
        down(key, KEY);
    }

    /** Goes down to an item. */
    void down(int item) {
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

    void up() {
        depth--;
    }

    /** {@return whether the place is so deep that the binding, which recurses, must not go on; if so leaves a fault and passes the value} */
    boolean tooDeep(Tokens tokens) {
        if (depth < DEEPEST) {
            return false;
        }
        fault(Fault.Type.LIMIT, tokens.place(), "nested deeper than any object of the API", "");
        tokens.pass();
        return true;
    }

    void fault(Fault.Type type, long place, String detail, String hint) {
        faults.add(new Fault(type, path(), Tree.position(place), detail, hint));
    }

    /** Leaves a fault and passes the value. */
    void wrongType(Tokens tokens, String expected) {
        Tokens.Kind kind = tokens.kind();
        String hint = expected;
        String shown = kind.described;
        if (kind != Tokens.Kind.OBJECT && kind != Tokens.Kind.LIST && kind != Tokens.Kind.NULL) {
            shown += " " + shown(tokens.raw());
            boolean quotable = expected.equals(Wire.TEXT.expected()) && kind != Tokens.Kind.TEXT;
            hint = quotable ? expected + "; quote it: \"" + tokens.raw() + "\"" : expected;
        }
        fault(Fault.Type.WRONG_TYPE, tokens.place(), "found " + shown, "expected " + hint);
        tokens.pass();
    }

    static String shown(String raw) {
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

    /** Something that the model does not hold was passed over. */
    void passOver() {
        passedOver++;
    }

    /** {@return how often something was passed over since this was last forgotten} */
    int passedOver() {
        return passedOver;
    }

    /** Forgets what was passed over, before an object. */
    void startObject() {
        passedOver = 0;
    }

    /** {@return how many faults there are since they were last taken} */
    int faults() {
        return faults.size();
    }

    /** {@return the faults since the last call, in document order} */
    List<Fault> takeFaults() {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Fault> taken = new ArrayList<>(faults);
        taken.sort(Comparator.comparing(Fault::position));
        faults.clear();
        return taken;
    }

    /** Forgets where it stands, after a document that was declined midway. */
    void reset() {
        depth = 0;
        values.drop(0);
        faults.clear();
    }
}
