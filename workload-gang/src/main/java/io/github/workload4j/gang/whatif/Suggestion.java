package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.question.GroupQuestion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One change with which a group that does not fit would fit. Each is enough by itself. */
public sealed interface Suggestion
        permits Suggestion.LowerMinimum,
                Suggestion.SmallerRequest,
                Suggestion.FewerDevices,
                Suggestion.MoreDevices,
                Suggestion.WiderDomain,
                Suggestion.WithoutRules,
                Suggestion.HonorTaints,
                Suggestion.Uncordon,
                VolumeSuggestion,
                Suggestion.Wait,
                Suggestion.MoreNodes {

    /**
     * A lower minimum.
     *
     * @param group the group
     * @param most the largest {@code minCount} (for a composite {@code minGroupCount}) that fits now, running members
     *     included
     * @param asked its minimum
     * @param exact whether it is proved that one more does not fit; false if there is no more to try
     */
    record LowerMinimum(GroupRef group, int most, int asked, boolean exact) implements Suggestion {

        public LowerMinimum {
            requireNonNull(group, "group");
        }
    }

    /**
     * A smaller request of one resource, for each pod that asks more.
     *
     * @param resource its name
     * @param largest the largest request with which the group fits: cpu in thousandths, the rest in units; a multiple
     *     of {@code step}
     * @param asked the largest request as things are
     * @param step if {@code exact}: with this much more the group does not fit
     * @param exact whether that is proved
     */
    record SmallerRequest(String resource, long largest, long asked, long step, boolean exact) implements Suggestion {

        public SmallerRequest {
            requireNonNull(resource, "resource");
        }
    }

    /**
     * Fewer devices for each request of the claims that asks more.
     *
     * @param deviceClass class of the devices
     * @param largest the largest number of a request with which the group fits
     * @param asked the largest number as things are
     * @param exact whether it is proved that the group does not fit with one device more
     */
    record FewerDevices(String deviceClass, long largest, long asked, boolean exact) implements Suggestion {

        public FewerDevices {
            requireNonNull(deviceClass, "deviceClass");
        }

        /** {@return the same question, in which no request for devices of this class asks more} */
        public GroupQuestion applyTo(GroupQuestion question) {
            requireNonNull(question, "question");
            ClusterSnapshot snapshot = question.snapshot();
            return question.on(snapshot.withDevices(snapshot.devices()
                    .asking(spec -> spec.withAsks(
                            ask -> ask.isAll() || !ask.deviceClassName().equals(deviceClass) || ask.devices() <= largest
                                    ? ask
                                    : ask.withCount(largest)))));
        }
    }

    /**
     * More devices like one that is there, on some nodes.
     *
     * @param like the device whose driver, attributes and capacities they have; they have no taints
     * @param nodes how many on which node, in the order of names
     * @param exact whether it is proved that fewer are not enough, on whatever nodes
     */
    record MoreDevices(DevicesAsked.Offered like, Map<String, Integer> nodes, boolean exact) implements Suggestion {

        public MoreDevices {
            requireNonNull(like, "like");
            nodes = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(nodes, "nodes")));
        }

        /** {@return how many in all} */
        public int count() {
            return nodes.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** {@return a snapshot with these devices, in pools of their own} */
        public ClusterSnapshot applyTo(ClusterSnapshot snapshot) {
            return AddedDevices.on(requireNonNull(snapshot, "snapshot"), like, nodes);
        }
    }

    /**
     * A wider domain, or none.
     *
     * @param group the group
     * @param key label the group is bound to
     * @param wider label of the narrowest domains that are wide enough, or null to drop the constraint
     * @param tooNarrow labels of wider domains that are not wide enough, narrowest first
     * @param exact whether it is proved that those of {@code tooNarrow} are not enough
     */
    record WiderDomain(GroupRef group, String key, @Nullable String wider, List<String> tooNarrow, boolean exact)
            implements Suggestion {

        public WiderDomain {
            requireNonNull(group, "group");
            requireNonNull(key, "key");
            tooNarrow = List.copyOf(requireNonNull(tooNarrow, "tooNarrow"));
        }
    }

    /**
     * Rules of the pods to drop: a selector, a taint that is not tolerated, anti-affinity. One rule if one is enough.
     *
     * @param requirements the rules, all of which must go
     * @param then what must be done as well, if the rules alone are not enough; or null
     * @param exact whether it is proved that none of them can stay, even with all others dropped and {@code then} done
     */
    record WithoutRules(
            List<Requirement> requirements, @Nullable LowerMinimum then, boolean exact) implements Suggestion {

        public WithoutRules {
            requirements = List.copyOf(requireNonNull(requirements, "requirements"));
        }
    }

    /**
     * A topology spread that counts only nodes whose taints the pods tolerate ({@code nodeTaintsPolicy: Honor}).
     *
     * @param topologyKey label of the constraints
     * @param exact whether it is proved that the group does not fit without this change
     */
    record HonorTaints(String topologyKey, boolean exact) implements Suggestion {

        public HonorTaints {
            requireNonNull(topologyKey, "topologyKey");
        }

        /** {@return the same question, with the constraints of this label changed} */
        public GroupQuestion applyTo(GroupQuestion question) {
            requireNonNull(question, "question");
            return question.withPods(pod -> pod.withSpec(pod.spec().toBuilder()
                    .topologySpreadConstraints(pod.spec().topologySpreadConstraints().stream()
                            .map(this::honoring)
                            .toList())
                    .build()));
        }

        private TopologySpreadConstraint honoring(TopologySpreadConstraint each) {
            return !each.topologyKey().equals(topologyKey)
                    ? each
                    : each.toBuilder().nodeTaintsPolicy("Honor").build();
        }
    }

    /**
     * Cordoned nodes to uncordon.
     *
     * @param nodes their names, in order
     * @param exact whether it is proved that each is needed: with the others alone the group does not fit
     */
    record Uncordon(List<String> nodes, boolean exact) implements Suggestion {

        public Uncordon {
            nodes = List.copyOf(requireNonNull(nodes, "nodes"));
        }

        /**
         * {@return the node as it is once it is uncordoned: without the mark, and without the taint that the mark
         * brings}
         */
        public static Node uncordoned(Node node) {
            requireNonNull(node, "node");
            List<Taint> taints = node.spec().taints().stream()
                    .filter(taint -> !new FilterReason.Tainted(taint).isCordon())
                    .toList();
            return new Node(node.metadata(), new NodeSpec(false, taints), node.status());
        }
    }

    /**
     * More empty nodes like one that is there.
     *
     * @param like the node whose allocatable, labels and taints they have, except for the name (also as a label) and
     *     the domain
     * @param key label that is set to {@code domain} on them, or null
     * @param domain value of the label, or null
     * @param count how many
     * @param exact whether it is proved that one fewer is not enough
     */
    record MoreNodes(
            Node like, @Nullable String key, @Nullable String domain, int count, boolean exact) implements Suggestion {

        public MoreNodes {
            requireNonNull(like, "like");
        }
    }

    /**
     * Pods that run now are waited for, until they have ended by themselves.
     *
     * @param until when the last of them has
     * @param pods how many pods have ended by then
     * @param exact whether it is proved that the group does not fit before
     */
    record Wait(Instant until, int pods, boolean exact) implements Suggestion {

        public Wait {
            requireNonNull(until, "until");
        }
    }
}
