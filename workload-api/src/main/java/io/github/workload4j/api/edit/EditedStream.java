package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.yaml.Document;
import java.util.Arrays;
import java.util.List;

/**
 * A text of manifests before and after a conversion. Equal by content.
 *
 * @param name what it is called
 * @param before the text as it was given; not copied
 * @param after the text with what had to change; the same bytes if nothing had to
 * @param documents what was read in it, in order
 */
public record EditedStream(String name, byte[] before, byte[] after, List<Document> documents) {

    public EditedStream {
        requireNonNull(name, "name");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        documents = List.copyOf(requireNonNull(documents, "documents"));
    }

    /** {@return whether anything had to change} */
    public boolean isChanged() {
        return !Arrays.equals(before, after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EditedStream that
                && name.equals(that.name)
                && Arrays.equals(before, that.before)
                && Arrays.equals(after, that.after)
                && documents.equals(that.documents);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + Arrays.hashCode(before)) * 31 + Arrays.hashCode(after);
    }

    /** {@return one line: the name and the sizes} */
    @Override
    public String toString() {
        return "EditedStream[name=" + name + ", " + before.length + " bytes before, " + after.length + " bytes after, "
                + documents.size() + " documents]";
    }
}
