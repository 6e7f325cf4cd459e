package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the good documents of a chunk straight from their tokens: no tree, no places.
 *
 * <p>Ends at the first document or item in which anything is wrong or out of the ordinary; the chunk is then read from there on by {@link
 * Binder}, tree by tree, which tells what it is.
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
    private final Reading reading;
    private final Consumer<? super Document> sink;
    private int values;
    private int items;

    OnePass(Places places, Limits limits, int index, Reading reading, Consumer<? super Document> sink) {
        this.places = places;
        this.limits = limits;
        this.index = index;
        this.reading = reading;
        this.sink = sink;
    }

    /** {@return how many of the chunk's values have been handed out as a whole} */
    int values() {
        return values;
    }

    /** {@return how many items of the value that follows have been handed out} */
    int items() {
        return items;
    }

    /** Reads as far as it goes, and tells whether that is the end. */
    boolean read() {
        Chunk chunk = places.chunk();
        if (chunk.firstByte() == '{') {
            return read(true, () -> new JsonBytes(chunk, limits, reading.known));
        }
        return read(false, () -> new YamlBytes(chunk, limits, reading.known))
                || read(false, () -> new YamlTokens(chunk, limits, reading.known));
    }

    /** Reads what has not been handed out before. */
    private boolean read(boolean several, Supplier<DocumentTokens> source) {
        try {
            DocumentTokens tokens = source.get();
            while (tokens.next()) {
                document(tokens);
                values++;
                items = 0;
                if (!several) {
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
            sink.accept(document);
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
        require(Binder.itemKind(list.kind).isEmpty() || list.saysItemKind());
        tokens.end();
        if (items == 0) {
            sink.accept(new Skipped(source(-1, line, list, ObjectMeta.EMPTY), EMPTY_LIST));
        }
    }

    private void items(DocumentTokens tokens, Head list) {
        boolean told = list.saysItemKind();
        tokens.enter();
        for (int item = 0; tokens.nextItem(); item++) {
            if (item < items) {
                tokens.pass();
                continue;
            }
            requireObject(tokens);
            int line = tokens.line();
            Head head = new Head();
            tokens.enter();
            String name = head.read(tokens);
            require(told || head.isWhole());
            String apiVersion = head.apiVersion.isEmpty() ? list.apiVersion : head.apiVersion;
            String kind = head.kind.isEmpty() ? Binder.itemKind(list.kind) : head.kind;
            Document document = object(name, tokens, items, line, apiVersion, kind, head);
            items++;
            sink.accept(document);
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
            return new Skipped(source(item, line, head, names), noneOfOurs(apiVersion, kind));
        }
        ApiObject object = shape.rest(seen, name, tokens, reading);
        return new Decoded(source(item, line, head, object.metadata()), object, List.of());
    }

    private Source source(int item, int line, Head head, ObjectMeta metadata) {
        return Source.of(places, index + values, values, item, line, head.apiVersion, head.kind, metadata);
    }

    static String noneOfOurs(String apiVersion, String kind) {
        return kind + " of " + apiVersion + " is none of the kinds we read";
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
            return kind.endsWith(Binder.LIST_KIND) && Kinds.shape(apiVersion, Binder.itemKind(kind)) != null;
        }
    }
}
