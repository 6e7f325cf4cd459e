package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFieldsBuilder;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
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
 * What the API server of a release fills in after reading an object and before anything else looks at it: the
 * disruption mode of groups, in Kubernetes 1.37 with its gate on their preemption policy, and the preemption policy of
 * a PriorityClass. Templates, Workloads and all of {@code v1alpha1} have no defaults.
 *
 * <pre>{@code
 * ApiObject complete = Defaulting.standard().apply(group).object();
 * }</pre>
 *
 * <p>{@link io.github.workload4j.policy.rule.ManifestRules} does this by itself. Pure: the object that goes in stays as
 * it is. Filling in twice changes nothing more. Immutable and thread-safe.
 */
public final class Defaulting {

    private static final Defaulting STANDARD = new Defaulting(ClusterSetup.OPEN);
    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final FieldPath DISRUPTION_MODE = SPEC.child("disruptionMode");
    private static final Filled SINGLE = new Filled(DISRUPTION_MODE, "{\"single\":{}}", Rule.D_2);
    private static final Filled POD = new Filled(DISRUPTION_MODE, "\"Pod\"", Rule.D_1);
    private static final Filled POLICY_OF_GROUP =
            new Filled(SPEC.child("preemptionPolicy"), "\"PreemptLowerPriority\"", Rule.D_3);
    private static final Filled POLICY_OF_CLASS =
            new Filled(FieldPath.root("preemptionPolicy"), "\"PreemptLowerPriority\"", Rule.D_10);

    private final ClusterSetup setup;

    private Defaulting(ClusterSetup setup) {
        this.setup = setup;
    }

    /** {@return defaults of each object's own release, with every gate of the Workload API on} */
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
        requireNonNull(object, "object");
        List<Filled> filled = new ArrayList<>(2);
        ApiObject complete = object;
        if (object instanceof PodGroup group && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA2)) {
            complete = group(group, filled);
        } else if (object instanceof CompositePodGroup group) {
            complete = composite(group, filled);
        } else if (object instanceof PriorityClass priorityClass && priorityClass.preemptionPolicy() == null) {
            filled.add(POLICY_OF_CLASS);
            complete = new PriorityClass(
                    priorityClass.metadata(),
                    priorityClass.value(),
                    priorityClass.globalDefault(),
                    priorityClass.description(),
                    PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
        }
        return new Defaulted(complete, filled);
    }

    private PodGroup group(PodGroup group, List<Filled> filled) {
        PodGroupSpec spec = fill(group, group.spec().toBuilder(), filled).build();
        return filled.isEmpty() ? group : group.withSpec(spec);
    }

    private CompositePodGroup composite(CompositePodGroup group, List<Filled> filled) {
        CompositePodGroupSpec spec =
                fill(group, group.spec().toBuilder(), filled).build();
        return filled.isEmpty() ? group : group.withSpec(spec);
    }

    private <B extends GroupFieldsBuilder<B>> B fill(GroupObject group, B builder, List<Filled> filled) {
        if (group.spec().disruptionMode() == null) {
            builder.disruptionMode(DisruptionMode.SINGLE);
            filled.add(group.apiVersion() == ApiVersion.V1ALPHA2 ? POD : SINGLE);
        }
        if (group.spec().preemptionPolicy() == null && hasPolicyOfGroup(group)) {
            builder.preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
            filled.add(POLICY_OF_GROUP);
        }
        return builder;
    }

    private boolean hasPolicyOfGroup(SchedulingObject group) {
        KubernetesRelease release = setup.releaseOf(group);
        return release == KubernetesRelease.V1_37
                && setup.gatesOf(release).isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, release);
    }
}
