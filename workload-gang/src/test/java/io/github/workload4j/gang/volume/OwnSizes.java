package io.github.workload4j.gang.volume;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A random cluster and a gang, each of whose pods has a claim of a size of its own; all that can be is tried. */
final class OwnSizes {

    private static final int NODES = 4;
    private static final String[] REACHES = {"", "zone: z0", "zone: z1", "host: n0", "host: n1", "host: n2", "host: n3"
    };

    private final Random random;
    private final int pods;
    private final int minimum;
    private final int[] cpu = new int[NODES];
    private final int[] asked;
    private final int[] sizes;
    private final String[] reach;
    private final Map<String, Integer> known = new HashMap<>();

    OwnSizes(long seed) {
        random = new Random(seed);
        pods = 7 + random.nextInt(2);
        minimum = random.nextInt(3) == 0 ? pods - 2 : pods;
        Arrays.setAll(cpu, n -> 1 + random.nextInt(4));
        asked = random.ints(pods, 0, 12).toArray();
        sizes = random.ints(pods + random.nextInt(3), 2, 14).toArray();
        reach = random.ints(sizes.length, 0, REACHES.length)
                .mapToObj(i -> REACHES[i])
                .toArray(String[]::new);
    }

    /** {@return the most pods that can be placed} */
    int most() {
        return most(0, 0, cpu.clone());
    }

    int minimum() {
        return minimum;
    }

    private int most(int pod, int taken, int[] left) {
        if (pod == pods) {
            return 0;
        }
        String state = pod + " " + taken + Arrays.toString(left);
        Integer before = known.get(state);
        if (before != null) {
            return before;
        }
        int most = most(pod + 1, taken, left);
        for (int v = 0; v < sizes.length; v++) {
            for (int n = 0; n < NODES; n++) {
                if ((taken >> v & 1) == 0 && sizes[v] >= asked[pod] && reaches(v, n) && left[n] > 0) {
                    left[n]--;
                    most = Math.max(most, 1 + most(pod + 1, taken | 1 << v, left));
                    left[n]++;
                }
            }
        }
        known.put(state, most);
        return most;
    }

    private boolean reaches(int volume, int node) {
        return reach[volume].isEmpty()
                || reach[volume].equals("zone: z" + node % 2)
                || reach[volume].equals("host: n" + node);
    }

    /** {@return the manifests} */
    String text() {
        StringBuilder text =
                new StringBuilder("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: s}, "
                        + "provisioner: kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}\n");
        for (int n = 0; n < NODES; n++) {
            add(
                    text,
                    "Node, metadata: {name: n" + n + ", labels: {host: n" + n + ", zone: z" + n % 2
                            + "}}, status: {allocatable: {cpu: " + cpu[n] + ", pods: 10}}}");
        }
        for (int v = 0; v < sizes.length; v++) {
            String[] label = reach[v].split(": ");
            String affinity = reach[v].isEmpty()
                    ? ""
                    : ", nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: " + label[0]
                            + ", operator: In, values: [" + label[1] + "]}]}]}}";
            add(
                    text,
                    "PersistentVolume, metadata: {name: v" + v + "}, spec: {capacity: {storage: " + sizes[v]
                            + "Gi}, accessModes: [ReadWriteOnce], storageClassName: s" + affinity
                            + "}, status: {phase: Available}}");
        }
        text.append("---\n{apiVersion: scheduling.k8s.io/v1alpha3, kind: PodGroup, metadata: {name: g, "
                + "namespace: default}, "
                + "spec: {schedulingPolicy: {gang: {minCount: " + minimum + "}}}}\n");
        for (int p = 0; p < pods; p++) {
            add(
                    text,
                    "PersistentVolumeClaim, metadata: {name: c" + p + ", namespace: default}, spec: {accessModes: "
                            + "[ReadWriteOnce], storageClassName: s, resources: {requests: {storage: " + asked[p]
                            + "Gi}}}}");
            add(
                    text,
                    "Pod, metadata: {name: p" + p + ", namespace: default}, spec: {schedulingGroup: {podGroupName: g}, "
                            + "containers: [{name: c, image: i, resources: {requests: {cpu: 1}}}], volumes: [{name: v, "
                            + "persistentVolumeClaim: {claimName: c" + p + "}}]}}");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String rest) {
        text.append("---\n{apiVersion: v1, kind: ").append(rest).append("\n");
    }
}
