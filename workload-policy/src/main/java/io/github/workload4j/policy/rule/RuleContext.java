package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;

/**
 * By which rules an object is judged.
 *
 * @param release the release of Kubernetes whose rules hold
 * @param version version of the Workload API, at whose paths violations are
 * @param gates the feature gates that are set
 * @param options what the caller chose; its setup is not looked at
 */
record RuleContext(KubernetesRelease release, ApiVersion version, FeatureGates gates, RuleOptions options) {

    /** {@return the context of a release and a version} */
    static RuleContext of(KubernetesRelease release, ApiVersion version, RuleOptions options) {
        return new RuleContext(release, version, options.setup().gatesOf(release), options);
    }

    boolean isOn(FeatureGate gate) {
        return gates.isOn(gate, release);
    }

    /** {@return whether a field may be set that the server drops if this gate is off} */
    boolean keeps(FeatureGate gate) {
        return isOn(gate) || !requires(RuleOptions.Demand.NO_DROPPED_FIELDS);
    }

    boolean requires(RuleOptions.Demand demand) {
        return options.demands().contains(demand);
    }

    /** {@return whether the rules of a release or of a later one hold} */
    boolean isAtLeast(KubernetesRelease other) {
        return release.isAtLeast(other);
    }
}
