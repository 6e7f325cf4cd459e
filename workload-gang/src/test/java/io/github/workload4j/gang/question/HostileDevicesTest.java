package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions about devices that are made to take long, or deep. */
class HostileDevicesTest {

    /** Ten devices of ten values, and each node has nine: more ways to fail than can be tried. */
    private static final String TEN_APART = ", constraints: [{distinctAttribute: gpu.example.com/c, "
            + "requests: [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9]}]";

    private static String repeat(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", "" + i))
                .collect(Collectors.joining());
    }

    private static String node(int number, int devices) {
        String listed = IntStream.range(0, devices)
                .mapToObj(k -> "{name: g" + k + ", attributes: {c: {int: " + k % 9 + "}}}, ")
                .collect(Collectors.joining());
        return ("---\n{apiVersion: v1, kind: Node, metadata: {name: n#}, "
                        + "status: {allocatable: {cpu: 400, pods: 999}}}\n"
                        + "---\n{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s#}, spec: "
                        + "{driver: gpu.example.com, nodeName: n#, pool: {name: n#, generation: 1, "
                        + "resourceSliceCount: 1}, devices: [" + listed + "]}}\n")
                .replace("#", "" + number);
    }

    private static ManifestWorld world(String nodes, int kinds, int podsOfEach, String requests) {
        StringBuilder text = new StringBuilder("""
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d},
             spec: {schedulingPolicy: {gang: {minCount: 1}}}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}, spec: {}}
            """);
        text.append(nodes);
        for (int kind = 0; kind < kinds; kind++) {
            text.append(("---\n{apiVersion: resource.k8s.io/v1, kind: ResourceClaimTemplate, metadata: {name: tX, "
                            + "namespace: d}, spec: {spec: {devices: {" + requests + "}}}}\n"
                            + repeat(
                                    podsOfEach,
                                    "---\n{apiVersion: v1, kind: Pod, metadata: {name: p-X-#, namespace: d}, spec: "
                                            + "{schedulingGroup: {podGroupName: g}, resourceClaims: [{name: c, "
                                            + "resourceClaimTemplateName: tX}], containers: [{name: m, resources: "
                                            + "{requests: {cpu: Xm}}}]}}\n"))
                    .replace("X", "" + (kind + 1)));
        }
        return ManifestWorld.of(text.toString());
    }

    @Test
    void openingAQuestionWithManyWaysIsBounded() {
        String nodes = IntStream.range(0, 8).mapToObj(n -> node(n, 30 + n)).collect(Collectors.joining());
        String requests = "requests: [" + repeat(10, "{name: r#, exactly: {deviceClassName: gpu}}, ") + "]" + TEN_APART;
        ManifestWorld world = world(nodes, 4, 2, requests);
        GroupQuestion question = world.question("d", "g");
        question.packing();
        assertThat(question.classes().devices().devices().taken()).isBetween(500_000L, 700_000L);
        Verdict answer = question.answer(Budget.steps(1_000_000));
        assertThat(answer).isInstanceOf(Verdict.Undetermined.class);
        assertThat(question.classes().devices().devices().taken()).isLessThan(1_300_000L);
    }

    @Test
    void manyPodsOfOneNodeNeedLittleStack() throws InterruptedException {
        ManifestWorld world = world(node(0, 400), 1, 400, "requests: [{name: r, exactly: {deviceClassName: gpu}}]");
        AtomicReference<Verdict> answer = new AtomicReference<>();
        Thread small =
                new Thread(null, () -> answer.set(world.answer(ClusterSetup.OPEN, "d", "g")), "small stack", 512 << 10);
        small.start();
        small.join();
        assertThat(answer.get()).isInstanceOf(Verdict.Feasible.class);
        assertThat(((Verdict.Feasible) answer.get()).placement()).hasSize(400);
    }
}
