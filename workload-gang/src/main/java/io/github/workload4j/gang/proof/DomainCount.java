package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Groups that lie in one domain each, such as replicas that want a rack, counted: this many do not fit into
 * that domain at once, so all domains together hold too few of them.
 *
 * <p>No case is left out. In every answer each of the groups that has pods has them in one domain, and those of
 * different domains do not meet. The pods of the groups that lie in a domain answer, as they lie, the excerpt of just
 * these groups on its nodes, and with some of the groups left out still the excerpt of the others. Groups of
 * one list may take each other's place: they have one parent, as many pods of the same requests, limits, minima and
 * nodes, the same groups inside and the same conflicts, and the cases above say the same of them. So it matters only
 * how many of each list lie in a domain: numbers said to be too many there, and all that are no lower, are none. What
 * that leaves is added up over all domains of the label that have nodes, and of no sum can the groups that must succeed
 * do so. For that every group is in one list once, none is inside another or met by nothing, and no domain is named
 * twice.
 *
 * @param alike numbers of groups bound to domains of the same label, none inside another, or of groups bound to no
 *     domain, for which all nodes are domain 0; those in one list have one parent and may be exchanged for one
 *     another
 * @param cases what is too much for which domains; of a domain in no case, all groups might be there
 */
public record DomainCount(List<List<Integer>> alike, List<Case> cases) implements Certificate {

    /** Copies the lists. */
    public DomainCount {
        requireNonNull(alike, "alike");
        alike = alike.stream().map(List::copyOf).toList();
        cases = List.copyOf(requireNonNull(cases, "cases"));
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").domainCount(this);
    }

    @Override
    public List<Certificate> parts() {
        return cases.stream()
                .flatMap(some -> some.tooMany().stream())
                .map(TooMany::why)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainCount that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: how many groups of each sort, and how many cases and leaves there are} */
    @Override
    public String toString() {
        List<Integer> sizes = alike.stream().map(List::size).toList();
        return CertificateContent.text("DomainCount[groups=" + sizes + ", cases=" + cases.size(), this);
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
     * @param counts how many groups, in the order of {@link DomainCount#alike()}
     * @param why why the excerpt of the first {@code counts[i]} groups of each list on the domain's nodes has no
     *     answer, in the excerpt's numbers: a question of its own, as {@code docs/certificates.md} specifies it
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
