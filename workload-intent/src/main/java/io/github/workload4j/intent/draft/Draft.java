package io.github.workload4j.intent.draft;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of one object while it is made: what its reader found so far. Not thread-safe. */
public final class Draft {

    private static final long MOST_PODS = 1_000_000_000;
    private static final int MOST_GROUPS = 10_000;
    private static final String NUMBER = "a whole number from 0 to 2147483647";

    public final InputObject object;
    public final Inputs inputs;
    public final ReadingMode mode;
    public final KubernetesRelease release;
    public final List<GroupDraft> groups = new ArrayList<>();
    public final List<ReadingLoss> losses = new ArrayList<>();
    public final List<ReadingLint> lint = new ArrayList<>();

    /** The class that the object names for the whole. */
    public String priorityClassName = "";

    @Nullable
    public ReadingLoss error;

    private final PlainValue spec;
    private final PlainValue metadata;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable SourceObject other;
    private boolean suspended;

    public Draft(InputObject object, Inputs inputs, ReadingMode mode, KubernetesRelease release) {
        this.object = object;
        this.inputs = inputs;
        this.mode = mode;
        this.release = release;
        this.spec = object.spec().telling(this::fault);
        this.metadata = object.root().field("metadata").telling(this::fault);
    }

    public PlainValue spec() {
        return spec;
    }

    public PlainValue label(String key) {
        return metadata.field("labels").key(key);
    }

    public PlainValue annotation(String key) {
        return metadata.field("annotations").key(key);
    }

    /** Takes what is wrong in what is read; the same twice is one. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** {@return a draft of another object, read in the same way} */
    public Draft of(InputObject other) {
        return new Draft(other, inputs, mode, release);
    }

    public boolean isUnit() {
        return mode == ReadingMode.UNIT;
    }

    /** Tells in which object the values are that come next, if not in the one that is read. */
    public void in(@Nullable SourceObject other) {
        this.other = other;
    }

    /** {@return a number of something; what is absent has {@code absent}} */
    public long count(PlainValue value, long absent) {
        if (!value.isThere()) {
            return absent;
        }
        Optional<Long> whole = value.whole().filter(number -> number >= 0 && number <= Integer.MAX_VALUE);
        if (whole.isEmpty()) {
            faults.add(value.wrongType(NUMBER));
        }
        return whole.orElse(absent);
    }

    /** {@return a number of seconds from 1 on, of any size; null if there is none, or it is 0} */
    public @Nullable Long seconds(PlainValue value) {
        Optional<Long> whole = value.whole().filter(number -> number >= 0);
        if (value.isThere() && whole.isEmpty()) {
            faults.add(value.wrongType(NUMBER));
        }
        return whole.filter(number -> number > 0).orElse(null);
    }

    /** Tells after how many seconds the object ends all its pods, if it does. */
    public void endedAfter(@Nullable Long seconds) {
        groups.forEach(group -> group.shapes.forEach(shape -> shape.endedAfter(seconds)));
    }

    /** {@return a number that is written as text, as in an annotation} */
    public long countInText(PlainValue value, long absent) {
        if (!value.isThere()) {
            return absent;
        }
        try {
            return Math.max(0, Integer.parseInt(text(value).strip()));
        } catch (NumberFormatException e) {
            faults.add(value.wrongType(NUMBER + ", in quotes"));
            return absent;
        }
    }

    /** {@return a text, empty if there is none} */
    public String text(PlainValue value) {
        if (value.isThere() && value.text().isEmpty()) {
            faults.add(value.wrongType("text"));
        }
        return value.text().orElse("");
    }

    /** {@return the name of a part of the object, which it must have and no part before it may} */
    public String name(PlainValue value, Set<String> taken) {
        String name = text(value);
        if (!value.isThere()) {
            wrong(value, "a name is missing", "");
        } else if (!taken.add(name)) {
            wrong(value, "there is a `" + name + "` before this one", "each must have a name of its own");
        }
        return name;
    }

    public boolean truth(PlainValue value) {
        if (value.isThere() && value.truth().isEmpty()) {
            faults.add(value.wrongType("true or false"));
        }
        return value.truth().orElse(false);
    }

    /** {@return the product of two numbers of pods} */
    public long product(PlainValue at, long a, long b) {
        if (a != 0 && b > MOST_PODS / a) {
            limit(at, "more than " + MOST_PODS + " pods");
            return 0;
        }
        return a * b;
    }

    public void limit(PlainValue at, String what) {
        faults.add(new Fault(Fault.Type.LIMIT, at.path(), at.position(), what, ""));
    }

    public void wrong(PlainValue at, String detail, String hint) {
        faults.add(new Fault(Fault.Type.WRONG_TYPE, at.path(), at.position(), detail, hint));
    }

    /** {@return this many pods of a template with {@code metadata} and {@code spec}} */
    public ShapeDraft shape(String role, long pods, PlainValue template) {
        Pod pod = template.read(ManifestPart.POD_TEMPLATE, this::fault);
        notNegative(template.field("spec"));
        return new ShapeDraft(role, pods, pod, template.field("metadata"), template.field("spec"), other);
    }

    /** {@return this many pods of a spec} */
    public ShapeDraft shapeOfSpec(String role, long pods, PlainValue spec, ObjectMeta metadata) {
        PodSpec read = spec.read(ManifestPart.POD_SPEC, this::fault);
        notNegative(spec);
        return new ShapeDraft(role, pods, new Pod(metadata, read, PodStatus.EMPTY), null, spec, other);
    }

    /** {@return what a container asks for} */
    public ResourceRequirements resources(PlainValue resources) {
        ResourceRequirements read = resources.read(ManifestPart.RESOURCES, this::fault);
        List.of("requests", "limits").forEach(of -> amounts(resources.field(of)));
        return read;
    }

    /** No server stores amounts below zero: a pod of one would fit anywhere. */
    private void notNegative(PlainValue spec) {
        for (String containers : List.of("initContainers", "containers")) {
            for (PlainValue container : spec.field(containers).items()) {
                resources(container.field("resources"));
            }
        }
        resources(spec.field("resources"));
        amounts(spec.field("overhead"));
    }

    private void amounts(PlainValue amounts) {
        for (PlainValue amount : amounts.keys().values()) {
            if (amount.text().orElseGet(amount::json).matches("-.*[1-9].*")) {
                fault(amount.wrongType("an amount of 0 or more"));
            }
        }
    }

    /** Adds a group, under another name if that is taken. */
    public GroupDraft add(GroupDraft group) {
        if (groups.size() == MOST_GROUPS) {
            limit(spec(), "more than " + MOST_GROUPS + " groups");
        }
        if (groups.size() >= MOST_GROUPS) {
            return group;
        }
        GroupDraft named = group;
        for (int i = 2; !names.add(named.name); i++) {
            named = group.named(group.name + "-" + i);
        }
        groups.add(named);
        return named;
    }

    /** {@return whether there is room for this many more groups} */
    public boolean hasRoom(PlainValue at, long more) {
        if (groups.size() + more > MOST_GROUPS) {
            limit(at, "more than " + MOST_GROUPS + " groups");
            return false;
        }
        return true;
    }

    public void lose(PlainValue value, Loss.Kind kind, String what) {
        losses.add(new ReadingLoss(other, value.path(), value.position(), kind, what));
    }

    /** Says that a value has no counterpart, if it is there. */
    public void drop(PlainValue value, String what) {
        if (value.isThere()) {
            lose(value, Loss.Kind.DROPPED, what);
        }
    }

    /** Says what only another object could tell. */
    public void need(PlainValue value, String what) {
        if (error == null) {
            error = new ReadingLoss(other, value.path(), value.position(), Loss.Kind.NEEDS_CONTEXT, what);
        }
    }

    /** Says that a group has no pods in the input from which a shape could be read. */
    public void needMembers() {
        if (error == null) {
            error = new ReadingLoss(
                    null, FieldPath.DOCUMENT, null, Loss.Kind.NEEDS_CONTEXT, "no pod and no template names the group");
        }
    }

    public void warn(ReadingLint.Code code, @Nullable GroupDraft group, FieldPath at, String what) {
        lint.add(new ReadingLint(code, group == null ? null : group.name, at, what));
    }

    public void suspended(PlainValue value) {
        suspended |= truth(value);
    }

    /** {@return whether nothing is missing or wrong but unknown fields} */
    public boolean isReadable() {
        return error == null && faults.stream().allMatch(fault -> fault.type().stage() == Stage.STRICT);
    }

    public Reading finish() {
        boolean isReadable = isReadable();
        return new Reading(
                object.source(),
                object.controller().orElse(null),
                mode,
                object.isFinished(),
                suspended,
                isReadable ? groups.stream().map(GroupDraft::finish).toList() : List.of(),
                losses,
                isReadable ? lint : List.of(),
                error,
                List.copyOf(faults));
    }
}
