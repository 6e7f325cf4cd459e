package io.github.workload4j.gang.search;

/** Nodes of one kind that hold the same pods: the nodes {@code from} to {@code to} of the kind's array, and what is left on each. */
final class Bin {

    final Kind kind;
    final int from;
    int to;
    final long[] left;
    final int[] pods;

    /** Whether a pattern has been given to these nodes. */
    boolean fixed;

    Bin(Kind kind, int from, int to, long[] left, int[] pods) {
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.left = left;
        this.pods = pods;
    }

    static Bin empty(Kind kind) {
        return new Bin(kind, kind.from, kind.to, kind.free.clone(), new int[kind.most.length]);
    }

    Bin copy() {
        Bin copy = new Bin(kind, from, to, left.clone(), pods.clone());
        copy.fixed = fixed;
        return copy;
    }

    int size() {
        return to - from;
    }

    /** {@return the nodes from {@code at} on, taken out of this bin} */
    Bin split(int at) {
        Bin rest = new Bin(kind, at, to, left.clone(), pods.clone());
        rest.fixed = fixed;
        to = at;
        return rest;
    }

    void add(Question question, int j, int some) {
        pods[j] += some;
        for (int r = 0; r < left.length; r++) {
            left[r] -= question.request[j][r] * some;
        }
    }

    /** {@return number of further pods of a class that each node takes, at most} */
    int fitting(Question question, int j, int most) {
        int room = most - pods[j];
        if (room <= 0) {
            return 0;
        }
        boolean[] apart = question.apart[j];
        for (int other = 0; other < pods.length; other++) {
            if (apart[other] && pods[other] > 0) {
                return 0;
            }
        }
        return Kind.fitting(question.request[j], left, room);
    }
}
