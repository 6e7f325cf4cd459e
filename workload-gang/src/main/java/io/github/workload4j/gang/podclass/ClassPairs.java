package io.github.workload4j.gang.podclass;

import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.LabelIndex;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.eligibility.PortIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which classes of pods may be kept apart from which: a term of anti-affinity of one matches the other, or they share
 * the number of a host port, a disk, or a claim for one pod. Every two are compared only where terms require no label.
 */
final class ClassPairs {

    private final List<PodClasses.Entry> classes;

    /** For each class, how many places after it those are with which it may be kept apart; 0 is itself. */
    private final BitSet[] further;

    private final long most;
    private long compared;

    private ClassPairs(List<PodClasses.Entry> classes, long most) {
        this.classes = classes;
        this.further = new BitSet[classes.size()];
        this.most = most;
    }

    /**
     * {@return the pairs of some classes}
     *
     * @param byLabel the classes by their labels
     * @param most how many pairs are compared, at most
     */
    static ClassPairs of(List<PodClasses.Entry> classes, LabelIndex byLabel, ClusterView view, long most) {
        ClassPairs pairs = new ClassPairs(classes, most);
        pairs.addTerms(byLabel, view);
        pairs.addPorts();
        pairs.addVolumes();
        return pairs;
    }

    private void addTerms(LabelIndex byLabel, ClusterView view) {
        for (int owner = 0; owner < classes.size(); owner++) {
            for (PodTerm term : classes.get(owner).signature().apart()) {
                for (int other : byLabel.candidates(term.selector())) {
                    if (!mayCompare()) {
                        return;
                    }
                    if (term.matches(classes.get(other).pod(), view)) {
                        add(owner, other);
                    }
                }
            }
        }
    }

    private void addPorts() {
        PortIndex ports = new PortIndex();
        for (int c = 0; c < classes.size(); c++) {
            int own = c;
            ports.add(c, classes.get(c).signature().ports());
            ports.forEachMeeting(classes.get(c).signature().ports(), other -> {
                if (mayCompare()) {
                    add(own, other);
                }
            });
        }
    }

    private void addVolumes() {
        Map<Object, List<Integer>> users = new HashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            if (classes.get(c).signature().volumes().isEmpty()) {
                continue;
            }
            for (Object each : classes.get(c).signature().volumes().rivalled()) {
                List<Integer> before = users.computeIfAbsent(each, e -> new ArrayList<>());
                before.add(c);
                for (int other : before) {
                    if (mayCompare()) {
                        add(c, other);
                    }
                }
            }
        }
    }

    private boolean mayCompare() {
        compared = Math.min(compared + 1, most + 1);
        return !isCutShort();
    }

    private void add(int a, int b) {
        int low = Math.min(a, b);
        if (further[low] == null) {
            further[low] = new BitSet();
        }
        further[low].set(Math.max(a, b) - low);
    }

    /** {@return how many pairs were compared} */
    long compared() {
        return compared;
    }

    /** {@return whether there were more pairs to compare than are looked at, so that some are missing} */
    boolean isCutShort() {
        return compared > most;
    }

    /** {@return the classes from a class on with which it may be kept apart, itself among them, in rising order} */
    int[] from(int c) {
        return further[c] == null
                ? new int[0]
                : further[c].stream().map(by -> c + by).toArray();
    }
}
