package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A pod: the part that scheduling reads.
 *
 * @param metadata name, namespace, labels, times
 * @param spec what is asked
 * @param status what is
 */
public record Pod(ObjectMeta metadata, PodSpec spec, PodStatus status) implements ApiObject {

    public Pod {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /** {@return this pod with another spec} */
    public Pod withSpec(PodSpec spec) {
        return new Pod(metadata, spec, status);
    }

    /** {@return this pod with other metadata} */
    public Pod withMetadata(ObjectMeta metadata) {
        return new Pod(metadata, spec, status);
    }

    /** {@return this pod with another status} */
    public Pod withStatus(PodStatus status) {
        return new Pod(metadata, spec, status);
    }

    @Override
    public String groupVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return "Pod";
    }

    /** {@return whether the pod has a node} */
    public boolean isAssigned() {
        return !spec.nodeName().isEmpty();
    }

    /** {@return whether the pod is over: its phase is Succeeded or Failed} */
    public boolean isFinished() {
        return status.phase().equals("Succeeded") || status.phase().equals("Failed");
    }

    /** {@return whether the pod is being deleted} */
    public boolean isTerminating() {
        return metadata.deletionTimestamp() != null;
    }
}
