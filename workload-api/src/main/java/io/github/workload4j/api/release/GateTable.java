package io.github.workload4j.api.release;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The feature gates of each release. Copied from {@code pkg/features/kube_features.go}: stage, default and lock from
 * the versioned specifications, needs from the table of dependencies, without gates that cannot be turned off.
 */
final class GateTable {

    private static final boolean ON = true;
    private static final boolean OFF = false;

    static final Map<FeatureGate, GateState> V1_35 = new GateTable()
            .alpha(FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.GANG_SCHEDULING, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS)
            .alpha(FeatureGate.NODE_DECLARED_FEATURES)
            .beta(ON, FeatureGate.POD_LEVEL_RESOURCES)
            .alpha(
                    FeatureGate.IN_PLACE_POD_LEVEL_RESOURCES_VERTICAL_SCALING,
                    FeatureGate.POD_LEVEL_RESOURCES,
                    FeatureGate.NODE_DECLARED_FEATURES)
            .alpha(FeatureGate.DRA_EXTENDED_RESOURCE)
            .alpha(FeatureGate.VOLUME_LIMIT_SCALING)
            .beta(ON, FeatureGate.OPPORTUNISTIC_BATCHING)
            .gates();

    static final Map<FeatureGate, GateState> V1_36 = new GateTable()
            .alpha(FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.GANG_SCHEDULING, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.WORKLOAD_AWARE_PREEMPTION, FeatureGate.GANG_SCHEDULING)
            .alpha(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.WORKLOAD_WITH_JOB, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS)
            .beta(ON, FeatureGate.NODE_DECLARED_FEATURES)
            .beta(ON, FeatureGate.POD_LEVEL_RESOURCES)
            .beta(
                    ON,
                    FeatureGate.IN_PLACE_POD_LEVEL_RESOURCES_VERTICAL_SCALING,
                    FeatureGate.POD_LEVEL_RESOURCES,
                    FeatureGate.NODE_DECLARED_FEATURES)
            .beta(ON, FeatureGate.DRA_EXTENDED_RESOURCE)
            .alpha(FeatureGate.DRA_NODE_ALLOCATABLE_RESOURCES)
            .alpha(FeatureGate.VOLUME_LIMIT_SCALING)
            .beta(ON, FeatureGate.OPPORTUNISTIC_BATCHING)
            .gates();

    static final Map<FeatureGate, GateState> V1_37 = new GateTable()
            .beta(OFF, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, FeatureGate.GENERIC_WORKLOAD)
            .beta(OFF, FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, FeatureGate.GENERIC_WORKLOAD)
            .alpha(
                    FeatureGate.COMPOSITE_POD_GROUP,
                    FeatureGate.GENERIC_WORKLOAD,
                    FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING)
            .alpha(FeatureGate.POD_GROUP_PREEMPTION_POLICY, FeatureGate.GENERIC_WORKLOAD)
            .alpha(FeatureGate.WORKLOAD_WITH_JOB, FeatureGate.GENERIC_WORKLOAD)
            .unchangedSince37()
            .gates();

    static final Map<FeatureGate, GateState> V1_38 = new GateTable()
            .beta(OFF, FeatureGate.GENERIC_WORKLOAD)
            .beta(OFF, FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, FeatureGate.GENERIC_WORKLOAD)
            .beta(OFF, FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, FeatureGate.GENERIC_WORKLOAD)
            .beta(
                    OFF,
                    FeatureGate.COMPOSITE_POD_GROUP,
                    FeatureGate.GENERIC_WORKLOAD,
                    FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING)
            .alpha(FeatureGate.WORKLOAD_WITH_JOB, FeatureGate.GENERIC_WORKLOAD)
            .unchangedSince37()
            .gates();

    private final Map<FeatureGate, GateState> gates = new EnumMap<>(FeatureGate.class);

    private GateTable() {}

    /** Adds the gates that 1.38 has as 1.37 has them. */
    private GateTable unchangedSince37() {
        return alpha(FeatureGate.EVICTION_REQUEST_API)
                .alpha(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS)
                .stable(FeatureGate.NODE_DECLARED_FEATURES)
                .beta(ON, FeatureGate.POD_LEVEL_RESOURCES)
                .beta(ON, FeatureGate.IN_PLACE_POD_LEVEL_RESOURCES_VERTICAL_SCALING, FeatureGate.POD_LEVEL_RESOURCES)
                .stable(FeatureGate.DRA_EXTENDED_RESOURCE)
                .alpha(FeatureGate.DRA_NODE_ALLOCATABLE_RESOURCES)
                .beta(ON, FeatureGate.VOLUME_LIMIT_SCALING)
                .beta(ON, FeatureGate.OPPORTUNISTIC_BATCHING);
    }

    /** Adds a gate that is off by default. */
    private GateTable alpha(FeatureGate gate, FeatureGate... needs) {
        gates.put(gate, new GateState(GateStage.ALPHA, OFF, false, Set.of(needs)));
        return this;
    }

    private GateTable beta(boolean isOn, FeatureGate gate, FeatureGate... needs) {
        gates.put(gate, new GateState(GateStage.BETA, isOn, false, Set.of(needs)));
        return this;
    }

    /** Adds a gate that is on and cannot be turned off. */
    private GateTable stable(FeatureGate gate) {
        gates.put(gate, new GateState(GateStage.STABLE, ON, true, Set.of()));
        return this;
    }

    private Map<FeatureGate, GateState> gates() {
        return Collections.unmodifiableMap(gates);
    }
}
