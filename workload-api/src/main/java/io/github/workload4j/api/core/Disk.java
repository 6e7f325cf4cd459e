package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * A disk that a pod or a PersistentVolume names itself, without a CSI driver: what the scheduler looks at of it.
 *
 * @param type which source of {@code core/v1} it is
 * @param id what tells it from others of its type: {@code pdName}, {@code volumeID}, {@code iqn}, {@code image} or
 *     {@code diskURI}
 * @param readOnly whether it is only read
 * @param monitors where an RBD image is; empty for others
 * @param pool pool of an RBD image, empty for {@code rbd}; empty for others
 */
public record Disk(Type type, String id, boolean readOnly, List<String> monitors, String pool)
        implements ManifestValue {

    public Disk {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
        monitors = List.copyOf(requireNonNull(monitors, "monitors"));
        requireNonNull(pool, "pool");
    }

    /** {@return a disk of a type that has no monitors} */
    public static Disk of(Type type, String id, boolean readOnly) {
        return new Disk(type, id, readOnly, List.of(), "");
    }

    /** The sources that some filter of the scheduler looks at. */
    public enum Type {
        /** {@code awsElasticBlockStore}. */
        AWS_ELASTIC_BLOCK_STORE("awsElasticBlockStore"),
        /** {@code azureDisk}. */
        AZURE_DISK("azureDisk"),
        /** {@code cinder}. */
        CINDER("cinder"),
        /** {@code gcePersistentDisk}. */
        GCE_PERSISTENT_DISK("gcePersistentDisk"),
        /** {@code iscsi}. */
        ISCSI("iscsi"),
        /** {@code portworxVolume}. */
        PORTWORX("portworxVolume"),
        /** {@code rbd}. */
        RBD("rbd");

        private final String field;

        Type(String field) {
            this.field = field;
        }

        /** {@return the field of a volume that it is written in} */
        public String field() {
            return field;
        }
    }
}
