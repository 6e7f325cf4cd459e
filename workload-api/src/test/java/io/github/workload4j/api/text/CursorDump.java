package io.github.workload4j.api.text;

import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.tree.TreeSource;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.PackedPosition;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What token sources say of documents, as text, so that two of them can be compared. */
public final class CursorDump {

    public static final String DECLINED = "declined";

    private CursorDump() {}

    /** All that tokens say, with some values passed over. */
    public static String dump(Cursor tokens, Random passing) {
        StringBuilder said = new StringBuilder();
        dump(tokens, passing, said);
        return said.toString();
    }

    private static void dump(Cursor tokens, Random passing, StringBuilder said) {
        said.append(tokens.kind()).append(PackedPosition.position(tokens.place()));
        if (passing.nextInt(4) == 0) {
            tokens.pass();
        } else if (tokens.kind() == Cursor.Kind.OBJECT) {
            tokens.enter();
            said.append('{');
            for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                said.append(PackedPosition.position(tokens.namePlace()))
                        .append(name)
                        .append(':');
                dump(tokens, passing, said);
            }
            said.append('}');
        } else if (tokens.kind() == Cursor.Kind.LIST) {
            tokens.enter();
            said.append('[');
            while (tokens.nextItem()) {
                dump(tokens, passing, said);
            }
            said.append(']');
        } else {
            said.append('(').append(tokens.text()).append(')').append(tokens.raw());
        }
        said.append(' ');
    }

    /** {@return what a quick source says of all documents of a chunk, or that it declines} */
    public static String quick(DocumentCursor tokens, long seed) {
        StringBuilder said = new StringBuilder();
        Random passing = new Random(seed);
        try {
            while (tokens.next()) {
                said.append(dump(tokens, passing));
            }
            return said.toString();
        } catch (Cursor.Declined e) {
            return DECLINED;
        }
    }

    public static @Nullable String complete(TreeSource source, TreeLimits limits, long seed) {
        StringBuilder said = new StringBuilder();
        Random passing = new Random(seed);
        try {
            TreeBuilder builder = new TreeBuilder(limits, (list, index, item) -> {});
            while (source.step(builder)) {
                Tree root = builder.root();
                if (root != null) {
                    said.append(dump(new TreeCursor(root), passing));
                    builder = new TreeBuilder(limits, (list, index, item) -> {});
                }
            }
            return said.toString();
        } catch (SyntaxFault e) {
            return null;
        }
    }

    public static Chunk chunk(byte[] bytes) {
        return Chunk.of(1, bytes, 0, bytes.length);
    }

    /** The same bytes in pieces too small for a token. */
    public static Chunk pieces(byte[] bytes) {
        Chunk chunk = new Chunk(1);
        chunk.append(new byte[0], 0, 0);
        chunk.append(bytes, 0, bytes.length);
        return chunk;
    }
}
