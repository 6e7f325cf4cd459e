package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;

/** What is known of a group before any node is looked at: the verdict, or the question that is still to be asked. */
public sealed interface Opening {

    /** {@return the verdict: that which is known, or the answer to the question} */
    Verdict answer(WorkMeter meter, Preference preference);

    /**
     * No node needs to be looked at.
     *
     * @param verdict gated, in error or satisfied
     */
    record Decided(Verdict verdict) implements Opening {

        /** Checks presence. */
        public Decided {
            requireNonNull(verdict, "verdict");
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

        /** Checks presence. */
        public Open {
            requireNonNull(question, "question");
        }

        @Override
        public Verdict answer(WorkMeter meter, Preference preference) {
            return question.answer(meter, preference);
        }
    }
}
