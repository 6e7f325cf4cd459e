package io.github.workload4j.cli;

import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        description =
                "Says what would help each group that does not fit: every suggestion alone is enough and was checked. With changes"
                        + " stated (--add, --drain, --request ...), says instead whether the groups fit after all of them.",
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Mixin
    private final FormOption form = new FormOption();

    private final Terminal terminal;

    WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What was found out about one group.
     *
     * @param before the verdict as things are
     * @param after the verdict after the changes stated, or null if none were
     * @param suggestions what would help
     * @param evictions who could leave, or null
     */
    record Found(
            Verdict before,
            @Nullable Verdict after,
            List<Suggestion> suggestions,
            @Nullable Evictions evictions) {

        Verdict last() {
            return after == null ? before : after;
        }
    }

    @Override
    public Integer call() {
        inputs.requireOneStdin(spec, List.of());
        Budget budget = gang.budget(spec);
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = LoadedCluster.read(terminal, inputs, progress);
        ClusterSnapshot changed = changes.apply(cluster.snapshot(), spec);
        Map<GroupRef, Found> found = new LinkedHashMap<>();
        for (GroupRef group : gang.asked(cluster.groups(), cluster.snapshot(), spec)) {
            Found one = find(cluster, changed, group, budget, progress);
            found.putIfAbsent(one.before().about().group(), one);
        }
        progress.done();
        if (form.isJson()) {
            WhatIfJson.write(found.values(), terminal.out());
        } else {
            new WhatIfText(terminal.out(), terminal.style()).write(found.values());
        }
        return cluster.status(
                ExitStatus.of(found.values().stream().map(Found::last).toList()));
    }

    private Found find(
            LoadedCluster cluster, ClusterSnapshot changed, GroupRef group, Budget budget, Progress progress) {
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = cluster.groups();
        progress.begin("asking about " + group);
        Verdict before = Feasibility.answer(snapshot, groups, group, budget);
        if (changes.isAnything()) {
            Groups regrouped = changes.apply(groups, groups.rootOf(group), changed, spec);
            Optional<GroupQuestion> question = GroupQuestion.of(changed, regrouped, group);
            Verdict after = question.isPresent()
                    ? changes.apply(question.get(), spec).answer(budget)
                    : Feasibility.answer(changed, regrouped, group, budget);
            return new Found(before, after, List.of(), null);
        }
        if (!(before instanceof Verdict.Infeasible || before instanceof Verdict.Undetermined)) {
            return new Found(before, null, List.of(), null);
        }
        progress.begin("looking for what would help " + group);
        List<Suggestion> suggestions = new ArrayList<>(NearestFits.of(snapshot, groups, group, budget));
        progress.begin("counting nodes to add for " + group);
        suggestions.addAll(NodesToAdd.of(snapshot, groups, group, budget));
        progress.begin("looking for lower priorities than that of " + group);
        return new Found(
                before,
                null,
                suggestions,
                Evictions.of(snapshot, groups, group, cluster.inputs().disruptionBudgets(), budget)
                        .orElse(null));
    }
}
