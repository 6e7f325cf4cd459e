package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotDifferenceTest {

    private static final ClusterSnapshot EMPTY = ClusterSnapshot.of(List.of());

    private static Node node(String name) {
        return new Node(ObjectMeta.of(name), NodeSpec.OPEN, NodeStatus.EMPTY);
    }

    private static Pod running(String name, String node) {
        return new Pod(
                ObjectMeta.of("ml", name), PodSpec.builder().nodeName(node).build(), PodStatus.EMPTY);
    }

    private static List<String> names(List<ApiObject> objects) {
        return objects.stream()
                .map(each -> each.kind() + " " + each.metadata().name())
                .toList();
    }

    @Test
    void itMakesEverySnapshotOfEveryOther() {
        ClusterEvents cluster = new ClusterEvents(5);
        List<ClusterSnapshot> views = new ArrayList<>(List.of(EMPTY));
        for (int i = 0; i < 60; i++) {
            for (int e = 0; e < 1 + i * i / 10; e++) {
                cluster.next();
            }
            views.add(cluster.view());
        }
        for (int i = 0; i < views.size(); i++) {
            ClusterSnapshot before = views.get(i);
            ClusterSnapshot after = views.get((i * 7 + 1) % views.size());
            ClusterEvents.requireAlike(before.with(after.since(before)), after);
        }
    }

    @Test
    void thereIsNoneBetweenASnapshotAndItself() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a"), running("p", "a")));
        assertThat(snapshot.since(snapshot).isEmpty()).isTrue();
        assertThat(snapshot.with(snapshot.since(snapshot)).since(snapshot).isEmpty())
                .isTrue();
    }

    @Test
    void itHasWhatIsNewAndChangedAndGoneInOrder() {
        Namespace labelled = new Namespace(ObjectMeta.of("ml"));
        ClusterSnapshot before =
                ClusterSnapshot.of(List.of(node("a"), node("b"), running("p", "a"), running("q", "b")));
        ClusterSnapshot after =
                ClusterSnapshot.of(List.of(node("b"), node("c"), running("p", "c"), running("o", "b"), labelled));
        SnapshotDifference difference = after.since(before);
        assertThat(names(difference.put())).containsExactly("Node c", "Pod o", "Pod p", "Namespace ml");
        assertThat(names(difference.gone())).containsExactly("Node a", "Pod q");
        assertThat(difference).hasToString("SnapshotDifference[4 put, 2 gone]");
    }

    @Test
    void manyNodesAreAddedAtOnce() {
        List<ApiObject> many = new ArrayList<>(List.of(running("waits", "n7")));
        for (int n = 0; n < 100; n++) {
            many.add(node("n" + n));
        }
        ClusterSnapshot before = ClusterSnapshot.of(List.of(node("old"), running("p", "old"), running("waits", "n7")));
        ClusterSnapshot after = ClusterSnapshot.of(many);
        ClusterEvents.requireAlike(before.with(after.since(before)), after);
    }

    @Test
    void podsChangedTogetherArePodsChangedOneByOne() {
        ClusterEvents cluster = new ClusterEvents(6);
        Random random = new Random(6);
        for (int round = 0; round < 60; round++) {
            IntStream.range(0, 12).forEach(event -> cluster.next());
            ClusterSnapshot before = cluster.view();
            List<Pod> some = new ArrayList<>(before.tables.known().elements());
            Collections.shuffle(some, random);
            List<Pod> gone = some.subList(0, some.size() / 3);
            List<Pod> put = new ArrayList<>(some.subList(some.size() / 4, some.size() / 2));
            put.replaceAll(pod -> pod.withSpec(
                    pod.spec().toBuilder().nodeName("n" + random.nextInt(16)).build()));
            ClusterSnapshot oneByOne = before;
            for (Pod pod : gone) {
                oneByOne = oneByOne.removePod(
                        pod.metadata().namespace(), pod.metadata().name());
            }
            for (Pod pod : put) {
                oneByOne = oneByOne.put(pod);
            }
            ClusterEvents.requireAlike(before.withPods(put, gone), oneByOne);
        }
    }

    @Test
    void manyPodsAreChangedAtOnce() {
        ClusterSnapshot before =
                ClusterSnapshot.of(List.of(node("a"), node("b"), running("p", "a"), running("q", "b")));
        List<Pod> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(running("p" + i, i % 3 == 0 ? "a" : "c"));
        }
        many.add(running("p", "b"));
        List<ApiObject> after = new ArrayList<>(many);
        after.addAll(List.of(node("a"), node("b")));
        many.add(0, running("p7", "b")); // of two with one name the last
        ClusterEvents.requireAlike(
                before.withPods(many, List.of(running("q", ""), running("none", ""))), ClusterSnapshot.of(after));
        assertThatThrownBy(() -> before.withPods(List.of(running("", "a")), List.of()))
                .hasMessage("put: a pod of namespace ml without a name (expected: metadata.name)");
    }

    @Test
    void objectsAboutVolumesComeAndGo() {
        StorageClass slow = storageClass("slow");
        ClusterSnapshot before = ClusterSnapshot.of(List.of(node("a"), slow, storageClass("old")));
        ClusterSnapshot after = before.withStorage(StorageObjects.of(List.of(slow, storageClass("fast"))));
        SnapshotDifference difference = after.since(before);
        assertThat(names(difference.put())).containsExactly("StorageClass fast");
        assertThat(names(difference.gone())).containsExactly("StorageClass old");
        assertThat(before.with(difference).storage()).isEqualTo(after.storage());
    }

    private static StorageClass storageClass(String name) {
        return new StorageClass(ObjectMeta.of(name), "example.com/disk", "Immediate", List.of());
    }

    @Test
    void aPodWithoutANameIsRefused() {
        SnapshotDifference nameless = new SnapshotDifference(List.of(running("", "a")), List.of());
        assertThatThrownBy(() -> EMPTY.with(nameless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("put: a pod of namespace ml without a name (expected: metadata.name)");
    }
}
