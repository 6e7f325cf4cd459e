package io.github.workload4j.intent.draft;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group while it is read. */
public final class GroupDraft {

    public final String name;
    public final boolean isComposite;

    /** 0: each pod on its own. */
    public long minimum;

    @Nullable
    public GroupDraft parent;

    /** The object that is this group, or null if it is only meant. */
    @Nullable
    public SourceObject object;

    public long instances = 1;
    public int phase;
    public List<ShapeDraft> shapes = new ArrayList<>();

    @Nullable
    public String topologyKey;

    @Nullable
    public DisruptionMode disruptionMode;

    /** The class that the group itself names, of one that stands for an object of its own; else null. */
    @Nullable
    public String ownClass;

    public String priorityClassName = "";

    /** Whether the object states a minimum, so that a group without pods is worth telling. */
    public boolean isStated;

    /** Where it does; the document if that is not known, or another object. */
    public FieldPath statedAt = FieldPath.DOCUMENT;

    private GroupDraft(String name, boolean isComposite, long minimum) {
        this.name = name;
        this.isComposite = isComposite;
        this.minimum = minimum;
    }

    /** A group of pods, a gang if the minimum is 1 or more. */
    public static GroupDraft ofPods(String name, long minimum, List<ShapeDraft> shapes) {
        GroupDraft group = new GroupDraft(name, false, minimum);
        group.shapes.addAll(shapes);
        return group;
    }

    public static GroupDraft ofPods(String name, long minimum, ShapeDraft shape) {
        return ofPods(name, minimum, List.of(shape));
    }

    /** A group of groups; its minimum may be set later. */
    public static GroupDraft ofGroups(String name, long minimum) {
        return new GroupDraft(name, true, minimum);
    }

    /** {@return the same under another name} */
    public GroupDraft named(String name) {
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

    public GroupDraft in(@Nullable GroupDraft parent) {
        this.parent = parent;
        return this;
    }

    public GroupDraft phase(int phase) {
        this.phase = phase;
        return this;
    }

    public GroupDraft instances(long instances) {
        this.instances = instances;
        return this;
    }

    public GroupDraft key(@Nullable String topologyKey) {
        this.topologyKey = topologyKey;
        return this;
    }

    public GroupDraft disruption(@Nullable DisruptionMode mode) {
        this.disruptionMode = mode;
        return this;
    }

    public GroupDraft stated(boolean isStated) {
        this.isStated = isStated;
        return this;
    }

    /** Says where the object states the minimum, if it does. */
    public GroupDraft stated(PlainValue minimum) {
        this.isStated = minimum.isThere();
        this.statedAt = minimum.isThere() ? minimum.path() : FieldPath.DOCUMENT;
        return this;
    }

    public long pods() {
        return shapes.stream().mapToLong(shape -> shape.pods).sum();
    }

    public GroupDraft root() {
        GroupDraft at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    public IntendedGroup finish() {
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
