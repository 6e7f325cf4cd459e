package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.RepellingPod;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something a group or its pods ask for that could be dropped. The minimum of a group is none: without it there is no
 * gang.
 */
public sealed interface Requirement {

    /** Most pods that repel and are named. */
    int MOST_REPELLING = 8;

    /**
     * {@return everything a group asks that could be dropped, in the order in which people think of it: domains,
     * requests with devices first, rules; of more than 200 resources, labels or topology keys the first eight; in time
     * linear in classes of pods times nodes}
     */
    static List<Requirement> of(GroupQuestion question) {
        requireNonNull(question, "question");
        FilterReasons[] refusals = new FilterReasons[question.podClasses().size()];
        Arrays.setAll(refusals, question::filterReasons);
        return new Requirements(question, refusals).find();
    }

    /** {@return the same question without this requirement} */
    GroupQuestion dropFrom(GroupQuestion question);

    /**
     * All pods of a group in one domain.
     *
     * @param group the group
     * @param key label of nodes
     * @param pinned the value that running members bind it to, or null
     */
    record SameDomain(GroupRef group, String key, @Nullable String pinned) implements Requirement {

        public SameDomain {
            requireNonNull(group, "group");
            requireNonNull(key, "key");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withTopologyKey(group, null);
        }
    }

    /**
     * What pods ask of a resource.
     *
     * @param resource its name
     * @param most what the pod that asks most asks: cpu in thousandths, the rest in units
     */
    record Request(String resource, long most) implements Requirement {

        public Request {
            requireNonNull(resource, "resource");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withoutRequest(resource);
        }
    }

    /**
     * A label that the node selectors of the pods ask for.
     *
     * @param key the label
     * @param value the value asked for, or null if pods ask for several
     */
    record Selector(String key, @Nullable String value) implements Requirement {

        public Selector {
            requireNonNull(key, "key");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(spec(spec -> {
                Map<String, String> rest = new LinkedHashMap<>(spec.nodeSelector());
                rest.remove(key);
                return spec.toBuilder().nodeSelector(rest).build();
            }));
        }
    }

    /** The required node affinities of the pods. */
    record NodeAffinity() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(affinity(affinity ->
                    new Affinity(null, affinity.requiredPodAffinity(), affinity.requiredPodAntiAffinity())));
        }
    }

    /**
     * Staying away from nodes with taints that the pods do not tolerate.
     *
     * @param taints taints of one key and effect; of a great many keys those of the rarer ones together
     */
    record Taints(List<Taint> taints) implements Requirement {

        public Taints {
            taints = List.copyOf(requireNonNull(taints, "taints"));
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(tolerating(taints));
        }
    }

    /** Staying away from cordoned nodes, and from the taint that cordoning puts on them. */
    record Cordon() implements Requirement {

        private static final Taint CORDON = new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(tolerating(List.of(CORDON)));
        }
    }

    /**
     * The required anti-affinities of the pods over one label.
     *
     * @param topologyKey the label whose domains they keep apart in
     */
    record AntiAffinity(String topologyKey) implements Requirement {

        public AntiAffinity {
            requireNonNull(topologyKey, "topologyKey");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(affinity(affinity -> new Affinity(
                    affinity.requiredNodeAffinity(),
                    affinity.requiredPodAffinity(),
                    without(topologyKey, affinity.requiredPodAntiAffinity()))));
        }
    }

    /**
     * Staying away from pods that are there and keep the group's away by their own anti-affinity. It is their rule; the
     * group's part in it are its labels.
     *
     * @param pods the first of them, by name, at most {@link #MOST_REPELLING}
     * @param all how many there are
     */
    record Repelled(List<RepellingPod> pods, int all) implements Requirement {

        public Repelled {
            pods = List.copyOf(requireNonNull(pods, "pods"));
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withoutRepelling();
        }
    }

    /**
     * The required affinities of the pods to other pods over one label.
     *
     * @param topologyKey the label whose domains they must share
     */
    record PodAffinity(String topologyKey) implements Requirement {

        public PodAffinity {
            requireNonNull(topologyKey, "topologyKey");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(affinity(affinity -> new Affinity(
                    affinity.requiredNodeAffinity(),
                    without(topologyKey, affinity.requiredPodAffinity()),
                    affinity.requiredPodAntiAffinity())));
        }
    }

    private static List<PodAffinityTerm> without(String topologyKey, List<PodAffinityTerm> terms) {
        return terms.stream()
                .filter(term -> !term.topologyKey().equals(topologyKey))
                .toList();
    }

    /**
     * The topology spread constraints of the pods over one label that block.
     *
     * @param topologyKey the label over whose domains they spread
     */
    record Spread(String topologyKey) implements Requirement {

        public Spread {
            requireNonNull(topologyKey, "topologyKey");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(spec(spec -> spec.toBuilder()
                    .topologySpreadConstraints(spec.topologySpreadConstraints().stream()
                            .filter(each -> !each.topologyKey().equals(topologyKey))
                            .toList())
                    .build()));
        }
    }

    /** Volumes of the pods: claims, disks, and how many a node attaches. */
    record Volumes() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withoutVolumes();
        }
    }

    /**
     * Claims that several of the pods share and that are not bound. It is dropped by binding them first, to volumes
     * that every node reaches.
     *
     * @param claims their names, as {@code namespace/name}, in order
     */
    record SharedClaims(List<String> claims) implements Requirement {

        public SharedClaims {
            claims = List.copyOf(requireNonNull(claims, "claims"));
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withSharedClaimsBound();
        }
    }

    /** The host ports of the pods. */
    record HostPorts() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(spec(spec -> spec.toBuilder()
                    .hostNetwork(false)
                    .containers(withoutPorts(spec.containers()))
                    .initContainers(withoutPorts(spec.initContainers()))
                    .build()));
        }

        private static List<Container> withoutPorts(List<Container> containers) {
            return containers.stream().map(each -> each.withPorts(List.of())).toList();
        }
    }

    /**
     * A condition that claims of the pods set for their devices.
     *
     * @param kind what kind of condition
     * @param of the attribute, or the condition as written; of a taint {@code key:effect}
     */
    record Devices(DeviceCondition kind, String of) implements Requirement {

        public Devices {
            requireNonNull(kind, "kind");
            requireNonNull(of, "of");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            requireNonNull(question, "question");
            ClusterSnapshot snapshot = question.snapshot();
            return question.on(snapshot.withDevices(snapshot.devices().asking(spec -> kind.dropFrom(spec, of))));
        }
    }

    private static UnaryOperator<Pod> spec(UnaryOperator<PodSpec> change) {
        return pod -> pod.withSpec(change.apply(pod.spec()));
    }

    private static UnaryOperator<Pod> affinity(UnaryOperator<Affinity> change) {
        return spec(spec -> {
            Affinity affinity = spec.affinity();
            return affinity == null
                    ? spec
                    : spec.toBuilder().affinity(change.apply(affinity)).build();
        });
    }

    private static UnaryOperator<Pod> tolerating(List<Taint> taints) {
        return spec(spec -> {
            List<Toleration> more = new ArrayList<>(spec.tolerations());
            taints.forEach(taint -> more.add(new Toleration(taint.key(), "Exists", "", taint.effect())));
            return spec.toBuilder().tolerations(more).build();
        });
    }
}
