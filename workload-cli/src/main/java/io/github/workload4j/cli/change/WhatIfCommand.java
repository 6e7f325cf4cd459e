package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.input.ClusterOptions;
import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.FormOption;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code workload whatif}: what would help groups that do not fit, or what a change would do. */
@Command(
        name = "whatif",
        description = "Says what would help each group that does not fit. Every suggestion is enough by itself, and was"
                + " checked. With changes stated (--add, --drain, --request ...), says instead whether the groups"
                + " fit after all of these changes.",
        mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Mixin
    private final FormOption form = new FormOption();

    private final Terminal terminal;

    public WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What was found out about one group.
     *
     * @param before the verdict as things are
     * @param after the verdict after the changes stated, or null if none were
     * @param suggestions what would help
     * @param evictions who could leave, or null
     * @param notLookedAt what the budget was not enough for, in words
     * @param ignored wishes that the verdicts do not look at
     */
    public record Found(
            Verdict before,
            @Nullable Verdict after,
            List<Suggestion> suggestions,
            @Nullable Evictions evictions,
            List<String> notLookedAt,
            List<IgnoredPreference> ignored) {

        /** {@return the same, as far as the inputs allow it to be said} */
        Found in(LoadedCluster cluster) {
            Doubts doubts = cluster.doubts();
            return new Found(
                    doubts.of(before),
                    after == null ? null : doubts.of(after),
                    suggestions,
                    evictions,
                    notLookedAt,
                    IgnoredPreference.of(
                            cluster.snapshot(), cluster.groups(), before.about().group()));
        }

        Verdict last() {
            return after == null ? before : after;
        }
    }

    @Override
    public Integer call() {
        options.requireUsable(spec, List.of());
        Budget budget = gang.budget(spec);
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = options.read(spec, terminal, null, progress);
        ClusterSnapshot changed = changes.apply(cluster.snapshot(), spec);
        Map<GroupRef, Found> found = new LinkedHashMap<>();
        for (GroupRef group : gang.asked(cluster, spec)) {
            Found one = find(cluster, changed, group, budget, progress).in(cluster);
            found.putIfAbsent(one.before().about().group(), one);
        }
        progress.done();
        if (form.isJson()) {
            WhatIfJson.write(found.values(), cluster, terminal.out());
        } else {
            new WhatIfText(terminal.out(), terminal.style(), cluster).write(found.values());
        }
        return cluster.status(
                ExitStatus.of(found.values().stream().map(Found::last).toList()));
    }

    private Found find(
            LoadedCluster cluster, ClusterSnapshot changed, GroupRef group, Budget budget, Progress progress) {
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = cluster.groups();
        progress.begin("asking about " + group);
        WorkMeter meter = budget.meter();
        Opening opening = Feasibility.open(snapshot, groups, group);
        Verdict before = opening.answer(meter.part(2), Preference.SEARCH);
        if (changes.isAnything()) {
            Groups regrouped = changes.apply(groups, groups.rootOf(group), changed, spec);
            Opening reopened = Feasibility.open(changed, regrouped, group);
            Verdict after = reopened instanceof Opening.Open open
                    ? changes.apply(open.question(), spec).answer(meter)
                    : reopened.answer(meter, Preference.SEARCH);
            return new Found(before, after, List.of(), null, List.of(), List.of());
        }
        if (before.reason().equals(Optional.of(Reason.QUORUM_NOT_REACHED))) {
            return withFewer(snapshot, groups, before, meter);
        }
        if (!(opening instanceof Opening.Open open)) {
            return new Found(before, null, List.of(), null, List.of(), List.of());
        }
        if (before instanceof Verdict.Feasible) {
            Evictions beside = Evictions.beside(
                            open.question(), groups, cluster.inputs().disruptionBudgets(), meter)
                    .orElse(null);
            return new Found(before, null, List.of(), beside, List.of(), List.of());
        }
        GroupQuestion question = open.question();
        progress.begin("looking for what would help " + group);
        NearestFits nearest = NearestFits.of(question, before, meter.part(3));
        progress.begin("counting nodes to add for " + group);
        NodesToAdd nodes = NodesToAdd.of(question, before, meter.part(2));
        progress.begin("looking for lower priorities than that of " + group);
        Evictions evictions = Evictions.of(
                        question, before, groups, cluster.inputs().disruptionBudgets(), meter)
                .orElse(null);
        List<Suggestion> suggestions = new ArrayList<>(nearest.suggestions());
        suggestions.addAll(nodes.suggestions());
        return new Found(before, null, suggestions, evictions, notLookedAt(nearest, nodes, evictions), List.of());
    }

    /** Looks for the minimum with which a group would run that has fewer members than it needs. */
    private static Found withFewer(ClusterSnapshot snapshot, Groups groups, Verdict before, WorkMeter meter) {
        GroupRef root = before.about().group();
        NearestFits fits = Feasibility.open(snapshot, groups.withMinimum(root, 1), root) instanceof Opening.Open least
                ? NearestFits.ofQuorum(least.question(), before.about().minimum(), meter)
                : new NearestFits(List.of(), List.of());
        return new Found(before, null, fits.suggestions(), null, notLookedAt(fits), List.of());
    }

    private static List<String> notLookedAt(NearestFits nearest) {
        List<String> all = new ArrayList<>();
        nearest.notLookedAt()
                .forEach(topic -> all.add(topic.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return all;
    }

    private static List<String> notLookedAt(NearestFits nearest, NodesToAdd nodes, @Nullable Evictions evictions) {
        List<String> all = notLookedAt(nearest);
        nodes.notLookedAt()
                .forEach(node -> all.add("more nodes like " + node.metadata().name()));
        if (evictions != null && !evictions.complete()) {
            all.add("evictions");
        }
        return all;
    }
}
