package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.InputOptions;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ServerRules;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.policy.ServerWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workload validate}: would the API server accept these manifests? */
@Command(
        name = "validate",
        description =
                "Says whether the API server would accept manifests, and lists every fault of every document at its"
                        + " place.",
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

    private static final Set<String> CLUSTER_WIDE = Set.of("Node", "Namespace", "PriorityClass");

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--old",
            paramLabel = "FILE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "The stored objects, in the order of the new ones. The rules of an update then apply.")
    private List<String> old = new ArrayList<>();

    @Option(names = "--status", description = "With --old: the update is one of the status.")
    private boolean status;

    @Option(
            names = "--feature-gates",
            paramLabel = "A,B",
            description =
                    "Turns on exactly these gates; an empty value turns all off (default: every known gate is on).")
    private @Nullable String featureGates;

    @Option(
            names = "--lint",
            description = "Also warns of what is valid but almost surely wrong, looking at all inputs together.")
    private boolean lint;

    @ArgGroup
    private DefaultNamespace defaultNamespace = new DefaultNamespace();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|junit|sarif|github",
            converter = Form.OfValidation.class,
            description = "Form of the result (default: text).")
    private Form form = Form.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "As text, prints errors and nothing else.")
    private boolean quiet;

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning|never",
            converter = FailOnFinding.Converter.class,
            description = "From what on the exit status is 1 (default: error).")
    private FailOnFinding failOn = FailOnFinding.ERROR;

    private final Terminal terminal;

    public ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a missing namespace means. */
    private static final class DefaultNamespace {

        @Option(
                names = "--default-namespace",
                paramLabel = "NS",
                description = "Namespace of objects that name none (default: default).")
        private String name = "default";

        @Option(names = "--no-default-namespace", description = "A missing namespace is an error.")
        private boolean none;
    }

    @Override
    public Integer call() {
        inputs.requireUsable(spec, old);
        ServerRules rules = rules();
        Inputs reading = new Inputs(terminal, new Progress(terminal));
        StoredObjects stored = old.isEmpty() ? null : StoredObjects.read(old, reading);
        List<Finding> findings = new ArrayList<>();
        LintedStream linted = new LintedStream();
        reading.read(inputs.files(), ManifestReader.strict(), (file, document) -> {
            if (lint) {
                linted.add(findings.size(), document);
            }
            findings.add(find(file, document, rules, stored));
        });
        linted.warn(findings);
        write(findings, reading.unread());
        if (stored != null && stored.reportUnmatched(terminal.err()) || reading.hasUnreadable()) {
            return ExitStatus.UNUSABLE;
        }
        return failOn.isMet(findings) ? ExitStatus.NO : ExitStatus.YES;
    }

    private void write(List<Finding> findings, List<Unread> unread) {
        switch (form) {
            case JSON -> ValidateJson.write(findings, terminal.out());
            case JUNIT -> JUnitReport.write(findings, unread, terminal.out());
            case SARIF -> SarifReport.write(findings, unread, terminal.out());
            case GITHUB -> GitHubReport.write(findings, unread, terminal.out());
            default -> ValidateText.write(findings, quiet, terminal.out(), terminal.style());
        }
    }

    private ServerRules rules() {
        if (status && old.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--status without --old (expected: the stored objects)");
        }
        if (!defaultNamespace.name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--default-namespace: `" + defaultNamespace.name
                            + "` is no name of a namespace (expected: at most 63 of a-z, 0-9 and -, such as team-a)");
        }
        return ServerRules.of(setup(), defaultNamespace.none, status);
    }

    private ClusterSetup setup() {
        if (featureGates == null) {
            return ClusterSetup.OPEN;
        }
        try {
            return ClusterSetup.OPEN.withFeatureGates(FeatureGates.parse(featureGates));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--feature-gates: " + e.getMessage());
        }
    }

    private Finding find(String file, Document document, ServerRules rules, @Nullable StoredObjects stored) {
        ApiObject storedObject =
                stored == null ? null : stored.next(file, document).orElse(null);
        if (document instanceof Undecodable undecodable) {
            List<Problem> faults = undecodable.faults().stream()
                    .map(fault -> Problem.of(document, fault))
                    .toList();
            return Finding.undecodable(file, document, undecodable.stage().label(), faults);
        }
        if (document instanceof Skipped skipped) {
            return Finding.skipped(file, document, skipped.reason());
        }
        ApiObject object = ((Decoded) document).object();
        List<Problem> warnings = new ArrayList<>(
                featureGates == null ? List.of() : dropped(document, rules.dropped(storedObject, object)));
        problems(document, ServerWarnings.of(object))
                .forEach(problem -> warnings.add(problem.saying(problem.detail())));
        return Finding.decoded(
                file,
                document,
                namespaceOf(object),
                problems(document, rules.violations(storedObject, object)),
                warnings);
    }

    private static List<Problem> problems(Document document, List<Violation> violations) {
        return violations.stream()
                .map(violation -> Problem.of(document, violation))
                .sorted(Problem.IN_DOCUMENT_ORDER)
                .toList();
    }

    private static List<Problem> dropped(Document document, List<Violation> violations) {
        return problems(document, violations).stream()
                .map(problem -> problem.saying("the server drops this field, because its feature gate is off"))
                .toList();
    }

    private String namespaceOf(ApiObject object) {
        String namespace = object.metadata().namespace();
        boolean isFilledIn = namespace.isEmpty() && !defaultNamespace.none && !CLUSTER_WIDE.contains(object.kind());
        return isFilledIn ? defaultNamespace.name : namespace;
    }
}
