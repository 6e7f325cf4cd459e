package io.github.workload4j.intent.read;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group while it is read. */
final class GroupDraft {

    final String name;
    final boolean isComposite;

    /** 0: each pod on its own. */
    long minimum;

    @Nullable
    GroupDraft parent;

    /** The object that is this group, or null if it is only meant. */
    @Nullable
    SourceObject object;

    long instances = 1;
    int phase;
    List<ShapeDraft> shapes = new ArrayList<>();

    @Nullable
    String topologyKey;

    @Nullable
    DisruptionMode disruptionMode;

    /** The class that the group itself names, of one that stands for an object of its own; else null. */
    @Nullable
    String ownClass;

    String priorityClassName = "";

    /** Whether the object states a minimum, so that a group without pods is worth telling. */
    boolean isStated;

    /** Where it does; the document if that is not known, or another object. */
    FieldPath statedAt = FieldPath.DOCUMENT;

    private GroupDraft(String name, boolean isComposite, long minimum) {
        this.name = name;
        this.isComposite = isComposite;
        this.minimum = minimum;
    }

    /** A group of pods, a gang if the minimum is 1 or more. */
    static GroupDraft ofPods(String name, long minimum, List<ShapeDraft> shapes) {
        GroupDraft group = new GroupDraft(name, false, minimum);
        group.shapes.addAll(shapes);
        return group;
    }

    static GroupDraft ofPods(String name, long minimum, ShapeDraft shape) {
        return ofPods(name, minimum, List.of(shape));
    }

    /** A group of groups; its minimum may be set later. */
    static GroupDraft ofGroups(String name, long minimum) {
        return new GroupDraft(name, true, minimum);
    }

    /** {@return the same under another name} */
    GroupDraft named(String name) {
        GroupDraft group = new GroupDraft(name, isComposite, minimum)
                .in(parent)
                .phase(phase)
                .instances(instances);
        group.shapes = shapes;
        group.isStated = isStated;
        group.statedAt = statedAt;
        group.ownClass = ownClass;
        group.object = object;
        return group.key(topologyKey).disruption(disruptionMode);
    }

    GroupDraft in(@Nullable GroupDraft parent) {
        this.parent = parent;
        return this;
    }

    GroupDraft phase(int phase) {
        this.phase = phase;
        return this;
    }

    GroupDraft instances(long instances) {
        this.instances = instances;
        return this;
    }

    GroupDraft key(@Nullable String topologyKey) {
        this.topologyKey = topologyKey;
        return this;
    }

    GroupDraft disruption(@Nullable DisruptionMode mode) {
        this.disruptionMode = mode;
        return this;
    }

    GroupDraft stated(boolean isStated) {
        this.isStated = isStated;
        return this;
    }

    /** Says where the object states the minimum, if it does. */
    GroupDraft stated(PlainValue minimum) {
        this.isStated = minimum.isThere();
        this.statedAt = minimum.isThere() ? minimum.path() : FieldPath.DOCUMENT;
        return this;
    }

    long pods() {
        return shapes.stream().mapToLong(shape -> shape.pods).sum();
    }

    GroupDraft root() {
        GroupDraft at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    IntendedGroup finish() {
        return new IntendedGroup(
                name,
                parent == null ? null : parent.name,
                object,
                isComposite,
                minimum == 0 ? null : minimum,
                instances,
                phase,
                shapes.stream().map(ShapeDraft::finish).toList(),
                topologyKey,
                disruptionMode,
                priorityClassName);
    }
}
