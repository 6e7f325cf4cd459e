package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The domains that placed pods close to classes in wide conflict with them. */
final class TakenDomains {

    private static final int[] NOWHERE = {};

    private final Subproblem subproblem;
    private final int classes;
    private final List<Conflict> wide;

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
        int[] domains = domains(t);
        for (int c = 0; c < domains.length; c++) {
            if (domains[c] >= 0 && wide.get(c).a() == j && wide.get(c).b() == j) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether nodes of a type are in a domain that is closed to a class} */
    boolean contains(int t, int j) {
        int[] domains = domains(t);
        for (int c = 0; c < domains.length; c++) {
            if (domains[c] >= 0 && taken.contains(spot(c, j, domains[c]))) {
                return true;
            }
        }
        return false;
    }

    /** Closes the domains of nodes of a type to the classes in conflict with one that is placed there. */
    void add(int t, int j) {
        int[] domains = domains(t);
        for (int c = 0; c < domains.length; c++) {
            if (domains[c] >= 0) {
                int a = wide.get(c).a();
                int b = wide.get(c).b();
                if (a == j) {
                    taken.add(spot(c, b, domains[c]));
                }
                if (b == j) {
                    taken.add(spot(c, a, domains[c]));
                }
            }
        }
    }

    private int[] domains(int t) {
        return isPossible() ? subproblem.types.get(t).domains : NOWHERE;
    }

    private long spot(int conflict, int j, int domain) {
        return ((long) conflict * classes + j << 32) + domain;
    }
}
