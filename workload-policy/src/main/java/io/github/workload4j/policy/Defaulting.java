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
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
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

    private static final Defaulting STANDARD = new Defaulting(ClusterSetup.OPEN);
    private static final FieldPath DISRUPTION_MODE = FieldPath.root("spec").child("disruptionMode");
    private static final FieldPath PREEMPTION_POLICY = FieldPath.root("spec").child("preemptionPolicy");

    private final ClusterSetup setup;

    private Defaulting(ClusterSetup setup) {
        this.setup = setup;
    }

    /** {@return defaults with every gate of the Workload API on} */
    public static Defaulting standard() {
        return STANDARD;
    }

    /**
     * {@return the same, with these gates set}
     *
     * @throws IllegalArgumentException if no server starts with them
     */
    public Defaulting withFeatureGates(FeatureGates gates) {
        return withSetup(setup.withFeatureGates(gates));
    }

    /**
     * {@return the same, of a release for every object}
     *
     * @throws IllegalArgumentException if no server of the release starts with the gates set before
     */
    public Defaulting withRelease(KubernetesRelease release) {
        return withSetup(setup.withRelease(release));
    }

    /** {@return the same, of a cluster: of its release, with its gates} */
    public Defaulting withSetup(ClusterSetup setup) {
        return new Defaulting(requireNonNull(setup, "setup"));
    }

    /** {@return the object with its defaults, and what they are} */
    public Defaulted apply(ApiObject object) {
        List<Filled> filled = new ArrayList<>();
        if (object instanceof PodGroup group && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA2)) {
            PodGroupSpec spec = group.spec();
            boolean v1Alpha2 = group.apiVersion() == ApiVersion.V1ALPHA2;
            PodGroupSpec.Builder builder = spec.toBuilder();
            if (spec.disruptionMode() == null && (!v1Alpha2 || isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION, object))) {
                builder.disruptionMode(DisruptionMode.SINGLE);
                filled.add(new Filled(
                        DISRUPTION_MODE, v1Alpha2 ? "\"Pod\"" : "{\"single\":{}}", v1Alpha2 ? Rule.D_1 : Rule.D_2));
            }
            if (!v1Alpha2 && spec.preemptionPolicy() == null && isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, object)) {
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
            if (spec.preemptionPolicy() == null && isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, object)) {
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

    private boolean isOn(FeatureGate gate, ApiObject object) {
        KubernetesRelease release = setup.releaseOf(object);
        return setup.gatesOf(release).isOn(gate, release);
    }

    private static Filled preemptLowerPriority() {
        return new Filled(PREEMPTION_POLICY, "\"" + PreemptionPolicy.PREEMPT_LOWER_PRIORITY.value() + "\"", Rule.D_3);
    }
}
