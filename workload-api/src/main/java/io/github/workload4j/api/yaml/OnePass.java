package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the documents of a chunk straight from their tokens, without trees.
 *
 * <p>An item of a list that the tokens' source declines is read alone, by one that takes more; then this goes on behind it. Ends where that
 * does not do; the chunk is then read from there on by {@link Binder}, tree by tree, which tells what it is.
 */
final class OnePass {

    static final String EMPTY_LIST = "an empty list";

    /** Of an object that is passed over, what it is called. */
    private static final Shape<ObjectMeta> NAMES = Shape.<ObjectMeta>rows()
            .field("name", Wire.TEXT, ObjectMeta::name)
            .field("namespace", Wire.TEXT, ObjectMeta::namespace)
            .partial()
            .make(v -> {
                String name = v.next();
                return ObjectMeta.of(v.next(), name);
            });

    private static final Shape<ObjectMeta> NAMED = MetaShapes.head(
                    Shape.<ObjectMeta>rows(), metadata -> "", metadata -> "")
            .field("metadata", NAMES, metadata -> metadata)
            .partial()
            .make(MetaShapes::metadata);

    private final Places places;
    private final Limits limits;
    private final int index;
    private final Outlet outlet;
    private final Reading reading;
    private final boolean json;
    private int values;
    private Items items;
    private @Nullable ItemTrees trees;

    OnePass(Places places, Limits limits, int index, Outlet outlet) {
        this.places = places;
        this.limits = limits;
        this.index = index;
        this.outlet = outlet;
        this.reading = outlet.reading;
        this.json = places.chunk().firstByte() == '{';
        this.items = new Items(outlet, places, index, 0);
    }

    /** {@return how many of the chunk's values have been handed out as a whole} */
    int values() {
        return values;
    }

    /** {@return the items of the value that follows, of which some may have been handed out} */
    Items items() {
        return items;
    }

    /** Reads as far as it goes, and tells whether that is the end. */
    boolean read() {
        Chunk chunk = places.chunk();
        if (json) {
            return read(() -> new JsonBytes(chunk, limits, reading.known));
        }
        return read(() -> new YamlBytes(chunk, limits, reading.known))
                || read(() -> new YamlTokens(chunk, limits, reading.known));
    }

    /** Reads what has not been handed out before. */
    private boolean read(Supplier<DocumentTokens> source) {
        try {
            DocumentTokens tokens = source.get();
            while (tokens.next()) {
                document(tokens);
                values++;
                items = new Items(outlet, places, index + values, values);
                if (!json) {
                    return true;
                }
            }
            return values > 0;
        } catch (Tokens.Declined e) {
            reading.reset();
            return false;
        }
    }

    private void document(DocumentTokens tokens) {
        requireObject(tokens);
        int line = tokens.line();
        Head head = new Head();
        tokens.enter();
        String name = head.read(tokens);
        boolean isList = head.kind.endsWith(Binder.LIST_KIND) && !head.apiVersion.isEmpty();
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
    private void list(@Nullable String first, DocumentTokens tokens, int line, Head list) {
        boolean metadata = false;
        boolean itemsSeen = false;
        for (String name = first; name != null; name = tokens.nextName()) {
            switch (name) {
                case "apiVersion", "kind" -> list.take(name, tokens);
                case "metadata" -> {
                    require(!metadata);
                    metadata = true;
                    if (tokens.kind() != Tokens.Kind.NULL) {
                        MetaShapes.LIST_META.read(tokens, reading);
                        require(reading.faults() == 0);
                    }
                }
                case "items" -> {
                    require(!itemsSeen && tokens.kind() == Tokens.Kind.LIST);
                    itemsSeen = true;
                    require(list.kind.isEmpty() || list.kind.endsWith(Binder.LIST_KIND));
                    items(tokens, list);
                }
                default -> throw Tokens.Declined.DECLINED;
            }
        }
        require(!list.apiVersion.isEmpty() && list.kind.endsWith(Binder.LIST_KIND));
        String itemKind = Binder.itemKind(list.kind);
        require(itemKind.isEmpty() || list.saysItemKind());
        tokens.end();
        items.handPending(list.apiVersion, itemKind);
        if (items.count() == 0) {
            outlet.hand(new Skipped(source(-1, line, list, ObjectMeta.EMPTY), EMPTY_LIST));
        }
    }

    private void items(DocumentTokens tokens, Head list) {
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
            } catch (Tokens.Declined e) {
                again(tokens, list, told, item);
                continue;
            }
            items.take(document);
        }
    }

    private Document item(DocumentTokens tokens, Head list, boolean told, int item) {
        requireObject(tokens);
        int line = tokens.line();
        Head head = new Head();
        tokens.enter();
        String name = head.read(tokens);
        require(told || head.isWhole());
        String apiVersion = head.apiVersion.isEmpty() ? list.apiVersion : head.apiVersion;
        String kind = head.kind.isEmpty() ? Binder.itemKind(list.kind) : head.kind;
        return object(name, tokens, item, line, apiVersion, kind, head);
    }

    /** Reads the item that was marked in another way, and stands behind it. */
    private void again(DocumentTokens tokens, Head list, boolean told, int item) {
        reading.reset();
        try {
            if (trees == null) {
                trees = new ItemTrees(limits);
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
            throw Tokens.Declined.DECLINED;
        }
    }

    /** Reads an item of YAML without a tree; null if that does not do. */
    private @Nullable Document overSnakeYaml(Chunk text, Head list, boolean told, int item) {
        try {
            Limits inside = new Limits(limits.documentBytes(), limits.depth() - 1, limits.aliasedNodes());
            DocumentTokens tokens = new YamlTokens(text, inside, reading.known);
            tokens.next();
            require(tokens.kind() == Tokens.Kind.LIST);
            tokens.enter();
            require(tokens.nextItem());
            Document document = item(tokens, list, told, item);
            require(!tokens.nextItem());
            tokens.end();
            return document;
        } catch (Tokens.Declined e) {
            reading.reset();
            return null;
        }
    }

    /** Reads an object whose head is read. */
    private Document object(
            @Nullable String name,
            DocumentTokens tokens,
            int item,
            int line,
            String apiVersion,
            String kind,
            Head head) {
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        long seen = (head.apiVersion.isEmpty() ? 0 : 1) | (head.kind.isEmpty() ? 0 : 2);
        if (shape == null) {
            require(!TypeFaults.mayBe(apiVersion, kind));
            ObjectMeta names = NAMED.rest(seen, name, tokens, reading);
            require(reading.faults() == 0);
            return Outlet.noneOfOurs(source(item, line, head, names), apiVersion, kind);
        }
        reading.startObject();
        ApiObject object = shape.rest(seen, name, tokens, reading);
        return outlet.document(source(item, line, head, object.metadata()), object, reading.takeFaults(), List.of());
    }

    private Source source(int item, int line, Head head, ObjectMeta metadata) {
        return Source.of(places, index + values, values, item, line, head.apiVersion, head.kind, metadata);
    }

    private static void requireObject(Tokens tokens) {
        require(tokens.kind() == Tokens.Kind.OBJECT);
    }

    private static void require(boolean ordinary) {
        if (!ordinary) {
            throw Tokens.Declined.DECLINED;
        }
    }

    /** What an object says it is, in front of all else. */
    private static final class Head {
        private String apiVersion = "";
        private String kind = "";

        /** {@return the name of the first field behind, or null at the object's end} */
        @Nullable
        String read(Tokens tokens) {
            String name = tokens.nextName();
            while (name != null && (name.equals("apiVersion") || name.equals("kind"))) {
                take(name, tokens);
                name = tokens.nextName();
            }
            return name;
        }

        void take(String name, Tokens tokens) {
            boolean isKind = name.equals("kind");
            require(tokens.kind() == Tokens.Kind.TEXT && (isKind ? kind : apiVersion).isEmpty());
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
            return Binder.saysItemKind(apiVersion, kind);
        }

        /** {@return what is known of a list in front of its items} */
        Tree.Mapping tree() {
            return new Tree.Mapping(List.of(field("apiVersion", apiVersion), field("kind", kind)), 0);
        }

        private static Tree.Field field(String name, String text) {
            return new Tree.Field(name, 0, YamlScalars.text(text, 0));
        }
    }
}
