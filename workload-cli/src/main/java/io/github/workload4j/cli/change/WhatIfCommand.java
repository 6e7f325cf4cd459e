package io.github.workload4j.cli.change;

import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.cli.answer.EarlierPhases;
import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.picture.Picture;
import io.github.workload4j.cli.picture.view.Addition;
import io.github.workload4j.cli.picture.view.Told;
import io.github.workload4j.cli.purchase.CatalogueOption;
import io.github.workload4j.cli.purchase.Purchase;
import io.github.workload4j.cli.purchase.PurchaseText;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.purchase.NodeOffer;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.whatif.EarliestStart;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.MovesText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code workload whatif}: what would help groups that do not fit, or what a change would do. */
@Command(
        name = "whatif",
        description = "Says what would help each group that does not fit. Every suggestion is enough by itself, and was"
                + " checked. With changes stated (--add, --drain, --request ...), says instead whether the groups"
                + " fit after all of these changes.",
        mixinStandardHelpOptions = true)
public final class WhatIfCommand extends ClusterCommand {

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|svg|html",
            converter = Form.OfAnswer.class,
            description =
                    "Form of the result. svg is a picture of the cluster once pods are moved or, with --catalogue,"
                            + " nodes bought, html the same with tables; neither of changes stated (default: text).")
    private Form form = Form.TEXT;

    public WhatIfCommand(Terminal terminal) {
        super(terminal);
    }

    /**
     * What was found out about one group.
     *
     * @param before the verdict as things are
     * @param beside of a group whose pods come after those of others: the verdict beside those, as they were placed;
     *     what follows is about that one; null if there are none, or they have no place
     * @param after the verdict after the changes stated, or null if none were
     * @param suggestions what would help
     * @param evictions who could leave, or null
     * @param repair which running pods to move, or null
     * @param notLookedAt what the budget was not enough for, in words
     * @param ignored wishes that the verdicts do not look at
     * @param purchase what to buy, or null if there is no catalogue, or the group may not be tried
     * @param question the question that all this is about, or null if the group may not be tried
     */
    public record Found(
            Verdict before,
            @Nullable Verdict beside,
            @Nullable Verdict after,
            List<Suggestion> suggestions,
            @Nullable Evictions evictions,
            @Nullable FewestMoves repair,
            List<String> notLookedAt,
            List<IgnoredPreference> ignored,
            @Nullable Purchase purchase,
            @Nullable GroupQuestion question) {

        /** {@return the same, as far as the inputs allow it to be said} */
        Found in(LoadedCluster cluster) {
            Doubts doubts = cluster.doubts();
            return new Found(
                    doubts.of(before),
                    beside == null ? null : doubts.of(beside),
                    after == null ? null : doubts.of(after),
                    suggestions,
                    evictions,
                    repair,
                    notLookedAt,
                    IgnoredPreference.of(
                            cluster.snapshot(), cluster.groups(), before.about().group()),
                    purchase,
                    question);
        }

        /** {@return the verdict that the suggestions are about} */
        Verdict now() {
            return beside == null ? before : beside;
        }

        Verdict last() {
            return after == null ? now() : after;
        }

        /** {@return the verdict that counts: beside others nothing is proved, since those could be elsewhere} */
        Verdict counted() {
            return after == null ? before : after;
        }

        boolean depends() {
            return after == null && !(now() instanceof Verdict.Feasible);
        }

        private Found alone(Verdict alone) {
            return new Found(
                    alone, beside, after, suggestions, evictions, repair, notLookedAt, ignored, purchase, question);
        }

        private Found after(Verdict changed) {
            return new Found(
                    before, beside, changed, suggestions, evictions, repair, notLookedAt, ignored, purchase, question);
        }

        private Found with(List<Suggestion> suggested, @Nullable Evictions leaving, List<String> open) {
            return new Found(before, beside, after, suggested, leaving, repair, open, ignored, purchase, question);
        }

        private Found with(FewestMoves moves) {
            return new Found(
                    before, beside, after, suggestions, evictions, moves, notLookedAt, ignored, purchase, question);
        }

        private Found with(Purchase bought) {
            return new Found(
                    before, beside, after, suggestions, evictions, repair, notLookedAt, ignored, bought, question);
        }

        private Found with(GroupQuestion asked) {
            return new Found(
                    before, beside, after, suggestions, evictions, repair, notLookedAt, ignored, purchase, asked);
        }
    }

    @Override
    public Integer call() {
        options.requireUsable(spec, List.of());
        if ((form == Form.SVG || form == Form.HTML) && changes.isAnything()) {
            throw new ParameterException(spec.commandLine(), "--output: no picture of changes that are stated");
        }
        Budget budget = gang.budget(spec);
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = options.read(spec, terminal, null, progress);
        changes.ends().lookIn(cluster.inputs());
        ClusterSnapshot changed = changes.apply(cluster.snapshot(), spec);
        EarlierPhases earlier = new EarlierPhases(cluster, cluster.snapshot());
        EarlierPhases earlierThen = new EarlierPhases(cluster, changed);
        List<NodeOffer> offers = catalogue.offers();
        Map<GroupRef, Found> found = new LinkedHashMap<>();
        for (GroupRef group : gang.asked(cluster, spec)) {
            WorkMeter meter = budget.meter();
            GroupRef root = cluster.groups().rootOf(group);
            ClusterSnapshot beside = earlier.before(root, meter);
            ClusterSnapshot then = changes.takesPodsAway()
                    ? earlierThen.before(root, meter)
                    : beside == null ? null : changes.apply(beside, spec);
            Found one = find(cluster, beside, then == null ? changed : then, group, offers, meter, progress)
                    .in(cluster);
            found.putIfAbsent(one.before().about().group(), one);
        }
        Purchase together =
                catalogue.isAsked() && found.size() > 1 ? together(cluster, found, offers, budget, progress) : null;
        progress.done();
        if (form == Form.JSON) {
            WhatIfJson.write(found.values(), together, cluster, terminal.out());
        } else if (form == Form.SVG || form == Form.HTML) {
            draw(found.values(), together, cluster);
        } else {
            new WhatIfText(terminal.out(), terminal.style(), cluster).write(found.values(), together);
        }
        int status = ExitStatus.of(found.values().stream().map(Found::counted).toList());
        boolean depends = found.values().stream().anyMatch(Found::depends);
        return cluster.status(depends && status == ExitStatus.YES ? ExitStatus.DEPENDS : status);
    }

    /**
     * Draws what fits with the nodes that are bought, all groups together, if that was looked for, and each alone; or
     * what fits once pods are moved.
     */
    private void draw(Collection<Found> all, @Nullable Purchase together, LoadedCluster cluster) {
        List<Told> told = new ArrayList<>();
        if (together != null && together.helps()) {
            told.add(told(together, together.found().then().orElseThrow()));
        }
        all.forEach(found -> told.add(found.purchase() == null ? told(found) : told(found.purchase(), found.now())));
        Picture.of(told, cluster.snapshot().nodes()).draw(form == Form.SVG, terminal.out());
    }

    private static Told told(Found found) {
        FewestMoves repair = found.repair();
        GroupQuestion question = found.question();
        if (question == null || repair == null || repair.moves().isEmpty()) {
            return new Told(found.now(), question, null, null, null);
        }
        return new Told(
                repair.then().orElseThrow(),
                question.on(repair.after(question.snapshot())),
                null,
                null,
                new Addition(
                        Counted.of(repair.moves().size(), "pod") + " moved", MovesText.sentences(repair), Set.of()));
    }

    private static Told told(Purchase purchase, Verdict now) {
        return purchase.found()
                .then()
                .map(then -> new Told(then, purchase.then(), null, null, PurchaseText.addition(purchase)))
                .orElseGet(() -> new Told(now, purchase.question(), null, null, null));
    }

    /** Looks for what to buy for all groups that may be tried, at once; null if that is one, or they fit. */
    private @Nullable Purchase together(
            LoadedCluster cluster,
            Map<GroupRef, Found> found,
            List<NodeOffer> offers,
            Budget budget,
            Progress progress) {
        List<GroupRef> open = found.entrySet().stream()
                .filter(each -> each.getValue().before() instanceof Verdict.Feasible
                        || each.getValue().purchase() != null)
                .map(Map.Entry::getKey)
                .toList();
        GroupQuestion all = GroupQuestion.together(cluster.snapshot(), cluster.groups(), open, open.size())
                .orElse(null);
        if (open.size() < 2 || all == null) {
            return null;
        }
        progress.begin("looking for the cheapest nodes for all groups");
        WorkMeter meter = budget.meter();
        Verdict now = all.answer(meter.part(2));
        Purchase bought = catalogue.purchase(all, now, offers, meter);
        return bought.found().then().isPresent() && !bought.helps() ? null : bought;
    }

    /**
     * Looks at one group.
     *
     * @param beside the cluster with the groups that come before it, as they were placed; null if there are none
     * @param changed the cluster, or that one, after the changes stated
     */
    private Found find(
            LoadedCluster cluster,
            @Nullable ClusterSnapshot beside,
            ClusterSnapshot changed,
            GroupRef group,
            List<NodeOffer> offers,
            WorkMeter meter,
            Progress progress) {
        Groups groups = cluster.groups();
        progress.begin("asking about " + group);
        Opening opening = Feasibility.open(beside == null ? cluster.snapshot() : beside, groups, group);
        Verdict now = opening.answer(meter.part(2), Preference.SEARCH);
        Found found = new Found(
                now, beside == null ? null : now, null, List.of(), null, null, List.of(), List.of(), null, null);
        if (beside != null && !(now instanceof Verdict.Feasible)) {
            found = found.alone(
                    Feasibility.open(cluster.snapshot(), groups, group).answer(meter.part(2), Preference.SEARCH));
        }
        if (changes.isAnything()) {
            Groups regrouped = changes.apply(groups, groups.rootOf(group), changed, spec);
            Opening reopened = Feasibility.open(changed, regrouped, group);
            return found.after(
                    reopened instanceof Opening.Open open
                            ? changes.apply(open.question(), spec).answer(meter)
                            : reopened.answer(meter, Preference.SEARCH));
        }
        if (now.reason().equals(Optional.of(Reason.QUORUM_NOT_REACHED))) {
            return withFewer(beside == null ? cluster.snapshot() : beside, groups, found, meter);
        }
        if (!(opening instanceof Opening.Open open)) {
            return found;
        }
        GroupQuestion question = open.question();
        found = found.with(question);
        if (catalogue.isAsked()) {
            progress.begin("looking for the cheapest nodes for " + group);
            found = found.with(catalogue.purchase(question, now, offers, meter.part(2)));
        }
        List<PodDisruptionBudget> budgets = cluster.inputs().disruptionBudgets();
        if (now instanceof Verdict.Feasible) {
            Evictions others =
                    Evictions.beside(question, groups, budgets, meter).orElse(null);
            return found.with(List.of(), others, List.of());
        }
        progress.begin("looking for what would help " + group);
        NearestFits nearest = NearestFits.of(question, now, meter.part(4));
        progress.begin("counting nodes to add for " + group);
        NodesToAdd nodes = NodesToAdd.of(question, now, meter.part(3));
        progress.begin("looking for pods that end before " + group + " fits");
        EarliestStart start =
                EarliestStart.of(question, now, pod -> changes.ends().end(pod, spec), meter.part(2));
        progress.begin("looking for pods to move for " + group);
        found = found.with(FewestMoves.of(question, now, groups, budgets, meter.part(2)));
        progress.begin("looking for lower priorities than that of " + group);
        Evictions evictions =
                Evictions.of(question, now, groups, budgets, meter).orElse(null);
        List<Suggestion> suggestions = new ArrayList<>(nearest.suggestions());
        suggestions.addAll(nodes.suggestions());
        start.waiting().ifPresent(suggestions::add);
        List<String> notLookedAt = notLookedAt(nearest, nodes, evictions);
        if (!start.complete()) {
            notLookedAt.add("pods that end");
        }
        return found.with(suggestions, evictions, notLookedAt);
    }

    /** Looks for the minimum with which a group would run that has fewer members than it needs. */
    private static Found withFewer(ClusterSnapshot snapshot, Groups groups, Found found, WorkMeter meter) {
        GroupRef root = found.now().about().group();
        NearestFits fits = Feasibility.open(snapshot, groups.withMinimum(root, 1), root) instanceof Opening.Open least
                ? NearestFits.ofQuorum(least.question(), found.now().about().minimum(), meter)
                : new NearestFits(List.of(), List.of());
        return found.with(fits.suggestions(), null, notLookedAt(fits));
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
