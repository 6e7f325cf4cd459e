package io.github.workload4j.gang.purchase;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In which domains bought nodes stand. An offer may say so by its labels. Nodes of one that does not are put where the
 * group is tried, if it needs one domain as a whole, and for every group inside it into one new domain that all bought
 * nodes share.
 */
final class BoughtDomains {

    private static final String HOSTNAME = "kubernetes.io/hostname";

    /** The label that the whole group shares a value of, or null. */
    final @Nullable String key;

    /** Where nodes stand that say nothing, while it is not yet known where the group is tried. */
    final @Nullable String first;

    private final Map<String, String> inner = new LinkedHashMap<>();

    BoughtDomains(GroupQuestion question) {
        GroupNode root = question.groups().get(0);
        ClusterSnapshot snapshot = question.snapshot();
        this.key = root.topologyKey();
        this.first = root.pinned() != null ? root.pinned() : key == null ? null : fresh(key, snapshot);
        for (GroupNode group : question.groups()) {
            String other = group.topologyKey();
            if (other != null && !other.equals(key) && !inner.containsKey(other)) {
                inner.put(other, fresh(other, snapshot));
            }
        }
    }

    private static String fresh(String key, ClusterSnapshot snapshot) {
        Set<String> values = new TreeSet<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            values.add(snapshot.node(n).metadata().labels().getOrDefault(key, ""));
        }
        String value = "new";
        for (int i = 2; values.contains(value); i++) {
            value = "new-" + i;
        }
        return value;
    }

    /** {@return an offer whose nodes have a host name, and a domain for each group inside the one asked about} */
    NodeOffer completed(NodeOffer offer) {
        Map<String, String> labels = new LinkedHashMap<>(inner);
        labels.put(HOSTNAME, offer.name());
        labels.putAll(offer.like().metadata().labels());
        Node like = offer.like();
        return new NodeOffer(
                new Node(like.metadata().toBuilder().labels(labels).build(), like.spec(), like.status()),
                offer.price(),
                offer.atMost());
    }

    /**
     * {@return the labels of an offer's nodes by which one may do where another does not, though it holds as many pods:
     * those of topologies; all but the host name if pods have volumes or affinities, which may know any}
     */
    static Map<String, String> place(NodeOffer offer, GroupQuestion question) {
        Map<String, String> labels = new LinkedHashMap<>(offer.like().metadata().labels());
        labels.remove(HOSTNAME);
        Set<String> keys = new TreeSet<>();
        for (GroupNode group : question.groups()) {
            keys.add(String.valueOf(group.topologyKey()));
        }
        for (NamedPodClass kind : question.podClasses()) {
            PodSpec spec = kind.pod().spec();
            if (!spec.volumes().isEmpty() || spec.affinity() != null) {
                return labels;
            }
            spec.topologySpreadConstraints().forEach(spread -> keys.add(spread.topologyKey()));
        }
        labels.keySet().retainAll(keys);
        return labels;
    }

    /** {@return whether it does not matter where nodes stand} */
    boolean isFree() {
        return key == null && inner.isEmpty();
    }

    /** {@return whether nodes of an offer can stand in a domain of the whole group} */
    boolean mayStandIn(NodeOffer offer, @Nullable String domain) {
        String own = key == null ? null : offer.like().metadata().labels().get(key);
        return own == null || own.equals(domain);
    }

    /** {@return a number of nodes of an offer, in a domain or each in its own} */
    Suggestion.MoreNodes nodes(NodeOffer offer, @Nullable String domain, int count) {
        String own = key == null ? null : offer.like().metadata().labels().get(key);
        return new Suggestion.MoreNodes(offer.like(), key, own == null ? domain : own, count, false);
    }

    /** {@return a snapshot with a node of each offer, where nobody has tried anything yet} */
    ClusterSnapshot withSamples(ClusterSnapshot snapshot, List<NodeOffer> offers) {
        ClusterSnapshot with = snapshot;
        for (NodeOffer offer : offers) {
            with = NodesToAdd.applyTo(with, nodes(offer, first, 1));
        }
        return with;
    }

    /** {@return the name of the node of an offer in {@link #withSamples}} */
    String sample(NodeOffer offer) {
        return NodesToAdd.nodes(nodes(offer, first, 1)).get(0).metadata().name();
    }

    /** {@return where bought nodes may be put: each domain that is there, and a new one; null if anywhere will do} */
    static List<@Nullable String> of(GroupNode probed) {
        List<@Nullable String> all = new ArrayList<>();
        if (requireNonNull(probed, "probed").topologyKey() == null) {
            all.add(null);
        } else {
            all.addAll(probed.domains());
        }
        return all;
    }
}
