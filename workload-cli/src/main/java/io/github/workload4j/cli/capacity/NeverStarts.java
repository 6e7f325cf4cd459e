package io.github.workload4j.cli.capacity;

import io.github.workload4j.api.core.Node;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Why groups of a queue never start, in words. */
final class NeverStarts {

    private final List<Start> starts;
    private final Outlook outlook;
    private final LoadedCluster cluster;

    /** Pods on nodes that are not known to end. */
    private final long runningOn;

    NeverStarts(List<Start> starts, Outlook outlook, LoadedCluster cluster) {
        this.starts = starts;
        this.outlook = outlook;
        this.cluster = cluster;
        boolean isAsked = starts.stream().anyMatch(NeverStarts::is);
        this.runningOn = isAsked ? runningOn(cluster.snapshot(), outlook) : 0;
    }

    static boolean is(Start start) {
        return start.at().isEmpty() && start.verdict() instanceof Verdict.Infeasible;
    }

    private static long runningOn(ClusterSnapshot snapshot, Outlook outlook) {
        Instant now = outlook.now();
        long count = 0;
        for (int n = 0; n < snapshot.nodes(); n++) {
            count += snapshot.podsOn(n).stream()
                    .filter(pod ->
                            outlook.ends().apply(pod).filter(now::isBefore).isEmpty())
                    .count();
        }
        return count;
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
    private static boolean isTooLarge(GroupQuestion question) {
        ClusterSnapshot snapshot = question.snapshot();
        return snapshot.nodes() > 0
                && !question.asksForClaims()
                && question.podClasses().stream()
                        .allMatch(kind -> IntStream.range(0, snapshot.nodes())
                                .noneMatch(n -> holds(snapshot.node(n), kind.request())));
    }

    private static boolean holds(Node node, Map<String, Long> request) {
        return request.entrySet().stream().allMatch(each -> {
            Quantity has = node.status().allocatable().getOrDefault(each.getKey(), Quantity.of(0));
            return (each.getKey().equals("cpu") ? has.millis() : has.units()) >= each.getValue();
        });
    }
}
