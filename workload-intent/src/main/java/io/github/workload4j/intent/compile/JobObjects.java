package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link JobController} makes of a Job.
 *
 * @param workload the Workload, or null if it makes none
 * @param podGroup the group of the pods, or null if it makes none: the pods may still name one that someone else makes
 * @param pods the pods that run at once when the Job is not suspended, in order of their numbers; each is made when it
 *     is asked for, so that a Job of millions takes no memory
 * @param missing the template that the Job asks for and that is not there, or null if none is missing: in 1.37 its pods
 *     have no group, since 1.38 they are not made. A Workload that is not there and whose name nobody says is empty
 */
public record JobObjects(
        @Nullable Workload workload, @Nullable PodGroup podGroup, List<Pod> pods, TemplateRef.@Nullable Named missing) {

    public JobObjects {
        pods = Collections.unmodifiableList(requireNonNull(pods, "pods"));
    }
}
