package io.github.workload4j.gang.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small worlds with volumes, as manifests: a few nodes, pods of one gang, and what may stand in their way. */
public final class RandomVolumes {

    private static final String DRIVER = "csi.example.com";

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> nodes = new ArrayList<>();
    private final List<String> bound = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();

    private RandomVolumes(long seed) {
        this.random = new Random(seed);
    }

    /** {@return a world of a seed with so many pending pods in the gang {@code default/g}} */
    public static String of(long seed, int pods) {
        RandomVolumes world = new RandomVolumes(seed);
        world.nodes();
        world.classes();
        world.claims();
        world.volumes();
        world.drivers();
        world.pods(pods);
        return world.text.toString();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private boolean sometimes(double share) {
        return random.nextDouble() < share;
    }

    private void add(String manifest) {
        text.append("---\n").append(manifest).append("\n");
    }

    private void nodes() {
        int count = 1 + random.nextInt(3);
        for (int n = 0; n < count; n++) {
            String name = "n" + n;
            nodes.add(name);
            String labels = "kubernetes.io/hostname: " + name
                    + one("", ", topology.kubernetes.io/zone: a", ", topology.kubernetes.io/zone: b")
                    + (sometimes(.2) ? ", failure-domain.beta.kubernetes.io/zone: " + one("a", "b") : "")
                    + (sometimes(.2) ? ", topology.kubernetes.io/region: r" : "");
            add("{apiVersion: v1, kind: Node, metadata: {name: " + name + ", labels: {" + labels
                    + "}}, status: {allocatable: {cpu: " + one(1, 2, 4) + ", pods: 10}}}");
        }
    }

    private void classes() {
        add(storageClass("local", "kubernetes.io/no-provisioner", "WaitForFirstConsumer", ""));
        String zones = one(
                "",
                "",
                ", allowedTopologies: [{matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [a]}]}]");
        add(storageClass("fast", DRIVER, "WaitForFirstConsumer", zones));
        add(storageClass("slow", DRIVER, "Immediate", ""));
    }

    private static String storageClass(String name, String provisioner, String mode, String more) {
        return "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: " + name + "}, provisioner: "
                + provisioner + ", volumeBindingMode: " + mode + more + "}";
    }

    private String modes() {
        return one("[ReadWriteOnce]", "[ReadWriteOnce]", "[ReadWriteMany]", "[ReadWriteOnce, ReadOnlyMany]");
    }

    private String size() {
        return one("5Gi", "10Gi", "10Gi", "20Gi");
    }

    private String reach() {
        String key = one("", "", "kubernetes.io/hostname", "kubernetes.io/hostname", "topology.kubernetes.io/zone");
        String values = key.endsWith("zone") ? one("a", "b") : one(nodes.get(0), String.join(", ", nodes));
        return key.isEmpty()
                ? ""
                : ", nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: " + key
                        + ", operator: In, values: [" + values + "]}]}]}}";
    }

    private void volume(String name, String storageClass, String claim, String phase, String modes) {
        String labels = (sometimes(.2) ? "topology.kubernetes.io/zone: " + one("a", "b", "a__b") + ", " : "")
                + (sometimes(.1) ? "failure-domain.beta.kubernetes.io/zone: a, " : "") + "tier: " + one("x", "w");
        String source = sometimes(.5) ? ", csi: {driver: " + DRIVER + ", volumeHandle: h-" + name + "}" : "";
        add("{apiVersion: v1, kind: PersistentVolume, metadata: {name: " + name + ", labels: {" + labels
                + "}}, spec: {capacity: {storage: " + size() + "}, accessModes: " + modes + ", storageClassName: "
                + storageClass
                + (claim.isEmpty() ? "" : ", claimRef: {namespace: default, name: " + claim + "}")
                + (sometimes(.1) ? ", volumeMode: Block" : "") + reach() + source + "}, status: {phase: " + phase
                + "}}");
    }

    private void claims() {
        int count = 1 + random.nextInt(4);
        for (int c = 0; c < count; c++) {
            String name = "c" + c;
            claims.add(name);
            String modes = sometimes(.15) ? "[ReadWriteOncePod]" : modes();
            String storageClass = one("local", "local", "fast", "fast", sometimes(.3) ? "slow" : "local");
            boolean isBound = sometimes(.4);
            if (isBound) {
                bound.add(name);
                volume("b" + c, storageClass, name, "Bound", modes);
            }
            String annotations = isBound && sometimes(.95)
                    ? ", annotations: {pv.kubernetes.io/bind-completed: 'yes'}"
                    : !isBound && sometimes(.1)
                            ? ", annotations: {volume.kubernetes.io/selected-node: " + nodes.get(0) + "}"
                            : "";
            add("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: " + name + ", namespace: default"
                    + annotations + "}, spec: {accessModes: " + modes + ", storageClassName: " + storageClass
                    + ", resources: {requests: {storage: " + size() + "}}"
                    + (isBound ? ", volumeName: b" + c : "")
                    + (!isBound && sometimes(.25) ? ", selector: {matchLabels: {tier: x}}" : "") + "}}");
        }
    }

    private void volumes() {
        int count = random.nextInt(5);
        for (int v = 0; v < count; v++) {
            String kept = sometimes(.2) ? one(claims.toArray(String[]::new)) : "";
            String phase = sometimes(.85) ? "Available" : "Released";
            volume("v" + v, one("local", "local", "fast"), kept, phase, modes());
        }
        for (int a = 0; a < 2; a++) {
            if (sometimes(.4)) {
                add("{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a" + a
                        + "}, spec: {attacher: " + DRIVER + ", nodeName: " + one(nodes.toArray(String[]::new))
                        + ", source: {persistentVolumeName: " + one("b0", "b1", "v0") + "}}}");
            }
        }
    }

    private void drivers() {
        add("{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: other}, spec: {drivers: []}}");
        for (String node : nodes) {
            if (sometimes(.7)) {
                String limit =
                        one("", ", allocatable: {count: 0}", ", allocatable: {count: 1}", ", allocatable: {count: 2}");
                add("{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: " + node + "}, spec: {drivers: ["
                        + (sometimes(.8) ? "{name: " + DRIVER + ", nodeID: x" + limit + "}" : "") + "]}}");
            }
        }
        add("{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: " + one(DRIVER, "other")
                + "}, spec: {storageCapacity: " + sometimes(.5) + ", preventPodSchedulingIfMissing: " + sometimes(.3)
                + "}}");
        for (int k = 0; k < random.nextInt(3); k++) {
            add("{apiVersion: storage.k8s.io/v1, kind: CSIStorageCapacity, metadata: {name: k" + k
                    + "}, storageClassName: fast, capacity: " + size() + ", nodeTopology: "
                    + one("{}", "{matchLabels: {kubernetes.io/hostname: n0}}") + "}");
        }
    }

    private void pods(int count) {
        if (sometimes(.4) && !bound.isEmpty()) {
            pod("old", "nodeName: " + one(nodes.toArray(String[]::new)) + ", ", one(bound.toArray(String[]::new)), "");
        }
        for (int p = 0; p < count; p++) {
            String second = sometimes(.3) ? one(claims.toArray(String[]::new)) : "";
            pod("p" + p, "schedulingGroup: {podGroupName: g}, ", one(claims.toArray(String[]::new)), second);
        }
        add("{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec: "
                + "{schedulingPolicy: {gang: {minCount: " + one(1, count) + "}}}}");
    }

    private void pod(String name, String spec, String claim, String second) {
        String disk = sometimes(.15)
                ? ", {name: d, gcePersistentDisk: {pdName: d, readOnly: " + sometimes(.5) + "}}"
                : sometimes(.1) ? ", {name: d, awsElasticBlockStore: {volumeID: vol-1}}" : "";
        add("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: default, uid: u-" + name
                + "}, spec: {" + spec + "containers: [{name: m, resources: {requests: {cpu: 1}}}], volumes: [{name: a,"
                + " persistentVolumeClaim: {claimName: " + claim + "}}"
                + (second.isEmpty() ? "" : ", {name: b, persistentVolumeClaim: {claimName: " + second + "}}") + disk
                + "]}}");
    }
}
