package io.github.workload4j.api.yaml;

import io.github.workload4j.api.text.NeededLibrary;
import io.github.workload4j.api.wire.Output;
import io.github.workload4j.api.wire.QuotedText;
import java.util.Arrays;

/**
 * Block YAML as kubectl prints it: two blanks a level, lists not indented below their field, empty objects and lists in
 * braces.
 */
final class YamlOutput implements Output {

    /** A reader of YAML looks no further than 1024 characters for the colon after a key. */
    private static final int LONGEST_KEY = 1000;

    private static final int LIST = 1;
    private static final int EMPTY = 2;
    /** The first field or item goes on the line of a dash. */
    private static final int AFTER_DASH = 4;

    private final StringBuilder out;
    private int[] flags = new int[16];
    private int[] indents = new int[16];
    private int depth;

    YamlOutput(StringBuilder out) {
        this.out = out;
    }

    private void open(int kind, int indent, boolean afterDash) {
        if (depth == flags.length) {
            flags = Arrays.copyOf(flags, depth * 2);
            indents = Arrays.copyOf(indents, depth * 2);
        }
        flags[depth] = kind | EMPTY | (afterDash ? AFTER_DASH : 0);
        indents[depth] = indent;
        QuotedText.requireDepth(++depth, this);
    }

    private boolean inList() {
        return depth > 0 && (flags[depth - 1] & LIST) != 0;
    }

    @Override
    public void startObject() {
        boolean afterDash = item();
        open(0, depth == 0 ? 0 : indents[depth - 1] + 2, afterDash);
    }

    @Override
    public void startList() {
        boolean afterDash = item();
        open(LIST, depth == 0 ? 0 : inList() ? indents[depth - 1] + 2 : indents[depth - 1], afterDash);
    }

    @Override
    public void endObject() {
        close("{}\n");
    }

    @Override
    public void endList() {
        close("[]\n");
    }

    private void close(String empty) {
        int level = flags[--depth];
        if ((level & EMPTY) != 0) {
            out.append((level & AFTER_DASH) != 0 || depth == 0 ? "" : " ").append(empty);
        }
    }

    @Override
    public void field(String name) {
        startLine();
        out.append(name).append(':');
    }

    @Override
    public void key(String name) {
        startLine();
        int start = out.length();
        YamlText.append(out, name);
        if (out.length() - start > LONGEST_KEY) {
            out.insert(start, "? ").append('\n');
            indent(indents[depth - 1]);
        }
        out.append(':');
    }

    /** Starts an item if a list is open; tells whether the value goes on the line of a dash. */
    private boolean item() {
        if (!inList()) {
            return false;
        }
        startLine();
        out.append("- ");
        return true;
    }

    /** Goes to where the next field or item of the open object or list starts. */
    private void startLine() {
        int level = flags[depth - 1];
        flags[depth - 1] = level & ~EMPTY;
        boolean first = (level & EMPTY) != 0;
        if (first && (level & AFTER_DASH) != 0) {
            return;
        }
        if (first && depth > 1) {
            out.append('\n');
        }
        indent(indents[depth - 1]);
    }

    private void indent(int blanks) {
        for (int i = 0; i < blanks; i += 2) {
            out.append("  ");
        }
    }

    private StringBuilder value() {
        return item() ? out : out.append(' ');
    }

    @Override
    public void text(String text) {
        YamlText.append(value(), text);
        out.append('\n');
    }

    @Override
    public void number(long number) {
        value().append(number).append('\n');
    }

    @Override
    public void literal(String literal) {
        value().append(literal).append('\n');
    }

    @Override
    public void json(String json) {
        NeededLibrary.JACKSON.require();
        EmbeddedJson.write(json, this);
    }
}
