package io.github.workload4j.intent.draft;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Kueue (release 0.15) makes of objects with a queue, and of its annotations on pod templates. */
public final class Kueue {

    public static final String QUEUE = "kueue.x-k8s.io/queue-name";
    public static final String TOTAL = "kueue.x-k8s.io/pod-group-total-count";
    public static final String REQUIRED = "kueue.x-k8s.io/podset-required-topology";
    public static final String PREFERRED = "kueue.x-k8s.io/podset-preferred-topology";
    private static final String MOST_TIME = "kueue.x-k8s.io/max-exec-time-seconds";
    private static final String SLICE_KEY = "kueue.x-k8s.io/podset-slice-required-topology";
    private static final String SLICE_SIZE = "kueue.x-k8s.io/podset-slice-size";
    private static final String GROUP = "kueue.x-k8s.io/podset-group-name";

    private Kueue() {}

    /** {@return whether the unit is a pod set, since a queue lets the object in} */
    public static boolean isQueued(Draft draft) {
        return draft.isUnit() && draft.label(QUEUE).isThere();
    }

    /** Adds a group for each shape: a gang of all if a queue lets the object in, else each pod on its own. */
    public static void eachOnItsOwn(Draft draft, List<ShapeDraft> shapes) {
        for (ShapeDraft shape : shapes) {
            draft.add(GroupDraft.ofPods(shape.role, isQueued(draft) ? shape.pods : 0, shape));
        }
    }

    /** Reads the time after which an object that a queue let in is stopped. */
    public static void readTime(Draft draft) {
        long seconds = isQueued(draft) ? draft.countInText(draft.label(MOST_TIME), 0) : 0;
        draft.endedAfter(seconds > 0 ? seconds : null);
    }

    /** Reads the annotations of the templates. They are about one template each. */
    public static void readTopology(Draft draft) {
        Map<String, List<GroupDraft>> together = new LinkedHashMap<>();
        for (GroupDraft group : List.copyOf(draft.groups)) {
            if (group.shapes.size() == 1) {
                ofOne(draft, group, together);
            } else {
                for (ShapeDraft shape : group.shapes) {
                    for (String key : List.of(REQUIRED, PREFERRED, SLICE_KEY, GROUP)) {
                        drop(draft, shape, key, "the pods of several templates are one group here");
                    }
                }
            }
        }
        together.forEach((name, members) -> together(draft, name, members));
    }

    private static void ofOne(Draft draft, GroupDraft group, Map<String, List<GroupDraft>> together) {
        ShapeDraft shape = group.shapes.get(0);
        String key = text(shape, REQUIRED);
        drop(draft, shape, PREFERRED, "no wishes");
        if (!key.isEmpty() && group.topologyKey == null) {
            group.key(key);
        }
        String sliceKey = text(shape, SLICE_KEY);
        GroupDraft whole = sliceKey.isEmpty() ? group : slices(draft, group, shape, sliceKey);
        String name = text(shape, GROUP);
        boolean isGang = whole.minimum > 0;
        if (!name.isEmpty() && isGang && whole.topologyKey != null) {
            together.computeIfAbsent(name, none -> new ArrayList<>()).add(whole);
        } else if (!name.isEmpty()) {
            drop(draft, shape, GROUP, isGang ? "no domain is required that they could share" : "the pods are no gang");
        }
    }

    /** Cuts a group into slices, each in a domain of its own, and gives the group of them. */
    private static GroupDraft slices(Draft draft, GroupDraft group, ShapeDraft shape, String key) {
        if (shape.pods == 0) {
            return group;
        }
        PlainValue written = annotation(shape, SLICE_SIZE);
        long size = written == null ? 0 : draft.countInText(written, 0);
        if (size == 0 || shape.pods % size != 0 || group.minimum == 0) {
            PlainValue at = annotation(shape, SLICE_KEY);
            if (at != null) {
                draft.lose(
                        at,
                        Loss.Kind.INVALID_IN_TARGET,
                        group.minimum == 0
                                ? "the pods are no gang"
                                : "the size of a slice does not divide the number of pods");
            }
            return group;
        }
        long count = shape.pods / size;
        GroupDraft outer = GroupDraft.ofGroups(group.name, count)
                .key(group.topologyKey)
                .disruption(group.disruptionMode)
                .phase(group.phase)
                .instances(group.instances)
                .in(group.parent);
        draft.groups.set(draft.groups.indexOf(group), outer);
        draft.add(GroupDraft.ofPods("slice", size, shape.times(size))
                .key(key)
                .phase(group.phase)
                .instances(count)
                .in(outer));
        return outer;
    }

    /** Puts gangs that share one domain below a group of groups. */
    private static void together(Draft draft, String name, List<GroupDraft> members) {
        GroupDraft all = draft.add(GroupDraft.ofGroups(name, members.size()).key(members.get(0).topologyKey));
        all.phase = members.get(0).phase;
        draft.groups.remove(all);
        draft.groups.add(draft.groups.indexOf(members.get(0)), all);
        for (GroupDraft member : members) {
            member.key(null).in(all);
        }
    }

    private static @Nullable PlainValue annotation(ShapeDraft shape, String key) {
        return shape.metadata == null
                ? null
                : shape.metadata.field("annotations").key(key);
    }

    private static String text(ShapeDraft shape, String key) {
        return shape.template.metadata().annotations().getOrDefault(key, "");
    }

    private static void drop(Draft draft, ShapeDraft shape, String key, String what) {
        PlainValue value = annotation(shape, key);
        if (value != null && value.isThere()) {
            draft.in(shape.other);
            draft.drop(value, what);
            draft.in(null);
        }
    }
}
