package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.EarlierPhases;
import io.github.workload4j.cli.answer.GangOptions;
import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.PodOption;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.FormOption;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.whatif.Fragmentation;
import io.github.workload4j.gang.whatif.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code workload slots}: how many pods of each shape fit now, per domain, and how fragmented what is free is. */
@Command(
        name = "slots",
        description = "Says how many pods like those of the groups fit now, in the cluster and in each domain, and how"
                + " much of what is free such pods cannot use.",
        mixinStandardHelpOptions = true)
public final class SlotsCommand extends ClusterCommand {

    private static final List<String> USUAL = List.of("topology.kubernetes.io/zone");

    @Mixin
    private final PodOption pods = new PodOption();

    @Mixin
    private final GangOptions gang = new GangOptions();

    @Option(
            names = "--level",
            paramLabel = "KEY",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Node label whose domains are listed. May be repeated (default: the labels that groups are"
                    + " bound to, and the zone).")
    private List<String> keys = new ArrayList<>();

    @Mixin
    private final FormOption form = new FormOption();

    public SlotsCommand(Terminal terminal) {
        super(terminal);
    }

    /**
     * The shapes of one group.
     *
     * @param group the group
     * @param tables a table for each kind of its pods
     * @param fragmentation by resource
     * @param dependsOn what the numbers depend on and do not know
     * @param ignored wishes that they do not look at
     * @param notLookedAt shapes and resources that were not counted, in words
     * @param open why they were not; null if all were
     * @param release the release that they are for
     * @param beside whether groups whose pods run before those of this one exist are in the way, as they were placed
     */
    public record Room(
            GroupRef group,
            List<SlotTable> tables,
            List<Fragmentation> fragmentation,
            List<Unmodelled> dependsOn,
            List<IgnoredPreference> ignored,
            List<String> notLookedAt,
            Verdict.@Nullable Undetermined open,
            AnswerRelease release,
            boolean beside) {}

    @Override
    public Integer call() {
        boolean isOwn = pods.isAsked();
        if (isOwn) {
            options.orStandardInput(spec, terminal);
        }
        options.requireUsable(spec, List.of());
        Progress progress = new Progress(terminal);
        LoadedCluster cluster = options.read(spec, terminal, isOwn ? pods : null, progress);
        requireLevels(cluster.snapshot());
        Budget budget = gang.budget(spec);
        List<Room> rooms = new ArrayList<>();
        EarlierPhases earlier = new EarlierPhases(cluster, cluster.snapshot());
        for (GroupRef group : isOwn ? Set.of(pods.group()) : gang.asked(cluster, spec)) {
            progress.begin("counting room for " + group);
            WorkMeter meter = budget.meter();
            ClusterSnapshot then = earlier.before(cluster.groups().rootOf(group), meter);
            GroupQuestion.of(then == null ? cluster.snapshot() : then, cluster.groups(), group)
                    .ifPresent(question -> rooms.add(room(question, cluster, meter, then != null)));
        }
        progress.done();
        if (form.isJson()) {
            SlotsResult.json(rooms, cluster, terminal.out());
        } else {
            new SlotsResult(terminal.out(), terminal.style(), cluster).text(rooms);
        }
        boolean depends = rooms.stream().anyMatch(room -> !room.dependsOn().isEmpty());
        boolean open = rooms.stream().anyMatch(room -> room.open() != null);
        return cluster.status(open ? ExitStatus.UNDETERMINED : depends ? ExitStatus.DEPENDS : ExitStatus.YES);
    }

    private void requireLevels(ClusterSnapshot snapshot) {
        for (String key : keys) {
            boolean isThere = false;
            for (int n = 0; n < snapshot.nodes() && !isThere; n++) {
                isThere = snapshot.node(n).metadata().labels().containsKey(key);
            }
            if (!isThere) {
                throw new ParameterException(spec.commandLine(), "--level: no node has the label `" + key + "`");
            }
        }
    }

    private Room room(GroupQuestion question, LoadedCluster cluster, WorkMeter meter, boolean beside) {
        List<String> levels = new ArrayList<>(keys);
        if (keys.isEmpty()) {
            levels.addAll(USUAL);
            question.groups().forEach(level -> {
                if (level.topologyKey() != null && !levels.contains(level.topologyKey())) {
                    levels.add(level.topologyKey());
                }
            });
            levels.retainAll(SlotTable.topologyKeys(question.snapshot()));
        }
        long nodes = question.snapshot().nodes();
        boolean isCounted = isCounted(question);
        List<String> notLookedAt = new ArrayList<>();
        List<SlotTable> tables = new ArrayList<>();
        for (int kind = 0; kind < question.podClasses().size(); kind++) {
            // A look at each node, for the cluster and for each level.
            if (isCounted && !meter.isOver() && meter.trySpend(nodes * (1 + levels.size()))) {
                tables.add(SlotTable.of(question, kind, levels));
            } else {
                notLookedAt.add("pods like "
                        + question.podClasses().get(kind).pod().metadata().name());
            }
        }
        List<Fragmentation> fragmentation = new ArrayList<>();
        for (String resource : question.resources()) {
            if (resource.equals("pods")) {
                continue;
            }
            if (isCounted
                    && !meter.isOver()
                    && meter.trySpend(nodes * question.podClasses().size())) {
                fragmentation.add(Fragmentation.of(question, resource));
            } else {
                notLookedAt.add("fragmentation of " + resource);
            }
        }
        GroupRef group = question.about().group();
        return new Room(
                group,
                tables,
                fragmentation,
                cluster.doubts().of(question.about()),
                IgnoredPreference.of(cluster.snapshot(), cluster.groups(), group),
                notLookedAt,
                notLookedAt.isEmpty() ? null : open(question, meter),
                question.about().release(),
                beside);
    }

    /** {@return why not all of a group was counted: as any answer about it says, or the budget} */
    private static Verdict.Undetermined open(GroupQuestion question, WorkMeter meter) {
        StopReason spent = Objects.requireNonNullElse(meter.stopped(), StopReason.STEPS);
        return isCounted(question)
                ? new Verdict.Undetermined(
                        question.about(), 0, question.about().members().pending(), spent, "", 0)
                : (Verdict.Undetermined) question.answer(Budget.DEFAULT);
    }

    private static boolean isCounted(GroupQuestion question) {
        return question.packing().resourceBeyondRange().isEmpty() && !question.hasTooManyPairs();
    }
}
