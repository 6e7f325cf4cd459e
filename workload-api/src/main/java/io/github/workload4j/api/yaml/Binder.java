package io.github.workload4j.api.yaml;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one stream into objects: finds the shape for each, opens lists, hands out what it made. */
final class Binder {

    private static final int MOST_TABS = 100;
    private static final String LIST_KIND = "List";
    private static final Set<String> OUR_KINDS = Set.of("Workload", "PodGroup", "CompositePodGroup");

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
    void read(Splitter.Cut cut) {
        Chunk chunk = cut.chunk();
        Position start = new Position(chunk.firstLine(), 1);
        if (cut.badSeparator() != null) {
            String detail = "a separator `---` followed by " + Reading.shown(cut.badSeparator());
            String hint = "put what follows on a line of its own; only a comment may stand behind the dashes";
            undecodable(chunk, null, -1, List.of(new Fault(Fault.Type.SEPARATOR, FieldPath.DOCUMENT, start, detail, hint)));
        } else if (cut.tooLarge()) {
            Fault fault = TreeBuilder.limit(start, "a document of more than " + limits.documentBytes() + " bytes").fault();
            undecodable(chunk, null, -1, List.of(fault));
        } else if (chunk.firstByte() != '{' || !readJson(chunk)) {
            readYaml(chunk);
        }
        index++;
    }

    /** Binds a value that someone else has read. */
    void bind(@Nullable Tree root) {
        Chunk none = new Chunk(1);
        finish(none, root, new Items(none), null);
    }

    private void readYaml(Chunk chunk) {
        Set<Position> tabs = new HashSet<>();
        while (true) {
            Items items = new Items(chunk);
            TreeBuilder builder = new TreeBuilder(limits, items);
            try {
                Position extra = YamlTrees.read(chunk, builder, tabs);
                finish(chunk, builder.root(), items, extra);
                return;
            } catch (SyntaxFault e) {
                boolean again = e.isTab() && !items.handedOut && tabs.size() < MOST_TABS && tabs.add(e.fault().position());
                if (!again) {
                    undecodable(chunk, null, -1, List.of(e.fault()));
                    return;
                }
            }
        }
    }

    /** {@return false if the chunk is not JSON from its first value on, and may be YAML in JSON's clothes} */
    private boolean readJson(Chunk chunk) {
        boolean first = true;
        try (JsonTrees trees = JsonTrees.partly(chunk, limits)) {
            while (true) {
                Items items = new Items(chunk);
                TreeBuilder builder = new TreeBuilder(limits, items);
                try {
                    if (!trees.next(builder)) {
                        return true;
                    }
                } catch (SyntaxFault e) {
                    if (first && !items.handedOut && e.fault().type() == Fault.Type.SYNTAX) {
                        return false;
                    }
                    index += first ? 0 : 1;
                    undecodable(chunk, null, -1, List.of(e.fault()));
                    return true;
                }
                index += first ? 0 : 1;
                first = false;
                finish(chunk, builder.root(), items, null);
            }
        }
    }

    private void finish(Chunk chunk, @Nullable Tree root, Items items, @Nullable Position extra) {
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
            sink.accept(new Skipped(new Source(chunk, index, -1, null), "an empty document"));
        } else if (root instanceof Tree.Mapping mapping) {
            object(chunk, mapping, items, warnings);
        } else {
            undecodable(chunk, root, -1, List.of(new Fault(
                    Fault.Type.MISSING,
                    FieldPath.DOCUMENT,
                    root.position(),
                    "found " + root.described(),
                    "expected an object with `apiVersion` and `kind`")));
        }
    }

    private void object(Chunk chunk, Tree.Mapping root, Items items, List<Fault> warnings) {
        String apiVersion = word(root, "apiVersion");
        String kind = word(root, "kind");
        boolean isList = kind.endsWith(LIST_KIND) && !apiVersion.isEmpty();
        if (!isList) {
            items.handPending("", "");
            bind(chunk, root, apiVersion, kind, -1, warnings);
            return;
        }
        String itemKind = itemKind(kind);
        if (!itemKind.isEmpty() && Kinds.shape(apiVersion, itemKind) == null) {
            bind(chunk, root, apiVersion, itemKind, -1, warnings);
            return;
        }
        reading.takeFaults();
        LIST.read(root, reading);
        List<Fault> faults = reading.takeFaults();
        if (stops(faults) != null) {
            undecodable(chunk, root, -1, faults);
        }
        items.handPending(apiVersion, itemKind);
        if (items.count == 0) {
            sink.accept(new Skipped(new Source(chunk, index, -1, root), "an empty list"));
        }
    }

    /** The fields of a list beside its items, which were handed out before. */
    private static final Shape<String> LIST = Shape.<String>rows()
            .field("apiVersion", Wire.TEXT, kind -> kind)
            .field("kind", Wire.TEXT, kind -> kind)
            .field("metadata", MetaShapes.LIST_META, kind -> ListMeta.EMPTY)
            .field("items", Wire.list(SchedulingShapes.empty("")), kind -> List.of())
            .make(v -> "");

    private void bind(Chunk chunk, Tree.Mapping root, String apiVersion, String kind, int item, List<Fault> warnings) {
        Fault typeFault = typeFault(root, apiVersion, kind);
        if (typeFault != null) {
            undecodable(chunk, root, item, List.of(typeFault));
            return;
        }
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        if (shape == null) {
            String what = kind + " of " + apiVersion + " is none of the kinds we read";
            sink.accept(new Skipped(new Source(chunk, index, item, root), what));
            return;
        }
        reading.takeFaults();
        ApiObject object = shape.read(root, reading);
        List<Fault> faults = reading.takeFaults();
        if (stops(faults) != null) {
            undecodable(chunk, root, item, faults);
            return;
        }
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(warnings);
        sink.accept(new Decoded(new Source(chunk, index, item, root), object, all));
    }

    /** {@return what is wrong with {@code apiVersion} and {@code kind}, or null if the document may be bound or skipped} */
    private static @Nullable Fault typeFault(Tree.Mapping root, String apiVersion, String kind) {
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            return missing(root, apiVersion.isEmpty() ? "apiVersion" : "kind", kind);
        }
        if (Kinds.shape(apiVersion, kind) != null) {
            return null;
        }
        boolean ours = apiVersion.startsWith(ApiVersion.GROUP + "/");
        Optional<String> near = Nearest.to(apiVersion, Kinds.versions());
        boolean groupMissing = OUR_KINDS.contains(kind) && apiVersion.indexOf('/') < 0;
        boolean groupMistyped = OUR_KINDS.contains(kind)
                && near.filter(version -> version.startsWith(ApiVersion.GROUP)).isPresent();
        if (!ours && !groupMissing && !groupMistyped) {
            return null;
        }
        FieldPath path = FieldPath.root(ours && !Kinds.kinds(apiVersion).isEmpty() ? "kind" : "apiVersion");
        Position position = position(root, path);
        if (ours && !Kinds.kinds(apiVersion).isEmpty()) {
            String hint = Nearest.to(kind, Kinds.kinds(apiVersion))
                    .filter(known -> !known.equals(kind))
                    .map(known -> "did you mean `" + known + "`?")
                    .orElseGet(() -> Kinds.versionsOf(kind).isEmpty()
                            ? "kinds of that version: " + String.join(", ", Kinds.kinds(apiVersion))
                            : "there is one in " + String.join(", ", Kinds.versionsOf(kind)));
            return new Fault(Fault.Type.UNKNOWN_KIND, path, position, "no kind `" + kind + "` in " + apiVersion, hint);
        }
        if (groupMissing) {
            String hint = "write " + ApiVersion.GROUP + "/" + (ApiVersion.from(ApiVersion.GROUP + "/" + apiVersion).isPresent()
                    ? apiVersion
                    : ApiVersion.V1BETA1.version());
            String detail = "no kind `" + kind + "` in " + apiVersion;
            return new Fault(Fault.Type.UNKNOWN_KIND, path, position, detail, hint);
        }
        String hint = near.map(known -> "did you mean `" + known + "`?")
                .orElse("versions: " + String.join(", ", Kinds.versionsOf("Workload")));
        String detail = "no version " + Reading.shown(apiVersion) + " of the API";
        return new Fault(Fault.Type.UNKNOWN_VERSION, path, position, detail, hint);
    }

    private static Fault missing(Tree.Mapping root, String field, String kind) {
        Tree value = root.get(field);
        boolean absent = value == null || value instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL;
        boolean blank = value instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT;
        String detail = absent || blank ? "`" + field + "` is missing" : "found " + value.described() + ", expected text";
        List<String> versions = Kinds.versionsOf(kind);
        String example = versions.isEmpty() ? ApiVersion.V1BETA1.groupVersion() : versions.get(versions.size() - 1);
        String hint = field.equals("kind") ? "write, for example, `kind: Workload`" : "write, for example, `apiVersion: " + example + "`";
        return new Fault(Fault.Type.MISSING, FieldPath.root(field), position(root, FieldPath.root(field)), detail, hint);
    }

    private static Position position(Tree.Mapping root, FieldPath path) {
        Tree value = root.step(path.steps().get(0));
        return value == null ? root.position() : value.position();
    }

    private static String itemKind(String listKind) {
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

    private void undecodable(Chunk chunk, @Nullable Tree root, int item, List<Fault> faults) {
        Stage stage = faults.get(0).type().stage();
        for (Fault fault : faults) {
            stage = fault.type().stage().compareTo(stage) < 0 ? fault.type().stage() : stage;
        }
        sink.accept(new Undecodable(new Source(chunk, index, item, root), stage, faults));
    }

    /** Binds the items of a list as they come; those that do not say what they are wait for the list to say it. */
    private final class Items implements TreeBuilder.Items {
        private final Chunk chunk;
        private final List<Tree> pending = new ArrayList<>();
        private final List<Integer> pendingIndex = new ArrayList<>();
        private int count;
        private boolean handedOut;

        Items(Chunk chunk) {
            this.chunk = chunk;
        }

        @Override
        public void item(Tree.Mapping list, int item, Tree tree) {
            count++;
            if (tree instanceof Tree.Mapping mapping) {
                boolean told = saysKind(list);
                String apiVersion = word(mapping, "apiVersion", told ? word(list, "apiVersion") : "");
                String kind = word(mapping, "kind", told ? itemKind(word(list, "kind")) : "");
                if (!apiVersion.isEmpty() && !kind.isEmpty()) {
                    handedOut = true;
                    bind(chunk, mapping, apiVersion, kind, item, List.of());
                    return;
                }
            }
            pending.add(tree);
            pendingIndex.add(item);
        }

        /** {@return whether the list has said by now what items are that do not say it themselves} */
        private static boolean saysKind(Tree.Mapping list) {
            String kind = word(list, "kind");
            return kind.endsWith(LIST_KIND) && Kinds.shape(word(list, "apiVersion"), itemKind(kind)) != null;
        }

        void handPending(String apiVersion, String kind) {
            for (int i = 0; i < pending.size(); i++) {
                if (pending.get(i) instanceof Tree.Mapping mapping) {
                    String ownVersion = word(mapping, "apiVersion", apiVersion);
                    bind(chunk, mapping, ownVersion, word(mapping, "kind", kind), pendingIndex.get(i), List.of());
                } else {
                    Tree tree = pending.get(i);
                    undecodable(chunk, tree, pendingIndex.get(i), List.of(new Fault(
                            Fault.Type.MISSING, FieldPath.DOCUMENT, tree.position(), "found " + tree.described(), "expected an object with `apiVersion` and `kind`")));
                }
            }
        }
    }
}
