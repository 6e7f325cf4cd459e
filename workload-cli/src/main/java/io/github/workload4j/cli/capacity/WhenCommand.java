package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.picture.StartsPicture;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.timetable.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workload when}: when each group of a queue starts, and where. */
@Command(
        name = "when",
        description =
                "Says when each group starts, in the order of --group (default: by name), and where: as early as it can"
                        + " without delaying one before it, beside running pods that end and room that is reserved.",
        mixinStandardHelpOptions = true)
public final class WhenCommand extends ClusterCommand {

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Mixin
    private final OutlookOptions times = new OutlookOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|svg",
            converter = Form.OfTimes.class,
            description = "Form of the result. svg is a picture of the time, a bar for each group (default: text).")
    private Form form = Form.TEXT;

    public WhenCommand(Terminal terminal) {
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
        Outlook outlook = times.outlook(cluster, spec);
        Timetable timetable = Timetable.of(
                cluster.snapshot(),
                cluster.groups(),
                order,
                after,
                outlook,
                budget.meter(),
                group -> progress.begin("asking when " + group + " starts"),
                proof -> {});
        progress.done();
        Doubts doubts = cluster.doubts();
        List<Start> starts =
                timetable.starts().stream().map(start -> said(start, doubts)).toList();
        NeverStarts never = new NeverStarts(starts, outlook, cluster);
        switch (form) {
            case JSON -> WhenJson.write(starts, never, timetable, outlook, cluster, terminal.out());
            case SVG -> draw(new StartsPicture(starts, outlook, never::inShort));
            default -> new WhenText(terminal.out(), terminal.style(), cluster).write(starts, never, timetable, outlook);
        }
        return cluster.status(ExitStatus.of(starts.stream().map(Start::verdict).toList()));
    }

    private void draw(StartsPicture picture) {
        try {
            picture.writeSvg(terminal.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a start, as far as the inputs allow it to be said} */
    private static Start said(Start start, Doubts doubts) {
        Verdict verdict = doubts.of(start.verdict());
        boolean isOpen = verdict != start.verdict();
        return new Start(
                verdict,
                start.at(),
                start.until(),
                start.freedBy(),
                start.exact() && !isOpen,
                start.refusals(),
                isOpen ? Optional.empty() : start.last(),
                start.notBefore());
    }
}
