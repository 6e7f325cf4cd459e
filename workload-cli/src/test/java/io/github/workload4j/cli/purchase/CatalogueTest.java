package io.github.workload4j.cli.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String PRICES = """
            # per hour
            name,price,atMost,cpu,memory,nvidia.com/gpu,taint:gpu
            cpu-16,0.77,,16,64Gi,,
            gpu-1,3.06,,8,61Gi,1,
            "gpu-4",12.24,4,32,244Gi,4,
            tainted,1,,64,244Gi,8,only:NoSchedule
            """;

    @TempDir
    private Path folder;

    private String cluster;

    @BeforeEach
    void writeCluster() throws IOException {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v1
                kind: Node
                metadata: {name: n1}
                status: {allocatable: {cpu: "8", memory: 32Gi, nvidia.com/gpu: "2", pods: "110"}}
                """);
        gang("train", 6, "cpu: 4, memory: 16Gi, nvidia.com/gpu: 1", yaml);
        gang("prep", 5, "cpu: 3, memory: 8Gi", yaml);
        cluster = file("cluster.yaml", yaml.toString());
    }

    private static void gang(String name, int pods, String requests, StringBuilder to) {
        to.append("""
                ---
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {name: %s, namespace: ml}
                spec: {schedulingPolicy: {gang: {minCount: %d}}}
                """.formatted(name, pods));
        for (int p = 0; p < pods; p++) {
            to.append("""
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s-%d, namespace: ml}
                    spec:
                      schedulingGroup: {podGroupName: %s}
                      containers: [{name: c, resources: {requests: {%s}}}]
                    """.formatted(name, p, name, requests));
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatToBuyIsSaidForEachGroupAndForAllTogether() throws IOException {
        Run run = Run.of("whatif", "-f", cluster, "--catalogue", file("prices.csv", PRICES));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  - buy 1 cpu-16 for 0.77; nothing that costs less does\n")
                .contains("  - buy 1 gpu-4 for 12.24; nothing that costs less does\n")
                .contains("all groups together  do not fit; with this they would:\n"
                        + "  - buy 1 gpu-4 for 12.24; nothing that costs less does\n");
    }

    @Test
    void jsonSaysItAsData() throws IOException {
        String prices = file("prices.json", """
                [{"name": "two", "price": 4.5, "atMost": 3,
                  "allocatable": {"cpu": 8, "memory": "64Gi", "nvidia.com/gpu": 2}, "labels": {"zone": "a"}}]""");
        Run run = Run.of("whatif", "-f", cluster, "--group", "ml/train", "--catalogue", prices, "-o", "json");
        assertThat(run.out())
                .contains("\"purchase\":{\"nodes\":[{\"offer\":\"two\",\"count\":2,\"key\":null,\"domain\":null,"
                        + "\"price\":\"4.5\"}],\"found\":true,\"cost\":\"9\",\"atLeast\":\"9\","
                        + "\"cheapest\":true,\"minimum\":6,\"members\":6,\"allPods\":true}");
    }

    /** One pod of a plain Job is enough, so that nothing, or little, is bought for it. */
    @Test
    void forHowManyPodsItIsIsSaidAndAllCanBeAskedFor() throws IOException {
        String jobs = file("jobs.yaml", """
                apiVersion: v1
                kind: Node
                metadata: {name: n1}
                status: {allocatable: {cpu: "8", memory: 32Gi, pods: "110"}}
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {namespace: ml, name: plain}
                spec:
                  parallelism: 4
                  template: {spec: {containers: [{name: c, resources: {requests: {cpu: "5"}}}]}}
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {namespace: ml, name: wide}
                spec:
                  parallelism: 4
                  template: {spec: {containers: [{name: c, resources: {requests: {cpu: "12"}}}]}}
                """);
        List<String> call = List.of("whatif", "-f", jobs, "--catalogue", file("p.csv", "name,price,cpu\na,1,16\n"));
        Run few = Run.of(call.toArray(String[]::new));
        assertThat(few.out())
                .contains("  nothing need be bought for 1 of its 4 pods, which is enough; --all-pods asks for all\n")
                .contains("  - buy 1 a for 1; nothing that costs less does; that is for 1 of its 4 pods, which is");
        Run all = with(call, "--all-pods");
        assertThat(all.out())
                .contains("ml/plain  feasible: 1 of 4 pending pods fits, one is enough\n"
                        + "  for all 4 pods: buy 1 a for 1; nothing that costs less does\n")
                .contains("  - buy 4 a for 4; nothing that costs less does\n");
        assertThat(with(call, "-o", "json").out())
                .contains(
                        "\"purchase\":{\"nodes\":[],\"found\":true,\"cost\":\"0\",\"atLeast\":\"0\",\"cheapest\":true,"
                                + "\"minimum\":1,\"members\":4,\"allPods\":false}");
        assertThat(Run.of("whatif", "-f", jobs, "--all-pods").err()).contains("--all-pods: only with --catalogue");
        assertThat(with(call, "--all-pods", "-o", "svg").out())
                .contains("ml/wide would fit with 4 a for 4")
                .contains("3 groups on 1 node: 3 would fit with more nodes")
                .contains("a-added-0, not there yet");
        assertThat(Run.of("whatif", "-f", jobs, "-o", "svg").out())
                .contains("ml/wide does not fit")
                .doesNotContain("would fit");
    }

    private static Run with(List<String> call, String... more) {
        List<String> args = new ArrayList<>(call);
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void aCatalogueThatDoesNotHelpIsSaidNotTo() throws IOException {
        String prices = file("prices.csv", "name,price,cpu\nsmall,1,2\n");
        Run run = Run.of("whatif", "-f", cluster, "--group", "ml/train", "--catalogue", prices);
        assertThat(run.out())
                .contains("  nothing in the catalogue makes it fit (small: too little cpu, too little memory,");
        Run json = Run.of("whatif", "-f", cluster, "--group", "ml/train", "--catalogue", prices, "-o", "json");
        assertThat(json.out())
                .contains("\"purchase\":{\"nodes\":[],\"found\":false,\"cost\":null,\"atLeast\":null,"
                        + "\"cheapest\":false,\"minimum\":6,\"members\":6,\"allPods\":true}");
    }

    /** What a topology would change, such as a label, is no reason. */
    @Test
    void whyNoNodeOfAnOfferTakesAPodIsSaid() throws IOException {
        String prices = file(
                "prices.csv",
                "name,price,cpu,taint:a,label:b\nt1,1,64,x:NoSchedule,\nt2,2,64,x:NoSchedule,y\nt3,1,1,,\nopen,1,64,,\n"
                        + "t4,1,64,x:NoSchedule,\nt5,1,64,x:NoSchedule,\n");
        String huge = file(
                "huge.yaml",
                "{kind: PodGroup, apiVersion: scheduling.k8s.io/v1beta1, metadata: {name: huge, namespace: ml}, spec:"
                        + " {schedulingPolicy: {gang: {minCount: 1}}}}\n---\n{kind: Pod, apiVersion: v1, metadata:"
                        + " {name: h, namespace: ml}, spec: {nodeSelector: {z: z}, schedulingGroup: {podGroupName:"
                        + " huge}, containers: [{name: c, resources: {requests: {cpu: 3}}}]}}\n");
        Run run = Run.of("whatif", "-f", cluster, huge, "--group", "ml/huge", "--catalogue", prices);
        assertThat(run.out().replaceAll("\n  +", " "))
                .contains("nothing in the catalogue makes it fit (t1, t2, t4 and 1 more: taint a=x:NoSchedule not"
                        + " tolerated; t3: too little cpu)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "name,price,cpu;a,1,2;a,2,3 | line 3: name: a again (expected: a name of its own)",
                "name,cost;a,1 | line 1: cost (expected: name, price, atMost, cpu, memory, pods, ephemeral-storage,"
                        + " hugepages-SIZE, a resource with a domain such as nvidia.com/gpu, label:KEY, taint:KEY)",
                "name,price,cpu;;a,x,2 | line 3: price: x (expected: a number such as 3.06)",
                "name,price,cpu;a,1 | line 2: 2 cells (expected: 3, as the first line)",
                "name,price,cpu | no offers (expected: one or more)",
                "name,price;a,\"1 | line 2: a quote that does not end (expected: a quote at its end)",
                "name,price;a, | line 2: no price (expected: a name and a price)",
                "name,price,cpu;a,1,2x | line 2: cpu: 2x (expected: a quantity such as 4, 500m or 16Gi)",
                "name,price;a,0 | line 2: price: 0 (expected: above 0, at most a billion, with at most six decimals)",
                "name,price;a,1e999999999 | line 2: price: 1E+999999999 (expected: above 0, at most a billion, with at"
                        + " most six decimals)",
                "[{\"name\":\"a\",\"price\":1e999999999}] | [0]: price: 1E+999999999 (expected: above 0, at most a"
                        + " billion, with at most six decimals)",
                "[{\"name\":\"a\",\"price\":1,\"allocatable\":{\"cpu\":1e999999999}}] | [0]: cpu: 1E+999999999"
                        + " (expected: a quantity such as 4, 500m or 16Gi)",
                "name,price,label:;a,1,b | line 2: label::  (expected: name part must be non-empty)",
                "name,price,taint:a/;a,1,b:NoSchedule | line 2: taint:a/: a/ (expected: name part must be non-empty)",
                "name,price,atMost;a,1,0 | line 2: atMost: 0 (expected: a number from 1 on)",
                "name,name,price;a,,1 | line 1: name twice (expected: each column once)",
                "name,price,price;a,2,1 | line 1: price twice (expected: each column once)",
                "name,price,atMost,atMost;a,1,3,2 | line 1: atMost twice (expected: each column once)",
                "name,price;\"\" \"a\",1 | line 2: \" (expected: a comma after a quoted cell)",
                "name,price,taint:x;a,1,y | line 2: taint:x: y (expected: VALUE:EFFECT, such as gpu:NoSchedule)",
                "[{\"name\":\"a\",\"price\":1},{\"name\":\"a\",\"price\":2}] | [1]: name: a again (expected: a name of"
                        + " its own)",
                "[{\"name\":\"a\"] | line 1, column 13: Unexpected close marker ']': expected '}'",
                "[{\"name\":\"a\",\"price\":1,\"taints\":[{\"key\":\"x\"}]}] |"
                        + " [0].taints[0].effect: null (expected: a text)",
                "[{\"name\":\"a\" | line 1, column 13: Unexpected end-of-input: expected close marker for Object",
                "[{\"name\":\"a\",\"zone\":1}] | [0]: zone (expected: name, price, atMost, allocatable, labels,"
                        + " taints)",
            })
    void aFaultyCatalogueIsRefusedWithThePlace(String text, String why) throws IOException {
        String prices = file("prices.csv", text.replace(';', '\n'));
        Run run = Run.of("whatif", "-f", cluster, "--catalogue", prices);
        assertThat(run)
                .isEqualTo(new Run(2, "", "error: " + prices + ": " + why + "\nSee `workload whatif --help`.\n"));
    }

    @Test
    @Timeout(20)
    void aCellOfAMillionQuotesTakesNoLongerThanItIs() throws IOException {
        String prices = file("prices.csv", "name,price\na" + "\"".repeat(1_000_000) + ",1\n");
        assertThat(Run.of("whatif", "-f", cluster, "--catalogue", prices).status())
                .isEqualTo(1);
    }

    @Test
    void aCatalogueThatIsNotThereOrBrokenJsonIsAUsageError() throws IOException {
        Run none = Run.of(
                "whatif",
                "-f",
                cluster,
                "--catalogue",
                folder.resolve("none.csv").toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("none.csv: no such file\n");
        Run broken = Run.of("whatif", "-f", cluster, "--catalogue", file("b.json", "[{\"name\": \"a\","));
        assertThat(broken.err()).contains("b.json: line 1, column 15: ").doesNotContain("REDACTED");
    }
}
