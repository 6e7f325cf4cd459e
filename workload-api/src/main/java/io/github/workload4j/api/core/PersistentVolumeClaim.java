package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pods ask storage by: the part that scheduling reads.
 *
 * @param metadata name, namespace, owners, annotations
 * @param spec what is asked for
 * @param status what has become of it
 */
public record PersistentVolumeClaim(ObjectMeta metadata, Spec spec, Status status) implements ApiObject {

    public PersistentVolumeClaim {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /**
     * What is asked for.
     *
     * @param accessModes such as {@code ReadWriteOnce}
     * @param selector labels a volume must have, or null
     * @param resources {@code storage} in bytes
     * @param volumeName volume that it is bound to, or is to be; empty for none
     * @param storageClassName its class; null if none is written, and empty for volumes without a class
     * @param volumeMode {@code Filesystem} (also if empty) or {@code Block}
     * @param volumeAttributesClassName class of attributes, or null
     */
    public record Spec(
            List<String> accessModes,
            @Nullable LabelSelector selector,
            ResourceRequirements resources,
            String volumeName,
            @Nullable String storageClassName,
            String volumeMode,
            @Nullable String volumeAttributesClassName)
            implements ManifestValue {

        /** Nothing asked. */
        public static final Spec EMPTY = new Spec(List.of(), null, ResourceRequirements.NONE, "", null, "", null);

        public Spec {
            accessModes = List.copyOf(requireNonNull(accessModes, "accessModes"));
            requireNonNull(resources, "resources");
            requireNonNull(volumeName, "volumeName");
            requireNonNull(volumeMode, "volumeMode");
        }
    }

    /**
     * What has become of it.
     *
     * @param phase {@code Pending}, {@code Bound} or {@code Lost}; may be empty
     */
    public record Status(String phase) implements ManifestValue {

        /** Nothing yet. */
        public static final Status EMPTY = new Status("");

        public Status {
            requireNonNull(phase, "phase");
        }
    }

    @Override
    public String groupVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return "PersistentVolumeClaim";
    }
}
