package io.github.workload4j.testkit;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary small clusters with a group in them, mixing all rules of placing: one to four nodes, up to five members, up
 * to three strangers, two namespaces with labels and one without, flat groups, groups of a {@code v1alpha1} Workload
 * with replica keys, trees of groups, and now and then members that do not agree or groups with a fault.
 */
public final class SmallClusters {

    private static final String OTHER = "other";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Namespace> NAMESPACES =
            List.of(namespace(SmallClusterGroups.NAMESPACE, "a"), namespace(OTHER, "b"));

    private final SmallClusterParts parts;

    private SmallClusters(boolean ordered) {
        this.parts = new SmallClusterParts(ordered);
    }

    private static Namespace namespace(String name, String team) {
        return new Namespace(
                ObjectMeta.of(name).toBuilder().labels(Map.of("team", team)).build());
    }

    /** {@return clusters with all rules} */
    public static Arbitrary<SmallCluster> all() {
        return new SmallClusters(true).clusters();
    }

    /**
     * {@return clusters without pod affinity and topology spread, so without rules for which the order of placing
     * matters}
     */
    public static Arbitrary<SmallCluster> withoutOrder() {
        return new SmallClusters(false).clusters();
    }

    /** What a pod is, beside what it asks. */
    private record Role(int profile, int leaf, int node, State state, Oddity oddity) {}

    private enum State {
        WAITING,
        RUNNING,
        GATED,
        FINISHED,
        ENDING,
        ELSEWHERE
    }

    /** In what a pod is unlike the other members. */
    private enum Oddity {
        NONE,
        PRIORITY,
        NO_PRIORITY,
        PREEMPTION,
        SCHEDULER,
        DEFAULT_SCHEDULER,
        NAMESPACE,
        UNKNOWN_NAMESPACE,
        REPLICA_KEY,
        NO_GROUP
    }

    private Arbitrary<SmallCluster> clusters() {
        return Combinators.combine(
                        parts.node().list().ofMinSize(1).ofMaxSize(4),
                        parts.profile().list().ofMinSize(1).ofMaxSize(3),
                        SmallClusterGroups.all(),
                        role(false).list().ofMinSize(1).ofMaxSize(5).edgeCases(edges -> edges.none()),
                        role(true).list().ofMaxSize(3))
                .as(SmallClusters::cluster);
    }

    private static Arbitrary<Role> role(boolean stranger) {
        Arbitrary<State> state = stranger
                ? Arbitraries.frequency(
                        Tuple.of(8, State.RUNNING), Tuple.of(1, State.FINISHED), Tuple.of(1, State.ENDING))
                : Arbitraries.frequency(
                        Tuple.of(40, State.WAITING),
                        Tuple.of(6, State.RUNNING),
                        Tuple.of(1, State.GATED),
                        Tuple.of(1, State.FINISHED),
                        Tuple.of(1, State.ENDING),
                        Tuple.of(1, State.ELSEWHERE));
        Arbitrary<Oddity> oddity = stranger
                ? Arbitraries.frequency(
                        Tuple.of(6, Oddity.NONE), Tuple.of(3, Oddity.NAMESPACE), Tuple.of(1, Oddity.UNKNOWN_NAMESPACE))
                : Arbitraries.frequency(
                        Tuple.of(100, Oddity.NONE),
                        Tuple.of(1, Oddity.PRIORITY),
                        Tuple.of(3, Oddity.NO_PRIORITY),
                        Tuple.of(1, Oddity.PREEMPTION),
                        Tuple.of(1, Oddity.SCHEDULER),
                        Tuple.of(3, Oddity.DEFAULT_SCHEDULER),
                        Tuple.of(4, Oddity.NAMESPACE),
                        Tuple.of(5, Oddity.REPLICA_KEY),
                        Tuple.of(1, Oddity.NO_GROUP));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        state,
                        oddity)
                .as(Role::new);
    }

    private static SmallCluster cluster(
            List<SmallClusterParts.NodeParts> nodeParts,
            List<SmallClusterParts.Profile> profiles,
            SmallClusterGroups groups,
            List<Role> members,
            List<Role> strangers) {
        List<Node> nodes = new ArrayList<>();
        for (SmallClusterParts.NodeParts node : nodeParts) {
            nodes.add(node.named("n" + nodes.size()));
        }
        List<Pod> pods = new ArrayList<>();
        for (Role role : members) {
            SmallClusterParts.Profile profile = profiles.get(role.profile % profiles.size());
            PodSpec.Builder spec = profile.spec().toBuilder();
            spec.priority(groups.priority()).preemptionPolicy(groups.preemption());
            if (role.oddity != Oddity.NO_GROUP) {
                groups.addMember(spec, role.leaf, role.oddity == Oddity.REPLICA_KEY);
            }
            pods.add(pod("p" + pods.size(), profile, spec, role, nodes));
        }
        for (Role role : strangers) {
            SmallClusterParts.Profile profile = profiles.get(role.profile % profiles.size());
            pods.add(pod("s" + pods.size(), profile, profile.spec().toBuilder(), role, nodes));
        }
        return new SmallCluster(nodes, pods, groups.objects(), groups.ref(), NAMESPACES);
    }

    private static Pod pod(
            String name, SmallClusterParts.Profile profile, PodSpec.Builder spec, Role role, List<Node> nodes) {
        ObjectMeta.Builder metadata = ObjectMeta.builder()
                .name(name)
                .namespace(SmallClusterGroups.NAMESPACE)
                .labels(profile.labels());
        switch (role.oddity) {
            case PRIORITY -> spec.priority(9);
            case NO_PRIORITY -> spec.priority(null);
            case PREEMPTION -> spec.preemptionPolicy(new PreemptionPolicy("Odd"));
            case SCHEDULER -> spec.schedulerName("other");
            case DEFAULT_SCHEDULER -> spec.schedulerName("default-scheduler");
            case NAMESPACE -> metadata.namespace(OTHER);
            case UNKNOWN_NAMESPACE -> metadata.namespace("unknown");
            default -> {}
        }
        String node = nodes.get(role.node % nodes.size()).metadata().name();
        PodStatus.Builder status = PodStatus.builder().phase("Pending");
        switch (role.state) {
            case WAITING -> {}
            case RUNNING -> {
                spec.nodeName(node);
                status.phase("Running");
                resize(profile, status);
            }
            case GATED -> spec.schedulingGates(List.of("example.com/wait"));
            case FINISHED -> {
                spec.nodeName(node);
                status.phase("Succeeded");
            }
            case ENDING -> {
                spec.nodeName(role.leaf == 0 ? "" : node);
                metadata.deletionTimestamp(LONG_AGO);
            }
            case ELSEWHERE -> spec.nodeName("gone");
        }
        return new Pod(metadata.build(), spec.build(), status.build());
    }

    private static void resize(SmallClusterParts.Profile profile, PodStatus.Builder status) {
        SmallClusterParts.Resize resize = profile.resize();
        status.containerStatuses(resize.containers()).initContainerStatuses(resize.initContainers());
        if (resize.infeasible()) {
            status.conditions(List.of(new Condition("PodResizePending", "True", 0, null, "Infeasible", "")));
        }
    }
}
