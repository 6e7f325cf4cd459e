package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.gang.FilterReason.ClaimRefused.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that rules see of the volumes of a pending pod. Pods of one signature are interchangeable: claims that only one
 * pod uses are told apart by their kinds, others by their names. Made and read by {@link QuestionVolumes}.
 */
public final class VolumeSignature {

    /** No volumes. */
    public static final VolumeSignature NONE = new VolumeSignature(new Parts(
            null, List.of(), List.of(), List.of(), List.of(), Set.of(), Map.of(), List.of(), List.of(), Set.of()));

    private final Parts parts;
    private final int hash;

    /**
     * A bound claim.
     *
     * @param affinity the nodes that reach its volume, or null for all
     * @param older what a driver sees of it that stands for its plug-in, or null
     * @param zones labels of its volume by which zones are compared
     */
    record Bound(@Nullable NodeSelector affinity, @Nullable OlderVolume older, Map<String, String> zones) {}

    /**
     * What there is to see.
     *
     * @param refused why such pods fit nowhere, or null
     * @param bound bound claims
     * @param open kinds of claims that are not bound and that no other pod uses
     * @param shared claims that are not bound and that several pods use, by namespace and name
     * @param once claims that one pod of the cluster may use and several name, by namespace and name
     * @param drivers drivers that must be there
     * @param fresh by driver, how many volumes count where a number is bounded, that nobody else uses
     * @param keys the others that count
     * @param disks disks that the pod names itself
     * @param missing kinds of objects of which none was given
     */
    record Parts(
            @Nullable Problem refused,
            List<Bound> bound,
            List<ClaimKind> open,
            List<String> shared,
            List<String> once,
            Set<DriverUse> drivers,
            Map<String, Integer> fresh,
            List<VolumeKey> keys,
            List<Disk> disks,
            Set<MissingKind> missing) {}

    VolumeSignature(Parts parts) {
        this.parts = parts;
        this.hash = Objects.hash(parts.refused, parts.bound, parts.open, parts.shared, parts.fresh, parts.missing);
    }

    Parts parts() {
        return parts;
    }

    /** {@return whether there are no volumes} */
    public boolean isEmpty() {
        return this == NONE;
    }

    /** {@return claims that are not bound and that several pods use, by namespace and name} */
    public List<String> shared() {
        return parts.shared().stream()
                .filter(name -> !name.startsWith(QuestionVolumes.AGAIN))
                .toList();
    }

    /**
     * {@return disks and claims because of which pods are kept apart: pods that share none of these are not, others may
     * be}
     */
    public List<Object> rivalled() {
        List<Object> rivalled = new ArrayList<>(parts.once());
        parts.disks().forEach(disk -> rivalled.add(List.of(disk.type(), disk.id())));
        return rivalled;
    }

    /** {@return whether no claim still wants a volume} */
    public boolean isWithoutOpen() {
        return parts.open().isEmpty() && parts.shared().isEmpty();
    }

    /** {@return whether such pods fit nowhere, whatever node it is} */
    public boolean isRefused() {
        return parts.refused() != null;
    }

    /** {@return kinds of objects of which none was given, though these volumes depend on some} */
    public Set<MissingKind> missing() {
        return parts.missing();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof VolumeSignature that && hash == that.hash && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
