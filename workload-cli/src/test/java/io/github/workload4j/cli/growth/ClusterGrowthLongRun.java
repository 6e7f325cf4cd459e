package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.ClusterText.group;
import static io.github.workload4j.cli.growth.ClusterText.nodes;
import static io.github.workload4j.cli.growth.ClusterText.pods;
import static io.github.workload4j.cli.growth.Growth.lines;

import io.github.workload4j.cli.growth.Growth.Dimension;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code check --explain} grows with each dimension of a cluster and of the question. */
class ClusterGrowthLongRun {

    private static final String NAMESPACE =
            "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ns#, labels: {a: b}}\n";
    private static final String TAINTED = "spec: {taints: [{key: t, effect: NoSchedule}]}";
    private static final String BOUND = "  schedulingConstraints: {topology: [{key: %s}]}\n";

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension("nodes", 1_000, n -> nodes(n, "zone: z#") + group("g", "") + pods(10, "g", "1", "")),
                new Dimension(
                        "nodes, all alike", 1_000, n -> nodes(n, "zone: z") + group("g", "") + pods(10, "g", "1", "")),
                new Dimension("running pods", 1_000, n -> nodes(20, "zone: z#") + running(n, "") + asked()),
                new Dimension(
                        "members of a group",
                        500,
                        n -> nodes(50, "zone: z#") + group("g", "") + pods(n, "g", "10m", "")),
                new Dimension(
                        "members that do not fit",
                        500,
                        n -> nodes(50, "zone: z") + group("g", "") + pods(n, "g", "5", "")),
                new Dimension(
                        "pods that ask each another amount",
                        50,
                        n -> nodes(50, "zone: z#") + group("g", "") + classes(n)),
                new Dimension(
                        "groups",
                        100,
                        n -> nodes(50, "zone: z#") + lines(n, group("g#", "") + pods(1, "g#", "1m", ""))),
                new Dimension(
                        "groups that do not fit",
                        100,
                        n -> nodes(50, "zone: z") + lines(n, group("g#", "") + pods(1, "g#", "5", ""))),
                new Dimension("parents of a group", 60, n -> nodes(50, "zone: z#") + chain(n) + pods(10, "g", "1", "")),
                new Dimension(
                        "groups in one composite", 60, n -> nodes(50, "zone: z#") + composite("c", "") + children(n)),
                new Dimension(
                        "domains", 100, n -> nodes(n, "zone: z#") + group("g", bound("zone")) + pods(2, "g", "1", "")),
                new Dimension(
                        "domains, none large enough",
                        100,
                        n -> nodes(n, "zone: z#") + group("g", bound("zone")) + pods(5, "g", "1", "")),
                new Dimension(
                        "topology keys, one of each group",
                        200,
                        n -> nodes(500, "zone: z#") + lines(n, group("g#", bound("k#")) + pods(1, "g#", "1m", ""))),
                new Dimension(
                        "topology keys, on every node",
                        25,
                        n -> nodes(50, labels(n)) + lines(n, group("g#", bound("l#")) + pods(1, "g#", "1m", ""))),
                new Dimension(
                        "topology keys, one of each member that keeps others away",
                        50,
                        n -> nodes(500, "zone: z#")
                                + group("g", "")
                                + lines(
                                        n,
                                        pods(1, "g", "1m", apart(term("k#", "g")))
                                                .replace("g-0", "g-#"))),
                new Dimension(
                        "members that keep others away, each a label of its own",
                        125,
                        n -> nodes(500, "zone: z#") + members(n, apart(term("zone", "a#")))),
                new Dimension(
                        "members with affinity, each a label of its own",
                        60,
                        n -> nodes(500, "zone: z#")
                                + members(n, apart(term("zone", "a#")).replace("AntiAffinity", "Affinity"))),
                new Dimension(
                        "members with a spread constraint, each a label of its own",
                        60,
                        n -> nodes(500, "zone: z#")
                                + members(n, spread(1).replace("l0", "zone").replace(": g}", ": a#}"))),
                new Dimension(
                        "members with a host port, each its own",
                        125,
                        n -> nodes(500, "zone: z#")
                                + group("g", "")
                                + lines(n, member("").replace("c,", "c, ports: [{containerPort: 1#, hostPort: 1#}],"))),
                new Dimension(
                        "running pods that repel and members, each a label of its own",
                        125,
                        n -> nodes(500, "zone: z#") + running(n, apart(term("zone", "a#"))) + members(n, "")),
                new Dimension(
                        "spread constraints, each a key",
                        25,
                        n -> nodes(50, labels(n)) + group("g", "") + pods(2, "g", "1m", spread(n))),
                new Dimension(
                        "running pods that repel, each a key",
                        200,
                        n -> nodes(50, "zone: z#") + running(n, apart(term("k#", "g"))) + asked()),
                new Dimension(
                        "running pods that repel, each another",
                        200,
                        n -> nodes(50, "zone: z#") + running(n, apart(term("zone", "a#"))) + asked()),
                new Dimension(
                        "terms of a pod that keep others away",
                        100,
                        n -> nodes(50, "zone: z#")
                                + running(200, "")
                                + group("g", "")
                                + pods(2, "g", "1m", apart(lines(n, term("zone", "a#") + ", ")))),
                new Dimension("labels of each node", 50, n -> nodes(50, labels(n)) + asked()),
                new Dimension(
                        "labels of each pod",
                        50,
                        n -> nodes(50, "zone: z#")
                                + running(50, "")
                                        .replace(
                                                "namespace: d}",
                                                "namespace: d, labels: {"
                                                        + labels(n).replace("#", "0") + "}}")
                                + asked()),
                new Dimension(
                        "node selector terms",
                        100,
                        n -> nodes(50, "zone: z#")
                                + group("g", "")
                                + pods(
                                        2,
                                        "g",
                                        "1",
                                        affinity(lines(
                                                n,
                                                "{matchExpressions: [{key: zone, operator: In, values: [x#]}]}, ")))),
                new Dimension(
                        "values of a node selector",
                        500,
                        n -> nodes(50, "zone: z#")
                                + group("g", "")
                                + pods(
                                        2,
                                        "g",
                                        "1",
                                        affinity("{matchExpressions: [{key: zone, operator: In, values: ["
                                                + lines(n, "x#, ") + "]}]}"))),
                new Dimension(
                        "taints of a node",
                        100,
                        n -> nodes(20, "zone: z#")
                                        .replace(
                                                "spec: {}",
                                                "spec: {taints: [" + lines(n, "{key: t#, effect: NoSchedule}, ") + "]}")
                                + asked()),
                new Dimension(
                        "tolerations of a pod",
                        100,
                        n -> nodes(50, "zone: z#").replace("spec: {}", TAINTED)
                                + group("g", "")
                                + pods(
                                        2,
                                        "g",
                                        "1",
                                        "  tolerations: [" + lines(n, "{key: t#, operator: Exists}, ") + "]\n")),
                new Dimension(
                        "ports of a running pod",
                        100,
                        n -> nodes(20, "zone: z#")
                                + running(20, "  hostNetwork: true\n")
                                        .replace(
                                                "name: c,",
                                                "name: c, ports: [" + lines(n, "{containerPort: 1#}, ") + "],")
                                + asked()),
                new Dimension(
                        "resources of a node",
                        50,
                        n -> nodes(20, "zone: z#").replace("cpu: 4,", "cpu: 4, " + lines(n, "x/r#: 1, ")) + asked()),
                new Dimension(
                        "containers of a pod",
                        100,
                        n -> nodes(20, "zone: z#")
                                + group("g", "")
                                + pods(2, "g", "1m", "")
                                        .replace("containers: [", "containers: [" + lines(n, "{name: c#}, "))),
                new Dimension(
                        "claims of a pod, none there",
                        100,
                        n -> nodes(20, "zone: z#")
                                + group("g", "")
                                + pods(
                                        2,
                                        "g",
                                        "1m",
                                        "  resourceClaims: [" + lines(n, "{name: c#, resourceClaimName: x#}, ")
                                                + "]\n")),
                new Dimension("namespaces", 500, n -> nodes(20, "zone: z#") + lines(n, NAMESPACE) + asked()));
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void costGrowsAsSizeDoes(Dimension dimension) {
        ClusterText.assertInProportion(dimension);
    }

    private static String labels(int count) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < count; i++) {
            labels.append("l").append(i).append(": v#, ");
        }
        return labels.toString();
    }

    private static String running(int count, String rules) {
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < count; i++) {
            pods.append(("---\napiVersion: v1\nkind: Pod\nmetadata: {name: r#, namespace: d}\nspec:\n"
                                    + "  containers: [{name: c, resources: {requests: {cpu: 1u}}}]\n" + rules)
                            .replace("#", "" + i))
                    .append("  nodeName: n")
                    .append(i % 20)
                    .append('\n');
        }
        return pods.toString();
    }

    private static String asked() {
        return group("g", "") + pods(10, "g", "100m", "");
    }

    private static String composite(String name, String more) {
        return "---\napiVersion: scheduling.k8s.io/v1alpha3\nkind: CompositePodGroup\nmetadata: {name: " + name
                + ", namespace: d}\nspec:\n  schedulingPolicy: {gang: {minGroupCount: 1}}\n" + more;
    }

    private static String in(String parent) {
        return "  parentCompositePodGroupName: " + parent + "\n";
    }

    private static String bound(String key) {
        return String.format(BOUND, key);
    }

    private static String chain(int count) {
        StringBuilder chain = new StringBuilder(composite("c0", ""));
        for (int i = 1; i < count; i++) {
            chain.append(composite("c" + i, in("c" + (i - 1))));
        }
        return chain + group("g", in("c" + (count - 1)));
    }

    private static String children(int count) {
        return lines(count, group("g#", in("c")) + pods(1, "g#", "1m", ""));
    }

    private static String spread(int count) {
        return "  topologySpreadConstraints:\n"
                + lines(
                        count,
                        "  - {maxSkew: 1, topologyKey: l#, whenUnsatisfiable: DoNotSchedule, "
                                + "labelSelector: {matchLabels: {app: g}}}\n");
    }

    private static String term(String key, String app) {
        return "{topologyKey: " + key + ", labelSelector: {matchLabels: {app: " + app + "}}}";
    }

    /** A group of pods, each with a label of its own. */
    private static String members(int count, String rules) {
        return group("g", "") + lines(count, member(rules));
    }

    private static String member(String rules) {
        return pods(1, "g", "1m", "").replace("g-0", "g-#").replace("app: g", "app: a#") + rules;
    }

    private static String apart(String terms) {
        return "  affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [" + terms + "]}}\n";
    }

    private static String affinity(String terms) {
        return "  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ["
                + terms + "{matchExpressions: [{key: zone, operator: Exists}]}]}}}\n";
    }

    private static String classes(int count) {
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < count; i++) {
            pods.append(pods(1, "g", (i + 1) + "m", "").replace("g-0", "g-" + i));
        }
        return pods.toString();
    }
}
