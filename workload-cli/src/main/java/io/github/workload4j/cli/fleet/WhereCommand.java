package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.cli.picture.view.Fill;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.words.EvidenceText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workload where}: which of several clusters takes a group. */
@Command(
        name = "where",
        description = "Asks several clusters whether they take the groups of the files, and lists them, the best first:"
                + " those with most room, those of which it is not known, those in which a change would help, the"
                + " others.",
        mixinStandardHelpOptions = true)
public final class WhereCommand extends ClusterCommand {

    private static final List<Integer> SEVERITY =
            List.of(ExitStatus.YES, ExitStatus.DEPENDS, ExitStatus.UNDETERMINED, ExitStatus.NO, ExitStatus.UNUSABLE);

    @Option(
            names = "--cluster",
            paramLabel = "NAME=FILE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "A cluster to ask: its name, and what is known of it, manifests or a stored snapshot (see"
                    + " `workload snapshot`). May be repeated, also with the same name.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--explain",
            description = "Looks for what would help in each cluster that does not take a group: who could leave, and"
                    + " which nodes to add.")
    private boolean explain;

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|svg|html",
            converter = Form.OfAnswer.class,
            description = "Form of the result. svg and html are pictures, a row for each cluster (default: text).")
    private Form form = Form.TEXT;

    public WhereCommand(Terminal terminal) {
        super(terminal);
    }

    /**
     * What a cluster says to a group.
     *
     * @param answer its answer
     * @param why why it does not take it, in a sentence; empty where there is nothing to say
     * @param fill how full it is, if that is drawn and it has nodes
     */
    record Asked(ClusterAnswer answer, String why, @Nullable Fill fill) {}

    /** What answers about a cluster do not know of the inputs, and what else was said about them. */
    record ClusterNotes(String cluster, List<Unread> unread, List<String> warnings) {}

    @Override
    public Integer call() {
        options.requireUsable(spec, List.of());
        Budget budget = gang.budget(spec);
        List<NamedCluster> clusters = NamedCluster.of(named, spec);
        Progress progress = new Progress(terminal);
        SaidOnce said = new SaidOnce(terminal);
        LoadedCluster alone = said.ofFiles(to -> options.readGroups(spec, to, progress));
        Map<GroupRef, List<Asked>> asked = new LinkedHashMap<>();
        gang.asked(alone, spec).forEach(group -> asked.put(alone.groups().rootOf(group), new ArrayList<>()));
        int read = alone.status(ExitStatus.YES);
        List<ClusterNotes> notes = new ArrayList<>();
        try {
            for (NamedCluster each : clusters) {
                LoadedCluster cluster = said.of(each.name(), to -> options.readWith(each.files(), spec, to, progress));
                read = worse(read, cluster.status(ExitStatus.YES));
                notes.add(new ClusterNotes(
                        each.name(), cluster.unread(), cluster.inputs().warnings()));
                asked.forEach((group, answers) -> {
                    progress.begin("asking " + each.name() + " about " + group);
                    answers.add(ask(each.name(), in(cluster, alone, group), cluster, budget.meter()));
                });
            }
        } finally {
            said.write();
        }
        progress.done();
        List<GroupRanking> rankings = new ArrayList<>();
        asked.forEach((group, answers) -> rankings.add(GroupRanking.of(group, answers)));
        switch (form) {
            case JSON -> WhereJson.write(rankings, notes, terminal.out());
            case SVG, HTML -> WherePicture.of(rankings, explain).draw(form == Form.SVG, terminal.out());
            default -> new WhereText(terminal.out(), terminal.style(), explain).write(rankings);
        }
        return rankings.stream().mapToInt(GroupRanking::status).reduce(read, WhereCommand::worse);
    }

    /** {@return the group in a cluster, where it may be of another version, and so of another name} */
    private static GroupRef in(LoadedCluster cluster, LoadedCluster alone, GroupRef group) {
        List<GroupRef> roots = cluster.groups().roots(cluster.snapshot());
        List<SourceObject> objects = alone.inputs().meant().objects(group);
        return roots.contains(group) || objects.isEmpty()
                ? group
                : roots.stream()
                        .filter(root -> cluster.inputs().meant().objects(root).equals(objects))
                        .findFirst()
                        .orElse(group);
    }

    private Asked ask(String name, GroupRef group, LoadedCluster cluster, WorkMeter meter) {
        Opening opening = Feasibility.open(cluster.snapshot(), cluster.groups(), group);
        ClusterAnswer answer = ClusterAnswer.of(name, opening, explain ? meter.part(2) : meter);
        if (explain) {
            answer = answer.withHelp(opening, cluster.groups(), cluster.inputs().disruptionBudgets(), meter);
        }
        Verdict verdict = cluster.doubts().of(answer.verdict());
        String why = verdict instanceof Verdict.Infeasible infeasible && opening instanceof Opening.Open open
                ? EvidenceText.of(infeasible, open.question(), Voice.COMMAND)
                : cluster.snapshot().nodes() == 0 && VerdictText.isOpen(verdict) ? "no node of it could be read" : "";
        ScarcestResource scarcest = answer.scarcest();
        boolean drawn =
                (form == Form.SVG || form == Form.HTML) && cluster.snapshot().nodes() > 0;
        Fill fill = drawn && scarcest != null && opening instanceof Opening.Open open
                ? Fill.of(open.question(), verdict, scarcest)
                : null;
        return new Asked(answer.with(verdict), why, fill);
    }

    /** The worst of all groups counts. */
    private static int worse(int one, int other) {
        return SEVERITY.indexOf(one) > SEVERITY.indexOf(other) ? one : other;
    }
}
