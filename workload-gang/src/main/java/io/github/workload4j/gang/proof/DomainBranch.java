package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The group lies in one domain; here is a refutation for each.
 *
 * <p>No case is left out: all pods of a group bound to domains lie in one domain in which some node lies, and each of
 * those is named once. In its case no pod of the group lies on other nodes; a group without pods is in every such
 * case, so if there is any domain, it is refuted, too. If there is no domain, the group has no pods, which refutes
 * something only if a case above says that it has.
 *
 * @param group number of the group, which is bound to one domain
 * @param cases every domain of the group once, and no other number
 */
public record DomainBranch(int group, List<Case> cases) implements Certificate {

    /** Copies the list. */
    public DomainBranch {
        cases = List.copyOf(requireNonNull(cases, "cases"));
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").domainBranch(this);
    }

    @Override
    public List<Certificate> parts() {
        return cases.stream().map(Case::certificate).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainBranch that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: its own numbers, and how many leaves there are} */
    @Override
    public String toString() {
        return CertificateContent.text("DomainBranch[group=" + group + ", cases=" + cases.size(), this);
    }

    /**
     * Domains that one certificate refutes.
     *
     * @param domains the domains
     * @param certificate why the group cannot lie in any of them
     */
    public record Case(List<Integer> domains, Certificate certificate) {

        /** Copies the list. */
        public Case {
            domains = List.copyOf(requireNonNull(domains, "domains"));
            requireNonNull(certificate, "certificate");
        }
    }
}
