package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.SinglePods;
import io.github.workload4j.gang.repair.FewestMoves.Open;
import io.github.workload4j.gang.repair.MovablePods.Movable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest moves: one, then two, and so on. Pods are taken away from their nodes, those of one node after those
 * of another, and it is asked whether they and the group have a place together. If not, {@linkplain MoveBound weights}
 * say which pods may be of use next; where they say nothing, every pod is tried. Sets that only names tell apart are
 * tried once.
 */
final class MoveSearch {

    /** One answer may take this part of what is left: 1 / n. */
    private static final int PARTS = 8;

    /** About what one pod that comes or goes costs. */
    private static final long CHANGED_POD = 500;

    /** What is remembered is forgotten beyond. */
    private static final int MOST_STATES = 500;

    private final GroupQuestion question;
    private final Verdict verdict;
    private final MovablePods movable;
    private final Likeness likeness;
    private final WorkMeter meter;
    private final Map<Set<Movable>, State> states = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private MoveOrder.@Nullable Found found;
    private boolean undetermined;

    /** What is known once some pods are taken away. */
    private final class State {
        final List<Movable> moved;
        final GroupQuestion question;
        final Verdict verdict;
        private @Nullable MoveBound bound;

        State(List<Movable> moved, GroupQuestion question, Verdict verdict) {
            this.moved = moved;
            this.question = question;
            this.verdict = verdict;
        }

        MoveBound bound() {
            MoveBound known = bound;
            if (known == null) {
                known = new MoveBound(question, verdict, moved, movable, likeness, meter);
                bound = known;
            }
            return known;
        }
    }

    MoveSearch(GroupQuestion question, Verdict verdict, MovablePods movable, WorkMeter meter) {
        this.question = question;
        this.verdict = verdict;
        this.movable = movable;
        this.meter = meter;
        this.likeness = new Likeness(question, movable);
    }

    FewestMoves fewest() {
        State now = new State(List.of(), question, verdict);
        int refuted = verdict instanceof Verdict.Infeasible ? 0 : -1;
        boolean hopeless = false;
        Open open = null;
        try {
            hopeless = now.bound().isHopeless();
            for (int moves = 1; !hopeless && found == null && moves <= FewestMoves.MOST_MOVES; moves++) {
                seen.clear();
                extend(now, Set.of(), moves);
                refuted += refuted == moves - 1 && found == null && !undetermined ? 1 : 0;
            }
        } catch (WorkMeter.Stopped stopped) {
            open = Open.BUDGET;
        }
        // Where all that may be moved were, there is nothing more to try.
        hopeless |= found == null && open == null && refuted >= movable.count();
        MoveOrder.Found done = found;
        if (done == null) {
            Open why = hopeless ? null : open != null ? open : undetermined ? Open.UNDETERMINED : Open.MORE_MOVES;
            OptionalInt atLeast = hopeless ? OptionalInt.empty() : OptionalInt.of(refuted + 1);
            return new FewestMoves(List.of(), Optional.empty(), atLeast, Optional.ofNullable(why), movable.immovable());
        }
        boolean fewest = done.moves().size() == refuted + 1;
        return new FewestMoves(
                done.moves(),
                Optional.of(done.then()),
                OptionalInt.of(refuted + 1),
                fewest ? Optional.empty() : Optional.of(Open.UNDETERMINED),
                movable.immovable());
    }

    /** Tries all sets of this many more pods, until one is found. */
    private void extend(State state, Set<Integer> closed, int moves) {
        List<MoveBound.Option> options = state.bound().options(moves, closed::contains);
        if (options == null) {
            everyPod(state, closed, moves);
            return;
        }
        for (MoveBound.Option option : options) {
            Set<Integer> more = new HashSet<>(closed);
            more.add(option.pods().get(0).node());
            take(state, option.pods(), more, moves);
            if (found != null) {
                return;
            }
        }
    }

    private void everyPod(State state, Set<Integer> closed, int moves) {
        for (int n = 0; n < question.snapshot().nodes(); n++) {
            for (Movable pod : movable.on(n)) {
                if (!closed.contains(n) && !state.moved.contains(pod)) {
                    take(state, List.of(pod), closed, moves);
                    if (found != null) {
                        return;
                    }
                }
            }
        }
    }

    private void take(State state, List<Movable> pods, Set<Integer> closed, int moves) {
        List<Movable> moved = new ArrayList<>(state.moved);
        moved.addAll(pods);
        meter.spend(8L + 8 * moved.size());
        if (!movable.areLetGo(moved) || !seen.add(likenessOf(moved, closed))) {
            return;
        }
        State next = state(moved);
        int left = moves - pods.size();
        if (next.verdict instanceof Verdict.Feasible feasible) {
            found = order(next, feasible);
            undetermined |= found == null;
        } else if (next.verdict instanceof Verdict.Undetermined) {
            undetermined = true;
        } else if (left > 0) {
            extend(next, closed, left);
        }
    }

    /** {@return what is alike for sets of pods that only names tell apart} */
    private String likenessOf(List<Movable> moved, Set<Integer> closed) {
        Map<Integer, List<Integer>> byNode = new HashMap<>();
        for (Movable each : moved) {
            byNode.computeIfAbsent(each.node(), unseen -> new ArrayList<>()).add(likeness.of(each));
        }
        return byNode.entrySet().stream()
                .map(entry -> {
                    entry.getValue().sort(null);
                    int node = entry.getKey();
                    return likeness.place(node) + (closed.contains(node) ? "!" : "") + entry.getValue();
                })
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** {@return the pod, as if it were neither drawn to others nor spread} */
    private static Pod undrawn(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        boolean isDrawn = affinity != null && !affinity.requiredPodAffinity().isEmpty();
        if (!isDrawn && pod.spec().topologySpreadConstraints().isEmpty()) {
            return pod;
        }
        return pod.withSpec(pod.spec().toBuilder()
                .topologySpreadConstraints(List.of())
                .affinity(
                        affinity == null
                                ? null
                                : new Affinity(
                                        affinity.requiredNodeAffinity(), List.of(), affinity.requiredPodAntiAffinity()))
                .build());
    }

    /** {@return an order for pods that have a place together with the group; null if none is found} */
    private MoveOrder.@Nullable Found order(State state, Verdict.Feasible feasible) {
        List<Pod> pods = state.moved.stream().map(Movable::pod).toList();
        if (!pods.stream().allMatch(pod -> undrawn(pod) == pod)) {
            ClusterSnapshot without = question.snapshot().withPods(List.of(), pods);
            meter.spend(2 * CHANGED_POD * pods.size() + question.snapshot().nodes() / 8);
            Verdict drawn = SinglePods.beside(question.on(without), pods).answer(meter.part(PARTS));
            if (drawn instanceof Verdict.Feasible all) {
                MoveOrder.Found known = new MoveOrder(question, state.moved, all, meter).find();
                if (known != null) {
                    return known;
                }
            }
        }
        return new MoveOrder(question, state.moved, feasible, meter).find();
    }

    private State state(List<Movable> moved) {
        Set<Movable> key = Set.copyOf(moved);
        State known = states.get(key);
        if (known == null) {
            List<Pod> pods = moved.stream().map(Movable::pod).toList();
            ClusterSnapshot without = question.snapshot().withPods(List.of(), pods);
            meter.spend(2 * CHANGED_POD * moved.size() + question.snapshot().nodes() / 8);
            // A pod is drawn to those that leave after it, and spread among them.
            GroupQuestion together = SinglePods.beside(
                    question.on(without), pods.stream().map(MoveSearch::undrawn).toList());
            known = new State(moved, together, together.answer(meter.part(PARTS)));
            if (meter.isOver()) {
                throw WorkMeter.stop(StopReason.STEPS);
            }
            if (states.size() >= MOST_STATES) {
                states.clear();
            }
            states.put(key, known);
        }
        return known;
    }
}
