package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.MeantGroups;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.cli.screen.TimeSpan;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Which groups are asked about, and how much an answer may cost: options of every command that asks whether groups fit.
 */
public final class GangOptions {

    @Option(
            names = "--group",
            paramLabel = "NAME",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description =
                    "Group to ask about: namespace/name, or namespace/workload/podGroup[/replicaKey] for v1alpha1. May"
                            + " be repeated (default: every root group that has a pending member, or no members at"
                            + " all).")
    private List<String> names = new ArrayList<>();

    /**
     * What a person waits for, whichever limit comes first. On most machines that is the steps, so that the answer is
     * the same there.
     */
    private static final Budget USUAL = new Budget(100_000_000, Duration.ofSeconds(10));

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "At most this many steps of work on one group, or on a whole queue. Beyond that the answer is"
                    + " \"undetermined\", the same on every machine (default: 100 million, or as many as --time"
                    + " allows).")
    private @Nullable Long steps;

    @Option(
            names = "--time",
            paramLabel = "D",
            converter = TimeSpan.class,
            description =
                    "Wall-clock time after which work on one group, or on a whole queue, stops, such as 500ms, 10s"
                            + " or 2m (default: 10s; none if --steps is given).")
    private @Nullable Duration time;

    /** {@return what all work on one group, or on a whole queue, may cost} */
    public Budget budget(CommandSpec spec) {
        if (steps == null) {
            return time == null ? USUAL : new Budget(Long.MAX_VALUE, time);
        }
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: " + steps + " (expected: 1 or more)");
        }
        return new Budget(steps, time);
    }

    /** {@return the groups, each once, in the order of the options or of their names} */
    public Set<GroupRef> asked(LoadedCluster cluster, CommandSpec spec) {
        Groups groups = cluster.groups();
        ClusterSnapshot snapshot = cluster.snapshot();
        MeantGroups meant = cluster.inputs().meant();
        boolean isNothingMeant = names.isEmpty()
                && meant.isAny()
                && !meant.hasLeft()
                && !cluster.inputs().hasErrors();
        if (groups.roots(snapshot).isEmpty() && !isNothingMeant) {
            throw new ParameterException(
                    spec.commandLine(),
                    meant.hasLeft() || cluster.inputs().hasErrors()
                            ? "no group in the inputs that could be read; what was wrong or missing is said above"
                            : "no group in the inputs (expected: a Job, a JobSet, a PodGroup or another object that"
                                    + " means pods; `workload groups` says what was read)");
        }
        if (names.isEmpty()) {
            return inPhases(groups.waiting(snapshot), cluster);
        }
        Set<GroupRef> asked = new LinkedHashSet<>();
        for (String name : names) {
            List<GroupRef> named = groups.named(name, snapshot);
            if (named.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--group: there is no group " + name + " (expected: "
                                + String.join(
                                        ", ",
                                        groups.roots(snapshot).stream()
                                                .map(GroupRef::toString)
                                                .limit(10)
                                                .toList())
                                + (groups.roots(snapshot).size() > 10 ? ", ..." : "") + ")");
            }
            asked.addAll(named);
        }
        return asked;
    }

    /** Groups whose pods come after those of others, after those. */
    private static Set<GroupRef> inPhases(List<GroupRef> groups, LoadedCluster cluster) {
        List<GroupRef> ordered = new ArrayList<>(groups);
        ordered.sort(Comparator.comparingInt(
                group -> cluster.inputs().meant().phase(cluster.groups().rootOf(group))));
        return new LinkedHashSet<>(ordered);
    }
}
