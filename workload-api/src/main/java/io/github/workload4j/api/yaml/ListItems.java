package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.text.reread.Locator;
import io.github.workload4j.api.text.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of one list, handed out as they come, each once, however often the list is read. Items without a kind of
 * their own wait until the list has said its kind.
 */
final class ListItems {

    private final DocumentSink sink;
    private final Locator locator;
    private final int index;
    private final int value;
    private final List<Tree> pending = new ArrayList<>();
    private final List<Integer> pendingItem = new ArrayList<>();
    private int count;

    /**
     * Starts with the first one.
     *
     * @param index the number of the list in the stream
     * @param value which of the chunk's values the list is
     */
    ListItems(DocumentSink sink, Locator locator, int index, int value) {
        this.sink = sink;
        this.locator = locator;
        this.index = index;
        this.value = value;
    }

    /** {@return which of the chunk's values the list is} */
    int value() {
        return value;
    }

    /** {@return the number of items taken, which is the index of the next one} */
    int count() {
        return count;
    }

    /** Takes the next item, already read. */
    void take(Document document) {
        count++;
        sink.hand(document);
    }

    /**
     * Takes an item, unless it was taken before.
     *
     * @param list the fields of the list that stand before the item
     */
    void take(Tree.Mapping list, int item, Tree tree) {
        if (item < count) {
            return;
        }
        count = item + 1;
        if (tree instanceof Tree.Mapping mapping) {
            boolean told = saysKind(list);
            String apiVersion = mapping.word("apiVersion", told ? list.word("apiVersion", "") : "");
            String kind = mapping.word("kind", told ? DocumentReader.itemKind(list.word("kind", "")) : "");
            if (!apiVersion.isEmpty() && !kind.isEmpty()) {
                sink.bind(source(item, tree), mapping, apiVersion, kind, List.of());
                return;
            }
        }
        pending.add(tree);
        pendingItem.add(item);
    }

    private Source source(int item, Tree tree) {
        return Source.of(locator, index, value, item, tree);
    }

    /** {@return whether the list has said the kind of items that do not say it themselves} */
    private static boolean saysKind(Tree.Mapping list) {
        return DocumentReader.saysItemKind(list.word("apiVersion", ""), list.word("kind", ""));
    }

    /** Hands out the waiting items; their kind is what the list has said. */
    void handPending(String apiVersion, String kind) {
        for (int i = 0; i < pending.size(); i++) {
            Tree tree = pending.get(i);
            Source source = source(pendingItem.get(i), tree);
            if (tree instanceof Tree.Mapping mapping) {
                String ownVersion = mapping.word("apiVersion", apiVersion);
                sink.bind(source, mapping, ownVersion, mapping.word("kind", kind), List.of());
            } else {
                sink.undecodable(
                        source,
                        List.of(new Fault(
                                Fault.Type.MISSING,
                                FieldPath.DOCUMENT,
                                tree.position(),
                                "found " + tree.described(),
                                "expected an object with `apiVersion` and `kind`")));
            }
        }
        pending.clear();
        pendingItem.clear();
    }
}
