package io.github.workload4j.policy.rule;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.policy.FeatureGates;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller chooses about the rules.
 *
 * @param version the version by whose rules every object is judged; empty if each is judged by its own
 * @param gates feature gates
 * @param demands what may not be missing or is not tolerated, beyond the rules that always hold
 */
record RuleOptions(Optional<ApiVersion> version, FeatureGates gates, Set<Demand> demands) {

    static final RuleOptions STANDARD =
            new RuleOptions(Optional.empty(), FeatureGates.ALL, EnumSet.noneOf(Demand.class));

    /** A rule that a caller may switch on. */
    enum Demand {
        /** An object must name its namespace (M-4). */
        NAMESPACE,
        /** An update must name the version it is based on (M-U1), and repeat what the server has set. */
        RESOURCE_VERSION,
        /** A field that the server would drop silently, because its gate is off, must not be set (OPEN-10). */
        NO_DROPPED_FIELDS
    }

    RuleOptions {
        requireNonNull(gates, "gates");
        demands = demands.isEmpty() ? EnumSet.noneOf(Demand.class) : EnumSet.copyOf(demands);
    }

    RuleOptions withVersion(Optional<ApiVersion> version) {
        return new RuleOptions(version, gates, demands);
    }

    RuleOptions withGates(FeatureGates gates) {
        return new RuleOptions(version, gates, demands);
    }

    RuleOptions with(Demand demand, boolean isOn) {
        Set<Demand> changed = EnumSet.copyOf(demands);
        if (isOn) {
            changed.add(demand);
        } else {
            changed.remove(demand);
        }
        return new RuleOptions(version, gates, changed);
    }
}
