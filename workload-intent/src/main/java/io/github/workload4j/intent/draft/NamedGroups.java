package io.github.workload4j.intent.draft;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves pods whose template names a group into that group, whatever their owner says. */
public final class NamedGroups {

    public static final int DEEPEST = 100;
    private static final String PARENT_NAME = "scheduling.k8s.io/parent-compositepodgroup";

    private final Draft draft;
    private final String namespace;

    private NamedGroups(Draft draft) {
        this.draft = draft;
        this.namespace = ObjectMeta.namespaceOrDefault(draft.object.source().namespace());
    }

    public static void move(Draft draft) {
        new NamedGroups(draft).move();
    }

    private void move() {
        Map<Membership.Key, List<ShapeDraft>> moved = new LinkedHashMap<>();
        Map<Membership.Key, Membership> memberships = new LinkedHashMap<>();
        for (GroupDraft group : List.copyOf(draft.groups)) {
            long instances = 1;
            for (GroupDraft at = group; at != null; at = at.parent) {
                instances *= at.instances;
            }
            for (ShapeDraft shape : List.copyOf(group.shapes)) {
                Optional<Membership> named = Membership.of(shape.template, namespace);
                if (named.isPresent() && shape.pods > 0) {
                    memberships.putIfAbsent(named.get().key(), named.get());
                    moved.computeIfAbsent(named.get().key(), key -> new ArrayList<>())
                            .add(shape.times(shape.pods * instances));
                    group.shapes.remove(shape);
                    group.minimum = Math.min(group.minimum, group.pods());
                    group.isStated = false;
                }
            }
        }
        moved.forEach((key, shapes) -> add(memberships.get(key), shapes));
    }

    private void add(@Nullable Membership group, List<ShapeDraft> shapes) {
        if (group == null) {
            return;
        }
        switch (group.by()) {
            case POD_GROUP ->
                draft.inputs
                        .podGroup(namespace, group.name())
                        .ifPresentOrElse(found -> add(found, shapes), () -> missing(group, shapes, "PodGroup"));
            case WORKLOAD -> workload(group, shapes);
            case SCHEDULER_PLUGINS -> other(group, shapes, "scheduling.x-k8s.io");
            case VOLCANO -> other(group, shapes, "scheduling.volcano.sh");
            case KAI -> other(group, shapes, "scheduling.run.ai");
            case KUEUE -> kueue(group, shapes);
        }
    }

    private void missing(Membership group, List<ShapeDraft> shapes, String kind) {
        missing(group, shapes, kind, "is not in the input");
    }

    private void missing(Membership group, List<ShapeDraft> shapes, String kind, String why) {
        ShapeDraft shape = shapes.get(0);
        boolean inSpec = group.by() == Membership.By.POD_GROUP || group.by() == Membership.By.WORKLOAD;
        PlainValue from = inSpec ? shape.spec : shape.metadata;
        PlainValue field =
                (from == null ? draft.spec() : from).field(group.part().get(0));
        String last = group.part().get(1);
        draft.in(shape.other);
        draft.need(inSpec ? field.field(last) : field.key(last), kind + " " + group.name() + " " + why);
        draft.in(null);
    }

    private void add(PodGroup group, List<ShapeDraft> shapes) {
        GroupDraft parent = parent(group.spec().parentCompositePodGroupName(), 0);
        of(draft, group, shapes).in(parent);
    }

    /** Adds a group as its object says it. */
    public static GroupDraft of(Draft draft, PodGroup group, List<ShapeDraft> shapes) {
        long minimum = minimum(group.spec().schedulingPolicy());
        GroupDraft added = like(group.spec(), GroupDraft.ofPods(group.metadata().name(), minimum, shapes));
        added.object = source(group);
        return draft.add(added);
    }

    /** Adds a group of groups as its object says it. */
    public static GroupDraft of(Draft draft, CompositePodGroup group) {
        long minimum = minimum(group.spec().schedulingPolicy());
        GroupDraft added =
                like(group.spec(), GroupDraft.ofGroups(group.metadata().name(), minimum));
        added.object = source(group);
        return draft.add(added);
    }

    /** {@return a group as a template says it} */
    public static GroupDraft of(PodGroupTemplate template, List<ShapeDraft> shapes) {
        return like(template, GroupDraft.ofPods(template.name(), minimum(template.schedulingPolicy()), shapes));
    }

    /** {@return a group of groups as a template says it} */
    public static GroupDraft of(CompositePodGroupTemplate template) {
        return like(template, GroupDraft.ofGroups(template.name(), minimum(template.schedulingPolicy())));
    }

    private static GroupDraft like(GroupFields fields, GroupDraft group) {
        group.ownClass = fields.priorityClassName();
        return group.key(key(fields.schedulingConstraints()))
                .disruption(fields.disruptionMode())
                .stated(true);
    }

    private static SourceObject source(ApiObject object) {
        return new SourceObject(
                object.groupVersion(),
                object.kind(),
                object.metadata().namespace(),
                object.metadata().name());
    }

    private @Nullable GroupDraft parent(@Nullable String name, int depth) {
        Optional<CompositePodGroup> found = name == null || name.isEmpty() || depth > DEEPEST
                ? Optional.empty()
                : draft.inputs.composite(namespace, name);
        if (found.isEmpty()) {
            return null;
        }
        for (GroupDraft known : draft.groups) {
            if (known.isComposite && known.name.equals(name)) {
                return known;
            }
        }
        CompositePodGroup group = found.get();
        GroupDraft parent = parent(group.spec().parentCompositePodGroupName(), depth + 1);
        return of(draft, group).in(parent);
    }

    /**
     * Adds the group that a Job has made of a template of somebody else's Workload.
     *
     * @param workload that Workload, if it is in the input
     * @param which what it is called
     * @param template where the Job names the template
     */
    public static void delegated(
            Draft draft, Optional<Workload> workload, String which, PlainValue template, ShapeDraft shape) {
        new NamedGroups(draft).delegated(workload, which, template, shape);
    }

    private void delegated(Optional<Workload> workload, String which, PlainValue name, ShapeDraft shape) {
        String of = draft.text(name);
        Optional<PodGroupTemplate> found = workload.stream()
                .flatMap(each -> each.spec().podGroupTemplates().stream())
                .filter(template -> template.name().equals(of))
                .findFirst();
        if (found.isEmpty()) {
            draft.need(name, "there is no template " + of + " of a Workload " + which + " in the input");
            return;
        }
        draft.add(of(found.get(), List.of(shape)).in(parent(draft.text(draft.annotation(PARENT_NAME)), 0)));
    }

    private void workload(Membership group, List<ShapeDraft> shapes) {
        String[] names = group.name().split("/", 2);
        Optional<Workload> found = draft.inputs.workload(namespace, names[0]);
        Optional<PodGroupTemplate> template = found.filter(workload -> workload.apiVersion() == ApiVersion.V1ALPHA1)
                .flatMap(workload -> workload.spec().podGroupTemplates().stream()
                        .filter(each -> each.name().equals(names[1]))
                        .findFirst());
        if (template.isEmpty()) {
            missing(group, shapes, "Workload");
        } else {
            GroupDraft added = of(template.get(), shapes);
            added.object = source(found.get());
            draft.add(added);
        }
    }

    private static long minimum(SchedulingPolicy policy) {
        SchedulingPolicy.Gang gang = policy.basic() == null ? policy.gang() : null;
        return gang == null ? 0 : Math.max(0, gang.minCount());
    }

    private static long minimum(CompositeSchedulingPolicy policy) {
        CompositeSchedulingPolicy.Gang gang = policy.gang();
        return gang == null ? 0 : Math.max(0, gang.minGroupCount());
    }

    private static @Nullable String key(@Nullable SchedulingConstraints constraints) {
        return constraints == null || constraints.topology().isEmpty()
                ? null
                : constraints.topology().get(0).key();
    }

    /** The group's own object decides, and knows all that name it. */
    private void other(Membership group, List<ShapeDraft> shapes, String apiGroup) {
        Optional<InputObject> object = draft.inputs.find(apiGroup, "PodGroup", namespace, group.name());
        if (object.isEmpty()) {
            missing(group, shapes, "PodGroup");
            return;
        }
        Draft its = draft.of(object.get());
        draft.inputs.read(its);
        if (!its.isReadable()) {
            missing(group, shapes, "PodGroup", "cannot be read");
            return;
        }
        for (GroupDraft read : its.groups) {
            read.ownClass = its.priorityClassName;
            read.object = object.get().source();
            draft.add(read);
        }
        draft.lint.addAll(its.lint);
        for (ReadingLoss loss : its.losses) {
            SourceObject where = loss.other() == null ? object.get().source() : loss.other();
            draft.losses.add(new ReadingLoss(where, loss.path(), loss.position(), loss.kind(), loss.what()));
        }
    }

    private void kueue(Membership group, List<ShapeDraft> shapes) {
        ShapeDraft first = shapes.get(0);
        String total = first.template.metadata().annotations().getOrDefault(Kueue.TOTAL, "");
        PlainValue metadata = first.metadata == null ? draft.spec() : first.metadata;
        PlainValue at = metadata.field("annotations").key(Kueue.TOTAL);
        if (total.isEmpty()) {
            draft.need(at, "how many pods the group has");
            return;
        }
        GroupDraft added = GroupDraft.ofPods(group.name(), draft.countInText(at, 0), shapes)
                .stated(true);
        String key = first.template.metadata().annotations().getOrDefault(Kueue.REQUIRED, "");
        draft.add(added.key(key.isEmpty() ? null : key));
    }
}
