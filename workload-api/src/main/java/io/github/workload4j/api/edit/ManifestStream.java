package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A text of manifests. Equal by content.
 *
 * @param name what it is called, such as the name of its file
 * @param bytes the text: UTF-8, or UTF-16 with a byte order mark; not copied
 */
public record ManifestStream(String name, byte[] bytes) {

    public ManifestStream {
        requireNonNull(name, "name");
        requireNonNull(bytes, "bytes");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestStream that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    /** {@return one line: the name and the size} */
    @Override
    public String toString() {
        return "ManifestStream[name=" + name + ", " + bytes.length + " bytes]";
    }
}
