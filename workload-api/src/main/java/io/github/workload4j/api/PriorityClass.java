package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named priority ({@code scheduling.k8s.io/v1}), cluster-wide.
 *
 * @param metadata name and the like
 * @param value the priority
 * @param globalDefault whether it is the priority of pods and groups that name none
 * @param description for people
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 */
public record PriorityClass(
        ObjectMeta metadata,
        int value,
        boolean globalDefault,
        String description,
        @Nullable PreemptionPolicy preemptionPolicy)
        implements ApiObject {

    /** The priorities of the two classes that every cluster has, by name. */
    public static final Map<String, Integer> BUILT_IN =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    public PriorityClass {
        requireNonNull(metadata, "metadata");
        requireNonNull(description, "description");
    }

    @Override
    public String groupVersion() {
        return "scheduling.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "PriorityClass";
    }
}
