package io.github.workload4j.gang.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheapestNodesTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private static NodeOffer offer(String name, String price, int cpu, int gpu, Map<String, String> labels) {
        Node like = new Node(
                ObjectMeta.builder().name(name).labels(labels).build(),
                NodeSpec.OPEN,
                new NodeStatus(
                        Map.of(),
                        Map.of(
                                "cpu", Quantity.of(cpu),
                                "nvidia.com/gpu", Quantity.of(gpu),
                                "pods", Quantity.of(20))));
        return new NodeOffer(like, new BigDecimal(price), NodeOffer.UNLIMITED);
    }

    private static NodeOffer offer(String name, String price, int cpu, int gpu) {
        return offer(name, price, cpu, gpu, Map.of());
    }

    private static SnapshotBuilder pending(SnapshotBuilder to, GroupRef group, int pods, int cpu, int gpu) {
        for (int p = 0; p < pods; p++) {
            Map<String, String> requests = Map.of("cpu", cpu + "", "nvidia.com/gpu", gpu + "");
            to.pending(group.name() + "-" + cpu + "-" + gpu + "-" + p, group, requests);
        }
        return to;
    }

    private static GroupQuestion question(SnapshotBuilder cluster, PodGroup group) {
        return GroupQuestion.of(cluster.build(), Groups.of(List.of(group)), TRAIN)
                .orElseThrow();
    }

    private static GroupQuestion question(SnapshotBuilder cluster, int minimum) {
        return question(cluster, PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", minimum));
    }

    private static CheapestNodes cheapest(GroupQuestion question, NodeOffer... offers) {
        return CheapestNodes.of(question, question.answer(Budget.DEFAULT), List.of(offers), Budget.DEFAULT.meter());
    }

    private static String words(CheapestNodes found) {
        return found.toString();
    }

    @Test
    void fewLargeNodesAreBoughtWhereTheyAreCheaperThanManySmall() {
        GroupQuestion question = question(pending(ClusterSnapshot.builder(), TRAIN, 8, 4, 1), 8);
        NodeOffer small = offer("small", "1.10", 4, 1);
        NodeOffer large = offer("large", "3.00", 16, 4);
        CheapestNodes found = cheapest(question, small, large);
        assertThat(words(found)).isEqualTo("CheapestNodes[2 large for 6; at least 6]");
        assertThat(found.isCheapest()).isTrue();
        assertThat(found.then().orElseThrow().placed()).isEqualTo(8);
        assertThat(words(cheapest(question, offer("small", "0.70", 4, 1), large)))
                .isEqualTo("CheapestNodes[8 small for 5.6; at least 5.6]");
    }

    @Test
    void mixesAreBoughtWhereNoSingleOfferIsCheapest() {
        GroupQuestion question = question(pending(ClusterSnapshot.builder(), TRAIN, 5, 4, 1), 5);
        assertThat(words(cheapest(question, offer("small", "1.1", 4, 1), offer("large", "3", 16, 4))))
                .isEqualTo("CheapestNodes[1 small, 1 large for 4.1; at least 4.1]");
    }

    @Test
    void whatIsFreeOnNodesThatAreThereIsUsedFirst() {
        SnapshotBuilder cluster = ClusterSnapshot.builder()
                .node("n0", Map.of(), Map.of("cpu", "13", "nvidia.com/gpu", "8", "pods", "10"));
        GroupQuestion question = question(pending(cluster, TRAIN, 5, 4, 1), 5);
        assertThat(words(cheapest(question, offer("small", "1.1", 4, 1), offer("large", "3", 16, 4))))
                .isEqualTo("CheapestNodes[2 small for 2.2; at least 2.2]");
    }

    @Test
    void onlyAsManyPodsAsTheGroupNeedsArePaidFor() {
        GroupQuestion question = question(pending(ClusterSnapshot.builder(), TRAIN, 5, 4, 1), 3);
        assertThat(words(cheapest(question, offer("small", "1.1", 4, 1))))
                .isEqualTo("CheapestNodes[3 small for 3.3; at least 3.3]");
    }

    @Test
    void noMoreAreBoughtThanCanBeHad() {
        GroupQuestion question = question(pending(ClusterSnapshot.builder(), TRAIN, 5, 4, 1), 5);
        NodeOffer small = offer("small", "1", 4, 1);
        NodeOffer three = new NodeOffer(small.like(), small.price(), 3);
        assertThat(words(cheapest(question, three, offer("large", "3.5", 16, 4))))
                .isEqualTo("CheapestNodes[1 small, 1 large for 4.5; at least 4.5]");
        assertThat(words(cheapest(question, three))).isEqualTo("CheapestNodes[none found; none does]");
    }

    @Test
    void nothingIsBoughtForAGroupThatFitsOrThatNoOfferHolds() {
        SnapshotBuilder roomy = ClusterSnapshot.builder()
                .node("n0", Map.of(), Map.of("cpu", "64", "nvidia.com/gpu", "8", "pods", "10"));
        GroupQuestion fits = question(pending(roomy, TRAIN, 2, 4, 1), 2);
        assertThat(words(cheapest(fits, offer("small", "1", 4, 1))))
                .isEqualTo("CheapestNodes[none needed; at least 0]");
        GroupQuestion beyond = question(pending(ClusterSnapshot.builder(), TRAIN, 2, 4, 2), 2);
        CheapestNodes none = cheapest(beyond, offer("small", "1", 4, 1));
        assertThat(words(none)).isEqualTo("CheapestNodes[none found; none does]");
        assertThat(none.isCheapest()).isFalse();
        assertThat(words(cheapest(beyond))).isEqualTo("CheapestNodes[none found; none does]");
    }

    /** Two racks: one of which half is free, so that a bound group needs fewer nodes there than in a new one. */
    @Test
    void nodesGoWhereTheGroupNeedsFewest() {
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < 4; n++) {
            cluster.node(
                    "n" + n,
                    Map.of("rack", n < 3 ? "a" : "b"),
                    Map.of("cpu", "4", "nvidia.com/gpu", "1", "pods", "10"));
        }
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 5);
        GroupQuestion question = question(
                pending(cluster, TRAIN, 5, 4, 1),
                group.withSpec(group.spec().toBuilder()
                        .schedulingConstraints(SchedulingConstraints.sameDomain("rack"))
                        .build()));
        CheapestNodes found = cheapest(question, offer("small", "1", 4, 1));
        assertThat(words(found)).isEqualTo("CheapestNodes[2 small for 2; at least 2]");
        assertThat(found.nodes().get(0).nodes().domain()).isEqualTo("a");
        NodeOffer inB = offer("in-b", "1", 4, 1, Map.of("rack", "b"));
        assertThat(words(cheapest(question, inB))).isEqualTo("CheapestNodes[4 in-b for 4; at least 4]");
        // The dearer offer is of another place, so that the cheaper one is no substitute for it.
        assertThat(words(cheapest(question, inB, offer("in-a", "1.5", 4, 1, Map.of("rack", "a")))))
                .isEqualTo("CheapestNodes[2 in-a for 3; at least 3]");
    }

    @Test
    void twoOffersOfOneNameAreRefused() {
        GroupQuestion question = question(pending(ClusterSnapshot.builder(), TRAIN, 2, 4, 1), 2);
        assertThatThrownBy(() -> cheapest(question, offer("small", "1", 4, 1), offer("small", "2", 8, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offers: small twice (expected: each name once)");
    }

    @Test
    void itIsNeverDearerThanNodeByNode() {
        for (int seed = 0; seed < 20; seed++) {
            Mixes.isNeverDearer(seed);
        }
    }

    /** All numbers of nodes are tried, in the order of what they cost, on random small markets. */
    @Test
    void itIsWhatTryingAllNumbersFinds() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            SnapshotBuilder cluster = ClusterSnapshot.builder();
            for (int n = random.nextInt(3); n > 0; n--) {
                cluster.node(
                        "n" + n,
                        Map.of(),
                        Map.of("cpu", "" + random.nextInt(9), "nvidia.com/gpu", "" + random.nextInt(3), "pods", "3"));
            }
            int pods = 0;
            for (int shape = 0; shape < 3; shape++) {
                int some = 1 + random.nextInt(3);
                pending(cluster, TRAIN, some, 1 + shape * 2 + random.nextInt(2), random.nextInt(2));
                pods += some;
            }
            GroupQuestion question = question(cluster, pods - random.nextInt(2));
            List<NodeOffer> offers = new ArrayList<>();
            for (int o = 0; o < 3; o++) {
                offers.add(
                        offer("o" + o, "" + (1 + random.nextInt(12)), 4 + random.nextInt(10), 1 + random.nextInt(3)));
            }
            Verdict verdict = question.answer(Budget.DEFAULT);
            CheapestNodes found = CheapestNodes.of(question, verdict, offers, Budget.DEFAULT.meter());
            int least = byTryingAll(question, verdict, offers);
            assertThat(found.cost().intValueExact())
                    .as("seed %s: %s", seed, found)
                    .isEqualTo(least);
            assertThat(found.isCheapest()).as("seed %s: %s", seed, found).isTrue();
        }
    }

    private static int byTryingAll(GroupQuestion question, Verdict verdict, List<NodeOffer> offers) {
        if (verdict instanceof Verdict.Feasible) {
            return 0;
        }
        for (int cost = 1; ; cost++) {
            if (isEnough(question, question.snapshot(), offers, 0, cost)) {
                return cost;
            }
        }
    }

    private static boolean isEnough(
            GroupQuestion question, ClusterSnapshot snapshot, List<NodeOffer> offers, int from, int money) {
        if (from == offers.size()) {
            return money == 0 && question.on(snapshot).answer(Budget.DEFAULT) instanceof Verdict.Feasible;
        }
        int price = offers.get(from).price().intValueExact();
        for (int count = 0; count * price <= money; count++) {
            ClusterSnapshot with = count == 0
                    ? snapshot
                    : NodesToAdd.applyTo(
                            snapshot, new Suggestion.MoreNodes(offers.get(from).like(), null, null, count, false));
            if (isEnough(question, with, offers, from + 1, money - count * price)) {
                return true;
            }
        }
        return false;
    }
}
