package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.Growth.lines;

/** Manifests of large clusters. */
final class ClusterText {

    private ClusterText() {}

    /** {@return nodes {@code n0}, {@code n1}... with these labels, in which {@code #} is the number} */
    static String nodes(int count, String labels) {
        return lines(
                count,
                "---\napiVersion: v1\nkind: Node\nmetadata: {name: n#, labels: {" + labels + "}}\nspec: {}\n"
                        + "status: {allocatable: {cpu: 4, memory: 8Gi, pods: 110000}}\n");
    }

    /** {@return a group of pods that runs if one of them does, with more lines of its spec} */
    static String group(String name, String more) {
        return "---\napiVersion: scheduling.k8s.io/v1alpha3\nkind: PodGroup\nmetadata: {name: " + name
                + ", namespace: d}\nspec:\n  schedulingPolicy: {gang: {minCount: 1}}\n" + more;
    }

    /** {@return pending pods {@code GROUP-0}, {@code GROUP-1}... of a group, with more lines of their spec} */
    static String pods(int count, String group, String cpu, String rules) {
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < count; i++) {
            pods.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + group + "-" + i
                    + ", namespace: d, labels: {app: g}}\nspec:\n  schedulingGroup: {podGroupName: " + group
                    + "}\n  containers: [{name: c, resources: {requests: {cpu: " + cpu + "}}}]\n" + rules);
        }
        return pods.toString();
    }

    /** Asks about the groups of each cluster: {@code check --explain}. */
    static void assertInProportion(Growth.Dimension dimension) {
        Growth.assertInProportion(dimension, "check", "--explain", "--steps=1000000", "-o", "json", "-f", "-");
    }
}
