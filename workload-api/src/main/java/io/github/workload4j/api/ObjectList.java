package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * Several objects as one: a list of one kind, such as a {@code WorkloadList}, or {@code v1}'s {@code List} of any
 * kinds.
 *
 * <p>The manifest reader opens lists and hands out their items; who needs a list as it is, such as a client that
 * follows {@code metadata.continue}, reads it with the Jackson module. The manifest writer writes lists.
 *
 * @param groupVersion group and version of the list, such as {@code scheduling.k8s.io/v1alpha1}
 * @param kind kind of the list, such as {@code WorkloadList}
 * @param metadata what every list carries
 * @param items the objects in order
 * @param <T> what the list holds
 */
public record ObjectList<T extends ApiObject>(String groupVersion, String kind, ListMeta metadata, List<T> items)
        implements ManifestValue {

    public ObjectList {
        requireNonNull(groupVersion, "groupVersion");
        requireNonNull(kind, "kind");
        requireNonNull(metadata, "metadata");
        items = List.copyOf(requireNonNull(items, "items"));
    }

    /**
     * {@return the objects, which may be of several kinds, as a {@code List} such as {@code kubectl get -o yaml}
     * prints}
     */
    public static <T extends ApiObject> ObjectList<T> of(List<? extends T> items) {
        requireNonNull(items, "items");
        return new ObjectList<>("v1", "List", ListMeta.EMPTY, List.copyOf(items));
    }
}
