package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.FieldPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pods of a group that are alike.
 *
 * @param role what they do in their object
 * @param pods how many there are in one instance of the group, 0 or more
 * @param template what each of them says
 * @param spec where in the object that was read the template's {@code spec} is; null if it is in another object, or
 *     the shape was read from pods
 * @param labels labels by which the controller marks the pods it makes, beside those of the template; empty if it is
 *     not known
 * @param numbered label by which the controller numbers the instances of the group, from 0; null if it does not, or
 *     that is not known
 * @param activeDeadlineSeconds seconds after its start at which the object ends them, 1 or more, or null if it does
 *     not; that the template says so too is another matter
 * @param members pods of the input that the shape was read from; empty if it was read from a template
 */
public record PodShape(
        String role,
        long pods,
        Pod template,
        @Nullable FieldPath spec,
        Map<String, String> labels,
        @Nullable String numbered,
        @Nullable Long activeDeadlineSeconds,
        List<Pod> members) {

    /** Checks presence and range, and copies the collections. */
    public PodShape {
        requireNonNull(role, "role");
        requireNonNull(template, "template");
        if (pods < 0) {
            throw new IllegalArgumentException("pods: " + pods + " (expected: 0 or more)");
        }
        if (activeDeadlineSeconds != null && activeDeadlineSeconds < 1) {
            throw new IllegalArgumentException(
                    "activeDeadlineSeconds: " + activeDeadlineSeconds + " (expected: 1 or more, or null)");
        }
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(labels, "labels")));
        members = List.copyOf(requireNonNull(members, "members"));
    }

    /** {@return what one pod takes of its node, without resources of which it takes nothing} */
    public Map<String, Quantity> requests() {
        Map<String, Quantity> requests = new LinkedHashMap<>(PodResources.requested(template));
        requests.values().removeIf(amount -> amount.signum() == 0);
        return requests;
    }

    /** {@return a hash code of the role and the number alone: a template is long} */
    @Override
    public int hashCode() {
        return 31 * role.hashCode() + Long.hashCode(pods);
    }
}
