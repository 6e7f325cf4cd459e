package io.github.workload4j.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @CsvSource({"eu, --cluster: eu", "=x, --cluster: =x", "eu=, --cluster: eu=", "eu=-, --cluster: eu=-"})
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
}
