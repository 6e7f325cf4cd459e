package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Every taint with effect {@code NoSchedule} or {@code NoExecute} must be tolerated by some toleration; {@code
 * PreferNoSchedule} never blocks.
 *
 * <p>A toleration tolerates a taint if its effect is empty or equal, its key is empty or equal, and
 * <ul>
 *   <li>operator empty or {@code Equal}: the values are equal;
 *   <li>{@code Exists}: any value;
 *   <li>{@code Gt}, {@code Lt}, where the release has them on: both values are whole decimal numbers of 64 bits in
 *   their shortest form, and the taint's is greater, less;
 *   <li>another operator: never.
 * </ul>
 */
final class Taints {

    static final String NO_SCHEDULE = "NoSchedule";
    static final String NO_EXECUTE = "NoExecute";

    private Taints() {}

    /** {@return the tolerations without those that tolerate nothing under these rules} */
    static List<Toleration> usable(List<Toleration> tolerations, SchedulerRules rules) {
        for (Toleration toleration : tolerations) {
            if (compares(toleration) && !rules.comparesTaints()) {
                return tolerations.stream().filter(each -> !compares(each)).toList();
            }
        }
        return tolerations;
    }

    private static boolean compares(Toleration toleration) {
        return toleration.operator().equals("Gt") || toleration.operator().equals("Lt");
    }

    static boolean admits(Node node, List<Toleration> tolerations) {
        List<Taint> taints = node.spec().taints();
        for (int t = 0; t < taints.size(); t++) {
            if (!admits(taints.get(t), tolerations)) {
                return false;
            }
        }
        return true;
    }

    static boolean admits(Taint taint, List<Toleration> tolerations) {
        boolean blocks = taint.effect().equals(NO_SCHEDULE) || taint.effect().equals(NO_EXECUTE);
        return !blocks || tolerated(taint, tolerations);
    }

    static boolean tolerated(Taint taint, List<Toleration> tolerations) {
        for (Toleration toleration : tolerations) {
            if (tolerates(toleration, taint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tolerates(Toleration toleration, Taint taint) {
        if (!toleration.effect().isEmpty() && !toleration.effect().equals(taint.effect())) {
            return false;
        }
        if (!toleration.key().isEmpty() && !toleration.key().equals(taint.key())) {
            return false;
        }
        return switch (toleration.operator()) {
            case "", "Equal" -> toleration.value().equals(taint.value());
            case "Exists" -> true;
            case "Gt" -> compares(taint.value(), toleration.value(), 1);
            case "Lt" -> compares(taint.value(), toleration.value(), -1);
            default -> false;
        };
    }

    private static boolean compares(String taint, String toleration, int sign) {
        OptionalLong left = WholeNumber.parseShortest(taint);
        OptionalLong right = WholeNumber.parseShortest(toleration);
        return left.isPresent() && right.isPresent() && Long.compare(left.getAsLong(), right.getAsLong()) == sign;
    }
}
