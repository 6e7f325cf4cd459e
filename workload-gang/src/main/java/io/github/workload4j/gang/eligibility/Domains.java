package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which domain of one node label each node lies in. A domain is a value of the label, as a text; the empty text is a value.
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
    public static Domains of(String key, Node[] nodes) {
        int[] of = new int[nodes.length];
        List<String> values = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (int n = 0; n < nodes.length; n++) {
            String value = nodes[n].metadata().labels().get(key);
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
}
