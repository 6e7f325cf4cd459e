package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Judges trees of {@link WorkloadItem}s as a controller does when its object is created or changed: first each block as
 * the user wrote it, then what came of it, defaults and callbacks included.
 *
 * <pre>{@code
 * ItemRules rules = ItemRules.of(KubernetesRelease.V1_38)
 *         .allowing(ItemRules.Policy.BASIC, ItemRules.Policy.GANG)
 *         .allowing(ItemRules.Mode.SINGLE);
 * List<Violation> faults = rules.checkCreate(item);
 * }</pre>
 *
 * <p>Nothing is allowed that is not named. The rules of the field that holds a block are the controller's own: how many
 * claims there may be, that their names differ, what may not change. So are those of the Workload that is made of it.
 *
 * <p>Violations are complete and come in the order of items, parents before children; their rules are those of the page
 * on compiling. It takes time in proportion to the number of items.
 */
public final class ItemRules {

    /** What a controller allows its users as a policy. */
    public enum Policy {
        /** One by one. */
        BASIC,
        /** Together or none. */
        GANG
    }

    /** What a controller allows its users as a disruption mode. */
    public enum Mode {
        /** One by one. */
        SINGLE,
        /** All or none. */
        ALL
    }

    private final KubernetesRelease release;
    private final Set<Policy> policies;
    private final Set<Mode> modes;
    private final boolean judgesBlocks;

    private ItemRules(KubernetesRelease release, Set<Policy> policies, Set<Mode> modes, boolean judgesBlocks) {
        this.release = release;
        this.policies = policies;
        this.modes = modes;
        this.judgesBlocks = judgesBlocks;
    }

    /**
     * {@return the rules of a release, which allow nothing yet}
     *
     * @throws IllegalArgumentException if the release has no building blocks: before 1.37
     */
    public static ItemRules of(KubernetesRelease release) {
        WorkloadCompiler.requireBlocks(release);
        return new ItemRules(release, EnumSet.noneOf(Policy.class), EnumSet.noneOf(Mode.class), true);
    }

    /** {@return these rules, which allow these policies too} */
    public ItemRules allowing(Policy... more) {
        Set<Policy> all = EnumSet.copyOf(policies);
        all.addAll(List.of(requireNonNull(more, "more")));
        return new ItemRules(release, all, modes, judgesBlocks);
    }

    /** {@return these rules, which allow these modes too} */
    public ItemRules allowing(Mode... more) {
        Set<Mode> all = EnumSet.copyOf(modes);
        all.addAll(List.of(requireNonNull(more, "more")));
        return new ItemRules(release, policies, all, judgesBlocks);
    }

    /** {@return these rules without those of single blocks, which others judge: of a Job its release's API server} */
    public ItemRules withoutBlocks() {
        return new ItemRules(release, policies, modes, false);
    }

    /**
     * {@return what is wrong with a new tree; empty if nothing is}
     *
     * @throws IllegalArgumentException if the tree cannot be compiled, as {@link WorkloadCompiler#compile} says, but
     *     for the counts of gangs
     */
    public List<Violation> checkCreate(WorkloadItem root) {
        requireNonNull(root, "root");
        ItemTree.require(List.of(root), release);
        return check(false).judge(root, null);
    }

    /**
     * {@return what is wrong with a changed tree; empty if nothing is}
     *
     * <p>A block that is invalid as it was before is not reported again. An item is the one that had its name below the
     * same parent; where there was none, it is new.
     *
     * @param old the tree before; only names and inputs are looked at
     * @param updated the tree now
     * @throws IllegalArgumentException if the roots have different names, or the new tree cannot be compiled, as {@link
     *     WorkloadCompiler#compile} says, but for the counts of gangs
     */
    public List<Violation> checkUpdate(WorkloadItem old, WorkloadItem updated) {
        requireNonNull(old, "old");
        requireNonNull(updated, "updated");
        if (!old.name().equals(updated.name())) {
            throw new IllegalArgumentException(
                    "updated: the root " + updated.name() + " (expected: " + old.name() + ", as before)");
        }
        ItemTree.require(List.of(updated), release);
        return check(true).judge(updated, old);
    }

    private ItemCheck check(boolean update) {
        return new ItemCheck(
                policies, modes, judgesBlocks, release.isAtLeast(KubernetesRelease.V1_38), new BlockRules(update));
    }

    @Override
    public String toString() {
        return "rules of items of " + release + ", allowing " + policies + " and " + modes
                + (judgesBlocks ? "" : ", without those of blocks");
    }
}
