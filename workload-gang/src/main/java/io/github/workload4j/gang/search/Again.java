package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.InDomains;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The same question after a small change: most often the old placement still stands, or the old certificate still proves.
 *
 * <p>Looking a placement through takes time linear in its length, whatever the size of the cluster. Certificates are looked through if
 * they are points, or points for each domain of the root.
 */
final class Again {

    private final Packing packing;

    Again(Packing packing) {
        this.packing = packing;
    }

    /** {@return whether the placement is an answer to the question} */
    boolean stands(Placement placement) {
        int classes = packing.classes().size();
        int[] placed = new int[classes];
        for (int i = 0; i < placement.size(); i++) {
            int j = placement.podClass(i);
            int node = placement.node(i);
            if (j >= classes || node >= packing.nodes().count() || i > 0 && !isAfter(placement, i)) {
                return false;
            }
            PodClass podClass = packing.classes().get(j);
            placed[j] += placement.count(i);
            if (placement.count(i) > podClass.maxPerNode() || placed[j] > podClass.count() || !podClass.mayUse(node)) {
                return false;
            }
        }
        Tree tree = new Tree(packing);
        int[] min = new int[classes];
        for (int j = 0; j < classes; j++) {
            min[j] = packing.classes().get(j).min();
            if (placed[j] > 0 && tree.leafOf[j] < 0) {
                return false;
            }
        }
        return fits(placement) && tree.succeeds(placed, min) && liesInDomains(placement, tree) && isApart(placement);
    }

    private static boolean isAfter(Placement placement, int i) {
        int before = placement.node(i - 1);
        return placement.node(i) > before
                || placement.node(i) == before && placement.podClass(i) > placement.podClass(i - 1);
    }

    /** Whether what is taken of each resource, node by node, is there; in sums that end as soon as one is too high. */
    private boolean fits(Placement placement) {
        int resources = packing.nodes().resources();
        long[] left = new long[resources];
        for (int i = 0; i < placement.size(); i++) {
            int node = placement.node(i);
            if (i == 0 || node != placement.node(i - 1)) {
                for (int r = 0; r < resources; r++) {
                    left[r] = Math.max(0, packing.nodes().free(r, node));
                }
            }
            long[] request = packing.classes().get(placement.podClass(i)).request();
            int count = placement.count(i);
            if (Kind.fitting(request, left, count) < count) {
                return false;
            }
            for (int r = 0; r < resources; r++) {
                left[r] -= request[r] * count;
            }
        }
        return true;
    }

    private boolean liesInDomains(Placement placement, Tree tree) {
        for (int g = 0; g < tree.size; g++) {
            int[] domainOf = tree.domainOf[g];
            int common = -1;
            for (int i = 0; domainOf != null && i < placement.size(); i++) {
                if (tree.holds(g, placement.podClass(i))) {
                    int domain = domainOf[placement.node(i)];
                    if (domain < 0 || common >= 0 && domain != common) {
                        return false;
                    }
                    common = domain;
                }
            }
        }
        return true;
    }

    private boolean isApart(Placement placement) {
        for (Conflict conflict : packing.conflicts()) {
            BitSet ofA = new BitSet();
            for (int side = 0; side <= 1; side++) {
                int j = side == 0 ? conflict.a() : conflict.b();
                for (int i = 0; i < placement.size(); i++) {
                    int node = placement.node(i);
                    int domain = conflict.domainOf() == null ? node : conflict.domainOf()[node];
                    if (placement.podClass(i) == j && domain >= 0) {
                        boolean same = conflict.a() == conflict.b();
                        if (same && side == 0 && (placement.count(i) > 1 || ofA.get(domain))
                                || !same && side == 1 && ofA.get(domain)) {
                            return false;
                        }
                        if (side == 0) {
                            ofA.set(domain);
                        }
                    }
                }
            }
        }
        return true;
    }

    /** {@return the old answer as an answer to the question, or null if it needs another look} */
    @Nullable PackingAnswer answer(PackingAnswer before, Steps steps) {
        if (before instanceof PackingAnswer.DoesNotFit no && proves(no.certificate(), 1, steps)) {
            return new PackingAnswer.DoesNotFit(no.certificate(), steps.spent());
        }
        if (before instanceof PackingAnswer.Fits fits && stands(fits.placed())) {
            steps.spend(1 + fits.placed().size() / 16);
            int pods = fits.pods();
            Certificate noMore = fits.noMore();
            if (pods == packing.pods()) {
                return new PackingAnswer.Fits(fits.placed(), pods, null, steps.spent());
            }
            if (noMore != null && proves(noMore, pods + 1, steps)) {
                return new PackingAnswer.Fits(fits.placed(), pods, noMore, steps.spent());
            }
        }
        return null;
    }

    private boolean proves(Certificate certificate, int target, Steps steps) {
        Question question = new Question(packing);
        steps.spend(1 + (long) question.nodes * question.classes / 32);
        Case start = Case.start(question);
        if (certificate instanceof Weights weights) {
            return proves(weights, Situation.of(question, start), target, steps);
        }
        if (certificate instanceof InDomains domains && domains.group() == 0 && question.tree.domainOf[0] != null) {
            return provesInEach(domains, question, start, target, steps);
        }
        return false;
    }

    private boolean provesInEach(InDomains domains, Question question, Case start, int target, Steps steps) {
        int[] domainOf = question.tree.domainOf[0];
        BitSet left = new BitSet();
        Arrays.stream(domainOf).filter(domain -> domain >= 0).forEach(left::set);
        int[][] inside = new int[left.length()][];
        int[] sizes = new int[left.length()];
        for (int node : start.nodes()) {
            sizes[domainOf[node]]++;
        }
        for (int node : start.nodes()) {
            int domain = domainOf[node];
            inside[domain] = inside[domain] == null ? new int[sizes[domain]] : inside[domain];
            inside[domain][--sizes[domain]] = node;
        }
        for (InDomains.Case some : domains.cases()) {
            for (int domain : some.domains()) {
                if (domain < inside.length && left.get(domain)) {
                    int[] nodes = inside[domain] == null ? new int[0] : inside[domain];
                    Situation there = Situation.of(question, start.inDomain(0, domain, nodes));
                    if (!(some.certificate() instanceof Weights weights) || !proves(weights, there, target, steps)) {
                        return false;
                    }
                    left.clear(domain);
                }
            }
        }
        return left.isEmpty();
    }

    private boolean proves(Weights weights, Situation situation, int target, Steps steps) {
        if (weights.points().size() != packing.classes().size() || !weights.limitPoints().isEmpty()) {
            return false;
        }
        long[] points = weights.points().stream().mapToLong(Long::longValue).toArray();
        boolean shared = weights.sharedPoints().stream().anyMatch(some -> some != 0);
        Bound bound = new Weighing(situation.question, steps).weigh(situation, points, shared);
        return bound != null && bound.atMost() < target && bound.weights().equals(weights);
    }
}
