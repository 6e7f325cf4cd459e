package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

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
        requireNonNull(objects, "objects");
        Stream stream = new Stream(objects);
        Warnings warnings = new Warnings();
        ReferenceLints.check(stream, warnings);
        MemberLints.check(stream, warnings);
        TreeLints.check(stream, warnings);
        TemplateLints.check(stream, warnings);
        ClusterLints.check(stream, warnings);
        return warnings.inOrder();
    }
}
