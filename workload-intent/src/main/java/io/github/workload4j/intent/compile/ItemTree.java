package io.github.workload4j.intent.compile;

import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of items together before anything is made of them. */
final class ItemTree {

    /** From 1.38 on. */
    private static final int MAX_DEPTH = 4;

    /** From 1.38 on: groups of pods, and groups of groups, directly in one item. */
    private static final int MAX_CHILDREN = 8;

    /** Deeper than any server accepts, and shallow enough to be walked by recursion. */
    private static final int MAX_DEPTH_EVER = 500;

    private record Level(WorkloadItem item, int depth) {}

    private ItemTree() {}

    /**
     * Requires that names are unique in all the trees, and that the trees have a size that the release takes.
     *
     * @throws IllegalArgumentException naming the first item for which that does not hold, depth first
     */
    static void require(List<WorkloadItem> roots, KubernetesRelease release) {
        boolean limited = release.isAtLeast(KubernetesRelease.V1_38);
        int maxDepth = limited ? MAX_DEPTH : MAX_DEPTH_EVER;
        Set<String> names = new HashSet<>();
        Deque<Level> open = new ArrayDeque<>();
        push(roots, 1, open);
        while (!open.isEmpty()) {
            Level level = open.pop();
            WorkloadItem item = level.item;
            if (!names.add(item.name())) {
                throw new IllegalArgumentException(
                        "item " + item.name() + ": a second of this name (expected: names unique in the whole tree)");
            }
            if (level.depth > maxDepth) {
                throw new IllegalArgumentException(
                        "item " + item.name() + ": at depth " + level.depth + " (expected: at most " + maxDepth + ")");
            }
            if (limited) {
                long composites = item.children().stream()
                        .filter(WorkloadItem::isComposite)
                        .count();
                requireAtMost(composites, "groups of groups", item);
                requireAtMost(item.children().size() - composites, "groups of pods", item);
            }
            push(item.children(), level.depth + 1, open);
        }
    }

    private static void push(List<WorkloadItem> items, int depth, Deque<Level> open) {
        for (int i = items.size() - 1; i >= 0; i--) {
            open.push(new Level(items.get(i), depth));
        }
    }

    private static void requireAtMost(long children, String of, WorkloadItem item) {
        if (children > MAX_CHILDREN) {
            throw new IllegalArgumentException("item " + item.name() + ": " + children + " " + of
                    + " directly in it (expected: at most " + MAX_CHILDREN + ")");
        }
    }
}
