package io.github.workload4j.api.yaml;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The binding of one stream's documents, one after the other: where it stands, and what it found wrong. Not thread-safe. */
final class Reading {

    private static final int DEEPEST = 400;
    private static final int MOST_SHARED = 1 << 14;
    private static final int LONGEST_SHARED = 64;
    private static final int LONGEST_SHOWN = 60;

    private final List<Object> steps = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Quantity> quantities = new HashMap<>();

    /** Goes down to a field ({@link String}), an item ({@link Integer}) or a key of a map ({@link FieldPath.Key}). */
    void down(Object step) {
        steps.add(step);
    }

    void up() {
        steps.remove(steps.size() - 1);
    }

    /** {@return whether the place is so deep that the binding, which recurses, must not go on; leaves a fault if so} */
    boolean tooDeep(Tree tree) {
        if (steps.size() < DEEPEST) {
            return false;
        }
        fault(Fault.Type.LIMIT, tree.position(), "nested deeper than any object of the API", "");
        return true;
    }

    void fault(Fault.Type type, Position position, String detail, String hint) {
        faults.add(new Fault(type, path(), position, detail, hint));
    }

    void wrongType(Tree tree, String expected) {
        String hint = expected;
        String shown = tree.described();
        if (tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NULL) {
            shown += " " + shown(scalar.raw());
            boolean quotable = expected.equals(Wire.TEXT.expected()) && scalar.type() != Tree.Type.TEXT;
            hint = quotable ? expected + "; quote it: \"" + scalar.raw() + "\"" : expected;
        }
        fault(Fault.Type.WRONG_TYPE, tree.position(), "found " + shown, "expected " + hint);
    }

    static String shown(String raw) {
        String line = raw.replace('\n', ' ');
        int end = line.length() <= LONGEST_SHOWN ? line.length() : line.offsetByCodePoints(0, Math.min(
                LONGEST_SHOWN, line.codePointCount(0, line.length())));
        return "`" + (end < line.length() ? line.substring(0, end) + "..." : line) + "`";
    }

    private FieldPath path() {
        FieldPath path = FieldPath.DOCUMENT;
        for (Object step : steps) {
            if (step instanceof Integer index) {
                path = path.index(index);
            } else {
                path = step instanceof FieldPath.Key key ? path.key(key.key()) : path.child(step.toString());
            }
        }
        return path;
    }

    /** {@return the faults since the last call, in document order} */
    List<Fault> takeFaults() {
        List<Fault> taken = new ArrayList<>(faults);
        taken.sort(Comparator.comparing(Fault::position));
        faults.clear();
        return taken;
    }

    /** {@return an equal text; in a dump most texts come again and again} */
    String shared(String text) {
        if (text.length() > LONGEST_SHARED || texts.size() >= MOST_SHARED) {
            return text;
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** {@return the quantity, or a thrown {@link IllegalArgumentException} with what is wrong with it} */
    Quantity quantity(String text) {
        Quantity known = quantities.get(text);
        if (known == null) {
            known = Quantity.parse(text);
            if (quantities.size() < MOST_SHARED) {
                quantities.put(text, known);
            }
        }
        return known;
    }
}
