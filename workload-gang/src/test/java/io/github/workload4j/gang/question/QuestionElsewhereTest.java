package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A question that is asked of another snapshot sees the pods there, as one that is opened there. */
class QuestionElsewhereTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    /** Two pods that differ in a label at which no rule looks; each fills a node. */
    private static final String GANG = member("train-0", "b") + member("train-1", "a")
            + "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: train, namespace: ml},"
            + " spec: {schedulingPolicy: {gang: {minCount: 2}}}}\n---\n";

    private static String node(String name) {
        return "{apiVersion: v1, kind: Node, metadata: {name: " + name + ", labels: {kubernetes.io/hostname: " + name
                + "}}, status: {allocatable: {cpu: 1, pods: 9}}}\n---\n";
    }

    private static String member(String name, String app) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: ml, labels: {app: " + app
                + "}}, spec: {schedulingGroup: {podGroupName: train}, containers: [{name: c, image: i, resources:"
                + " {requests: {cpu: 1}}}]}}\n---\n";
    }

    /** A pod that shares its host with no pod of the app {@code a}. */
    private static String jealous(String name, String spec, String status) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: ml}, spec: {" + spec
                + "containers: [{name: c, image: i}], affinity: {podAntiAffinity:"
                + " {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname,"
                + " labelSelector: {matchLabels: {app: a}}}]}}}, status: {" + status + "}}\n---\n";
    }

    private static List<ApiObject> read(String manifests) {
        List<ApiObject> objects = new ArrayList<>();
        ManifestReader.strict().read(manifests).forEach(document -> objects.add(((Decoded) document).object()));
        return objects;
    }

    private static Groups groups(List<ApiObject> objects) {
        return Groups.of(objects.stream()
                .filter(SchedulingObject.class::isInstance)
                .map(SchedulingObject.class::cast)
                .toList());
    }

    private static void answersAreThoseOfOneOpenedThere(String others) {
        List<ApiObject> objects = read(node("n1") + node("n2") + GANG);
        Groups groups = groups(objects);
        ClusterSnapshot before = ClusterSnapshot.of(objects);
        GroupQuestion asked = GroupQuestion.of(before, groups, TRAIN).orElseThrow();
        assertThat(asked.answer(Budget.DEFAULT).word()).isEqualTo("feasible");
        ClusterSnapshot there = before;
        for (ApiObject object : read(others)) {
            there = there.put((Pod) object);
        }
        assertThat(Feasibility.answer(there, groups, TRAIN, Budget.DEFAULT).word())
                .isEqualTo("infeasible");
        assertThat(asked.on(there).answer(Budget.DEFAULT).word()).isEqualTo("infeasible");
        assertThat(asked.on(there).on(before).answer(Budget.DEFAULT).word()).isEqualTo("feasible");
    }

    @Test
    void runningPodsThatKeepSomeOfThePodsAwayAreSeen() {
        answersAreThoseOfOneOpenedThere(jealous("j-1", "nodeName: n1, ", "") + jealous("j-2", "nodeName: n2, ", ""));
    }

    @Test
    void podsForWhichANodeIsNominatedAreSeenToo() {
        answersAreThoseOfOneOpenedThere(
                jealous("j-1", "", "nominatedNodeName: n1") + jealous("j-2", "", "nominatedNodeName: n2"));
    }

    /** Three members of two apps, and up to four pods that keep away from one or the other. */
    @Test
    void whoeverComesTheAnswerIsThatOfOneOpenedThere() {
        int[] feasible = new int[2];
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String third = member("train-2", random.nextBoolean() ? "a" : "b");
            List<ApiObject> objects = read(node("n1") + node("n2") + node("n3") + GANG + third);
            Groups groups = groups(objects);
            ClusterSnapshot before = ClusterSnapshot.of(objects);
            GroupQuestion asked = GroupQuestion.of(before, groups, TRAIN).orElseThrow();
            ClusterSnapshot there = before;
            for (int pod = random.nextInt(5); pod > 0; pod--) {
                String name = "n" + (1 + random.nextInt(3));
                boolean runs = random.nextBoolean();
                String jealous = jealous(
                        "j-" + pod, runs ? "nodeName: " + name + ", " : "", runs ? "" : "nominatedNodeName: " + name);
                String of = random.nextBoolean() ? "{app: a}" : "{app: b}";
                there = there.put((Pod) read(jealous.replace("{app: a}", of)).get(0));
            }
            String anew =
                    Feasibility.answer(there, groups, TRAIN, Budget.DEFAULT).toString();
            assertThat(asked.on(there).answer(Budget.DEFAULT).toString()).isEqualTo(anew);
            feasible[anew.contains(": feasible") ? 1 : 0]++;
        }
        assertThat(feasible[0]).isPositive();
        assertThat(feasible[1]).isPositive();
    }
}
