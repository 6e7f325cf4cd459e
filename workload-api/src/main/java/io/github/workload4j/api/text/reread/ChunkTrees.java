package io.github.workload4j.api.text.reread;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.NeededLibrary;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.json.JsonTrees;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.tree.TreeSource;
import io.github.workload4j.api.text.yaml.YamlTrees;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trees of a chunk, one after the other: the items of a {@code List} as they come, then the list around them.
 *
 * <p>JSON is read as JSON. If it turns out not to be JSON in its first value, it is read again as YAML, from the start,
 * without what was handed out before. Tabs between tokens are read as blanks in the same way.
 */
public final class ChunkTrees {

    private static final int MOST_TABS = 100;

    private final Chunk chunk;
    private final TreeLimits limits;
    private final Set<Position> tabs = new HashSet<>();
    private TreeSource source;
    private boolean json;
    private boolean ended;
    private @Nullable SyntaxFault notJson;
    private TreeBuilder builder;
    private int value = -1;
    private int told;
    private int count;
    private int item;
    private Tree.@Nullable Mapping list;
    private @Nullable Tree tree;

    public ChunkTrees(Chunk chunk, TreeLimits limits) {
        this.chunk = chunk;
        this.limits = limits;
        this.json = chunk.firstByte() == '{';
        this.source = json ? json(chunk, limits) : yaml();
        this.builder = newBuilder();
    }

    private static TreeSource json(Chunk chunk, TreeLimits limits) {
        NeededLibrary.JACKSON.require();
        return JsonTrees.of(chunk, limits);
    }

    private TreeSource yaml() {
        NeededLibrary.SNAKEYAML.require();
        return YamlTrees.of(chunk, tabs);
    }

    private TreeBuilder newBuilder() {
        count = 0;
        return new TreeBuilder(limits, (around, index, one) -> {
            count = index + 1;
            list = around;
            tree = one;
        });
    }

    /** Moves to the next tree, if there is one. */
    public boolean next() throws SyntaxFault {
        if (item < 0 || value < 0) {
            value++;
            told = 0;
            builder = newBuilder();
        }
        while (!ended) {
            try {
                if (stepped()) {
                    return true;
                }
            } catch (SyntaxFault e) {
                again(e);
            }
        }
        return false;
    }

    /** Reads a token, and tells whether it completed a tree. */
    private boolean stepped() throws SyntaxFault {
        tree = null;
        boolean more = source.step(builder);
        if (tree != null && count > told) {
            told = count;
            item = count - 1;
            return true;
        }
        boolean whole = json ? builder.root() != null : !more;
        ended = !more;
        if (whole) {
            item = -1;
            tree = builder.root();
            ended = !json;
        }
        return whole;
    }

    /** Starts again in another way if there is one that may do better. */
    private void again(SyntaxFault fault) throws SyntaxFault {
        if (json && value == 0 && fault.fault().type() == Fault.Type.SYNTAX) {
            json = false;
            notJson = fault;
        } else if (!isAnotherTab(fault, tabs)) {
            ended = true;
            throw furthest(fault);
        }
        source = yaml();
        builder = newBuilder();
    }

    /** Tells whether a fault is one more tab to be read as a blank, and adds it to {@code tabs} if so. */
    static boolean isAnotherTab(SyntaxFault fault, Set<Position> tabs) {
        return fault.isTab()
                && tabs.size() < MOST_TABS
                && tabs.add(fault.fault().position());
    }

    /** Picks the fault of the reader that got further: it knows better what is wrong. */
    private SyntaxFault furthest(SyntaxFault fault) {
        boolean back = notJson != null
                && told > 0
                && fault.fault().position().compareTo(notJson.fault().position()) < 0;
        return back ? notJson : fault;
    }

    /** {@return which of the chunk's values the tree is or belongs to, from 0} */
    public int value() {
        return value;
    }

    /** {@return which item of the value the tree is, from 0; -1 if it is the value itself} */
    public int item() {
        return item;
    }

    /** {@return the tree; null for an empty document} */
    @Nullable
    public Tree tree() {
        return tree;
    }

    /** {@return the fields of the list around an item that stand before it} */
    public Tree.Mapping list() {
        if (list == null) {
            throw new IllegalStateException("no item");
        }
        return list;
    }

    /** {@return where content follows that belongs to no document, or null} */
    @Nullable
    public Position extra() {
        return source.extra();
    }
}
