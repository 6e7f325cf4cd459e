package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.DocumentSplitter;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.reread.ChunkTrees;
import io.github.workload4j.api.text.reread.Locator;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.table.HeadShapes;
import io.github.workload4j.api.wire.table.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of one stream: each by {@link StreamingBinder}, and as a tree from where that declines. Hands
 * them to a {@link DocumentSink}.
 */
final class DocumentReader {

    static final String LIST_KIND = "List";

    private final Limits limits;
    private final DocumentSink sink;
    private int index;

    DocumentReader(boolean strict, Limits limits, Consumer<? super Document> sink) {
        this.limits = limits;
        this.sink = new DocumentSink(strict, sink);
    }

    /** Reads one part of the stream: one document, or several JSON values. */
    void read(DocumentSplitter.Cut cut) {
        Chunk chunk = cut.chunk();
        Locator locator = new Locator(chunk, limits.ofTrees());
        Position start = new Position(chunk.firstLine(), 1);
        if (cut.badSeparator() != null) {
            String detail = "a separator `---` followed by " + ReadContext.shown(cut.badSeparator());
            String hint = "put what follows on a line of its own; only a comment may stand after the dashes";
            sink.undecodable(
                    Source.of(locator, index, 0, -1, null),
                    List.of(new Fault(Fault.Type.SEPARATOR, FieldPath.DOCUMENT, start, detail, hint)));
        } else if (cut.tooLarge()) {
            Fault fault = TreeBuilder.limit(start, "a document of more than " + limits.documentBytes() + " bytes")
                    .fault();
            sink.undecodable(Source.of(locator, index, 0, -1, null), List.of(fault));
        } else {
            StreamingBinder pass = new StreamingBinder(locator, limits, index, sink);
            if (pass.read()) {
                index += pass.values() - 1;
            } else {
                readTrees(locator, pass.items());
            }
        }
        index++;
    }

    /** Reads a document whose tree is there already. */
    void bind(@Nullable Tree root) {
        Locator none = new Locator(new Chunk(1), limits.ofTrees());
        finish(none, 0, root, new ListItems(sink, none, index, 0), null);
    }

    /**
     * Reads a chunk as trees, and tells all that is wrong.
     *
     * @param first the first value that is not read yet, with those of its items that are
     */
    private void readTrees(Locator locator, ListItems first) {
        ChunkTrees chunkTrees = new ChunkTrees(locator.chunk(), limits.ofTrees());
        int start = index;
        ListItems open = first;
        try {
            while (chunkTrees.next()) {
                int value = chunkTrees.value();
                index = start + value;
                if (value < first.value()) {
                    continue;
                }
                if (open.value() != value) {
                    open = new ListItems(sink, locator, index, value);
                }
                Tree tree = chunkTrees.tree();
                if (chunkTrees.item() < 0) {
                    finish(locator, value, tree, open, chunkTrees.extra());
                } else if (tree != null) {
                    open.take(chunkTrees.list(), chunkTrees.item(), tree);
                }
            }
        } catch (SyntaxFault e) {
            index = start + chunkTrees.value();
            Source source = Source.of(locator, index, chunkTrees.value(), -1, null);
            sink.undecodable(source, List.of(SyntaxHints.with(e.fault(), source)));
        }
    }

    private void finish(Locator locator, int value, @Nullable Tree root, ListItems items, @Nullable Position extra) {
        List<Fault> warnings = new ArrayList<>();
        if (extra != null) {
            warnings.add(new Fault(
                    Fault.Type.SYNTAX,
                    FieldPath.DOCUMENT,
                    extra,
                    "what follows the end of the document is not read",
                    "separate documents with `---`"));
        }
        if (root == null || root instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL) {
            sink.hand(new Skipped(Source.of(locator, index, value, -1, null), "an empty document"));
        } else if (root instanceof Tree.Mapping mapping) {
            object(locator, value, mapping, items, warnings);
        } else {
            sink.undecodable(
                    Source.of(locator, index, value, -1, root),
                    List.of(new Fault(
                            Fault.Type.MISSING,
                            FieldPath.DOCUMENT,
                            root.position(),
                            "found " + root.described(),
                            "expected an object with `apiVersion` and `kind`")));
        }
    }

    private void object(Locator locator, int value, Tree.Mapping root, ListItems items, List<Fault> warnings) {
        String apiVersion = root.word("apiVersion", "");
        String kind = root.word("kind", "");
        boolean isList = kind.endsWith(LIST_KIND) && !apiVersion.isEmpty();
        if (!isList) {
            items.handPending("", "");
            sink.bind(Source.of(locator, index, value, -1, root), root, apiVersion, kind, warnings);
            return;
        }
        String itemKind = itemKind(kind);
        if (!itemKind.isEmpty() && Kinds.shape(apiVersion, itemKind) == null) {
            sink.bind(Source.of(locator, index, value, -1, root), root, apiVersion, itemKind, warnings);
            return;
        }
        sink.context.takeFaults();
        HeadShapes.LIST.read(new TreeCursor(root), sink.context);
        List<Fault> faults = sink.context.takeFaults();
        if (sink.stops(faults)) {
            sink.undecodable(Source.of(locator, index, value, -1, root), faults);
        }
        items.handPending(apiVersion, itemKind);
        if (items.count() == 0) {
            sink.hand(new Skipped(Source.of(locator, index, value, -1, root), StreamingBinder.EMPTY_LIST));
        }
    }

    static String itemKind(String listKind) {
        return listKind.substring(0, listKind.length() - LIST_KIND.length());
    }

    /** {@return whether the items of such a list need not say what they are} */
    static boolean saysItemKind(String apiVersion, String kind) {
        return kind.endsWith(LIST_KIND) && Kinds.shape(apiVersion, itemKind(kind)) != null;
    }
}
