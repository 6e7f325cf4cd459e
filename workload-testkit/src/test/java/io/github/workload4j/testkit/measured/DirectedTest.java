package io.github.workload4j.testkit.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.Preemption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small situations, each about one rule: what the real scheduler did, by release, against what we say. */
class DirectedTest {

    private static final String ROOT = "/conformance/directed/";

    /** Where the scheduler does what no answer from objects alone can say, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "1.37 pinned-empty-and-other",
            "the scheduler takes the domain of either running member, as the order of a map has it; we say error",
            "1.37 then-group-minimum-lowered-to-quorum",
            "the scheduler of 1.37 is not woken by the change; asked afresh, the group fits",
            "1.37 pods-by-order-of-arrival",
            "no object says when a pod came to the queue",
            "1.38 pods-by-order-of-arrival",
            "no object says when a pod came to the queue");

    static Stream<String> situations() {
        List<String> all = new ArrayList<>();
        measured().fieldNames().forEachRemaining(name -> {
            all.add("1.37 " + name);
            all.add("1.38 " + name);
        });
        return all.stream();
    }

    private static JsonNode measured() {
        try {
            return RecordedCluster.JSON.readTree(bytes("measured.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] bytes(String file) {
        try (InputStream in = DirectedTest.class.getResourceAsStream(ROOT + file)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What we say of one state of a cluster. */
    private record Said(Verdict verdict, Greedy greedy, Optional<Preemption> preemption, ClusterSnapshot after) {}

    private static Said said(ClusterSnapshot snapshot, Groups groups) {
        GroupRef root = groups.roots(snapshot).get(0);
        Verdict verdict = Feasibility.answer(snapshot, groups, root, Budget.DEFAULT);
        Greedy greedy = Greedy.cycle(snapshot, groups, root, Budget.DEFAULT);
        Optional<Preemption> preemption = GroupQuestion.of(snapshot, groups, root)
                .flatMap(question -> verdict instanceof Verdict.Feasible
                        ? Evictions.beside(question, groups, List.of(), Budget.DEFAULT.meter())
                        : Evictions.of(question, verdict, groups, List.of(), Budget.DEFAULT.meter()))
                .map(Evictions::scheduler);
        return new Said(verdict, greedy, preemption, snapshot.withPlaced(greedy.placement()));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void asTheSchedulerDid(String situation) {
        assumeThat(LEFT_OUT.get(situation)).isNull();
        KubernetesRelease release = KubernetesRelease.parse(situation.substring(0, 4));
        String name = situation.substring(5);
        JsonNode all = measured().get(name);
        JsonNode did = all.has("both")
                ? all.get("both")
                : all.get(release.equals(KubernetesRelease.V1_37) ? "1.37.2" : "1.38.0-beta.0");
        ClusterSetup setup = ClusterSetup.of(release);
        RecordedCluster cluster = RecordedCluster.of(bytes(name + "/input.yaml"));
        Said said = said(cluster.snapshot(setup), cluster.groups());
        int before = 0;
        byte[] change = bytes(name + "/then.yaml");
        if (change != null) {
            RecordedCluster then = RecordedCluster.of(change);
            ClusterSnapshot changed = said.after();
            for (Pod pod : then.pods) {
                changed = changed.put(pod);
            }
            before = said.greedy().placement().size();
            said = said(changed, cluster.groupsWith(then));
        }
        check(said, did, before);
    }

    private static void check(Said said, JsonNode did, int before) {
        JsonNode bound = did.get("bound");
        List<String> conditions = new ArrayList<>();
        did.path("conditions").forEach(condition -> conditions.add(condition.asText()));
        boolean refused =
                conditions.stream().anyMatch(condition -> condition.matches("False (PodGroup|Scheduler)Error"));
        if (!did.path("tried").asBoolean(true)) {
            assertThat(said.verdict()).isInstanceOfAny(Verdict.Gated.class, Verdict.Errored.class);
        } else if (did.has("evicted")) {
            List<String> evicted = new ArrayList<>();
            did.get("evicted").forEach(pod -> evicted.add("default/" + pod.asText()));
            Preemption preemption = said.preemption().orElseThrow();
            assertThat(preemption.victims().stream()
                            .map(Evicted::pods)
                            .flatMap(List::stream)
                            .map(pod -> "default/" + pod.metadata().name()))
                    .containsExactlyInAnyOrderElementsOf(evicted);
        } else if (bound.isEmpty() && refused) {
            assertThat(said.verdict()).isInstanceOfAny(Verdict.Errored.class, Verdict.Infeasible.class);
            if (said.verdict() instanceof Verdict.Errored errored) {
                assertThat(conditions)
                        .contains("False " + errored.condition().replace("CompositePodGroup", "PodGroup"));
            }
        } else if (bound.isEmpty()) {
            assertThat(said.greedy().placement()).isEmpty();
            assertThat(said.verdict()).isNotInstanceOf(Verdict.Errored.class);
        } else {
            Map<String, String> nodes = new TreeMap<>();
            bound.properties()
                    .forEach(one -> nodes.put(one.getKey(), one.getValue().asText()));
            int bindsNow = nodes.size() - before;
            assertThat(said.greedy().placement()).hasSize(bindsNow);
            assertThat(said.verdict() instanceof Verdict.Feasible feasible ? feasible.placed() : 0)
                    .isGreaterThanOrEqualTo(bindsNow);
        }
    }
}
