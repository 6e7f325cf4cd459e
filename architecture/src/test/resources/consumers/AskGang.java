package consumer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.question.Groups;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks whether a gang of two fits a node. */
public final class AskGang {

    private static final String CLUSTER =
            """
            apiVersion: v1
            kind: Node
            metadata:
              name: n1
            status:
              allocatable:
                cpu: "8"
                pods: "10"
            """;
    private static final String POD =
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: POD
              namespace: ml
            spec:
              schedulingGroup:
                podGroupName: train
              containers:
              - name: main
                resources:
                  requests:
                    cpu: "4"
            """;

    private AskGang() {}

    public static void main(String[] args) {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        String text = CLUSTER + POD.replace("POD", "a") + POD.replace("POD", "b");
        for (Document document : ManifestReader.strict().read(text.getBytes(StandardCharsets.UTF_8))) {
            Object object = document instanceof Decoded decoded ? decoded.object() : document;
            if (object instanceof Node node) {
                nodes.add(node);
            } else {
                pods.add((Pod) object);
            }
        }
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));
        ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, pods);
        Verdict verdict = Feasibility.answer(snapshot, groups, GroupRef.podGroup("ml", "train"), Budget.DEFAULT);
        System.out.println(verdict.word());
    }
}
