package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One part of a controller's object that is scheduled: a group of pods if it has no children, else the group of its
 * children.
 *
 * <pre>{@code
 * WorkloadItem workers = WorkloadItem.builder("workers")
 *         .path(FieldPath.root("spec").child("scheduling"))
 *         .defaults(SchedulingConfig.basic())
 *         .input(ItemInput.Leaf.of(scheduling))
 *         .callback(config -> config.withDefaultMinCount(replicas))
 *         .build();
 * }</pre>
 *
 * @param name name of the template that it becomes; not empty
 * @param path where the user's blocks are in the controller's object; {@link FieldPath#DOCUMENT} if not known
 * @param defaults what holds where the user said nothing
 * @param input what the user wrote
 * @param callbacks changes to what came of defaults and input, made in this order; each must give equal answers to
 *     equal configs
 * @param children parts of the part, in order
 */
public record WorkloadItem(
        String name,
        FieldPath path,
        SchedulingConfig defaults,
        ItemInput input,
        List<UnaryOperator<SchedulingConfig>> callbacks,
        List<WorkloadItem> children) {

    /**
     * Checks presence and copies the collections.
     *
     * @throws IllegalArgumentException if the name is empty, or the input is that of a group of pods although there are
     *     children, or the other way round
     */
    public WorkloadItem {
        requireNonNull(name, "name");
        requireNonNull(path, "path");
        requireNonNull(defaults, "defaults");
        requireNonNull(input, "input");
        callbacks = List.copyOf(requireNonNull(callbacks, "callbacks"));
        children = List.copyOf(requireNonNull(children, "children"));
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: empty (expected: the name of a template)");
        }
        if (children.isEmpty() != input instanceof ItemInput.Leaf) {
            throw new IllegalArgumentException("input: of the item " + name + " with " + children.size()
                    + " children, " + input.getClass().getSimpleName() + " (expected: Leaf without children, else "
                    + "Composite)");
        }
    }

    /** {@return a builder with nothing set but the name} */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** {@return whether this is a group of groups: it has children} */
    public boolean isComposite() {
        return !children.isEmpty();
    }

    /**
     * {@return how this part is scheduled: the defaults, each field replaced as a whole where the user said something,
     * then changed by the callbacks}
     *
     * @throws NullPointerException if a callback answers null
     */
    public SchedulingConfig resolved() {
        Members policy = Members.of(input);
        WorkloadPodGroupSchedulingPolicy saidPolicy = policy == null ? null : policy.one();
        SchedulingConstraints constraints = input.schedulingConstraints().value();
        DisruptionMode saidMode = oneMode(input.disruptionMode().value());
        List<PodGroupResourceClaim> claims =
                input instanceof ItemInput.Leaf leaf ? leaf.resourceClaims().value() : null;
        SchedulingConfig config = new SchedulingConfig(
                saidPolicy == null ? defaults.schedulingPolicy() : saidPolicy,
                constraints == null || constraints.topology().isEmpty()
                        ? defaults.schedulingConstraints()
                        : constraints,
                claims == null || claims.isEmpty() ? defaults.resourceClaims() : claims,
                saidMode == null ? defaults.disruptionMode() : saidMode,
                defaults.priorityClassName());
        for (UnaryOperator<SchedulingConfig> callback : callbacks) {
            config = requireNonNull(callback.apply(config), () -> "callback of the item " + name);
        }
        return config;
    }

    /** {@code single} counts, if both members are set. */
    private static @Nullable DisruptionMode oneMode(@Nullable DisruptionMode mode) {
        if (mode == null) {
            return null;
        }
        return mode.isSingle() ? DisruptionMode.SINGLE : mode.isAll() ? DisruptionMode.ALL : null;
    }

    /** Collects the parts of a {@link WorkloadItem}; not thread-safe, may be used again after {@link #build()}. */
    public static final class Builder {
        private final String name;
        private FieldPath path = FieldPath.DOCUMENT;
        private SchedulingConfig defaults = SchedulingConfig.EMPTY;
        private ItemInput input = ItemInput.Leaf.NONE;
        private final List<UnaryOperator<SchedulingConfig>> callbacks = new ArrayList<>();
        private List<WorkloadItem> children = List.of();

        private Builder(String name) {
            this.name = requireNonNull(name, "name");
        }

        /** Sets path: where the user's blocks are in the controller's object. */
        public Builder path(FieldPath path) {
            this.path = requireNonNull(path, "path");
            return this;
        }

        /** Sets defaults: what holds where the user said nothing. */
        public Builder defaults(SchedulingConfig defaults) {
            this.defaults = requireNonNull(defaults, "defaults");
            return this;
        }

        /** Sets input: what the user wrote. */
        public Builder input(ItemInput input) {
            this.input = requireNonNull(input, "input");
            return this;
        }

        /** Adds a callback, after those that are there. */
        public Builder callback(UnaryOperator<SchedulingConfig> callback) {
            callbacks.add(requireNonNull(callback, "callback"));
            return this;
        }

        /** Sets children: parts of the part, in order. */
        public Builder children(List<WorkloadItem> children) {
            this.children = List.copyOf(requireNonNull(children, "children"));
            return this;
        }

        /** Sets children, in the order given. */
        public Builder children(WorkloadItem... children) {
            requireNonNull(children, "children");
            return children(List.of(children));
        }

        /** {@return the value; an item with children and without input has an empty one of its kind} */
        public WorkloadItem build() {
            boolean unset = input == ItemInput.Leaf.NONE && !children.isEmpty();
            return new WorkloadItem(
                    name, path, defaults, unset ? ItemInput.Composite.NONE : input, callbacks, children);
        }
    }
}
