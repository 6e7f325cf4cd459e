package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrittenSnapshotTest {

    private static Object again(Serializable object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void nothingOfASnapshotIsLost() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            ClusterEvents events = new ClusterEvents(seed);
            for (int event = 0; event < 100 + seed; event++) {
                events.next();
            }
            ClusterSnapshot read = (ClusterSnapshot) again(events.view());
            ClusterEvents.requireAlike(read, events.view());
            assertThat(read.since(events.view()).isEmpty()).isTrue();
        }
    }

    /** Verdict, steps, placement and certificate, each as JSON says it. */
    @Test
    void answersAreTheSameToTheByte() throws Exception {
        Random random = new Random(4);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SnapshotBuilder builder = ClusterSnapshot.builder();
            for (int n = 0; n < 8; n++) {
                builder.node(
                        "n" + n, Map.of("rack", "r" + n / 3), Map.of("cpu", "" + (2 + random.nextInt(5)), "pods", "9"));
            }
            GroupRef group = GroupRef.podGroup("ml", "train");
            int pods = 4 + random.nextInt(12);
            for (int p = 0; p < pods; p++) {
                builder.pending("train-" + p, group, Map.of("cpu", (500 + 250 * random.nextInt(9)) + "m"));
            }
            PodGroup gang = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", pods);
            Groups groups = Groups.of(List.of(
                    random.nextBoolean()
                            ? gang
                            : gang.withSpec(gang.spec().toBuilder()
                                    .schedulingConstraints(SchedulingConstraints.sameDomain("rack"))
                                    .build())));
            ClusterSnapshot snapshot = builder.build();
            ClusterSnapshot read = (ClusterSnapshot) again(snapshot);
            assertThat(report(read, groups, group, words)).isEqualTo(report(snapshot, groups, group, words));
        }
        assertThat(words).contains("feasible", "infeasible");
    }

    private static List<Object> report(ClusterSnapshot snapshot, Groups groups, GroupRef group, List<String> words) {
        Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.steps(20_000));
        words.add(verdict.word());
        AnswerReport report = AnswerReport.of(snapshot, groups, verdict);
        return List.of(report.toJson(), report.certificate(), verdict.steps());
    }

    @Test
    void devicesAndVolumesTravelAlong() throws Exception {
        List<ApiObject> objects = new ArrayList<>();
        ManifestReader.strict().read("""
                        {"apiVersion":"resource.k8s.io/v1","kind":"DeviceClass","metadata":{"name":"gpu"},
                          "spec":{"selectors":[{"cel":{"expression":"device.driver == 'gpu.example.com'"}}]}}
                        {"apiVersion":"resource.k8s.io/v1","kind":"ResourceSlice","metadata":{"name":"s"},
                          "spec":{"driver":"gpu.example.com","nodeName":"n",
                            "pool":{"name":"n","generation":1,"resourceSliceCount":1},
                            "devices":[{"name":"d0","capacity":{"memory":{"value":"80Gi"}}}]}}
                        {"apiVersion":"resource.k8s.io/v1","kind":"ResourceClaim",
                          "metadata":{"name":"c","namespace":"ml"},
                          "spec":{"devices":{"requests":[{"name":"r","exactly":{"deviceClassName":"gpu"}}]}}}
                        {"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"fast"},
                          "provisioner":"x.example.com","volumeBindingMode":"WaitForFirstConsumer"}
                        {"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"data","namespace":"ml"},
                          "spec":{"storageClassName":"fast","accessModes":["ReadWriteOnce"],
                            "resources":{"requests":{"storage":"1Gi"}}}}
                        """).forEach(document -> objects.add(((Decoded) document).object()));
        ClusterSnapshot snapshot = ClusterSnapshot.of(objects);
        ClusterSnapshot read = (ClusterSnapshot) again(snapshot);
        assertThat(read.devices().all()).isEqualTo(snapshot.devices().all()).hasSize(3);
        assertThat(read.storage()).isEqualTo(snapshot.storage());
        assertThat(read.storage().all()).hasSize(2);
    }

    @Test
    void whatTheClusterIsSaidToRunTravelsAlong() throws Exception {
        ClusterSetup setup = ClusterSetup.of(KubernetesRelease.V1_36)
                .withFeatureGates(FeatureGates.parse("GangScheduling=true,GenericWorkload=true"));
        ClusterSnapshot read =
                (ClusterSnapshot) again(ClusterSnapshot.of(List.of()).withSetup(setup));
        assertThat(read.setup()).isEqualTo(setup);
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        assertThatThrownBy(() -> again(new WrittenSnapshot(null, null, new byte[] {1, 2, 3})))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("snapshot: ");
        assertThatThrownBy(() -> again(new WrittenSnapshot(
                        "v1.99",
                        null,
                        WrittenSnapshot.of(ClusterSnapshot.of(List.of())).manifests())))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("snapshot: of release v1.99, which is not known here");
    }
}
