package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.nio.charset.StandardCharsets;
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

/** A gang whose pods claim devices, on nodes of up to eight, and the same pods with a counted resource. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DeviceGang {

    private static final int ON_A_NODE = 8;
    private static final GroupRef GROUP = GroupRef.podGroup("ml", "train");

    /** How many pods, of how many devices each, on how many devices of the cluster. */
    @Param({"8 x 1 on 7", "10000 x 1 on 9999", "512 x 8 on 8000", "64 x 8 on 40000"})
    public String gang;

    private byte[] manifests;
    private ClusterSnapshot claiming;
    private ClusterSnapshot counting;
    private Groups groups;

    @Setup
    public void setUp() {
        String[] words = gang.split(" ");
        int pods = Integer.parseInt(words[0]);
        int each = Integer.parseInt(words[2]);
        int devices = Integer.parseInt(words[4]);
        groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", pods)));
        manifests = manifests(pods, each, devices, true);
        claiming = read();
        counting = snapshot(manifests(pods, each, devices, false));
        String expected = pods * each > devices ? "infeasible" : "feasible";
        for (Verdict verdict : List.of(claims(), counts())) {
            if (!verdict.word().equals(expected)) {
                throw new IllegalStateException(verdict + " (expected: " + expected + ")");
            }
        }
    }

    /** {@return one list in JSON, as {@code kubectl get -o json} prints it} */
    private static byte[] manifests(int pods, int each, int devices, boolean claims) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n * ON_A_NODE < devices; n++) {
            int here = Math.min(ON_A_NODE, devices - n * ON_A_NODE);
            String counted = claims ? "" : ", 'example.com/gpu': '" + here + "'";
            add(text, "v1", "Node", "n" + n, "'status': {'allocatable': {'cpu': '96', 'pods': '110'" + counted + "}}");
            if (claims) {
                add(text, "resource.k8s.io/v1", "ResourceSlice", "n" + n, slice("n" + n, here));
            }
        }
        String selectors = "'spec': {'selectors': [{'cel': {'expression': 'true'}}]}";
        add(text, "resource.k8s.io/v1", "DeviceClass", "gpu", selectors);
        String request = "{'name': 'r', 'exactly': {'deviceClassName': 'gpu', 'count': " + each + "}}";
        String template = "'spec': {'spec': {'devices': {'requests': [" + request + "]}}}";
        add(text, "resource.k8s.io/v1", "ResourceClaimTemplate", "t', 'namespace': 'ml", template);
        String asked = claims ? "" : ", 'example.com/gpu': '" + each + "'";
        String claim = claims ? ", 'resourceClaims': [{'name': 'c', 'resourceClaimTemplateName': 't'}]" : "";
        String containers = "'containers': [{'name': 'm', 'resources': {'requests': {'cpu': '1'" + asked + "}}}]";
        String pod = "'spec': {'schedulingGroup': {'podGroupName': 'train'}, " + containers + claim + "}";
        for (int p = 0; p < pods; p++) {
            add(text, "v1", "Pod", "p" + p + "', 'namespace': 'ml", pod);
        }
        String items = text.substring(2);
        return ("{'apiVersion': 'v1', 'kind': 'List', 'items': [" + items + "]}\n")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String slice(String node, int devices) {
        StringBuilder list = new StringBuilder();
        for (int d = 0; d < devices; d++) {
            String uuid = "'uuid': {'string': '" + node + "-" + d + "'}";
            list.append(d == 0 ? "" : ", ").append("{'name': 'gpu-").append(d).append("', 'attributes': {")
                    .append("'model': {'string': 'a'}, ").append(uuid).append("}}");
        }
        String pool = "'pool': {'name': '" + node + "', 'generation': 1, 'resourceSliceCount': 1}";
        return "'spec': {'driver': 'gpu.example.com', 'nodeName': '" + node + "', " + pool + ", 'devices': [" + list
                + "]}";
    }

    private static void add(StringBuilder text, String version, String kind, String metadata, String rest) {
        text.append(", {'apiVersion': '").append(version).append("', 'kind': '").append(kind)
                .append("', 'metadata': {'name': '").append(metadata).append("'}, ").append(rest).append("}");
    }

    private static ClusterSnapshot snapshot(byte[] manifests) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(manifests)) {
            objects.add(((Decoded) document).object());
        }
        return ClusterSnapshot.of(objects);
    }

    /** The cluster read, devices and pods among it. */
    @Benchmark
    public ClusterSnapshot read() {
        return snapshot(manifests);
    }

    /** The first answer about pods that claim devices on a snapshot that was just read. */
    @Benchmark
    public Verdict first() {
        DeviceObjects known = claiming.devices();
        DeviceObjects again = new DeviceObjects(
                known.slices(), known.classes(), known.claims(), known.templates(), known.taintRules());
        return Feasibility.answer(claiming.withDevices(again), groups, GROUP, Budget.DEFAULT);
    }

    /** The answer about pods that claim devices, on a snapshot that was asked before. */
    @Benchmark
    public Verdict claims() {
        return Feasibility.answer(claiming, groups, GROUP, Budget.DEFAULT);
    }

    /** The same where nodes count a resource. */
    @Benchmark
    public Verdict counts() {
        return Feasibility.answer(counting, groups, GROUP, Budget.DEFAULT);
    }
}
