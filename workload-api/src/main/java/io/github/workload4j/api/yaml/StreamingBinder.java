package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.DocumentCursor;
import io.github.workload4j.api.text.NeededLibrary;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.json.JsonCursor;
import io.github.workload4j.api.text.reread.ItemTrees;
import io.github.workload4j.api.text.reread.Locator;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.yaml.SnakeYamlCursor;
import io.github.workload4j.api.text.yaml.YamlCursor;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.table.HeadShapes;
import io.github.workload4j.api.wire.table.Kinds;
import io.github.workload4j.api.wire.table.MetaShapes;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a chunk straight from cursors, without trees.
 *
 * <p>If the cursor declines an item of a list, that item is read alone, by a cursor or tree that takes more, and
 * reading goes on after it. If that fails too, this stops, and {@link DocumentReader} reads the rest of the chunk as
 * trees.
 */
final class StreamingBinder {

    static final String EMPTY_LIST = "an empty list";

    private final Locator locator;
    private final Limits limits;
    private final int index;
    private final DocumentSink sink;
    private final ReadContext context;
    private final boolean json;
    private int values;
    private ListItems items;
    private @Nullable ItemTrees trees;

    StreamingBinder(Locator locator, Limits limits, int index, DocumentSink sink) {
        this.locator = locator;
        this.limits = limits;
        this.index = index;
        this.sink = sink;
        this.context = sink.context;
        this.json = locator.chunk().firstByte() == '{';
        this.items = new ListItems(sink, locator, index, 0);
    }

    /** {@return the number of the chunk's values handed out as a whole} */
    int values() {
        return values;
    }

    /** {@return the items of the next value, some of which may have been handed out} */
    ListItems items() {
        return items;
    }

    /**
     * Reads as far as it can.
     *
     * @return whether that is the end
     */
    boolean read() {
        Chunk chunk = locator.chunk();
        if (json) {
            return read(() -> new JsonCursor(chunk, limits.depth(), context.interner()));
        }
        return read(() -> new YamlCursor(chunk, limits.depth(), context.interner()))
                || read(() -> snakeYaml(chunk, limits.depth()));
    }

    private DocumentCursor snakeYaml(Chunk text, int deepest) {
        NeededLibrary.SNAKEYAML.require();
        return new SnakeYamlCursor(text, deepest, context.interner());
    }

    /** Reads what has not been handed out yet. */
    private boolean read(Supplier<DocumentCursor> source) {
        try {
            DocumentCursor cursor = source.get();
            while (cursor.next()) {
                document(cursor);
                values++;
                items = new ListItems(sink, locator, index + values, values);
                if (!json) {
                    return true;
                }
            }
            return values > 0;
        } catch (Cursor.Declined e) {
            context.reset();
            return false;
        }
    }

    private void document(DocumentCursor cursor) {
        requireObject(cursor);
        int line = cursor.line();
        Head head = new Head();
        cursor.begin();
        String name = head.read(cursor);
        boolean isList = head.kind.endsWith(DocumentReader.LIST_KIND) && !head.apiVersion.isEmpty();
        if (isList || !head.isWhole() && "items".equals(name)) {
            list(name, cursor, line, head);
        } else {
            require(head.isWhole());
            Document document = object(name, cursor, -1, line, head.apiVersion, head.kind, head);
            cursor.end();
            sink.hand(document);
        }
    }

    /** The fields of a list, in any order. */
    private void list(@Nullable String first, DocumentCursor cursor, int line, Head list) {
        boolean metadata = false;
        boolean itemsSeen = false;
        for (String name = first; name != null; name = cursor.nextName()) {
            switch (name) {
                case "apiVersion", "kind" -> list.take(name, cursor);
                case "metadata" -> {
                    require(!metadata);
                    metadata = true;
                    if (cursor.kind() != Cursor.Kind.NULL) {
                        MetaShapes.LIST_META.read(cursor, context);
                        require(context.faults() == 0);
                    }
                }
                case "items" -> {
                    require(!itemsSeen && cursor.kind() == Cursor.Kind.LIST);
                    itemsSeen = true;
                    require(list.kind.isEmpty() || list.kind.endsWith(DocumentReader.LIST_KIND));
                    items(cursor, list);
                }
                default -> throw Cursor.Declined.DECLINED;
            }
        }
        require(!list.apiVersion.isEmpty() && list.kind.endsWith(DocumentReader.LIST_KIND));
        String itemKind = DocumentReader.itemKind(list.kind);
        require(itemKind.isEmpty() || list.saysItemKind());
        cursor.end();
        items.handPending(list.apiVersion, itemKind);
        if (items.count() == 0) {
            sink.hand(new Skipped(source(-1, line, list, ObjectMeta.EMPTY), EMPTY_LIST));
        }
    }

    private void items(DocumentCursor cursor, Head list) {
        boolean told = list.saysItemKind();
        trees = null;
        cursor.begin();
        for (int item = 0; ; item++) {
            cursor.mark();
            Document document;
            try {
                if (!cursor.nextItem()) {
                    return;
                }
                if (item < items.count()) {
                    cursor.skipValue();
                    continue;
                }
                document = item(cursor, list, told, item);
            } catch (Cursor.Declined e) {
                again(cursor, list, told, item);
                continue;
            }
            items.take(document);
        }
    }

    private Document item(DocumentCursor cursor, Head list, boolean told, int item) {
        requireObject(cursor);
        int line = cursor.line();
        Head head = new Head();
        cursor.begin();
        String name = head.read(cursor);
        require(told || head.isWhole());
        String apiVersion = head.apiVersion.isEmpty() ? list.apiVersion : head.apiVersion;
        String kind = head.kind.isEmpty() ? DocumentReader.itemKind(list.kind) : head.kind;
        return object(name, cursor, item, line, apiVersion, kind, head);
    }

    /** Reads the marked item in another way, and stops after it. */
    private void again(DocumentCursor cursor, Head list, boolean told, int item) {
        context.reset();
        try {
            if (trees == null) {
                trees = new ItemTrees(limits.ofTrees());
            }
            cursor.back();
            Tree tree = cursor.nextItem() ? trees.of(cursor) : null;
            if (tree == null) {
                cursor.back();
                Chunk text = cursor.nextText();
                Document document = trees.areNeeded() ? null : overSnakeYaml(text, list, told, item);
                if (document != null) {
                    items.take(document);
                    return;
                }
                tree = trees.of(text);
            }
            items.take(list.tree(), item, tree);
        } catch (SyntaxFault e) {
            throw Cursor.Declined.DECLINED;
        }
    }

    /** Reads an item of YAML without a tree; null if it declines. */
    private @Nullable Document overSnakeYaml(Chunk text, Head list, boolean told, int item) {
        try {
            DocumentCursor cursor = snakeYaml(text, limits.depth() - 1);
            cursor.next();
            require(cursor.kind() == Cursor.Kind.LIST);
            cursor.begin();
            require(cursor.nextItem());
            Document document = item(cursor, list, told, item);
            require(!cursor.nextItem());
            cursor.end();
            return document;
        } catch (Cursor.Declined e) {
            context.reset();
            return null;
        }
    }

    /** Reads the rest of an object after its head. */
    private Document object(
            @Nullable String name,
            DocumentCursor cursor,
            int item,
            int line,
            String apiVersion,
            String kind,
            Head head) {
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        long seen = (head.apiVersion.isEmpty() ? 0 : 1) | (head.kind.isEmpty() ? 0 : 2);
        if (shape == null) {
            require(!TypeFaults.mayBe(apiVersion, kind));
            ObjectMeta names = HeadShapes.NAMED.rest(seen, name, cursor, context);
            require(context.faults() == 0);
            return DocumentSink.noneOfOurs(source(item, line, head, names), apiVersion, kind);
        }
        context.startObject();
        ApiObject object = shape.rest(seen, name, cursor, context);
        return sink.document(source(item, line, head, object.metadata()), object, context.takeFaults(), List.of());
    }

    private Source source(int item, int line, Head head, ObjectMeta metadata) {
        return Source.of(locator, index + values, values, item, line, head.apiVersion, head.kind, metadata);
    }

    private static void requireObject(Cursor cursor) {
        require(cursor.kind() == Cursor.Kind.OBJECT);
    }

    private static void require(boolean ordinary) {
        if (!ordinary) {
            throw Cursor.Declined.DECLINED;
        }
    }

    /** The version and kind that an object begins with. */
    private static final class Head {
        private String apiVersion = "";
        private String kind = "";

        /** {@return the name of the first field after it, or null at the object's end} */
        @Nullable
        String read(Cursor cursor) {
            String name = cursor.nextName();
            while (name != null && (name.equals("apiVersion") || name.equals("kind"))) {
                take(name, cursor);
                name = cursor.nextName();
            }
            return name;
        }

        void take(String name, Cursor cursor) {
            boolean isKind = name.equals("kind");
            require(cursor.kind() == Cursor.Kind.TEXT && (isKind ? kind : apiVersion).isEmpty());
            String text = cursor.text();
            require(!text.isEmpty());
            if (isKind) {
                kind = text;
            } else {
                apiVersion = text;
            }
        }

        boolean isWhole() {
            return !apiVersion.isEmpty() && !kind.isEmpty();
        }

        /** {@return whether items may leave out their kind} */
        boolean saysItemKind() {
            return DocumentReader.saysItemKind(apiVersion, kind);
        }

        /** {@return what is known of a list before its items} */
        Tree.Mapping tree() {
            return new Tree.Mapping(List.of(field("apiVersion", apiVersion), field("kind", kind)), 0);
        }

        private static Tree.Field field(String name, String text) {
            return new Tree.Field(name, 0, Tree.Scalar.text(text, 0));
        }
    }
}
