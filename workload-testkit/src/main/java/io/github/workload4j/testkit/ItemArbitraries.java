package io.github.workload4j.testkit;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.intent.compile.Block;
import io.github.workload4j.intent.compile.ItemInput;
import io.github.workload4j.intent.compile.SchedulingConfig;
import io.github.workload4j.intent.compile.WorkloadItem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Arbitrary trees of items, as a controller describes its object. */
final class ItemArbitraries {

    /** As deep as a tree may be. */
    private static final int LEVELS = 4;

    private final Words words;
    private final GroupArbitraries parts;

    ItemArbitraries(Words words) {
        this.words = words;
        this.parts = new GroupArbitraries(words);
    }

    /**
     * What is said of one item, and where.
     *
     * @param byUser whether the user said it; if not, it is the default
     * @param atOnce the controller's count for a gang without one
     */
    private record Own(
            @Nullable WorkloadPodGroupSchedulingPolicy policy,
            @Nullable SchedulingConstraints constraints,
            List<PodGroupResourceClaim> claims,
            @Nullable DisruptionMode mode,
            boolean byUser,
            int atOnce) {

        boolean isGang() {
            return policy != null && policy.gang() != null;
        }

        boolean isAll() {
            return mode != null && mode.isAll();
        }
    }

    private record Draft(Own own, List<Draft> children) {

        WorkloadItem item(GroupArbitraries.FreshNames names, String priorityClass, FieldPath path) {
            List<WorkloadItem> items = children.stream()
                    .map(child -> child.item(names, priorityClass, path.child("groups")))
                    .toList();
            SchedulingConfig none = SchedulingConfig.EMPTY.withPriorityClassName(priorityClass);
            boolean composite = !items.isEmpty();
            return WorkloadItem.builder(names.of(composite ? "groups" : "pods"))
                    .path(path)
                    .defaults(
                            own.byUser
                                    ? none
                                    : new SchedulingConfig(
                                            own.policy,
                                            own.constraints,
                                            composite ? List.of() : own.claims,
                                            own.mode,
                                            priorityClass))
                    .input(!own.byUser ? nothing(composite) : composite ? compositeInput() : leafInput())
                    .callback(config -> config.withDefaultMinCount(own.atOnce))
                    .children(items)
                    .build();
        }

        private static ItemInput nothing(boolean composite) {
            return composite ? ItemInput.Composite.NONE : ItemInput.Leaf.NONE;
        }

        private ItemInput leafInput() {
            return new ItemInput.Leaf(
                    Block.of(own.policy, "schedulingPolicy"),
                    Block.of(own.constraints, "schedulingConstraints"),
                    Block.of(own.mode, "disruptionMode"),
                    Block.of(own.claims, "resourceClaims"));
        }

        private ItemInput compositeInput() {
            WorkloadPodGroupSchedulingPolicy policy = own.policy;
            WorkloadCompositePodGroupSchedulingPolicy block = policy == null
                    ? null
                    : WorkloadCompositePodGroupSchedulingPolicy.of(
                            policy.basic() == null ? null : new WorkloadCompositePodGroupSchedulingPolicy.Basic(),
                            policy.gang() == null
                                    ? null
                                    : new WorkloadCompositePodGroupSchedulingPolicy.Gang(
                                            policy.gang().minCount()));
            return new ItemInput.Composite(
                    Block.of(block, "schedulingPolicy"),
                    Block.of(own.constraints, "schedulingConstraints"),
                    Block.of(own.mode, "disruptionMode"));
        }
    }

    Arbitrary<WorkloadItem> items() {
        FieldPath path = FieldPath.root("spec").child("scheduling");
        return Combinators.combine(draft(LEVELS, false, false), parts.priorityClassName())
                .as((root, priorityClass) -> root.item(new GroupArbitraries.FreshNames(), priorityClass, path));
    }

    /** Below a gang all are gangs, and below what is disrupted all together all are, if rules are kept. */
    private Arbitrary<Draft> draft(int levels, boolean belowGang, boolean belowAll) {
        Arbitrary<Own> own = words.valid() ? valid(belowGang, belowAll) : any();
        Arbitrary<Draft> leaf = own.map(each -> new Draft(each, List.of()));
        if (levels == 1) {
            return leaf;
        }
        Arbitrary<Draft> composite =
                own.flatMap(each -> draft(levels - 1, belowGang || each.isGang(), belowAll || each.isAll())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(children -> new Draft(each, children)));
        return Arbitraries.frequencyOf(Tuple.of(3, leaf), Tuple.of(2, composite));
    }

    private Arbitrary<Own> valid(boolean belowGang, boolean belowAll) {
        Arbitrary<WorkloadPodGroupSchedulingPolicy> policies = belowGang || belowAll
                ? gang()
                : Arbitraries.frequencyOf(
                        Tuple.of(2, gang()),
                        Tuple.of(1, Arbitraries.just(new WorkloadPodGroupSchedulingPolicy.Basic())));
        Arbitrary<Boolean> all = Arbitraries.of(true, false);
        return Combinators.combine(
                        belowGang || belowAll ? policies : policies.injectNull(0.2),
                        parts.constraints().injectNull(0.6),
                        parts.claims(),
                        all,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 16))
                .as((policy, constraints, claims, together, byUser, atOnce) ->
                        new Own(policy, constraints, claims, mode(policy, together, belowAll), byUser, atOnce));
    }

    private static @Nullable DisruptionMode mode(
            @Nullable WorkloadPodGroupSchedulingPolicy policy, boolean together, boolean belowAll) {
        if (belowAll || together && policy != null && policy.gang() != null) {
            return DisruptionMode.ALL;
        }
        return together ? DisruptionMode.SINGLE : null;
    }

    private Arbitrary<WorkloadPodGroupSchedulingPolicy> gang() {
        return words.count().injectNull(0.3).map(WorkloadPodGroupSchedulingPolicy.Gang::new);
    }

    private Arbitrary<Own> any() {
        Arbitrary<WorkloadPodGroupSchedulingPolicy> policies = Combinators.combine(
                        Arbitraries.of(true, false), words.count().injectNull(0.3), Arbitraries.of(true, true, false))
                .as((basic, count, gang) -> WorkloadPodGroupSchedulingPolicy.of(
                        basic ? new WorkloadPodGroupSchedulingPolicy.Basic() : null,
                        gang ? new WorkloadPodGroupSchedulingPolicy.Gang(count) : null));
        Arbitrary<DisruptionMode> modes = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(DisruptionMode::of);
        return Combinators.combine(
                        policies.injectNull(0.3),
                        parts.constraints().injectNull(0.6),
                        parts.claims(),
                        modes.injectNull(0.5),
                        Arbitraries.of(true, false),
                        words.count())
                .as(Own::new);
    }
}
