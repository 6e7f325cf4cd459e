package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.FieldPath;

/**
 * Pods that an object of a stream makes of a template.
 *
 * @param object the number by which warnings name that object, above the positions in the list that is checked
 * @param spec where the template's {@code spec} is in the object
 * @param pod a pod like those that it makes, with the object's namespace and name
 * @param count how many it makes, 0 or more; {@link #MANY} if that is not known
 * @param gang the gang that the object means by them; empty if it means none
 * @param together how many of them are in one such gang; 0 without one
 */
public record TemplatedPods(int object, FieldPath spec, Pod pod, long count, String gang, long together) {

    /** More pods than any group needs. */
    public static final long MANY = Integer.MAX_VALUE;

    /** Checks presence and range. */
    public TemplatedPods {
        requireNonNull(spec, "spec");
        requireNonNull(pod, "pod");
        requireNonNull(gang, "gang");
        if (count < 0) {
            throw new IllegalArgumentException("count: " + count + " (expected: 0 or more)");
        }
    }

    /** Pods that are in no gang, as far as is known. */
    public TemplatedPods(int object, FieldPath spec, Pod pod, long count) {
        this(object, spec, pod, count, "", 0);
    }
}
