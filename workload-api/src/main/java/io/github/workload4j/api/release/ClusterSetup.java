package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a cluster is said to run: a release, and feature gates. Either may be left open; {@link #releaseOf} and {@link
 * #gatesOf} say what then holds.
 *
 * @param release the release; if empty, each object goes by the newest final release that serves its kind and version
 * @param gates the gates that are set; if empty, every gate of the Workload API is on
 */
public record ClusterSetup(Optional<KubernetesRelease> release, Optional<FeatureGates> gates) {

    /** Nothing is said. */
    public static final ClusterSetup OPEN = new ClusterSetup(Optional.empty(), Optional.empty());

    /**
     * Checks that there is such a cluster.
     *
     * @throws IllegalArgumentException if no server of the release, or without a release no server of any, starts with
     *     the gates; the message says why
     */
    public ClusterSetup {
        requireNonNull(release, "release");
        requireNonNull(gates, "gates");
        List<KubernetesRelease> releases = release.map(List::of).orElseGet(KubernetesRelease::all);
        FeatureGates set = gates.orElse(FeatureGates.DEFAULTS);
        if (releases.stream().allMatch(each -> !each.refusals(set).isEmpty())) {
            KubernetesRelease named = release.orElseGet(KubernetesRelease::newestFinal);
            throw new IllegalArgumentException("feature gates: no server of "
                    + (release.isPresent() ? named : "any release") + " starts with " + set + ": "
                    + named.refusals(set).stream().map(GateRefusal::toString).collect(Collectors.joining("; ")));
        }
    }

    /** {@return a cluster of a release, with every gate of the Workload API on} */
    public static ClusterSetup of(KubernetesRelease release) {
        return OPEN.withRelease(release);
    }

    /**
     * {@return the same cluster, of a release}
     *
     * @throws IllegalArgumentException if no server of the release starts with the gates
     */
    public ClusterSetup withRelease(KubernetesRelease release) {
        return new ClusterSetup(Optional.of(requireNonNull(release, "release")), gates);
    }

    /**
     * {@return the same cluster, with gates}
     *
     * @throws IllegalArgumentException if no server of the release starts with them
     */
    public ClusterSetup withFeatureGates(FeatureGates gates) {
        return new ClusterSetup(release, Optional.of(requireNonNull(gates, "gates")));
    }

    /**
     * {@return the release by which an object goes}
     *
     * <p>Without a release said: the newest final one that serves the object's kind and version, a pre-release if only
     * that does. An object of another API goes by the newest final release, a Pod with a {@code workloadRef} by 1.35.
     */
    public KubernetesRelease releaseOf(ApiObject object) {
        requireNonNull(object, "object");
        return release.orElseGet(() -> ofItsOwn(object));
    }

    private static KubernetesRelease ofItsOwn(ApiObject object) {
        if (object instanceof SchedulingObject ours) {
            return KubernetesRelease.newestServing(ours.apiVersion(), ours.kind())
                    .or(() -> KubernetesRelease.newestServing(ours.apiVersion(), "Workload"))
                    .orElseThrow();
        }
        boolean is135 = object instanceof Pod pod && pod.spec().workloadRef() != null;
        return is135 ? KubernetesRelease.V1_35 : KubernetesRelease.newestFinal();
    }

    /** {@return the gates that are set in a cluster of a release} */
    public FeatureGates gatesOf(KubernetesRelease release) {
        requireNonNull(release, "release");
        return gates.isPresent() ? gates.get() : release.workloadGates();
    }
}
