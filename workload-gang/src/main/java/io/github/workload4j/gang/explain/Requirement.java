package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Refusals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Something a group or its pods ask for that could be dropped. The minimum of a group is none: without it there is no gang. */
public sealed interface Requirement {

    /**
     * {@return everything a group asks that could be dropped, in the order in which people think of it: domains, requests with devices first,
     * rules; in time linear in kinds of pods times nodes}
     */
    static List<Requirement> of(GroupQuestion question) {
        Refusals[] refusals = new Refusals[question.kinds().size()];
        Arrays.setAll(refusals, question::refusals);
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

        /** Checks presence. */
        public SameDomain {
            requireNonNull(group, "group");
            requireNonNull(key, "key");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
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

        /** Checks presence. */
        public Request {
            requireNonNull(resource, "resource");
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(pod -> PodRequests.without(pod, resource));
        }
    }

    /** The node selectors of the pods. */
    record Selector() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(spec(spec -> spec.toBuilder().nodeSelector(Map.of()).build()));
        }
    }

    /** The required node affinities of the pods. */
    record NodeAffinity() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(affinity(false, true, true));
        }
    }

    /**
     * Staying away from nodes with taints that the pods do not tolerate.
     *
     * @param taints the taints, those in the way of most nodes first
     */
    record Taints(List<Taint> taints) implements Requirement {

        /** Copies the list. */
        public Taints {
            taints = List.copyOf(taints);
        }

        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(tolerating(taints));
        }
    }

    /** Staying away from cordoned nodes. */
    record Cordon() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(
                    tolerating(List.of(new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule"))));
        }
    }

    /** The required anti-affinities of the pods. */
    record AntiAffinity() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(affinity(true, true, false));
        }
    }

    /** The required affinities of the pods to other pods. */
    record PodAffinity() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(affinity(true, false, true));
        }
    }

    /** The topology spread constraints of the pods that block. */
    record Spread() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(spec(spec ->
                    spec.toBuilder().topologySpreadConstraints(List.of()).build()));
        }
    }

    /** The host ports of the pods. */
    record HostPorts() implements Requirement {
        @Override
        public GroupQuestion dropFrom(GroupQuestion question) {
            return question.withPods(spec(spec -> spec.toBuilder()
                    .hostNetwork(false)
                    .containers(withoutPorts(spec.containers()))
                    .initContainers(withoutPorts(spec.initContainers()))
                    .build()));
        }

        private static List<Container> withoutPorts(List<Container> containers) {
            return containers.stream()
                    .map(each -> new Container(
                            each.name(), each.image(), each.resources(), List.of(), each.restartPolicy()))
                    .toList();
        }
    }

    private static UnaryOperator<Pod> spec(UnaryOperator<PodSpec> change) {
        return pod -> new Pod(pod.metadata(), change.apply(pod.spec()), pod.status());
    }

    /** Keeps what is said: node affinity, pod affinity, pod anti-affinity. */
    private static UnaryOperator<Pod> affinity(boolean nodes, boolean together, boolean apart) {
        return spec(spec -> {
            Affinity affinity = spec.affinity();
            if (affinity == null) {
                return spec;
            }
            List<PodAffinityTerm> none = List.of();
            return spec.toBuilder()
                    .affinity(new Affinity(
                            nodes ? affinity.requiredNodeAffinity() : null,
                            together ? affinity.requiredPodAffinity() : none,
                            apart ? affinity.requiredPodAntiAffinity() : none))
                    .build();
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
