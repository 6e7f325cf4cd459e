package io.github.workload4j.policy;

import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.GroupFieldsBuilder;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields of one object are dropped. A field whose gate the release does not know is none of its fields. */
final class FieldDropping {

    private final KubernetesRelease release;
    private final FeatureGates gates;
    private final List<DroppedField> dropped = new ArrayList<>();

    FieldDropping(KubernetesRelease release, FeatureGates gates) {
        this.release = release;
        this.gates = gates;
    }

    List<DroppedField> dropped() {
        return dropped;
    }

    boolean isOff(FeatureGate gate) {
        return release.gate(gate).isPresent() && !gates.isOn(gate, release);
    }

    /** {@return whether a field that is set is dropped, which is then noted} */
    boolean drops(FeatureGate gate, boolean usedBefore, FieldPath path) {
        if (usedBefore || !isOff(gate)) {
            return false;
        }
        dropped.add(new DroppedField(path, gate));
        return true;
    }

    void constraints(GroupFields now, @Nullable GroupFields old, FieldPath at, GroupFieldsBuilder<?> kept) {
        FeatureGate gate = FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING;
        boolean usedBefore = old != null && old.schedulingConstraints() != null;
        if (now.schedulingConstraints() != null && drops(gate, usedBefore, at.child("schedulingConstraints"))) {
            kept.schedulingConstraints(null);
        }
    }

    boolean dropsClaims(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        boolean usedBefore = old != null && !old.resourceClaims().isEmpty();
        return !now.resourceClaims().isEmpty()
                && drops(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, usedBefore, at.child("resourceClaims"));
    }

    /** Drops mode, priority class, priority and preemption policy, those of which a group makes use. */
    void disruption(GroupFields now, @Nullable GroupFields old, FieldPath at, GroupFieldsBuilder<?> kept) {
        FeatureGate gate = FeatureGate.WORKLOAD_AWARE_PREEMPTION;
        if (now.disruptionMode() != null
                && drops(gate, old != null && old.disruptionMode() != null, at.child("disruptionMode"))) {
            kept.disruptionMode(null);
        }
        if (!now.priorityClassName().isEmpty()
                && drops(gate, old != null && !old.priorityClassName().isEmpty(), at.child("priorityClassName"))) {
            kept.priorityClassName("");
        }
        if (now.priority() != null && drops(gate, old != null && old.priority() != null, at.child("priority"))) {
            kept.priority(null);
        }
        policy(now, old, at, kept);
    }

    void policy(GroupFields now, @Nullable GroupFields old, FieldPath at, GroupFieldsBuilder<?> kept) {
        boolean usedBefore = old != null && old.preemptionPolicy() != null;
        if (now.preemptionPolicy() != null
                && drops(FeatureGate.POD_GROUP_PREEMPTION_POLICY, usedBefore, at.child("preemptionPolicy"))) {
            kept.preemptionPolicy(null);
        }
    }
}
