package io.github.workload4j.robustness.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.WorkloadCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred thousand of anything in one object, far beyond what an API server stores: each command ends with one of its
 * statuses, in a heap of 256 MB.
 */
class HugeObjectLongRun {

    private static final int COUNT = 100_000;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("check", "--explain", "-o", "json"),
            List.of("validate", "--lint", "-o", "json"),
            List.of("whatif", "--steps=1000000", "-o", "json"),
            List.of("convert", "--to=v1alpha3"));

    private static final String TEMPLATE = """
            apiVersion: v1
            kind: Node
            metadata: {name: a, labels: {zone: z, <node labels>}}
            spec: {taints: [<taints>]}
            status: {allocatable: {cpu: 4, memory: 8Gi, pods: 110, <resources>}}
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata:
              {name: g, namespace: d, labels: {<labels>}, annotations: {<annotations>}, ownerReferences: [<owners>]}
            spec:
              schedulingPolicy: {gang: {minCount: 1}}
              schedulingConstraints: {topology: [<topology>]}
              resourceClaims: [<claims of the group>]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: d, labels: {<pod labels>}}
            spec:
              schedulingGroup: {podGroupName: g}
              containers: [{name: c, resources: {requests: {cpu: 1, <requests>}}, ports: [<ports>]}, <containers>]
              initContainers: [<init containers>]
              tolerations: [<tolerations>]
              nodeSelector: {<node selector>}
              schedulingGates: [<gates>]
              volumes: [<volumes><empty volumes>]
              resourceClaims: [<claims>]
              topologySpreadConstraints: [<spread>]
              affinity:
                podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [<pods to keep away from>]}
                nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [<terms>
                  {matchExpressions: [{key: zone, operator: In, values: [z, <values>]}]}]}}
            status: {containerStatuses: [<statuses>]}
            """;

    private static final Map<String, String> ITEMS = new TreeMap<>(Map.ofEntries(
            Map.entry("node labels", "l#: v"),
            Map.entry("taints", "{key: t#, effect: NoSchedule}"),
            Map.entry("resources", "x.io/r#: 1"),
            Map.entry("labels", "l#: v"),
            Map.entry("annotations", "a#: v"),
            Map.entry("owners", "{apiVersion: v1, kind: Pod, name: o#, uid: u#}"),
            Map.entry("topology", "{key: k#}"),
            Map.entry("claims of the group", "{name: c#, resourceClaimName: x#}"),
            Map.entry("pod labels", "l#: v"),
            Map.entry("requests", "x.io/r#: 1"),
            Map.entry("ports", "{containerPort: 1, hostPort: #}"),
            Map.entry("containers", "{name: c#, resources: {requests: {cpu: 1u}}}"),
            Map.entry("init containers", "{name: i#, restartPolicy: Always, resources: {requests: {cpu: 1u}}}"),
            Map.entry("statuses", "{name: c#, allocatedResources: {cpu: 1}, resources: {requests: {cpu: 2}}}"),
            Map.entry("tolerations", "{key: t#, operator: Exists}"),
            Map.entry("node selector", "l#: v"),
            Map.entry("gates", "{name: g#}"),
            Map.entry("volumes", "{name: v#, persistentVolumeClaim: {claimName: c#}}"),
            Map.entry("empty volumes", "{name: v#, emptyDir: {}}"),
            Map.entry("claims", "{name: c#, resourceClaimName: x#}"),
            Map.entry(
                    "spread",
                    "{maxSkew: 1, topologyKey: k#, whenUnsatisfiable: DoNotSchedule,"
                            + " labelSelector: {matchLabels: {a: b}}}"),
            Map.entry("pods to keep away from", "{topologyKey: k#, labelSelector: {matchLabels: {a: b}}}"),
            Map.entry("terms", "{matchExpressions: [{key: zone, operator: In, values: [x#]}]}"),
            Map.entry("values", "x#")));

    @TempDir
    private Path folder;

    static Stream<String> dimensions() {
        return ITEMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void everyCommandEnds(String dimension) throws IOException, InterruptedException {
        String item = ITEMS.get(dimension);
        String many = IntStream.range(0, COUNT)
                .mapToObj(i -> item.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(", ", "", dimension.equals("terms") ? "," : ""));
        String text = TEMPLATE.replace("<" + dimension + ">", many).replaceAll("(, )?<[a-z ]+>", "");
        Path file = Files.writeString(folder.resolve("huge.yaml"), text);
        for (List<String> command : COMMANDS) {
            requireSound(command, file);
        }
    }

    private void requireSound(List<String> command, Path file) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WorkloadCommand.class.getName()));
        line.addAll(command);
        line.addAll(List.of("-f", file.toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        boolean isOver = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(isOver).as("%s ends", command).isTrue();
        assertThat(process.exitValue()).as("%s", command).isBetween(0, 4);
        assertThat(Files.readString(printed))
                .doesNotContain("defect", "Exception", "too large for the memory", "out of memory");
    }
}
