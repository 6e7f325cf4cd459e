package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.ManifestWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveSnapshotTest {

    private static final int WINDOW = 7;
    private static final int FEEDERS = 3;

    private static Node node(String name, long cpu) {
        return new Node(
                ObjectMeta.of(name),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(cpu), "pods", Quantity.of(110))));
    }

    private static Pod pod(String namespace, String name, String node) {
        return new Pod(
                ObjectMeta.of(namespace, name),
                PodSpec.builder()
                        .nodeName(node)
                        .containers(Container.of("c", Map.of("cpu", Quantity.of(1))))
                        .schedulingGroup(new PodSchedulingGroup("g"))
                        .build(),
                PodStatus.EMPTY);
    }

    @Test
    void afterManyEventsItIsTheSnapshotBuiltAnew() {
        assertThat(follow(1, 8_000)).contains("feasible", "infeasible", "gated", "satisfied", "error");
    }

    /** {@return the words of all verdicts that were compared} */
    static Set<String> follow(long seed, int events) {
        ClusterEvents cluster = new ClusterEvents(seed);
        Set<String> words = new TreeSet<>();
        for (int i = 1; i <= events; i++) {
            cluster.next();
            if (i % 100 == 0) {
                cluster.requireEqualToOneBuiltAnew();
            }
            if (i % 400 == 0) {
                words.addAll(cluster.requireEqualAnswers());
            }
        }
        return words;
    }

    @Test
    void aViewNeverChanges() {
        ClusterEvents cluster = new ClusterEvents(2);
        for (int i = 0; i < 20; i++) {
            ClusterSnapshot view = cluster.view();
            List<Pod> members = new ArrayList<>();
            view.groupsWithMembers().forEach(group -> members.addAll(view.membersOf(group)));
            List<Node> nodes = new ArrayList<>();
            for (int n = 0; n < view.nodes(); n++) {
                nodes.add(view.node(n));
                members.addAll(view.podsOn(n));
            }
            for (int e = 0; e < 100; e++) {
                cluster.next();
            }
            for (int n = 0; n < view.nodes(); n++) {
                members.removeAll(view.podsOn(n));
            }
            view.groupsWithMembers().forEach(group -> members.removeAll(view.membersOf(group)));
            assertThat(members).isEmpty();
            assertThat(nodes).hasSize(view.nodes());
        }
    }

    @Test
    void nothingIsLeftOfObjectsThatAreGone() {
        LiveSnapshot live = new LiveSnapshot();
        for (int i = 0; i < 500; i++) {
            live.put(pod("ns" + i, "p" + i, "n" + i));
            live.put(node("n" + i, 8));
            live.put(pod("ns" + i, "q" + i, ""));
        }
        for (int i = 0; i < 500; i++) {
            live.removeNode("n" + i);
            live.removePod("ns" + i, "p" + i);
            live.removePod("ns" + i, "q" + i);
        }
        ClusterSnapshot view = live.view();
        assertThat(view.nodes()).isZero();
        assertThat(view.tables.free()).isEmpty();
        assertThat(view.tables.known().size()).isZero();
        assertThat(view.tables.members().size()).isZero();
        assertThat(view.tables.awaited().size()).isZero();
    }

    @Test
    void aListThatIsRefusedChangesNothing() {
        LiveSnapshot live = new LiveSnapshot();
        live.replacePods(List.of(pod("ml", "p", "")));
        ClusterSnapshot view = live.view();
        assertThatThrownBy(() -> live.replacePods(List.of(pod("ml", "q", ""), pod("ml", "q", "n"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pods: two are named ml/q");
        assertThat(live.view()).isSameAs(view);
    }

    /**
     * Each feeder has a namespace and a node of its own. Its event {@code i} creates pod {@code i} or deletes pod
     * {@code i - WINDOW}, so that the pods in a view tell after which event of each feeder it was taken.
     */
    @Test
    void viewsShowTheEventsOfEachThreadUpToSomePoint() throws Exception {
        LiveSnapshot live = new LiveSnapshot();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1000);
        ExecutorService threads = Executors.newFixedThreadPool(FEEDERS + 1);
        try {
            List<Future<Integer>> told = new ArrayList<>();
            for (int f = 0; f < FEEDERS; f++) {
                int feeder = f;
                told.add(threads.submit(() -> feed(live, feeder, end)));
            }
            Callable<Integer> reading = () -> read(live, end);
            assertThat(threads.submit(reading).get(30, TimeUnit.SECONDS)).isPositive();
            for (int f = 0; f < FEEDERS; f++) {
                int last = told.get(f).get(30, TimeUnit.SECONDS);
                assertThat(last).isPositive();
                assertThat(eventsSeen(live.view(), f)).isEqualTo(last);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int feed(LiveSnapshot live, int feeder, long end) {
        live.put(node("n" + feeder, 100));
        int told = 0;
        while (System.nanoTime() < end) {
            live.put(pod("ns" + feeder, String.valueOf(told), "n" + feeder));
            if (told >= WINDOW) {
                live.removePod("ns" + feeder, String.valueOf(told - WINDOW));
            }
            told++;
        }
        return told;
    }

    private static int read(LiveSnapshot live, long end) {
        int[] before = new int[FEEDERS];
        int views = 0;
        while (System.nanoTime() < end) {
            ClusterSnapshot view = live.view();
            List<Node> nodes = new ArrayList<>();
            List<Pod> pods = new ArrayList<>();
            for (int n = 0; n < view.nodes(); n++) {
                nodes.add(view.node(n));
                pods.addAll(view.podsOn(n));
            }
            ClusterEvents.requireEqual(view, ClusterSnapshot.of(nodes, pods));
            for (int f = 0; f < FEEDERS; f++) {
                int now = eventsSeen(view, f);
                assertThat(now).isGreaterThanOrEqualTo(before[f]);
                before[f] = now;
            }
            views++;
        }
        return views;
    }

    /** {@return how many pods of a feeder the view has seen come; those that are there are the last ones} */
    private static int eventsSeen(ClusterSnapshot view, int feeder) {
        int node = view.indexOf("n" + feeder);
        if (node < 0) {
            return 0;
        }
        int[] there = view.podsOn(node).stream()
                .mapToInt(pod -> Integer.parseInt(pod.metadata().name()))
                .sorted()
                .toArray();
        if (there.length == 0) {
            return 0;
        }
        int last = there[there.length - 1];
        // Just before the oldest is deleted there is one more.
        assertThat(there.length).isBetween(Math.min(last + 1, WINDOW), Math.min(last + 1, WINDOW + 1));
        for (int i = 0; i < there.length; i++) {
            assertThat(there[i]).isEqualTo(last - there.length + 1 + i);
        }
        return last + 1;
    }

    @Test
    void devicesAndVolumesAreThoseToldLast() {
        ClusterSnapshot told = ManifestWorld.of("""
                apiVersion: resource.k8s.io/v1
                kind: DeviceClass
                metadata: {name: gpu}
                spec: {}
                ---
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: fast}
                provisioner: x.example.com
                """).snapshot();
        LiveSnapshot live = new LiveSnapshot();
        live.put(node("n", 1));
        live.replaceDevices(told.devices());
        live.replaceStorage(told.storage());
        assertThat(live.view().devices()).isSameAs(told.devices());
        assertThat(live.view().storage()).isEqualTo(told.storage());
        live.replaceDevices(DeviceObjects.NONE);
        live.replaceStorage(StorageObjects.NONE);
        assertThat(live.view().devices().isEmpty()).isTrue();
        assertThat(live.view().storage().all()).isEmpty();
        assertThat(live.view().nodes()).isEqualTo(1);
    }
}
