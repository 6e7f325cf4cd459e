package io.github.workload4j.api.text.reread;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.NeededLibrary;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.tree.TreeSource;
import io.github.workload4j.api.text.yaml.YamlTrees;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.PackedPosition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trees of single items of a list. A later item may be an alias of what an item anchors, so an item that is left out
 * must anchor nothing.
 */
public final class ItemTrees {

    private static final Position ANYWHERE = new Position(1, 1);

    private final TreeBuilder builder;
    private final Set<Position> tabs = new HashSet<>();
    private @Nullable Tree tree;
    private int count;
    private boolean needed;

    /** Starts a list. */
    public ItemTrees(TreeLimits limits) throws SyntaxFault {
        this.builder = new TreeBuilder(limits, (list, index, item) -> {
            tree = item;
            count++;
        });
        builder.startMapping(null, ANYWHERE);
    }

    /**
     * Reads the item at a cursor.
     *
     * @return its tree, or null if the cursor declines
     */
    @Nullable
    public Tree of(Cursor cursor) throws SyntaxFault {
        TreeBuilder.Mark start = start();
        try {
            builder.startSequence(null, ANYWHERE);
            int inside = builder.mark().open();
            value(cursor);
            while (builder.mark().open() > inside) {
                if (!builder.isInMapping()) {
                    next(cursor.nextItem(), cursor);
                    continue;
                }
                String name = cursor.nextName();
                if (name != null) {
                    builder.key(name, PackedPosition.position(cursor.namePlace()), false);
                }
                next(name != null, cursor);
            }
            builder.end();
            return tree;
        } catch (Cursor.Declined e) {
            builder.back(start);
            return null;
        }
    }

    private void next(boolean more, Cursor cursor) throws SyntaxFault {
        if (more) {
            value(cursor);
        } else {
            builder.end();
        }
    }

    private void value(Cursor cursor) throws SyntaxFault {
        long place = cursor.place();
        switch (cursor.kind()) {
            case OBJECT -> {
                builder.startMapping(null, PackedPosition.position(place));
                cursor.begin();
            }
            case LIST -> {
                builder.startSequence(null, PackedPosition.position(place));
                cursor.begin();
            }
            default ->
                builder.scalar(new Tree.Scalar(Tree.Type.of(cursor.kind()), cursor.text(), cursor.raw(), place), null);
        }
    }

    /** {@return whether an item was read from its text; others are then likely to need it} */
    public boolean areNeeded() {
        return needed;
    }

    /** {@return the tree of an item of YAML, given its text from the dash on} */
    public Tree of(Chunk item) throws SyntaxFault {
        needed = true;
        NeededLibrary.SNAKEYAML.require();
        while (true) {
            TreeBuilder.Mark start = start();
            try {
                TreeSource source = YamlTrees.of(item, tabs);
                while (source.step(builder)) {
                    // The builder tells when there is an item.
                }
                if (tree == null || count != 1 || source.extra() != null) {
                    throw TreeBuilder.syntax(ANYWHERE, "not an item");
                }
                return tree;
            } catch (SyntaxFault e) {
                if (!ChunkTrees.isAnotherTab(e, tabs)) {
                    throw e;
                }
                builder.back(start);
            }
        }
    }

    private TreeBuilder.Mark start() {
        builder.forgetFields();
        TreeBuilder.Mark start = builder.mark();
        builder.key("items", ANYWHERE, false);
        tree = null;
        count = 0;
        return start;
    }
}
