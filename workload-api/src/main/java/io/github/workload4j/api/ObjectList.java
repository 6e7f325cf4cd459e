package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import java.util.List;

/**
 * A list of objects of one kind, such as a {@code WorkloadList}.
 *
 * @param groupVersion group and version of the list, such as {@code scheduling.k8s.io/v1alpha1}
 * @param kind kind of the list, such as {@code WorkloadList}
 * @param metadata what every list carries
 * @param items the objects in order
 * @param <T> what the list holds
 */
public record ObjectList<T extends ApiObject>(String groupVersion, String kind, ListMeta metadata, List<T> items) {

    /** Checks presence and copies the list. */
    public ObjectList {
        requireNonNull(groupVersion, "groupVersion");
        requireNonNull(kind, "kind");
        requireNonNull(metadata, "metadata");
        items = List.copyOf(items);
    }
}
