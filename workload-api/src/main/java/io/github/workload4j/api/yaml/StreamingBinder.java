package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.DocumentCursor;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.json.JsonCursor;
import io.github.workload4j.api.text.reread.ItemTrees;
import io.github.workload4j.api.text.reread.Locator;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.yaml.SnakeYamlCursor;
import io.github.workload4j.api.text.yaml.YamlCursor;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.HeadShapes;
import io.github.workload4j.api.wire.Kinds;
import io.github.workload4j.api.wire.MetaShapes;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Shape;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the documents of a chunk straight from their tokens, without trees.
 *
 * <p>An item of a list that the tokens' source declines is read alone, by one that takes more; then this goes on behind it. Ends where that
 * does not do; the chunk is then read from there on by {@link DocumentReader}, tree by tree, which tells what it is.
 */
final class StreamingBinder {

    static final String EMPTY_LIST = "an empty list";

    private final Locator places;
    private final Limits limits;
    private final int index;
    private final DocumentSink outlet;
    private final ReadContext reading;
    private final boolean json;
    private int values;
    private ListItems items;
    private @Nullable ItemTrees trees;

    StreamingBinder(Locator places, Limits limits, int index, DocumentSink outlet) {
        this.places = places;
        this.limits = limits;
        this.index = index;
        this.outlet = outlet;
        this.reading = outlet.reading;
        this.json = places.chunk().firstByte() == '{';
        this.items = new ListItems(outlet, places, index, 0);
    }

    /** {@return how many of the chunk's values have been handed out as a whole} */
    int values() {
        return values;
    }

    /** {@return the items of the value that follows, of which some may have been handed out} */
    ListItems items() {
        return items;
    }

    /** Reads as far as it goes, and tells whether that is the end. */
    boolean read() {
        Chunk chunk = places.chunk();
        if (json) {
            return read(() -> new JsonCursor(chunk, limits.depth(), reading.known()));
        }
        return read(() -> new YamlCursor(chunk, limits.depth(), reading.known()))
                || read(() -> new SnakeYamlCursor(chunk, limits.depth(), reading.known()));
    }

    /** Reads what has not been handed out before. */
    private boolean read(Supplier<DocumentCursor> source) {
        try {
            DocumentCursor tokens = source.get();
            while (tokens.next()) {
                document(tokens);
                values++;
                items = new ListItems(outlet, places, index + values, values);
                if (!json) {
                    return true;
                }
            }
            return values > 0;
        } catch (Cursor.Declined e) {
            reading.reset();
            return false;
        }
    }

    private void document(DocumentCursor tokens) {
        requireObject(tokens);
        int line = tokens.line();
        Head head = new Head();
        tokens.enter();
        String name = head.read(tokens);
        boolean isList = head.kind.endsWith(DocumentReader.LIST_KIND) && !head.apiVersion.isEmpty();
        if (isList || !head.isWhole() && "items".equals(name)) {
            list(name, tokens, line, head);
        } else {
            require(head.isWhole());
            Document document = object(name, tokens, -1, line, head.apiVersion, head.kind, head);
            tokens.end();
            outlet.hand(document);
        }
    }

    /** The fields of a list, in any order. */
    private void list(@Nullable String first, DocumentCursor tokens, int line, Head list) {
        boolean metadata = false;
        boolean itemsSeen = false;
        for (String name = first; name != null; name = tokens.nextName()) {
            switch (name) {
                case "apiVersion", "kind" -> list.take(name, tokens);
                case "metadata" -> {
                    require(!metadata);
                    metadata = true;
                    if (tokens.kind() != Cursor.Kind.NULL) {
                        MetaShapes.LIST_META.read(tokens, reading);
                        require(reading.faults() == 0);
                    }
                }
                case "items" -> {
                    require(!itemsSeen && tokens.kind() == Cursor.Kind.LIST);
                    itemsSeen = true;
                    require(list.kind.isEmpty() || list.kind.endsWith(DocumentReader.LIST_KIND));
                    items(tokens, list);
                }
                default -> throw Cursor.Declined.DECLINED;
            }
        }
        require(!list.apiVersion.isEmpty() && list.kind.endsWith(DocumentReader.LIST_KIND));
        String itemKind = DocumentReader.itemKind(list.kind);
        require(itemKind.isEmpty() || list.saysItemKind());
        tokens.end();
        items.handPending(list.apiVersion, itemKind);
        if (items.count() == 0) {
            outlet.hand(new Skipped(source(-1, line, list, ObjectMeta.EMPTY), EMPTY_LIST));
        }
    }

    private void items(DocumentCursor tokens, Head list) {
        boolean told = list.saysItemKind();
        trees = null;
        tokens.enter();
        for (int item = 0; ; item++) {
            tokens.mark();
            Document document;
            try {
                if (!tokens.nextItem()) {
                    return;
                }
                if (item < items.count()) {
                    tokens.pass();
                    continue;
                }
                document = item(tokens, list, told, item);
            } catch (Cursor.Declined e) {
                again(tokens, list, told, item);
                continue;
            }
            items.take(document);
        }
    }

    private Document item(DocumentCursor tokens, Head list, boolean told, int item) {
        requireObject(tokens);
        int line = tokens.line();
        Head head = new Head();
        tokens.enter();
        String name = head.read(tokens);
        require(told || head.isWhole());
        String apiVersion = head.apiVersion.isEmpty() ? list.apiVersion : head.apiVersion;
        String kind = head.kind.isEmpty() ? DocumentReader.itemKind(list.kind) : head.kind;
        return object(name, tokens, item, line, apiVersion, kind, head);
    }

    /** Reads the item that was marked in another way, and stands behind it. */
    private void again(DocumentCursor tokens, Head list, boolean told, int item) {
        reading.reset();
        try {
            if (trees == null) {
                trees = new ItemTrees(limits.ofTrees());
            }
            tokens.back();
            Tree tree = tokens.nextItem() ? trees.of(tokens) : null;
            if (tree == null) {
                tokens.back();
                Chunk text = tokens.nextText();
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

    /** Reads an item of YAML without a tree; null if that does not do. */
    private @Nullable Document overSnakeYaml(Chunk text, Head list, boolean told, int item) {
        try {
            DocumentCursor tokens = new SnakeYamlCursor(text, limits.depth() - 1, reading.known());
            tokens.next();
            require(tokens.kind() == Cursor.Kind.LIST);
            tokens.enter();
            require(tokens.nextItem());
            Document document = item(tokens, list, told, item);
            require(!tokens.nextItem());
            tokens.end();
            return document;
        } catch (Cursor.Declined e) {
            reading.reset();
            return null;
        }
    }

    /** Reads an object whose head is read. */
    private Document object(
            @Nullable String name,
            DocumentCursor tokens,
            int item,
            int line,
            String apiVersion,
            String kind,
            Head head) {
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        long seen = (head.apiVersion.isEmpty() ? 0 : 1) | (head.kind.isEmpty() ? 0 : 2);
        if (shape == null) {
            require(!TypeFaults.mayBe(apiVersion, kind));
            ObjectMeta names = HeadShapes.NAMED.rest(seen, name, tokens, reading);
            require(reading.faults() == 0);
            return DocumentSink.noneOfOurs(source(item, line, head, names), apiVersion, kind);
        }
        ApiObject object = shape.rest(seen, name, tokens, reading);
        return outlet.document(source(item, line, head, object.metadata()), object, reading.takeFaults(), List.of());
    }

    private Source source(int item, int line, Head head, ObjectMeta metadata) {
        return Source.of(places, index + values, values, item, line, head.apiVersion, head.kind, metadata);
    }

    private static void requireObject(Cursor tokens) {
        require(tokens.kind() == Cursor.Kind.OBJECT);
    }

    private static void require(boolean ordinary) {
        if (!ordinary) {
            throw Cursor.Declined.DECLINED;
        }
    }

    /** What an object says it is, in front of all else. */
    private static final class Head {
        private String apiVersion = "";
        private String kind = "";

        /** {@return the name of the first field behind, or null at the object's end} */
        @Nullable
        String read(Cursor tokens) {
            String name = tokens.nextName();
            while (name != null && (name.equals("apiVersion") || name.equals("kind"))) {
                take(name, tokens);
                name = tokens.nextName();
            }
            return name;
        }

        void take(String name, Cursor tokens) {
            boolean isKind = name.equals("kind");
            require(tokens.kind() == Cursor.Kind.TEXT && (isKind ? kind : apiVersion).isEmpty());
            String text = tokens.text();
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

        /** {@return whether items need not say what they are} */
        boolean saysItemKind() {
            return DocumentReader.saysItemKind(apiVersion, kind);
        }

        /** {@return what is known of a list in front of its items} */
        Tree.Mapping tree() {
            return new Tree.Mapping(List.of(field("apiVersion", apiVersion), field("kind", kind)), 0);
        }

        private static Tree.Field field(String name, String text) {
            return new Tree.Field(name, 0, Tree.Scalar.text(text, 0));
        }
    }
}
