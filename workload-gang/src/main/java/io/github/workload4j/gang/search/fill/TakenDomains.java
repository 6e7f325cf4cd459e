package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The domains that placed pods close to classes in wide conflict with them. */
final class TakenDomains {

    private final Subproblem subproblem;
    private final int classes;
    private final List<Conflict> wide;
    private final int[][] wideOf;

    /** Conflict, class and domain in one number. */
    private final Set<Long> taken;

    /** Nothing is taken yet. */
    TakenDomains(Subproblem subproblem) {
        this(subproblem, Set.of());
    }

    private TakenDomains(Subproblem subproblem, Set<Long> taken) {
        ReducedPacking reduced = subproblem.reduced;
        this.subproblem = subproblem;
        this.classes = reduced.classes;
        this.wide = reduced.wide;
        this.wideOf = reduced.wideOf;
        this.taken = new HashSet<>(taken);
    }

    TakenDomains copy() {
        return new TakenDomains(subproblem, taken);
    }

    /** {@return whether there are wide conflicts} */
    boolean isPossible() {
        return !wide.isEmpty();
    }

    /** {@return whether a class is in wide conflict with itself on nodes of a type} */
    boolean isOnePerDomain(int t, int j) {
        for (int c : wideOf[j]) {
            if (domain(t, c) >= 0 && wide.get(c).a() == wide.get(c).b()) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether nodes of a type are in a domain that is closed to a class} */
    boolean contains(int t, int j) {
        for (int c : wideOf[j]) {
            if (domain(t, c) >= 0 && taken.contains(spot(c, j, domain(t, c)))) {
                return true;
            }
        }
        return false;
    }

    /** Closes the domains of nodes of a type to the classes in conflict with one that is placed there. */
    void add(int t, int j) {
        for (int c : wideOf[j]) {
            if (domain(t, c) >= 0) {
                int other = wide.get(c).a() == j ? wide.get(c).b() : wide.get(c).a();
                taken.add(spot(c, other, domain(t, c)));
            }
        }
    }

    private int domain(int t, int conflict) {
        return subproblem.types.get(t).domain(subproblem.reduced, conflict);
    }

    private long spot(int conflict, int j, int domain) {
        return ((long) conflict * classes + j << 32) + domain;
    }
}
