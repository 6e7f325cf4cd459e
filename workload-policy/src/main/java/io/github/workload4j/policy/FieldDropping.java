package io.github.workload4j.policy;

import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroupResourceClaim;
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

    boolean dropsConstraints(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        return now.schedulingConstraints() != null
                && drops(
                        FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING,
                        old != null && old.schedulingConstraints() != null,
                        at.child("schedulingConstraints"));
    }

    boolean dropsClaims(List<PodGroupResourceClaim> now, List<PodGroupResourceClaim> old, FieldPath at) {
        return !now.isEmpty()
                && drops(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, !old.isEmpty(), at.child("resourceClaims"));
    }

    boolean dropsMode(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        return now.disruptionMode() != null
                && drops(
                        FeatureGate.WORKLOAD_AWARE_PREEMPTION,
                        old != null && old.disruptionMode() != null,
                        at.child("disruptionMode"));
    }

    boolean dropsPriorityClass(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        return !now.priorityClassName().isEmpty()
                && drops(
                        FeatureGate.WORKLOAD_AWARE_PREEMPTION,
                        old != null && !old.priorityClassName().isEmpty(),
                        at.child("priorityClassName"));
    }

    boolean dropsPriority(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        return now.priority() != null
                && drops(
                        FeatureGate.WORKLOAD_AWARE_PREEMPTION,
                        old != null && old.priority() != null,
                        at.child("priority"));
    }

    boolean dropsPolicy(GroupFields now, @Nullable GroupFields old, FieldPath at) {
        return now.preemptionPolicy() != null
                && drops(
                        FeatureGate.POD_GROUP_PREEMPTION_POLICY,
                        old != null && old.preemptionPolicy() != null,
                        at.child("preemptionPolicy"));
    }
}
