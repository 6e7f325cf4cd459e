/**
 * Manifests as text: streams of YAML or JSON documents to model and back.
 *
 * <p>Reading is one way: bytes are cut into documents, a document becomes a tree with a position on every value, and the tree is bound to
 * the model by tables that describe each version's wire shape. The same tables write. All faults of a document are found in one pass.
 *
 * <p>All types are immutable and thread-safe, but for documents' sinks, which are called on the reading thread.
 */
@NullMarked
package io.github.workload4j.api.yaml;

import org.jspecify.annotations.NullMarked;
