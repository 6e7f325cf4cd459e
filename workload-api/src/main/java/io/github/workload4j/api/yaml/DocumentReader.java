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
import io.github.workload4j.api.wire.HeadShapes;
import io.github.workload4j.api.wire.Kinds;
import io.github.workload4j.api.wire.ReadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one stream into objects: finds the shape for each, opens lists, hands out what it made. */
final class DocumentReader {

    static final String LIST_KIND = "List";

    private final Limits limits;
    private final DocumentSink outlet;
    private int index;

    DocumentReader(boolean strict, Limits limits, Consumer<? super Document> sink) {
        this.limits = limits;
        this.outlet = new DocumentSink(strict, sink);
    }

    /** Reads one cut of the stream: one document, or several JSON values. */
    void read(DocumentSplitter.Cut cut) {
        Chunk chunk = cut.chunk();
        Locator places = new Locator(chunk, limits.ofTrees());
        Position start = new Position(chunk.firstLine(), 1);
        if (cut.badSeparator() != null) {
            String detail = "a separator `---` followed by " + ReadContext.shown(cut.badSeparator());
            String hint = "put what follows on a line of its own; only a comment may stand behind the dashes";
            outlet.undecodable(
                    Source.of(places, index, 0, -1, null),
                    List.of(new Fault(Fault.Type.SEPARATOR, FieldPath.DOCUMENT, start, detail, hint)));
        } else if (cut.tooLarge()) {
            Fault fault = TreeBuilder.limit(start, "a document of more than " + limits.documentBytes() + " bytes")
                    .fault();
            outlet.undecodable(Source.of(places, index, 0, -1, null), List.of(fault));
        } else {
            StreamingBinder pass = new StreamingBinder(places, limits, index, outlet);
            if (pass.read()) {
                index += pass.values() - 1;
            } else {
                readTrees(places, pass.items());
            }
        }
        index++;
    }

    /** Binds a value that someone else has read. */
    void bind(@Nullable Tree root) {
        Locator none = new Locator(new Chunk(1), limits.ofTrees());
        finish(none, 0, root, new ListItems(outlet, none, index, 0), null);
    }

    /**
     * Reads a chunk tree by tree, and tells all that is wrong.
     *
     * @param first the value before which all are done, and which of its items are
     */
    private void readTrees(Locator places, ListItems first) {
        ChunkTrees walk = new ChunkTrees(places.chunk(), limits.ofTrees());
        int start = index;
        ListItems open = first;
        try {
            while (walk.next()) {
                int value = walk.value();
                index = start + value;
                if (value < first.value()) {
                    continue;
                }
                if (open.value() != value) {
                    open = new ListItems(outlet, places, index, value);
                }
                Tree tree = walk.tree();
                if (walk.item() < 0) {
                    finish(places, value, tree, open, walk.extra());
                } else if (tree != null) {
                    open.take(walk.list(), walk.item(), tree);
                }
            }
        } catch (SyntaxFault e) {
            index = start + walk.value();
            outlet.undecodable(Source.of(places, index, walk.value(), -1, null), List.of(e.fault()));
        }
    }

    private void finish(Locator places, int value, @Nullable Tree root, ListItems items, @Nullable Position extra) {
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
            outlet.hand(new Skipped(Source.of(places, index, value, -1, null), "an empty document"));
        } else if (root instanceof Tree.Mapping mapping) {
            object(places, value, mapping, items, warnings);
        } else {
            outlet.undecodable(
                    Source.of(places, index, value, -1, root),
                    List.of(new Fault(
                            Fault.Type.MISSING,
                            FieldPath.DOCUMENT,
                            root.position(),
                            "found " + root.described(),
                            "expected an object with `apiVersion` and `kind`")));
        }
    }

    private void object(Locator places, int value, Tree.Mapping root, ListItems items, List<Fault> warnings) {
        String apiVersion = root.word("apiVersion", "");
        String kind = root.word("kind", "");
        boolean isList = kind.endsWith(LIST_KIND) && !apiVersion.isEmpty();
        if (!isList) {
            items.handPending("", "");
            outlet.bind(Source.of(places, index, value, -1, root), root, apiVersion, kind, warnings);
            return;
        }
        String itemKind = itemKind(kind);
        if (!itemKind.isEmpty() && Kinds.shape(apiVersion, itemKind) == null) {
            outlet.bind(Source.of(places, index, value, -1, root), root, apiVersion, itemKind, warnings);
            return;
        }
        outlet.reading.takeFaults();
        HeadShapes.LIST.read(new TreeCursor(root), outlet.reading);
        List<Fault> faults = outlet.reading.takeFaults();
        if (outlet.stops(faults)) {
            outlet.undecodable(Source.of(places, index, value, -1, root), faults);
        }
        items.handPending(apiVersion, itemKind);
        if (items.count() == 0) {
            outlet.hand(new Skipped(Source.of(places, index, value, -1, root), StreamingBinder.EMPTY_LIST));
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
