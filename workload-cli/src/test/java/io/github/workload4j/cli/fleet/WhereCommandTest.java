package io.github.workload4j.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereCommandTest {

    private static final String GOLDEN = "src/test/resources/golden/where/";
    private static final String JOB = GOLDEN + "train.yaml";

    @TempDir
    private Path folder;

    private static String cluster(String name) {
        return name + "=" + "../examples/clusters/" + name + ".yaml";
    }

    @Test
    void theOrderOfTheClustersDoesNotMatter() {
        Run one = Run.of("where", "-f", JOB, "--cluster", cluster("lab"), cluster("us"), cluster("eu"));
        Run other = Run.of("where", "-f", JOB, "--cluster", cluster("eu"), "--cluster", cluster("us"), cluster("lab"));
        assertThat(one.out()).isEqualTo(other.out()).contains("1. eu", "2. us", "3. lab");
    }

    @Test
    void theStatusIsThatOfTheBestCluster() {
        assertThat(Run.of("where", "-f", JOB, "--cluster", cluster("lab"), cluster("us"))
                        .status())
                .isZero();
        assertThat(Run.of("where", "-f", JOB, "--cluster", cluster("lab"), cluster("small"))
                        .status())
                .isEqualTo(1);
        assertThat(Run.of("where", "-f", JOB, "--cluster", cluster("us"), "gone=" + folder.resolve("x"))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aNameMayStandForSeveralFiles() {
        Run both = Run.of(
                "where",
                "-f",
                JOB,
                "--cluster",
                "all=" + "../examples/clusters/small.yaml",
                "all=" + "../examples/clusters/us.yaml");
        assertThat(both.out()).contains("1 of 1 cluster takes it", "takes 58 % of the nvidia.com/gpu");
    }

    /** In 1.35 the group of a Workload has another name than in later releases. */
    @Test
    void aGroupIsFoundInAClusterOfARelease() throws IOException {
        Path old = folder.resolve("old.yaml");
        String nodes = Files.readString(Path.of("../examples/clusters/eu.yaml"));
        Files.writeString(old, nodes.replace("v1.37.2", "v1.35.4"));
        Run run = Run.of("where", "-f", "../examples/manifests/jobset.yaml", "--cluster", "old=" + old, cluster("eu"));
        assertThat(run.out()).doesNotContain("GroupNotFound");
    }

    /** A fault of the files is said once, one of clusters once with their names. */
    @Test
    void whatIsOddIsSaidOnceWithTheClustersThatItIsAbout() throws IOException {
        String odd = "---\napiVersion: v1\nkind: Node\nmetadata: {name: odd}\nstatus: {allocatable: {cpu: \"-1\"}}\n";
        Path nodes = folder.resolve("odd.yaml");
        Files.writeString(nodes, odd);
        Path job = folder.resolve("job.yaml");
        Files.writeString(job, Files.readString(Path.of(JOB)) + "---\napiVersion: v1\nkind: Pod\nmetadata: 7\n");
        String eu = "../examples/clusters/eu.yaml";
        Run run = Run.of(
                "where",
                "-f",
                job.toString(),
                "--cluster",
                "a=" + eu,
                "b=" + eu,
                "a=" + nodes,
                "b=" + nodes,
                "c=" + eu);
        assertThat(run.err().lines().filter(line -> line.contains("job.yaml"))).hasSize(1);
        assertThat(run.err().lines().filter(line -> line.contains("odd.yaml")))
                .allMatch(line -> line.endsWith("(clusters a, b)"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "eu, --cluster: eu",
        "=x, --cluster: =x",
        "' =x', --cluster:  =x",
        "eu=, --cluster: eu=",
        "eu=-, --cluster: eu=-"
    })
    void aClusterNeedsANameAndAFile(String option, String message) {
        Run run = Run.of("where", "-f", JOB, "--cluster", option);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: " + message + " (expected: ");
    }

    @Test
    void aStoredSnapshotIsTheClusterItWasMadeOf() {
        String stored = folder.resolve("busy.snap").toString();
        Run run = Run.of("snapshot", "-f", "../examples/clusters/busy.yaml", "--out", stored);
        assertThat(run).isEqualTo(new Run(0, stored + ": 4 nodes, 1 pod\n", ""));
        assertThat(Run.of("where", "--explain", "-f", JOB, "--cluster", "busy=" + stored))
                .isEqualTo(Run.of("where", "--explain", "-f", JOB, "--cluster", cluster("busy")));
    }

    /** Of the 400 pods as many land as there is room for; a closed node is no room. */
    @Test
    void aPictureSaysHowFullAClusterIsNowAndAfter() throws IOException {
        Path job = folder.resolve("job.yaml");
        Files.writeString(
                job,
                Files.readString(Path.of(JOB))
                        .replace("parallelism: 4", "parallelism: 400")
                        .replace("completions: 4", "completions: 400")
                        .replace("minCount: 4", "minCount: 2"));
        Path closed = folder.resolve("closed.yaml");
        Files.writeString(
                closed,
                Files.readString(Path.of("../examples/clusters/busy.yaml"))
                        .replace("name: busy-1, labels: {", "name: busy-1, labels: {closed: here, ")
                        .replace("name: busy-1}}\n", "name: busy-1}}\nspec: {unschedulable: true}\n"));
        String[] call = {"where", "-f", job.toString(), "--cluster", "busy=" + closed, cluster("lab"), "-o"};
        Run svg = drawn(call, "svg");
        assertThat(svg.status()).isZero();
        assertThat(svg.out())
                .contains("8 of 24 GPU in use, takes 16, leaves 0", "no GPU there, asks 3,200")
                .contains(">1 takes it<", ">1 does not take it<");
        assertThat(drawn(call, "html").out()).contains("<td>GPU</td><td>8</td><td>16</td><td>3,200</td><td>16</td>");
        assertThat(drawn(call, "text").out())
                .contains("2 of 400 pending pods fit", "all pending pods together ask 20000 % of the nvidia.com/gpu");
    }

    @Test
    void ofAClusterThatCouldNotBeReadThatIsSaid() {
        String[] call = {"where", "-f", JOB, "--cluster", "a\tb=" + folder.resolve("x"), cluster("eu"), "-o"};
        assertThat(drawn(call, "svg").out()).contains("a\\u0009b", "no node of it could be read", "is not decided");
        assertThat(drawn(call, "text").out()).contains("why: no node of it could be read");
        assertThat(drawn(call, "text").err()).contains("no such file or directory (cluster a\\u0009b)");
    }

    private static Run drawn(String[] call, String form) {
        String[] all = Arrays.copyOf(call, call.length + 1);
        all[call.length] = form;
        return Run.of(all);
    }
}
