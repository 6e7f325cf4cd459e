package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.CheckFailure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of a placement, broken alone. */
class PlacementCheckTest {

    private static final PackingNodes NODES = PackingNodes.of(3, new long[] {4, 4, 4}, new long[] {9, -1, 9});
    private static final PodClass PLAIN = PodClass.of(4, 1, 0);
    private static final PodClass PICKY = new PodClass(new long[] {2, 0}, 3, new long[] {0b011}, 2, 2);
    private static final PodClass WIDE = PodClass.of(2, 0, 1);

    private static Packing packing(PackingGroup root, Conflict... conflicts) {
        return new Packing(NODES, List.of(PLAIN, PICKY, WIDE), List.of(conflicts), root);
    }

    private static final Packing FREE = packing(PackingGroup.leaf(1, 0, 1, 2).inOneDomain(0, 0, 0));
    private static final PackingGroup EITHER = PackingGroup.composite(
            1, PackingGroup.leaf(2, 0).inOneDomain(0, 0, 1), PackingGroup.leaf(3, 1), PackingGroup.leaf(0, 2));

    /** {@return the objection, or the empty text} */
    private static String objection(Packing packing, int... placed) {
        int[] podClass = new int[placed.length / 3];
        int[] node = new int[podClass.length];
        int[] count = new int[podClass.length];
        for (int i = 0; i < podClass.length; i++) {
            podClass[i] = placed[3 * i];
            node[i] = placed[3 * i + 1];
            count[i] = placed[3 * i + 2];
        }
        Placement placement = Placement.ofColumns(podClass, node, count, podClass.length);
        return new PackingChecker(packing)
                .objectionTo(placement)
                .map(CheckFailure::toString)
                .orElse("");
    }

    @Test
    void whatBreaksNoRuleIsAccepted() {
        Packing plain = packing(
                PackingGroup.composite(1, PackingGroup.leaf(1, 0), PackingGroup.leaf(2, 1), PackingGroup.leaf(1, 2)));
        assertThat(objection(plain, 0, 0, 4)).isEmpty();
        assertThat(objection(plain, 0, 0, 2, 1, 0, 1, 1, 1, 2, 2, 2, 2)).isEmpty();
        assertThat(objection(plain, 0, 1, 4, 2, 0, 1)).startsWith("SHAPE");
        assertThat(objection(plain, 2, 0, 1, 0, 1, 4)).isEmpty();
    }

    @Test
    void elementsNameClassesAndNodesInOrder() {
        assertThat(objection(FREE, 0, 3, 1)).isEqualTo("SHAPE: node 3 at element 0");
        assertThat(objection(FREE, 0, -1, 1)).isEqualTo("SHAPE: node -1 at element 0");
        assertThat(objection(FREE, 0, 1, 1, 0, 0, 1)).isEqualTo("SHAPE: node 0 at element 1");
        assertThat(objection(FREE, 3, 0, 1)).isEqualTo("SHAPE: class 3, 1 pods at element 0");
        assertThat(objection(FREE, -1, 0, 1)).isEqualTo("SHAPE: class -1, 1 pods at element 0");
        assertThat(objection(FREE, 0, 0, 0)).isEqualTo("SHAPE: class 0, 0 pods at element 0");
        assertThat(objection(FREE, 0, 0, 1, 0, 0, 1)).isEqualTo("SHAPE: class 0, 1 pods at element 1");
        assertThat(objection(FREE, 1, 0, 2, 0, 0, 1)).isEqualTo("SHAPE: class 0, 1 pods at element 1");
    }

    @Test
    void podsAreNoMoreThanThereAre() {
        assertThat(objection(FREE, 0, 0, 3, 0, 1, 2)).isEqualTo("COUNT: class 0: 5 pods");
        assertThat(objection(FREE, 2, 2, 3)).isEqualTo("COUNT: class 2: 3 pods on node 2");
    }

    @Test
    void nodesTakeWhatTheyMay() {
        assertThat(objection(FREE, 1, 2, 2)).isEqualTo("NODE: class 1 on node 2: 2 pods");
        assertThat(objection(FREE, 1, 0, 3)).isEqualTo("NODE: class 1 on node 0: 3 pods");
    }

    @Test
    void whatIsFreeIsEnoughWhereSomethingIsAsked() {
        assertThat(objection(FREE, 0, 0, 1, 1, 0, 2)).isEqualTo("RESOURCE: resource 0 of node 0: 5 taken");
        assertThat(objection(FREE, 2, 1, 1)).isEqualTo("RESOURCE: resource 1 of node 1: 1 taken");
        assertThat(objection(FREE, 0, 1, 1, 1, 0, 2)).startsWith("SHAPE");
        assertThat(objection(FREE, 1, 0, 2)).isEqualTo("");
    }

    @Test
    void sumsBeyondSixtyFourBitsAreNotEnough() {
        PodClass huge = PodClass.of(4, Long.MAX_VALUE / 2);
        Packing packing = new Packing(
                PackingNodes.of(2, new long[] {Long.MAX_VALUE, Long.MAX_VALUE}),
                List.of(huge, PodClass.of(4, Long.MAX_VALUE / 2)),
                List.of(),
                PackingGroup.leaf(1, 0, 1));
        assertThat(objection(packing, 0, 0, 2)).isEmpty();
        assertThat(objection(packing, 0, 0, 3)).isEqualTo("RESOURCE: resource 0 of node 0");
        assertThat(objection(packing, 0, 0, 1, 1, 0, 1)).isEmpty();
        assertThat(objection(packing, 0, 0, 2, 1, 0, 1)).isEqualTo("RESOURCE: resource 0 of node 0");
    }

    @Test
    void classesInConflictShareNoNode() {
        Packing two = packing(PackingGroup.leaf(1, 0, 1, 2), Conflict.onNode(0, 2));
        assertThat(objection(two, 0, 0, 1, 2, 0, 1)).isEqualTo("CONFLICT: 0 and 2 on node 0");
        assertThat(objection(two, 0, 0, 1, 1, 0, 0)).startsWith("SHAPE");
        assertThat(objection(two, 0, 0, 3, 1, 1, 2, 2, 2, 1)).isEmpty();
        Packing one = packing(PackingGroup.leaf(1, 0), Conflict.onNode(0, 0));
        assertThat(objection(one, 0, 0, 2)).isEqualTo("CONFLICT: 0 and 0 on node 0");
        assertThat(objection(one, 0, 0, 1, 0, 1, 1)).isEmpty();
    }

    @Test
    void classesInConflictShareNoDomain() {
        Packing two = packing(
                PackingGroup.composite(1, PackingGroup.leaf(1, 0), PackingGroup.leaf(1, 2)),
                new Conflict(0, 2, new int[] {5, 7, 5}));
        assertThat(objection(two, 0, 0, 1, 2, 2, 1)).isEqualTo("CONFLICT: 0 and 2 in domain 5");
        assertThat(objection(two, 0, 1, 1, 2, 2, 1)).isEmpty();
        Packing outside = packing(
                PackingGroup.composite(1, PackingGroup.leaf(1, 0), PackingGroup.leaf(1, 2)),
                new Conflict(0, 2, new int[] {-1, 7, -1}));
        assertThat(objection(outside, 0, 0, 1, 2, 2, 1)).isEmpty();
        Packing one = packing(PackingGroup.leaf(1, 0), new Conflict(0, 0, new int[] {5, 7, 5}));
        assertThat(objection(one, 0, 0, 1, 0, 1, 1, 0, 2, 1)).isEqualTo("CONFLICT: two pods of class 0 in domain 5");
        assertThat(objection(one, 0, 1, 2)).isEqualTo("CONFLICT: two pods of class 0 in domain 7");
        assertThat(objection(one, 0, 0, 1, 0, 1, 1)).isEmpty();
    }

    @Test
    void groupsWithPodsSucceed() {
        assertThat(objection(packing(EITHER), 0, 0, 1))
                .isEqualTo("GROUP: a group of classes {0} has pods but does not succeed");
        assertThat(objection(packing(EITHER), 0, 0, 2)).isEmpty();
        assertThat(objection(packing(EITHER), 0, 0, 2, 1, 1, 2))
                .isEqualTo("GROUP: a group of classes {1} has pods but does not succeed");
        assertThat(objection(packing(EITHER))).isEqualTo("GROUP: no pod is placed");
        assertThat(objection(packing(PackingGroup.leaf(1, 0)), 2, 0, 1)).isEqualTo("GROUP: the root does not succeed");
        assertThat(objection(packing(PackingGroup.leaf(1, 0)), 0, 0, 1, 2, 0, 1))
                .isEqualTo("GROUP: class 2 belongs to no group");
        PackingGroup both = PackingGroup.leaf(2, 0, 1);
        assertThat(objection(packing(both), 0, 0, 2)).startsWith("GROUP");
        assertThat(objection(packing(both), 1, 0, 1, 1, 1, 1)).isEmpty();
        assertThat(objection(packing(both), 0, 0, 1, 1, 0, 1)).startsWith("GROUP");
        PackingGroup all = PackingGroup.composite(3, EITHER.children().toArray(PackingGroup[]::new));
        assertThat(objection(packing(all), 0, 0, 2)).startsWith("GROUP");
    }

    private static Packing withRows(List<SharedLimit> limits, List<EvenSpread> spreads) {
        return new Packing(
                NODES,
                List.of(PLAIN, PodClass.of(4, 1, 0), WIDE),
                List.of(),
                PackingGroup.leaf(1, 0, 1, 2),
                limits,
                spreads);
    }

    @Test
    void nodesThatShareALimitTakeNoMoreThanItTogether() {
        SharedLimit limit = new SharedLimit(new long[] {2, 3, 0}, new long[] {0b011}, 7);
        Packing packing = withRows(List.of(limit), List.of());
        assertThat(objection(packing, 0, 0, 2, 1, 1, 1)).isEmpty();
        assertThat(objection(packing, 0, 0, 3)).isEmpty();
        assertThat(objection(packing, 0, 0, 3, 2, 0, 2)).isEmpty();
        assertThat(objection(packing, 0, 0, 3, 0, 2, 1)).isEmpty();
        String objection = "RESOURCE: more than 7 of what nodes share";
        assertThat(objection(packing, 0, 0, 4)).isEqualTo(objection);
        assertThat(objection(packing, 0, 0, 2, 0, 1, 2)).isEqualTo(objection);
        assertThat(objection(packing, 0, 0, 1, 1, 1, 2)).isEqualTo(objection);
        assertThat(objection(packing, 1, 0, 1, 1, 1, 2, 2, 2, 1)).isEqualTo(objection);
        SharedLimit huge = new SharedLimit(new long[] {Long.MAX_VALUE / 2, 0, 0}, new long[] {0b111}, Long.MAX_VALUE);
        assertThat(objection(withRows(List.of(huge), List.of()), 0, 0, 2)).isEmpty();
        assertThat(objection(withRows(List.of(huge), List.of()), 0, 0, 3)).startsWith("RESOURCE");
        assertThat(objection(withRows(List.of(huge), List.of()), 0, 0, 2, 0, 1, 1))
                .startsWith("RESOURCE");
    }

    @Test
    void podsThatAreSpreadAreNoMoreThanTheirSkewAboveTheEmptiestDomain() {
        EvenSpread spread = new EvenSpread(List.of(0, 1), List.of(1, 2), new int[] {0, 1, -1}, new int[] {1, 0});
        Packing packing = withRows(List.of(), List.of(spread));
        String objection = "DOMAIN: pods of classes [0] are not spread evenly";
        assertThat(objection(packing, 0, 1, 1)).isEmpty();
        assertThat(objection(packing, 0, 0, 1)).isEqualTo(objection);
        assertThat(objection(packing, 0, 0, 1, 0, 1, 1)).isEmpty();
        assertThat(objection(packing, 0, 1, 2)).isEmpty();
        assertThat(objection(packing, 0, 1, 3)).isEqualTo(objection);
        assertThat(objection(packing, 1, 0, 1)).isEmpty();
        assertThat(objection(packing, 1, 0, 2)).isEqualTo("DOMAIN: pods of classes [0, 1] are not spread evenly");
        assertThat(objection(packing, 1, 1, 3)).isEmpty();
        assertThat(objection(packing, 1, 1, 4)).isEqualTo("DOMAIN: pods of classes [0, 1] are not spread evenly");
    }

    @Test
    void aLimitOfPodsThatShareNothingElseHoldsToo() {
        PodClass plain = PodClass.of(4, Long.MAX_VALUE / 4);
        Packing four = new Packing(
                PackingNodes.of(1, new long[] {Long.MAX_VALUE}), List.of(plain), List.of(), PackingGroup.leaf(1, 0));
        assertThat(objection(four, 0, 0, 4)).isEmpty();
        PodClass more = PodClass.of(5, Long.MAX_VALUE / 4);
        Packing five = new Packing(
                PackingNodes.of(1, new long[] {Long.MAX_VALUE}), List.of(more), List.of(), PackingGroup.leaf(1, 0));
        assertThat(objection(five, 0, 0, 4)).isEmpty();
        assertThat(objection(five, 0, 0, 5)).startsWith("RESOURCE");
    }

    @Test
    void podsOfAGroupLieInOneDomain() {
        assertThat(objection(packing(EITHER), 0, 0, 1, 0, 2, 1))
                .isEqualTo("DOMAIN: a group of classes {0} uses domain 1");
        assertThat(objection(packing(EITHER), 0, 0, 1, 0, 1, 1)).isEmpty();
        Packing outside = packing(PackingGroup.leaf(1, 0).inOneDomain(0, -1, 0));
        assertThat(objection(outside, 0, 1, 1)).isEqualTo("DOMAIN: a group of classes {0} uses domain -1");
        assertThat(objection(outside, 0, 0, 1, 0, 2, 1)).isEmpty();
    }

    @Test
    void onlyChangedNodesAreLookedAtAgain() {
        Packing before = packing(PackingGroup.leaf(1, 0));
        Placement placement = Placement.of(List.of(new Placed(0, 0, 2), new Placed(0, 1, 1), new Placed(0, 2, 1)));
        Packing less = before.on(PackingNodes.of(3, new long[] {1, 4, 0}, new long[] {9, 9, 9}));
        for (int[] nodes : List.of(new int[] {}, new int[] {1}, new int[] {0}, new int[] {1, 2}, new int[] {0, 1, 2})) {
            boolean looksAtOne = Arrays.stream(nodes).anyMatch(node -> node != 1);
            assertThat(PlacementCheck.objectionTo(less, placement, nodes).isPresent())
                    .as(Arrays.toString(nodes))
                    .isEqualTo(looksAtOne);
        }
    }
}
