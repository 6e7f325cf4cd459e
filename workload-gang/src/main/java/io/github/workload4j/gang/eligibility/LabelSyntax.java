package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of selectors the scheduler can read.
 *
 * <p>An expression about labels has an operator of the API; {@code In} and {@code NotIn} list values, {@code Exists}
 * and {@code DoesNotExist} none, {@code Gt} and {@code Lt} (of nodes only) one whole number of 64 bits. Its key is a
 * label's: at most 63 letters, digits, dashes, underscores and dots between a letter or digit at either end, after a
 * DNS subdomain of at most 253 characters and a slash, or alone. Its values are labels' values: as the name of a key,
 * or empty.
 */
final class LabelSyntax {

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;

    private LabelSyntax() {}

    /** {@return whether all of a selector can be read; so can no selector} */
    static boolean isReadable(@Nullable LabelSelector selector) {
        if (selector == null) {
            return true;
        }
        for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
            if (!isKey(pair.getKey()) || !isValue(pair.getValue())) {
                return false;
            }
        }
        for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
            boolean readable = switch (requirement.operator()) {
                case "In", "NotIn" -> !requirement.values().isEmpty();
                case "Exists", "DoesNotExist" -> requirement.values().isEmpty();
                default -> false;
            };
            if (!readable || !isKey(requirement.key()) || !areValues(requirement.values())) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return whether all expressions and fields of a term can be read}
     *
     * <p>Fields: {@code metadata.name} with one value.
     */
    static boolean isReadable(NodeSelectorTerm term) {
        for (NodeSelectorRequirement requirement : term.matchExpressions()) {
            int values = requirement.values().size();
            boolean readable = switch (requirement.operator()) {
                case "In", "NotIn" -> values > 0;
                case "Exists", "DoesNotExist" -> values == 0;
                case "Gt", "Lt" ->
                    values == 1
                            && WholeNumber.parse(requirement.values().get(0)).isPresent();
                default -> false;
            };
            if (!readable || !isKey(requirement.key()) || !areValues(requirement.values())) {
                return false;
            }
        }
        for (NodeSelectorRequirement field : term.matchFields()) {
            boolean readable = field.operator().equals("In") || field.operator().equals("NotIn");
            if (!readable
                    || !field.key().equals("metadata.name")
                    || field.values().size() != 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean areValues(List<String> texts) {
        for (String text : texts) {
            if (!isValue(text)) {
                return false;
            }
        }
        return true;
    }

    static boolean isValue(String text) {
        return text.isEmpty() || isName(text, 0);
    }

    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? isName(text, 0) : isSubdomain(text, slash) && isName(text, slash + 1);
    }

    private static boolean isName(String text, int from) {
        int length = text.length() - from;
        if (length < 1
                || length > LONGEST_NAME
                || !isLetterOrDigit(text.charAt(from))
                || !isLetterOrDigit(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Parts between dots, each of small letters, digits and dashes, with no dash at either end. */
    private static boolean isSubdomain(String text, int to) {
        if (to < 1 || to > LONGEST_PREFIX) {
            return false;
        }
        boolean atEdge = true;
        for (int i = 0; i <= to; i++) {
            char c = i == to ? '.' : text.charAt(i);
            if (c == '.') {
                if (atEdge || text.charAt(i - 1) == '-') {
                    return false;
                }
                atEdge = true;
            } else if (c == '-' ? atEdge : !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
                return false;
            } else {
                atEdge = false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
