package io.github.workload4j.gang.purchase;

import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest nodes: in each domain dual prices bound the cost from below; what is bought node by node bounds it
 * from above; and then the cheapest numbers that the bounds leave are tried, one after the other, until one fits or
 * costs as much as what was found.
 */
final class PurchaseSearch {

    /** BoughtDomains with a linear program of their own; the others have the bound of the first. */
    private static final int MOST_DOMAINS = 8;

    /** One answer may take this part of what is left: 1 / n. */
    private static final int PARTS = 8;

    private static final int MOST_GROWTH = 12;

    private final GroupQuestion question;
    private final Verdict verdict;
    private final BoughtDomains domains;
    private final List<NodeOffer> offers;
    private final WorkMeter meter;
    private final boolean bounded;
    private final boolean rising;

    /** What was found: numbers by offer, the domain, the verdict and the cost; {@link Long#MAX_VALUE} before. */
    private int[] bought = {};

    private @Nullable String where;
    private Verdict.@Nullable Feasible then;
    private long cost = Long.MAX_VALUE;

    /** What must be spent in each domain; {@link Long#MAX_VALUE} if no offer helps there. */
    private long[] least = {0};

    PurchaseSearch(GroupQuestion question, Verdict verdict, List<NodeOffer> offers, WorkMeter meter) {
        this.question = question;
        this.verdict = verdict;
        this.domains = new BoughtDomains(question);
        this.offers = offers.stream().map(domains::completed).toList();
        this.meter = meter;
        this.rising = question.podClasses().stream()
                .allMatch(kind -> spec(kind).topologySpreadConstraints().isEmpty());
        this.bounded = question.claims().devicesAsked().isNothing()
                && question.podClasses().stream()
                        .noneMatch(kind -> !spec(kind).resourceClaims().isEmpty())
                && (domains.isFree() || question.podClasses().stream().noneMatch(PurchaseSearch::choosesNodes));
    }

    private static PodSpec spec(NamedPodClass kind) {
        return kind.pod().spec();
    }

    /** Whether pods choose nodes by labels, which those of an offer may have in one domain and not in another. */
    private static boolean choosesNodes(NamedPodClass kind) {
        return !spec(kind).nodeSelector().isEmpty()
                || spec(kind).affinity() != null && spec(kind).affinity().requiredNodeAffinity() != null;
    }

    CheapestNodes cheapest() {
        try {
            search();
        } catch (WorkMeter.Stopped stopped) {
            // What was found until then is the answer.
        }
        List<CheapestNodes.Bought> nodes = new ArrayList<>();
        for (int o = 0; o < bought.length; o++) {
            if (bought[o] > 0) {
                nodes.add(new CheapestNodes.Bought(offers.get(o), domains.nodes(offers.get(o), where, bought[o])));
            }
        }
        long atLeast = bounded ? Math.min(cost, Arrays.stream(least).min().orElse(0)) : 0;
        BigDecimal money = atLeast == Long.MAX_VALUE ? null : NodeOffer.money(atLeast);
        return new CheapestNodes(nodes, Optional.ofNullable(then), money);
    }

    private void search() {
        Market market = new Market(question, domains, offers, meter);
        int count = market.domains.size();
        least = new long[count];
        List<Integer> useful = IntStream.range(0, offers.size())
                .filter(offer -> !market.isOutdone(offer))
                .boxed()
                .toList();
        Integer[] order = new Integer[count];
        Arrays.setAll(order, d -> d);
        List<DomainPurchase> tried = new ArrayList<>();
        int first = Math.max(0, market.domains.indexOf(domains.first));
        DomainPurchase guide = new DomainPurchase(market, first, usable(market, first, useful), meter);
        for (int d = 0; d < count; d++) {
            least[d] = guide.atLeast(d, usable(market, d, useful));
        }
        Arrays.sort(order, Comparator.comparingLong(d -> least[d]));
        for (int i = 0; i < Math.min(count, MOST_DOMAINS); i++) {
            int d = order[i];
            if (least[d] < cost) {
                DomainPurchase here =
                        d == first ? guide : new DomainPurchase(market, d, usable(market, d, useful), meter);
                least[d] = Math.max(least[d], here.atLeast(d, here.usable));
                buyNodeByNode(here, d, market);
                tried.add(here);
            }
        }
        for (DomainPurchase here : tried) {
            tryWhatIsLeft(here, market);
        }
    }

    private List<Integer> usable(Market market, int domain, List<Integer> useful) {
        return useful.stream()
                .filter(offer -> domains.mayStandIn(offers.get(offer), market.domains.get(domain)))
                .toList();
    }

    private void buyNodeByNode(DomainPurchase here, int domain, Market market) {
        List<int[]> all = new ArrayList<>(here.guesses());
        all.sort(Comparator.comparingLong(this::cost));
        for (int[] numbers : all) {
            int[] grown = numbers.clone();
            for (int more = 1, tries = 0; tries < MOST_GROWTH && cost(grown) < cost; tries++) {
                if (fits(grown, market.domains.get(domain))) {
                    break;
                }
                int offer = here.worthMost();
                if (offer < 0 || grown[offer] > offers.get(offer).atMost() - more) {
                    break;
                }
                grown[offer] += more;
                more *= 2;
            }
        }
        dropNodes(here, market.domains.get(domain));
    }

    /** Leaves out nodes without which the group fits too, the dearest first. */
    private void dropNodes(DomainPurchase here, @Nullable String domain) {
        if (then == null || !Objects.equals(domain, where)) {
            return;
        }
        List<Integer> dearest = new ArrayList<>(here.usable);
        dearest.sort(Comparator.comparingLong(offer -> -offers.get(offer).millionths()));
        for (int offer : dearest) {
            // Halving the step finds the fewest where more is never worse.
            for (int step = Integer.highestOneBit(Math.max(1, bought[offer])); step > 0; step /= 2) {
                int[] fewer = bought.clone();
                fewer[offer] -= step;
                if (fewer[offer] >= 0) {
                    fits(fewer, domain);
                }
            }
        }
    }

    /** Tries the cheapest numbers that the bounds leave, until none is cheaper than what was found. */
    private void tryWhatIsLeft(DomainPurchase here, Market market) {
        String domain = market.domains.get(here.domain);
        Covering covering = here.covering(rising);
        if (verdict instanceof Verdict.Infeasible) {
            covering.refuse(new int[offers.size()]);
        }
        long open = Long.MAX_VALUE;
        while (true) {
            int[] numbers = covering.cheapest(cost);
            if (numbers == null) {
                least[here.domain] = Math.max(least[here.domain], Math.min(open, cost));
                return;
            }
            long next = cost(numbers);
            least[here.domain] = Math.max(least[here.domain], Math.min(open, next));
            Verdict answer = ask(numbers, domain);
            if (answer instanceof Verdict.Undetermined) {
                open = Math.min(open, next);
                if (meter.isOver()) {
                    return;
                }
            }
            covering.refuse(numbers);
        }
    }

    private long cost(int[] numbers) {
        long sum = 0;
        for (int o = 0; o < numbers.length; o++) {
            sum += numbers[o] * offers.get(o).millionths();
        }
        return sum;
    }

    private boolean fits(int[] numbers, @Nullable String domain) {
        return ask(numbers, domain) instanceof Verdict.Feasible;
    }

    /** Asks with some nodes more, and keeps what fits and is cheaper. */
    private Verdict ask(int[] numbers, @Nullable String domain) {
        meter.spend(1 + question.packing().nodes().count() / 8);
        ClusterSnapshot with = question.snapshot();
        for (int o = 0; o < numbers.length; o++) {
            if (numbers[o] > 0) {
                Suggestion.MoreNodes more = domains.nodes(offers.get(o), domain, numbers[o]);
                with = NodesToAdd.applyTo(with, more);
            }
        }
        Verdict answer = question.on(with).answer(meter.part(PARTS));
        if (answer instanceof Verdict.Feasible feasible && cost(numbers) < cost) {
            bought = numbers.clone();
            where = domain;
            then = feasible;
            cost = cost(numbers);
        }
        return answer;
    }
}
