package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ListMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one stream into objects: finds the shape for each, opens lists, hands out what it made. */
final class Binder {

    static final String LIST_KIND = "List";

    private final Limits limits;
    private final Outlet outlet;
    private int index;

    Binder(boolean strict, Limits limits, Consumer<? super Document> sink) {
        this.limits = limits;
        this.outlet = new Outlet(strict, sink);
    }

    /** Reads one cut of the stream: one document, or several JSON values. */
    void read(Cuts.Cut cut) {
        Chunk chunk = cut.chunk();
        Places places = new Places(chunk, limits);
        Position start = new Position(chunk.firstLine(), 1);
        if (cut.badSeparator() != null) {
            String detail = "a separator `---` followed by " + Reading.shown(cut.badSeparator());
            String hint = "put what follows on a line of its own; only a comment may stand behind the dashes";
            outlet.undecodable(
                    Source.of(places, index, 0, -1, null),
                    List.of(new Fault(Fault.Type.SEPARATOR, FieldPath.DOCUMENT, start, detail, hint)));
        } else if (cut.tooLarge()) {
            Fault fault = TreeBuilder.limit(start, "a document of more than " + limits.documentBytes() + " bytes")
                    .fault();
            outlet.undecodable(Source.of(places, index, 0, -1, null), List.of(fault));
        } else {
            OnePass pass = new OnePass(places, limits, index, outlet);
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
        Places none = new Places(new Chunk(1), limits);
        finish(none, 0, root, new Items(outlet, none, index, 0), null);
    }

    /**
     * Reads a chunk tree by tree, and tells all that is wrong.
     *
     * @param first the value before which all are done, and which of its items are
     */
    private void readTrees(Places places, Items first) {
        Walk walk = new Walk(places.chunk(), limits);
        int start = index;
        Items open = first;
        try {
            while (walk.next()) {
                int value = walk.value();
                index = start + value;
                if (value < first.value()) {
                    continue;
                }
                if (open.value() != value) {
                    open = new Items(outlet, places, index, value);
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
            Source source = Source.of(places, index, walk.value(), -1, null);
            outlet.undecodable(source, List.of(SyntaxHints.with(e.fault(), source)));
        }
    }

    private void finish(Places places, int value, @Nullable Tree root, Items items, @Nullable Position extra) {
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

    private void object(Places places, int value, Tree.Mapping root, Items items, List<Fault> warnings) {
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
        LIST.read(new TreeTokens(root), outlet.reading);
        List<Fault> faults = outlet.reading.takeFaults();
        if (outlet.stops(faults)) {
            outlet.undecodable(Source.of(places, index, value, -1, root), faults);
        }
        items.handPending(apiVersion, itemKind);
        if (items.count() == 0) {
            outlet.hand(new Skipped(Source.of(places, index, value, -1, root), OnePass.EMPTY_LIST));
        }
    }

    /** The fields of a list beside its items, which were handed out before. */
    private static final Shape<String> LIST = Shape.<String>rows()
            .field("apiVersion", Wire.TEXT, kind -> kind)
            .field("kind", Wire.TEXT, kind -> kind)
            .field("metadata", MetaShapes.LIST_META, kind -> ListMeta.EMPTY)
            .field("items", Wire.list(SchedulingShapes.empty("")), kind -> List.of())
            .make(v -> "");

    static String itemKind(String listKind) {
        return listKind.substring(0, listKind.length() - LIST_KIND.length());
    }

    /** {@return whether the items of such a list need not say what they are} */
    static boolean saysItemKind(String apiVersion, String kind) {
        return kind.endsWith(LIST_KIND) && Kinds.shape(apiVersion, itemKind(kind)) != null;
    }
}
