package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which domain of one node label each node lies in. A domain is a value of the label, as a text; the empty text is a
 * value, unless {@linkplain #ofGroups groups} are asked about.
 *
 * @param of for each node the index of its value, or -1 if it lacks the label; must not be changed
 * @param values the values, in the order of the first node that has each
 */
public record Domains(int[] of, List<String> values) {

    /** Copies the list; the array is shared. */
    public Domains {
        values = List.copyOf(values);
    }

    /** {@return the domains of a label among these nodes, in one pass} */
    public static Domains of(String key, List<Node> nodes) {
        int[] of = new int[nodes.size()];
        List<String> values = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (int n = 0; n < of.length; n++) {
            String value = nodes.get(n).metadata().labels().get(key);
            if (value == null) {
                of[n] = -1;
                continue;
            }
            Integer known = index.get(value);
            if (known == null) {
                known = values.size();
                index.put(value, known);
                values.add(value);
            }
            of[n] = known;
        }
        return new Domains(of, values);
    }

    /** {@return the domains that a group may be bound to: the empty text is one only where the release has it so} */
    public Domains ofGroups(SchedulerRules rules) {
        int empty = rules.emptyValueIsDomain() ? -1 : values.indexOf("");
        if (empty < 0) {
            return this;
        }
        int[] changed = of.clone();
        for (int n = 0; n < changed.length; n++) {
            changed[n] = changed[n] == empty ? -1 : changed[n];
        }
        return numbered(changed, values);
    }

    /** {@return these domains with another value on a node} */
    public Domains replaced(int at, @Nullable String value) {
        return numbered(of.clone(), at, value);
    }

    /** {@return these domains with a node more, before the one that was at {@code at}} */
    public Domains inserted(int at, @Nullable String value) {
        int[] changed = new int[of.length + 1];
        System.arraycopy(of, 0, changed, 0, at);
        System.arraycopy(of, at, changed, at + 1, of.length - at);
        return numbered(changed, at, value);
    }

    /** {@return these domains with a node less} */
    public Domains removed(int at) {
        int[] changed = new int[of.length - 1];
        System.arraycopy(of, 0, changed, 0, at);
        System.arraycopy(of, at + 1, changed, at, changed.length - at);
        return numbered(changed, values);
    }

    private Domains numbered(int[] changed, int at, @Nullable String value) {
        if (value == null) {
            changed[at] = -1;
            return numbered(changed, values);
        }
        changed[at] = values.indexOf(value);
        if (changed[at] >= 0) {
            return numbered(changed, values);
        }
        changed[at] = values.size();
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return numbered(changed, more);
    }

    /** Numbers values in the order of the first node that has each. */
    private static Domains numbered(int[] of, List<String> names) {
        int[] numbers = new int[names.size()];
        int next = 0;
        boolean same = true;
        for (int name : of) {
            if (name >= 0 && numbers[name] == 0) {
                same &= name == next;
                numbers[name] = ++next;
            }
        }
        if (same && next == names.size()) {
            return new Domains(of, names);
        }
        String[] values = new String[next];
        for (int name = 0; name < numbers.length; name++) {
            if (numbers[name] > 0) {
                values[numbers[name] - 1] = names.get(name);
            }
        }
        for (int n = 0; n < of.length; n++) {
            of[n] = of[n] < 0 ? -1 : numbers[of[n]] - 1;
        }
        return new Domains(of, List.of(values));
    }
}
