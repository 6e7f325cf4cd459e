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
import io.github.workload4j.gang.Travel;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InvalidObjectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WrittenSnapshotTest {

    @Test
    void nothingOfASnapshotIsLost() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            ClusterEvents events = new ClusterEvents(seed);
            for (int event = 0; event < 100 + seed; event++) {
                events.next();
            }
            ClusterSnapshot read = Travel.again(events.view());
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
            ClusterSnapshot read = Travel.again(snapshot);
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
        ClusterSnapshot read = Travel.again(snapshot);
        assertThat(read.devices().all()).isEqualTo(snapshot.devices().all()).hasSize(3);
        assertThat(read.storage()).isEqualTo(snapshot.storage());
        assertThat(read.storage().all()).hasSize(2);
    }

    @Test
    void whatTheClusterIsSaidToRunTravelsAlong() throws Exception {
        ClusterSetup setup = ClusterSetup.of(KubernetesRelease.V1_36)
                .withFeatureGates(FeatureGates.parse("GangScheduling=true,GenericWorkload=true"));
        ClusterSnapshot read = Travel.again(ClusterSnapshot.of(List.of()).withSetup(setup));
        assertThat(read.setup()).isEqualTo(setup);
    }

    @Test
    void gatesOfAStockClusterTravelAlong() throws Exception {
        ClusterSetup setup = ClusterSetup.OPEN.withFeatureGates(FeatureGates.DEFAULTS);
        assertThat(Travel.again(ClusterSnapshot.of(List.of()).withSetup(setup)).setup())
                .isEqualTo(setup);
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        assertThatThrownBy(() -> Travel.again(new WrittenSnapshot(null, null, new byte[] {1, 2, 3})))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("snapshot: ");
        assertThatThrownBy(() -> Travel.again(new WrittenSnapshot(
                        "v1.99",
                        null,
                        WrittenSnapshot.of(ClusterSnapshot.of(List.of())).manifests())))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("snapshot: of release v1.99, which is not known here");
    }

    /** A megabyte of a gibibyte of nothing, and of nothing but separators, in a heap of 64 MiB. */
    @Test
    void whatInflatesWithoutEndIsRefusedInASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                "target/classes",
                                "target/test-classes",
                                System.getProperty("jdk.module.path", System.getProperty("java.class.path"))),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.lines().toList()).hasSize(2).allMatch(line -> line.startsWith("snapshot: "));
    }

    /** Reads what was made to take much memory. */
    static final class SmallHeap {

        public static void main(String[] args) throws Exception {
            for (String text : List.of("\0", "---\n")) {
                ByteArrayOutputStream member = new ByteArrayOutputStream();
                try (GZIPOutputStream out = new GZIPOutputStream(member)) {
                    out.write(text.repeat((1 << 20) / text.length()).getBytes(StandardCharsets.US_ASCII));
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int i = 0; i < 1_100; i++) {
                    member.writeTo(bytes);
                }
                try {
                    Travel.again(new WrittenSnapshot(null, null, bytes.toByteArray()));
                } catch (InvalidObjectException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }
}
