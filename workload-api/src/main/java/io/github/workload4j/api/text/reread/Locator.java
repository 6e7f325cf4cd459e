package io.github.workload4j.api.text.reread;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds places in a chunk by reading it again; while nothing is wrong, nobody asks.
 *
 * <p>Reads the text once if asked for the items of a list in order, and again from the start if asked for an earlier
 * one. Keeps the last tree. Thread-safe.
 */
public final class Locator {

    private final Chunk chunk;
    private final TreeLimits limits;
    private @Nullable ChunkTrees trees;
    private boolean ended;

    public Locator(Chunk chunk, TreeLimits limits) {
        this.chunk = chunk;
        this.limits = limits;
    }

    public Chunk chunk() {
        return chunk;
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
            at = at.step(step);
            if (at == null) {
                break;
            }
            position = at.position();
        }
        return Optional.of(position);
    }

    private @Nullable Tree tree(int value, int item) {
        if (trees == null || ended || isBehind(trees, value, item)) {
            trees = new ChunkTrees(chunk, limits);
            ended = false;
        }
        try {
            while (trees.value() != value || trees.item() != item) {
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

    private static boolean isBehind(ChunkTrees trees, int value, int item) {
        return trees.value() > value
                || trees.value() == value && (trees.item() < 0 || item >= 0 && trees.item() > item);
    }
}
