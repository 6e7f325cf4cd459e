package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What every list carries.
 *
 * @param selfLink a link of old servers, kept
 * @param resourceVersion version of the collection
 * @param continueToken token for the rest of the list; the manifest calls it {@code continue}
 * @param remainingItemCount items not in this list, or null
 */
public record ListMeta(
        String selfLink,
        String resourceVersion,
        String continueToken,
        @Nullable Long remainingItemCount) implements ManifestValue {

    public ListMeta {
        requireNonNull(selfLink, "selfLink");
        requireNonNull(resourceVersion, "resourceVersion");
        requireNonNull(continueToken, "continueToken");
    }

    /** Nothing said. */
    public static final ListMeta EMPTY = new ListMeta("", "", "", null);
}
