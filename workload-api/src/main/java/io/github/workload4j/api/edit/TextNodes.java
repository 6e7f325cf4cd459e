package io.github.workload4j.api.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one document of a text as {@link TextNode}s. */
final class TextNodes {

    /** Deeper documents are rewritten, not edited. */
    private static final int DEEPEST = 200;

    private final String text;
    private final Iterator<Event> events;
    private final int @Nullable [] offsets;
    private final Map<String, TextNode> anchors = new HashMap<>();

    /** Each word once: objects of one kind are made of the same. */
    private final Map<String, String> words = new HashMap<>();

    private TextNodes(String text) {
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        this.events = new Yaml(options).parse(new StringReader(readable(text))).iterator();
        this.offsets = offsets(text);
    }

    /**
     * {@return the text with letters in place of characters that SnakeYAML refuses and our reader does not, and with
     * blanks in place of the tabs of JSON; places are the same}
     */
    private static String readable(String text) {
        char[] chars = text.toCharArray();
        boolean json = TextStyle.isJson(text);
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (json && c == '\t') {
                chars[i] = ' ';
            } else if (!Character.isSurrogate(c) && !StreamReader.isPrintable(c)) {
                chars[i] = 'x';
            }
        }
        return new String(chars);
    }

    /** {@return the offset of each code point; null if they are the same} */
    private static int @Nullable [] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return null;
        }
        int[] offsets = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[count] = at;
        return offsets;
    }

    /** {@return the only document of a text} */
    static TextNode read(String text) throws NotEditable {
        try {
            TextNodes nodes = new TextNodes(text);
            nodes.expect(Event.ID.StreamStart);
            nodes.expect(Event.ID.DocumentStart);
            TextNode root = nodes.node(nodes.events.next(), 0);
            nodes.expect(Event.ID.DocumentEnd);
            nodes.expect(Event.ID.StreamEnd);
            return root;
        } catch (YAMLException | NumberFormatException e) {
            throw new NotEditable("not one document of YAML");
        }
    }

    private void expect(Event.ID id) throws NotEditable {
        if (!events.next().is(id)) {
            throw new NotEditable("not one document of YAML");
        }
    }

    private int offset(Mark mark) {
        return offsets == null ? mark.getIndex() : offsets[mark.getIndex()];
    }

    private TextNode node(Event event, int depth) throws NotEditable {
        if (depth > DEEPEST) {
            throw new NotEditable("nested deeper than " + DEEPEST + " levels");
        }
        int from = offset(event.getStartMark());
        int to = offset(event.getEndMark());
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        if (event instanceof AliasEvent) {
            TextNode target = anchors.get(anchor);
            if (target == null) {
                throw new NotEditable("no value is anchored as `&" + anchor + "`");
            }
            int height = TextNode.height(target);
            if (depth + height > DEEPEST) {
                throw new NotEditable("nested deeper than " + DEEPEST + " levels");
            }
            return new TextNode.Alias(target, height, from, to);
        }
        TextNode node;
        if (event instanceof ScalarEvent scalar) {
            node = new TextNode.Scalar(word(scalar.getValue()), word(text.substring(from, to)), from, to);
        } else if (event instanceof MappingStartEvent start) {
            node = mapping(start, from, depth);
        } else {
            node = sequence((CollectionStartEvent) event, from, depth);
        }
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private String word(String word) {
        String known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    private TextNode.Mapping mapping(MappingStartEvent start, int from, int depth) throws NotEditable {
        List<TextNode.Field> fields = new ArrayList<>();
        int to = from;
        Event next = events.next();
        while (!next.is(Event.ID.MappingEnd)) {
            if (!(TextNode.resolved(node(next, depth + 1)) instanceof TextNode.Scalar key)) {
                throw new NotEditable("a key that is no text");
            }
            TextNode value = node(events.next(), depth + 1);
            fields.add(new TextNode.Field(key, value));
            to = Math.max(key.to(), value.to());
            next = events.next();
        }
        return new TextNode.Mapping(
                List.copyOf(fields), start.isFlow(), from, start.isFlow() ? offset(next.getEndMark()) : to);
    }

    private TextNode.Sequence sequence(CollectionStartEvent start, int from, int depth) throws NotEditable {
        List<TextNode> items = new ArrayList<>();
        int to = from;
        Event next = events.next();
        while (!next.is(Event.ID.SequenceEnd)) {
            TextNode item = node(next, depth + 1);
            items.add(item);
            to = item.to();
            next = events.next();
        }
        return new TextNode.Sequence(
                List.copyOf(items), start.isFlow(), from, start.isFlow() ? offset(next.getEndMark()) : to);
    }
}
