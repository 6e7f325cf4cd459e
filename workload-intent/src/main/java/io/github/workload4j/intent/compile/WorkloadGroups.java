package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the groups of a {@link Workload}: {@link #podGroup} and {@link #compositePodGroup} one by one, as the builder
 * that Kubernetes offers to controllers does; {@link #all} the whole tree, with the links between its groups, which
 * that builder leaves to its callers.
 *
 * <p>A group has the namespace of the Workload and refers to its template, all of whose fields it has; only before 1.38
 * the preemption policy is not taken over. Groups of pods are in {@code v1alpha2} for 1.36 and in {@code v1beta1}
 * since; groups of groups in {@code v1alpha3} for 1.37 and in {@code v1beta1} since. Each call takes time in proportion
 * to the templates of the Workload.
 */
public final class WorkloadGroups {

    private final KubernetesRelease release;
    private final Workload workload;

    private WorkloadGroups(KubernetesRelease release, Workload workload) {
        this.release = release;
        this.workload = workload;
    }

    /**
     * {@return the groups of a Workload, stored or just compiled}
     *
     * @throws IllegalArgumentException if groups are no objects in the release: before 1.36
     */
    public static WorkloadGroups of(KubernetesRelease release, Workload workload) {
        requireNonNull(release, "release");
        requireNonNull(workload, "workload");
        if (!release.isAtLeast(KubernetesRelease.V1_36)) {
            throw new IllegalArgumentException("release: " + release
                    + " (expected: Kubernetes 1.36 or later; before, the groups are in the Workload itself)");
        }
        return new WorkloadGroups(release, workload);
    }

    /**
     * {@return a group of pods made from a template of the Workload itself}
     *
     * @param name name of the group, such as {@link GeneratedNames#podGroup} makes
     * @param template name of the template
     * @param owners its owners, as they are
     * @throws IllegalArgumentException if the Workload itself has no such template; those inside groups of groups do
     *     not count
     */
    public PodGroup podGroup(String name, String template, OwnerReference... owners) {
        requireNonNull(name, "name");
        requireNonNull(template, "template");
        requireNonNull(owners, "owners");
        Map<String, PodGroupTemplate> templates = new LinkedHashMap<>();
        workload.spec().podGroupTemplates().forEach(each -> templates.put(each.name(), each));
        return podGroup(name, found(template, templates), null, List.of(owners));
    }

    /**
     * {@return a group of groups made from a template of the Workload, at any depth; it has no parent}
     *
     * @param name name of the group
     * @param template name of the template
     * @param owners its owners, as they are
     * @throws IllegalArgumentException if there is no such template
     */
    public CompositePodGroup compositePodGroup(String name, String template, OwnerReference... owners) {
        requireNonNull(name, "name");
        requireNonNull(template, "template");
        requireNonNull(owners, "owners");
        Map<String, CompositePodGroupTemplate> templates = new LinkedHashMap<>();
        collect(workload.spec().compositePodGroupTemplates(), templates);
        return compositePodGroup(name, found(template, templates), null, List.of(owners));
    }

    /**
     * {@return a group for every template, each with the name that {@link GeneratedNames#podGroup} makes: those of the
     * Workload itself, then each group of groups followed by the groups in it, which name it as their parent}
     *
     * @param ownerUid UID of the object for which the groups are made, may be empty
     * @param owners their owners, as they are
     */
    public List<SchedulingObject> all(String ownerUid, OwnerReference... owners) {
        requireNonNull(ownerUid, "ownerUid");
        requireNonNull(owners, "owners");
        List<SchedulingObject> groups = new ArrayList<>();
        addAll(
                workload.spec().podGroupTemplates(),
                workload.spec().compositePodGroupTemplates(),
                null,
                ownerUid,
                List.of(owners),
                groups);
        return List.copyOf(groups);
    }

    private void addAll(
            List<PodGroupTemplate> leaves,
            List<CompositePodGroupTemplate> composites,
            @Nullable String parent,
            String ownerUid,
            List<OwnerReference> owners,
            List<SchedulingObject> groups) {
        for (PodGroupTemplate leaf : leaves) {
            groups.add(podGroup(nameOf(leaf.name(), ownerUid), leaf, parent, owners));
        }
        for (CompositePodGroupTemplate composite : composites) {
            String name = nameOf(composite.name(), ownerUid);
            groups.add(compositePodGroup(name, composite, parent, owners));
            addAll(
                    composite.podGroupTemplates(),
                    composite.compositePodGroupTemplates(),
                    name,
                    ownerUid,
                    owners,
                    groups);
        }
    }

    private String nameOf(String template, String ownerUid) {
        return GeneratedNames.podGroup(release, workload.metadata().name(), template, ownerUid);
    }

    private PodGroup podGroup(
            String name, PodGroupTemplate template, @Nullable String parent, List<OwnerReference> owners) {
        PodGroupSpec spec = PodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .workloadRef(reference(template.name()))
                .schedulingPolicy(template.schedulingPolicy())
                .fields(template)
                .resourceClaims(template.resourceClaims())
                .preemptionPolicy(takesPreemptionPolicy() ? template.preemptionPolicy() : null)
                .build();
        ApiVersion before = parent == null ? ApiVersion.V1ALPHA2 : ApiVersion.V1ALPHA3;
        ApiVersion version = release.isAtLeast(KubernetesRelease.V1_37) ? ApiVersion.V1BETA1 : before;
        return new PodGroup(version, metadata(name, owners), spec, PodGroupStatus.EMPTY);
    }

    private CompositePodGroup compositePodGroup(
            String name, CompositePodGroupTemplate template, @Nullable String parent, List<OwnerReference> owners) {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .workloadRef(reference(template.name()))
                .schedulingPolicy(template.schedulingPolicy())
                .fields(template)
                .preemptionPolicy(takesPreemptionPolicy() ? template.preemptionPolicy() : null)
                .build();
        ApiVersion version = release.isAtLeast(KubernetesRelease.V1_38) ? ApiVersion.V1BETA1 : ApiVersion.V1ALPHA3;
        return new CompositePodGroup(version, metadata(name, owners), spec, CompositePodGroupStatus.EMPTY);
    }

    private boolean takesPreemptionPolicy() {
        return release.isAtLeast(KubernetesRelease.V1_38);
    }

    private TemplateRef reference(String template) {
        return TemplateRef.of(workload.metadata().name(), template);
    }

    private ObjectMeta metadata(String name, List<OwnerReference> owners) {
        return ObjectMeta.builder()
                .namespace(workload.metadata().namespace())
                .name(name)
                .ownerReferences(owners)
                .build();
    }

    private static void collect(
            List<CompositePodGroupTemplate> composites, Map<String, CompositePodGroupTemplate> templates) {
        for (CompositePodGroupTemplate composite : composites) {
            templates.put(composite.name(), composite);
            collect(composite.compositePodGroupTemplates(), templates);
        }
    }

    private <T> T found(String template, Map<String, T> templates) {
        T found = templates.get(template);
        if (found == null) {
            throw new IllegalArgumentException("template: " + template + " in the Workload "
                    + workload.metadata().name() + " (expected: one of " + String.join(", ", templates.keySet()) + ")");
        }
        return found;
    }

    @Override
    public String toString() {
        return "groups of the Workload " + workload.metadata().name() + " in " + release;
    }
}
