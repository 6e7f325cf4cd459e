package io.github.workload4j.cli.capacity;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.EvidenceText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why groups of a queue never start, in words. */
final class NeverStarts {

    private final List<Start> starts;
    private final Outlook outlook;
    private final LoadedCluster cluster;

    /** Pods on nodes that are not known to end. */
    private long runningOn;

    /** What nodes have, if they are empty. */
    private final Set<Map<String, Quantity>> sizes = new HashSet<>();

    NeverStarts(List<Start> starts, Outlook outlook, LoadedCluster cluster) {
        this.starts = starts;
        this.outlook = outlook;
        this.cluster = cluster;
        if (starts.stream().anyMatch(NeverStarts::is)) {
            look(cluster.snapshot());
        }
    }

    static boolean is(Start start) {
        return start.at().isEmpty() && start.verdict() instanceof Verdict.Infeasible;
    }

    private void look(ClusterSnapshot snapshot) {
        Instant now = outlook.now();
        for (int n = 0; n < snapshot.nodes(); n++) {
            sizes.add(snapshot.node(n).status().allocatable());
            runningOn += snapshot.podsOn(n).stream()
                    .filter(pod ->
                            outlook.ends().apply(pod).filter(now::isBefore).isEmpty())
                    .count();
        }
    }

    /** {@return that a group does not start, and why, in a line} */
    String inShort(Start start) {
        Verdict verdict = start.verdict();
        List<String> open = StopText.sentences(verdict, Voice.COMMAND);
        return is(start)
                ? "never starts: " + why(start)
                : verdict.word() + ": " + (open.isEmpty() ? VerdictText.inShort(verdict) : open.get(open.size() - 1));
    }

    /** {@return why a group never starts: its proof, and what keeps its room for ever; empty of any other group} */
    String why(Start start) {
        if (!is(start)) {
            return "";
        }
        Verdict.Infeasible never = (Verdict.Infeasible) start.verdict();
        List<String> stays = new ArrayList<>();
        if (runningOn > 0) {
            stays.add(Counted.of(runningOn, "running pod"));
        }
        long groups = starts.stream()
                .takeWhile(each -> each != start)
                .filter(each -> each.at().isPresent() && each.until().isEmpty())
                .count();
        if (groups > 0) {
            stays.add(Counted.of(groups, "group") + " before it");
        }
        String room = stays.isEmpty() ? "" : "; what has no known end keeps its room: " + Counted.all(stays);
        return GroupQuestion.of(cluster.snapshot(), cluster.groups(), start.group())
                .map(question -> EvidenceText.of(never, question, Voice.COMMAND)
                        + (isTooLarge(question)
                                ? "; each pod asks for more than any node has, even if it is empty"
                                : room))
                .orElse("it does not fit");
    }

    /** {@return whether each of the pods asks for more than any node has} */
    private boolean isTooLarge(GroupQuestion question) {
        return !sizes.isEmpty()
                && !question.asksForClaims()
                && question.podClasses().stream()
                        .allMatch(kind -> sizes.stream().noneMatch(size -> holds(size, kind.request())));
    }

    private static boolean holds(Map<String, Quantity> size, Map<String, Long> request) {
        return request.entrySet().stream().allMatch(each -> {
            Quantity has = size.getOrDefault(each.getKey(), Quantity.of(0));
            return (each.getKey().equals("cpu") ? has.millis() : has.units()) >= each.getValue();
        });
    }
}
