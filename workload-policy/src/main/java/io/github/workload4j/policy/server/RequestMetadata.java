package io.github.workload4j.policy.server;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * What a server takes from the URL and from the stored object before anything else: the namespace, what a client need
 * not repeat, and the parts that a request does not change. Source: {@code pkg/registry/rest} of each release.
 */
final class RequestMetadata {

    private static final String DEFAULT_NAMESPACE = "default";

    private RequestMetadata() {}

    /** {@return an object to be created, in a namespace, without a status and without what a server alone sets} */
    static ApiObject create(ApiObject object) {
        ObjectMeta meta = object.metadata();
        ObjectMeta.Builder builder = meta.toBuilder()
                .uid("")
                .creationTimestamp(null)
                .deletionTimestamp(null)
                .deletionGracePeriodSeconds(null)
                .selfLink("");
        if (object instanceof PriorityClass) {
            builder.namespace("");
        } else if (meta.namespace().isEmpty()) {
            builder.namespace(DEFAULT_NAMESPACE);
        }
        if (meta.name().isEmpty() && !meta.generateName().isEmpty()) {
            builder.name(generated(meta.generateName()));
        }
        ApiObject named = withMetadata(object, builder.build());
        if (named instanceof PodGroup group) {
            return group.withStatus(PodGroupStatus.EMPTY);
        }
        return named instanceof CompositePodGroup group ? group.withStatus(CompositePodGroupStatus.EMPTY) : named;
    }

    /** A name as a server makes it: five more characters, 63 in all. */
    private static String generated(String prefix) {
        return prefix.substring(0, Math.min(prefix.length(), 58)) + "xxxxx";
    }

    /** {@return an object to replace a stored one, with the stored status} */
    static ApiObject update(ApiObject stored, ApiObject updated, boolean isCurrent) {
        ApiObject complete = withMetadata(updated, repeated(stored, updated, isCurrent));
        if (complete instanceof PodGroup group && stored instanceof PodGroup old) {
            return group.withStatus(old.status());
        }
        return complete instanceof CompositePodGroup group && stored instanceof CompositePodGroup old
                ? group.withStatus(old.status())
                : complete;
    }

    /** {@return an object to replace the status of a stored one; all else is the stored one's} */
    static ApiObject updateStatus(ApiObject stored, ApiObject updated, boolean isCurrent) {
        ObjectMeta old = stored.metadata();
        ObjectMeta meta = repeated(stored, updated, isCurrent).toBuilder()
                .labels(old.labels())
                .annotations(old.annotations())
                .ownerReferences(old.ownerReferences())
                .finalizers(old.finalizers())
                .build();
        ApiObject complete = withMetadata(updated, meta);
        if (complete instanceof PodGroup group && stored instanceof PodGroup before) {
            return group.withSpec(before.spec());
        }
        return complete instanceof CompositePodGroup group && stored instanceof CompositePodGroup before
                ? group.withSpec(before.spec())
                : complete;
    }

    /** {@return the metadata of a request, with what the server set taken from the stored object} */
    private static ObjectMeta repeated(ApiObject stored, ApiObject updated, boolean isCurrent) {
        ObjectMeta old = stored.metadata();
        ObjectMeta now = updated.metadata();
        ObjectMeta.Builder builder = now.toBuilder().generation(old.generation());
        if (now.namespace().isEmpty() || updated instanceof PriorityClass) {
            builder.namespace(old.namespace());
        }
        if (now.uid().isEmpty()) {
            builder.uid(old.uid());
        }
        if (old.creationTimestamp() != null) {
            builder.creationTimestamp(old.creationTimestamp());
        }
        if (old.deletionTimestamp() != null) {
            builder.deletionTimestamp(old.deletionTimestamp());
        }
        if (now.deletionGracePeriodSeconds() == null) {
            builder.deletionGracePeriodSeconds(old.deletionGracePeriodSeconds());
        }
        boolean isConditional =
                updated instanceof SchedulingObject ours && ours.apiVersion().isAtLeast(ApiVersion.V1ALPHA3);
        if (now.resourceVersion().isEmpty() && (isCurrent || !isConditional)) {
            builder.resourceVersion(old.resourceVersion().isEmpty() ? "1" : old.resourceVersion());
        }
        return builder.build();
    }

    private static ApiObject withMetadata(ApiObject object, ObjectMeta metadata) {
        if (object instanceof Workload workload) {
            return workload.withMetadata(metadata);
        }
        if (object instanceof PodGroup group) {
            return group.withMetadata(metadata);
        }
        if (object instanceof CompositePodGroup group) {
            return group.withMetadata(metadata);
        }
        if (object instanceof Pod pod) {
            return pod.withMetadata(metadata);
        }
        if (object instanceof Job job) {
            return new Job(metadata, job.spec());
        }
        return object instanceof PriorityClass priorityClass
                ? new PriorityClass(
                        metadata,
                        priorityClass.value(),
                        priorityClass.globalDefault(),
                        priorityClass.description(),
                        priorityClass.preemptionPolicy())
                : object;
    }
}
