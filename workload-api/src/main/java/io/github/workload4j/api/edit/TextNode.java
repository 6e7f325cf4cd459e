package io.github.workload4j.api.edit;

import io.github.workload4j.api.text.NeededLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value in a text, with the offsets where it starts and where it ends. */
sealed interface TextNode {

    /** {@return the only document of a text} */
    static TextNode of(String text) throws NotEditable {
        NeededLibrary.SNAKEYAML.require();
        return TextNodes.read(text);
    }

    /** {@return the offset of its first character} */
    int from();

    /** {@return the offset after its last character} */
    int to();

    /** {@return whether it is written in braces, brackets, or as a scalar} */
    boolean isInline();

    /**
     * A value without parts.
     *
     * @param text what it says
     * @param raw as written
     */
    record Scalar(String text, String raw, int from, int to) implements TextNode {
        @Override
        public boolean isInline() {
            return !raw.startsWith("|") && !raw.startsWith(">");
        }

        boolean isQuoted() {
            return raw.startsWith("\"") || raw.startsWith("'") || !isInline();
        }
    }

    /**
     * A value that stands elsewhere.
     *
     * @param target the value
     * @param height how many levels it has
     */
    record Alias(TextNode target, int height, int from, int to) implements TextNode {
        @Override
        public boolean isInline() {
            return true;
        }
    }

    /** A field of an object. */
    record Field(Scalar key, TextNode value) {
        String name() {
            return key.text;
        }
    }

    /** An object. */
    record Mapping(List<Field> fields, boolean isInline, int from, int to) implements TextNode {

        /** {@return the field of that name, or null if there is none or more than one} */
        @Nullable
        Field field(String name) {
            Field found = null;
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    if (found != null) {
                        return null;
                    }
                    found = field;
                }
            }
            return found;
        }

        /** {@return the value of the field of that name, its own or a merged one, without aliases, or null} */
        @Nullable
        TextNode get(String name) {
            Field field = field(name);
            if (field != null) {
                return resolved(field.value);
            }
            Field merged = field("<<");
            TextNode from = merged == null ? null : resolved(merged.value);
            if (from instanceof Mapping mapping) {
                return mapping.get(name);
            }
            for (TextNode part : from instanceof Sequence list ? list.items : List.<TextNode>of()) {
                TextNode value = resolved(part) instanceof Mapping mapping ? mapping.get(name) : null;
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** {@return the text of a field; empty if there is none} */
        String word(String name) {
            return get(name) instanceof Scalar scalar ? scalar.text : "";
        }
    }

    /** A list. */
    record Sequence(List<TextNode> items, boolean isInline, int from, int to) implements TextNode {}

    /** {@return how many levels a value has, those of what stands elsewhere included} */
    static int height(TextNode node) {
        int height = 0;
        if (node instanceof Alias alias) {
            return alias.height;
        } else if (node instanceof Mapping mapping) {
            for (Field field : mapping.fields) {
                height = Math.max(height, height(field.value));
            }
        } else if (node instanceof Sequence list) {
            for (TextNode item : list.items) {
                height = Math.max(height, height(item));
            }
        }
        return height + 1;
    }

    /** {@return the value itself, or the one an alias stands for} */
    static TextNode resolved(TextNode node) {
        return node instanceof Alias alias ? alias.target : node;
    }

    /**
     * {@return whether two values say the same}
     *
     * @param passingOver names of fields that may differ
     */
    static boolean isSame(TextNode one, TextNode other, Set<String> passingOver) {
        TextNode a = resolved(one);
        TextNode b = resolved(other);
        if (a instanceof Scalar first && b instanceof Scalar second) {
            return first.text.equals(second.text) && first.isQuoted() == second.isQuoted();
        }
        if (a instanceof Sequence first && b instanceof Sequence second) {
            boolean same = first.items.size() == second.items.size();
            for (int i = 0; same && i < first.items.size(); i++) {
                same = isSame(first.items.get(i), second.items.get(i), passingOver);
            }
            return same;
        }
        if (!(a instanceof Mapping first) || !(b instanceof Mapping second)) {
            return false;
        }
        List<Field> left = fieldsBut(first, passingOver);
        List<Field> right = fieldsBut(second, passingOver);
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = left.get(i).name().equals(right.get(i).name())
                    && isSame(left.get(i).value, right.get(i).value, passingOver);
        }
        return same;
    }

    private static List<Field> fieldsBut(Mapping mapping, Set<String> names) {
        if (names.isEmpty()) {
            return mapping.fields;
        }
        List<Field> fields = new ArrayList<>(mapping.fields);
        fields.removeIf(field -> names.contains(field.name()));
        return fields;
    }
}
