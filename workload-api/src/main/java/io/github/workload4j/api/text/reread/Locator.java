package io.github.workload4j.api.text.reread;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.LineIndex;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeLimits;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds places in a chunk by reading it again; while nothing is wrong, nobody asks.
 *
 * <p>Reads the text once if asked for the items of a list in order, and again from the start if asked for an earlier
 * one. Keeps the last tree, with the fields of its large objects by name, so that many places in one tree are found in
 * time linear in their number. Thread-safe.
 */
public final class Locator {

    /** Objects with fewer fields are searched one field after the other. */
    private static final int MIN_INDEXED = 16;

    private final Chunk chunk;
    private final TreeLimits limits;
    private final Map<Tree.Mapping, Map<String, Tree>> fields = new IdentityHashMap<>();
    private @Nullable LineIndex lines;
    private @Nullable ChunkTrees trees;
    private boolean ended;
    private int readings;

    public Locator(Chunk chunk, TreeLimits limits) {
        this.chunk = chunk;
        this.limits = limits;
    }

    public Chunk chunk() {
        return chunk;
    }

    /** {@return the lines of the chunk} */
    public synchronized LineIndex lines() {
        if (lines == null) {
            lines = new LineIndex(chunk);
        }
        return lines;
    }

    /**
     * Finds the value at a path, or the nearest object or list around it.
     *
     * @param value which of the chunk's values, from 0
     * @param item which of the value's items, from 0; -1 for the value itself
     */
    public synchronized Optional<Position> locate(int value, int item, FieldPath path) {
        Tree at = tree(value, item);
        if (at == null) {
            return Optional.empty();
        }
        Position position = at.position();
        for (FieldPath.Step step : path.steps()) {
            at = step(at, step);
            if (at == null) {
                break;
            }
            position = at.position();
        }
        return Optional.of(position);
    }

    /**
     * {@return a value, or an item of it; null if there is none}
     *
     * @param value which of the chunk's values, from 0
     * @param item which of the value's items, from 0; -1 for the value itself
     */
    public synchronized @Nullable Tree find(int value, int item) {
        return tree(value, item);
    }

    /** {@return how often the text was read from its start} */
    int readings() {
        return readings;
    }

    private @Nullable Tree step(Tree from, FieldPath.Step step) {
        if (!(from instanceof Tree.Mapping mapping) || mapping.fields().size() < MIN_INDEXED) {
            return from.step(step);
        }
        Map<String, Tree> byName = fields.computeIfAbsent(mapping, Locator::byName);
        if (step instanceof FieldPath.Field field) {
            return byName.get(field.name());
        }
        return step instanceof FieldPath.Key key ? byName.get(key.key()) : null;
    }

    /** Of two fields of one name the later counts. */
    private static Map<String, Tree> byName(Tree.Mapping mapping) {
        Map<String, Tree> byName = new HashMap<>();
        mapping.fields().forEach(field -> byName.put(field.name(), field.value()));
        return byName;
    }

    private @Nullable Tree tree(int value, int item) {
        if (trees == null || ended || isPast(trees, value, item)) {
            trees = new ChunkTrees(chunk, limits);
            readings++;
            fields.clear();
            ended = false;
        }
        try {
            while (trees.value() != value || trees.item() != item) {
                fields.clear();
                if (!trees.next()) {
                    ended = true;
                    return null;
                }
            }
        } catch (SyntaxFault e) {
            ended = true;
            return null;
        }
        return trees.tree();
    }

    /** {@return whether the trees are past a value or item; the value itself comes after its items} */
    private static boolean isPast(ChunkTrees trees, int value, int item) {
        return trees.value() > value || trees.value() == value && order(trees.item()) > order(item);
    }

    private static int order(int item) {
        return item < 0 ? Integer.MAX_VALUE : item;
    }
}
