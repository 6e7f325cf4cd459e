package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.testkit.SmallCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A gang of pods of several sizes under spread constraints, or of jobs that each want a pool of their own: on zones and
 * hosts of which some are tainted, cordoned, small or taken.
 */
final class SpreadSituation {

    private static final String SPREAD =
            "{maxSkew: %d, topologyKey: %s, whenUnsatisfiable: %s, labelSelector: " + "{matchLabels: {app: web}}%s}";

    private final Random random;
    private final boolean small;
    private final StringBuilder text = new StringBuilder();
    private int pods;

    private SpreadSituation(long seed, boolean small) {
        this.random = new Random(seed);
        this.small = small;
    }

    /** {@return one of at most four nodes and five pods} */
    static SmallCluster small(long seed) {
        return new SpreadSituation(seed, true).cluster();
    }

    /** {@return one of up to forty nodes and a hundred pods} */
    static SmallCluster large(long seed) {
        return new SpreadSituation(seed, false).cluster();
    }

    private SmallCluster cluster() {
        boolean exclusive = random.nextInt(4) == 0;
        int nodes = small ? 2 + random.nextInt(3) : 6 + random.nextInt(35);
        int zones = small ? 1 + random.nextInt(nodes) : 2 + random.nextInt(5);
        int cpu = small ? 2 + random.nextInt(3) : 2 + random.nextInt(8);
        for (int n = 0; n < nodes; n++) {
            node(n, n % zones, random.nextInt(4) == 0 ? 1 + random.nextInt(cpu) : cpu);
        }
        if (exclusive) {
            jobs(zones, nodes);
        } else {
            web(nodes, zones, cpu);
        }
        int least = random.nextInt(3) > 0 ? pods : 1 + random.nextInt(pods);
        text.append("---\n{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d}, "
                + "spec: {schedulingPolicy: {gang: {minCount: " + least + "}}}}\n");
        return read(text.toString());
    }

    private void node(int n, int zone, int cpu) {
        int odd = random.nextInt(small ? 5 : 12);
        String labels = "kubernetes.io/hostname: n" + n + (odd == 0 ? "" : ", zone: z" + zone);
        String spec = odd == 1
                ? "taints: [{key: gone, effect: NoSchedule}]"
                : odd == 2
                        ? "unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]"
                        : "";
        text.append("---\n{apiVersion: v1, kind: Node, metadata: {name: n" + n + ", labels: {" + labels + "}}, spec: {"
                + spec + "}, status: {allocatable: {cpu: " + cpu + ", pods: 110}}}\n");
        if (random.nextInt(8) == 0) {
            pod("old" + n, "app: web", "500m", "", "nodeName: n" + n, "Running");
        }
    }

    private void web(int nodes, int zones, int cpu) {
        int sizes = 2 + random.nextInt(2);
        int count = small ? 2 + random.nextInt(4) : 10 + random.nextInt(Math.min(90, nodes * cpu));
        List<String> spread = new ArrayList<>();
        for (int s = 0; s < sizes; s++) {
            spread.add("topologySpreadConstraints: [" + constraints(zones) + "]");
        }
        boolean alike = !small || random.nextInt(3) > 0;
        boolean versions = random.nextInt(4) == 0;
        for (int i = 0; i < count; i++) {
            int size = random.nextInt(sizes);
            String labels = "app: web" + (versions ? ", v: v" + random.nextInt(2) : "");
            pod("w" + i, labels, 250 + 250 * size + "m", spread.get(alike ? 0 : size), "", "Pending");
            pods++;
        }
    }

    private String constraints(int zones) {
        String zone = constraint("zone", zones);
        String host = constraint("kubernetes.io/hostname", zones);
        return switch (random.nextInt(5)) {
            case 0 -> host;
            case 1 -> zone + ", " + host;
            default -> zone;
        };
    }

    private String constraint(String key, int zones) {
        boolean hard = random.nextInt(6) > 0;
        String more = (hard && random.nextInt(5) == 0 ? ", minDomains: " + (1 + random.nextInt(zones + 1)) : "")
                + (random.nextInt(4) == 0 ? ", nodeTaintsPolicy: Honor" : "")
                + (random.nextInt(4) == 0 ? ", matchLabelKeys: [v]" : "");
        return String.format(SPREAD, 1 + random.nextInt(3), key, hard ? "DoNotSchedule" : "ScheduleAnyway", more);
    }

    private void jobs(int zones, int nodes) {
        int jobs = small ? 2 : Math.max(2, zones + random.nextInt(3) - 1);
        for (int k = 0; k < jobs; k++) {
            int size = small ? 1 + random.nextInt(2) : 1 + random.nextInt(Math.max(1, nodes / zones));
            String own = "{labelSelector: {matchExpressions: [{key: job, operator: In, values: [k" + k
                    + "]}]}, topologyKey: zone}";
            String others = "{labelSelector: {matchExpressions: [{key: job, operator: Exists}, "
                    + "{key: job, operator: NotIn, values: [k" + k + "]}]}, topologyKey: zone}";
            String affinity = "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [" + own
                    + "]}, podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [" + others + "]}}";
            for (int i = 0; i < size; i++) {
                pod("j" + k + "-" + i, "job: k" + k, 1 + random.nextInt(2) + "", affinity, "", "Pending");
                pods++;
            }
        }
    }

    private void pod(String name, String labels, String cpu, String rules, String node, String phase) {
        String more = (rules.isEmpty() ? "" : ", " + rules) + (node.isEmpty() ? "" : ", " + node);
        String group = node.isEmpty() ? ", schedulingGroup: {podGroupName: g}" : "";
        text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: d, labels: {" + labels
                + "}}, spec: {containers: [{name: main, image: a, resources: {requests: {cpu: " + cpu + "}}}]" + group
                + more + "}, status: {phase: " + phase + "}}\n");
    }

    private static SmallCluster read(String stream) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(stream)) {
            objects.add(((Decoded) document).object());
        }
        List<SchedulingObject> groups = all(objects, SchedulingObject.class);
        return new SmallCluster(
                all(objects, Node.class), all(objects, Pod.class), groups, GroupRef.podGroup("d", "g"), List.of());
    }

    private static <T> List<T> all(List<ApiObject> objects, Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
