package io.github.workload4j.intent.compile;

import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Trees of items in the short notation of the recorded cases, such as {@code bg4} for basic and a gang of 4. */
final class RecordedItems {

    private RecordedItems() {}

    static WorkloadItem item(PlainValue value) {
        WorkloadItem.Builder builder = WorkloadItem.builder(text(value.field("n")));
        FieldPath path = FieldPath.DOCUMENT;
        for (String element : texts(value.field("p"))) {
            path = path.child(element);
        }
        builder.path(path);
        if (value.field("d").isThere()) {
            builder.defaults(config(value.field("d")));
        }
        List<WorkloadItem> children =
                value.field("c").items().stream().map(RecordedItems::item).toList();
        builder.children(children).input(input(value.field("i"), !children.isEmpty()));
        texts(value.field("cb")).forEach(word -> builder.callback(callback(word)));
        return builder.build();
    }

    private static SchedulingConfig config(PlainValue value) {
        return new SchedulingConfig(
                value.field("p").isThere() ? policy(text(value.field("p"))) : null,
                constraints(value.field("t")),
                claims(value.field("r")),
                value.field("m").isThere() ? mode(text(value.field("m"))) : null,
                value.field("k").text().orElse(""));
    }

    private static ItemInput input(PlainValue value, boolean composite) {
        WorkloadPodGroupSchedulingPolicy policy = value.field("p").isThere() ? policy(text(value.field("p"))) : null;
        DisruptionMode mode = value.field("m").isThere() ? mode(text(value.field("m"))) : null;
        Block<SchedulingConstraints> constraints = new Block<>(constraints(value.field("t")), texts(value.field("tp")));
        Block<DisruptionMode> disruption = new Block<>(mode, texts(value.field("mp")));
        List<String> policyPath = texts(value.field("pp"));
        if (composite) {
            return new ItemInput.Composite(
                    new Block<>(policy == null ? null : composite(policy), policyPath), constraints, disruption);
        }
        return new ItemInput.Leaf(
                new Block<>(policy, policyPath),
                constraints,
                disruption,
                new Block<>(value.field("r").isThere() ? claims(value.field("r")) : null, texts(value.field("rp"))));
    }

    static WorkloadPodGroupSchedulingPolicy policy(String word) {
        boolean basic = word.startsWith("b");
        String gang = basic ? word.substring(1) : word;
        return WorkloadPodGroupSchedulingPolicy.of(
                basic ? new WorkloadPodGroupSchedulingPolicy.Basic() : null,
                gang.isEmpty()
                        ? null
                        : new WorkloadPodGroupSchedulingPolicy.Gang(
                                gang.length() == 1 ? null : Integer.valueOf(gang.substring(1))));
    }

    static WorkloadCompositePodGroupSchedulingPolicy composite(WorkloadPodGroupSchedulingPolicy policy) {
        return WorkloadCompositePodGroupSchedulingPolicy.of(
                policy.basic() == null ? null : new WorkloadCompositePodGroupSchedulingPolicy.Basic(),
                policy.gang() == null
                        ? null
                        : new WorkloadCompositePodGroupSchedulingPolicy.Gang(
                                policy.gang().minCount()));
    }

    private static DisruptionMode mode(String word) {
        return DisruptionMode.of(word.contains("s"), word.contains("a"));
    }

    private static @Nullable SchedulingConstraints constraints(PlainValue value) {
        return value.isThere()
                ? new SchedulingConstraints(
                        texts(value).stream().map(TopologyConstraint::new).toList())
                : null;
    }

    private static List<PodGroupResourceClaim> claims(PlainValue value) {
        return value.items().stream()
                .map(claim -> new PodGroupResourceClaim(
                        text(claim.field("n")),
                        ClaimSource.of(
                                claim.field("c").text().orElse(null),
                                claim.field("t").text().orElse(null))))
                .toList();
    }

    private static UnaryOperator<SchedulingConfig> callback(String word) {
        int colon = word.indexOf(':');
        String what = colon < 0 ? word : word.substring(0, colon);
        String of = word.substring(colon + 1);
        return switch (what) {
            case "count" -> config -> config.withDefaultMinCount(Integer.parseInt(of));
            case "times" -> config -> times(config, Integer.parseInt(of));
            case "policy" -> config -> config.withSchedulingPolicy(policy(of));
            case "nopolicy" -> config -> config.withSchedulingPolicy(null);
            case "mode" -> config -> config.withDisruptionMode(mode(of));
            case "nomode" -> config -> config.withDisruptionMode(null);
            case "class" -> config -> config.withPriorityClassName(of);
            case "topology" -> config -> config.withSchedulingConstraints(SchedulingConstraints.sameDomain(of));
            case "noclaims" -> config -> config.withResourceClaims(List.of());
            default -> throw new AssertionError(word);
        };
    }

    private static SchedulingConfig times(SchedulingConfig config, int factor) {
        WorkloadPodGroupSchedulingPolicy policy = config.schedulingPolicy();
        if (policy == null || policy.gang() == null || policy.gang().minCount() == null) {
            return config;
        }
        return config.withSchedulingPolicy(WorkloadPodGroupSchedulingPolicy.of(
                policy.basic(),
                new WorkloadPodGroupSchedulingPolicy.Gang(policy.gang().minCount() * factor)));
    }

    static String text(PlainValue value) {
        return value.text().orElseThrow();
    }

    static List<String> texts(PlainValue value) {
        return value.items().stream().map(RecordedItems::text).toList();
    }
}
