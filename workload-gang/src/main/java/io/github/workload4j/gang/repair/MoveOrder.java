package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.SinglePods;
import io.github.workload4j.gang.repair.MovablePods.Movable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order pods are moved, each to a node that has room for it at its turn. First it is tried to keep the places
 * that the answer found for them, then to take others while the group's places are kept free, and at last to let as few
 * pods as possible wait without a node until others have made room.
 */
final class MoveOrder {

    /** Moves in order, and the verdict once they are done. */
    record Found(List<Move> moves, Verdict.Feasible then) {}

    private static final int PARTS = 8;
    private static final long CHANGED_POD = 500;

    private final GroupQuestion question;
    private final WorkMeter meter;
    private final List<Pod> pods = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Assignment> ofGroup = new ArrayList<>();

    /**
     * Looks for an order.
     *
     * @param moved the pods to move
     * @param together where they and pods of the group have a place together
     */
    MoveOrder(GroupQuestion question, List<Movable> moved, Verdict.Feasible together, WorkMeter meter) {
        this.question = question;
        this.meter = meter;
        Map<String, Pod> byName = new HashMap<>();
        moved.forEach(each -> byName.put(each.name(), each.pod()));
        for (Assignment each : together.placement()) {
            Pod pod = byName.get(each.namespace() + "/" + each.pod());
            if (pod == null) {
                ofGroup.add(each);
            } else if (!pod.spec().nodeName().equals(each.node())) {
                pods.add(pod);
                places.add(each.node());
            }
        }
    }

    /** {@return the moves, or null if no order was found or the group is not known to fit afterwards} */
    @Nullable
    Found find() {
        List<Move> moves = new ArrayList<>();
        if (!place(question.snapshot(), 0, 0, false, new HashSet<>(), moves)
                && !place(question.snapshot().withPlaced(ofGroup), 0, 0, true, new HashSet<>(), moves)
                && !waiting(moves)) {
            return null;
        }
        ClusterSnapshot then = question.snapshot();
        for (Move move : moves) {
            then = on(without(then, move.pod()), move.pod(), move.to());
        }
        return question.on(then).answer(meter.part(PARTS)) instanceof Verdict.Feasible feasible
                ? new Found(moves, feasible)
                : null;
    }

    private boolean waiting(List<Move> moves) {
        int all = (1 << pods.size()) - 1;
        for (int many = 1; many <= pods.size(); many++) {
            for (int waiting = 1; waiting <= all; waiting++) {
                if (Integer.bitCount(waiting) == many) {
                    ClusterSnapshot world = question.snapshot();
                    for (int p = 0; p < pods.size(); p++) {
                        world = (waiting >> p & 1) == 0 ? world : without(world, pods.get(p));
                    }
                    if (place(world, waiting, 0, false, new HashSet<>(), moves)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Places the pods that are left, in some order.
     *
     * @param waiting the pods that have left already, as bits
     * @param done the pods that are placed
     * @param isFree whether they may take other places than their own
     * @param failed what is known to lead nowhere
     * @param moves what was done; filled here
     */
    private boolean place(
            ClusterSnapshot world, int waiting, int done, boolean isFree, Set<Integer> failed, List<Move> moves) {
        if (Integer.bitCount(done) == pods.size()) {
            return true;
        }
        if (failed.contains(done)) {
            return false;
        }
        for (int p = 0; p < pods.size(); p++) {
            if ((done >> p & 1) == 0) {
                Pod pod = pods.get(p);
                boolean waits = (waiting >> p & 1) != 0;
                ClusterSnapshot left = waits ? world : without(world, pod);
                String to = admitted(left, pod, isFree ? null : places.get(p));
                if (to != null && !to.equals(pod.spec().nodeName())) {
                    moves.add(new Move(pod, to, waits));
                    if (place(on(left, pod, to), waiting, done | 1 << p, isFree, failed, moves)) {
                        return true;
                    }
                    moves.remove(moves.size() - 1);
                }
            }
        }
        failed.add(done);
        return false;
    }

    private @Nullable String admitted(ClusterSnapshot world, Pod pod, @Nullable String node) {
        meter.spend(CHANGED_POD + world.nodes() / 8);
        Verdict verdict = SinglePods.admission(question, world, pod, node, meter.part(PARTS));
        return verdict instanceof Verdict.Feasible feasible
                ? feasible.placement().get(0).node()
                : null;
    }

    private ClusterSnapshot without(ClusterSnapshot world, Pod pod) {
        meter.spend(CHANGED_POD);
        return world.removePod(pod.metadata().namespace(), pod.metadata().name());
    }

    private ClusterSnapshot on(ClusterSnapshot world, Pod pod, String node) {
        meter.spend(CHANGED_POD);
        return world.put(MovablePods.anew(pod, node));
    }
}
