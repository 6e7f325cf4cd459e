package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Groups that lie in one domain each, such as replicas that want a rack, counted: this many do not fit into that domain at once, so all
 * domains together hold too few of them.
 *
 * @param alike numbers of groups bound to domains of the same label, none inside another, or of groups bound to no domain, for which all nodes
 *     are domain 0; those in one list have one parent and may be exchanged for one another
 * @param cases what is too much for which domains; of a domain in no case, all groups might be there
 */
public record SharedOut(List<List<Integer>> alike, List<Case> cases) implements Certificate {

    /** Copies the lists. */
    public SharedOut {
        requireNonNull(alike, "alike");
        alike = alike.stream().map(List::copyOf).toList();
        cases = List.copyOf(requireNonNull(cases, "cases"));
    }

    @Override
    public int leaves() {
        return cases.stream()
                .flatMap(some -> some.tooMany().stream())
                .mapToInt(some -> some.why().leaves())
                .sum();
    }

    /**
     * Domains for which the same is too much for the same reasons.
     *
     * @param domains the domains
     * @param tooMany numbers of groups that are too many, and all that are no lower
     */
    public record Case(List<Integer> domains, List<TooMany> tooMany) {

        /** Copies the lists. */
        public Case {
            domains = List.copyOf(requireNonNull(domains, "domains"));
            tooMany = List.copyOf(requireNonNull(tooMany, "tooMany"));
        }
    }

    /**
     * Numbers of groups that do not fit into a domain at once.
     *
     * @param counts how many groups, in the order of {@link SharedOut#alike()}
     * @param why why the {@linkplain io.github.workload4j.gang.packing.Excerpt excerpt} of the first so many groups of each list on the nodes
     *     of the domain has no answer, in its numbers
     */
    public record TooMany(List<Integer> counts, Certificate why) {

        /** Copies the list. */
        public TooMany {
            counts = List.copyOf(requireNonNull(counts, "counts"));
            requireNonNull(why, "why");
        }

        /** Numbers of groups, and why they are too many. */
        public static TooMany of(int[] counts, Certificate why) {
            requireNonNull(counts, "counts");
            return new TooMany(Arrays.stream(counts).boxed().toList(), why);
        }

        /** {@return the numbers of groups} */
        public int[] toArray() {
            return counts.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
