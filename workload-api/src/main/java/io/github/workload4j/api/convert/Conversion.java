package io.github.workload4j.api.convert;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.storage.StorageObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A conversion of objects to one version of the Workload API.
 *
 * <pre>{@code
 * Converted converted = Conversion.to(ApiVersion.V1BETA1).convert(List.of(workload, pod0, pod1));
 * converted.losses().forEach(System.out::println);
 * }</pre>
 *
 * <p>Objects that are given together are converted together: a {@code v1alpha1} Workload and its pods become a
 * Workload, one PodGroup for each replica key found, and pods in those; the other way round, PodGroups become the pods'
 * references. The objects may be of several versions. Objects without a version of this API (nodes, priority classes,
 * jobs) come out as they are, pods but for the reference to their group.
 *
 * <p>From {@code v1alpha1} to {@code v1alpha3} or {@code v1beta1} and back goes by {@code v1alpha2}. The result does
 * not depend on the order of the objects, but for its own order. Time is {@code n log n} in the number of objects.
 */
public final class Conversion {

    /**
     * Annotation on a PodGroup that keeps the replica key its pods had in {@code v1alpha1}, so that a conversion back
     * restores it. Its value is the key, which may be empty.
     */
    public static final String REPLICA_KEY_ANNOTATION = "workload4j.github.io/pod-group-replica-key";

    private final ApiVersion target;
    private final boolean flatten;
    private final boolean whole;
    private final KubernetesRelease release;
    private final ClusterSetup cluster;
    private final Optional<KubernetesRelease> source;

    private Conversion(
            ApiVersion target,
            boolean flatten,
            boolean whole,
            ClusterSetup cluster,
            Optional<KubernetesRelease> source) {
        this.target = target;
        this.cluster = cluster;
        this.release = cluster.release()
                .or(() -> KubernetesRelease.newestServing(target, "Workload"))
                .orElseThrow();
        this.flatten = flatten;
        this.whole = whole;
        this.source = source;
    }

    /**
     * {@return the conversion to a version; groups of groups have no place before {@code v1alpha3} and are dropped
     * there}
     */
    public static Conversion to(ApiVersion target) {
        requireNonNull(target, "target");
        return new Conversion(target, false, false, ClusterSetup.OPEN, Optional.empty());
    }

    /**
     * {@return this conversion, for clusters of a release}
     *
     * <p>Without one it is for the newest final release that serves the version, and objects of the version stay even
     * if only a later one serves their kind. Releases differ in what they take of a version: see {@link #fromRelease}.
     *
     * @throws IllegalArgumentException if the release does not serve the version
     */
    public Conversion forRelease(KubernetesRelease release) {
        return forCluster(ClusterSetup.of(release));
    }

    /**
     * {@return this conversion, for a cluster, as with {@link #forRelease}}
     *
     * <p>Of its gates only {@code PodGroupPreemptionPolicy} matters, without which a server of 1.37 drops preemption
     * policies.
     *
     * @throws IllegalArgumentException if the cluster's release does not serve the version
     */
    public Conversion forCluster(ClusterSetup cluster) {
        requireNonNull(cluster, "cluster").release().ifPresent(release -> {
            if (!release.serves(target, "Workload")) {
                throw new IllegalArgumentException("release: " + release + " (expected: one that serves "
                        + target.version() + ": "
                        + KubernetesRelease.serving(target, "Workload").stream()
                                .map(KubernetesRelease::version)
                                .collect(Collectors.joining(", "))
                        + ")");
            }
        });
        return new Conversion(target, flatten, whole, cluster, source);
    }

    /**
     * {@return this conversion, of objects that clusters of a release took}
     *
     * <p>Without one each object is taken to be of the newest final release that serves its version.
     *
     * <p>Releases have other rules for the same version. What the release of the objects takes and that of the result
     * refuses is {@link Loss.Kind#INVALID_IN_TARGET}: from 1.37 to 1.38 pods placed one by one that are disrupted all
     * together, parents and children that do not agree, templates of unequal preemption policies; from 1.38 to earlier
     * ones priorities above 1000000000.
     */
    public Conversion fromRelease(KubernetesRelease source) {
        return new Conversion(target, flatten, whole, cluster, Optional.of(requireNonNull(source, "source")));
    }

    /** {@return the release that the result is for} */
    public KubernetesRelease release() {
        return release;
    }

    /**
     * {@return this conversion, which keeps the groups of pods out of groups of groups where the target has no groups
     * of groups}
     *
     * <p>The quorum, topology and disruption mode of the groups of groups are lost and reported as {@link
     * Loss.Kind#APPROXIMATED}.
     */
    public Conversion flatteningComposites() {
        return new Conversion(target, true, whole, cluster, source);
    }

    /**
     * {@return this conversion, taking objects of partly modelled kinds as all there is}
     *
     * <p>For callers who made the pods themselves, or know from their documents what was passed over. Otherwise each
     * Pod, Node, Namespace, PodDisruptionBudget, Job and object about volumes comes with {@link Loss#heldInPart a
     * loss}, since a manifest written from it lacks what a server requires of the whole.
     */
    public Conversion takingObjectsAsWhole() {
        return new Conversion(target, flatten, true, cluster, source);
    }

    /**
     * {@return one object in the target version; with a pod or group that needs others to be converted, it is left as
     * it is}
     */
    public Converted convert(ApiObject object) {
        requireNonNull(object, "object");
        return convert(List.of(object));
    }

    /** {@return the objects in the target version} */
    public Converted convert(Collection<? extends ApiObject> objects) {
        return trace(objects).converted();
    }

    /** {@return the objects in the target version, each with the object it comes from} */
    public Traced trace(Collection<? extends ApiObject> objects) {
        requireNonNull(objects, "objects");
        List<Item> items = new ArrayList<>(objects.size());
        objects.forEach(object -> items.add(Item.of(object)));
        Losses losses = new Losses(target);
        List<Item> result = items;
        if (target == ApiVersion.V1ALPHA1 || target == ApiVersion.V1ALPHA2) {
            result = new BetaToAlpha2(flatten, losses).apply(result);
        }
        if (target == ApiVersion.V1ALPHA1) {
            result = Alpha2ToAlpha1.apply(result, losses);
        } else {
            result = Alpha1ToAlpha2.apply(result, losses);
        }
        if (target.isAtLeast(ApiVersion.V1ALPHA3)) {
            result = new Alpha2ToBeta(target, losses).apply(result);
            result = new BetaToBeta(target, release, cluster.release().isPresent(), losses).apply(result);
        }
        boolean keepsTrees = flatten || target.isAtLeast(ApiVersion.V1ALPHA3);
        new OtherRules(source, release, cluster, keepsTrees, losses).report(objects);
        if (!whole) {
            for (ApiObject object : objects) {
                if (isHeldInPart(object)) {
                    losses.add(Loss.heldInPart(object));
                }
            }
        }
        Converted converted = new Converted(result.stream().map(Item::object).toList(), losses.inOrderOf(objects));
        return new Traced(converted, result.stream().map(Item::source).toList());
    }

    private static boolean isHeldInPart(ApiObject object) {
        return object instanceof Pod
                || object instanceof Node
                || object instanceof Namespace
                || object instanceof PodDisruptionBudget
                || StorageObjects.isOne(object)
                || object instanceof Job;
    }
}
