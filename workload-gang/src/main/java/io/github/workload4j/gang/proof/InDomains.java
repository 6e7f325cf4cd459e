package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The group lies in one domain; here is a refutation for each.
 *
 * @param group number of the group
 * @param cases every domain of the group once
 */
public record InDomains(int group, List<Case> cases) implements Certificate {

    /** Copies the list. */
    public InDomains {
        cases = List.copyOf(requireNonNull(cases, "cases"));
    }

    @Override
    public int leaves() {
        return cases.stream().mapToInt(some -> some.certificate().leaves()).sum();
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
