package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server fills in after reading an object and before anything else looks at it: the disruption mode (in
 * {@code v1alpha2} with the gate {@code WorkloadAwarePreemption} on) and, with its gate on, the preemption policy of
 * groups. Templates, Workloads and all of {@code v1alpha1} have no defaults.
 *
 * <pre>{@code
 * ApiObject complete = Defaulting.standard().apply(group).object();
 * List<Violation> violations = ManifestRules.standard().checkCreate(complete);
 * }</pre>
 *
 * <p>Pure: the object that goes in stays as it is. Filling in twice changes nothing more. Immutable and thread-safe.
 */
public final class Defaulting {

    private static final Defaulting STANDARD = new Defaulting(FeatureGates.ALL);
    private static final FieldPath DISRUPTION_MODE = FieldPath.root("spec").child("disruptionMode");
    private static final FieldPath PREEMPTION_POLICY = FieldPath.root("spec").child("preemptionPolicy");

    private final FeatureGates gates;

    private Defaulting(FeatureGates gates) {
        this.gates = requireNonNull(gates, "gates");
    }

    /** {@return defaults with every known gate on} */
    public static Defaulting standard() {
        return STANDARD;
    }

    /** {@return defaults with exactly the given gates on} */
    public Defaulting withFeatureGates(FeatureGates gates) {
        return new Defaulting(gates);
    }

    /** {@return the object with its defaults, and what they are} */
    public Defaulted apply(ApiObject object) {
        List<Filled> filled = new ArrayList<>();
        if (object instanceof PodGroup group && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA2)) {
            PodGroupSpec spec = group.spec();
            boolean v1Alpha2 = group.apiVersion() == ApiVersion.V1ALPHA2;
            PodGroupSpec.Builder builder = spec.toBuilder();
            if (spec.disruptionMode() == null && (!v1Alpha2 || gates.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION))) {
                builder.disruptionMode(DisruptionMode.SINGLE);
                filled.add(new Filled(
                        DISRUPTION_MODE, v1Alpha2 ? "\"Pod\"" : "{\"single\":{}}", v1Alpha2 ? Rule.D_1 : Rule.D_2));
            }
            if (!v1Alpha2 && spec.preemptionPolicy() == null && hasPreemptionPolicy()) {
                builder.preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
                filled.add(preemptLowerPriority());
            }
            return new Defaulted(filled.isEmpty() ? group : group.withSpec(builder.build()), filled);
        }
        if (object instanceof CompositePodGroup group) {
            CompositePodGroupSpec spec = group.spec();
            CompositePodGroupSpec.Builder builder = spec.toBuilder();
            if (spec.disruptionMode() == null) {
                builder.disruptionMode(DisruptionMode.SINGLE);
                filled.add(new Filled(DISRUPTION_MODE, "{\"single\":{}}", Rule.D_2));
            }
            if (spec.preemptionPolicy() == null && hasPreemptionPolicy()) {
                builder.preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
                filled.add(preemptLowerPriority());
            }
            return new Defaulted(
                    filled.isEmpty()
                            ? group
                            : new CompositePodGroup(
                                    group.apiVersion(), group.metadata(), builder.build(), group.status()),
                    filled);
        }
        return new Defaulted(object, filled);
    }

    private boolean hasPreemptionPolicy() {
        return gates.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
    }

    private static Filled preemptLowerPriority() {
        return new Filled(PREEMPTION_POLICY, "\"" + PreemptionPolicy.PREEMPT_LOWER_PRIORITY.value() + "\"", Rule.D_3);
    }
}
