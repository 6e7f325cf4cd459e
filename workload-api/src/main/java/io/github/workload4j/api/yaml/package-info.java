/**
 * Manifests as text: streams of YAML or JSON documents to model and back.
 *
 * <p>A stream is cut into documents. A document is read straight from its bytes, by tables that describe the wire shape
 * of each version, without a tree; what such a quick reader declines is read again as a tree. Either way all faults of
 * a document are found, each with its place. The same tables write.
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied. A consumer of documents is called on the reading thread.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.yaml;

import org.jspecify.annotations.NullMarked;
