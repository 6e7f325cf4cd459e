package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment in a text.
 *
 * @param from the offset of its number sign
 * @param to the offset after its last character, before the line end
 * @param indent the blanks that its line starts with
 */
record Comment(int from, int to, String indent) {

    /** {@return the comments of a text, in order} */
    static List<Comment> of(String text, TextNode root) {
        List<Comment> comments = new ArrayList<>();
        if (TextStyle.isJson(text)) {
            return comments;
        }
        List<TextNode> scalars = new ArrayList<>();
        scalars(root, scalars);
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            while (next < scalars.size() && scalars.get(next).to() <= at) {
                next++;
            }
            if (next < scalars.size() && scalars.get(next).from() <= at) {
                at = scalars.get(next).to() - 1;
            } else if (text.charAt(at) == '#' && (at == 0 || text.charAt(at - 1) <= ' ')) {
                int end = at;
                while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                comments.add(new Comment(at, end, indent(text, at)));
                at = end;
            }
        }
        return comments;
    }

    private static void scalars(TextNode node, List<TextNode> scalars) {
        if (node instanceof TextNode.Mapping mapping) {
            for (TextNode.Field field : mapping.fields()) {
                scalars(field.key(), scalars);
                scalars(field.value(), scalars);
            }
        } else if (node instanceof TextNode.Sequence list) {
            list.items().forEach(item -> scalars(item, scalars));
        } else if (node.from() < node.to()) {
            scalars.add(node);
        }
    }

    private static String indent(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = start;
        while (end < at && text.charAt(end) == ' ') {
            end++;
        }
        return text.substring(start, end);
    }
}
