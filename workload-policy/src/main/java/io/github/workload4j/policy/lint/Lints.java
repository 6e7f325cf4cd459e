package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Looks for what is valid and almost surely wrong.
 *
 * <pre>{@code
 * for (Warning warning : Lints.check(objects)) {
 *     System.out.println(objects.get(warning.object()).metadata().name() + ": " + warning);
 * }
 * }</pre>
 */
public final class Lints {

    private Lints() {}

    /**
     * {@return the suspicions about the objects of one stream, by object and then in document order}
     *
     * <p>Objects need not be valid, but what an invalid object breaks is not said here. Time is linear in the number of
     * objects.
     *
     * @param objects all objects of the stream in order, of whatever kind
     */
    public static List<Warning> check(List<? extends ApiObject> objects) {
        return check(objects, List.of());
    }

    /**
     * {@return the suspicions about the objects of one stream and their pod templates, by object and then in document
     * order}
     *
     * @param objects all objects of the stream in order, of whatever kind
     * @param templates the pod templates of objects that the model does not hold; those of Jobs are known
     */
    public static List<Warning> check(List<? extends ApiObject> objects, List<TemplatedPods> templates) {
        return check(objects, templates, index -> "object " + (index + 1));
    }

    /**
     * {@return the suspicions about the objects of one stream and their pod templates, by object and then in document
     * order}
     *
     * @param objects all objects of the stream in order, of whatever kind
     * @param templates the pod templates of objects that the model does not hold; those of Jobs are known
     * @param place where an object of that index is, such as its file and line, for suspicions that speak of another
     */
    public static List<Warning> check(
            List<? extends ApiObject> objects, List<TemplatedPods> templates, IntFunction<String> place) {
        requireNonNull(objects, "objects");
        requireNonNull(place, "place");
        Stream stream = new Stream(objects, requireNonNull(templates, "templates"));
        Warnings warnings = new Warnings();
        ReferenceLints.check(stream, place, warnings);
        MemberLints.check(stream, warnings);
        VolumeLints.check(stream, warnings);
        TreeLints.check(stream, warnings);
        TemplateLints.check(stream, warnings);
        ClusterLints.check(stream, warnings);
        return warnings.inOrder();
    }

    /**
     * {@return what the objects of one stream meet in clusters of a release, by object and then in document order}
     *
     * <p>These are no mistakes of the manifests, but traps that were measured on the real servers. Time is linear in
     * the number of objects.
     *
     * @param objects all objects of the stream in order, of whatever kind
     * @param setup the cluster; without a release in it, each object goes by its own
     */
    public static List<Warning> ofRelease(List<? extends ApiObject> objects, ClusterSetup setup) {
        requireNonNull(objects, "objects");
        requireNonNull(setup, "setup");
        Warnings warnings = new Warnings();
        new ReleaseLints(new Stream(objects, List.of()), setup, warnings).check();
        return warnings.inOrder();
    }

    /**
     * {@return what is suspicious about replacing a stored object, each about the object 0}
     *
     * <p>As with {@link #ofRelease}, these are traps of real servers, whose gates decide.
     *
     * @param stored the stored object
     * @param updated what replaces it
     * @param setup the cluster; without a release in it, each object goes by its own
     */
    public static List<Warning> ofUpdate(ApiObject stored, ApiObject updated, ClusterSetup setup) {
        requireNonNull(stored, "stored");
        requireNonNull(updated, "updated");
        requireNonNull(setup, "setup");
        Warnings warnings = new Warnings();
        if (stored instanceof Workload before && updated instanceof Workload after) {
            new UpdateLints(before, after, setup, warnings).check();
        }
        return warnings.inOrder();
    }
}
