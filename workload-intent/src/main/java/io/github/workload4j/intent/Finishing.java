package io.github.workload4j.intent;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.InputObject;
import io.github.workload4j.intent.draft.Kinds;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.NamedGroups;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is the same for all kinds, after their own reader: queues, annotations, named groups, classes, lint. */
final class Finishing {

    private static final String NO_QUEUES = "no queues";
    private static final String NO_PREEMPTIBILITY = "not whether it may be preempted";

    /** Labels without a counterpart, and why. */
    private static final Map<String, String> LABELS = Map.of(
            Kueue.QUEUE,
            NO_QUEUES,
            "kai.scheduler/queue",
            NO_QUEUES,
            "kai.scheduler/preemptibility",
            NO_PREEMPTIBILITY,
            "volcano.sh/preemptable",
            NO_PREEMPTIBILITY,
            "volcano.sh/queue-name",
            NO_QUEUES);

    /** Annotations alike. */
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "scheduling.volcano.sh/queue-name", NO_QUEUES,
            "volcano.sh/preemptable", NO_PREEMPTIBILITY,
            "volcano.sh/queue-name", NO_QUEUES);

    private static final String KAI_REQUIRED = "kai.scheduler/topology-required-placement";
    private static final String KAI_PREFERRED = "kai.scheduler/topology-preferred-placement";

    private final Draft draft;

    private Finishing(Draft draft) {
        this.draft = draft;
    }

    /** {@return the reading of an object} */
    static Reading read(Draft draft) {
        KindReaders.ALL.read(draft);
        return new Finishing(draft).finish();
    }

    /** {@return the reading of an object of the Workload API} */
    static Reading read(Draft draft, SchedulingObject object) {
        NativeReader.read(draft, object);
        Finishing finishing = new Finishing(draft);
        finishing.classes();
        finishing.lint();
        return draft.finish();
    }

    private Reading finish() {
        InputObject object = draft.object;
        new TreeMap<>(LABELS).forEach((label, why) -> draft.drop(draft.label(label), why));
        new TreeMap<>(ANNOTATIONS).forEach((annotation, why) -> draft.drop(draft.annotation(annotation), why));
        if (Kinds.isGroup(object.source())) {
            draft.groups.forEach(group -> group.object = object.source());
        } else if (!object.source().kind().equals("Pod")) {
            Kueue.readTopology(draft);
            Kueue.readTime(draft);
            kaiPlacement();
            NamedGroups.move(draft);
        }
        removeEmpty();
        classes();
        lint();
        return draft.finish();
    }

    /** KAI's grouper takes the topology of its group from annotations of the owner. */
    private void kaiPlacement() {
        draft.drop(draft.annotation(KAI_PREFERRED), "no wishes");
        PlainValue required = draft.annotation(KAI_REQUIRED);
        String key = draft.text(required);
        if (!draft.isUnit()) {
            draft.drop(required, "only KAI's grouper reads it");
        } else if (!key.isEmpty()) {
            draft.groups.stream()
                    .filter(group -> group.parent == null && group.topologyKey == null)
                    .forEach(group -> group.key(key));
        }
    }

    /** A group without pods is worth telling only if somebody stated its minimum. */
    private void removeEmpty() {
        draft.groups.forEach(group -> group.shapes.removeIf(shape -> shape.pods == 0));
        boolean more = true;
        while (more) {
            Set<GroupDraft> parents = new LinkedHashSet<>();
            draft.groups.forEach(group -> parents.add(group.parent == null ? group : group.parent));
            List<GroupDraft> empty = new ArrayList<>();
            for (GroupDraft group : draft.groups) {
                boolean hasChildren = group.isComposite && draft.groups.stream().anyMatch(each -> each.parent == group);
                if (!hasChildren
                        && group.shapes.isEmpty()
                        && !(group.isStated && group.minimum > 0 && !group.isComposite)) {
                    empty.add(group);
                }
            }
            for (GroupDraft group : empty) {
                draft.groups.remove(group);
                if (group.parent != null) {
                    group.parent.minimum = Math.max(0, group.parent.minimum - group.instances);
                }
            }
            more = !empty.isEmpty();
        }
    }

    /** All pods of a tree must have one class. */
    private void classes() {
        Map<GroupDraft, List<GroupDraft>> trees = new LinkedHashMap<>();
        for (GroupDraft group : draft.groups) {
            trees.computeIfAbsent(group.root(), root -> new ArrayList<>()).add(group);
        }
        trees.values().forEach(this::classes);
    }

    private void classes(List<GroupDraft> tree) {
        GroupDraft leaf = tree.get(tree.size() - 1);
        String own = leaf.ownClass == null ? draft.priorityClassName : leaf.ownClass;
        List<ShapeDraft> shapes =
                tree.stream().flatMap(group -> group.shapes.stream()).toList();
        Set<String> stated = new LinkedHashSet<>();
        shapes.forEach(shape -> stated.add(shape.priorityClassName()));
        stated.remove("");
        String first = stated.isEmpty() ? "" : stated.iterator().next();
        String agreed = !own.isEmpty() ? own : stated.size() == 1 ? first : "";
        String expected = own.isEmpty() ? first : own;
        Set<PlainValue> told = new LinkedHashSet<>();
        Set<String> marked = new LinkedHashSet<>();
        for (ShapeDraft shape : shapes) {
            String has = shape.priorityClassName();
            if (!has.isEmpty() && !has.equals(expected) && (shape.spec == null || told.add(shape.spec))) {
                mark(shape, marked);
            }
        }
        tree.stream().filter(group -> !group.isComposite).forEach(group -> group.priorityClassName = agreed);
    }

    private void mark(ShapeDraft shape, Set<String> marked) {
        String what = "members of one group have one class";
        if (shape.spec != null) {
            SourceObject other = shape.other;
            draft.in(other);
            if (marked.add(other + " " + shape.spec.path())) {
                draft.lose(shape.spec.field("priorityClassName"), Loss.Kind.INVALID_IN_TARGET, what);
            }
            draft.in(null);
            return;
        }
        shape.members.forEach(pod -> draft.losses.add(new ReadingLoss(
                new SourceObject(
                        "v1", "Pod", pod.metadata().namespace(), pod.metadata().name()),
                FieldPath.root("spec").child("priorityClassName"),
                (Position) null,
                Loss.Kind.INVALID_IN_TARGET,
                what)));
    }

    private void lint() {
        for (GroupDraft group : draft.groups) {
            long there = group.isComposite
                    ? draft.groups.stream()
                            .filter(child -> child.parent == group)
                            .mapToLong(child -> child.instances)
                            .sum()
                    : Math.max(group.pods(), draft.inputs.members(draft, group.object));
            boolean isKnown =
                    there > 0 || group.object == null || !group.object.group().equals(ApiVersion.GROUP);
            if (group.minimum > there && isKnown) {
                draft.warn(
                        ReadingLint.Code.NEVER_STARTS,
                        group,
                        group.statedAt,
                        "needs " + group.minimum + " at once, and there are " + there);
            }
        }
    }
}
