package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The checker against trying everything: it never accepts what is wrong, whoever made it. */
class CheckerOracleTest {

    private static final int CASES = Integer.getInteger("workload.oracle.cases", 500);

    @Test
    void acceptsExactlyThePlacementsThatAreAnswers() {
        int accepted = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Packing packing = seed % 2 == 0 ? new SmallPackings(seed).next() : new SmallRows(seed).next();
            PackingChecker checker = new PackingChecker(packing);
            Random random = new Random(seed);
            for (int round = 0; round < 20; round++) {
                int[][] pods = new int[packing.classes().size()][packing.nodes().count()];
                List<Placed> placed = new ArrayList<>();
                for (int n = 0; n < packing.nodes().count(); n++) {
                    for (int j = 0; j < pods.length; j++) {
                        pods[j][n] = Math.max(0, random.nextInt(5) - 2);
                        if (pods[j][n] > 0) {
                            placed.add(new Placed(j, n, pods[j][n]));
                        }
                    }
                }
                boolean accepts = checker.objectionTo(Placement.of(placed)).isEmpty();
                accepted += accepts ? 1 : 0;
                assertThat(accepts)
                        .as("seed %d: %s%n%s", seed, placed, SmallPackings.describe(packing))
                        .isEqualTo(BruteForce.isAnswer(packing, pods));
            }
        }
        assertThat(accepted).isGreaterThan(CASES / 10);
    }

    @Test
    void acceptsNoCertificateAgainstAnAnswerThatExists() {
        acceptsNone(CASES, seed -> new SmallPackings(seed).next());
    }

    @Test
    void acceptsNoCountOfGroupsAgainstAnAnswerThatExists() {
        acceptsNone(CASES / 4, seed -> new SmallReplicas(seed).next());
    }

    @Test
    void acceptsNoCertificateAboutRowsAgainstAnAnswerThatExists() {
        acceptsNone(CASES, seed -> new SmallRows(seed).next());
    }

    private static void acceptsNone(int cases, IntFunction<Packing> questions) {
        for (int seed = 0; seed < cases; seed++) {
            Packing packing = questions.apply(seed);
            int max = BruteForce.mostPods(packing);
            PackingChecker checker = new PackingChecker(packing);
            Random random = new Random(seed);
            for (int round = 0; round < 20 && max > 0; round++) {
                Certificate certificate = round == 0 ? proofOf(packing) : random(packing, random, 3);
                assertThat(checker.objectionTo(certificate, 1 + random.nextInt(max)))
                        .as("seed %d, most %d: %s%n%s", seed, max, certificate, SmallPackings.describe(packing))
                        .isPresent();
            }
        }
    }

    /** The kernel's own proof that one pod more than the most is too many, which is no proof for the most. */
    private static Certificate proofOf(Packing packing) {
        PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
        Certificate proof = answer instanceof PackingAnswer.Fits fits ? fits.noMore() : null;
        return proof == null ? weights(packing, new Random(0)) : proof;
    }

    private static Certificate random(Packing packing, Random random, int depth) {
        int classes = packing.classes().size();
        int nodes = packing.nodes().count();
        switch (depth == 0 ? 9 : random.nextInt(packing.spreads().isEmpty() ? 7 : 10)) {
            case 0:
                int group = random.nextInt(2);
                List<DomainBranch.Case> cases = new ArrayList<>();
                for (int domain = 0; domain <= 3; domain++) {
                    cases.add(new DomainBranch.Case(List.of(domain), random(packing, random, depth - 1)));
                }
                return new DomainBranch(group, cases);
            case 1:
                return new GroupBranch(
                        random.nextInt(3), random(packing, random, depth - 1), random(packing, random, depth - 1));
            case 2:
                return new ConflictBranch(
                        0, random.nextInt(3), random(packing, random, depth - 1), random(packing, random, depth - 1));
            case 3, 4:
                NodeSet alike = NodeSet.of(IntStream.range(0, nodes)
                        .filter(n -> random.nextBoolean())
                        .toArray());
                return new CountBranch(
                        random.nextInt(classes),
                        alike,
                        random.nextInt(2),
                        random(packing, random, depth - 1),
                        random(packing, random, depth - 1));
            case 7, 8:
                return new LevelBranch(
                        random.nextInt(packing.spreads().size()),
                        1 + random.nextInt(4),
                        random(packing, random, depth - 1),
                        random(packing, random, depth - 1));
            case 5:
                return counts(packing, random, depth);
            default:
                return weights(packing, random);
        }
    }

    /**
     * Numbers of the groups below the root that are said not to fit into a domain, for reasons that may or may not
     * hold.
     */
    private static Certificate counts(Packing packing, Random random, int depth) {
        int groups = Math.max(1, packing.root().children().size() - random.nextInt(2));
        List<List<Integer>> alike = random.nextInt(4) > 0
                ? List.of(IntStream.rangeClosed(1, groups).boxed().toList())
                : List.of(List.of(1), List.of(Math.max(1, groups)));
        List<DomainCount.Case> cases = new ArrayList<>();
        for (int domain = 0; domain <= 3; domain++) {
            List<DomainCount.TooMany> tooMany = new ArrayList<>();
            for (int i = random.nextInt(2); i >= 0; i--) {
                int[] counts = alike.stream()
                        .mapToInt(some -> random.nextInt(some.size() + 1))
                        .toArray();
                tooMany.add(DomainCount.TooMany.of(counts, why(packing, alike, counts, domain, random)));
            }
            cases.add(new DomainCount.Case(List.of(domain), tooMany));
        }
        return new DomainCount(alike, cases);
    }

    /** Why that many groups do not fit into a domain, if they do not; or just any points. */
    private static Certificate why(
            Packing packing, List<List<Integer>> alike, int[] counts, int domain, Random random) {
        List<PackingGroup> children = packing.root().children();
        List<List<PackingGroup>> some = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            if (counts[t] > 0 && alike.get(t).get(counts[t] - 1) <= children.size()) {
                some.add(alike.get(t).stream()
                        .limit(counts[t])
                        .map(group -> children.get(group - 1))
                        .toList());
            }
        }
        if (some.isEmpty() || random.nextInt(8) == 0) {
            return weights(packing, random);
        }
        int[] domainOf = children.get(0).domainOf();
        int[] nodes = IntStream.range(0, packing.nodes().count())
                .filter(n -> domainOf == null ? domain == 0 : domainOf[n] == domain)
                .toArray();
        Packing excerpt;
        try {
            excerpt = Excerpt.of(packing, some, nodes).packing();
        } catch (IllegalArgumentException unlike) {
            return weights(packing, random);
        }
        return PackingSearch.answer(excerpt, Budget.DEFAULT) instanceof PackingAnswer.DoesNotFit no
                ? no.certificate()
                : weights(excerpt, random);
    }

    private static Weights weights(Packing packing, Random random) {
        List<Long> weights = new ArrayList<>();
        packing.classes().forEach(any -> weights.add((long) random.nextInt(4)));
        List<Long> shared = new ArrayList<>();
        packing.conflicts().forEach(conflict -> shared.add(conflict.a() == conflict.b() ? random.nextInt(3) : 0L));
        List<Long> prices = new ArrayList<>();
        if (packing.hasRows() && random.nextInt(4) > 0) {
            int rows = packing.limits().size()
                    + packing.spreads().stream()
                            .mapToInt(spread -> spread.counts().length)
                            .sum();
            random.ints(rows, -2, 4).forEach(price -> prices.add((long) price));
            weights.replaceAll(points -> points - random.nextInt(2));
        }
        return new Weights(weights, shared, prices);
    }
}
