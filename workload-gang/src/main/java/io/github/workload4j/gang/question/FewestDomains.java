package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.List;

/**
 * Among placements of as many pods one in the fewest domains of a label, and of those one in the tightest: what
 * schedulers call a preferred topology. How much room a domain has is the number of pods that its nodes hold, each kind
 * of pods counted alone, added up over kinds.
 *
 * @param key the label
 * @param domains its values on the nodes of the placement, in order; empty if some node of it has none, and no
 *     placement of as many pods was found without such nodes
 * @param atLeast so many domains any placement of as many pods needs, by proof: if that is how many there are, they are
 *     the fewest
 * @param isTightest whether it is proved that no other placement in as many domains has as many pods in less room
 * @param verdict the verdict, with this placement
 */
public record FewestDomains(
        String key, List<String> domains, int atLeast, boolean isTightest, Verdict.Feasible verdict) {

    public FewestDomains {
        requireNonNull(key, "key");
        requireNonNull(verdict, "verdict");
        domains = List.copyOf(requireNonNull(domains, "domains"));
    }

    /**
     * {@return the placement that is preferred, as far as the budget goes}
     *
     * <p>Sets of domains are tried from the fewest and tightest on, as far as sums of what they hold do not rule them
     * out; domains of the same nodes stand for one another. Each set is a question of its own, answered and checked
     * like any other. Once the budget is spent, or 300 sets have been asked about, the best so far is given, and what
     * is not proved is not claimed.
     *
     * @param question a question
     * @param verdict the answer to it
     * @param key a label
     * @param preference which of several placements in the same domains
     */
    public static FewestDomains of(
            GroupQuestion question, Verdict.Feasible verdict, String key, WorkMeter meter, Preference preference) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(key, "key");
        requireNonNull(meter, "meter");
        requireNonNull(preference, "preference");
        return new DomainChoice(question, verdict, key, meter, preference).choose();
    }

    /** {@return whether it is proved that no placement of as many pods is in fewer domains} */
    public boolean isFewest() {
        return !domains.isEmpty() && domains.size() == atLeast;
    }
}
