package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static Packing podsOfThree(int pods) {
        long[] free = new long[1_000];
        Arrays.fill(free, 11);
        return new Packing(
                PackingNodes.of(1_000, free), List.of(PodClass.of(pods, 3)), List.of(), PackingGroup.leaf(pods, 0));
    }

    @Test
    void readsAsASentence() {
        Packing packing = podsOfThree(3_001);
        assertThat(new PackingChecker(packing).reading(Weights.of(1L), 1))
                .isEqualTo("counting the pods of class 0, no node can give more than 3"
                        + " and all nodes together not more than 3,000; 3,001 are needed");
    }

    @Test
    void isNotAcceptedWhereTheNodesAreWorthEnough() {
        assertThat(new PackingChecker(podsOfThree(3_000)).objectionTo(Weights.of(1L), 1))
                .hasValueSatisfying(
                        no -> assertThat(no).hasToString("WORTH: nodes are worth 3000 points, 3000 are needed"));
    }

    @Test
    void isNotAcceptedWithPointsThatAreTooLarge() {
        assertThat(new PackingChecker(podsOfThree(3_001)).objectionTo(Weights.of(Long.MAX_VALUE), 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.LIMIT));
    }

    @Test
    void mayTreatNodesAsAlikeThatDifferOnlyForPodsThatFitOnNeither() {
        PodClass small = PodClass.of(3, 50);
        PodClass large = new PodClass(new long[] {111}, 1, new long[] {1}, Integer.MAX_VALUE, 0);
        PackingGroup root = PackingGroup.composite(
                1, PackingGroup.leaf(3, 0), PackingGroup.leaf(1, 1).inOneDomain(0, 1));
        Packing packing = new Packing(PackingNodes.of(2, new long[] {80, 80}), List.of(small, large), List.of(), root);
        Weights points = Weights.of(1L, 3L);
        CountBranch split = new CountBranch(0, NodeSet.of(0, 1), 0, points, points);
        assertThat(new PackingChecker(packing).objectionTo(split, 1)).isEmpty();
        Packing larger = packing.on(PackingNodes.of(2, new long[] {120, 120}));
        assertThat(new PackingChecker(larger).objectionTo(split, 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.SYMMETRY));
    }

    /** Replicas of three pods that want a rack each; two racks of four places, one of nine. */
    private static Packing replicas(int count) {
        int[] racks = {0, 1, 2};
        PackingGroup[] groups = IntStream.range(0, count)
                .mapToObj(i -> PackingGroup.leaf(3, i).inOneDomain(racks))
                .toArray(PackingGroup[]::new);
        return new Packing(
                PackingNodes.of(3, new long[] {4, 4, 9}),
                Collections.nCopies(count, PodClass.of(3, 1)),
                List.of(),
                PackingGroup.composite(count, groups));
    }

    private static DomainCount counted(int groups, int small, int large) {
        Weights points = Weights.of(1L);
        return new DomainCount(
                List.of(IntStream.rangeClosed(1, groups).boxed().toList()),
                List.of(
                        new DomainCount.Case(List.of(0, 1), List.of(new DomainCount.TooMany(List.of(small), points))),
                        new DomainCount.Case(List.of(2), List.of(new DomainCount.TooMany(List.of(large), points)))));
    }

    @Test
    void countsGroupsAlikeByDomain() {
        PackingChecker checker = new PackingChecker(replicas(6));
        assertThat(checker.objectionTo(counted(6, 2, 4), 1)).isEmpty();
        assertThat(checker.reading(counted(6, 2, 4), 1))
                .isEqualTo("of 6 groups alike that want a domain each, the domains have room for 5 at most");
        assertThat(counted(6, 2, 4).toJson())
                .isEqualTo("{\"sharedOut\":{\"alike\":[[1,2,3,4,5,6]],\"cases\":["
                        + "{\"domains\":[0,1],\"tooMany\":[{\"counts\":[2],\"why\":{\"weights\":{\"points\":[1]}}}]},"
                        + "{\"domains\":[2],\"tooMany\":[{\"counts\":[4],\"why\":{\"weights\":{\"points\":[1]}}}]}]}}");
    }

    @Test
    void isNotAcceptedWhereTheDomainsHaveRoomForEnoughGroups() {
        assertThat(new PackingChecker(replicas(5)).objectionTo(counted(5, 2, 4), 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.WORTH));
    }

    @Test
    void isNotAcceptedWhereSoManyGroupsFitIntoADomain() {
        assertThat(new PackingChecker(replicas(6)).objectionTo(counted(6, 1, 4), 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.WORTH));
    }

    @Test
    void isNotAcceptedWhereGroupsSaidToBeAlikeAreNot() {
        int[] racks = {0, 1, 2};
        Packing packing = new Packing(
                PackingNodes.of(3, new long[] {4, 4, 9}),
                List.of(PodClass.of(3, 1), PodClass.of(2, 1)),
                List.of(),
                PackingGroup.composite(
                        2,
                        PackingGroup.leaf(3, 0).inOneDomain(racks),
                        PackingGroup.leaf(2, 1).inOneDomain(racks)));
        assertThat(new PackingChecker(packing).objectionTo(counted(2, 2, 2), 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.SYMMETRY));
    }

    @Test
    void isWrittenAsJson() {
        Certificate certificate = new GroupBranch(
                1,
                new DomainBranch(0, List.of(new DomainBranch.Case(List.of(0, 1), Weights.of(1L, 0L)))),
                new CountBranch(
                        1,
                        NodeSet.of(4, 0, 1, 2),
                        2,
                        Weights.of(1L, 2L),
                        new ConflictBranch(0, 7, Weights.of(), new Weights(List.of(1L), List.of(1L)))));
        assertThat(certificate.toJson())
                .isEqualTo("{\"placedOrNot\":{\"group\":1,"
                        + "\"placed\":{\"inDomains\":{\"group\":0,\"cases\":[{\"domains\":[0,1],"
                        + "\"why\":{\"weights\":{\"points\":[1,0]}}}]}},"
                        + "\"not\":{\"noneOrOne\":{\"class\":1,\"nodes\":\"0-2,4\",\"limit\":2,"
                        + "\"none\":{\"weights\":{\"points\":[1,2]}},"
                        + "\"one\":{\"apart\":{\"conflict\":0,\"domain\":7,\"withoutA\":{\"weights\":{\"points\":[]}},"
                        + "\"withoutB\":{\"weights\":{\"points\":[1],\"sharedPoints\":[1]}}}}}}}}");
    }
}
