package io.github.workload4j.examples.command;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.FeatureGates;
import io.github.workload4j.policy.ManifestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        description = "Says whether the API server would accept manifests: every fault of every document, with its place.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private static final Set<String> CLUSTER_WIDE = Set.of("Node", "Namespace", "PriorityClass");

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--old",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The stored objects, in the order of the new ones: the rules of an update apply.")
    private List<String> old = new ArrayList<>();

    @Option(names = "--status", description = "With --old: it is the status that is updated.")
    private boolean status;

    @Option(
            names = "--feature-gates",
            paramLabel = "A,B",
            description = "Exactly these gates are on; an empty value turns all off (default: every known gate is on).")
    private @Nullable String featureGates;

    @ArgGroup
    private DefaultNamespace defaultNamespace = new DefaultNamespace();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            converter = Form.OfVerdict.class,
            description = "Form of the result (default: text).")
    private Form form = Form.TEXT;

    private final Terminal terminal;

    ValidateCommand(Terminal terminal) {
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
        inputs.requireOneStdin(spec, old);
        ManifestRules rules = rules();
        Inputs reading = new Inputs(terminal, new Progress(terminal));
        StoredObjects stored = old.isEmpty() ? null : StoredObjects.read(old, reading);
        List<Finding> findings = new ArrayList<>();
        reading.read(inputs.files(), ManifestReader.strict(), (file, document) ->
                findings.add(find(file, document, rules, stored)));
        if (form == Form.JSON) {
            ValidateJson.write(findings, terminal.out());
        } else {
            ValidateText.write(findings, terminal.out(), terminal.style());
        }
        if (stored != null && stored.reportUnmatched(terminal.err()) || reading.hasUnreadable()) {
            return ExitStatus.UNUSABLE;
        }
        boolean bad = findings.stream().anyMatch(finding -> !finding.errors().isEmpty());
        return bad ? ExitStatus.NO : ExitStatus.YES;
    }

    private ManifestRules rules() {
        if (status && old.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--status without --old (expected: the stored objects)");
        }
        if (!defaultNamespace.name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new ParameterException(spec.commandLine(), "--default-namespace: `" + defaultNamespace.name
                    + "` is no name of a namespace (expected: at most 63 of a-z, 0-9 and -, such as team-a)");
        }
        ManifestRules rules = ManifestRules.standard().withNamespaceRequired(defaultNamespace.none);
        if (featureGates == null) {
            return rules;
        }
        try {
            List<String> words = Stream.of(featureGates.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
            return rules.withFeatureGates(FeatureGates.of(words));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--feature-gates: " + e.getMessage());
        }
    }

    private Finding find(String file, Document document, ManifestRules rules, @Nullable StoredObjects stored) {
        Optional<ApiObject> storedObject = stored == null ? Optional.empty() : stored.next(file, document);
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
        List<Violation> violations = check(rules, storedObject.orElse(null), object);
        return Finding.decoded(
                file,
                document,
                namespaceOf(object),
                problems(document, violations),
                problems(document, dropped(rules, violations, storedObject.orElse(null), object)));
    }

    private List<Violation> check(ManifestRules rules, @Nullable ApiObject stored, ApiObject object) {
        if (stored == null) {
            return rules.checkCreate(object);
        }
        return status ? rules.checkStatusUpdate(stored, object) : rules.checkUpdate(stored, object);
    }

    /** What the server would drop without a word because a gate is off: no error, but worth a warning. */
    private List<Violation> dropped(
            ManifestRules rules, List<Violation> violations, @Nullable ApiObject stored, ApiObject object) {
        if (featureGates == null) {
            return List.of();
        }
        List<Violation> dropped = new ArrayList<>(check(rules.withDroppedFieldsForbidden(true), stored, object));
        dropped.removeAll(violations);
        return dropped;
    }

    private static List<Problem> problems(Document document, List<Violation> violations) {
        return violations.stream().map(violation -> Problem.of(document, violation)).toList();
    }

    private String namespaceOf(ApiObject object) {
        String namespace = object.metadata().namespace();
        boolean isFilledIn = namespace.isEmpty() && !defaultNamespace.none && !CLUSTER_WIDE.contains(object.kind());
        return isFilledIn ? defaultNamespace.name : namespace;
    }
}
