package io.github.workload4j.gang.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterRankingTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");
    private static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));

    /** Two pods of 3 cores. */
    private static final List<Pod> PODS = ClusterSnapshot.builder()
            .pending("train-0", TRAIN, Map.of("cpu", "3"))
            .pending("train-1", TRAIN, Map.of("cpu", "3"))
            .build()
            .membersOf(TRAIN);

    private static ClusterSnapshot cluster(int nodes, String cpu) {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < nodes; n++) {
            builder.node("n" + n, Map.of(), Map.of("cpu", cpu, "pods", "9000000000000000000"));
        }
        return builder.build();
    }

    private static ClusterRanking ranking(Map<String, ClusterSnapshot> clusters) {
        return ClusterRanking.of(clusters, PODS, GROUPS, TRAIN, Budget.DEFAULT);
    }

    private static List<String> names(ClusterRanking ranking) {
        return ranking.answers().stream().map(ClusterAnswer::cluster).toList();
    }

    @Test
    void clustersWithMoreRoomComeFirstAndThoseWithoutLast() {
        Map<String, ClusterSnapshot> clusters = new LinkedHashMap<>();
        clusters.put("tight", cluster(2, "3"));
        clusters.put("full", cluster(1, "3"));
        clusters.put("wide", cluster(9, "3"));
        clusters.put("also-tight", cluster(1, "6"));
        ClusterRanking ranking = ranking(clusters);
        assertThat(names(ranking)).containsExactly("wide", "also-tight", "tight", "full");
        assertThat(ranking).hasToString("ClusterRanking[3 of 4 take it]");
    }

    @Test
    void whatItTakesIsCountedOfTheScarcestResource() {
        ClusterAnswer answer = ranking(Map.of("c", cluster(4, "5"))).answers().get(0);
        assertThat(answer.scarcest())
                .isEqualTo(new ScarcestResource("cpu", BigInteger.valueOf(6_000), BigInteger.valueOf(20_000)));
        assertThat(answer.takesIt()).isTrue();
        assertThat(answer.nodes()).isEmpty();
        assertThat(answer.evictions()).isNull();
    }

    @Test
    void aClusterThatFewerNodesWouldHelpComesBeforeOneThatNeedsMore() {
        ClusterSnapshot one = cluster(1, "3").with(waiting());
        ClusterSnapshot none = cluster(1, "2").with(waiting());
        ClusterAnswer helped = helped("z-one-more", one);
        ClusterAnswer hopeless = helped("a-hopeless", none);
        assertThat(helped.nodes())
                .singleElement()
                .satisfies(more -> assertThat(more.count()).isEqualTo(1));
        assertThat(hopeless.nodes()).isEmpty();
        assertThat(names(new ClusterRanking(List.of(hopeless, helped)))).containsExactly("z-one-more", "a-hopeless");
    }

    private static SnapshotDifference waiting() {
        return new SnapshotDifference(List.copyOf(PODS), List.of());
    }

    private static ClusterAnswer helped(String name, ClusterSnapshot snapshot) {
        var opening = Feasibility.open(snapshot, GROUPS, TRAIN);
        return ClusterAnswer.of(name, opening, Budget.DEFAULT.meter())
                .withHelp(opening, GROUPS, List.of(), Budget.DEFAULT.meter());
    }

    @Test
    void amountsBeyond64BitsAreAddedExactly() {
        ClusterAnswer answer = ranking(Map.of("huge", cluster(3, "9223372036854775")))
                .answers()
                .get(0);
        assertThat(answer.scarcest().free()).isEqualTo(new BigInteger("27670116110564325000"));
    }
}
