package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A snapshot that was changed answers as one built anew. */
class DerivedSnapshotTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    @Property(seed = "41")
    void nodesAddedRelabelledDrainedAndTakenAway(
            @ForAll("clusters") SmallCluster cluster, @ForAll("clusters") SmallCluster other, @ForAll Random random) {
        SmallCluster now = cluster;
        ClusterSnapshot changed = cluster.snapshot();
        for (int i = 0; i < 6; i++) {
            // What was asked before must not show in later answers.
            assertThat(gist(changed, now)).isEqualTo(gist(now.snapshot(), now));
            List<Node> nodes = new ArrayList<>(now.nodes());
            List<Pod> pods = new ArrayList<>(now.pods());
            Node like = other.nodes().get(random.nextInt(other.nodes().size()));
            int at = random.nextInt(nodes.size());
            String name = nodes.get(at).metadata().name();
            switch (random.nextInt(nodes.size() > 1 ? 4 : 2)) {
                case 0 -> {
                    Node more = named(like, random.nextInt(3) == 0 ? "gone" : "m" + i);
                    nodes.removeIf(node ->
                            node.metadata().name().equals(more.metadata().name()));
                    nodes.add(more);
                    changed = changed.put(more);
                }
                case 1 -> {
                    nodes.set(at, named(like, name));
                    changed = changed.put(nodes.get(at));
                }
                case 2 -> {
                    nodes.remove(at);
                    pods.removeIf(pod -> pod.spec().nodeName().equals(name));
                    changed = changed.drained(name).removeNode(name);
                }
                default -> {
                    Node old = nodes.get(at);
                    nodes.set(
                            at,
                            new Node(
                                    old.metadata(),
                                    new NodeSpec(true, old.spec().taints()),
                                    old.status()));
                    pods.removeIf(pod -> pod.spec().nodeName().equals(name));
                    changed = changed.drained(name);
                }
            }
            now = now.withNodes(nodes).withPods(pods);
        }
        assertThat(gist(changed, now)).isEqualTo(gist(now.snapshot(), now));
    }

    private static Node named(Node node, String name) {
        return new Node(node.metadata().toBuilder().name(name).build(), node.spec(), node.status());
    }

    private static String gist(ClusterSnapshot snapshot, SmallCluster cluster) {
        Verdict verdict = Feasibility.answer(snapshot, Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
        String placed = verdict instanceof Verdict.Feasible feasible
                ? feasible.placement() + " " + feasible.domains() + " " + feasible.atMost()
                : "";
        return verdict.word() + " " + verdict.reason() + " " + verdict.steps() + " " + placed;
    }
}
