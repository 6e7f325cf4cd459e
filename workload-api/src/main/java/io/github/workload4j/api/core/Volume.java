package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * A volume of a pod that decides where the pod may go: one with a claim, a disk that nodes share badly, or certificates
 * that not every node can make.
 *
 * <p>Volumes of other sources ({@code emptyDir}, {@code configMap}, inline {@code csi} and the like) never do, and are
 * left out when a pod is read.
 *
 * @param name name within the pod
 * @param source what it is
 */
public record Volume(String name, Source source) implements ManifestValue {

    public Volume {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
    }

    /** {@return a volume that mounts a claim of the pod's namespace} */
    public static Volume ofClaim(String name, String claimName) {
        return new Volume(name, new Claim(claimName));
    }

    /** What a volume is. */
    public sealed interface Source extends ManifestValue {}

    /**
     * {@code persistentVolumeClaim}.
     *
     * @param claimName name of the claim, in the pod's namespace
     */
    public record Claim(String claimName) implements Source {

        public Claim {
            requireNonNull(claimName, "claimName");
        }
    }

    /**
     * {@code ephemeral}: a claim of the pod's own, named like the pod and the volume with a dash between.
     *
     * @param template labels, annotations and spec of the claim to be made; the rest is empty
     */
    public record Ephemeral(PersistentVolumeClaim template) implements Source {

        public Ephemeral {
            requireNonNull(template, "template");
        }
    }

    /**
     * {@code projected} certificates of the pod.
     *
     * @param keyTypes types of their keys, such as {@code MLDSA65}, in manifest order
     */
    public record Certificates(List<String> keyTypes) implements Source {

        public Certificates {
            keyTypes = List.copyOf(requireNonNull(keyTypes, "keyTypes"));
        }
    }

    /**
     * A disk named in the pod itself.
     *
     * @param disk the disk
     */
    public record Inline(Disk disk) implements Source {

        public Inline {
            requireNonNull(disk, "disk");
        }
    }
}
