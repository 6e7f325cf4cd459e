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

    /** {@return a world of a seed with this many pending pods in the gang {@code default/g}} */
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

    private String may(double share, String words) {
        return sometimes(share) ? words : "";
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
                    + may(.2, ", failure-domain.beta.kubernetes.io/zone: " + one("a", "b"))
                    + may(.2, ", topology.kubernetes.io/region: r")
                    + may(.1, ", failure-domain.beta.kubernetes.io/region: " + one("r", "q"))
                    + may(.2, ", topology.ebs.csi.aws.com/zone: " + one("a", "b"));
            add("{apiVersion: v1, kind: Node, metadata: {name: " + name + ", labels: {" + labels
                    + "}}, status: {allocatable: {cpu: " + one(1, 2, 4) + ", pods: 10}}}");
        }
    }

    private void classes() {
        add(storageClass("local", "kubernetes.io/no-provisioner", "WaitForFirstConsumer", ""));
        String a = "{matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [a]}]}";
        String more = one(
                "",
                "",
                ", allowedTopologies: [" + a + "]",
                ", allowedTopologies: [" + a + ", {matchLabelExpressions: [{key: topology.kubernetes.io/region, values:"
                        + " [r, q]}]}]",
                ", allowedTopologies: [{matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [a, b]},"
                        + " {key: kubernetes.io/hostname, values: [n0, n1]}]}]");
        add(storageClass("fast", DRIVER, "WaitForFirstConsumer", more));
        add(storageClass("slow", DRIVER, "Immediate", ""));
        add(storageClass("old", "kubernetes.io/aws-ebs", "WaitForFirstConsumer", ""));
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
        return sometimes(.35)
                ? ""
                : ", nodeAffinity: {required: {nodeSelectorTerms: [" + term() + may(.15, ", " + term()) + "]}}";
    }

    private String term() {
        if (sometimes(.05)) {
            return one("{}", "{matchFields: [{key: metadata.name, operator: In, values: [n0]}]}");
        }
        return "{matchExpressions: [" + expression() + may(.1, ", " + expression()) + "]}";
    }

    private String expression() {
        String key = one(
                "kubernetes.io/hostname",
                "kubernetes.io/hostname",
                "topology.kubernetes.io/zone",
                "failure-domain.beta.kubernetes.io/zone");
        if (sometimes(.1)) {
            return "{key: " + key + ", operator: " + one("Exists", "DoesNotExist") + "}";
        }
        String values = key.endsWith("zone") ? one("a", "b", "a, b") : one(nodes.get(0), String.join(", ", nodes));
        return "{key: " + key + ", operator: " + (sometimes(.9) ? "In" : "NotIn") + ", values: [" + values + "]}";
    }

    private String deleted() {
        return may(.05, ", deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: [example.com/kept]");
    }

    private String attributes() {
        return may(.1, ", volumeAttributesClassName: " + one("gold", "''"));
    }

    private void volume(String name, String storageClass, String claim, String phase, String modes) {
        String labels = may(.2, "topology.kubernetes.io/zone: " + one("a", "b", "a__b", "a__") + ", ")
                + may(.1, "failure-domain.beta.kubernetes.io/zone: a, ")
                + may(.05, "topology.kubernetes.io/region: " + one("r", "q") + ", ")
                + "tier: " + one("x", "w");
        String source = one(
                "",
                ", local: {path: /mnt}",
                ", csi: {driver: " + DRIVER + ", volumeHandle: h-" + name + "}",
                ", csi: {driver: " + DRIVER + ", volumeHandle: h-" + name + "}",
                may(.5, ", awsElasticBlockStore: {volumeID: vol-" + name + "}"));
        add("{apiVersion: v1, kind: PersistentVolume, metadata: {name: " + name + ", labels: {" + labels + "}"
                + deleted()
                + "}, spec: {capacity: {storage: " + size() + "}, accessModes: " + modes + ", storageClassName: "
                + storageClass
                + (claim.isEmpty()
                        ? ""
                        : ", claimRef: {namespace: default, name: " + claim
                                + may(.2, ", uid: " + one("u-", "of-") + claim) + "}")
                + may(.1, ", volumeMode: Block") + attributes() + reach() + source + "}, status: {phase: " + phase
                + "}}");
    }

    private void claims() {
        int count = 1 + random.nextInt(4);
        for (int c = 0; c < count; c++) {
            String name = "c" + c;
            claims.add(name);
            claim(name, c, "");
        }
    }

    private void claim(String name, int number, String owner) {
        String modes = sometimes(.15) ? "[ReadWriteOncePod]" : modes();
        String storageClass =
                one("local", "local", "local", "fast", "fast", "fast", "old", may(.4, "slow"), may(.6, "none"));
        storageClass = storageClass.isEmpty() ? "local" : storageClass;
        boolean isBound = sometimes(.4);
        if (isBound) {
            bound.add(name);
            volume("b" + number, storageClass, name, "Bound", modes);
        }
        List<String> annotations = new ArrayList<>();
        if (isBound && sometimes(.95)) {
            annotations.add("pv.kubernetes.io/bind-completed: 'yes'");
        }
        if (!isBound && sometimes(.1)) {
            annotations.add("volume.kubernetes.io/selected-node: " + nodes.get(0));
        }
        boolean old = sometimes(.1);
        if (old) {
            annotations.add("volume.beta.kubernetes.io/storage-class: " + storageClass);
        }
        add("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: " + name + ", namespace: default, uid: u-"
                + name + ", annotations: {" + String.join(", ", annotations) + "}" + owner + deleted()
                + "}, spec: {accessModes: " + modes
                + (old && sometimes(.5) ? "" : ", storageClassName: " + (old ? one("local", "slow") : storageClass))
                + may(.95, ", resources: {requests: {storage: " + size() + "}}")
                + (isBound ? ", volumeName: " + (sometimes(.95) ? "b" + number : "gone") : "")
                + may(.1, ", volumeMode: Block") + attributes()
                + (!isBound && sometimes(.25) ? ", selector: {matchLabels: {tier: x}}" : "") + "}"
                + may(.05, ", status: {phase: Lost}") + "}");
    }

    private void volumes() {
        int count = random.nextInt(5);
        for (int v = 0; v < count; v++) {
            String kept = sometimes(.2) ? one(claims.toArray(String[]::new)) : "";
            String phase = one("Available", "Available", "Available", "Available", "Released", "Pending");
            volume("v" + v, one("local", "local", "fast", "old"), kept, phase, modes());
        }
        for (int a = 0; a < 2; a++) {
            if (sometimes(.4)) {
                add("{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a" + a
                        + "}, spec: {attacher: " + (sometimes(.9) ? DRIVER : "ebs.csi.aws.com") + ", nodeName: "
                        + one(nodes.toArray(String[]::new)) + ", source: {persistentVolumeName: "
                        + one("b0", "b1", "v0") + "}}}");
            }
        }
    }

    private String limit() {
        return one("", ", allocatable: {count: 0}", ", allocatable: {count: 1}", ", allocatable: {count: 2}");
    }

    private void drivers() {
        add("{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: other}, spec: {drivers: []}}");
        for (String node : nodes) {
            if (sometimes(.7)) {
                String migrated = may(
                        .5, ", annotations: {storage.alpha.kubernetes.io/migrated-plugins: 'kubernetes.io/aws-ebs'}");
                add("{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: " + node + migrated
                        + "}, spec: {drivers: ["
                        + may(.8, "{name: " + DRIVER + ", nodeID: x" + limit() + "}, ")
                        + may(.4, "{name: ebs.csi.aws.com, nodeID: x" + limit() + "}") + "]}}");
            }
        }
        for (String driver : List.of(one(DRIVER, "other"), may(.3, "ebs.csi.aws.com"))) {
            if (!driver.isEmpty()) {
                add("{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: " + driver
                        + "}, spec: {storageCapacity: " + sometimes(.5) + ", preventPodSchedulingIfMissing: "
                        + sometimes(.3) + "}}");
            }
        }
        for (int k = 0; k < random.nextInt(3); k++) {
            add("{apiVersion: storage.k8s.io/v1, kind: CSIStorageCapacity, metadata: {name: k" + k
                    + ", namespace: default}, storageClassName: " + one("fast", "fast", "slow")
                    + may(.9, ", capacity: " + size()) + may(.2, ", maximumVolumeSize: " + size())
                    + may(.9, ", nodeTopology: " + one("{}", "{matchLabels: {kubernetes.io/hostname: n0}}")) + "}");
        }
    }

    private void pods(int count) {
        for (int o = 0; o < 2; o++) {
            if (sometimes(.3)) {
                String own = bound.isEmpty() ? claims.get(0) : one(bound.toArray(String[]::new));
                pod("old" + o, "nodeName: " + one(nodes.toArray(String[]::new)) + ", ", own, "", count + o);
            }
        }
        for (int p = 0; p < count; p++) {
            String first = sometimes(.97) ? one(claims.toArray(String[]::new)) : "missing";
            String second = sometimes(.3) ? one(claims.toArray(String[]::new)) : "";
            pod("p" + p, "schedulingGroup: {podGroupName: g}, ", first, second, p);
        }
        add("{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec: "
                + "{schedulingPolicy: {gang: {minCount: " + one(1, count) + "}}}}");
    }

    private String disk() {
        String readOnly = ", readOnly: " + sometimes(.5) + "}}";
        return sometimes(.75)
                ? ""
                : ", {name: d, "
                        + one(
                                "gcePersistentDisk: {pdName: d" + readOnly,
                                "iscsi: {targetPortal: " + one("t", "u") + ", iqn: q, lun: " + one(0, 1) + readOnly,
                                "rbd: {monitors: [" + one("m1, m2", "m2, m3", "m1") + "], image: i"
                                        + may(.3, ", pool: " + one("rbd", "other")) + readOnly,
                                "awsElasticBlockStore: {volumeID: vol-" + one("1", "2", "b0") + readOnly,
                                "csi: {driver: " + DRIVER + "}}",
                                "emptyDir: {}}");
    }

    private void pod(String name, String spec, String claim, String second, int number) {
        String own = "";
        if (sometimes(.1)) {
            own = ", {name: e, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce],"
                    + " storageClassName: local, resources: {requests: {storage: 5Gi}}}}}}";
            if (sometimes(.9)) {
                claim(
                        name + "-e",
                        10 + number,
                        ", ownerReferences: [{apiVersion: v1, kind: Pod, name: " + name + ", controller: true, uid: u-"
                                + (sometimes(.9) ? name : "another") + "}]");
            }
        }
        add("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: default, uid: u-" + name
                + "}, spec: {" + spec + "containers: [{name: m, resources: {requests: {cpu: 1}}}], volumes: [{name: a,"
                + " persistentVolumeClaim: {claimName: " + claim + "}}"
                + (second.isEmpty() ? "" : ", {name: b, persistentVolumeClaim: {claimName: " + second + "}}") + own
                + disk() + "]}}");
    }
}
