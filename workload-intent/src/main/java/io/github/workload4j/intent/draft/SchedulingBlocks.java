package io.github.workload4j.intent.draft;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The building blocks of a {@code spec.scheduling}: policy, constraints, disruption mode.
 *
 * @param isThere whether the object has such a field
 * @param isBasic whether the policy says that each pod is on its own
 * @param isGang whether the policy says that the pods go together
 * @param minimum the count of that gang, or 0 if it is left to the controller
 * @param at where that stands, or the policy that says no count
 * @param topologyKey node label, or null
 * @param disruptionMode mode, or null
 */
public record SchedulingBlocks(
        boolean isThere,
        boolean isBasic,
        boolean isGang,
        long minimum,
        PlainValue at,
        @Nullable String topologyKey,
        @Nullable DisruptionMode disruptionMode) {

    public static SchedulingBlocks of(Draft draft, PlainValue scheduling) {
        PlainValue policy = scheduling.field("schedulingPolicy");
        PlainValue gang = policy.field("gang");
        return new SchedulingBlocks(
                scheduling.isThere(),
                policy.field("basic").isThere(),
                gang.isThere() && !policy.field("basic").isThere(),
                draft.count(gang.field("minCount"), 0),
                gang.field("minCount").isThere() ? gang.field("minCount") : gang.isThere() ? gang : scheduling,
                topologyKey(draft, scheduling.field("schedulingConstraints").field("topology")),
                mode(scheduling.field("disruptionMode")));
    }

    private static @Nullable String topologyKey(Draft draft, PlainValue topology) {
        List<PlainValue> keys = topology.items();
        if (keys.size() > 1) {
            draft.lose(topology, Loss.Kind.INVALID_IN_TARGET, "a group has one topology key");
        }
        String key = keys.isEmpty() ? "" : draft.text(keys.get(0).field("key"));
        return key.isEmpty() ? null : key;
    }

    private static @Nullable DisruptionMode mode(PlainValue mode) {
        boolean all = mode.field("all").isThere();
        boolean single = mode.field("single").isThere();
        return all || single ? DisruptionMode.of(single && !all, all) : null;
    }

    /** {@return whether they say nothing} */
    public boolean isEmpty() {
        return !isBasic && !isGang && topologyKey == null && disruptionMode == null;
    }

    /** {@return these blocks, where they say nothing those of another object} */
    public SchedulingBlocks over(SchedulingBlocks others) {
        boolean own = isBasic || isGang;
        return new SchedulingBlocks(
                isThere || others.isThere,
                own ? isBasic : others.isBasic,
                own ? isGang : others.isGang,
                own ? minimum : others.minimum,
                own ? at : others.at,
                topologyKey == null ? others.topologyKey : topologyKey,
                disruptionMode == null ? others.disruptionMode : disruptionMode);
    }

    /** {@return these blocks with a gang where they name no policy} */
    public SchedulingBlocks orGang() {
        return isBasic || isGang
                ? this
                : new SchedulingBlocks(isThere, false, true, minimum, at, topologyKey, disruptionMode);
    }

    /** {@return these blocks, with the count left to the controller} */
    public SchedulingBlocks withoutMinimum() {
        return new SchedulingBlocks(isThere, isBasic, isGang, 0, at, topologyKey, disruptionMode);
    }

    /**
     * {@return the group that these blocks make of pods}
     *
     * @param all the count that the controller takes for a gang that names none
     */
    public GroupDraft group(String name, long all, List<ShapeDraft> shapes) {
        GroupDraft group = GroupDraft.ofPods(name, isGang ? (minimum > 0 ? minimum : all) : 0, shapes)
                .key(topologyKey)
                .disruption(disruptionMode);
        return isGang ? group.stated(at) : group;
    }

    public GroupDraft group(String name, long all, ShapeDraft shape) {
        return group(name, all, List.of(shape));
    }
}
