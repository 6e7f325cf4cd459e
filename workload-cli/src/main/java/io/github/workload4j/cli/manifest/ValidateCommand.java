package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.InputOptions;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ServerOptions;
import io.github.workload4j.cli.input.ServerRules;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.policy.DroppedField;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.ServerWarnings;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.server.ServerAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workload validate}: would the API server of a release accept these manifests? */
@Command(
        name = "validate",
        description = "Says whether the API server of a release would accept manifests, and lists every fault of every"
                + " document at its place.",
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

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--no-defaults",
            description = "Judges objects as they stand, without what the server fills in first.")
    private boolean noDefaults;

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
        linted.warn(findings, server.namesRelease() ? server.setup(spec) : null);
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
        ServerRules rules = ServerRules.of(server.setup(spec), defaultNamespace.none, status);
        return noDefaults ? rules.withoutDefaults() : rules;
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
            return TemplateRules.find(file, skipped, rules);
        }
        ApiObject object = ((Decoded) document).object();
        if (object instanceof SchedulingObject) {
            server.requireGatesOf(rules.releaseOf(object), spec);
        }
        List<Violation> violations = rules.violations(storedObject, object);
        ServerAnswer answer = rules.answer(storedObject, object);
        List<Problem> warnings = new ArrayList<>(dropped(document, answer.dropped()));
        problems(document, ServerWarnings.of(object))
                .forEach(problem -> warnings.add(problem.saying(problem.detail())));
        if (lint && storedObject != null) {
            Lints.ofUpdate(storedObject, object, server.setup(spec))
                    .forEach(warning -> warnings.add(Problem.of(document, warning)));
        }
        boolean differs = !answer.dropped().isEmpty() || !places(violations).equals(places(answer.violations()));
        return Finding.decoded(
                file,
                document,
                namespaceOf(object),
                problems(document, violations),
                List.copyOf(warnings),
                rules.releaseOf(object),
                differs ? answer : null);
    }

    private static Set<String> places(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.type() + " " + violation.path())
                .collect(Collectors.toSet());
    }

    private static List<Problem> problems(Document document, List<Violation> violations) {
        return violations.stream()
                .map(violation -> Problem.of(document, violation))
                .sorted(Problem.IN_DOCUMENT_ORDER)
                .toList();
    }

    private static List<Problem> dropped(Document document, List<DroppedField> fields) {
        return fields.stream()
                .map(field -> Problem.of(
                                document,
                                new Violation(field.path(), Violation.Type.FORBIDDEN, "", "", Rule.D_9.id(), ""))
                        .saying("the server drops this field without a word, because the feature gate "
                                + field.gate().word() + " is off"))
                .sorted(Problem.IN_DOCUMENT_ORDER)
                .toList();
    }

    private String namespaceOf(ApiObject object) {
        String namespace = object.metadata().namespace();
        boolean isFilledIn = namespace.isEmpty() && !defaultNamespace.none && !CLUSTER_WIDE.contains(object.kind());
        return isFilledIn ? defaultNamespace.name : namespace;
    }
}
