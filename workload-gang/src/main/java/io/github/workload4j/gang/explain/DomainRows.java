package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A row for each candidate domain of a group, best first: all are bounded by what each class of pods could place
 * there alone, and the most promising are decided.
 */
final class DomainRows {

    private static final int MOST_DECIDED = 24;

    private final GroupQuestion question;
    private final Packing packing;
    private final PackingGroup group;
    private final List<Integer> podClasses;
    private final List<String> resources;
    private final FilterReasons[] refusals;
    private final long[] byRule;
    private final boolean[] ruledOut;
    private final int needed;
    private final AnswerShares answers;

    /**
     * Rows for a group.
     *
     * @param refusals by class
     * @param needed pods or groups that must still be placed
     */
    DomainRows(GroupQuestion question, PackingGroup group, FilterReasons[] refusals, int needed, AnswerShares answers) {
        this.question = question;
        this.packing = question.packing();
        this.group = group;
        this.podClasses = podClasses(group, new ArrayList<>());
        this.resources = question.resources();
        this.refusals = refusals;
        this.needed = needed;
        this.answers = answers;
        this.byRule = podClasses.stream().mapToLong(j -> rules(refusals[j])).toArray();
        this.ruledOut = new boolean[packing.nodes().count()];
        for (int n = 0; n < ruledOut.length; n++) {
            ruledOut[n] = !isOpen(n);
        }
    }

    /** Nodes of one domain, and at most how many pods they take. */
    private record Candidate(@Nullable String domain, int[] nodes, long bound) {}

    static List<Integer> podClasses(PackingGroup group, List<Integer> into) {
        into.addAll(group.classes());
        group.children().forEach(child -> podClasses(child, into));
        return into;
    }

    private boolean isOpen(int node) {
        for (int i = 0; i < byRule.length; i++) {
            if ((refusals[podClasses.get(i)].mask(node) & byRule[i]) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the reasons that are rules rather than resources, as bits} */
    private static long rules(FilterReasons refusals) {
        long rules = 0;
        List<FilterReason> reasons = refusals.reasons();
        for (int r = 0; r < reasons.size(); r++) {
            rules |= reasons.get(r) instanceof FilterReason.Short ? 0 : 1L << r;
        }
        return rules;
    }

    private boolean isUsable(int node) {
        for (int j : podClasses) {
            if (refusals[j].mask(node) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the best rows, and how many domains there are} */
    Rows find(@Nullable GroupNode bound, int @Nullable [] domainOf, int most) {
        List<Candidate> candidates = candidates(bound, domainOf);
        candidates.sort(Comparator.comparingLong((Candidate each) -> -each.bound())
                .thenComparing(each -> -each.nodes().length)
                .thenComparing(each -> String.valueOf(each.domain())));
        List<DomainFit> rows = new ArrayList<>();
        long others = 0;
        for (Candidate candidate : candidates) {
            boolean promising = rows.size() < most
                    || rows.size() < MOST_DECIDED
                            && candidate.bound() > rows.get(0).fits();
            if (!promising) {
                others = candidate.bound();
                break;
            }
            rows.add(row(candidate));
            rows.sort(Comparator.comparing(row -> -row.fits()));
        }
        for (DomainFit cut : rows.subList(Math.min(most, rows.size()), rows.size())) {
            others = Math.max(others, cut.exact() ? cut.fits() : needed);
        }
        OptionalInt othersAtMost = rows.size() <= most && candidates.size() <= rows.size()
                        || !group.children().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(others, Integer.MAX_VALUE));
        return new Rows(rows.subList(0, Math.min(most, rows.size())), candidates.size(), othersAtMost);
    }

    /** Rows, how many domains there are in all, and at most how many pods any other one takes. */
    record Rows(List<DomainFit> rows, int domains, OptionalInt othersAtMost) {}

    private List<Candidate> candidates(@Nullable GroupNode bound, int @Nullable [] domainOf) {
        int nodes = packing.nodes().count();
        List<Candidate> candidates = new ArrayList<>();
        if (bound == null || domainOf == null) {
            int[] all = new int[nodes];
            Arrays.setAll(all, n -> n);
            candidates.add(new Candidate(null, all, bound(all, -1)));
            return candidates;
        }
        int[] count = new int[bound.domains().size()];
        for (int domain : domainOf) {
            if (domain >= 0) {
                count[domain]++;
            }
        }
        int[][] members = new int[count.length][];
        for (int d = 0; d < count.length; d++) {
            members[d] = new int[count[d]];
        }
        for (int n = nodes - 1; n >= 0; n--) {
            if (domainOf[n] >= 0) {
                members[domainOf[n]][--count[domainOf[n]]] = n;
            }
        }
        for (int d = 0; d < members.length; d++) {
            if (members[d].length > 0) {
                candidates.add(new Candidate(bound.domains().get(d), members[d], bound(members[d], -1)));
            }
        }
        return candidates;
    }

    /**
     * {@return no more pods than this fit on the nodes}
     *
     * <p>One resource may be left out of account.
     */
    private long bound(int[] nodes, int without) {
        long sum = 0;
        for (int j : podClasses) {
            PodClass podClass = packing.classes().get(j);
            long[] request = podClass.request();
            long ofKind = 0;
            for (int i = 0; i < nodes.length && ofKind < podClass.count(); i++) {
                if (podClass.mayUse(nodes[i])) {
                    long holds = podClass.maxPerNode();
                    for (int r = 0; r < request.length && holds > 0; r++) {
                        if (request[r] > 0 && r != without) {
                            long free = packing.nodes().free(r, nodes[i]);
                            holds = free < request[r] ? 0 : holds == 1 ? 1 : Math.min(holds, free / request[r]);
                        }
                    }
                    ofKind += holds;
                }
            }
            sum += Math.min(ofKind, podClass.count());
        }
        return sum;
    }

    private DomainFit row(Candidate candidate) {
        int usable = 0;
        int closed = 0;
        for (int node : candidate.nodes()) {
            usable += isUsable(node) ? 1 : 0;
            closed += ruledOut[node] ? 1 : 0;
        }
        MostPlaceable most = most(candidate);
        boolean enough = most.count() >= needed;
        boolean sums = true;
        long[] least = Needs.least(packing, group);
        for (int r = 0; r < least.length; r++) {
            sums &= least[r] <= resource(candidate.nodes(), r, least[r]).free();
        }
        return new DomainFit(
                candidate.domain(),
                most.count(),
                most.exact() && !question.isOrdered(),
                needed,
                candidate.nodes().length,
                usable,
                candidate.nodes().length - usable - closed,
                closed,
                sums,
                enough ? ofAll() : bottleneck(candidate, closed, least));
    }

    /** {@return what keeps pods out that have room, each alone; null if only other groups can} */
    private @Nullable Bottleneck ofAll() {
        if (question.isOrdered()) {
            return new Bottleneck.Order();
        }
        boolean claims = question.groups().size() == 1
                && !question.claims().devicesAsked().isNothing();
        return claims ? new Bottleneck.Devices() : null;
    }

    private MostPlaceable most(Candidate candidate) {
        boolean simple = podClasses.size() == 1
                && packing.conflicts().isEmpty()
                && !packing.hasRows()
                && group.children().isEmpty();
        if (simple || candidate.bound() == 0) {
            return new MostPlaceable((int) candidate.bound(), true);
        }
        return MostPlaceable.of(
                Excerpt.of(packing, List.of(List.of(group)), candidate.nodes()).packing(), answers);
    }

    private Bottleneck bottleneck(Candidate candidate, int closed, long[] least) {
        if (closed == candidate.nodes().length) {
            return new Bottleneck.Closed();
        }
        for (int r = least.length - 1; r >= 0; r--) {
            Bottleneck.Resource resource = resource(candidate.nodes(), r, least[r]);
            if (resource.shortfall() > 0 && isFirstShort(candidate.nodes(), r, least)) {
                return resource;
            }
        }
        int binding = -1;
        long best = candidate.bound();
        for (int r = 0; r < least.length; r++) {
            long without = bound(candidate.nodes(), r);
            boolean rarer = binding < 0 || without > best || isRarer(resources.get(r), resources.get(binding));
            if (without > candidate.bound() && without >= best && rarer) {
                binding = r;
                best = without;
            }
        }
        if (binding >= 0) {
            return resource(candidate.nodes(), binding, least[binding]);
        }
        boolean apart = !packing.conflicts().isEmpty()
                || podClasses.stream().anyMatch(j -> packing.classes().get(j).maxPerNode() < Integer.MAX_VALUE);
        return apart ? new Bottleneck.Apart() : new Bottleneck.Together();
    }

    /** Whether of the resources whose sum is short this is the one a person would name. */
    private boolean isFirstShort(int[] nodes, int r, long[] least) {
        for (int other = 0; other < least.length; other++) {
            if (other != r
                    && resource(nodes, other, least[other]).shortfall() > 0
                    && isRarer(resources.get(other), resources.get(r))) {
                return false;
            }
        }
        return true;
    }

    /** Devices before memory, memory before cpu, slots last. */
    private static boolean isRarer(String a, String b) {
        return rank(a) < rank(b);
    }

    private static int rank(String resource) {
        return switch (resource) {
            case "pods" -> 4;
            case "cpu" -> 3;
            case "memory" -> 2;
            case "ephemeral-storage" -> 1;
            default -> 0;
        };
    }

    private Bottleneck.Resource resource(int[] nodes, int r, long least) {
        long perPod = 0;
        for (int j : podClasses) {
            perPod = Math.max(perPod, packing.classes().get(j).request()[r]);
        }
        long free = 0;
        long largest = 0;
        int some = 0;
        int enough = 0;
        for (int node : nodes) {
            long left = packing.nodes().free(r, node);
            if (!ruledOut[node] && left > 0) {
                free = free + left < 0 ? Long.MAX_VALUE : free + left;
                largest = Math.max(largest, left);
                some++;
                enough += left >= perPod ? 1 : 0;
            }
        }
        return new Bottleneck.Resource(resources.get(r), perPod, least, free, largest, some, enough);
    }
}
