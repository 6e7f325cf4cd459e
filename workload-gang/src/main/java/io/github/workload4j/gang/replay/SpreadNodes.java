package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The nodes on which a constraint of spread counts pods, each with its domain. Not changed once it is made. */
final class SpreadNodes {

    private final Map<String, String> domainOf = new HashMap<>();
    private final int domains;

    SpreadNodes(Collection<Node> nodes, String key, Predicate<Node> eligible) {
        for (Node node : nodes) {
            if (eligible.test(node)) {
                domainOf.put(node.metadata().name(), node.metadata().labels().get(key));
            }
        }
        this.domains = new HashSet<>(domainOf.values()).size();
    }

    /** All that decides which nodes these are. */
    record Content(
            String key,
            Set<String> keys,
            String affinityPolicy,
            String taintsPolicy,
            Map<String, String> nodeSelector,
            @Nullable NodeSelector required,
            List<Toleration> tolerations) {

        static Content of(Pod pod, TopologySpreadConstraint constraint, Spreading spread) {
            return new Content(
                    constraint.topologyKey(),
                    spread.keys(),
                    constraint.nodeAffinityPolicy(),
                    constraint.nodeTaintsPolicy(),
                    pod.spec().nodeSelector(),
                    pod.spec().affinity() == null ? null : pod.spec().affinity().requiredNodeAffinity(),
                    pod.spec().tolerations());
        }
    }

    /** {@return the domain of a node; null if pods there are not counted} */
    @Nullable
    String domainOf(Node node) {
        return domainOf.get(node.metadata().name());
    }

    /** {@return how many domains there are} */
    int domains() {
        return domains;
    }
}
