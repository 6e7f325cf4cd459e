package io.github.workload4j.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCommandTest {

    private static final String EXAMPLES = "../examples/manifests/";
    private static final String CLUSTER = EXAMPLES + "cluster.yaml";

    @TempDir
    private Path folder;

    private String stored(String... more) {
        String file = folder.resolve("c.snap").toString();
        String[] args = {"snapshot", "-f", CLUSTER, "--out", file};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        assertThat(Run.of(all)).isEqualTo(new Run(0, file + ": 240 nodes, 623 pods\n", ""));
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check -o json --explain -f " + EXAMPLES + "training-too-large.yaml",
                "check --prefer scheduler -f " + EXAMPLES + "job.yaml",
                "whatif -o json -f " + EXAMPLES + "training-too-large.yaml",
                "slots -o json -f " + EXAMPLES + "training.yaml",
                "queue -o json -f " + EXAMPLES + "job.yaml " + EXAMPLES + "raycluster.yaml"
            })
    void commandsAnswerAboutItAsAboutTheManifests(String call) {
        Run stored = Run.of((call + " -f " + stored()).split(" "));
        Run manifests = Run.of((call + " -f " + CLUSTER).split(" "));
        assertThat(withoutTimes(stored)).isEqualTo(withoutTimes(manifests));
    }

    /** Only of the first stored snapshot among inputs are pods left out that do not matter. */
    @Test
    void noAnswerIsOtherBecauseThePodsThatDoNotMatterAreLeftOut() throws IOException {
        String nothing = folder.resolve("nothing.snap").toString();
        Files.write(Path.of(nothing), SnapshotWriter.bytes(Instant.EPOCH, ClusterSnapshot.of(List.of())));
        List<String> inputs = new ArrayList<>();
        for (String golden : List.of("check", "whatif", "when", "explain")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden", golden))) {
                files.map(Path::toString)
                        .filter(name -> name.endsWith(".yaml"))
                        .sorted()
                        .forEach(inputs::add);
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            String stored = folder.resolve(i + ".snap").toString();
            Run.of("snapshot", "-f", inputs.get(i), "--out", stored);
            String other = inputs.get((i * 7 + 1) % inputs.size());
            String files =
                    List.of(stored, stored + " " + other, other + " " + stored).get(i % 3);
            String call = "check -o json --explain --steps 20000 -f ";
            Run some = Run.of((call + files).split(" "));
            Run all = Run.of((call + nothing + " " + files).split(" "));
            assertThat(withoutTimes(some)).as(files).isEqualTo(withoutTimes(all));
        }
        assertThat(inputs).hasSizeGreaterThan(50);
    }

    private static Run withoutTimes(Run run) {
        return new Run(run.status(), run.out().replaceAll("\"elapsedMillis\":[0-9.]+", ""), run.err());
    }

    @Test
    void groupsThatObjectsMeanAreStoredWithTheirPods() {
        String file = folder.resolve("job.snap").toString();
        Run run = Run.of("snapshot", "-f", CLUSTER, EXAMPLES + "job.yaml", "--out", file);
        assertThat(run).isEqualTo(new Run(0, file + ": 240 nodes, 639 pods\n", ""));
        assertThat(Run.of("check", file).out())
                .startsWith("feasible      ml/llm-training  all 16 pending pods fit, 16 pods needed\n");
    }

    @Test
    void theSameInputsAreTheSameBytesWithTheTimeThatIsGiven() throws IOException {
        byte[] once = Files.readAllBytes(Path.of(stored()));
        assertThat(Files.readAllBytes(Path.of(stored()))).isEqualTo(once);
        assertThat(SnapshotReader.read(once).time()).isEqualTo(Instant.EPOCH);
        byte[] later = Files.readAllBytes(Path.of(stored("--at", "2026-11-30T12:00:00Z")));
        assertThat(SnapshotReader.read(later).time()).isEqualTo("2026-11-30T12:00:00Z");
    }

    @Test
    void ofAnInputThatCannotBeReadNothingIsStored() {
        Path file = folder.resolve("none.snap");
        Run run = Run.of("snapshot", "-f", CLUSTER, "-f", "nowhere.yaml", "--out", file.toString());
        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "error: nowhere.yaml: no such file or directory\nerror: --out: " + file
                                + ": not written, as an input could not be read\n"));
        assertThat(file).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        Run run = Run.of("snapshot", "-f", CLUSTER, "--out", folder.toString());
        assertThat(run).isEqualTo(new Run(2, "", "error: --out: " + folder + ": cannot be written\n"));
    }

    @Test
    void aNameThatIsTooLongIsSaid() {
        String node = "{apiVersion: v1, kind: Node, metadata: {name: " + "n".repeat(600) + "}}";
        Run run = Run.withInput(
                node,
                "snapshot",
                "-f",
                "-",
                "--out",
                folder.resolve("long.snap").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: name: 600 bytes, which begin with nnn");
    }

    @Test
    void whatIsNoStoredSnapshotIsNotWrittenOver() throws IOException {
        Path manifests = folder.resolve("cluster.yaml");
        Files.copy(Path.of(CLUSTER), manifests);
        Run run = Run.of("snapshot", "-f", manifests.toString(), "--out", manifests.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("error: --out: " + manifests + " is there, and no stored snapshot (expected: ");
        assertThat(manifests).hasSameBinaryContentAs(Path.of(CLUSTER));
        assertThat(Run.of("snapshot", "-f", CLUSTER, "--out", "-").err())
                .startsWith("error: --out: - (expected: a file)");
        stored();
        stored();
    }

    @Test
    void damagedBytesAreAnInputThatCannotBeRead() throws IOException {
        Path file = Path.of(stored());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Run run = Run.of("check", file.toString(), "-f", EXAMPLES + "job.yaml");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains(file + ": cannot be read: damaged: its bytes are not those that were written"
                        + " (in what begins at byte 8)");
    }

    @Test
    void commandsThatReadManifestsAloneRefuseIt() {
        String file = stored();
        assertThat(Run.of("validate", file).err())
                .isEqualTo("error: " + file + ": a stored snapshot (expected: manifests)\n");
    }

    @Test
    void anObjectThatAlsoComesOtherwiseIsToldAsInManifests() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "apiVersion: v1\nkind: Node\nmetadata: {name: gpu-a-r05-3}\n");
        Run run = Run.of("check", stored(), other.toString(), "-f", EXAMPLES + "job.yaml");
        assertThat(run.err()).contains("Node gpu-a-r05-3 differs from the one at " + folder.resolve("c.snap"));
        assertThat(run.status()).isEqualTo(1);
    }
}
