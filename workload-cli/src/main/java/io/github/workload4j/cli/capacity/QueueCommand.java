package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.answer.InputsJson;
import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.FormOption;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.whatif.Queueing;
import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workload queue}: many groups, one after the other, in one cluster. */
@Command(
        name = "queue",
        description =
                "Lets groups in one after the other, in the order of --group (default: by name). A group that fits"
                        + " takes its place; one that does not is passed over. Says who gets in, and who blocks whom.",
        mixinStandardHelpOptions = true)
public final class QueueCommand extends ClusterCommand {

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Option(names = "--largest", description = "Finds the most groups that fit at the same time, whatever the order.")
    private boolean largest;

    @Mixin
    private final FormOption form = new FormOption();

    public QueueCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        options.requireUsable(spec, List.of());
        Budget budget = gang.budget(spec);
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = options.read(spec, terminal, null, progress);
        List<GroupRef> order = List.copyOf(gang.asked(cluster, spec));
        Map<GroupRef, List<GroupRef>> after = cluster.before(order);
        WorkMeter meter = budget.meter();
        Queueing queueing = Queueing.inOrder(
                cluster.snapshot(),
                cluster.groups(),
                order,
                after,
                largest ? meter.part(2) : meter,
                group -> progress.begin("asking about " + group));
        Queueing.Largest most = null;
        if (largest) {
            progress.begin("looking for the largest set that fits together");
            most = Queueing.largestSet(cluster.snapshot(), cluster.groups(), order, after, meter);
        }
        progress.done();
        Doubts doubts = cluster.doubts();
        List<Queueing.Turn> turns = queueing.turns().stream()
                .map(turn -> new Queueing.Turn(doubts.of(turn.verdict()), turn.blockedBy(), turn.complete()))
                .toList();
        most = most == null ? null : asKnown(most, turns);
        if (form.isJson()) {
            json(turns, most, cluster);
        } else {
            text(turns, most, cluster);
        }
        return cluster.status(
                ExitStatus.of(turns.stream().map(Queueing.Turn::verdict).toList()));
    }

    /** Those that got in fit at the same time, too; and more may where inputs could not be used. */
    private static Queueing.Largest asKnown(Queueing.Largest most, List<Queueing.Turn> turns) {
        List<Verdict> verdicts = turns.stream().map(Queueing.Turn::verdict).toList();
        List<GroupRef> in = verdicts.stream()
                .filter(Verdict.Feasible.class::isInstance)
                .map(verdict -> verdict.about().group())
                .toList();
        if (most.groups().size() < in.size()) {
            return new Queueing.Largest(in, false);
        }
        boolean mayGrow = most.groups().size() < turns.size()
                && verdicts.stream()
                        .flatMap(verdict -> verdict.about().unmodelled().stream())
                        .anyMatch(each -> each.what() == Unmodelled.What.UNREAD_INPUTS);
        return new Queueing.Largest(most.groups(), most.proved() && !mayGrow);
    }

    private static List<IgnoredPreference> ignored(Verdict verdict, LoadedCluster cluster) {
        return IgnoredPreference.of(
                cluster.snapshot(), cluster.groups(), verdict.about().group());
    }

    private void text(List<Queueing.Turn> turns, Queueing.@Nullable Largest most, LoadedCluster cluster) {
        PrintWriter out = terminal.out();
        Style style = terminal.style();
        if (turns.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
            return;
        }
        int place = 0;
        int in = 0;
        int words = Cells.widest(turns.stream().map(QueueCommand::word));
        int names = Cells.widest(turns.stream().map(QueueCommand::name));
        for (Queueing.Turn turn : turns) {
            Verdict verdict = turn.verdict();
            in += verdict instanceof Verdict.Feasible ? 1 : 0;
            String word = Cells.padded(word(turn), words);
            String name = Cells.padded(name(turn), names);
            out.println(String.format(Locale.ROOT, "%3d. ", ++place) + VerdictText.coloured(verdict, word, style) + "  "
                    + style.strong(name) + "  " + VerdictText.inShort(verdict));
            if (!turn.blockedBy().isEmpty()) {
                out.println("     blocked by " + names(turn.blockedBy()) + "; it would fit without "
                        + (turn.blockedBy().size() == 1 ? "that group" : "those groups")
                        + (turn.complete()
                                ? ""
                                : " (perhaps with some of them, too, which was not found out within the budget)"));
            } else if (!turn.complete()) {
                out.println("     who blocks it was not found out within the budget");
            }
            StopText.lines(verdict, Voice.COMMAND).stream()
                    .map(line -> "   " + line)
                    .forEach(out::println);
            UnmodelledText.lines(verdict.about().unmodelled(), ignored(verdict, cluster)).stream()
                    .map(line -> "   " + line)
                    .forEach(out::println);
            DerivedText.lines(verdict.about().group(), cluster, "").stream()
                    .map(line -> "   " + line)
                    .forEach(out::println);
        }
        long open = turns.stream()
                .filter(turn -> turn.verdict() instanceof Verdict.Undetermined)
                .count();
        out.println(in + " of " + Counted.of(turns.size(), "group") + " got in"
                + (open == 0 ? "" : ", " + open + (open == 1 ? " is" : " are") + " not decided"));
        if (most != null) {
            out.println(largest(most));
        }
        ReleaseText.lines(turns.stream()
                        .map(turn -> turn.verdict().about().release())
                        .toList())
                .forEach(out::println);
    }

    private static String largest(Queueing.Largest most) {
        int size = most.groups().size();
        if (size == 0) {
            return most.proved()
                    ? "none of them can get in, whatever the order"
                    : "whether some fit in another order is not known";
        }
        return (most.proved() ? "" : "at least ")
                + size
                + (size == 1 ? " fits" : " fit at the same time")
                + (most.proved() ? ", and no more: " : ": ")
                + names(most.groups());
    }

    private static String word(Queueing.Turn turn) {
        return turn.verdict() instanceof Verdict.Feasible
                ? "in"
                : turn.verdict().word();
    }

    private static String name(Queueing.Turn turn) {
        return Style.printable(turn.verdict().about().group().toString());
    }

    private static String names(List<GroupRef> groups) {
        return String.join(
                ", ",
                groups.stream().map(group -> Style.printable(group.toString())).toList());
    }

    private void json(List<Queueing.Turn> turns, Queueing.@Nullable Largest most, LoadedCluster cluster) {
        try (JsonLines json = new JsonLines(terminal.out())) {
            json.objects("turns", turns, turn -> {
                VerdictJson.group(turn.verdict().about().group(), json);
                DerivedJson.write(turn.verdict().about().group(), cluster, json);
                VerdictJson.write(turn.verdict(), json);
                VerdictJson.dependsOn(turn.verdict().about().unmodelled(), json);
                VerdictJson.ignored(ignored(turn.verdict(), cluster), json);
                json.field("placed", turn.verdict() instanceof Verdict.Feasible feasible ? feasible.placed() : 0);
                names("blockedBy", turn.blockedBy(), json);
                json.field("complete", turn.complete());
                VerdictJson.stopped(turn.verdict(), json);
            });
            if (most != null) {
                json.startObject("largest").field("proved", most.proved());
                names("groups", most.groups(), json);
                json.endObject();
            }
            InputsJson.write(cluster, json);
            json.schema("queue");
        }
    }

    private static void names(String name, List<GroupRef> groups, JsonLines json) {
        json.objects(name, groups, group -> json.field("group", group.toString()));
    }
}
