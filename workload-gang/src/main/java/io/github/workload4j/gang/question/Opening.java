package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.List;

/** What is known of a group before any node is looked at: the verdict, or the question that is still to be asked. */
public sealed interface Opening {

    /** {@return the verdict: the one that is known, or the answer to the question} */
    Verdict answer(WorkMeter meter, Preference preference);

    /**
     * {@return the tree that the group is in, parents first; empty if there is no such group or its tree breaks a rule}
     *
     * <p>For a group that is not tried, the domains of a label and the one that running members pin it to are left out.
     */
    List<GroupNode> tree();

    /**
     * No node needs to be looked at.
     *
     * @param verdict gated, in error or satisfied
     * @param tree the tree that the group is in, parents first; empty if there is none
     */
    record Decided(Verdict verdict, List<GroupNode> tree) implements Opening {

        public Decided {
            requireNonNull(verdict, "verdict");
            tree = List.copyOf(requireNonNull(tree, "tree"));
        }

        @Override
        public Verdict answer(WorkMeter meter, Preference preference) {
            requireNonNull(meter, "meter");
            requireNonNull(preference, "preference");
            return verdict;
        }
    }

    /**
     * The group may be tried.
     *
     * @param question whether it fits
     */
    record Open(GroupQuestion question) implements Opening {

        public Open {
            requireNonNull(question, "question");
        }

        @Override
        public Verdict answer(WorkMeter meter, Preference preference) {
            return question.answer(meter, preference);
        }

        @Override
        public List<GroupNode> tree() {
            return question.groups();
        }
    }
}
