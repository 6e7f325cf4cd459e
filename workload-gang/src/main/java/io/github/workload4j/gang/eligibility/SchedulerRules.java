package io.github.workload4j.gang.eligibility;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Arrays;

/**
 * How the scheduler of a release counts: everything in which releases and feature gates differ, and the only place that
 * asks for either.
 *
 * @param release the release
 * @param gates the gates that are set
 */
public record SchedulerRules(KubernetesRelease release, FeatureGates gates) {

    /** Most levels of groups that an answer looks at, where the scheduler has no limit. */
    private static final int MOST_LEVELS = 32;

    private static final int LEVELS_OF_TEMPLATES = 4;

    public SchedulerRules {
        requireNonNull(release, "release");
        requireNonNull(gates, "gates");
    }

    /** {@return how the scheduler of a release counts in a cluster} */
    public static SchedulerRules of(KubernetesRelease release, ClusterSetup setup) {
        return new SchedulerRules(release, setup.gatesOf(release));
    }

    private boolean since(KubernetesRelease first) {
        return release.isAtLeast(first);
    }

    /** {@return whether one pending member with a scheduling gate holds its whole tree back; else only itself} */
    public boolean gatedMemberHoldsTree() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether members must agree with the root group, and each other, in priority and preemption policy} */
    public boolean comparesPriorities() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether the preemption policy of the root group is compared with that of its members} */
    public boolean readsGroupPreemptionPolicy() {
        return since(KubernetesRelease.V1_38) || gates.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, release);
    }

    /** {@return whether a group that says no preemption policy goes by its members'; else it preempts} */
    public boolean groupTakesPolicyOfPods() {
        return since(KubernetesRelease.V1_38);
    }

    /**
     * {@return whether the groups of a tree are compared with the root and with their parents: Workload, priority,
     * preemption policy, scheduling policy, disruption mode}
     */
    public boolean comparesGroups() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return most levels of groups, the one with the pods included} */
    public int mostLevels() {
        return limitsLevels() ? LEVELS_OF_TEMPLATES : MOST_LEVELS;
    }

    /** {@return whether a deeper tree is an error to the scheduler; else only this library looks no further} */
    public boolean limitsLevels() {
        return since(KubernetesRelease.V1_38);
    }

    /**
     * {@return the reason in the condition that the scheduler writes to a group in error; empty for a release without
     * such a condition}
     *
     * @param isComposite whether it is a group of groups
     * @param disagree whether groups or pods do not agree; else something else is wrong
     */
    public String conditionReason(boolean isComposite, boolean disagree) {
        if (!since(KubernetesRelease.V1_36) || isComposite && !since(KubernetesRelease.V1_38)) {
            return "";
        }
        boolean hasWord = disagree && since(KubernetesRelease.V1_38);
        return !hasWord ? "SchedulerError" : isComposite ? "CompositePodGroupError" : "PodGroupError";
    }

    /** {@return whether topology constraints of groups are heeded} */
    public boolean isTopologyAware() {
        return release == KubernetesRelease.V1_35
                || gates.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, release);
    }

    /** {@return whether groups inside groups are looked at as a tree; else each group of pods stands alone} */
    public boolean hasComposites() {
        return !since(KubernetesRelease.V1_37) || gates.isOn(FeatureGate.COMPOSITE_POD_GROUP, release);
    }

    /**
     * {@return whether groups inside groups are looked at as a tree in a cluster, whose release may be open; only
     * releases with the gate have such groups}
     */
    public static boolean hasComposites(ClusterSetup setup) {
        KubernetesRelease release = setup.release().orElse(null);
        FeatureGates gates = setup.gates().orElse(null);
        return release != null
                ? of(release, setup).hasComposites()
                : gates == null || gates.on().contains(FeatureGate.COMPOSITE_POD_GROUP);
    }

    /** {@return whether the empty text is a domain of a group's topology key} */
    public boolean emptyValueIsDomain() {
        return !since(KubernetesRelease.V1_38);
    }

    /** {@return whether a spread constraint with an empty selector counts all pods; else it counts none} */
    public boolean emptySelectorCounts() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return whether tolerations may compare numbers; else {@code Gt} and {@code Lt} tolerate nothing} */
    public boolean comparesTaints() {
        return gates.isOn(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS, release);
    }

    /** {@return whether a pod that needs a feature fits only on nodes that declare it} */
    boolean looksAt(NodeFeature feature) {
        return gates.isOn(FeatureGate.NODE_DECLARED_FEATURES, release)
                && since(
                        switch (feature) {
                            case RESTART_ALL_CONTAINERS -> KubernetesRelease.V1_35;
                            case OWN_USERS_ON_HOST_NETWORK -> KubernetesRelease.V1_36;
                            case BIND_MOUNT_OPTIONS -> KubernetesRelease.V1_37;
                            case SECCOMP_FROM_IMAGE, ML_DSA_CERTIFICATES -> KubernetesRelease.V1_38;
                        });
    }

    /** {@return whether a DeviceClass may map a resource that a node does not offer to devices} */
    public boolean mapsExtendedResources() {
        return gates.isOn(FeatureGate.DRA_EXTENDED_RESOURCE, release);
    }

    /** {@return whether rules add taints to devices} */
    public boolean taintsDevicesByRule() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether names of capacities mean their driver's domain; else they are compared as written} */
    public boolean capacityNamesHaveDomains() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return whether versions of devices that differ in their build part alone are equal} */
    public boolean ignoresBuilds() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return whether ranges of capacities count in thousandths; else in whole units} */
    public boolean capacitiesHaveFractions() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether a pod that asks for all devices is given up if a pool is broken; else only its node is out} */
    public boolean brokenPoolEndsPod() {
        return !since(KubernetesRelease.V1_38);
    }

    /** {@return whether all devices include shared ones without room, which makes the request fail} */
    public boolean allIncludesFullDevices() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether a pod with volumes of a driver that insists on it fits only on nodes that have the driver} */
    public boolean looksForDrivers() {
        return gates.isOn(FeatureGate.VOLUME_LIMIT_SCALING, release);
    }

    /** {@return whether a group whose pods are all refused because of their claims is told another reason} */
    public boolean hidesClaims() {
        return since(KubernetesRelease.V1_37);
    }

    /** {@return whether fractions of bytes are rounded up before what a pool has left is compared} */
    public boolean roundsCapacities() {
        return !since(KubernetesRelease.V1_38);
    }

    /** {@return whether a preempting group prefers nodes where fewer and less important pods would have to leave} */
    public boolean ranksNodesByVictims() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return whether a pod of a group that may be disrupted pod by pod ranks as a group of one among victims} */
    public boolean ranksMembersAsGroups() {
        return !since(KubernetesRelease.V1_38);
    }

    /** {@return whether of victims that are alike the one whose first pod has the lower UID is kept; else by chance} */
    public boolean breaksTiesByUid() {
        return since(KubernetesRelease.V1_38);
    }

    /** {@return whether a disruption budget with an empty selector is for every pod of its namespace; else for none} */
    public boolean emptyBudgetSelectorMatches() {
        return since(KubernetesRelease.V1_38);
    }

    /**
     * {@return whether only a share of domains is tried, in an order drawn by lot}
     *
     * <p>That share is in hundredths 100 less 9 for each 500 nodes, 5 at least; domains that fit count, one at least.
     *
     * @param domainOf for each node its domain, or -1
     */
    public boolean triesSomeOf(int[] domainOf) {
        long nodes = Arrays.stream(domainOf).filter(domain -> domain >= 0).count();
        long domains =
                Arrays.stream(domainOf).filter(domain -> domain >= 0).distinct().count();
        long share = Math.max(5, 100 - 9 * nodes / 500);
        return since(KubernetesRelease.V1_38) && Math.max(1, domains * share / 100) < domains;
    }
}
