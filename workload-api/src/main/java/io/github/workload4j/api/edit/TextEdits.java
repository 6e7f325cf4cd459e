package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text by places. */
final class TextEdits {

    private final String text;
    private final List<TextEdit> edits = new ArrayList<>();

    TextEdits(String text) {
        this.text = text;
    }

    /**
     * One change.
     *
     * @param from offset of the first character that goes
     * @param to offset after the last one; the same if none goes
     * @param replacement what stands there instead
     */
    record TextEdit(int from, int to, String replacement) {}

    void replace(int from, int to, String replacement) {
        edits.add(new TextEdit(from, to, replacement));
    }

    void insert(int at, String inserted) {
        replace(at, at, inserted);
    }

    void delete(int from, int to) {
        replace(from, to, "");
    }

    /** {@return the changed text} */
    String applied() throws NotEditable {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(TextEdit::from));
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TextEdit edit : sorted) {
            if (edit.from < at) {
                throw new NotEditable("two changes at one place");
            }
            result.append(text, at, edit.from).append(edit.replacement);
            at = edit.to;
        }
        return result.append(text, at, text.length()).toString();
    }
}
