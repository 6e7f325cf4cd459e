package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one stream into objects: finds the shape for each, opens lists, hands out what it made. */
final class Binder {

    static final String LIST_KIND = "List";

    private final boolean strict;
    private final Limits limits;
    private final Consumer<? super Document> sink;
    private final Reading reading = new Reading();
    private int index;

    Binder(boolean strict, Limits limits, Consumer<? super Document> sink) {
        this.strict = strict;
        this.limits = limits;
        this.sink = sink;
    }

    /** Reads one cut of the stream: one document, or several JSON values. */
    void read(Cuts.Cut cut) {
        Chunk chunk = cut.chunk();
        Places places = new Places(chunk, limits);
        Position start = new Position(chunk.firstLine(), 1);
        if (cut.badSeparator() != null) {
            String detail = "a separator `---` followed by " + Reading.shown(cut.badSeparator());
            String hint = "put what follows on a line of its own; only a comment may stand behind the dashes";
            undecodable(
                    Source.of(places, index, 0, -1, null),
                    List.of(new Fault(Fault.Type.SEPARATOR, FieldPath.DOCUMENT, start, detail, hint)));
        } else if (cut.tooLarge()) {
            Fault fault = TreeBuilder.limit(start, "a document of more than " + limits.documentBytes() + " bytes")
                    .fault();
            undecodable(Source.of(places, index, 0, -1, null), List.of(fault));
        } else {
            OnePass pass = new OnePass(places, limits, index, reading, sink);
            if (pass.read()) {
                index += pass.values() - 1;
            } else {
                readTrees(places, pass.values(), pass.items());
            }
        }
        index++;
    }

    /** Binds a value that someone else has read. */
    void bind(@Nullable Tree root) {
        Places none = new Places(new Chunk(1), limits);
        finish(none, 0, root, new Items(none, 0, 0), null);
    }

    /**
     * Reads a chunk tree by tree, and tells all that is wrong.
     *
     * @param values how many of its values are done
     * @param items how many items of the next value are done
     */
    private void readTrees(Places places, int values, int items) {
        Walk walk = new Walk(places.chunk(), limits);
        int start = index;
        Items open = new Items(places, 0, values == 0 ? items : 0);
        try {
            while (walk.next()) {
                int value = walk.value();
                index = start + value;
                if (value < values) {
                    continue;
                }
                if (open.value != value) {
                    open = new Items(places, value, value == values ? items : 0);
                }
                Tree tree = walk.tree();
                if (walk.item() < 0) {
                    finish(places, value, tree, open, walk.extra());
                } else if (tree != null) {
                    open.item(walk.list(), walk.item(), tree);
                }
            }
        } catch (SyntaxFault e) {
            index = start + walk.value();
            undecodable(Source.of(places, index, walk.value(), -1, null), List.of(e.fault()));
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
            sink.accept(new Skipped(Source.of(places, index, value, -1, null), "an empty document"));
        } else if (root instanceof Tree.Mapping mapping) {
            object(places, value, mapping, items, warnings);
        } else {
            undecodable(
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
        String apiVersion = word(root, "apiVersion");
        String kind = word(root, "kind");
        boolean isList = kind.endsWith(LIST_KIND) && !apiVersion.isEmpty();
        if (!isList) {
            items.handPending("", "");
            bind(Source.of(places, index, value, -1, root), root, apiVersion, kind, warnings);
            return;
        }
        String itemKind = itemKind(kind);
        if (!itemKind.isEmpty() && Kinds.shape(apiVersion, itemKind) == null) {
            bind(Source.of(places, index, value, -1, root), root, apiVersion, itemKind, warnings);
            return;
        }
        reading.takeFaults();
        LIST.read(new TreeTokens(root), reading);
        List<Fault> faults = reading.takeFaults();
        if (stops(faults) != null) {
            undecodable(Source.of(places, index, value, -1, root), faults);
        }
        items.handPending(apiVersion, itemKind);
        if (items.count == 0) {
            sink.accept(new Skipped(Source.of(places, index, value, -1, root), OnePass.EMPTY_LIST));
        }
    }

    /** The fields of a list beside its items, which were handed out before. */
    private static final Shape<String> LIST = Shape.<String>rows()
            .field("apiVersion", Wire.TEXT, kind -> kind)
            .field("kind", Wire.TEXT, kind -> kind)
            .field("metadata", MetaShapes.LIST_META, kind -> ListMeta.EMPTY)
            .field("items", Wire.list(SchedulingShapes.empty("")), kind -> List.of())
            .make(v -> "");

    private void bind(Source source, Tree.Mapping root, String apiVersion, String kind, List<Fault> warnings) {
        Fault typeFault = TypeFaults.of(root, apiVersion, kind);
        if (typeFault != null) {
            undecodable(source, List.of(typeFault));
            return;
        }
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        if (shape == null) {
            sink.accept(new Skipped(source, OnePass.noneOfOurs(apiVersion, kind)));
            return;
        }
        reading.takeFaults();
        ApiObject object = shape.read(new TreeTokens(root), reading);
        List<Fault> faults = reading.takeFaults();
        if (stops(faults) != null) {
            undecodable(source, faults);
            return;
        }
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(warnings);
        sink.accept(new Decoded(source, object, all));
    }

    static String itemKind(String listKind) {
        return listKind.substring(0, listKind.length() - LIST_KIND.length());
    }

    private static String word(Tree.Mapping root, String field, String otherwise) {
        String word = word(root, field);
        return word.isEmpty() ? otherwise : word;
    }

    private static String word(Tree.Mapping root, String field) {
        return root.get(field) instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT ? scalar.text() : "";
    }

    /** {@return the stage at which these faults end the reading, or null if they are only warnings} */
    private @Nullable Stage stops(List<Fault> faults) {
        Stage stage = null;
        for (Fault fault : faults) {
            boolean counts = strict || fault.type().stage() != Stage.STRICT;
            if (counts && (stage == null || fault.type().stage().compareTo(stage) < 0)) {
                stage = fault.type().stage();
            }
        }
        return stage;
    }

    private void undecodable(Source source, List<Fault> faults) {
        Stage stage = faults.get(0).type().stage();
        for (Fault fault : faults) {
            stage = fault.type().stage().compareTo(stage) < 0 ? fault.type().stage() : stage;
        }
        sink.accept(new Undecodable(source, stage, faults));
    }

    /** Binds the items of a list as they come; those that do not say what they are wait for the list to say it. */
    private final class Items {
        private final Places places;
        private final int value;
        private final int done;
        private final List<Tree> pending = new ArrayList<>();
        private final List<Integer> pendingItem = new ArrayList<>();
        private int count;

        Items(Places places, int value, int done) {
            this.places = places;
            this.value = value;
            this.done = done;
        }

        void item(Tree.Mapping list, int item, Tree tree) {
            count++;
            if (item < done) {
                return;
            }
            if (tree instanceof Tree.Mapping mapping) {
                boolean told = saysKind(list);
                String apiVersion = word(mapping, "apiVersion", told ? word(list, "apiVersion") : "");
                String kind = word(mapping, "kind", told ? itemKind(word(list, "kind")) : "");
                if (!apiVersion.isEmpty() && !kind.isEmpty()) {
                    bind(source(item, tree), mapping, apiVersion, kind, List.of());
                    return;
                }
            }
            pending.add(tree);
            pendingItem.add(item);
        }

        private Source source(int item, Tree tree) {
            return Source.of(places, index, value, item, tree);
        }

        /** {@return whether the list has said by now what items are that do not say it themselves} */
        private static boolean saysKind(Tree.Mapping list) {
            String kind = word(list, "kind");
            return kind.endsWith(LIST_KIND) && Kinds.shape(word(list, "apiVersion"), itemKind(kind)) != null;
        }

        void handPending(String apiVersion, String kind) {
            for (int i = 0; i < pending.size(); i++) {
                Tree tree = pending.get(i);
                Source source = source(pendingItem.get(i), tree);
                if (tree instanceof Tree.Mapping mapping) {
                    String ownVersion = word(mapping, "apiVersion", apiVersion);
                    bind(source, mapping, ownVersion, word(mapping, "kind", kind), List.of());
                } else {
                    undecodable(
                            source,
                            List.of(new Fault(
                                    Fault.Type.MISSING,
                                    FieldPath.DOCUMENT,
                                    tree.position(),
                                    "found " + tree.described(),
                                    "expected an object with `apiVersion` and `kind`")));
                }
            }
        }
    }
}
