package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.DeviceCondition;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two pods that ask for three devices each, on nodes that have two and four, one of the four with a taint. */
class DeviceChangesTest {

    private static final String WORLD = """
        apiVersion: scheduling.k8s.io/v1beta1
        kind: PodGroup
        metadata: {name: g, namespace: d}
        spec: {schedulingPolicy: {gang: {minCount: 2}}}
        ---
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu}
        spec: {}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: three, namespace: d}
        spec: {spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu, count: 3}}]}}}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: a}
        spec:
          driver: gpu.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices: [{name: gpu-0}, {name: gpu-1}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: b}
        spec:
          driver: gpu.example.com
          nodeName: b
          pool: {name: b, generation: 1, resourceSliceCount: 1}
          devices:
          - {name: gpu-0}
          - {name: gpu-1}
          - {name: gpu-2}
          - {name: gpu-3, taints: [{key: broken, value: fan, effect: NoExecute}]}
        """ + node("a") + node("b") + pod("p0") + pod("p1");

    private static String node(String name) {
        return """
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: %s, labels: {kubernetes.io/hostname: %s}}
            status: {allocatable: {cpu: 9, pods: 9}}
            """.formatted(name, name);
    }

    private static String pod(String name) {
        return """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: d}
            spec:
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimTemplateName: three}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            """.formatted(name);
    }

    private static GroupQuestion question(String world) {
        return ManifestWorld.of(world).question("d", "g");
    }

    private static List<Suggestion> suggestions(GroupQuestion question) {
        Verdict verdict = question.answer(Budget.DEFAULT);
        assertThat(verdict).isInstanceOf(Verdict.Infeasible.class);
        return NearestFits.of(question, verdict, Budget.DEFAULT.meter()).suggestions();
    }

    private static boolean fits(GroupQuestion question) {
        return question.answer(Budget.DEFAULT) instanceof Verdict.Feasible;
    }

    @Test
    void oneDeviceMoreIsSuggestedWhereItIsEnoughAndFewerAreAskedFor() {
        GroupQuestion question = question(WORLD);
        List<Suggestion> found = suggestions(question);
        assertThat(found)
                .contains(new Suggestion.FewerDevices("gpu", 2, 3, true))
                .noneMatch(Suggestion.WithoutRules.class::isInstance);
        Suggestion.MoreDevices more = found.stream()
                .filter(Suggestion.MoreDevices.class::isInstance)
                .map(Suggestion.MoreDevices.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(more.nodes()).containsExactly(Map.entry("a", 1));
        assertThat(more.exact()).isTrue();
        assertThat(fits(question.on(more.applyTo(question.snapshot())))).isTrue();
    }

    @Test
    void theSmallestNumberOfDevicesIsFoundAndProved() {
        GroupQuestion question = question(WORLD.replace("count: 3", "count: 5"));
        assertThat(suggestions(question))
                .filteredOn(Suggestion.MoreDevices.class::isInstance)
                .extracting(each -> ((Suggestion.MoreDevices) each).count())
                .containsExactly(5);
    }

    @Test
    void aTaintOfADeviceIsToleratedIfThatIsEnough() {
        GroupQuestion question = question(WORLD.replace("count: 3", "count: 4").replace("minCount: 2", "minCount: 1"));
        Requirement taint = new Requirement.Devices(DeviceCondition.TAINT, "broken:NoExecute");
        assertThat(suggestions(question)).contains(new Suggestion.WithoutRules(List.of(taint), null, true));
        assertThat(fits(taint.dropFrom(question))).isTrue();
    }

    @Test
    void nodesComeWithDevicesOfTheirOwn() {
        GroupQuestion question = question(WORLD);
        Verdict verdict = question.answer(Budget.DEFAULT);
        List<Suggestion.MoreNodes> nodes =
                NodesToAdd.of(question, verdict, Budget.DEFAULT.meter()).suggestions();
        assertThat(nodes).hasSize(1);
        assertThat(nodes.get(0).like().metadata().name()).isEqualTo("b");
        assertThat(nodes.get(0).count()).isEqualTo(1);
        assertThat(fits(question.on(NodesToAdd.applyTo(question.snapshot(), nodes.get(0)))))
                .isTrue();
    }
}
