package io.github.workload4j.gang.replay;

import io.github.workload4j.api.meta.LabelSelector;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How labels are written. A selector that asks for others, or in another way than the API has, is malformed. */
final class Labels {

    private static final Pattern NAME = Pattern.compile("(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private Labels() {}

    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        return NAME.matcher(text.substring(slash + 1)).matches()
                && (slash < 0 || PREFIX.matcher(text.substring(0, slash)).matches());
    }

    static boolean isValue(String text) {
        return text.isEmpty() || NAME.matcher(text).matches();
    }

    /** {@return whether an expression about labels of nodes is well formed} */
    static boolean isExpression(String key, String operator, List<String> values) {
        boolean counted = switch (operator) {
            case "In", "NotIn" -> !values.isEmpty();
            case "Exists", "DoesNotExist" -> values.isEmpty();
            case "Gt", "Lt" ->
                values.size() == 1 && NUMBER.matcher(values.get(0)).matches();
            default -> false;
        };
        return counted && isKey(key) && values.stream().allMatch(Labels::isValue);
    }

    /** {@return whether a selector of pods or namespaces is well formed; none is} */
    static boolean isSelector(@Nullable LabelSelector selector) {
        return selector == null
                || selector.matchLabels().entrySet().stream()
                                .allMatch(pair -> isKey(pair.getKey()) && isValue(pair.getValue()))
                        && selector.matchExpressions().stream()
                                .allMatch(e -> !List.of("Gt", "Lt").contains(e.operator())
                                        && isExpression(e.key(), e.operator(), e.values()));
    }
}
