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

/** What cursors say of documents, as text, so that two of them can be compared. */
public final class CursorDump {

    public static final String DECLINED = "declined";

    private CursorDump() {}

    /** All that a cursor says, with some values skipped. */
    public static String dump(Cursor cursor, Random passing) {
        StringBuilder said = new StringBuilder();
        dump(cursor, passing, said);
        return said.toString();
    }

    private static void dump(Cursor cursor, Random passing, StringBuilder said) {
        said.append(cursor.kind()).append(PackedPosition.position(cursor.place()));
        if (passing.nextInt(4) == 0) {
            cursor.skipValue();
        } else if (cursor.kind() == Cursor.Kind.OBJECT) {
            cursor.begin();
            said.append('{');
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                said.append(PackedPosition.position(cursor.namePlace()))
                        .append(name)
                        .append(':');
                dump(cursor, passing, said);
            }
            said.append('}');
        } else if (cursor.kind() == Cursor.Kind.LIST) {
            cursor.begin();
            said.append('[');
            while (cursor.nextItem()) {
                dump(cursor, passing, said);
            }
            said.append(']');
        } else {
            said.append('(').append(cursor.text()).append(')').append(cursor.raw());
        }
        said.append(' ');
    }

    /** {@return what a quick source says of all documents of a chunk, or that it declines} */
    public static String quick(DocumentCursor cursor, long seed) {
        StringBuilder said = new StringBuilder();
        Random passing = new Random(seed);
        try {
            while (cursor.next()) {
                said.append(dump(cursor, passing));
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
