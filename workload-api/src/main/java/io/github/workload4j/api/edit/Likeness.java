package io.github.workload4j.api.edit;

import java.util.HashMap;
import java.util.Map;

/** How much two values have in common, whatever the names of their fields. */
final class Likeness {

    private final Map<String, Integer> scalars = new HashMap<>();

    private Likeness() {}

    /** {@return how many scalars are in both} */
    static int of(TextNode one, TextNode other) {
        Likeness left = new Likeness();
        left.count(one);
        Likeness right = new Likeness();
        right.count(other);
        int common = 0;
        for (Map.Entry<String, Integer> entry : left.scalars.entrySet()) {
            common += Math.min(entry.getValue(), right.scalars.getOrDefault(entry.getKey(), 0));
        }
        return common;
    }

    private void count(TextNode node) {
        TextNode value = TextNode.resolved(node);
        if (value instanceof TextNode.Scalar scalar) {
            scalars.merge(scalar.text(), 1, Integer::sum);
        } else if (value instanceof TextNode.Sequence list) {
            list.items().forEach(this::count);
        } else if (value instanceof TextNode.Mapping mapping) {
            mapping.fields().forEach(field -> count(field.value()));
        }
    }
}
