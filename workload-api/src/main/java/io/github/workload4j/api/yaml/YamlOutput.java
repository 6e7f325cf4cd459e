package io.github.workload4j.api.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/** Block YAML as kubectl prints it: two blanks a level, lists not indented below their field, empty objects and lists in braces. */
final class YamlOutput implements Output {

    /** A reader of YAML looks no further than 1024 characters for the colon behind a key. */
    private static final int LONGEST_KEY = 1000;

    private final StringBuilder out;
    private final Deque<Level> open = new ArrayDeque<>();

    YamlOutput(StringBuilder out) {
        this.out = out;
    }

    /** An object or list that is being written. */
    private static final class Level {
        final boolean list;
        final int indent;
        boolean empty = true;
        /** Whether the first field goes on the line of the dash. */
        final boolean afterDash;

        Level(boolean list, int indent, boolean afterDash) {
            this.list = list;
            this.indent = indent;
            this.afterDash = afterDash;
        }
    }

    @Override
    public void startObject() {
        boolean afterDash = item();
        Level parent = open.peek();
        int indent = parent == null ? 0 : parent.indent + 2;
        open.push(new Level(false, indent, afterDash));
    }

    @Override
    public void field(String name) {
        Level level = open.element();
        boolean onDash = level.empty && level.afterDash;
        if (level.empty && !level.afterDash && open.size() > 1) {
            out.append('\n');
        }
        level.empty = false;
        indent(onDash ? 0 : level.indent);
        String key = YamlText.of(name);
        if (key.length() > LONGEST_KEY) {
            out.append("? ").append(key).append('\n').append(" ".repeat(level.indent)).append(':');
            return;
        }
        out.append(key).append(':');
    }

    @Override
    public void endObject() {
        close(open.pop(), "{}");
    }

    @Override
    public void startList() {
        boolean afterDash = item();
        Level parent = open.peek();
        int indent = parent == null ? 0 : parent.list ? parent.indent + 2 : parent.indent;
        open.push(new Level(true, indent, afterDash));
    }

    @Override
    public void endList() {
        close(open.pop(), "[]");
    }

    private void close(Level level, String empty) {
        if (!level.empty) {
            return;
        }
        out.append(level.afterDash || open.isEmpty() ? "" : " ").append(empty).append('\n');
    }

    /** Starts an item if a list is open; tells whether the value goes on the line of a dash. */
    private boolean item() {
        Level level = open.peek();
        if (level == null || !level.list) {
            return false;
        }
        boolean onDash = level.empty && level.afterDash;
        if (level.empty && !level.afterDash) {
            out.append('\n');
        }
        level.empty = false;
        indent(onDash ? 0 : level.indent);
        out.append("- ");
        return true;
    }

    private void indent(int blanks) {
        out.append(" ".repeat(blanks));
    }

    private void scalar(String text) {
        out.append(item() ? "" : " ").append(text).append('\n');
    }

    @Override
    public void text(String text) {
        scalar(YamlText.of(text));
    }

    @Override
    public void number(long number) {
        scalar(Long.toString(number));
    }

    @Override
    public void truth(boolean truth) {
        scalar(Boolean.toString(truth));
    }

    @Override
    public void json(String json) {
        scalar(json);
    }
}
