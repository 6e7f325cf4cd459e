package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.policy.FeatureGate;

/**
 * By which rules an object is judged.
 *
 * @param version version of the Workload API, and so the release of Kubernetes whose rules hold
 * @param options what the caller chose; its own version is not looked at
 */
record RuleContext(ApiVersion version, RuleOptions options) {

    boolean isOn(FeatureGate gate) {
        return options.gates().isOn(gate);
    }

    /** {@return whether a field may be set that the server drops if this gate is off} */
    boolean keeps(FeatureGate gate) {
        return isOn(gate) || !requires(RuleOptions.Demand.NO_DROPPED_FIELDS);
    }

    boolean requires(RuleOptions.Demand demand) {
        return options.demands().contains(demand);
    }

    /** {@return whether the rules of Kubernetes 1.37 hold} */
    boolean isAtLeast137() {
        return version.isAtLeast(ApiVersion.V1ALPHA3);
    }
}
