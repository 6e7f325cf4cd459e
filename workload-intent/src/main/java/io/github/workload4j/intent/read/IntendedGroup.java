package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.core.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group as an object means it: of pods, or of other groups.
 *
 * @param name name within the reading
 * @param parent the group of groups it belongs to, or null for a root
 * @param object the object of the input that is this group, or null if the group is only meant
 * @param isComposite whether it is a group of groups, and has no pods
 * @param minimum how many pods, or child groups, are needed at once; null if each pod is placed on its own ({@code
 *     basic})
 * @param instances how many equal, independent groups it stands for, in each instance of its parent; 1 or more
 * @param phase 0, or more if its pods do not exist until the groups of earlier phases run
 * @param shapes the pods of one instance, in the order of the source
 * @param topologyKey node label of which all pods get one value, or null
 * @param disruptionMode whether it is disrupted one by one or as a whole, or null
 * @param priorityClassName the priority class of all its pods, empty for none
 */
public record IntendedGroup(
        String name,
        @Nullable String parent,
        @Nullable SourceObject object,
        boolean isComposite,
        @Nullable Long minimum,
        long instances,
        int phase,
        List<PodShape> shapes,
        @Nullable String topologyKey,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName) {

    /** Checks presence and ranges, and copies the shapes. */
    public IntendedGroup {
        requireNonNull(name, "name");
        if (minimum != null && minimum < 1) {
            throw new IllegalArgumentException("minimum: " + minimum + " (expected: 1 or more, or null)");
        }
        if (instances < 1) {
            throw new IllegalArgumentException("instances: " + instances + " (expected: 1 or more)");
        }
        if (phase < 0) {
            throw new IllegalArgumentException("phase: " + phase + " (expected: 0 or more)");
        }
        shapes = List.copyOf(requireNonNull(shapes, "shapes"));
        requireNonNull(priorityClassName, "priorityClassName");
    }

    /** {@return whether it is placed together or not at all} */
    public boolean isGang() {
        return minimum != null;
    }

    /** {@return how many pods one instance has} */
    public long pods() {
        return shapes.stream().mapToLong(PodShape::pods).sum();
    }

    /** {@return what the pods of one instance take together, by resource} */
    public Map<String, Quantity> requests() {
        Map<String, Quantity> sum = new LinkedHashMap<>();
        for (PodShape shape : shapes) {
            shape.requests()
                    .forEach((resource, amount) -> sum.merge(resource, amount.times(shape.pods()), Quantity::plus));
        }
        return sum;
    }
}
