package io.github.workload4j.intent.kind.scheduler;

import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.MemberShapes;
import io.github.workload4j.intent.draft.Membership;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads KAI's PodGroup ({@code scheduling.run.ai/v2alpha2}, release 0.10) with the pods that name it. */
public final class KaiPodGroupReader {

    private static final String SUBGROUP = "kai.scheduler/subgroup-name";

    private final Draft draft;
    private final Map<String, PlainValue> subgroups = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, List<ShapeDraft>> members = new LinkedHashMap<>();

    private KaiPodGroupReader(Draft draft) {
        this.draft = draft;
    }

    public static void read(Draft draft) {
        PlainValue spec = draft.spec();
        draft.drop(spec.field("queue"), "no queues");
        draft.drop(spec.field("preemptibility"), "not whether it may be preempted");
        draft.priorityClassName = draft.text(spec.field("priorityClassName"));
        SourceObject object = draft.object.source();
        List<ShapeDraft> shapes = MemberShapes.of(
                draft,
                new Membership.Key(Membership.By.KAI, ObjectMeta.namespaceOrDefault(object.namespace()), object.name()),
                pod -> Optional.ofNullable(pod.metadata().labels().get(SUBGROUP)));
        if (shapes.isEmpty()) {
            draft.needMembers();
            return;
        }
        String key = key(draft, spec.field("topologyConstraint"));
        List<PlainValue> subgroups = spec.field("subGroups").items();
        if (subgroups.isEmpty()) {
            PlainValue stated = spec.field("minMember");
            draft.add(GroupDraft.ofPods(object.name(), draft.count(stated, 0), shapes)
                    .stated(stated)
                    .key(key));
        } else {
            new KaiPodGroupReader(draft).read(object.name(), key, subgroups, shapes);
        }
    }

    private static @Nullable String key(Draft draft, PlainValue constraint) {
        draft.drop(constraint.field("preferredTopologyLevel"), "no wishes");
        String key = draft.text(constraint.field("requiredTopologyLevel"));
        return key.isEmpty() ? null : key;
    }

    private void read(String name, @Nullable String key, List<PlainValue> values, List<ShapeDraft> shapes) {
        Set<String> names = new HashSet<>();
        for (PlainValue value : values) {
            subgroups.putIfAbsent(draft.name(value.field("name"), names), value);
        }
        List<String> tops = new ArrayList<>();
        subgroups.forEach((subgroup, value) -> {
            String parent = draft.text(value.field("parent"));
            if (parent.isEmpty()) {
                tops.add(subgroup);
            } else if (subgroups.containsKey(parent)) {
                children.computeIfAbsent(parent, none -> new ArrayList<>()).add(subgroup);
            } else {
                draft.wrong(value.field("parent"), "there is no subgroup `" + parent + "`", "");
            }
        });
        List<ShapeDraft> others = new ArrayList<>();
        for (ShapeDraft shape : shapes) {
            if (subgroups.containsKey(shape.role) && !children.containsKey(shape.role)) {
                members.computeIfAbsent(shape.role, none -> new ArrayList<>()).add(shape);
            } else {
                others.add(shape);
            }
        }
        List<GroupDraft> optional = new ArrayList<>();
        GroupDraft root = draft.add(GroupDraft.ofGroups(name, 0).key(key));
        int reached = add(root, tops, optional, 0);
        if (reached < subgroups.size()) {
            draft.wrong(draft.spec().field("subGroups"), "subgroups are their own parents in a circle", "");
        }
        optional.forEach(draft::add);
        if (!others.isEmpty()) {
            draft.add(GroupDraft.ofPods("others", 0, others));
        }
    }

    /** Adds subgroups below a group, those without a minimum outside, and tells how many there were. */
    private int add(GroupDraft parent, List<String> names, List<GroupDraft> optional, int depth) {
        int reached = 0;
        for (String name : names) {
            PlainValue value = subgroups.get(name);
            String key = key(draft, value.field("topologyConstraint"));
            List<String> below = children.getOrDefault(name, List.of());
            reached++;
            if (depth > 100) {
                draft.limit(value, "subgroups deeper than 100");
            } else if (below.isEmpty()) {
                long minimum = draft.count(value.field("minMember"), 0);
                GroupDraft leaf = GroupDraft.ofPods(name, minimum, members.getOrDefault(name, List.of()))
                        .stated(minimum > 0)
                        .key(key);
                if (minimum == 0) {
                    optional.add(leaf);
                } else {
                    draft.add(leaf.in(parent));
                    parent.minimum++;
                }
            } else {
                GroupDraft group =
                        draft.add(GroupDraft.ofGroups(name, 0).key(key).in(parent));
                parent.minimum++;
                reached += add(group, below, optional, depth + 1);
            }
        }
        return reached;
    }
}
