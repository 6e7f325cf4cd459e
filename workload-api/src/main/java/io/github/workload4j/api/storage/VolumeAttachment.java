package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A volume that is attached to a node, or is to be: the part that scheduling reads.
 *
 * @param metadata its name
 * @param attacher the driver
 * @param persistentVolumeName the volume; empty for one that a pod names itself
 * @param nodeName the node
 */
public record VolumeAttachment(ObjectMeta metadata, String attacher, String persistentVolumeName, String nodeName)
        implements ApiObject {

    public VolumeAttachment {
        requireNonNull(metadata, "metadata");
        requireNonNull(attacher, "attacher");
        requireNonNull(persistentVolumeName, "persistentVolumeName");
        requireNonNull(nodeName, "nodeName");
    }

    @Override
    public String groupVersion() {
        return "storage.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "VolumeAttachment";
    }
}
