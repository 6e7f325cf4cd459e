package io.github.workload4j.api.edit;

import java.util.List;

/** Removes items of a List. */
final class ItemRemoval {

    private final TextUnit unit;
    private final TextEdits edits;
    private final TextStyle style;

    ItemRemoval(TextUnit unit, TextEdits edits) {
        this.unit = unit;
        this.edits = edits;
        this.style = new TextStyle(unit.text);
    }

    /** Removes some of the items, not all. */
    void remove(List<Integer> gone) throws NotEditable {
        if (!(unit.root() instanceof TextNode.Mapping list)
                || !(list.get("items") instanceof TextNode.Sequence items)
                || list.field("items").value() instanceof TextNode.Alias) {
            throw new NotEditable("its items stand elsewhere");
        }
        int firstKept = 0;
        while (gone.contains(firstKept)) {
            firstKept++;
        }
        for (int i = 0; i < items.items().size(); i++) {
            if (!gone.contains(i)) {
                continue;
            }
            TextNode item = items.items().get(i);
            if (!items.isInline()) {
                int start = style.lineStart(item.from());
                if (!unit.text.substring(start, item.from()).strip().equals("-")) {
                    throw new NotEditable("an item that does not start a line");
                }
                edits.deleteObject(start, style.nextLine(item.to()));
            } else if (i < firstKept) {
                edits.deleteObject(item.from(), items.items().get(i + 1).from());
            } else {
                edits.deleteObject(items.items().get(i - 1).to(), item.to());
            }
        }
    }
}
