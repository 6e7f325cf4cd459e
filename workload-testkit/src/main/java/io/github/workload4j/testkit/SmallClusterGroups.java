package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a group: flat, of a {@code v1alpha1} Workload, or a tree of up to five levels, one more than there may
 * be; now and then with a fault.
 *
 * @param kind which of the three
 * @param version version of a flat group
 * @param leaves groups that hold pods; a flat group is the first, a Workload has all of them
 * @param inner composites below the root of a tree
 * @param top the root of a tree
 * @param priority priority of all groups but some leaves, or null
 * @param preemption preemption policy of all groups, or null
 * @param replicaKey the key of the group under test, of a Workload
 * @param fault what is wrong
 */
record SmallClusterGroups(
        Kind kind,
        ApiVersion version,
        List<Leaf> leaves,
        List<Inner> inner,
        Inner top,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemption,
        String replicaKey,
        Fault fault) {

    static final String NAMESPACE = "default";

    enum Kind {
        POD_GROUP,
        WORKLOAD,
        COMPOSITE
    }

    enum Fault {
        NONE,
        MISSING,
        MISSING_PARENT,
        CYCLE,
        TWO_WORKLOADS,
        NO_MINIMUM
    }

    record Leaf(@Nullable Integer minCount, @Nullable String key, int parent, boolean ownPriority) {}

    record Inner(@Nullable Integer minGroupCount, @Nullable String key, int parent) {}

    static Arbitrary<SmallClusterGroups> all() {
        Arbitrary<@Nullable Integer> count =
                Arbitraries.of(1, 1, 1, 1, 2, 2, 3, 4).injectNull(0.25);
        Arbitrary<@Nullable String> key =
                Arbitraries.of(SmallClusterParts.ZONE, SmallClusterParts.RACK).injectNull(0.6);
        Arbitrary<Integer> parent = Arbitraries.of(0, 0, 0, 1, 2, 3);
        Arbitrary<Leaf> leaf = Combinators.combine(
                        count, key, parent, Arbitraries.frequency(Tuple.of(15, false), Tuple.of(1, true)))
                .as(Leaf::new);
        Arbitrary<Inner> inner = Combinators.combine(
                        Arbitraries.of(1, 1, 1, 1, 2, 2, 3).injectNull(0.2), key, Arbitraries.of(0, 1, 2, 3, 3))
                .as(Inner::new);
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(5, Kind.POD_GROUP), Tuple.of(2, Kind.WORKLOAD), Tuple.of(4, Kind.COMPOSITE));
        Arbitrary<Fault> fault = Arbitraries.frequency(
                Tuple.of(60, Fault.NONE),
                Tuple.of(1, Fault.MISSING),
                Tuple.of(1, Fault.MISSING_PARENT),
                Tuple.of(1, Fault.CYCLE),
                Tuple.of(1, Fault.TWO_WORKLOADS),
                Tuple.of(1, Fault.NO_MINIMUM));
        return Combinators.combine(
                        Combinators.combine(
                                        kind,
                                        Arbitraries.of(ApiVersion.V1ALPHA2, ApiVersion.V1ALPHA3, ApiVersion.V1BETA1))
                                .as(Tuple::of),
                        leaf.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(List.<Inner>of())),
                                Tuple.of(4, inner.list().ofSize(1)),
                                Tuple.of(1, inner.list().ofMinSize(2).ofMaxSize(4))),
                        inner,
                        Arbitraries.of(0, 5).injectNull(0.7),
                        Arbitraries.of(PreemptionPolicy.NEVER, PreemptionPolicy.PREEMPT_LOWER_PRIORITY)
                                .injectNull(0.7),
                        Arbitraries.of("", "", "r1"),
                        fault)
                .as((form, leaves, composites, top, priority, preemption, replicaKey, wrong) -> new SmallClusterGroups(
                        form.get1(), form.get2(), leaves, composites, top, priority, preemption, replicaKey, wrong));
    }

    /** Makes a pod a member; for a Workload of one of its groups, with one of two keys. */
    void addMember(PodSpec.Builder spec, int leaf, boolean other) {
        if (kind == Kind.WORKLOAD) {
            boolean first = leaf % 3 != 1 || leaves.size() == 1;
            String key = other ? (replicaKey.isEmpty() ? "r1" : "") : replicaKey;
            spec.workloadRef(new WorkloadRef("w", first ? "g0" : "g1", key));
        } else {
            spec.schedulingGroup(new PodSchedulingGroup("g" + (kind == Kind.COMPOSITE ? leaf % leaves.size() : 0)));
        }
    }

    /** {@return the group under test} */
    GroupRef ref() {
        return switch (kind) {
            case WORKLOAD -> GroupRef.workload(NAMESPACE, "w", "g0", replicaKey);
            case POD_GROUP -> GroupRef.podGroup(NAMESPACE, "g0");
            case COMPOSITE -> GroupRef.compositePodGroup(NAMESPACE, "c0");
        };
    }

    /** {@return the objects: the groups, and one of the same name in another namespace} */
    List<SchedulingObject> objects() {
        List<SchedulingObject> objects = new ArrayList<>();
        if (fault != Fault.MISSING) {
            addGroups(objects);
        }
        objects.add(new PodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("other", "g0"),
                PodGroupSpec.builder()
                        .schedulingPolicy(new SchedulingPolicy.Gang(7))
                        .build(),
                PodGroupStatus.EMPTY));
        return objects;
    }

    private void addGroups(List<SchedulingObject> objects) {
        if (kind == Kind.WORKLOAD) {
            List<PodGroupTemplate> groups = new ArrayList<>();
            for (Leaf leaf : leaves) {
                groups.add(PodGroupTemplate.of("g" + groups.size(), policy(leaf, groups.isEmpty())));
            }
            objects.add(new Workload(
                    ApiVersion.V1ALPHA1,
                    ObjectMeta.of(NAMESPACE, "w"),
                    WorkloadSpec.EMPTY.withPodGroupTemplates(groups)));
        } else if (kind == Kind.POD_GROUP) {
            objects.add(podGroup(version, 0, fault == Fault.MISSING_PARENT ? "nowhere" : null));
        } else {
            String above = switch (fault) {
                case MISSING_PARENT -> "nowhere";
                case CYCLE -> "c" + inner.size();
                default -> null;
            };
            objects.add(composite(0, above, top));
            for (int i = 0; i < inner.size(); i++) {
                // The cycle goes through all composites, so that each has its root in it.
                int up = fault == Fault.CYCLE ? i : Math.min(i, inner.get(i).parent);
                objects.add(composite(i + 1, "c" + up, inner.get(i)));
            }
            for (int i = 0; i < leaves.size(); i++) {
                objects.add(podGroup(ApiVersion.V1ALPHA3, i, "c" + leaves.get(i).parent % (inner.size() + 1)));
            }
        }
    }

    private SchedulingPolicy policy(Leaf leaf, boolean first) {
        if (first && fault == Fault.NO_MINIMUM) {
            return new SchedulingPolicy.Gang(0);
        }
        return leaf.minCount == null ? new SchedulingPolicy.Basic() : new SchedulingPolicy.Gang(leaf.minCount);
    }

    private static @Nullable SchedulingConstraints constraints(@Nullable String key) {
        return key == null ? null : SchedulingConstraints.sameDomain(key);
    }

    private TemplateRef template(int leaf) {
        return TemplateRef.of(fault == Fault.TWO_WORKLOADS && leaf == 0 ? "v" : "w", "t");
    }

    private PodGroup podGroup(ApiVersion in, int index, @Nullable String parent) {
        Leaf leaf = leaves.get(index);
        PodGroupSpec spec = PodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .workloadRef(template(index))
                .schedulingPolicy(policy(leaf, index == 0))
                .schedulingConstraints(constraints(leaf.key))
                .priority(leaf.ownPriority && parent != null ? Integer.valueOf(3) : priority)
                .preemptionPolicy(preemption)
                .build();
        return new PodGroup(in, ObjectMeta.of(NAMESPACE, "g" + index), spec, PodGroupStatus.EMPTY);
    }

    private CompositePodGroup composite(int number, @Nullable String parent, Inner how) {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .workloadRef(template(1))
                .schedulingPolicy(
                        how.minGroupCount == null
                                ? new CompositeSchedulingPolicy.Basic()
                                : new CompositeSchedulingPolicy.Gang(how.minGroupCount))
                .schedulingConstraints(constraints(how.key))
                .priority(priority)
                .preemptionPolicy(preemption)
                .build();
        return new CompositePodGroup(
                ApiVersion.V1ALPHA3, ObjectMeta.of(NAMESPACE, "c" + number), spec, CompositePodGroupStatus.EMPTY);
    }
}
