package io.github.workload4j.intent.compile;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of the compile table in its own notation: {@code b} is basic, {@code g4} a gang of 4, {@code g} one. */
final class TableItems {

    static final OwnerReference JOB = new OwnerReference("batch/v1", "Job", "my-job", "uid-1", true, null);

    static final FieldPath SCHEDULING = FieldPath.root("spec").child("scheduling");

    private TableItems() {}

    /** {@return a group of pods whose user wrote a policy and a mode; null for none} */
    static WorkloadItem.Builder leaf(String name, @Nullable String policy, @Nullable String mode) {
        return leaf(name, policy, mode, null, List.of());
    }

    static WorkloadItem.Builder leaf(
            String name,
            @Nullable String policy,
            @Nullable String mode,
            @Nullable SchedulingConstraints constraints,
            List<PodGroupResourceClaim> claims) {
        return WorkloadItem.builder(name)
                .path(SCHEDULING)
                .input(new ItemInput.Leaf(
                        Block.of(policy == null ? null : RecordedItems.policy(policy), "schedulingPolicy"),
                        Block.of(constraints, "schedulingConstraints"),
                        Block.of(mode(mode), "disruptionMode"),
                        Block.of(claims, "resourceClaims")));
    }

    /** {@return a group of groups whose user wrote a policy and a mode; null for none} */
    static WorkloadItem.Builder composite(
            String name, @Nullable String policy, @Nullable String mode, WorkloadItem.Builder... children) {
        return composite(name, policy, mode, null, children);
    }

    static WorkloadItem.Builder composite(
            String name,
            @Nullable String policy,
            @Nullable String mode,
            @Nullable SchedulingConstraints constraints,
            WorkloadItem.Builder... children) {
        return WorkloadItem.builder(name)
                .path(SCHEDULING)
                .input(new ItemInput.Composite(
                        Block.of(
                                policy == null ? null : RecordedItems.composite(RecordedItems.policy(policy)),
                                "schedulingPolicy"),
                        Block.of(constraints, "schedulingConstraints"),
                        Block.of(mode(mode), "disruptionMode")))
                .children(List.of(children).stream()
                        .map(WorkloadItem.Builder::build)
                        .toList());
    }

    /** {@return a group at a place of its own, so that its errors can be told from others} */
    static WorkloadItem.Builder at(String place, WorkloadItem.Builder item) {
        return item.path(FieldPath.root(place));
    }

    static @Nullable DisruptionMode mode(@Nullable String word) {
        return word == null ? null : DisruptionMode.of(word.contains("s"), word.contains("a"));
    }

    /** {@return the rules of a release that allow the policies {@code bg} and the modes {@code sa} that are named} */
    static ItemRules rules(KubernetesRelease release, String allowed) {
        ItemRules rules = ItemRules.of(release);
        for (char each : allowed.toCharArray()) {
            rules = switch (each) {
                case 'b' -> rules.allowing(ItemRules.Policy.BASIC);
                case 'g' -> rules.allowing(ItemRules.Policy.GANG);
                case 's' -> rules.allowing(ItemRules.Mode.SINGLE);
                default -> rules.allowing(ItemRules.Mode.ALL);
            };
        }
        return rules;
    }

    /** {@return kind and place of each, such as {@code Invalid spec.scheduling}} */
    static List<String> lines(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.type().label() + " " + each.path())
                .toList();
    }
}
