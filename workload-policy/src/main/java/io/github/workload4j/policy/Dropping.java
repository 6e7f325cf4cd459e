package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API server of a release drops before it judges an object: fields whose feature gate is off, unless the
 * stored object uses them. The request is accepted, and what was asked for does not happen (rule D-9).
 *
 * <pre>{@code
 * List<DroppedField> dropped = Dropping.by(setup).create(group).fields();
 * }</pre>
 *
 * <p>Comes after {@link Defaulting} and {@link Admission}. Source: {@code PrepareForCreate} and {@code
 * PrepareForUpdate} of the strategies in {@code pkg/registry}. Pure; immutable and thread-safe.
 */
public final class Dropping {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final ClusterSetup setup;

    private Dropping(ClusterSetup setup) {
        this.setup = setup;
    }

    /** {@return what a cluster drops: one of its release, with its gates} */
    public static Dropping by(ClusterSetup setup) {
        return new Dropping(requireNonNull(setup, "setup"));
    }

    /** {@return a new object without the fields whose gates are off} */
    public Dropped create(ApiObject object) {
        return drop(requireNonNull(object, "object"), null);
    }

    /**
     * {@return an object that replaces a stored one, without the fields whose gates are off and that the stored one
     * does not use}
     *
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public Dropped update(ApiObject stored, ApiObject updated) {
        requireNonNull(stored, "stored");
        requireNonNull(updated, "updated");
        if (!stored.kind().equals(updated.kind())) {
            throw new IllegalArgumentException(
                    "updated: " + updated.kind() + " (expected: " + stored.kind() + ", as the stored object)");
        }
        return drop(updated, stored);
    }

    /**
     * {@return an object with a new status, of which the claims are dropped if their gate is off and none are asked}
     */
    public Dropped updateStatus(ApiObject stored, ApiObject updated) {
        requireNonNull(stored, "stored");
        requireNonNull(updated, "updated");
        KubernetesRelease release = setup.releaseOf(updated);
        boolean isOn = setup.gatesOf(release).isOn(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS, release);
        if (isOn
                || !(updated instanceof PodGroup group && stored instanceof PodGroup old)
                || group.status().resourceClaimStatuses().isEmpty()
                || !old.spec().resourceClaims().isEmpty()) {
            return new Dropped(updated, List.of());
        }
        FieldPath path = FieldPath.root("status").child("resourceClaimStatuses");
        PodGroupStatus status = new PodGroupStatus(group.status().conditions(), List.of());
        return new Dropped(
                group.withStatus(status), List.of(new DroppedField(path, FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS)));
    }

    /** {@return of which cluster this is} */
    @Override
    public String toString() {
        return "what is dropped by " + setup;
    }

    private Dropped drop(ApiObject object, @Nullable ApiObject stored) {
        KubernetesRelease release = setup.releaseOf(object);
        FieldDropping fields = new FieldDropping(release, setup.gatesOf(release));
        ApiObject kept = object;
        if (object instanceof Workload workload) {
            kept = new TemplateDropping(fields).workload(workload, stored instanceof Workload old ? old : null, SPEC);
        } else if (object instanceof PodGroup group) {
            kept = group.withSpec(podGroup(group.spec(), stored instanceof PodGroup old ? old.spec() : null, fields));
        } else if (object instanceof CompositePodGroup group) {
            kept = composite(group, stored instanceof CompositePodGroup old ? old.spec() : null, fields);
        } else if (object instanceof Pod pod) {
            kept = pod(pod, stored instanceof Pod old ? old.spec() : null, fields);
        } else if (object instanceof Job job) {
            boolean used = stored instanceof Job old && old.spec().scheduling() != null;
            if (job.spec().scheduling() != null
                    && fields.drops(FeatureGate.WORKLOAD_WITH_JOB, used, SPEC.child("scheduling"))) {
                kept = new Job(
                        job.metadata(), job.spec().toBuilder().scheduling(null).build());
            }
        }
        List<DroppedField> dropped = fields.dropped();
        return new Dropped(dropped.isEmpty() ? object : kept, dropped);
    }

    private static PodGroupSpec podGroup(PodGroupSpec spec, @Nullable PodGroupSpec old, FieldDropping fields) {
        PodGroupSpec.Builder kept = spec.toBuilder();
        boolean usedParent = old != null && old.parentCompositePodGroupName() != null;
        if (spec.parentCompositePodGroupName() != null
                && fields.drops(
                        FeatureGate.COMPOSITE_POD_GROUP, usedParent, SPEC.child("parentCompositePodGroupName"))) {
            kept.parentCompositePodGroupName(null);
        }
        fields.constraints(spec, old, SPEC, kept);
        if (fields.dropsClaims(spec, old, SPEC)) {
            kept.resourceClaims(List.of());
        }
        fields.disruption(spec, old, SPEC, kept);
        return kept.build();
    }

    private static CompositePodGroup composite(
            CompositePodGroup group, @Nullable CompositePodGroupSpec old, FieldDropping fields) {
        CompositePodGroupSpec.Builder kept = group.spec().toBuilder();
        fields.policy(group.spec(), old, SPEC, kept);
        return group.withSpec(kept.build());
    }

    private static Pod pod(Pod pod, @Nullable PodSpec old, FieldDropping fields) {
        PodSpec.Builder kept = pod.spec().toBuilder();
        boolean usedRef = old != null && old.workloadRef() != null;
        boolean usedGroup = old != null && old.schedulingGroup() != null;
        if (pod.spec().workloadRef() != null
                && fields.drops(FeatureGate.GENERIC_WORKLOAD, usedRef, SPEC.child("workloadRef"))) {
            kept.workloadRef(null);
        }
        if (pod.spec().schedulingGroup() != null
                && fields.drops(FeatureGate.GENERIC_WORKLOAD, usedGroup, SPEC.child("schedulingGroup"))) {
            kept.schedulingGroup(null);
        }
        boolean usedResponders = old != null && !old.evictionResponders().isEmpty();
        if (!pod.spec().evictionResponders().isEmpty()
                && fields.drops(FeatureGate.EVICTION_REQUEST_API, usedResponders, SPEC.child("evictionResponders"))) {
            kept.evictionResponders(List.of());
        }
        return pod.withSpec(kept.build());
    }
}
