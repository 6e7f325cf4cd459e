package io.github.workload4j.intent.draft;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.PodShape;
import io.github.workload4j.intent.read.SourceObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pods that are alike, while they are read. */
public final class ShapeDraft {

    public final String role;
    public final Pod template;

    /** The metadata and spec of the template; of pods that exist there are none. */
    public final @Nullable PlainValue metadata;

    public final @Nullable PlainValue spec;

    /** The object that the template is in, if that is not the one that is read. */
    public final @Nullable SourceObject other;

    public final Map<String, String> labels = new LinkedHashMap<>();

    /** The label by which the controller numbers the instances of the group, if it does. */
    private @Nullable String numbered;

    private @Nullable Long deadline;

    public final List<Pod> members;
    public long pods;

    public ShapeDraft(
            String role,
            long pods,
            Pod template,
            @Nullable PlainValue metadata,
            @Nullable PlainValue spec,
            @Nullable SourceObject other) {
        this.role = role;
        this.pods = pods;
        this.template = template;
        this.metadata = metadata;
        this.spec = spec;
        this.other = other;
        this.members = List.of();
    }

    /** Pods that exist. */
    public ShapeDraft(String role, List<Pod> members) {
        this.role = role;
        this.pods = members.size();
        this.template = members.get(0);
        this.metadata = null;
        this.spec = null;
        this.other = null;
        this.members = members;
    }

    private ShapeDraft(ShapeDraft like, String role, long pods, Pod template) {
        this.role = role;
        this.pods = pods;
        this.template = template;
        this.metadata = like.metadata;
        this.spec = like.spec;
        this.other = like.other;
        this.members = like.members;
        this.labels.putAll(like.labels);
        this.numbered = like.numbered;
        this.deadline = like.deadline;
    }

    /** {@return this many pods of this shape} */
    public ShapeDraft times(long pods) {
        return new ShapeDraft(this, role, pods, template);
    }

    public ShapeDraft as(String role) {
        return new ShapeDraft(this, role, pods, template);
    }

    public ShapeDraft with(Pod template) {
        return new ShapeDraft(this, role, pods, template);
    }

    /** Adds a label by which the controller marks the pods it makes. */
    public ShapeDraft label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** Tells by which label the controller numbers the instances of the group. */
    public ShapeDraft numbered(String label) {
        numbered = label;
        return this;
    }

    /** Tells after how many seconds the object ends the pods, if it does; the least that is told counts. */
    public ShapeDraft endedAfter(@Nullable Long seconds) {
        deadline = deadline == null || seconds != null && seconds < deadline ? seconds : deadline;
        return this;
    }

    public String priorityClassName() {
        return template.spec().priorityClassName();
    }

    public PodShape finish() {
        FieldPath at = spec == null || other != null ? null : spec.path();
        return new PodShape(role, pods, template, at, labels, numbered, deadline, members);
    }
}
