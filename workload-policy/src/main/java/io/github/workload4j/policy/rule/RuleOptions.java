package io.github.workload4j.policy.rule;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.release.ClusterSetup;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller chooses about the rules.
 *
 * @param setup release and feature gates
 * @param demands what may not be missing or is not tolerated, beyond the rules that always hold
 */
record RuleOptions(ClusterSetup setup, Set<Demand> demands) {

    static final RuleOptions STANDARD = new RuleOptions(ClusterSetup.OPEN, EnumSet.noneOf(Demand.class));

    /** A rule that a caller may switch on. */
    enum Demand {
        /** An object must name its namespace (M-4). */
        NAMESPACE,
        /** An update must name the version it is based on (M-U1), and repeat what the server has set. */
        RESOURCE_VERSION,
        /** A field that the server would drop silently, because its gate is off, must not be set (OPEN-10). */
        NO_DROPPED_FIELDS,
        /** An object is judged without what the server fills in first. */
        AS_IT_STANDS
    }

    RuleOptions {
        requireNonNull(setup, "setup");
        demands = demands.isEmpty() ? EnumSet.noneOf(Demand.class) : EnumSet.copyOf(demands);
    }

    RuleOptions withSetup(ClusterSetup setup) {
        return new RuleOptions(setup, demands);
    }

    RuleOptions with(Demand demand, boolean isOn) {
        Set<Demand> changed = EnumSet.copyOf(demands);
        if (isOn) {
            changed.add(demand);
        } else {
            changed.remove(demand);
        }
        return new RuleOptions(setup, changed);
    }
}
