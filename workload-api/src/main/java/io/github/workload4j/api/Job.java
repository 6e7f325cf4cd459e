package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A batch Job ({@code batch/v1}): the part that scheduling reads.
 *
 * @param metadata name, namespace and the like
 * @param spec what is asked
 */
public record Job(ObjectMeta metadata, JobSpec spec) implements ApiObject {

    public Job {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
    }

    @Override
    public String groupVersion() {
        return "batch/v1";
    }

    @Override
    public String kind() {
        return "Job";
    }
}
