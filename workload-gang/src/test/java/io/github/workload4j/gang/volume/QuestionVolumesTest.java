package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers about pods with volumes are those that come out when everything is tried. */
class QuestionVolumesTest {

    @Test
    void answersOfOnePodAreThoseOfTryingEverything() {
        assertThat(fitting(0, 80, 1)).isBetween(10, 70);
    }

    @Test
    void answersOfTwoPodsAreThoseOfTryingEverything() {
        assertThat(fitting(10_000, 40, 2)).isBetween(5, 35);
    }

    @Test
    void answersOfThreePodsAreThoseOfTryingEverything() {
        assertThat(fitting(20_000, 12, 3)).isBetween(1, 11);
    }

    /** {@return how many worlds fit, after all of them have been compared} */
    static int fitting(long seed, int worlds, int pods) {
        int fit = 0;
        for (long s = seed; s < seed + worlds; s++) {
            fit += compare(s, pods) ? 1 : 0;
        }
        return fit;
    }

    private static boolean compare(long seed, int count) {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<SchedulingObject> groups = new ArrayList<>();
        List<ApiObject> storage = new ArrayList<>();
        String text = RandomVolumes.of(seed, count);
        for (Document document : ManifestReader.strict().read(text)) {
            ApiObject object = ((Decoded) document).object();
            if (object instanceof Node node) {
                nodes.add(node);
            } else if (object instanceof Pod pod) {
                pods.add(pod);
            } else if (object instanceof SchedulingObject group) {
                groups.add(group);
            } else {
                storage.add(object);
            }
        }
        StorageObjects objects = StorageObjects.of(storage);
        Replay replay = Replay.of(nodes, pods, groups).withStorage(objects);
        List<Pod> pending = pods.stream().filter(pod -> !pod.isAssigned()).toList();
        int most = new EveryPlacement(replay, nodes, pending, objects).most();
        Verdict verdict = Feasibility.answer(
                ClusterSnapshot.of(nodes, pods).withStorage(objects),
                Groups.of(groups),
                GroupRef.podGroup("default", "g"),
                Budget.DEFAULT);
        assertThat(verdict.word())
                .as("seed %d: %s\n%s", seed, verdict, text)
                .isEqualTo(most > 0 ? "feasible" : "infeasible");
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(feasible.placed()).as("seed %d\n%s", seed, text).isEqualTo(most);
            assertThat(replay.objections(feasible))
                    .as("seed %d\n%s", seed, text)
                    .isEmpty();
        }
        return most > 0;
    }
}
