package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An irreducible infeasible subset (IIS): requirements that cannot be met together on these nodes, though they could if
 * any one of them were dropped, all others that the group has aside.
 *
 * @param requirements the set, in the order in which people think of them: domains, requests, rules
 * @param minimal whether it is proved that no requirement can be left out of the set
 */
public record ConflictSet(List<Dropped> requirements, boolean minimal) {

    public ConflictSet {
        requirements = List.copyOf(requireNonNull(requirements, "requirements"));
    }

    /**
     * One of the requirements, and what happens if it alone is dropped while everything else that the group asks stays.
     *
     * @param requirement the requirement
     * @param fits whether the group then fits
     */
    public record Dropped(Requirement requirement, boolean fits) {

        public Dropped {
            requireNonNull(requirement, "requirement");
        }
    }
}
