package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code v1alpha2} to {@code v1alpha3} or {@code v1beta1}: words become members, a reference loses a level, a condition
 * its name.
 */
final class Alpha2ToBeta {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final ApiVersion target;
    private final Losses losses;

    Alpha2ToBeta(ApiVersion target, Losses losses) {
        this.target = target;
        this.losses = losses;
    }

    List<Item> apply(List<Item> items) {
        return items.stream().map(this::converted).toList();
    }

    private Item converted(Item item) {
        if (item.object() instanceof Workload workload && workload.apiVersion() == ApiVersion.V1ALPHA2) {
            return item.with(workload(item, workload));
        }
        if (item.object() instanceof PodGroup group && group.apiVersion() == ApiVersion.V1ALPHA2) {
            return item.with(podGroup(item.source(), group));
        }
        return item;
    }

    private Workload workload(Item item, Workload workload) {
        List<PodGroupTemplate> templates = new ArrayList<>();
        List<PodGroupTemplate> old = workload.spec().podGroupTemplates();
        for (int i = 0; i < old.size(); i++) {
            DisruptionMode mode = disruptionMode(item.source(), item.templates().get(i), old.get(i));
            templates.add(old.get(i).toBuilder().disruptionMode(mode).build());
        }
        reportPriorities(item, old);
        return new Workload(target, workload.metadata(), workload.spec().withPodGroupTemplates(templates));
    }

    /** From 1.37 on all templates of a Workload carry one priority (rule B-14). Reports the first that differs. */
    private void reportPriorities(Item item, List<PodGroupTemplate> templates) {
        for (int i = 1; i < templates.size(); i++) {
            PodGroupTemplate first = templates.get(0);
            PodGroupTemplate other = templates.get(i);
            boolean sameClass = first.priorityClassName().equals(other.priorityClassName());
            boolean samePriority = Objects.equals(first.priority(), other.priority());
            if (!sameClass || !samePriority) {
                boolean unset = sameClass
                        ? other.priority() == null
                        : other.priorityClassName().isEmpty();
                PodGroupTemplate shown = unset ? first : other;
                losses.add(
                        item.source(),
                        item.templates().get(unset ? 0 : i).child(sameClass ? "priority" : "priorityClassName"),
                        Loss.Kind.INVALID_IN_TARGET,
                        sameClass ? CompactJson.number(shown.priority()) : CompactJson.text(shown.priorityClassName()),
                        "all templates of a Workload must have the same in " + target.version());
                return;
            }
        }
    }

    private PodGroup podGroup(ApiObject source, PodGroup group) {
        PodGroupSpec.Builder spec = group.spec().toBuilder();
        if (group.spec().workloadRef() instanceof TemplateRef.None) {
            losses.add(source, SPEC.child("podGroupTemplateRef"), Loss.Kind.DROPPED, "{}", "a reference to nothing");
            spec.workloadRef(null);
        }
        spec.disruptionMode(disruptionMode(source, SPEC, group.spec()));
        PodGroupStatus status = new PodGroupStatus(
                Conditions.renamed(source, group.status().conditions(), Conditions.ALPHA2, Conditions.BETA, losses),
                group.status().resourceClaimStatuses());
        return new PodGroup(target, group.metadata(), spec.build(), status);
    }

    private @Nullable DisruptionMode disruptionMode(ApiObject source, FieldPath parent, GroupFields group) {
        DisruptionMode mode = group.disruptionMode();
        if (!(mode instanceof DisruptionMode.Unknown)) {
            return mode;
        }
        FieldPath path = parent.child("disruptionMode");
        String value = CompactJson.mode(mode, ApiVersion.V1ALPHA2);
        losses.dropped(source, path, value, target.version());
        losses.add(source, path, Loss.Kind.INVALID_IN_TARGET, value, "neither version has such a mode");
        return null;
    }
}
