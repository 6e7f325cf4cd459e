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
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary small clusters with a group in them, mixing all rules of placing: one to four nodes, up to five members, up to three strangers,
 * flat groups, groups of a {@code v1alpha1} Workload, groups of groups.
 */
public final class SmallClusters {

    private static final String NAMESPACE = "default";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final SmallClusterParts parts;

    private SmallClusters(boolean ordered) {
        this.parts = new SmallClusterParts(ordered);
    }

    /** {@return clusters with all rules} */
    public static Arbitrary<SmallCluster> all() {
        return new SmallClusters(true).clusters();
    }

    /** {@return clusters without pod affinity and topology spread, so without rules for which the order of placing matters} */
    public static Arbitrary<SmallCluster> withoutOrder() {
        return new SmallClusters(false).clusters();
    }

    /** What a pod is, beside what it asks. */
    private record Role(int profile, int leaf, int node, State state) {}

    private enum State {
        WAITING,
        RUNNING,
        GATED,
        FINISHED,
        ENDING,
        ELSEWHERE
    }

    /** The shape of the group: how its leaves hang together. */
    private record Shape(Kind kind, List<Leaf> leaves, @Nullable Integer minGroupCount, @Nullable String key, boolean nested) {}

    private record Leaf(@Nullable Integer minCount, @Nullable String key) {}

    private enum Kind {
        POD_GROUP,
        WORKLOAD,
        COMPOSITE
    }

    private Arbitrary<SmallCluster> clusters() {
        return Combinators.combine(
                        parts.node().list().ofMinSize(1).ofMaxSize(4),
                        parts.profile().list().ofMinSize(1).ofMaxSize(3),
                        shape(),
                        role(false).list().ofMinSize(1).ofMaxSize(5).edgeCases(edges -> edges.none()),
                        role(true).list().ofMaxSize(3))
                .as(SmallClusters::cluster);
    }

    private static Arbitrary<Role> role(boolean stranger) {
        Arbitrary<State> state = stranger
                ? Arbitraries.frequency(Tuple.of(8, State.RUNNING), Tuple.of(1, State.FINISHED), Tuple.of(1, State.ENDING))
                : Arbitraries.frequency(
                        Tuple.of(40, State.WAITING),
                        Tuple.of(4, State.RUNNING),
                        Tuple.of(1, State.GATED),
                        Tuple.of(1, State.FINISHED),
                        Tuple.of(1, State.ENDING),
                        Tuple.of(1, State.ELSEWHERE));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        state)
                .as(Role::new);
    }

    private static Arbitrary<Shape> shape() {
        Arbitrary<@Nullable Integer> count = Arbitraries.of(1, 1, 1, 2, 2, 3, 4).injectNull(0.2);
        Arbitrary<@Nullable String> key =
                Arbitraries.of(SmallClusterParts.ZONE, SmallClusterParts.RACK).injectNull(0.6);
        Arbitrary<Leaf> leaf = Combinators.combine(count, key).as(Leaf::new);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Kind.POD_GROUP), Tuple.of(1, Kind.WORKLOAD), Tuple.of(3, Kind.COMPOSITE)),
                        leaf.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(1, 1, 1, 2, 2, 3).injectNull(0.2),
                        key,
                        Arbitraries.of(false, false, true))
                .as(Shape::new);
    }

    private static SmallCluster cluster(
            List<SmallClusterParts.NodeParts> nodeParts,
            List<SmallClusterParts.Profile> profiles,
            Shape shape,
            List<Role> members,
            List<Role> strangers) {
        List<Node> nodes = new ArrayList<>();
        for (SmallClusterParts.NodeParts node : nodeParts) {
            nodes.add(node.named("n" + nodes.size()));
        }
        int leaves = shape.kind == Kind.COMPOSITE ? shape.leaves.size() : 1;
        List<Pod> pods = new ArrayList<>();
        for (Role role : members) {
            SmallClusterParts.Profile profile = profiles.get(role.profile % profiles.size());
            PodSpec.Builder spec = profile.spec().toBuilder();
            if (shape.kind == Kind.WORKLOAD) {
                spec.workloadRef(new WorkloadRef("w", "g", ""));
            } else {
                spec.schedulingGroup(new PodSchedulingGroup("g" + role.leaf % leaves));
            }
            pods.add(pod("p" + pods.size(), profile, spec, role, nodes));
        }
        for (Role role : strangers) {
            SmallClusterParts.Profile profile = profiles.get(role.profile % profiles.size());
            pods.add(pod("s" + pods.size(), profile, profile.spec().toBuilder(), role, nodes));
        }
        List<SchedulingObject> objects = new ArrayList<>();
        GroupRef group = groups(shape, objects);
        return new SmallCluster(nodes, pods, objects, group);
    }

    private static Pod pod(
            String name, SmallClusterParts.Profile profile, PodSpec.Builder spec, Role role, List<Node> nodes) {
        ObjectMeta.Builder metadata =
                ObjectMeta.builder().name(name).namespace(NAMESPACE).labels(profile.labels());
        String node = nodes.get(role.node % nodes.size()).metadata().name();
        String phase = "Pending";
        switch (role.state) {
            case WAITING -> {}
            case RUNNING -> {
                spec.nodeName(node);
                phase = "Running";
            }
            case GATED -> spec.schedulingGates(List.of("example.com/wait"));
            case FINISHED -> {
                spec.nodeName(node);
                phase = "Succeeded";
            }
            case ENDING -> {
                spec.nodeName(role.leaf == 0 ? "" : node);
                metadata.deletionTimestamp(LONG_AGO);
            }
            case ELSEWHERE -> spec.nodeName("gone");
        }
        return new Pod(
                metadata.build(),
                spec.build(),
                PodStatus.EMPTY.toBuilder().phase(phase).build());
    }

    private static GroupRef groups(Shape shape, List<SchedulingObject> objects) {
        if (shape.kind == Kind.WORKLOAD) {
            Leaf leaf = shape.leaves.get(0);
            PodGroupTemplate group = PodGroupTemplate.of("g", policy(leaf));
            objects.add(new Workload(
                    ApiVersion.V1ALPHA1,
                    ObjectMeta.of(NAMESPACE, "w"),
                    WorkloadSpec.EMPTY.withPodGroupTemplates(List.of(group))));
            return GroupRef.workload(NAMESPACE, "w", "g", "");
        }
        if (shape.kind == Kind.POD_GROUP) {
            objects.add(podGroup(0, shape.leaves.get(0), null));
            return GroupRef.podGroup(NAMESPACE, "g0");
        }
        objects.add(composite("root", null, shape.minGroupCount, shape.key));
        if (shape.nested) {
            objects.add(composite("inner", "root", 1, shape.key));
        }
        for (int i = 0; i < shape.leaves.size(); i++) {
            objects.add(podGroup(i, shape.leaves.get(i), shape.nested && i > 0 ? "inner" : "root"));
        }
        return GroupRef.compositePodGroup(NAMESPACE, "root");
    }

    private static SchedulingPolicy policy(Leaf leaf) {
        return leaf.minCount == null ? new SchedulingPolicy.Basic() : new SchedulingPolicy.Gang(leaf.minCount);
    }

    private static @Nullable SchedulingConstraints constraints(@Nullable String key) {
        return key == null ? null : SchedulingConstraints.sameDomain(key);
    }

    private static PodGroup podGroup(int index, Leaf leaf, @Nullable String parent) {
        PodGroupSpec spec = PodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .schedulingPolicy(policy(leaf))
                .schedulingConstraints(constraints(leaf.key))
                .build();
        return new PodGroup(ApiVersion.V1ALPHA3, ObjectMeta.of(NAMESPACE, "g" + index), spec, PodGroupStatus.EMPTY);
    }

    private static CompositePodGroup composite(
            String name, @Nullable String parent, @Nullable Integer minGroupCount, @Nullable String key) {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .schedulingPolicy(
                        minGroupCount == null
                                ? new CompositeSchedulingPolicy.Basic()
                                : new CompositeSchedulingPolicy.Gang(minGroupCount))
                .schedulingConstraints(constraints(key))
                .build();
        return new CompositePodGroup(
                ApiVersion.V1ALPHA3, ObjectMeta.of(NAMESPACE, name), spec, CompositePodGroupStatus.EMPTY);
    }
}
