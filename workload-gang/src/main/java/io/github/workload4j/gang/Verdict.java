package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.StopReason;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to: would this group fit? Prints itself in one line, without its placement or proof.
 *
 * <p>Java serialization writes all of it, a certificate as its JSON, however deep; what comes back is equal. What is
 * none is an {@link InvalidObjectException}, and a proof of more than 2<sup>27</sup> characters a {@link
 * NotSerializableException}. A verdict that has travelled says what its sender said: {@code GroupQuestion.requireOwn}
 * and {@code PackingChecker} tell whether it is one on a question, and whether its certificate is right.
 */
public sealed interface Verdict extends Serializable {

    /** {@return what the verdict is about} */
    GroupSummary about();

    /** {@return the word for it, such as {@code feasible}} */
    String word();

    /** {@return the reason of a group that is gated, in error or satisfied; empty for the others} */
    default Optional<Reason> reason() {
        return Optional.empty();
    }

    /** {@return steps of the budget that were spent} */
    default long steps() {
        return 0;
    }

    /**
     * The group fits: pods can be placed, in the order given, such that every one passes every rule at its turn and the
     * group succeeds.
     *
     * @param about what the verdict is about
     * @param placement where the pods go, in an order that is valid; at least one
     * @param domains the domain of every group that has a topology constraint and a pod in the placement, parents first
     * @param atMost no valid answer places more pods than this
     * @param noMore why no valid answer places more than {@code atMost}; null if that is the number of pending pods
     *     without gates
     * @param steps steps of the budget that were spent
     */
    record Feasible(
            GroupSummary about,
            List<Assignment> placement,
            List<ChosenDomain> domains,
            int atMost,
            @Nullable Evidence noMore,
            long steps)
            implements Verdict {

        public Feasible {
            requireNonNull(about, "about");
            placement = List.copyOf(requireNonNull(placement, "placement"));
            domains = List.copyOf(requireNonNull(domains, "domains"));
        }

        /** {@return number of pods newly placed} */
        public int placed() {
            return placement.size();
        }

        /** {@return whether it is proved that no valid answer places more pods} */
        public boolean isMaximal() {
            return placed() >= atMost;
        }

        @Override
        public String word() {
            return "feasible";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }
    }

    /**
     * The group does not fit, which is proved. Also said where enough members run already and no further one can be
     * placed.
     *
     * @param about what the verdict is about
     * @param evidence the proof
     * @param steps steps of the budget that were spent
     */
    record Infeasible(GroupSummary about, Evidence evidence, long steps) implements Verdict {

        public Infeasible {
            requireNonNull(about, "about");
            requireNonNull(evidence, "evidence");
        }

        @Override
        public String word() {
            return "infeasible";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }
    }

    /**
     * The group may not be tried yet.
     *
     * @param about what the verdict is about
     * @param why why not
     * @param detail the particulars, as a sentence without a full stop
     */
    record Gated(GroupSummary about, Reason why, String detail) implements Verdict {

        public Gated {
            requireNonNull(about, "about");
            requireNonNull(why, "why");
            requireNonNull(detail, "detail");
        }

        @Override
        public String word() {
            return "gated";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /**
     * The input contradicts a rule of groups.
     *
     * @param about what the verdict is about
     * @param why which rule
     * @param detail the particulars, as a sentence without a full stop
     * @param condition the reason in the condition that the scheduler writes to the group, such as {@code
     *     SchedulerError}; empty if it writes none
     */
    record Errored(GroupSummary about, Reason why, String detail, String condition) implements Verdict {

        public Errored {
            requireNonNull(about, "about");
            requireNonNull(why, "why");
            requireNonNull(detail, "detail");
            requireNonNull(condition, "condition");
        }

        @Override
        public String word() {
            return "error";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /**
     * There is nothing to place.
     *
     * @param about what the verdict is about
     */
    record Satisfied(GroupSummary about) implements Verdict {

        public Satisfied {
            requireNonNull(about, "about");
        }

        @Override
        public String word() {
            return "satisfied";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(Reason.NOTHING_PENDING);
        }
    }

    /**
     * The search ended before a placement or a proof was found.
     *
     * @param about what the verdict is about
     * @param sure this many pods can be placed together, though fewer than needed: a placement of them was found and
     *     checked
     * @param atMost no valid answer places more pods than this
     * @param stopped why the search ended
     * @param objection what the checker said, where it did not believe what the search found; otherwise empty
     * @param steps steps of the budget that were spent
     */
    record Undetermined(GroupSummary about, int sure, int atMost, StopReason stopped, String objection, long steps)
            implements Verdict {

        public Undetermined {
            requireNonNull(about, "about");
            requireNonNull(stopped, "stopped");
            requireNonNull(objection, "objection");
        }

        @Override
        public String word() {
            return "undetermined";
        }

        @Override
        public String toString() {
            return VerdictLine.of(this);
        }

        private Object writeReplace() throws ObjectStreamException {
            return WrittenVerdict.of(this);
        }
    }
}
