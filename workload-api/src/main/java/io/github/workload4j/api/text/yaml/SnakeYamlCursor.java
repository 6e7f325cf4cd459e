package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.DocumentCursor;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.Interner;
import io.github.workload4j.api.wire.PackedPosition;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** A cursor over the events of SnakeYAML. Declines anchors, aliases, merge keys and tags. */
public final class SnakeYamlCursor implements DocumentCursor {

    private static final long START = PackedPosition.of(new Position(1, 1));

    private final Parser parser;
    private final Interner interner;
    private final int firstLine;
    private final int deepest;
    private int depth;
    private Event event;
    private @Nullable Event nameEvent;
    private Kind kind = Kind.NULL;
    private String text = "";

    public SnakeYamlCursor(Chunk chunk, int deepest, Interner interner) {
        this.interner = interner;
        this.parser = YamlTrees.parser(chunk);
        this.firstLine = chunk.firstLine();
        this.deepest = deepest;
        this.event = read();
    }

    private Event read() {
        try {
            return parser.getEvent();
        } catch (YAMLException | Window.Malformed | NumberFormatException e) {
            throw Declined.DECLINED;
        }
    }

    /** An empty document is declined. */
    @Override
    public boolean next() {
        if (!read().is(Event.ID.DocumentStart)) {
            throw Declined.DECLINED;
        }
        arrive(read());
        return true;
    }

    @Override
    public void end() {
        if (!read().is(Event.ID.DocumentEnd) || !read().is(Event.ID.StreamEnd)) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public int line() {
        return firstLine + event.getStartMark().getLine();
    }

    private void arrive(Event value) {
        event = value;
        if (value instanceof ScalarEvent scalar) {
            resolve(scalar);
        } else if (value instanceof CollectionStartEvent start
                && start.getAnchor() == null
                && start.getTag() == null
                && depth < deepest) {
            depth++;
            kind = value.is(Event.ID.MappingStart) ? Kind.OBJECT : Kind.LIST;
        } else {
            throw Declined.DECLINED;
        }
    }

    private void resolve(ScalarEvent scalar) {
        String value = scalar.getValue();
        boolean escaped = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && YamlTrees.hasSurrogate(value);
        if (scalar.getAnchor() != null || scalar.getTag() != null || escaped) {
            throw Declined.DECLINED;
        }
        kind = Kind.TEXT;
        text = value;
        if (scalar.isPlain() && YamlScalars.maybeNoText(value)) {
            try {
                Tree.Scalar meant = YamlScalars.plain(value, START);
                kind = meant.type().kind();
                text = meant.text();
            } catch (SyntaxFault e) {
                throw Declined.DECLINED;
            }
        }
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return interner.text(text);
    }

    @Override
    public String raw() {
        return event instanceof ScalarEvent scalar ? scalar.getValue() : "";
    }

    @Override
    public void begin() {
        // The next event is the first inside.
    }

    @Override
    public @Nullable String nextName() {
        Event name = read();
        if (name.is(Event.ID.MappingEnd)) {
            depth--;
            return null;
        }
        if (!(name instanceof ScalarEvent scalar)) {
            throw Declined.DECLINED;
        }
        resolve(scalar);
        nameEvent = name;
        if (kind == Kind.NULL || scalar.isPlain() && text.equals("<<")) {
            throw Declined.DECLINED;
        }
        String named = text;
        arrive(read());
        return named;
    }

    @Override
    public boolean nextItem() {
        Event item = read();
        if (item.is(Event.ID.SequenceEnd)) {
            depth--;
            return false;
        }
        arrive(item);
        return true;
    }

    @Override
    public void skipValue() {
        if (kind != Kind.OBJECT && kind != Kind.LIST) {
            return;
        }
        BitSet objects = new BitSet();
        int level = 0;
        objects.set(0, kind == Kind.OBJECT);
        while (level >= 0) {
            boolean more = objects.get(level) ? nextName() != null : nextItem();
            if (!more) {
                level--;
            } else if (kind == Kind.OBJECT || kind == Kind.LIST) {
                objects.set(++level, kind == Kind.OBJECT);
            }
        }
    }

    @Override
    public void mark() {
        // What has been read cannot be read again.
    }

    @Override
    public void back() {
        throw Declined.DECLINED;
    }

    @Override
    public Chunk nextText() {
        throw Declined.DECLINED;
    }

    @Override
    public long place() {
        return place(event);
    }

    @Override
    public long namePlace() {
        return nameEvent == null ? START : place(nameEvent);
    }

    private long place(Event of) {
        Mark mark = of.getStartMark();
        return PackedPosition.of(new Position(firstLine + mark.getLine(), mark.getColumn() + 1));
    }

    @Override
    public long firstPlace(String name) {
        throw Declined.DECLINED;
    }
}
