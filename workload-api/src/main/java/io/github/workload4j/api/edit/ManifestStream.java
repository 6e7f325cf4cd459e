package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

/**
 * A text of manifests.
 *
 * @param name what it is called, such as the name of its file
 * @param bytes the text: UTF-8, or UTF-16 with a byte order mark; not copied
 */
public record ManifestStream(String name, byte[] bytes) {

    /** Checks presence. */
    public ManifestStream {
        requireNonNull(name, "name");
        requireNonNull(bytes, "bytes");
    }
}
