package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A switch of a cluster that decides about the Workload API, or about how the scheduler counts. Which release knows
 * which gate, and how it is set there, says {@link KubernetesRelease#gate}.
 */
public enum FeatureGate {
    /** The Workload API itself, and the Pod's reference to its group. */
    GENERIC_WORKLOAD("GenericWorkload", true),
    /** The scheduler's gang plug-in, up to Kubernetes 1.36. */
    GANG_SCHEDULING("GangScheduling", true),
    /** Topology constraints of groups. */
    TOPOLOGY_AWARE_WORKLOAD_SCHEDULING("TopologyAwareWorkloadScheduling", true),
    /** Disruption modes and priorities of groups, in Kubernetes 1.36. */
    WORKLOAD_AWARE_PREEMPTION("WorkloadAwarePreemption", true),
    /** Device claims of groups. */
    DRA_WORKLOAD_RESOURCE_CLAIMS("DRAWorkloadResourceClaims", true),
    /** Groups of groups. */
    COMPOSITE_POD_GROUP("CompositePodGroup", true),
    /** Preemption policies of groups, in Kubernetes 1.37; later they need no gate. */
    POD_GROUP_PREEMPTION_POLICY("PodGroupPreemptionPolicy", true),
    /** The scheduling block of a Job. */
    WORKLOAD_WITH_JOB("WorkloadWithJob", true),
    /** Responders to evictions, which exclude a Pod's group. */
    EVICTION_REQUEST_API("EvictionRequestAPI", false),
    /** The operators {@code Gt} and {@code Lt} of tolerations. */
    TAINT_TOLERATION_COMPARISON_OPERATORS("TaintTolerationComparisonOperators", false),
    /** Features that nodes declare and pods need. */
    NODE_DECLARED_FEATURES("NodeDeclaredFeatures", false),
    /** Requests and limits of whole pods. */
    POD_LEVEL_RESOURCES("PodLevelResources", false),
    /** Requests of whole pods that change while they run. */
    IN_PLACE_POD_LEVEL_RESOURCES_VERTICAL_SCALING("InPlacePodLevelResourcesVerticalScaling", false),
    /** Extended resources that a DeviceClass maps to devices. */
    DRA_EXTENDED_RESOURCE("DRAExtendedResource", false),
    /** Device claims that count as resources of the node. */
    DRA_NODE_ALLOCATABLE_RESOURCES("DRANodeAllocatableResources", false),
    /** Limits of volumes that follow the cluster. */
    VOLUME_LIMIT_SCALING("VolumeLimitScaling", false),
    /** One answer for pods that are alike. */
    OPPORTUNISTIC_BATCHING("OpportunisticBatching", false);

    private final String word;
    private final boolean isOfWorkloadApi;

    FeatureGate(String word, boolean isOfWorkloadApi) {
        this.word = word;
        this.isOfWorkloadApi = isOfWorkloadApi;
    }

    /** {@return the gate's name as clusters write it, such as {@code GenericWorkload}} */
    public String word() {
        return word;
    }

    /** {@return whether the gate is about the Workload API; others are about scheduling in general} */
    public boolean isOfWorkloadApi() {
        return isOfWorkloadApi;
    }

    /** {@return the gate of that name, or empty if it is not one of ours} */
    public static Optional<FeatureGate> of(String word) {
        requireNonNull(word, "word");
        for (FeatureGate gate : values()) {
            if (gate.word.equals(word)) {
                return Optional.of(gate);
            }
        }
        return Optional.empty();
    }
}
