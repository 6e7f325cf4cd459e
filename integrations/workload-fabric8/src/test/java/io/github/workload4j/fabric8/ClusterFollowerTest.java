package io.github.workload4j.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A node of eight cores, a gang of one that asks for six, and an ordinary pod of four on the client's mock server. */
@EnableKubernetesMockClient(crud = true)
class ClusterFollowerTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "train");
    private static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1)));

    private KubernetesClient client;
    private final LiveSnapshot live = new LiveSnapshot();

    private static Pod pod(String name, String cpu) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("ml")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity(cpu)))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }

    private static Node node() {
        Map<String, Quantity> room = Map.of("cpu", new Quantity("8"), "pods", new Quantity("10"));
        return new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(room)
                .endStatus()
                .build();
    }

    private String answer() {
        Verdict verdict = Feasibility.answer(live.view(), GROUPS, GROUP, Budget.DEFAULT);
        return verdict.word();
    }

    private static void await(String what, BooleanSupplier holds) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException(what);
            }
            Thread.sleep(10);
        }
    }

    private void edit(String pod, UnaryOperator<Pod> change) {
        client.pods().inNamespace("ml").withName(pod).edit(change);
    }

    @Test
    void followsAPodThroughItsWholeLife() throws Exception {
        Pod member = pod("train-0", "6");
        member.getSpec().setAdditionalProperty("schedulingGroup", Map.of("podGroupName", "train"));
        client.resource(node()).create();
        client.resource(member).create();
        client.resource(pod("plain", "4")).create();
        ClusterFollower follower = ClusterFollower.into(live);
        follower.nodes(client.nodes().inform());
        follower.pods(client.pods().inAnyNamespace().inform());

        await("the gang has the node for itself", () -> answer().equals("feasible"));
        edit(
                "plain",
                each -> new PodBuilder(each)
                        .editSpec()
                        .withNodeName("n1")
                        .endSpec()
                        .build());
        await("the ordinary pod is bound", () -> answer().equals("infeasible"));
        edit(
                "plain",
                each -> new PodBuilder(each)
                        .withNewStatus()
                        .withPhase("Succeeded")
                        .endStatus()
                        .build());
        await("it has ended", () -> answer().equals("feasible"));
        client.pods().inNamespace("ml").withName("plain").delete();
        client.pods().inNamespace("ml").withName("train-0").delete();
        await("the gang is gone", () -> !answer().equals("feasible"));
        assertThat(answer()).isEqualTo("gated");
    }

    @Test
    void aClusterIsListedAndFollowedAndAGroupIsCreated() throws Exception {
        client.resource(node()).create();

        Fabric8Objects objects = Fabric8Objects.standard();
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                client.nodes().list().getItems().stream().map(objects::node).toList(),
                client.pods().inAnyNamespace().list().getItems().stream()
                        .map(objects::pod)
                        .toList());

        client.resource(objects.toClient(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4)))
                .create();

        LiveSnapshot live = new LiveSnapshot();
        ClusterFollower follower = ClusterFollower.into(live);
        follower.nodes(client.nodes().inform());
        follower.pods(client.pods().inAnyNamespace().inform());

        await("the node is there", () -> live.view().nodes() == snapshot.nodes());
        assertThat(client.genericKubernetesResources("scheduling.k8s.io/v1beta1", "PodGroup")
                        .inNamespace("ml")
                        .withName("train")
                        .get())
                .isNotNull();
    }
}
