package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A gang on 5,000 nodes in three zones whose pods mount a claim each, and the same pods without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VolumeGang {

    private static final int NODES = 5_000;
    private static final int ZONES = 3;

    /**
     * 1,000 pods without claims; with bound ones whose volumes are anywhere, or each in a zone, of a driver that nodes
     * limit; or 10,000 pods, for which there are 9,999 local disks.
     */
    @Param({"none", "bound", "zones", "disks"})
    public String claims;

    private ClusterSnapshot snapshot;
    private Groups groups;
    private String expected;

    @Setup
    public void setUp() {
        boolean disks = claims.equals("disks");
        int members = disks ? 10_000 : 1_000;
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < NODES; n++) {
            String labels = "kubernetes.io/hostname: n" + n + ", topology.kubernetes.io/zone: z" + n % ZONES;
            String status = "status: {allocatable: {cpu: 96, pods: 110}}";
            add(text, "v1", "Node", "n" + n + ", labels: {" + labels + "}", status);
            String driver = "name: csi.example.com, nodeID: n, allocatable: {count: 39}";
            add(text, "storage.k8s.io/v1", "CSINode", "n" + n, "spec: {drivers: [{" + driver + "}]}");
        }
        String mode = "provisioner: kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer";
        add(text, "storage.k8s.io/v1", "StorageClass", "local", mode);
        add(text, "storage.k8s.io/v1", "CSIDriver", "csi.example.com", "spec: {}");
        for (int d = 0; d < (disks ? members - 1 : members); d++) {
            add(text, "v1", "PersistentVolume", "v" + d, volume(d, disks));
        }
        for (int p = 0; p < members; p++) {
            String bound = disks ? "" : ", annotations: {pv.kubernetes.io/bind-completed: 'yes'}";
            String spec =
                    "accessModes: [ReadWriteOnce], storageClassName: local, resources: {requests: {storage: 10Gi}}";
            String volume = disks ? "" : ", volumeName: v" + p;
            String name = "c" + p + ", namespace: ml" + bound;
            add(text, "v1", "PersistentVolumeClaim", name, "spec: {" + spec + volume + "}");
            String mounted = claims.equals("none")
                    ? ""
                    : ", volumes: [{name: a, persistentVolumeClaim: {claimName: c" + p + "}}]";
            String containers = "containers: [{name: m, resources: {requests: {cpu: 24}}}]";
            String pod = "spec: {schedulingGroup: {podGroupName: train}, " + containers + mounted + "}";
            add(text, "v1", "Pod", "p" + p + ", namespace: ml", pod);
        }
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<ApiObject> storage = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(text.toString())) {
            ApiObject object = ((Decoded) document).object();
            if (object instanceof Node node) {
                nodes.add(node);
            } else if (object instanceof Pod pod) {
                pods.add(pod);
            } else {
                storage.add(object);
            }
        }
        SchedulingObject group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members);
        snapshot = ClusterSnapshot.of(nodes, pods).withStorage(StorageObjects.of(storage));
        groups = Groups.of(List.of(group));
        expected = disks ? "infeasible" : "feasible";
        if (!verdict().word().equals(expected)) {
            throw new IllegalStateException(verdict() + " (expected: " + expected + ")");
        }
    }

    private String volume(int number, boolean disk) {
        String reach = disk
                ? affinity("kubernetes.io/hostname", "n" + number % NODES)
                : claims.equals("zones") ? affinity("topology.kubernetes.io/zone", "z" + number % ZONES) : "";
        String source = disk
                ? ", local: {path: /d}}, status: {phase: Available}"
                : ", csi: {driver: csi.example.com, volumeHandle: h" + number + "}}";
        return "spec: {capacity: {storage: 10Gi}, accessModes: [ReadWriteOnce], storageClassName: local" + reach
                + source;
    }

    private static void add(StringBuilder text, String version, String kind, String metadata, String rest) {
        text.append("---\n{apiVersion: ")
                .append(version)
                .append(", kind: ")
                .append(kind)
                .append(", metadata: {name: ")
                .append(metadata)
                .append("}, ")
                .append(rest)
                .append("}\n");
    }

    private static String affinity(String key, String value) {
        return ", nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: " + key
                + ", operator: In, values: [" + value + "]}]}]}}";
    }

    @Benchmark
    public Verdict verdict() {
        return Feasibility.answer(snapshot, groups, GroupRef.podGroup("ml", "train"), Budget.DEFAULT);
    }
}
