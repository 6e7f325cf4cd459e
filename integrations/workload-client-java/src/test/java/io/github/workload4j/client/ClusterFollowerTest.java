package io.github.workload4j.client;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.informer.impl.DefaultSharedIndexInformer;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ListMeta;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1NodeList;
import io.kubernetes.client.openapi.models.V1NodeStatus;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodList;
import io.kubernetes.client.openapi.models.V1PodSchedulingGroup;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodStatus;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A node of eight cores, a gang of one that asks for six, and a plain pod of four, through the client's informers. */
class ClusterFollowerTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "train");
    private static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1)));

    private final LiveSnapshot live = new LiveSnapshot();
    private int version = 1;

    private V1Pod pod(String name, String cpu) {
        V1ResourceRequirements asked = new V1ResourceRequirements().putRequestsItem("cpu", new Quantity(cpu));
        return new V1Pod()
                .metadata(new V1ObjectMeta().name(name).namespace("ml").resourceVersion(String.valueOf(++version)))
                .spec(new V1PodSpec()
                        .addContainersItem(new V1Container().name("main").resources(asked)));
    }

    private void await(String word) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!Feasibility.answer(live.view(), GROUPS, GROUP, Budget.DEFAULT)
                .word()
                .equals(word)) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException(word);
            }
            Thread.sleep(10);
        }
    }

    @Test
    void followsAPodThroughItsWholeLife() throws Exception {
        V1ListMeta first = new V1ListMeta().resourceVersion("1");
        ToldCluster<V1Node, V1NodeList> nodes = new ToldCluster<>(new V1NodeList().metadata(first));
        ToldCluster<V1Pod, V1PodList> pods = new ToldCluster<>(new V1PodList().metadata(first));
        DefaultSharedIndexInformer<V1Node, V1NodeList> nodeInformer =
                new DefaultSharedIndexInformer<>(V1Node.class, nodes, 0);
        DefaultSharedIndexInformer<V1Pod, V1PodList> podInformer =
                new DefaultSharedIndexInformer<>(V1Pod.class, pods, 0);
        ClusterFollower follower = ClusterFollower.into(live);
        follower.nodes(nodeInformer);
        follower.pods(podInformer);
        for (Runnable informer : List.<Runnable>of(nodeInformer::run, podInformer::run)) {
            Thread thread = new Thread(informer);
            thread.setDaemon(true);
            thread.start();
        }

        nodes.tell(
                "ADDED",
                new V1Node()
                        .metadata(new V1ObjectMeta().name("n1").resourceVersion("2"))
                        .status(new V1NodeStatus()
                                .putAllocatableItem("cpu", new Quantity("8"))
                                .putAllocatableItem("pods", new Quantity("10"))));
        V1Pod member = pod("train-0", "6");
        member.getSpec().schedulingGroup(new V1PodSchedulingGroup().podGroupName("train"));
        pods.tell("ADDED", member);
        pods.tell("ADDED", pod("plain", "4"));
        await("feasible");
        V1Pod bound = pod("plain", "4");
        bound.getSpec().nodeName("n1");
        pods.tell("MODIFIED", bound);
        await("infeasible");
        V1Pod ended = pod("plain", "4");
        ended.getSpec().nodeName("n1");
        ended.status(new V1PodStatus().phase("Succeeded"));
        pods.tell("MODIFIED", ended);
        await("feasible");
        pods.tell("DELETED", member);
        await("gated");
    }
}
