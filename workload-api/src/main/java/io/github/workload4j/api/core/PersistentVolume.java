package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of storage: the part that scheduling reads.
 *
 * @param metadata name and labels
 * @param spec what it is, where it is reached from, whose it is
 * @param status what has become of it
 */
public record PersistentVolume(ObjectMeta metadata, Spec spec, Status status) implements ApiObject {

    public PersistentVolume {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /**
     * What it is.
     *
     * @param capacity {@code storage} in bytes
     * @param csi the volume of a CSI driver, or null
     * @param disk an older source that stands for one, or null; other sources are not held
     * @param accessModes such as {@code ReadWriteOnce}
     * @param claimRef whose it is, or null
     * @param storageClassName its class, or empty
     * @param volumeMode {@code Filesystem} (also if empty) or {@code Block}
     * @param nodeAffinity the nodes that reach it ({@code nodeAffinity.required}), or null for all
     * @param volumeAttributesClassName class of attributes, or null
     */
    public record Spec(
            Map<String, Quantity> capacity,
            @Nullable Csi csi,
            @Nullable Disk disk,
            List<String> accessModes,
            @Nullable ClaimRef claimRef,
            String storageClassName,
            String volumeMode,
            @Nullable NodeSelector nodeAffinity,
            @Nullable String volumeAttributesClassName)
            implements ManifestValue {

        public Spec {
            capacity = OrderedMap.copyOf(requireNonNull(capacity, "capacity"));
            accessModes = List.copyOf(requireNonNull(accessModes, "accessModes"));
            requireNonNull(storageClassName, "storageClassName");
            requireNonNull(volumeMode, "volumeMode");
        }
    }

    /**
     * A volume of a CSI driver.
     *
     * @param driver name of the driver
     * @param volumeHandle what the driver calls it
     */
    public record Csi(String driver, String volumeHandle) implements ManifestValue {

        public Csi {
            requireNonNull(driver, "driver");
            requireNonNull(volumeHandle, "volumeHandle");
        }
    }

    /**
     * The claim that a volume belongs to, or is kept for.
     *
     * @param namespace its namespace
     * @param name its name
     * @param uid its identity, or empty for any claim of that name
     */
    public record ClaimRef(String namespace, String name, String uid) implements ManifestValue {

        public ClaimRef {
            requireNonNull(namespace, "namespace");
            requireNonNull(name, "name");
            requireNonNull(uid, "uid");
        }
    }

    /**
     * What has become of it.
     *
     * @param phase such as {@code Available} or {@code Bound}; may be empty
     */
    public record Status(String phase) implements ManifestValue {

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
        return "PersistentVolume";
    }
}
