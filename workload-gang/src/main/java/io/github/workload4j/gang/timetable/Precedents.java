package io.github.workload4j.gang.timetable;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a group from those before it: one that asks no less, and lasts as long, starts no earlier than they
 * do. Room only shrinks as groups get their places, so a moment that was too early for one of them still is.
 *
 * <p>That holds for groups that look at room alone and whose proofs leave no moment out. Mutable.
 */
final class Precedents {

    /**
     * A group that came before.
     *
     * @param start when it starts, or {@link Times#NEVER}
     */
    record Precedent(QueuedGroup group, long start) {}

    private final List<Precedent> all = new ArrayList<>();

    void add(QueuedGroup group, long start) {
        all.add(new Precedent(group, start));
    }

    /** {@return the one that says most about a group; null if none says anything} */
    @Nullable
    Precedent of(QueuedGroup group) {
        Precedent best = null;
        for (Precedent each : all) {
            if ((best == null || each.start > best.start)
                    && each.group.lasting() <= group.lasting()
                    && asksNoMore(each.group, group)) {
                best = each;
            }
        }
        return best;
    }

    private static boolean asksNoMore(QueuedGroup one, QueuedGroup other) {
        Packing a = one.question().packing();
        Packing b = other.question().packing();
        int classes = a.classes().size();
        if (classes != b.classes().size()
                || !one.resources().equals(other.resources())
                || !a.root().children().isEmpty()
                || !b.root().children().isEmpty()
                || a.root().minimum() > Math.max(1, b.root().minimum())
                || !Arrays.equals(a.root().domainOf(), b.root().domainOf())
                || !a.conflicts().equals(b.conflicts())) {
            return false;
        }
        for (int c = 0; c < classes; c++) {
            PodClass less = a.classes().get(c);
            PodClass more = b.classes().get(c);
            // One class has as many pods as are needed; of several, those of the other all have a counterpart.
            long counterparts = classes == 1 ? Math.max(1, a.root().minimum()) : more.count();
            if (less.count() < counterparts || !asksNoMore(less, more)) {
                return false;
            }
        }
        return true;
    }

    private static boolean asksNoMore(PodClass less, PodClass more) {
        long[] asked = less.request();
        long[] limits = more.request();
        for (int r = 0; r < asked.length; r++) {
            if (asked[r] > limits[r]) {
                return false;
            }
        }
        return less.min() == 0
                && less.maxPerNode() >= more.maxPerNode()
                && Arrays.equals(less.eligible(), more.eligible());
    }
}
