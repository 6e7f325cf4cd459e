package io.github.workload4j.intent;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Inputs;
import io.github.workload4j.intent.draft.MemberShapes;
import io.github.workload4j.intent.draft.Membership;
import io.github.workload4j.intent.draft.NamedGroups;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of the Workload API itself ({@code scheduling.k8s.io}): a PodGroup with the pods and templates that
 * name it, a CompositePodGroup with the groups in it, a Workload of {@code v1alpha1} with its groups, and a later one
 * with the groups that its controller will make.
 */
final class NativeReader {

    private final Draft draft;
    private final Inputs inputs;
    private final String namespace;

    private NativeReader(Draft draft) {
        this.draft = draft;
        this.inputs = draft.inputs;
        this.namespace = ObjectMeta.namespaceOrDefault(draft.object.source().namespace());
    }

    /** Reads the object of a draft, which is one of the model. */
    static void read(Draft draft, SchedulingObject object) {
        NativeReader reader = new NativeReader(draft);
        if (object instanceof PodGroup group) {
            reader.group(group, null);
        } else if (object instanceof CompositePodGroup group) {
            reader.composite(group, null, 0);
        } else if (object instanceof Workload workload) {
            if (workload.apiVersion() == ApiVersion.V1ALPHA1) {
                reader.embedded(workload);
            } else {
                reader.templates(workload.spec().podGroupTemplates(), null);
                reader.composites(workload.spec(), 0);
            }
        }
    }

    /** {@return whether the groups of a Workload are neither there nor made for an object that is} */
    static boolean isUnmade(Workload workload, Inputs inputs) {
        boolean isEmpty = workload.spec().podGroupTemplates().isEmpty()
                && workload.spec().compositePodGroupTemplates().isEmpty();
        return workload.apiVersion() != ApiVersion.V1ALPHA1
                && !isEmpty
                && !inputs.hasGroupsOf(workload)
                && !inputs.hasControllerOf(workload);
    }

    /** {@return whether a group is read together with the one that it is in} */
    static boolean isInAnother(SchedulingObject object, Inputs inputs) {
        String parent = object instanceof GroupObject group ? group.spec().parentCompositePodGroupName() : null;
        return parent != null
                && inputs.composite(object.metadata().namespace(), parent).isPresent();
    }

    private void group(PodGroup group, @Nullable GroupDraft parent) {
        Membership.Key key = new Membership.Key(
                Membership.By.POD_GROUP, namespace, group.metadata().name());
        NamedGroups.of(draft, group, MemberShapes.of(draft, key, pod -> Optional.empty()))
                .in(parent);
    }

    private void composite(CompositePodGroup group, @Nullable GroupDraft parent, int depth) {
        if (depth > NamedGroups.DEEPEST) {
            return;
        }
        GroupDraft own = NamedGroups.of(draft, group).in(parent);
        String name = group.metadata().name();
        for (CompositePodGroup child : inputs.compositesIn(namespace, name)) {
            composite(child, own, depth + 1);
        }
        for (PodGroup child : inputs.podGroupsIn(namespace, name)) {
            group(child, own);
        }
    }

    private void embedded(Workload workload) {
        for (PodGroupTemplate template : workload.spec().podGroupTemplates()) {
            Membership.Key key = new Membership.Key(
                    Membership.By.WORKLOAD, namespace, workload.metadata().name() + "/" + template.name());
            template(template, MemberShapes.of(draft, key, pod -> Optional.empty()), null);
        }
    }

    private void templates(List<PodGroupTemplate> templates, @Nullable GroupDraft parent) {
        templates.forEach(template -> template(template, List.of(), parent));
    }

    private void template(PodGroupTemplate template, List<ShapeDraft> shapes, @Nullable GroupDraft parent) {
        GroupDraft group = NamedGroups.of(template, shapes).in(parent);
        group.object = draft.object.source();
        draft.add(group);
    }

    private void composites(WorkloadSpec spec, int depth) {
        spec.compositePodGroupTemplates().forEach(template -> composite(template, null, depth));
    }

    private void composite(CompositePodGroupTemplate template, @Nullable GroupDraft parent, int depth) {
        if (depth > NamedGroups.DEEPEST) {
            return;
        }
        GroupDraft own = NamedGroups.of(template).in(parent);
        own.object = draft.object.source();
        GroupDraft added = draft.add(own);
        template.compositePodGroupTemplates().forEach(child -> composite(child, added, depth + 1));
        templates(template.podGroupTemplates(), added);
    }
}
