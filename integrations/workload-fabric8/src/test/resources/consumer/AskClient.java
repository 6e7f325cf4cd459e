package consumer;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.fabric8.Fabric8Objects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.List;
import java.util.Map;

/** Asks for a gang from objects of the client. */
public class AskClient {

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
        Fabric8Objects objects = Fabric8Objects.standard();
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(Map.of("cpu", new Quantity("8"), "pods", new Quantity("10")))
                .endStatus()
                .build();
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                List.of(objects.node(node)), List.of(objects.pod(pod("a")), objects.pod(pod("b"))));
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));
        System.out.println(
                Feasibility.answer(snapshot, groups, GroupRef.podGroup("ml", "train"), Budget.DEFAULT).word());
    }
}
