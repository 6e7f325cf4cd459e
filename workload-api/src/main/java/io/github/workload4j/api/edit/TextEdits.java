package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text by places. */
final class TextEdits {

    private final String text;
    private final String lineEnd;
    private final List<TextEdit> edits = new ArrayList<>();

    TextEdits(String text) {
        this.text = text;
        this.lineEnd = new TextStyle(text).lineEnd();
    }

    /**
     * One change.
     *
     * @param from offset of the first character that goes
     * @param to offset after the last one; the same if none goes
     * @param replacement what stands there instead
     * @param keepsComments whether comments in what goes stay, on lines of their own
     */
    record TextEdit(int from, int to, String replacement, boolean keepsComments) {}

    void replace(int from, int to, String replacement) {
        edits.add(new TextEdit(from, to, replacement, true));
    }

    /** Deletes a whole object, with its comments. */
    void deleteObject(int from, int to) {
        edits.add(new TextEdit(from, to, "", false));
    }

    void insert(int at, String inserted) {
        replace(at, at, inserted);
    }

    void delete(int from, int to) {
        replace(from, to, "");
    }

    /**
     * {@return the changed text}
     *
     * @param comments the comments of the text that are to stay
     */
    String applied(List<Comment> comments) throws NotEditable {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(TextEdit::from));
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TextEdit edit : sorted) {
            if (edit.from < at) {
                throw new NotEditable("two changes at one place");
            }
            result.append(text, at, edit.from);
            int line = result.lastIndexOf("\n") + 1;
            for (Comment comment : edit.keepsComments ? comments : List.<Comment>of()) {
                if (edit.from <= comment.from() && comment.to() <= edit.to) {
                    String kept = comment.indent() + text.substring(comment.from(), comment.to()) + lineEnd;
                    result.insert(line, kept);
                    line += kept.length();
                }
            }
            result.append(edit.replacement);
            at = edit.to;
        }
        return result.append(text, at, text.length()).toString();
    }
}
