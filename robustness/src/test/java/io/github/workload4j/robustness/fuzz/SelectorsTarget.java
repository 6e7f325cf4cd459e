package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Selectors of labels and of nodes, against what the API says they mean. */
final class SelectorsTarget implements Target.Attack {

    private static final List<String> KEYS = List.of("a", "b", "example.com/c", "", "-", "e/f/g");
    private static final List<String> VALUES = List.of(
            "", "x", "y", "0", "1", "-1", "+1", "01", "9223372036854775807", "9223372036854775808", "1 ", "n", "-x");
    private static final List<String> OPERATORS =
            List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt", "in", "");
    private static final List<String> SETS = List.of("In", "NotIn", "Exists", "DoesNotExist");
    private static final List<String> FIELDS = List.of("metadata.name", "metadata.namespace");
    private static final String NAME = "[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?";

    @Override
    public void on(byte[] input) {
        Drawn drawn = new Drawn(input);
        Map<String, String> labels = labels(drawn);
        labelSelector(drawn, labels);
        for (int i = 0; i < 4; i++) {
            nodeSelector(drawn, labels);
        }
    }

    private static Map<String, String> labels(Drawn drawn) {
        Map<String, String> labels = new HashMap<>();
        for (int i = drawn.nextInt(4); i > 0; i--) {
            labels.put(drawn.of(KEYS), drawn.of(VALUES));
        }
        return labels;
    }

    private static List<String> values(Drawn drawn) {
        List<String> values = new ArrayList<>();
        for (int i = drawn.nextInt(4); i > 0; i--) {
            values.add(drawn.of(VALUES));
        }
        return values;
    }

    private static void labelSelector(Drawn drawn, Map<String, String> labels) {
        Map<String, String> pairs = labels(drawn);
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        boolean expected = labels.entrySet().containsAll(pairs.entrySet());
        for (int i = drawn.nextInt(3); i > 0; i--) {
            LabelSelectorRequirement one =
                    new LabelSelectorRequirement(drawn.of(KEYS), drawn.of(OPERATORS), values(drawn));
            expressions.add(one);
            expected &= SETS.contains(one.operator()) && holds(one.key(), one.operator(), one.values(), labels);
        }
        assertThat(new LabelSelector(pairs, expressions).matches(labels)).isEqualTo(expected);
    }

    private static void nodeSelector(Drawn drawn, Map<String, String> labels) {
        String name = drawn.of(VALUES);
        Node node = new Node(ObjectMeta.of(name).toBuilder().labels(labels).build(), NodeSpec.OPEN, NodeStatus.EMPTY);
        List<NodeSelectorTerm> terms = new ArrayList<>();
        boolean expected = false;
        for (int i = drawn.nextInt(3); i > 0; i--) {
            NodeSelectorTerm term = new NodeSelectorTerm(requirements(drawn, KEYS), requirements(drawn, FIELDS));
            terms.add(term);
            boolean isEmpty =
                    term.matchExpressions().isEmpty() && term.matchFields().isEmpty();
            expected |= !isEmpty
                    && term.matchExpressions().stream().allMatch(one -> labelHolds(one, labels))
                    && term.matchFields().stream().allMatch(one -> fieldHolds(one, name));
        }
        assertThat(new NodeRules(List.of(), Map.of(), new NodeSelector(terms)).selects(node))
                .isEqualTo(expected);
    }

    private static List<NodeSelectorRequirement> requirements(Drawn drawn, List<String> keys) {
        List<NodeSelectorRequirement> requirements = new ArrayList<>();
        for (int i = drawn.nextInt(3); i > 0; i--) {
            requirements.add(new NodeSelectorRequirement(drawn.of(keys), drawn.of(OPERATORS), values(drawn)));
        }
        return requirements;
    }

    private static boolean labelHolds(NodeSelectorRequirement one, Map<String, String> labels) {
        int values = one.values().size();
        boolean readable = one.key().matches("([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?" + NAME)
                && one.values().stream().allMatch(value -> value.matches("(" + NAME + ")?"));
        return readable
                && switch (one.operator()) {
                    case "In", "NotIn" -> values > 0;
                    case "Exists", "DoesNotExist" -> values == 0;
                    case "Gt", "Lt" -> values == 1 && isLong(one.values().get(0));
                    default -> false;
                }
                && holds(one.key(), one.operator(), one.values(), labels);
    }

    private static boolean fieldHolds(NodeSelectorRequirement one, String name) {
        boolean readable = one.key().equals("metadata.name")
                && one.values().size() == 1
                && one.operator().matches("In|NotIn");
        return readable && one.values().contains(name) == one.operator().equals("In");
    }

    private static boolean holds(String key, String operator, List<String> values, Map<String, String> labels) {
        boolean has = labels.containsKey(key);
        String value = labels.getOrDefault(key, "");
        return switch (operator) {
            case "In" -> has && values.contains(value);
            case "NotIn" -> !has || !values.contains(value);
            case "Exists" -> has;
            case "DoesNotExist" -> !has;
            case "Gt" -> has && isAbove(value, values.get(0));
            case "Lt" -> has && isAbove(values.get(0), value);
            default -> throw new IllegalArgumentException("operator: " + operator);
        };
    }

    private static boolean isAbove(String one, String other) {
        return isLong(one) && isLong(other) && new BigInteger(one).compareTo(new BigInteger(other)) > 0;
    }

    private static boolean isLong(String text) {
        return text.matches("[+-]?[0-9]+") && new BigInteger(text).bitLength() <= 63;
    }
}
