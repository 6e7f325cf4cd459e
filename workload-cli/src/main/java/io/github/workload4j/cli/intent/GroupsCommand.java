package io.github.workload4j.cli.intent;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.InputOptions;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.OtherKinds;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ProblemText;
import io.github.workload4j.cli.input.ReleaseOption;
import io.github.workload4j.cli.input.TargetVersion;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code workload groups}: what groups the inputs mean. */
@Command(
        name = "groups",
        description = "Shows what Jobs, JobSets, RayClusters and other objects mean in groups: pods by role, how many"
                + " are needed at once, where, in which order, and what groups cannot say.",
        mixinStandardHelpOptions = true)
public final class GroupsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Option(
            names = "--reading",
            paramLabel = "unit|declared",
            converter = Mode.class,
            description = "unit: what the gang integrations of a kind take as one unit. declared: only what the object"
                    + " itself says (default: unit).")
    private ReadingMode mode = ReadingMode.UNIT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|yaml",
            converter = Form.OfReading.class,
            description = "Form of the result. yaml: the Workloads, groups and pods that controllers would make"
                    + " (default: text).")
    private Form form = Form.TEXT;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            converter = TargetVersion.class,
            description =
                    "With -o yaml: the version of the groups, such as v1alpha3 (default: the newest that the release"
                            + " serves).")
    private @Nullable ApiVersion to;

    private final Terminal terminal;
    private final IntentReader reader = new IntentReader();
    private final List<ApiObject> objects = new ArrayList<>();
    private final Map<SourceObject, String> files = new HashMap<>();
    private final OtherKinds otherKinds = new OtherKinds();
    private int errors;

    public GroupsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reads the words of a mode. */
    static final class Mode implements ITypeConverter<ReadingMode> {
        @Override
        public ReadingMode convert(String word) {
            return Stream.of(ReadingMode.values())
                    .filter(mode -> mode.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("`" + word + "` is no reading (expected: unit or declared)"));
        }
    }

    @Override
    public Integer call() throws IOException {
        inputs.requireUsable(spec, List.of());
        Inputs reading = new Inputs(terminal, new Progress(terminal));
        reading.read(inputs.files(), ManifestReader.lenient(), this::add);
        otherKinds.warning().ifPresent(warning -> terminal.err().println("warning: " + Style.printable(warning)));
        AnswerRelease answered = release();
        KubernetesRelease meant = answered.release();
        List<Reading> readings = reader.readings(mode, meant);
        List<Reading> shown = new ArrayList<>(readings);
        shown.addAll(reader.groups(mode, meant));
        if (form == Form.JSON) {
            ReadingJson.write(shown, files, otherKinds.kinds(), answered, terminal.out());
        } else if (form == Form.YAML) {
            new MeantManifests(readings, objects, meant, terminal).write(to);
        } else {
            new ReadingText(terminal.out(), terminal.style()).write(shown, files);
            passedOver().forEach(terminal.out()::println);
            ReleaseText.lines(List.of(answered)).forEach(terminal.out()::println);
        }
        boolean isWhole = readings.stream()
                .allMatch(each -> each.isWhole() && each.faults().isEmpty());
        return reading.hasUnreadable() ? ExitStatus.UNUSABLE : errors == 0 && isWhole ? ExitStatus.YES : ExitStatus.NO;
    }

    private List<String> passedOver() {
        List<String> kinds = new ArrayList<>();
        otherKinds.kinds().forEach((kind, objects) -> kinds.add(Style.printable(kind) + " (" + objects + ")"));
        return kinds.isEmpty() ? List.of() : Lines.wrapped("passed over: " + Counted.all(kinds), " ", "");
    }

    private AnswerRelease release() {
        Optional<KubernetesRelease> given = release.setup().release();
        if (given.isPresent()) {
            return new AnswerRelease(given.get(), AnswerRelease.Source.GIVEN);
        }
        return ReleaseOption.ofKubelets(objects)
                .filter(kubelets -> kubelets.newestVersionOf("PodGroup").isPresent())
                .map(kubelets -> new AnswerRelease(kubelets, AnswerRelease.Source.KUBELETS))
                .orElseGet(() -> new AnswerRelease(KubernetesRelease.newestFinal(), AnswerRelease.Source.NEWEST));
    }

    private void add(String file, Document document) {
        otherKinds.take(document);
        if (document instanceof Undecodable undecodable) {
            errors++;
            undecodable
                    .faults()
                    .forEach(fault -> ProblemText.print(
                            terminal.err(),
                            terminal.errorStyle(),
                            "error",
                            file,
                            document.line(),
                            Problem.of(document, fault)));
            return;
        }
        SourceObject object = reader.add(document);
        files.putIfAbsent(object, file);
        List<String> others = IntentReader.otherVersions(document.apiVersion(), document.kind());
        if (!others.isEmpty()) {
            terminal.err()
                    .println(Style.printable("warning: " + object + " is of " + document.apiVersion()
                            + ", which is not read (expected: " + String.join(" or ", others) + ")"));
        }
        if (document instanceof Decoded decoded) {
            objects.add(decoded.object());
        }
    }
}
