package io.github.workload4j.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random gangs with devices, answered as an exhaustive search over the real allocator answered them. */
class RecordedGangsTest {

    private static final ClusterSetup SETUP = ClusterSetup.of(KubernetesRelease.V1_37);

    /** A gang, and what was recorded of it. */
    private record Gang(String name, String verdict, int most, List<ApiObject> objects) {

        <T> List<T> only(Class<T> kind) {
            return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Gang> gangs() throws IOException {
        try (InputStream in = RecordedGangsTest.class.getResourceAsStream("/recorded/gangs.txt")) {
            String[] records = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^#### ");
            return Stream.of(records).skip(1).map(RecordedGangsTest::read);
        }
    }

    private static Gang read(String record) {
        int end = record.indexOf('\n');
        String[] head = record.substring(0, end).split(" ");
        List<ApiObject> objects = new ArrayList<>();
        for (Document document :
                ManifestReader.strict().read(record.substring(end).getBytes(StandardCharsets.UTF_8))) {
            assertThat(document).isInstanceOf(Decoded.class);
            objects.add(((Decoded) document).object());
        }
        return new Gang(head[0], head[1], Integer.parseInt(head[2]), objects);
    }

    @ParameterizedTest
    @MethodSource("gangs")
    void everyGangIsAnsweredAsRecorded(Gang gang) {
        List<SchedulingObject> groups = gang.only(SchedulingObject.class);
        DeviceObjects devices = DeviceObjects.of(gang.objects());
        ClusterSnapshot snapshot = ClusterSnapshot.of(gang.only(Node.class), gang.only(Pod.class))
                .withSetup(SETUP)
                .withDevices(devices);
        Verdict verdict = Feasibility.answer(snapshot, Groups.of(groups), GroupRef.podGroup("d", "g"), Budget.DEFAULT);
        if (verdict instanceof Verdict.Undetermined open) {
            assertThat(open.stopped()).isEqualTo(StopReason.ALLOCATOR);
            assertThat(gang.verdict()).isNotEqualTo("infeasible");
            return;
        }
        assertThat(verdict.word()).isEqualTo(gang.verdict());
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(feasible.placed()).isEqualTo(gang.most());
            assertThat(feasible.isMaximal()).isTrue();
            assertThat(Replay.of(gang.only(Node.class), gang.only(Pod.class), groups)
                            .withSetup(SETUP)
                            .withDevices(devices)
                            .objections(feasible))
                    .isEmpty();
        }
    }

    /** The checker refuses devices that are left out, given twice, or made up. */
    @ParameterizedTest
    @MethodSource("gangs")
    void otherDevicesAreRefused(Gang gang) {
        List<SchedulingObject> groups = gang.only(SchedulingObject.class);
        DeviceObjects devices = DeviceObjects.of(gang.objects());
        ClusterSnapshot snapshot = ClusterSnapshot.of(gang.only(Node.class), gang.only(Pod.class))
                .withSetup(SETUP)
                .withDevices(devices);
        Replay replay = Replay.of(gang.only(Node.class), gang.only(Pod.class), groups)
                .withSetup(SETUP)
                .withDevices(devices);
        if (Feasibility.answer(snapshot, Groups.of(groups), GroupRef.podGroup("d", "g"), Budget.DEFAULT)
                instanceof Verdict.Feasible feasible) {
            for (int p = 0; p < feasible.placement().size(); p++) {
                List<AssignedDevice> right = feasible.placement().get(p).devices();
                for (int d = 0; d < right.size(); d++) {
                    List<AssignedDevice> fewer = new ArrayList<>(right);
                    AssignedDevice one = fewer.remove(d);
                    List<AssignedDevice> twice = new ArrayList<>(right);
                    twice.add(one);
                    List<AssignedDevice> other = new ArrayList<>(fewer);
                    other.add(new AssignedDevice(
                            one.claim(),
                            one.request(),
                            one.driver(),
                            one.pool(),
                            one.device() + "-more",
                            one.adminAccess(),
                            one.consumed()));
                    for (List<AssignedDevice> wrong : List.of(fewer, twice, other)) {
                        List<Assignment> placement = new ArrayList<>(feasible.placement());
                        placement.set(p, placement.get(p).withDevices(wrong));
                        assertThat(replay.objections(new Verdict.Feasible(
                                        feasible.about(), placement, feasible.domains(), feasible.atMost(), null, 0)))
                                .as("%s with %s", feasible.placement().get(p), wrong)
                                .isNotEmpty();
                    }
                }
            }
        }
    }
}
