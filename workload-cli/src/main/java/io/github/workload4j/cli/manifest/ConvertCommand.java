package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.cli.input.InputOptions;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Style;
import io.github.workload4j.cli.screen.Terminal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                "Writes manifests in another version of the Workload API, all inputs together, and says what is lost.",
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
            description = "Version to write, such as scheduling.k8s.io/v1beta1.")
    private String to = "";

    @Option(
            names = "--release",
            paramLabel = "R",
            description = "Release of Kubernetes to write for, such as 1.38 (default: the newest final release that serves"
                    + " the version).")
    private @Nullable String release;

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

    private final Terminal terminal;

    public ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        inputs.requireUsable(spec, List.of());
        ApiVersion version = version();
        Inputs reading = new Inputs(terminal, new Progress(terminal));
        ConvertInputs manifests = new ConvertInputs(terminal);
        reading.read(inputs.files(), ManifestReader.strict(), manifests::add);
        Converted converted = conversion(version).takingObjectsAsWhole().convert(manifests.objects());
        List<LossAt> losses = manifests.losses(converted);
        LossText.print(losses, terminal.err());
        if (!Inputs.STDIN.equals(report)) {
            ManifestWriter writer = form == Form.JSON ? ManifestWriter.json() : ManifestWriter.yaml();
            writer.write(converted.objects(), terminal.out());
        }
        boolean reported = report == null || writeReport(losses, report);
        if (!reported || reading.hasUnreadable()) {
            return ExitStatus.UNUSABLE;
        }
        boolean lossy = !allowLoss && losses.stream().anyMatch(LossAt::isLoss);
        return lossy || manifests.hasErrors() ? ExitStatus.NO : ExitStatus.YES;
    }

    private Conversion conversion(ApiVersion version) {
        try {
            Conversion conversion = Conversion.to(version);
            return release == null ? conversion : conversion.forRelease(KubernetesRelease.parse(release));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--release: " + e.getMessage());
        }
    }

    private ApiVersion version() {
        return Stream.of(ApiVersion.values())
                .filter(version ->
                        version.groupVersion().equals(to) || version.version().equals(to))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--to: there is no version `" + to + "` (expected: "
                                + Stream.of(ApiVersion.values())
                                        .map(ApiVersion::groupVersion)
                                        .collect(Collectors.joining(", "))
                                + ")"));
    }

    private boolean writeReport(List<LossAt> losses, String name) {
        if (name.equals(Inputs.STDIN)) {
            LossJson.write(losses, terminal.out());
            return true;
        }
        try (Writer file = Files.newBufferedWriter(Path.of(name))) {
            LossJson.write(losses, file);
            return true;
        } catch (IOException | InvalidPathException e) {
            terminal.err()
                    .println("error: " + Style.printable(name) + ": the report cannot be written: "
                            + Style.printable(String.valueOf(e.getMessage())));
            return false;
        }
    }
}
