package io.github.workload4j.examples.command;

import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workload check}: would these groups fit this cluster? */
@Command(
        name = "check",
        description = "Says whether groups fit a cluster, and where their pods go, or why there is no way. All inputs together are one"
                + " snapshot: nodes, pods (with a node name: placed; without: pending), and groups.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Group to ask about: namespace/name, or namespace/workload/podGroup[/replicaKey] for v1alpha1. May be repeated"
                    + " (default: every root group that has a pending member, or none at all).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Most steps of the search for one group; beyond that the answer is \"undetermined\", the same on every machine"
                    + " (default: 20 million).")
    private long steps = Budget.DEFAULT.steps();

    @Option(
            names = "--time",
            paramLabel = "D",
            converter = TimeSpan.class,
            description = "Wall-clock time after which the search for one group stops, such as 500ms, 10s or 2m (default: none).")
    private @Nullable Duration time;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            converter = Form.OfVerdict.class,
            description = "Form of the result (default: text).")
    private Form form = Form.TEXT;

    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        inputs.requireOneStdin(spec, List.of());
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: " + steps + " (expected: 1 or more)");
        }
        Progress progress = new Progress(terminal);
        Inputs reading = new Inputs(terminal, progress);
        ClusterInputs cluster = new ClusterInputs(terminal.err());
        reading.read(inputs.files(), ManifestReader.strict(), cluster::add);
        cluster.reportWhole();
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = cluster.groups();
        Set<GroupRef> asked = asked(groups, snapshot);
        List<Answered> answers = answers(snapshot, groups, asked, new AnswerCheck(cluster.replay()), progress);
        if (form == Form.JSON) {
            CheckJson.write(answers, terminal.out());
        } else {
            new CheckText(terminal.out(), terminal.style(), snapshot, cluster).write(answers);
        }
        if (reading.hasUnreadable()) {
            return ExitStatus.UNUSABLE;
        }
        return cluster.hasErrors() ? ExitStatus.NO : status(answers);
    }

    private Set<GroupRef> asked(Groups groups, ClusterSnapshot snapshot) {
        if (groups.roots(snapshot).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no group in the inputs (expected: a Workload of v1alpha1, a PodGroup or a CompositePodGroup)");
        }
        if (names.isEmpty()) {
            return new LinkedHashSet<>(groups.waiting(snapshot));
        }
        Set<GroupRef> asked = new LinkedHashSet<>();
        for (String name : names) {
            List<GroupRef> named = groups.named(name, snapshot);
            if (named.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--group: there is no group " + name + " (expected: "
                        + String.join(", ", groups.roots(snapshot).stream().map(GroupRef::toString).limit(10).toList())
                        + (groups.roots(snapshot).size() > 10 ? ", ..." : "") + ")");
            }
            asked.addAll(named);
        }
        return asked;
    }

    private List<Answered> answers(
            ClusterSnapshot snapshot, Groups groups, Set<GroupRef> asked, AnswerCheck check, Progress progress) {
        Budget budget = new Budget(steps, time);
        Map<GroupRef, Answered> answers = new LinkedHashMap<>();
        for (GroupRef group : asked) {
            progress.begin("asking about " + group);
            long start = System.nanoTime();
            Verdict verdict = Feasibility.answer(snapshot, groups, group, budget);
            long nanos = System.nanoTime() - start;
            answers.putIfAbsent(verdict.about().group(), new Answered(believed(verdict, check), nanos));
        }
        progress.done();
        return List.copyOf(answers.values());
    }

    /** An answer with which the checker does not agree is no answer. */
    private Verdict believed(Verdict verdict, AnswerCheck check) {
        Optional<String> objection = check.objectionTo(verdict);
        if (objection.isEmpty()) {
            return verdict;
        }
        terminal.err().println("error: " + verdict.about().group() + ": the checker refuses the answer `" + verdict.word() + "`: "
                + objection.get() + "; this is a defect of the library");
        return new Verdict.Undetermined(verdict.about(), 0, verdict.about().members().pending(), verdict.steps());
    }

    private static int status(List<Answered> answers) {
        boolean undetermined = false;
        for (Answered answered : answers) {
            Verdict verdict = answered.verdict();
            if (verdict instanceof Verdict.Infeasible || verdict instanceof Verdict.Gated || verdict instanceof Verdict.Errored) {
                return ExitStatus.NO;
            }
            undetermined |= verdict instanceof Verdict.Undetermined;
        }
        return undetermined ? ExitStatus.UNDETERMINED : ExitStatus.YES;
    }
}
