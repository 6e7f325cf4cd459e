package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FollowClusterTest {

    /** Hands on what a test says. */
    private static final class Told<T> implements FollowCluster.Informer<T> {
        private Consumer<T> add = object -> {};
        private BiConsumer<T, T> update = (before, now) -> {};
        private Consumer<T> delete = object -> {};

        @Override
        public void onAdd(Consumer<T> handler) {
            add = handler;
        }

        @Override
        public void onUpdate(BiConsumer<T, T> handler) {
            update = handler;
        }

        @Override
        public void onDelete(Consumer<T> handler) {
            delete = handler;
        }
    }

    private static Pod pod(String name, String node, String phase, PodSchedulingGroup group) {
        PodSpec spec = PodSpec.builder()
                .nodeName(node)
                .containers(Container.of("c", Map.of("cpu", Quantity.of(2))))
                .schedulingGroup(group)
                .build();
        return new Pod(
                ObjectMeta.of("ml", name),
                spec,
                PodStatus.EMPTY.toBuilder().phase(phase).build());
    }

    @Test
    void answersFollowAPodFromPendingToDeleted() {
        Told<Node> nodes = new Told<>();
        Told<Pod> pods = new Told<>();
        Told<PodGroup> groups = new Told<>();
        FollowCluster cluster = new FollowCluster();
        cluster.follow(nodes, pods, groups);
        GroupRef train = GroupRef.podGroup("ml", "train");
        PodSchedulingGroup member = new PodSchedulingGroup("train");
        nodes.add.accept(new Node(
                ObjectMeta.of("n1"),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(5), "pods", Quantity.of(9)))));
        pods.add.accept(pod("w-0", "", "Pending", member));
        pods.add.accept(pod("w-1", "", "Pending", member));
        Pod pending = pod("web", "", "Pending", null);
        Pod bound = pod("web", "n1", "Running", null);
        Pod over = pod("web", "n1", "Succeeded", null);
        assertThat(cluster.wouldItFit(train).word()).isEqualTo("gated");
        groups.add.accept(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2));
        pods.add.accept(pending);
        assertThat(cluster.wouldItFit(train).word()).isEqualTo("feasible");
        pods.update.accept(pending, bound);
        assertThat(cluster.wouldItFit(train).word()).isEqualTo("infeasible");
        pods.update.accept(bound, over);
        assertThat(cluster.wouldItFit(train).word()).isEqualTo("feasible");
        pods.delete.accept(over);
        assertThat(cluster.wouldItFit(train).word()).isEqualTo("feasible");
    }

    @Test
    void theProgramOfThePageIsTheExample() throws IOException {
        String page = Files.readString(Path.of("../docs/following-a-cluster.md"));
        String program = Files.readString(Path.of("src/main/java/io/github/workload4j/examples/FollowCluster.java"));
        String code =
                page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n", page.indexOf("```java\n") + 8));
        assertThat(Arrays.stream(code.split("\n")).map(String::strip).filter(line -> !line.isEmpty()))
                .hasSizeGreaterThan(10)
                .allMatch(line -> program.contains(line));
    }
}
