package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.BruteForce;
import io.github.workload4j.gang.search.SmallPackings;
import io.github.workload4j.gang.search.SmallReplicas;
import io.github.workload4j.gang.search.SmallRows;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small questions that have an answer of some number of pods: that there is none is false, and so is each proof. */
record FalseClaims(List<Claim> claims) {

    /**
     * That a question has no answer of so many pods, though it has; a wrong proof may need so many distinctions of
     * cases.
     */
    record Claim(String name, Packing packing, int pods, int depth) {

        /** {@return a proof of the claim that is accepted, or null} */
        String forgedBy(BiFunction<Packing, Integer, String> prover) {
            return prover.apply(packing, pods);
        }
    }

    /**
     * A claim by name: {@code tight} and a number, with {@code , two} if it takes two distinctions of cases, or one
     * made for its purpose.
     */
    static Claim named(String name) {
        if (name.startsWith("tight ")) {
            int seed = Integer.parseInt(name.replaceAll("\\D", ""));
            Packing packing = new TightPackings(seed).next();
            return new Claim(name, packing, BruteForce.mostPods(packing), name.endsWith(", two") ? 2 : 1);
        }
        if (name.startsWith("rows ")) {
            int seed = Integer.parseInt(name.replaceAll("\\D", ""));
            Packing packing = new SmallRows(seed).next();
            return new Claim(name, packing, BruteForce.mostPods(packing), name.endsWith(", two") ? 2 : 1);
        }
        return made().claims.stream()
                .filter(claim -> claim.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Claims made for their purpose. */
    static FalseClaims made() {
        PodClass one = PodClass.of(1, 1);
        PodClass two = PodClass.of(2, 1);
        PackingNodes pair = PackingNodes.of(2, new long[] {1, 1});
        PodClass left = new PodClass(new long[] {1}, 1, new long[] {3}, 1, 0);
        PodClass right = new PodClass(new long[] {1}, 1, new long[] {4}, 1, 0);
        PackingGroup wide = PackingGroup.composite(
                1, PackingGroup.composite(2, leaf(1, 0, 0), PackingGroup.leaf(2, 2)), leaf(1, 1, 0));
        return new FalseClaims(List.of(
                new Claim("outside", outside(), 2, 1),
                new Claim(
                        "domain of one",
                        new Packing(
                                pair,
                                List.of(one, one),
                                List.of(),
                                PackingGroup.composite(2, PackingGroup.leaf(1, 0), leaf(1, 1, 0, 1))),
                        2,
                        2),
                new Claim(
                        "one domain",
                        new Packing(
                                PackingNodes.of(3, new long[] {1, 1, 1}),
                                List.of(left, right),
                                List.of(),
                                PackingGroup.leaf(2, 0, 1).inOneDomain(0, 1, 1)),
                        2,
                        2),
                new Claim(
                        "sizes",
                        new Packing(
                                PackingNodes.of(1, new long[] {2}),
                                List.of(one, two),
                                List.of(),
                                PackingGroup.composite(1, leaf(2, 0, 0), leaf(2, 1, 0))),
                        2,
                        1),
                new Claim(
                        "parents",
                        new Packing(PackingNodes.of(1, new long[] {1}), List.of(one, one, one), List.of(), wide),
                        1,
                        1)));
    }

    /** Two classes apart in no domain, as both are on the one node that lies in none. */
    static Packing outside() {
        PodClass one = PodClass.of(1, 1);
        return new Packing(
                PackingNodes.of(1, new long[] {2}),
                List.of(one, one),
                List.of(new Conflict(0, 1, new int[] {-1})),
                PackingGroup.leaf(2, 0, 1));
    }

    private static PackingGroup leaf(int minimum, int podClass, int... domainOf) {
        return PackingGroup.leaf(minimum, podClass).inOneDomain(domainOf);
    }

    /** Claims about tight questions, the smallest. */
    static FalseClaims tight(int from, int to) {
        return new FalseClaims(claims("tight", from, to, seed -> new TightPackings(seed).next())
                .toList());
    }

    /** Claims about questions that mix everything. */
    static FalseClaims mixed(int from, int to) {
        return new FalseClaims(Stream.concat(
                        claims("mixed", from, to, seed -> new SmallPackings(seed).next()),
                        claims("replicas", from, to, seed -> new SmallReplicas(seed).next()))
                .toList());
    }

    /** Claims about questions in which nodes share limits, or pods are spread. */
    static FalseClaims rows(int from, int to) {
        return new FalseClaims(
                claims("rows", from, to, seed -> new SmallRows(seed).next()).toList());
    }

    private static Stream<Claim> claims(String name, int from, int to, IntFunction<Packing> questions) {
        return IntStream.range(from, to)
                .mapToObj(seed -> {
                    Packing packing = questions.apply(seed);
                    return new Claim(name + " " + seed, packing, BruteForce.mostPods(packing), 1);
                })
                .filter(claim -> claim.pods > 0);
    }

    void noneIsProvedBy(BiFunction<Packing, Integer, String> prover) {
        for (Claim claim : claims) {
            assertThat(claim.forgedBy(prover))
                    .as("%s, %d pods fit:%n%s", claim.name, claim.pods, SmallPackings.describe(claim.packing))
                    .isNull();
        }
    }
}
