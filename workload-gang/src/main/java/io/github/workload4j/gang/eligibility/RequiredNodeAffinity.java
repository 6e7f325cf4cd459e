package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * At least one term holds for the node. No affinity at all holds for every node; a selector without terms for none.
 *
 * <p>A term holds if all its expressions and all its fields hold; an empty term never does. Expressions about labels:
 * <ul>
 *   <li>{@code In}: the label is there and its value listed; {@code NotIn}: the label is absent or its value not
 *   listed;
 *   <li>{@code Exists}, {@code DoesNotExist}: the label is there, is absent;
 *   <li>{@code Gt}, {@code Lt}: the label is there, exactly one value is listed, both are whole numbers of 64 bits, and
 *   the label's is greater, less.
 * </ul>
 * Fields: only {@code metadata.name} with {@code In} or {@code NotIn} and exactly one value.
 *
 * <p>A term that {@linkplain LabelSyntax cannot be read} holds for no node and leaves the other terms as they are.
 */
final class RequiredNodeAffinity {

    private RequiredNodeAffinity() {}

    /** {@return the terms that can be read and are not empty; the rest holds for no node} */
    static NodeSelector usable(NodeSelector required) {
        List<NodeSelectorTerm> usable = required.nodeSelectorTerms().stream()
                .filter(term -> !term.matchExpressions().isEmpty()
                        || !term.matchFields().isEmpty())
                .filter(LabelSyntax::isReadable)
                .toList();
        return usable.size() == required.nodeSelectorTerms().size() ? required : new NodeSelector(usable);
    }

    /**
     * {@return whether one of the terms holds}
     *
     * @param required {@linkplain #usable usable} terms
     */
    static boolean admits(Node node, @Nullable NodeSelector required) {
        if (required == null) {
            return true;
        }
        for (NodeSelectorTerm term : required.nodeSelectorTerms()) {
            if (holds(term, node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(NodeSelectorTerm term, Node node) {
        for (NodeSelectorRequirement requirement : term.matchExpressions()) {
            if (!labelHolds(requirement, node.metadata().labels())) {
                return false;
            }
        }
        for (NodeSelectorRequirement requirement : term.matchFields()) {
            if (!fieldHolds(requirement, node.metadata().name())) {
                return false;
            }
        }
        return true;
    }

    private static boolean labelHolds(NodeSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case "In" -> value != null && requirement.values().contains(value);
            case "NotIn" -> value == null || !requirement.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compares(value, requirement.values().get(0), 1);
            case "Lt" -> compares(value, requirement.values().get(0), -1);
            default -> false;
        };
    }

    private static boolean compares(@Nullable String label, String bound, int sign) {
        OptionalLong left = label == null ? OptionalLong.empty() : WholeNumber.parse(label);
        OptionalLong right = WholeNumber.parse(bound);
        return left.isPresent() && right.isPresent() && Long.compare(left.getAsLong(), right.getAsLong()) == sign;
    }

    private static boolean fieldHolds(NodeSelectorRequirement requirement, String name) {
        return requirement.values().get(0).equals(name)
                == requirement.operator().equals("In");
    }
}
