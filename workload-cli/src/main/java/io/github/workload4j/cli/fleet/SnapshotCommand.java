package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Moment;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code workload snapshot}: a cluster stored as bytes. */
@Command(
        name = "snapshot",
        description = "Stores a cluster as bytes, far smaller and sooner read than manifests, for every command that"
                + " reads a cluster. What no answer needs is left out; so are objects of kinds that are not read.",
        mixinStandardHelpOptions = true)
public final class SnapshotCommand extends ClusterCommand {

    private static final int BEGINNING = 64;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private String file = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "When the cluster was so, such as 2026-11-30T12:00:00Z (default: 1970-01-01T00:00:00Z).")
    private Instant time = Instant.EPOCH;

    public SnapshotCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        options.requireUsable(spec, List.of());
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "--out: not a file name");
        }
        requireReplaceable(path);
        LoadedCluster cluster = options.read(spec, terminal, null, new Progress(terminal));
        if (cluster.unreadable()) {
            terminal.err()
                    .println("error: --out: " + Style.printable(file) + ": not written, as an input could not be read");
            return ExitStatus.UNUSABLE;
        }
        ClusterSnapshot snapshot = cluster.snapshot();
        try (OutputStream out = Files.newOutputStream(path);
                SnapshotWriter writer = new SnapshotWriter(out)) {
            writer.write(time, snapshot, cluster.inputs().others());
        } catch (IOException e) {
            terminal.err().println("error: --out: " + Style.printable(file) + ": cannot be written");
            return ExitStatus.UNUSABLE;
        } catch (IllegalArgumentException e) {
            terminal.err().println("error: " + Style.printable(String.valueOf(e.getMessage())));
            return ExitStatus.UNUSABLE;
        }
        terminal.out()
                .println(Style.printable(file) + ": " + Counted.of(snapshot.nodes(), "node") + ", "
                        + Counted.of(snapshot.pods(), "pod"));
        return cluster.status(ExitStatus.YES);
    }

    /** What is there and is no stored snapshot was written by someone else, and may be an input. */
    private void requireReplaceable(Path path) {
        if (file.equals(Inputs.STDIN)) {
            throw new ParameterException(spec.commandLine(), "--out: - (expected: a file)");
        }
        if (!Files.isRegularFile(path)) {
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(BEGINNING);
            if (begin.length > 0 && !SnapshotReader.isOne(begin)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--out: " + file
                                + " is there, and no stored snapshot (expected: a new file, or one to replace)");
            }
        } catch (IOException e) {
            // Whether it can be written is found out there.
        }
    }
}
