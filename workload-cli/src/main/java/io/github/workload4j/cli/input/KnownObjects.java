package io.github.workload4j.cli.input;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Objects of the inputs by their names. The same object twice is one; two that differ under one name are a
 * contradiction, of which the first is kept.
 */
final class KnownObjects {

    private final Map<String, Known> known = new HashMap<>();

    /** What an object says, and where. */
    private record Known(Object content, String place) {}

    /** {@return kind and name of an object, which it has for itself} */
    static String called(ApiObject object) {
        boolean isNamespaced = object instanceof Pod
                || object instanceof Job
                || object instanceof PodDisruptionBudget
                || object instanceof ResourceClaim
                || object instanceof ResourceClaimTemplate
                || object instanceof PersistentVolumeClaim
                || object instanceof CsiStorageCapacity
                || object instanceof SchedulingObject;
        ObjectMeta metadata = object.metadata();
        return object.kind() + " " + (isNamespaced ? metadata.qualifiedName() : metadata.name());
    }

    /**
     * {@return whether an object is the first of its name}
     *
     * @param key what it is known by
     * @param called what it is called for people
     * @param complain takes what is wrong if there is another that differs
     */
    boolean isFirst(String key, String called, Object content, String place, Consumer<String> complain) {
        Known first = known.putIfAbsent(key, new Known(content, place));
        if (first != null && !first.content().equals(content)) {
            complain.accept(called + " differs from the one at " + first.place()
                    + " (expected: one of each name); the first is taken");
        }
        return first == null;
    }

    boolean contains(String key) {
        return known.containsKey(key);
    }

    /** {@return where the object is that is known by a name} */
    Optional<String> place(String key) {
        return Optional.ofNullable(known.get(key)).map(Known::place);
    }
}
