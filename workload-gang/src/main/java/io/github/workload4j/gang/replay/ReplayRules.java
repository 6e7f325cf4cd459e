package io.github.workload4j.gang.replay;

import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;

/**
 * What the checker reads from the release. Written for itself: the answer has its own.
 *
 * @param gateHoldsTree whether one gated member holds all of its tree
 * @param emptyIsDomain whether the empty text is a domain of a group
 * @param emptySelectorCounts whether an empty selector of a spread constraint counts pods
 * @param numbersInTaints whether tolerations compare numbers
 * @param featuresOf the last digits of the release whose features nodes must declare; 0 if none
 * @param domainsOfGroups whether topology constraints of groups hold
 * @param mapsResources whether devices may serve resources that a node does not have
 * @param taintRules whether rules add taints to devices
 * @param capacityDomains whether names of capacities mean their driver's domain
 * @param capacityFractions whether ranges of capacities count in thousandths
 * @param ignoresBuilds whether versions that differ in their build alone are equal
 * @param allIncludesFull whether all devices include shared ones without room
 * @param insistsOnDrivers whether a driver may insist on being on the node
 * @param wholeBytes whether fractions of bytes are rounded up before room is compared
 */
record ReplayRules(
        boolean gateHoldsTree,
        boolean emptyIsDomain,
        boolean emptySelectorCounts,
        boolean numbersInTaints,
        int featuresOf,
        boolean domainsOfGroups,
        boolean mapsResources,
        boolean taintRules,
        boolean capacityDomains,
        boolean capacityFractions,
        boolean ignoresBuilds,
        boolean allIncludesFull,
        boolean insistsOnDrivers,
        boolean wholeBytes) {

    static ReplayRules of(KubernetesRelease release, FeatureGates gates) {
        boolean before137 = release == KubernetesRelease.V1_35 || release == KubernetesRelease.V1_36;
        boolean before138 = before137 || release == KubernetesRelease.V1_37;
        return new ReplayRules(
                !before137,
                before138,
                !before138,
                gates.isOn(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS, release),
                gates.isOn(FeatureGate.NODE_DECLARED_FEATURES, release) ? minor(release) : 0,
                release == KubernetesRelease.V1_35
                        || gates.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, release),
                gates.isOn(FeatureGate.DRA_EXTENDED_RESOURCE, release),
                !before137,
                !before138,
                !before137,
                !before138,
                !before137,
                gates.isOn(FeatureGate.VOLUME_LIMIT_SCALING, release),
                before138);
    }

    private static int minor(KubernetesRelease release) {
        return Integer.parseInt(release.version().substring(2));
    }
}
