package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the text of a value say what another says: only what differs between before and after is touched. */
final class ValueChanges {

    /**
     * How far an attempt goes.
     *
     * @param throughAliases whether a value that stands elsewhere is written out where it differs; else the place it
     *     stands at is taken to change the same way
     * @param onlyKnown whether fields go that the value before does not have
     */
    record Attempt(boolean throughAliases, boolean onlyKnown) {}

    private final String text;
    private final TextEdits edits;
    private final TextStyle style;
    private final Attempt attempt;

    ValueChanges(String text, TextEdits edits, Attempt attempt) {
        this.text = text;
        this.edits = edits;
        this.style = new TextStyle(text);
        this.attempt = attempt;
    }

    /**
     * Changes a value.
     *
     * @param key the key it stands beside in a block, or null
     * @param there the value in the text
     */
    void value(TextNode.@Nullable Field key, TextNode there, TextNode before, TextNode after) throws NotEditable {
        if (TextNode.isSame(before, after, Set.of())) {
            return;
        }
        if (there instanceof TextNode.Alias) {
            if (attempt.throughAliases()) {
                rewrite(key, there, after);
            }
        } else if (there instanceof TextNode.Mapping mapping
                && before instanceof TextNode.Mapping old
                && after instanceof TextNode.Mapping made
                && !mapping.fields().isEmpty()
                && !made.fields().isEmpty()) {
            fields(key, mapping, old, made);
        } else if (there instanceof TextNode.Sequence list
                && before instanceof TextNode.Sequence old
                && after instanceof TextNode.Sequence made
                && list.items().size() == old.items().size()
                && !list.items().isEmpty()
                && old.items().size() <= made.items().size()) {
            items(list, old, made);
        } else {
            rewrite(key, there, after);
        }
    }

    private void items(TextNode.Sequence there, TextNode.Sequence before, TextNode.Sequence after) throws NotEditable {
        int size = there.items().size();
        for (int i = 0; i < size; i++) {
            value(
                    null,
                    there.items().get(i),
                    before.items().get(i),
                    after.items().get(i));
        }
        for (TextNode further : after.items().subList(size, after.items().size())) {
            if (there.isInline()) {
                edits.insert(there.items().get(size - 1).to(), ", " + style.inline(further));
            } else {
                int indent = style.column(there.from());
                insertLines(there.to(), indent, "- " + style.block(further, indent + 2));
            }
        }
    }

    /** Changes the fields of an object; those that neither before nor after has stay. */
    void fields(TextNode.@Nullable Field key, TextNode.Mapping there, TextNode.Mapping before, TextNode.Mapping after)
            throws NotEditable {
        List<TextNode.Field> added = new ArrayList<>();
        for (TextNode.Field field : after.fields()) {
            if (before.field(field.name()) == null) {
                added.add(field);
            }
        }
        List<TextNode.Field> gone = new ArrayList<>();
        for (TextNode.Field field : before.fields()) {
            TextNode.Field own = there.field(field.name());
            TextNode.Field made = after.field(field.name());
            if (own == null) {
                // a field that is written even if it is empty need not be in the text
                if (made == null || !TextNode.isSame(field.value(), made.value(), Set.of())) {
                    throw new NotEditable("`" + field.name() + "` stands elsewhere");
                }
            } else if (made == null) {
                gone.add(own);
            } else {
                value(inBlock(there, own), own.value(), field.value(), made.value());
            }
        }
        if (attempt.onlyKnown()) {
            there.fields().stream()
                    .filter(field -> before.field(field.name()) == null && after.field(field.name()) == null)
                    .forEach(gone::add);
        }
        for (TextNode.Field made : List.copyOf(added)) {
            TextNode.Field own = there.field(made.name());
            if (own != null) {
                rewrite(inBlock(there, own), own.value(), made.value());
                added.remove(made);
            } else if (renamed(there, gone, before, made)) {
                added.remove(made);
            }
        }
        gone.sort((a, b) -> Integer.compare(a.key().from(), b.key().from()));
        if (gone.size() == there.fields().size() && added.isEmpty()) {
            rewrite(key, there, after);
        } else if (there.isInline()) {
            new InlineFields(style, edits, text).change(there, gone, added);
        } else {
            blockFields(there, gone, added);
        }
    }

    private static TextNode.@Nullable Field inBlock(TextNode.Mapping there, TextNode.Field field) {
        return there.isInline() ? null : field;
    }

    /** Lets a field that goes become one that comes, if one is like it. */
    private boolean renamed(
            TextNode.Mapping there, List<TextNode.Field> gone, TextNode.Mapping before, TextNode.Field made)
            throws NotEditable {
        TextNode.Field best = null;
        int most = 0;
        for (TextNode.Field own : gone) {
            TextNode old = before.get(own.name());
            if (old != null && old.getClass() == made.value().getClass()) {
                int likeness = 1 + Likeness.of(old, made.value());
                if (likeness > most) {
                    most = likeness;
                    best = own;
                }
            }
        }
        if (best == null) {
            return false;
        }
        gone.remove(best);
        edits.replace(best.key().from(), best.key().to(), style.inPlaceOf(best.key(), made.key()));
        TextNode old = before.get(best.name());
        ValueChanges below = new ValueChanges(text, edits, new Attempt(attempt.throughAliases(), true));
        below.value(inBlock(there, best), best.value(), old, made.value());
        return true;
    }

    private void blockFields(TextNode.Mapping there, List<TextNode.Field> gone, List<TextNode.Field> added) {
        int indent = style.column(there.fields().get(0).key().from());
        List<TextNode.Field> left = new ArrayList<>(gone);
        if (!added.isEmpty()) {
            String lines = style.blockFields(added, indent);
            if (left.isEmpty()) {
                insertLines(there.to(), indent, lines);
            } else {
                TextNode.Field first = left.remove(0);
                int to = first.value().to();
                boolean endsLine = to > 0 && text.charAt(to - 1) == '\n';
                edits.replace(first.key().from(), to, lines + (endsLine ? style.lineEnd() : ""));
            }
        }
        for (int i = 0; i < left.size(); i++) {
            TextNode.Field field = left.get(i);
            if (style.startsLine(field.key().from())) {
                edits.delete(
                        style.lineStart(field.key().from()),
                        style.nextLine(field.value().to()));
                continue;
            }
            // on the line of a dash: what follows moves there
            int next = there.fields().indexOf(field) + 1;
            while (next < there.fields().size() && left.contains(there.fields().get(next))) {
                next++;
                i++;
            }
            edits.delete(
                    field.key().from(),
                    next < there.fields().size()
                            ? there.fields().get(next).key().from()
                            : field.value().to());
        }
    }

    private void insertLines(int after, int indent, String lines) {
        int at = style.nextLine(after);
        edits.insert(at, style.asLines(at, " ".repeat(indent) + lines));
    }

    /** Writes a value anew. */
    private void rewrite(TextNode.@Nullable Field key, TextNode there, TextNode after) {
        if (after instanceof TextNode.Scalar made && there instanceof TextNode.Scalar old && old.isInline()) {
            String scalar = style.inPlaceOf(old, made);
            edits.replace(old.from(), old.to(), old.from() == old.to() ? " " + scalar : scalar);
            return;
        }
        boolean ownLine = key != null && style.startsLine(key.key().from());
        int indent = key == null ? 0 : style.column(key.key().from());
        boolean inBlock = ownLine || key != null && isAfterDash(key.key().from());
        if (!inBlock || there.isInline() && there instanceof TextNode.Mapping) {
            String inline = style.inline(after);
            boolean block = !there.isInline();
            edits.replace(
                    there.from(),
                    there.to(),
                    block
                            ? style.block(after, style.column(there.from()))
                            : there.from() == there.to() ? " " + inline : inline);
            return;
        }
        int colon = text.indexOf(':', key.key().to()) + 1;
        boolean beside = style.onOneLine(colon, there.from());
        int below = style.blockIndent(after, indent);
        if (TextStyle.isOneLine(after)) {
            edits.insert(colon, " " + style.inline(after));
        }
        if (beside && there.isInline()) {
            edits.delete(colon, there.to());
            if (!TextStyle.isOneLine(after)) {
                insertLines(there.to(), below, style.block(after, below));
            }
            return;
        }
        int from = style.nextLine(colon);
        int to = style.nextLine(there.to());
        edits.delete(from, to);
        if (!TextStyle.isOneLine(after)) {
            edits.insert(to, style.asLines(to, " ".repeat(below) + style.block(after, below)));
        }
    }

    private boolean isAfterDash(int at) {
        String before = text.substring(style.lineStart(at), at).strip();
        return !before.isEmpty() && before.chars().allMatch(c -> c == '-' || c == ' ');
    }
}
