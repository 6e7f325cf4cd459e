package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.ClusterText.group;
import static io.github.workload4j.cli.growth.ClusterText.nodes;
import static io.github.workload4j.cli.growth.ClusterText.pods;
import static io.github.workload4j.cli.growth.Growth.lines;

import io.github.workload4j.cli.growth.Growth.Dimension;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code check --explain} grows with claims for volumes and devices, and with what there is to claim. */
class ClaimGrowthLongRun {

    private static final String STORAGE =
            "---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: made}\n"
                    + "provisioner: csi.example.com\nvolumeBindingMode: WaitForFirstConsumer\n"
                    + "---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: there}\n"
                    + "provisioner: kubernetes.io/no-provisioner\nvolumeBindingMode: WaitForFirstConsumer\n"
                    + "---\napiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: {name: csi.example.com}\n"
                    + "spec: {attachRequired: true}\n";
    private static final String OTHER_CLASS = "---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\n"
            + "metadata: {name: s#}\nprovisioner: csi.example.com\n";
    private static final String VOLUME = "---\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v#}\nspec:\n"
            + "  {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: there, "
            + "local: {path: /v},\n   nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: "
            + "[{key: zone, operator: In, values: [z0, z1, z2]}]}]}}}\nstatus: {phase: Available}\n";
    private static final String OWN_VOLUME =
            VOLUME.replace("1Gi", "1#Gi").replace("key: zone", "key: host").replace("z0, z1, z2", "n#");
    private static final String DEVICE_CLASS = "---\napiVersion: resource.k8s.io/v1\nkind: DeviceClass\n"
            + "metadata: {name: %s}\nspec: {selectors: [{cel: {expression: device.driver == \"gpu.example.com\"}}]}\n";
    private static final String GPU = String.format(DEVICE_CLASS, "gpu");

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension(
                        "claims for volumes of a pod",
                        50,
                        n -> world() + lines(n, claim("made")) + group("g", "") + pods(1, "g", "1", mounts(n))),
                new Dimension(
                        "claims for volumes, one of each member, to be made",
                        100,
                        n -> world() + lines(n, claim("made")) + group("g", "") + each(n, mounts("c#"))),
                new Dimension(
                        "claims for volumes, one of each member, volumes there",
                        25,
                        n -> world()
                                + lines(n, VOLUME)
                                + lines(n, claim("there"))
                                + group("g", "")
                                + each(n, mounts("c#"))),
                new Dimension(
                        "claims for volumes of their own sizes, one of each member and node", 250, n -> ownSizes(n, n)),
                new Dimension("the same, one volume less", 250, n -> ownSizes(n, n - 1)),
                new Dimension(
                        "volumes that serve a claim",
                        200,
                        n -> world()
                                + lines(n, VOLUME)
                                + lines(1, claim("there"))
                                + group("g", "")
                                + pods(2, "g", "1", mounts("c0"))),
                new Dimension(
                        "storage classes",
                        500,
                        n -> world()
                                + lines(n, OTHER_CLASS)
                                + lines(1, claim("made"))
                                + group("g", "")
                                + pods(2, "g", "1", mounts("c0"))),
                new Dimension(
                        "claims for devices of a pod",
                        5,
                        n -> nodes(5, "zone: z#")
                                + GPU
                                + lines(5, slice(100))
                                + lines(n, deviceClaim())
                                + group("g", "")
                                + pods(1, "g", "1", uses(n))),
                new Dimension(
                        "claims for devices, one of each member",
                        16,
                        n -> nodes(50, "zone: z#")
                                + GPU
                                + lines(50, slice(16))
                                + lines(n, deviceClaim())
                                + group("g", "")
                                + each(n, uses("c#"))),
                new Dimension(
                        "devices of a node",
                        50,
                        n -> nodes(5, "zone: z#")
                                + GPU
                                + lines(5, slice(n))
                                + lines(10, deviceClaim())
                                + group("g", "")
                                + each(10, uses("c#"))),
                new Dimension(
                        "devices of a node that take of one counter",
                        8,
                        n -> nodes(5, "zone: z#")
                                + GPU
                                + lines(5, counter())
                                + lines(5, counted(n))
                                + lines(10, deviceClaim())
                                + group("g", "")
                                + each(10, uses("c#"))),
                new Dimension(
                        "devices that every node reaches",
                        8,
                        n -> nodes(20, "zone: z#")
                                + GPU
                                + shared(n)
                                + lines(n, deviceClaim())
                                + group("g", "")
                                + each(n, uses("c#"))),
                new Dimension(
                        "pods that share a claim for devices",
                        16,
                        n -> nodes(5, "zone: z#")
                                + GPU
                                + lines(5, slice(8))
                                + lines(1, deviceClaim())
                                + group("g", "")
                                + each(n, uses("c0"))),
                new Dimension(
                        "slices, one of each node",
                        100,
                        n -> nodes(n, "zone: z#")
                                + GPU
                                + lines(n, slice(8))
                                + lines(10, deviceClaim())
                                + group("g", "")
                                + each(10, uses("c#"))),
                new Dimension(
                        "device classes",
                        100,
                        n -> nodes(5, "zone: z#")
                                + GPU
                                + lines(n, String.format(DEVICE_CLASS, "d#"))
                                + lines(5, slice(8))
                                + lines(10, deviceClaim())
                                + group("g", "")
                                + each(10, uses("c#"))));
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void costGrowsAsSizeDoes(Dimension dimension) {
        ClusterText.assertInProportion(dimension);
    }

    private static String world() {
        return nodes(50, "zone: z#") + STORAGE;
    }

    private static String claim(String storageClass) {
        return "---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c#, namespace: d}\n"
                + "spec: {accessModes: "
                + "[ReadWriteOnce], storageClassName: " + storageClass + ", resources: {requests: {storage: 1Gi}}}\n";
    }

    private static String mounts(int count) {
        return "  volumes:\n" + lines(count, "  - {name: v#, persistentVolumeClaim: {claimName: c#}}\n");
    }

    private static String mounts(String claim) {
        return "  volumes: [{name: v, persistentVolumeClaim: {claimName: " + claim + "}}]\n";
    }

    private static String slice(int devices) {
        return "---\napiVersion: resource.k8s.io/v1\nkind: ResourceSlice\nmetadata: {name: s#}\nspec: {driver: "
                + "gpu.example.com, nodeName: n#, pool: {name: n#, generation: 1, resourceSliceCount: 1}, devices: ["
                + lines(devices, "{name: g#}, ") + "]}\n";
    }

    private static String counter() {
        return "---\napiVersion: resource.k8s.io/v1\nkind: ResourceSlice\nmetadata: {name: t#}\nspec: {driver: "
                + "gpu.example.com, nodeName: n#, pool: {name: n#, generation: 1, resourceSliceCount: 2}, "
                + "sharedCounters: [{name: board, counters: {w: {value: 5}}}]}\n";
    }

    private static String counted(int devices) {
        return slice(devices)
                .replace("Count: 1", "Count: 2")
                .replace("}, {", ", consumesCounters: [{counterSet: board, counters: {w: {value: 1}}}]}, {");
    }

    private static String shared(int devices) {
        return lines(1, slice(devices)).replace("nodeName: n0", "allNodes: true");
    }

    private static String deviceClaim() {
        return "---\napiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nmetadata: {name: c#, namespace: d}\n"
                + "spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}\n";
    }

    private static String uses(int count) {
        return "  resourceClaims:\n" + lines(count, "  - {name: c#, resourceClaimName: c#}\n");
    }

    private static String uses(String claim) {
        return "  resourceClaims: [{name: c, resourceClaimName: " + claim + "}]\n";
    }

    private static String each(int count, String rules) {
        return lines(count, pods(1, "g", "1m", rules).replace("g-0", "g-#"));
    }

    /** This many members and nodes, each with a claim of a size of its own. */
    private static String ownSizes(int members, int volumes) {
        return nodes(members, "host: n#")
                + STORAGE
                + lines(volumes, OWN_VOLUME)
                + lines(members, claim("there").replace("1Gi", "1#Gi"))
                + group("g", "").replace("minCount: 1", "minCount: " + members)
                + each(members, mounts("c#"));
    }
}
