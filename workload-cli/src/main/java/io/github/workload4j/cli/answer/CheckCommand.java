package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.PodOption;
import io.github.workload4j.cli.picture.Picture;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.FewestDomains;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.replay.ReplayFailure;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.EvidenceJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workload check}: would these groups fit this cluster? */
@Command(
        name = "check",
        description = "Says whether groups fit a cluster, and where their pods go, or why they do not fit. All inputs"
                + " together are one snapshot: nodes, pods (those with a node name are placed, the others"
                + " pending), and groups.",
        mixinStandardHelpOptions = true)
public final class CheckCommand extends ClusterCommand {

    @Mixin
    private final PodOption pods = new PodOption();

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "As text, prints groups that do not fit or are undetermined, and nothing else.")
    private boolean quiet;

    @Option(
            names = "--fail-on",
            paramLabel = "infeasible|undetermined|depends|never",
            converter = FailOnVerdict.Converter.class,
            description = "From which answer on the exit status is not 0 (default: depends).")
    private FailOnVerdict failOn = FailOnVerdict.DEPENDS;

    @Option(
            names = "--explain",
            description = "Explains every group that does not fit: what is missing and where, and which requirements"
                    + " cannot be met together.")
    private boolean explain;

    @Option(
            names = "--domains",
            description =
                    "For every group that fits and is bound to one domain, lists the other domains that it fits in."
                            + " Asks one question per domain.")
    private boolean domains;

    @Option(
            names = "--prefer",
            paramLabel = "search|packed|spread|scheduler",
            converter = Preferred.class,
            description =
                    "Which placement to give, among those of as many pods. search: the one that was found. packed:"
                            + " pods go"
                            + " where least is left. spread: where most is left. scheduler: what kube-scheduler's"
                            + " documented cycle would bind (default: search).")
    private Preference preference = Preference.SEARCH;

    @Option(
            names = "--prefer-topology",
            paramLabel = "KEY",
            description =
                    "Of placements of as many pods gives one in the fewest domains of this node label, and of those one"
                            + " in the tightest, as far as the budget goes; says what is proved.")
    private @Nullable String topology;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|svg|html",
            converter = Form.OfAnswer.class,
            description = "Form of the result. svg is a picture of the cluster with the pods in it, html the same with"
                    + " tables; both are one file without network or script (default: text).")
    private Form form = Form.TEXT;

    public CheckCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        boolean isOwn = pods.isAsked();
        if (isOwn) {
            options.orStandardInput(spec, terminal);
        }
        options.requireUsable(spec, List.of());
        Budget budget = gang.budget(spec);
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = options.read(spec, terminal, isOwn ? pods : null, progress);
        ClusterSnapshot snapshot = cluster.snapshot();
        Set<GroupRef> asked = isOwn ? Set.of(pods.group()) : gang.asked(cluster, spec);
        PodOption.requireLabel(
                spec.commandLine(),
                "--prefer-topology",
                topology,
                IntStream.range(0, snapshot.nodes()).mapToObj(snapshot::node).toList());
        List<Answered> answers = answers(cluster, asked, budget, cluster.replay(), progress);
        if (form == Form.JSON) {
            CheckJson.write(answers, cluster, terminal.out());
        } else if (form == Form.SVG || form == Form.HTML) {
            Picture.of(answers.stream().map(Answered::told).toList(), snapshot.nodes())
                    .draw(form == Form.SVG, terminal.out());
        } else {
            new CheckText(terminal.out(), terminal.style(), cluster).write(answers, quiet);
        }
        int status = ExitStatus.of(answers.stream().map(Answered::verdict).toList());
        boolean depends = answers.stream()
                .anyMatch(answered -> answered.beside() != null && !(answered.beside() instanceof Verdict.Feasible));
        return cluster.status(failOn.status(depends && status == ExitStatus.YES ? ExitStatus.DEPENDS : status));
    }

    private List<Answered> answers(
            LoadedCluster cluster, Set<GroupRef> asked, Budget budget, Replay replay, Progress progress) {
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = cluster.groups();
        Doubts doubts = cluster.doubts();
        Map<GroupRef, Answered> answers = new LinkedHashMap<>();
        EarlierPhases earlier = new EarlierPhases(cluster, snapshot);
        for (GroupRef group : asked) {
            progress.begin("asking about " + group + " (" + Counted.of(answers.size() + 1L) + " of "
                    + Counted.of(asked.size(), "group") + ")");
            long start = System.nanoTime();
            WorkMeter meter = budget.meter();
            Opening opening = Feasibility.open(snapshot, groups, group);
            GroupRef root = groups.rootOf(group);
            ClusterSnapshot then = earlier.before(root, meter);
            Opening later = then == null ? null : Feasibility.open(then, groups, root);
            int parts = (explain || domains || topology != null ? 2 : 1) + (later == null ? 0 : 1);
            Verdict beside = later == null ? null : believed(later.answer(meter.part(parts), preference), replay);
            // What is asked beside the verdict has a part of the budget for itself, and what the verdict leaves.
            boolean isWhole = beside instanceof Verdict.Feasible feasible
                    && feasible.placed() == feasible.about().members().pending();
            Opening asking = isWhole && later != null ? later : opening;
            Verdict verdict = isWhole && beside != null
                    ? beside
                    : believed(
                            opening.answer(explain || domains || topology != null ? meter.part(2) : meter, preference),
                            replay);
            FewestDomains fewest = fewest(asking, verdict, meter);
            verdict = fewest == null ? verdict : believed(fewest.verdict(), replay);
            long nanos = System.nanoTime() - start;
            Explanation explanation = explain ? Explanation.of(asking, verdict, meter) : null;
            Greedy greedy = explain && !meter.isOver()
                    ? Explanation.greedy(asking, verdict, meter).orElse(null)
                    : null;
            List<DomainsThatFit> fits = domains ? fits(asking, verdict, meter) : List.of();
            GroupRef about = verdict.about().group();
            earlier.put(about, verdict);
            List<IgnoredPreference> ignored = IgnoredPreference.of(snapshot, groups, about);
            LeafSums sums = form == Form.JSON ? EvidenceJson.sums(verdict, meter) : null;
            GroupQuestion question = asking instanceof Opening.Open open ? open.question() : null;
            answers.putIfAbsent(
                    about,
                    new Answered(
                            question,
                            doubts.of(verdict),
                            nanos,
                            explanation,
                            greedy,
                            fits,
                            ignored,
                            sums,
                            beside,
                            fewest));
        }
        progress.done();
        return List.copyOf(answers.values());
    }

    private @Nullable FewestDomains fewest(Opening opening, Verdict verdict, WorkMeter meter) {
        return topology != null && opening instanceof Opening.Open open && verdict instanceof Verdict.Feasible feasible
                ? FewestDomains.of(open.question(), feasible, topology, meter, preference)
                : null;
    }

    private static List<DomainsThatFit> fits(Opening opening, Verdict verdict, WorkMeter meter) {
        List<DomainsThatFit> fits = new ArrayList<>();
        if (opening instanceof Opening.Open open && verdict instanceof Verdict.Feasible feasible) {
            for (int d = 0; d < feasible.domains().size(); d++) {
                WorkMeter share = meter.part(feasible.domains().size() - d);
                fits.add(
                        open.question().domainsThatFit(feasible.domains().get(d).group(), share));
            }
        }
        return fits;
    }

    /** Replays a placement on the objects of the inputs. The library has checked it in numbers already. */
    private static Verdict believed(Verdict verdict, Replay replay) {
        List<ReplayFailure> objections =
                verdict instanceof Verdict.Feasible feasible ? replay.objections(feasible) : List.of();
        return objections.isEmpty()
                ? verdict
                : new Verdict.Undetermined(
                        verdict.about(),
                        0,
                        verdict.about().members().pending(),
                        StopReason.DEFECT,
                        "feasible: " + objections.get(0),
                        verdict.steps());
    }
}
