package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.proof.CheckFailure.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One check of one certificate: what it may still cost, what is still to be checked, and what is met on the way. */
final class Walk {

    /** The deepest certificate: twice that of any search of a thousand cases in a thousand groups. */
    private static final int DEEPEST = 4_000;

    final Work work;

    /** Whether to find out what nodes are worth even where a simpler bound would do. */
    final boolean exactly;

    /** Where to note what leaves come to, or null if nobody asks. */
    final @Nullable LeafTally sums;

    private int leaves;
    private String first = "the rules of the groups cannot be met by as many pods as there are";
    private @Nullable KeptProof kept;
    private boolean untold;

    /** Number of groups that domains have room for, if that was counted. */
    private int room = -1;

    /** The last leaf met that tells nodes apart by their shape only; many domains may share one. */
    private @Nullable PlainLeaf leaf;

    Walk(Work work, boolean exactly) {
        this(work, exactly, null);
    }

    Walk(Work work, boolean exactly, @Nullable LeafTally sums) {
        this.work = work;
        this.exactly = exactly;
        this.sums = sums;
    }

    /** Checks what is owed, in order, and all that is owed for it. */
    void run(List<Duty> duties) {
        Deque<Duty> owed = new ArrayDeque<>();
        owe(duties, owed);
        while (!owed.isEmpty()) {
            owe(owed.pop().check(), owed);
        }
    }

    private static void owe(List<Duty> more, Deque<Duty> owed) {
        for (int i = more.size() - 1; i >= 0; i--) {
            owed.push(more.get(i));
        }
    }

    /** Notes that a place of a certificate at this depth is entered. */
    void enter(int depth, Cases cases) {
        if (depth > DEEPEST) {
            throw new Refused(Rule.LIMIT, "more than " + DEEPEST + " cases one inside another");
        }
        work.look(8 + cases.caps().size() + cases.states().length);
    }

    void countLeaves(int more) {
        leaves += more;
    }

    /** Notes what a leaf came to. */
    void tell(String reading) {
        if (leaves == 1) {
            first = reading;
        }
    }

    void setRoom(int groups) {
        room = groups;
    }

    /** Keeps sums, in places to be filled by leaves, or counts, which need none. */
    void keep(KeptProof proof) {
        kept = proof;
    }

    /** Notes the sum of a leaf, which belongs into the given place, or into none if that is negative. */
    void tally(int place, PlainLeaf leaf, int by, long sum) {
        if (kept instanceof Tallies tallies && place >= 0) {
            tallies.set(place, leaf, by, sum);
        } else {
            untold();
        }
    }

    /** Notes that the certificate does not rest on sums alone. */
    void untold() {
        untold |= !(kept instanceof CountedDomains);
    }

    @Nullable
    KeptProof kept() {
        return untold ? null : kept;
    }

    @Nullable
    PlainLeaf leaf() {
        return leaf;
    }

    void setLeaf(PlainLeaf last) {
        leaf = last;
    }

    int leaves() {
        return leaves;
    }

    String first() {
        return first;
    }

    int room() {
        return room;
    }
}
