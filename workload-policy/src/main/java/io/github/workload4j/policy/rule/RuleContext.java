package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.policy.FeatureGate;
import io.github.workload4j.policy.FeatureGates;

/**
 * By which rules objects are judged.
 *
 * @param version version of the Workload API, and so the release of Kubernetes whose rules hold
 * @param gates feature gates
 * @param namespaceRequired whether a missing namespace is a violation
 * @param resourceVersionRequired whether an update must say which version it is of, and repeat what the server set
 * @param droppedFieldsForbidden whether a field that the server would drop silently, as its gate is off, is a violation
 */
record RuleContext(
        ApiVersion version,
        FeatureGates gates,
        boolean namespaceRequired,
        boolean resourceVersionRequired,
        boolean droppedFieldsForbidden) {

    boolean isOn(FeatureGate gate) {
        return gates.isOn(gate);
    }

    /** {@return whether the rules of Kubernetes 1.37 hold} */
    boolean isAtLeast137() {
        return version.isAtLeast(ApiVersion.V1ALPHA3);
    }
}
