package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a stream are events. An object without containers, labels or name... whatever it says, the live
 * snapshot is the one built anew, and gives the same verdicts, whose placements replay.
 */
final class SnapshotTarget implements Target.Attack {

    private static final Budget BUDGET = Budget.steps(20_000);

    @Override
    public void on(byte[] input) {
        LiveSnapshot live = new LiveSnapshot();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Pod> pods = new LinkedHashMap<>();
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        Map<String, SchedulingObject> objects = new LinkedHashMap<>();
        for (ApiObject object : Manifest.objects(input)) {
            String namespace = object.metadata().namespace();
            String name = object.metadata().name();
            boolean leaves = "gone".equals(object.metadata().labels().get("event"));
            if (name.isEmpty()) {
                continue;
            }
            if (object instanceof Node node && leaves) {
                live.removeNode(name);
                nodes.remove(name);
            } else if (object instanceof Node node) {
                live.put(node);
                nodes.put(name, node);
            } else if (object instanceof Pod pod && leaves) {
                live.removePod(namespace, name);
                pods.remove(namespace + "/" + name);
            } else if (object instanceof Pod pod) {
                live.put(pod);
                pods.put(namespace + "/" + name, pod);
            } else if (object instanceof Namespace one) {
                live.put(one);
                namespaces.put(name, one);
            } else if (object instanceof SchedulingObject scheduling) {
                objects.put(object.kind() + "/" + namespace + "/" + name, scheduling);
            }
        }
        ClusterSnapshot followed = live.view();
        ClusterSnapshot anew = ClusterSnapshot.of(nodes.values(), pods.values(), namespaces.values());
        requireEqual(followed, anew);
        requireEqualAnswers(followed, anew, nodes.values(), pods.values(), objects.values(), namespaces.values());
    }

    static void requireEqual(ClusterSnapshot followed, ClusterSnapshot anew) {
        assertThat(followed.nodes()).isEqualTo(anew.nodes());
        for (int i = 0; i < anew.nodes(); i++) {
            int other = followed.indexOf(anew.node(i).metadata().name());
            assertThat(followed.node(other)).isEqualTo(anew.node(i));
            assertThat(followed.podsOn(other)).containsExactlyInAnyOrderElementsOf(anew.podsOn(i));
            for (String resource : List.of("cpu", "memory", "pods", "example.com/gpu")) {
                assertThat(followed.free(resource, other)).isEqualTo(anew.free(resource, i));
            }
        }
        assertThat(followed.groupsWithMembers()).isEqualTo(anew.groupsWithMembers());
        for (GroupRef group : anew.groupsWithMembers()) {
            assertThat(followed.members(group)).isEqualTo(anew.members(group));
            assertThat(followed.membersOf(group)).containsExactlyInAnyOrderElementsOf(anew.membersOf(group));
        }
    }

    private static void requireEqualAnswers(
            ClusterSnapshot followed,
            ClusterSnapshot anew,
            Iterable<Node> nodes,
            Iterable<Pod> pods,
            Iterable<SchedulingObject> objects,
            Iterable<Namespace> namespaces) {
        Groups groups = Groups.of(list(objects));
        for (GroupRef root : groups.roots(anew)) {
            Verdict verdict = Feasibility.answer(anew, groups, root, BUDGET);
            assertThat(Feasibility.answer(followed, groups, root, BUDGET)).isEqualTo(verdict);
            if (verdict instanceof Verdict.Feasible feasible) {
                assertThat(Replay.of(list(nodes), list(pods), list(objects), list(namespaces))
                                .objections(feasible))
                        .isEmpty();
            }
            assertThat(Explanation.of(anew, groups, root, verdict, BUDGET)).isNotNull();
        }
    }

    private static <T> List<T> list(Iterable<T> all) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        return list;
    }
}
