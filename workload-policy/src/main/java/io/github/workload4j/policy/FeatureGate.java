package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A switch of a cluster that decides which fields of the Workload API may be used. */
public enum FeatureGate {
    /** The Workload API itself, and the Pod's reference to its group. */
    GENERIC_WORKLOAD("GenericWorkload"),
    /** The scheduler's gang plug-in, up to Kubernetes 1.36. */
    GANG_SCHEDULING("GangScheduling"),
    /** Topology constraints of groups. */
    TOPOLOGY_AWARE_WORKLOAD_SCHEDULING("TopologyAwareWorkloadScheduling"),
    /** Disruption modes and priorities of groups, in Kubernetes 1.36. */
    WORKLOAD_AWARE_PREEMPTION("WorkloadAwarePreemption"),
    /** Device claims of groups. */
    DRA_WORKLOAD_RESOURCE_CLAIMS("DRAWorkloadResourceClaims"),
    /** Groups of groups. */
    COMPOSITE_POD_GROUP("CompositePodGroup"),
    /** Preemption policies of groups. */
    POD_GROUP_PREEMPTION_POLICY("PodGroupPreemptionPolicy"),
    /** The scheduling block of a Job. */
    WORKLOAD_WITH_JOB("WorkloadWithJob");

    private final String word;

    FeatureGate(String word) {
        this.word = word;
    }

    /** {@return the gate's name as clusters write it, such as {@code GenericWorkload}} */
    public String word() {
        return word;
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
