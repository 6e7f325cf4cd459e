package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.ManifestEditor;
import io.github.workload4j.api.edit.ManifestStream;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.cli.input.GatesOption;
import io.github.workload4j.cli.input.InputOptions;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.ReleaseWord;
import io.github.workload4j.cli.input.TargetVersion;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workload convert}: the same manifests in another version of the API. */
@Command(
        name = "convert",
        description =
                "Writes manifests in another version of the Workload API, all inputs together, and says what is lost."
                        + " Only what must change is changed: other documents, comments and order stay.",
        mixinStandardHelpOptions = true)
public final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            required = true,
            converter = TargetVersion.class,
            description = "Version to write, such as scheduling.k8s.io/v1beta1.")
    private ApiVersion to;

    @Option(
            names = "--release",
            paramLabel = "R",
            converter = ReleaseWord.class,
            description =
                    "Release of Kubernetes to write for, such as 1.38 (default: the newest final release that serves"
                            + " the version).")
    private @Nullable KubernetesRelease release;

    @Option(
            names = "--from-release",
            paramLabel = "R",
            converter = ReleaseWord.class,
            description =
                    "Release of Kubernetes that the inputs are for (default: for each object the newest final release"
                            + " that serves its version).")
    private @Nullable KubernetesRelease fromRelease;

    @Mixin
    private final GatesOption gates = new GatesOption();

    @Option(
            names = "--report",
            paramLabel = "FILE|-",
            description = "Writes what is lost as JSON; with - to standard output, instead of the manifests.")
    private @Nullable String report;

    @Option(names = "--allow-loss", description = "Exits with status 0 even if something is lost.")
    private boolean allowLoss;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            converter = Form.OfManifests.class,
            description = "Form of the manifests (default: yaml).")
    private Form form = Form.YAML;

    @Mixin
    private final ConvertOutput output = new ConvertOutput();

    private final Terminal terminal;

    public ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        inputs.requireUsable(spec, List.of());
        output.requireUsable(spec, inputs.files(), form, report);
        Conversion conversion = conversion();
        ManifestEditor editor = ManifestEditor.of(conversion);
        Inputs reading = new Inputs(terminal, new Progress(terminal));
        List<ManifestStream> streams = new ArrayList<>();
        reading.readBytes(inputs.files(), (file, bytes) -> streams.add(new ManifestStream(file, bytes)));
        Edited edited = editor.edit(streams);
        ConvertFindings findings = new ConvertFindings(edited);
        findings.print(terminal);
        List<LossAt> losses = findings.losses();
        LossText.print(losses, conversion.release(), terminal.err());
        boolean lossy = !allowLoss && losses.stream().anyMatch(LossAt::isLoss);
        boolean written =
                output.write(edited.streams(), lossy || findings.isPartial() || reading.hasUnreadable(), terminal);
        if (output.isStream() && !Inputs.STDIN.equals(report)) {
            if (form == Form.JSON) {
                ConvertOutput.writeJson(edited.streams(), terminal.out());
            } else {
                ConvertOutput.writeYaml(edited.streams(), terminal.out());
            }
        }
        boolean reported = report == null || writeReport(losses, conversion.release(), report);
        if (!written || !reported || reading.hasUnreadable()) {
            return ExitStatus.UNUSABLE;
        }
        return lossy || findings.hasErrors() ? ExitStatus.NO : ExitStatus.YES;
    }

    private Conversion conversion() {
        ClusterSetup setup = release == null ? ClusterSetup.OPEN : ClusterSetup.of(release);
        Conversion conversion = Conversion.to(to);
        try {
            conversion = conversion.forCluster(setup);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--release: " + e.getMessage());
        }
        ClusterSetup gated = gates.set(setup.withRelease(conversion.release()), spec);
        if (gated.gates().isPresent()) {
            conversion = conversion.forCluster(gated);
        }
        return fromRelease == null ? conversion : conversion.fromRelease(fromRelease);
    }

    private boolean writeReport(List<LossAt> losses, KubernetesRelease written, String name) {
        if (name.equals(Inputs.STDIN)) {
            LossJson.write(losses, written, terminal.out());
            return true;
        }
        try (Writer file = Files.newBufferedWriter(Path.of(name))) {
            LossJson.write(losses, written, file);
            return true;
        } catch (IOException | InvalidPathException e) {
            terminal.err()
                    .println("error: " + Style.printable(name) + ": the report cannot be written: "
                            + Style.printable(String.valueOf(e.getMessage())));
            return false;
        }
    }
}
