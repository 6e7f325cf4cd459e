package io.github.workload4j.gang.purchase;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.search.bound.NodeKnapsack;
import io.github.workload4j.gang.search.bound.RequiredWeight;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question with one node of each offer beside the nodes that are there, in numbers: what pods ask, what types of
 * nodes there are, and which domain each lies in.
 *
 * <p>How evenly pods must be spread is left out, since it depends on which nodes there are: what holds here for all
 * sets of nodes holds with it too.
 */
final class Market {

    /** Branches for the worth of a node that is there, and of an offer's; beyond, a bound on it does. */
    private static final int BRANCHES = 2_000;

    private static final int OFFER_BRANCHES = 400_000;

    final ReducedPacking reduced;
    final List<NodeType> types;
    final List<NodeOffer> offers;

    /** The type of each offer's node; -1 if it holds no pod. */
    final int[] typeOf;

    /** The domains that the group may be tried in; null alone if it is not bound to any. */
    final List<@Nullable String> domains;

    /** By domain and type, how many nodes are there already; one domain if the group is not bound to any. */
    final int[][] sizes;

    /** By offer, the labels of its nodes that may matter beside what they hold. */
    private final List<Map<String, String>> places;

    private final boolean[] isOffered;
    private final Subproblem all;
    private final RequiredWeight required;
    private final WorkMeter meter;

    Market(GroupQuestion question, BoughtDomains domains, List<NodeOffer> offers, WorkMeter meter) {
        this.offers = offers;
        this.meter = meter;
        GroupQuestion free = question.withoutVolumes().withPods(Market::withoutSpread);
        GroupQuestion probed = free.on(domains.withSamples(free.snapshot(), offers));
        meter.spend(StepPrice.ofReduction(
                probed.packing().nodes().count(), probed.packing().classes().size()));
        this.reduced = new ReducedPacking(probed.packing());
        this.all = Subproblem.of(reduced, Case.start(reduced));
        this.types = all.types;
        this.required = new RequiredWeight(reduced);
        int[] offered = new int[reduced.nodes];
        Arrays.fill(offered, -1);
        for (int o = 0; o < offers.size(); o++) {
            offered[probed.snapshot().indexOf(domains.sample(offers.get(o)))] = o;
        }
        this.isOffered = new boolean[types.size()];
        this.places = offers.stream()
                .map(offer -> BoughtDomains.place(offer, question))
                .toList();
        this.typeOf = new int[offers.size()];
        Arrays.fill(typeOf, -1);
        int[] domainOf = reduced.tree.domainOf[0];
        this.domains = BoughtDomains.of(probed.groups().get(0));
        this.sizes = new int[this.domains.size()][types.size()];
        for (int t = 0; t < types.size(); t++) {
            NodeType type = types.get(t);
            for (int i = type.from; i < type.to; i++) {
                int node = type.nodes[i];
                if (offered[node] >= 0) {
                    typeOf[offered[node]] = t;
                    isOffered[t] = true;
                } else if (domainOf == null || domainOf[node] >= 0) {
                    sizes[domainOf == null ? 0 : domainOf[node]][t]++;
                }
            }
        }
    }

    private static Pod withoutSpread(Pod pod) {
        return pod.spec().topologySpreadConstraints().isEmpty()
                ? pod
                : new Pod(
                        pod.metadata(),
                        pod.spec().toBuilder()
                                .topologySpreadConstraints(List.of())
                                .build(),
                        pod.status());
    }

    /** {@return the most pods of each class on a node of a type} */
    int[] max(int type) {
        return all.max(type);
    }

    /** {@return the least that the pods of an answer weigh together, or {@link RequiredWeight#NEVER}} */
    long needed(long[] weights) {
        return required.of(all.state, weights, 1);
    }

    /** {@return by type, the most that the pods on one node weigh together, or more} */
    long[] worth(long[] weights) {
        NodeKnapsack knapsack = new NodeKnapsack(all, meter);
        knapsack.set(weights);
        long[] worth = new long[types.size()];
        for (int t = 0; t < worth.length; t++) {
            knapsack.limit(isOffered[t] ? OFFER_BRANCHES : BRANCHES);
            worth[t] = Math.max(0, knapsack.atMost(types.get(t), all.max(t)));
        }
        return worth;
    }

    /** {@return what an offer's node is worth} */
    long worth(int offer, long[] byType) {
        return typeOf[offer] < 0 ? 0 : byType[typeOf[offer]];
    }

    /** {@return whether nobody need buy an offer: it holds nothing, or another of its place holds as much for less} */
    boolean isOutdone(int offer) {
        if (typeOf[offer] < 0) {
            return true;
        }
        long price = offers.get(offer).millionths();
        for (int other = 0; other < typeOf.length; other++) {
            long asked = offers.get(other).millionths();
            boolean takesItsPlace = other != offer
                    && typeOf[other] >= 0
                    && offers.get(other).atMost() == NodeOffer.UNLIMITED
                    && asked <= price
                    && places.get(other).equals(places.get(offer))
                    && holdsAsMuch(typeOf[other], typeOf[offer]);
            // Of two that are worth the same, the first stays.
            boolean alike = takesItsPlace && asked == price && holdsAsMuch(typeOf[offer], typeOf[other]);
            if (takesItsPlace && !(alike && offers.get(offer).atMost() == NodeOffer.UNLIMITED && offer < other)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsAsMuch(int one, int other) {
        long[] free = types.get(one).free;
        long[] otherFree = types.get(other).free;
        for (int r = 0; r < free.length; r++) {
            if (free[r] < otherFree[r]) {
                return false;
            }
        }
        int[] max = max(one);
        int[] otherMax = max(other);
        for (int j = 0; j < max.length; j++) {
            if (max[j] < otherMax[j]) {
                return false;
            }
        }
        return true;
    }
}
