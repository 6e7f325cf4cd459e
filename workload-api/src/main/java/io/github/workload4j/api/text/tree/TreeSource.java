package io.github.workload4j.api.text.tree;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.SyntaxFault;
import org.jspecify.annotations.Nullable;

/** Makes trees, one token at a time. */
public interface TreeSource {

    /** Reads a token and tells whether there was one that belongs to the chunk's documents. */
    boolean step(TreeBuilder builder) throws SyntaxFault;

    /** {@return where content follows that belongs to no document, or null} */
    @Nullable
    Position extra();
}
