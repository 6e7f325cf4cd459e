package io.github.workload4j.gang.purchase;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest nodes of a catalogue with which a group fits, beside the nodes that are there.
 *
 * <p>Several groups are asked about {@linkplain GroupQuestion#together together}. Nodes of an offer that does not say
 * in which domain of a topology they stand are put into the domain where that is cheapest, one that is there or a new
 * one; for groups inside the one asked about, into one new domain that they share.
 *
 * <p>A set of nodes that is named was tried: the verdict with it is checked as any other. That no cheaper set does
 * rests on dual prices of a linear program, rounded to whole numbers and added up exactly, and on the search over all
 * numbers of nodes that they leave open; it is not written down as a certificate. What pods ask of volumes, and how
 * evenly they must be spread, is not looked at for that bound, which is therefore one for them too. For pods that claim
 * devices there is no bound.
 *
 * @param nodes what to buy, in the order of the offers; empty if the group fits without, or if nothing was found
 * @param then the verdict with these nodes; empty if none was found
 * @param atLeast no set of offers that costs less makes the group fit; null if it is proved that none does at any cost
 * @since 0.1.0
 */
public record CheapestNodes(
        List<Bought> nodes,
        Optional<Verdict.Feasible> then,
        @Nullable BigDecimal atLeast) {

    /**
     * Some nodes of an offer.
     *
     * @param offer what they are
     * @param nodes how many, and in which domain
     */
    public record Bought(NodeOffer offer, Suggestion.MoreNodes nodes) {

        public Bought {
            requireNonNull(offer, "offer");
            requireNonNull(nodes, "nodes");
        }

        /** {@return what they cost together} */
        public BigDecimal cost() {
            return NodeOffer.plain(offer.price().multiply(BigDecimal.valueOf(nodes.count())));
        }
    }

    /** Copies the list. */
    public CheapestNodes {
        nodes = List.copyOf(requireNonNull(nodes, "nodes"));
        requireNonNull(then, "then");
    }

    /**
     * {@return the cheapest nodes with which a group fits}
     *
     * <p>Takes as many answers as it tries sets of nodes, and a linear program for each domain that is tried; within
     * what the meter has left, whatever was found until then.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param offers what can be bought, each with a name of its own
     * @param meter what all of it may spend
     * @throws IllegalArgumentException if two offers have one name
     */
    public static CheapestNodes of(GroupQuestion question, Verdict verdict, List<NodeOffer> offers, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(offers, "offers");
        requireNonNull(meter, "meter");
        Set<String> names = new HashSet<>();
        for (NodeOffer offer : offers) {
            if (!names.add(offer.name())) {
                throw new IllegalArgumentException("offers: " + offer.name() + " twice (expected: each name once)");
            }
        }
        if (verdict instanceof Verdict.Feasible feasible) {
            return new CheapestNodes(List.of(), Optional.of(feasible), BigDecimal.ZERO);
        }
        if (offers.isEmpty()) {
            boolean proved = verdict instanceof Verdict.Infeasible;
            return new CheapestNodes(List.of(), Optional.empty(), proved ? null : BigDecimal.ZERO);
        }
        return new PurchaseSearch(question, verdict, offers, meter).cheapest();
    }

    /** {@return what the nodes cost together} */
    public BigDecimal cost() {
        return NodeOffer.plain(nodes.stream().map(Bought::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** {@return whether nodes were found, or none are needed, and it is proved that no cheaper ones do} */
    public boolean isCheapest() {
        return then.isPresent() && atLeast != null && atLeast.compareTo(cost()) == 0;
    }

    /** {@return the nodes and what they cost, in a line} */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        nodes.forEach(
                some -> words.add(some.nodes().count() + " " + some.offer().name()));
        String least = atLeast == null ? "none does" : "at least " + atLeast.toPlainString();
        return "CheapestNodes["
                + (then.isEmpty()
                        ? "none found"
                        : words.isEmpty() ? "none needed" : String.join(", ", words) + " for " + cost().toPlainString())
                + "; " + least + "]";
    }
}
