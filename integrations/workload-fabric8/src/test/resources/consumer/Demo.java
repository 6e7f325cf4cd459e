package demo;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.fabric8.Fabric8Objects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;
import java.util.Map;

/** A project of a newcomer: validates a manifest, and asks for a gang from objects of the client. */
public class Demo {

    private static Pod pod(String name) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("ml")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("3")))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        pod.getSpec().setAdditionalProperty("schedulingGroup", Map.of("podGroupName", "train"));
        return pod;
    }

    public static void main(String[] args) {
        String yaml = """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: Workload
                metadata: {name: train, namespace: ml}
                spec:
                  podGroupTemplates:
                  - name: workers
                    schedulingPolicy: {gang: {minCount: 0}}
                """;
        Node node = new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(Map.of("cpu", new Quantity("4"), "pods", new Quantity("10")))
                .endStatus()
                .build();
        Pod a = pod("a");
        Pod b = pod("b");

        for (Document document : ManifestReader.strict().read(yaml)) {
            System.out.println(ManifestRules.standard().checkCreate(((Decoded) document).object()));
        }
        Fabric8Objects objects = Fabric8Objects.standard();
        ClusterSnapshot snapshot =
                ClusterSnapshot.of(List.of(objects.node(node)), List.of(objects.pod(a), objects.pod(b)));
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));
        Verdict verdict = Feasibility.answer(snapshot, groups, GroupRef.podGroup("ml", "train"), Budget.DEFAULT);
        System.out.print(AnswerReport.of(snapshot, groups, verdict).toText());
    }
}
