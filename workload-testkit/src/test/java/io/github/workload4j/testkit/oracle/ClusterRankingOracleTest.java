package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ClusterRanking;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The group of one cluster is asked of three, and each answer is what trying everything says. */
class ClusterRankingOracleTest {

    @Provide
    Arbitrary<List<SmallCluster>> threeClusters() {
        return SmallClusters.all().list().ofSize(3);
    }

    @Property(seed = "61", tries = 100)
    void eachAnswerIsTheOraclesAndThoseThatTakeItComeFirst(@ForAll("threeClusters") List<SmallCluster> clusters) {
        SmallCluster home = clusters.get(0);
        List<Pod> waiting = home.pods().stream()
                .filter(pod -> pod.spec().nodeName().isEmpty())
                .toList();
        Map<String, SmallCluster> named = new TreeMap<>();
        clusters.forEach(cluster -> named.put("cluster-" + named.size(), cluster));
        ClusterRanking ranking = ranking(named, waiting, home);
        Map<String, SmallCluster> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(named);
        assertThat(ranking(backwards, waiting, home)).isEqualTo(ranking);
        assertThat(ranking.answers()).hasSize(3);
        for (ClusterAnswer answer : ranking.answers()) {
            SmallCluster cluster = named.get(answer.cluster());
            OracleAnswer oracle = Oracle.of(
                            cluster.nodes(), with(waiting, cluster), home.objects(), cluster.namespaces())
                    .answer(home.group());
            Verdict verdict = answer.verdict();
            int most = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
            assertThat(oracle.agrees(verdict.word(), verdict.reason().map(Reason::code), most))
                    .as("%s placing %d is %s", verdict, most, oracle)
                    .isTrue();
        }
        List<Boolean> taking =
                ranking.answers().stream().map(ClusterAnswer::takesIt).toList();
        assertThat(taking.lastIndexOf(true))
                .isEqualTo(taking.stream().filter(takes -> takes).count() - 1);
    }

    private static ClusterRanking ranking(Map<String, SmallCluster> clusters, List<Pod> waiting, SmallCluster home) {
        Map<String, ClusterSnapshot> snapshots = new LinkedHashMap<>();
        clusters.forEach((name, cluster) -> snapshots.put(name, cluster.snapshot()));
        return ClusterRanking.of(snapshots, waiting, Groups.of(home.objects()), home.group(), Budget.DEFAULT);
    }

    /** {@return the pods of a cluster with those that wait, in the place of pods of the same names} */
    private static List<Pod> with(List<Pod> waiting, SmallCluster cluster) {
        Set<String> names =
                waiting.stream().map(pod -> pod.metadata().qualifiedName()).collect(Collectors.toSet());
        List<Pod> all = new ArrayList<>(waiting);
        cluster.pods().stream()
                .filter(pod -> !names.contains(pod.metadata().qualifiedName()))
                .forEach(all::add);
        return all;
    }
}
