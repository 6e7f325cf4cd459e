package io.github.workload4j.policy.rule;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.order.DocumentOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a check stands in the manifest, and what it found. Not thread-safe.
 *
 * <p>There are two kinds. {@linkplain #counting() Counting} findings only note that something is wrong: they hold no
 * path and make no text, so that a good object costs next to nothing. {@linkplain #recording() Recording} findings keep
 * every violation with its path. A check runs with the first, and again with the second only if it must.
 */
final class Findings {

    private static final int USUAL_DEPTH = 12;

    private final boolean recording;
    private String[] names;
    private int[] indexes;

    /** Keys of maps, by the depth at which they are; there are few. */
    private final Map<Integer, String> keys;

    private int depth;
    private int count;
    private final List<Violation> violations;

    private Findings(boolean recording) {
        this.recording = recording;
        this.names = recording ? new String[USUAL_DEPTH] : Nothing.NAMES;
        this.indexes = recording ? new int[USUAL_DEPTH] : Nothing.INDEXES;
        this.keys = recording ? new HashMap<>() : Map.of();
        this.violations = recording ? new ArrayList<>() : List.of();
    }

    private static final class Nothing {
        static final String[] NAMES = {};
        static final int[] INDEXES = {};
    }

    /** {@return findings that only count} */
    static Findings counting() {
        return new Findings(false);
    }

    /** {@return findings that keep every violation} */
    static Findings recording() {
        return new Findings(true);
    }

    /** Goes down to a field; {@link #up()} leaves it. */
    Findings down(String name) {
        return down(name, -1);
    }

    /** Goes down to an item of the list at the field {@code name}; one {@link #up()} leaves it. */
    Findings down(String name, int index) {
        if (recording) {
            if (depth == names.length) {
                names = Arrays.copyOf(names, depth * 2);
                indexes = Arrays.copyOf(indexes, depth * 2);
            }
            names[depth] = name;
            indexes[depth++] = index;
        }
        return this;
    }

    /** Goes down to an entry of the map at the field {@code name}; one {@link #up()} leaves it. */
    void downKey(String name, String key) {
        down(name, -1);
        if (recording) {
            keys.put(depth - 1, key);
        }
    }

    /** Goes back up. */
    void up() {
        if (recording) {
            depth--;
            keys.remove(depth);
        }
    }

    /** {@return whether values and details are of interest; if not, they may be left empty} */
    boolean wantsText() {
        return recording;
    }

    /** Reports a violation of a rule here. */
    void report(Violation.Type type, String found, String detail, Rule rule, String origin) {
        count++;
        if (recording) {
            violations.add(new Violation(path(), type, found, detail, rule.id(), origin));
        }
    }

    /** Reports a violation at a field below. */
    void reportAt(String field, Violation.Type type, String found, String detail, Rule rule, String origin) {
        down(field);
        report(type, found, detail, rule, origin);
        up();
    }

    private FieldPath path() {
        FieldPath path = FieldPath.DOCUMENT;
        for (int i = 0; i < depth; i++) {
            path = path.child(names[i]);
            if (indexes[i] >= 0) {
                path = path.index(indexes[i]);
            }
            String key = keys.get(i);
            if (key != null) {
                path = path.key(key);
            }
        }
        return path;
    }

    /** {@return how many violations were reported so far} */
    int count() {
        return count;
    }

    /** {@return what was recorded, in document order; what is at one place in the order in which it was reported} */
    List<Violation> violations() {
        if (violations.size() > 1) {
            violations.sort(DocumentOrder.OF_VIOLATIONS);
        }
        return List.copyOf(violations);
    }
}
