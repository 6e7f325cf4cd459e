package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.Groups;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainNoTest {

    private static final String WORLD = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: ml}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: ml}
            spec:
              schedulingGroup: {podGroupName: g}
              containers: [{name: c, resources: {requests: {cpu: CPU}}}]
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status: {allocatable: {cpu: 8, pods: 10}}
            """;

    private static List<String> lines(String cpu) {
        List<Object> objects =
                ManifestReader.strict().read(WORLD.replace("CPU", cpu).getBytes(StandardCharsets.UTF_8)).stream()
                        .map(document -> (Object) ((Decoded) document).object())
                        .toList();
        ClusterSnapshot snapshot = ClusterSnapshot.of(all(Node.class, objects), all(Pod.class, objects));
        return ExplainNo.lines(snapshot, Groups.of(all(PodGroup.class, objects)), GroupRef.podGroup("ml", "g"));
    }

    private static <T> List<T> all(Class<T> kind, List<Object> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void noIsExplainedWithWhatWouldHelp() {
        assertThat(lines("9"))
                .startsWith("ml/g: 0 of 1 pods fit")
                .anyMatch(text -> text.startsWith("infeasible ml/g: does not fit") && text.contains("cpu: 9 asked"))
                .anyMatch(text -> text.contains("ask at most 8 cpu per pod instead of 9"));
    }

    @Test
    void ofAGroupThatFitsIsSaidWhere() {
        assertThat(lines("1")).anyMatch(text -> text.contains("n1")).noneMatch(text -> text.contains("infeasible"));
    }
}
