package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Adds and removes the fields of an object in braces. */
final class InlineFields {

    private final TextStyle style;
    private final TextEdits edits;
    private final String text;

    InlineFields(TextStyle style, TextEdits edits, String text) {
        this.style = style;
        this.edits = edits;
        this.text = text;
    }

    /**
     * Changes the fields.
     *
     * @param there the object, which has fields
     * @param gone those of its fields that go, in order; not all of them if none is added
     */
    void change(TextNode.Mapping there, List<TextNode.Field> gone, List<TextNode.Field> added) {
        List<TextNode.Field> fields = there.fields();
        List<TextNode.Field> left = new ArrayList<>(gone);
        if (!added.isEmpty()) {
            String between = "," + gap(fields);
            String made = added.stream().map(style::inlineField).collect(Collectors.joining(between));
            if (left.isEmpty()) {
                edits.insert(fields.get(fields.size() - 1).value().to(), between + made);
            } else {
                TextNode.Field first = left.remove(0);
                edits.replace(first.key().from(), first.value().to(), made);
            }
        }
        int firstKept = 0;
        while (firstKept < fields.size() && left.contains(fields.get(firstKept))) {
            firstKept++;
        }
        if (firstKept > 0 && firstKept < fields.size()) {
            edits.delete(fields.get(0).key().from(), fields.get(firstKept).key().from());
        }
        for (int i = firstKept + 1; i < fields.size(); i++) {
            if (left.contains(fields.get(i))) {
                edits.delete(
                        fields.get(i - 1).value().to(), fields.get(i).value().to());
            }
        }
    }

    /** {@return what stands before a field: a blank, or a new line and its indentation} */
    private String gap(List<TextNode.Field> fields) {
        int key = fields.get(0).key().from();
        return style.startsLine(key) ? style.lineEnd() + text.substring(style.lineStart(key), key) : " ";
    }
}
