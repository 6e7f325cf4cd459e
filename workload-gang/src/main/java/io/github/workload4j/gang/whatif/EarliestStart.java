package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * When a group can start, if pods that run end when they are said to and nothing else changes: no other group starts
 * before, no pod comes.
 *
 * @param waiting until when, and whether it is proved that it cannot before; empty if the group does not fit even when
 *     all have ended that are said to, or if that was not found out
 * @param then the answer at that time, with a placement; empty if there is none
 * @param complete whether the budget was enough to find all this out
 * @since 0.1.0
 */
public record EarliestStart(Optional<Suggestion.Wait> waiting, Optional<Verdict.Feasible> then, boolean complete) {

    public EarliestStart {
        requireNonNull(waiting, "waiting");
        requireNonNull(then, "then");
    }

    /** {@return the end that a pod has by itself: {@code activeDeadlineSeconds} after its start, if it says both} */
    public static Optional<Instant> deadline(Pod pod) {
        Instant start = requireNonNull(pod, "pod").status().startTime();
        Long seconds = pod.spec().activeDeadlineSeconds();
        try {
            return start == null || seconds == null ? Optional.empty() : Optional.of(start.plusSeconds(seconds));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the earliest start of a group that does not fit now; nothing if it does}
     *
     * <p>Pods of the group itself are not waited for. A pod that has ended leaves its node; claims for devices that
     * were allocated for it stay allocated. Where pods only take room, a later time is never worse than an earlier one,
     * and the number of answers grows with the logarithm of that of the times; where the group minds where other pods
     * are, each time is asked about.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param ends when a pod will have ended; empty if it runs on
     * @param meter what all answers together, and the snapshots made for them, may spend
     */
    public static EarliestStart of(
            GroupQuestion question, Verdict verdict, Function<Pod, Optional<Instant>> ends, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(ends, "ends");
        requireNonNull(meter, "meter");
        List<Map.Entry<Instant, List<Pod>>> times = times(question, ends);
        if (times.isEmpty() || !(verdict instanceof Verdict.Infeasible || verdict instanceof Verdict.Undetermined)) {
            return new EarliestStart(Optional.empty(), Optional.empty(), true);
        }
        Probe probe = new Probe(question, meter, verdict instanceof Verdict.Infeasible);
        LongFunction<GroupQuestion> after = time -> question.on(after(question.snapshot(), times, (int) time, probe));
        if (mindsOthers(question)) {
            for (int time = 0; time < times.size(); time++) {
                int at = time;
                boolean exact = probe.isAllDecided();
                if (probe.ask(() -> after.apply(at)) instanceof Verdict.Feasible feasible) {
                    return found(times, time, exact, feasible);
                }
            }
            return new EarliestStart(Optional.empty(), Optional.empty(), !probe.ranOut());
        }
        if (!probe.fits(() -> after.apply(times.size() - 1))) {
            return new EarliestStart(Optional.empty(), Optional.empty(), !probe.ranOut());
        }
        Probe.Threshold threshold = probe.threshold(times.size() - 1, -1, after);
        int first = (int) threshold.last();
        return probe.ask(() -> after.apply(first)) instanceof Verdict.Feasible feasible
                ? found(times, first, threshold.exact(), feasible)
                : new EarliestStart(Optional.empty(), Optional.empty(), false);
    }

    private static EarliestStart found(
            List<Map.Entry<Instant, List<Pod>>> times, int last, boolean exact, Verdict.Feasible feasible) {
        int pods = times.subList(0, last + 1).stream()
                .mapToInt(each -> each.getValue().size())
                .sum();
        return new EarliestStart(
                Optional.of(new Suggestion.Wait(times.get(last).getKey(), pods, exact)), Optional.of(feasible), true);
    }

    /** {@return the pods that end, by the time at which they do} */
    private static List<Map.Entry<Instant, List<Pod>>> times(
            GroupQuestion question, Function<Pod, Optional<Instant>> ends) {
        Set<GroupRef> own = new HashSet<>();
        question.groups().forEach(group -> own.add(group.group()));
        TreeMap<Instant, List<Pod>> times = new TreeMap<>();
        ClusterSnapshot snapshot = question.snapshot();
        for (int n = 0; n < snapshot.nodes(); n++) {
            for (Pod pod : snapshot.podsOn(n)) {
                if (GroupRef.of(pod).filter(own::contains).isEmpty()) {
                    ends.apply(pod)
                            .ifPresent(end -> times.computeIfAbsent(end, time -> new ArrayList<>())
                                    .add(pod));
                }
            }
        }
        return List.copyOf(times.entrySet());
    }

    private static ClusterSnapshot after(
            ClusterSnapshot snapshot, List<Map.Entry<Instant, List<Pod>>> times, int last, Probe probe) {
        List<ApiObject> gone = new ArrayList<>();
        times.subList(0, last + 1).forEach(each -> gone.addAll(each.getValue()));
        return probe.mayChange(gone.size()) ? snapshot.with(new SnapshotDifference(List.of(), gone)) : snapshot;
    }

    /** {@return whether a pod less may make the group fit worse: one that it wants to be near, or to spread with} */
    private static boolean mindsOthers(GroupQuestion question) {
        for (NamedPodClass kind : question.podClasses()) {
            PodSpec spec = kind.pod().spec();
            boolean isDrawn = spec.affinity() != null
                    && !spec.affinity().requiredPodAffinity().isEmpty();
            if (isDrawn || !spec.topologySpreadConstraints().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
