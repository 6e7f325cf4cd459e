package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A building block in a controller's own object, and where it is.
 *
 * @param <T> the block's type
 * @param value what the user wrote, or null
 * @param pathElements the fields that lead to the block, from the item's path down; empty if it is the item's path
 */
public record Block<T>(@Nullable T value, List<String> pathElements) {

    public Block {
        pathElements = List.copyOf(requireNonNull(pathElements, "pathElements"));
    }

    /** {@return a block, or the place where there is none, below the item's path} */
    public static <T> Block<T> of(@Nullable T value, String... pathElements) {
        return new Block<>(value, List.of(requireNonNull(pathElements, "pathElements")));
    }

    /** {@return the place of the block in the controller's object} */
    FieldPath below(FieldPath item) {
        FieldPath path = item;
        for (String element : pathElements) {
            path = path.child(element);
        }
        return path;
    }
}
