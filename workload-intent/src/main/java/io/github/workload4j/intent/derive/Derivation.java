package io.github.workload4j.intent.derive;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * All pods and groups of an input, those that its objects mean among them.
 *
 * <pre>{@code
 * Derivation derived = Derivation.of(ManifestReader.lenient().read(bytes));
 * ClusterSnapshot snapshot = ClusterSnapshot.of(derived.objects());
 * Groups groups = Groups.of(derived.groups());
 * }</pre>
 *
 * @param pods the pods of the input, members of the groups they belong to; then those that are made up
 * @param groups the groups of the input, then those that are made up
 * @param derived what was derived from which object, a group's parents before it
 * @param completed what was assumed, by group, in order
 * @param left readings of which nothing was derived, as they could not be read or mean too many pods
 * @param others what else was read: nodes and the like, in order; empty if it was made of readings
 */
public record Derivation(
        List<Pod> pods,
        List<SchedulingObject> groups,
        List<DerivedGroup> derived,
        List<Completed> completed,
        List<Reading> left,
        List<ApiObject> others) {

    /** More pods or groups than this are made of no object. */
    public static final int MOST = 200_000;

    public Derivation {
        pods = List.copyOf(requireNonNull(pods, "pods"));
        groups = List.copyOf(requireNonNull(groups, "groups"));
        derived = List.copyOf(requireNonNull(derived, "derived"));
        completed = List.copyOf(requireNonNull(completed, "completed"));
        left = List.copyOf(requireNonNull(left, "left"));
        others = List.copyOf(requireNonNull(others, "others"));
    }

    /**
     * {@return what documents mean, each object read as a unit, in the newest final release of Kubernetes}
     *
     * <p>Documents that cannot be read are passed over; the caller looks for them.
     */
    public static Derivation of(Collection<? extends Document> documents) {
        IntentReader reader = new IntentReader();
        List<Pod> pods = new ArrayList<>();
        List<SchedulingObject> groups = new ArrayList<>();
        List<ApiObject> others = new ArrayList<>();
        for (Document document : requireNonNull(documents, "documents")) {
            reader.add(document);
            if (!(document instanceof Decoded decoded)) {
                continue;
            }
            if (decoded.object() instanceof Pod pod) {
                pods.add(pod);
            } else if (decoded.object() instanceof SchedulingObject group) {
                groups.add(group);
            } else {
                others.add(decoded.object());
            }
        }
        Derivation derived = of(reader.readings(ReadingMode.UNIT), pods, groups, Set.of());
        return new Derivation(derived.pods, derived.groups, derived.derived, derived.completed, derived.left, others);
    }

    /**
     * {@return what objects mean, beside what is there, in the newest final release of Kubernetes}
     *
     * @param readings what the objects mean
     * @param pods the pods that are there
     * @param groups the groups that are there
     * @param assumptions what is taken for granted about all groups
     */
    public static Derivation of(
            List<Reading> readings,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> groups,
            Set<Assumption> assumptions) {
        return of(readings, pods, groups, assumptions, KubernetesRelease.newestFinal());
    }

    /**
     * {@return what objects mean in a release, beside what is there}
     *
     * <p>Groups that are made up are of the newest version of the API that the release serves them in, or, if it serves
     * none, of the first that has their kind.
     *
     * <p>Nothing is derived of an object that is over, or that is managed by another one that was read. Takes time
     * linear in the pods, those made up included.
     *
     * @param readings what the objects mean
     * @param pods the pods that are there
     * @param groups the groups that are there
     * @param assumptions what is taken for granted about all groups
     * @param release the release of the cluster, by which the readings were made
     */
    public static Derivation of(
            List<Reading> readings,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> groups,
            Set<Assumption> assumptions,
            KubernetesRelease release) {
        requireNonNull(readings, "readings");
        requireNonNull(pods, "pods");
        requireNonNull(groups, "groups");
        Deriving deriving = new Deriving(readings, pods, groups, requireNonNull(release, "release"));
        deriving.derive();
        Assuming assuming = new Assuming(deriving.pods(), deriving.groups());
        assuming.assume(requireNonNull(assumptions, "assumptions"));
        return new Derivation(
                assuming.pods(),
                deriving.groups(),
                deriving.derived(),
                assuming.completed(),
                deriving.left(),
                List.of());
    }

    /** {@return all of it: the pods, the groups and what else was read} */
    public List<ApiObject> objects() {
        List<ApiObject> all = new ArrayList<>(pods);
        all.addAll(groups);
        all.addAll(others);
        return all;
    }

    /**
     * {@return what was made up, as objects that a server could be given: for each object its groups below a Workload,
     * whose templates they are of, and its pods}
     *
     * <p>The Workload has the name of the object. Objects that are in the input already are not among them.
     */
    public List<ApiObject> manifests() {
        return List.copyOf(new DerivedManifests(this).objects());
    }
}
