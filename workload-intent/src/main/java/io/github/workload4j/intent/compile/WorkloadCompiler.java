package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFieldsBuilder;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Workload} of a tree of {@link WorkloadItem}s, as the builder that Kubernetes offers to controllers
 * does: an item without children becomes a template of a group of pods, one with children a template of a group of
 * groups.
 *
 * <p>Nothing is judged here but what could not be written: {@link ItemRules} says whether the user may ask for this,
 * and the rules of the release's API server whether it takes the Workload. It takes time in proportion to the number of
 * items.
 */
public final class WorkloadCompiler {

    private final KubernetesRelease release;

    private WorkloadCompiler(KubernetesRelease release) {
        this.release = release;
    }

    /**
     * {@return the compiler of a release}
     *
     * @throws IllegalArgumentException if the release has no building blocks: before 1.37
     */
    public static WorkloadCompiler of(KubernetesRelease release) {
        requireBlocks(release);
        return new WorkloadCompiler(release);
    }

    static void requireBlocks(KubernetesRelease release) {
        requireNonNull(release, "release");
        if (!release.isAtLeast(KubernetesRelease.V1_37)) {
            throw new IllegalArgumentException("release: " + release
                    + " (expected: Kubernetes 1.37 or later, which have building blocks for controllers)");
        }
    }

    /**
     * {@return the Workload, in {@code v1beta1}}
     *
     * @param namespace namespace of the Workload
     * @param name name of the Workload, such as {@link GeneratedNames#workload} makes
     * @param owner the controller's object; it becomes the only owner, as it is, and the controller reference
     * @param roots one item, or several that are in one Workload side by side
     * @throws IllegalArgumentException if there is no item; if two have one name; from 1.38 on, if there are more than
     *     4 levels, or more than 8 children of a kind; if a gang is left without a count; if the owner's {@code
     *     apiVersion} has more than one slash
     */
    public Workload compile(String namespace, String name, OwnerReference owner, WorkloadItem... roots) {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(owner, "owner");
        List<WorkloadItem> items = List.of(requireNonNull(roots, "roots"));
        if (items.isEmpty()) {
            throw new IllegalArgumentException("roots: none (expected: an item at least)");
        }
        ItemTree.require(items, release);
        WorkloadSpec spec = new WorkloadSpec(controllerRef(owner), leaves(items), composites(items));
        ObjectMeta metadata = ObjectMeta.builder()
                .namespace(namespace)
                .name(name)
                .ownerReferences(owner)
                .build();
        return new Workload(ApiVersion.V1BETA1, metadata, spec);
    }

    private static ControllerRef controllerRef(OwnerReference owner) {
        return reference(owner)
                .orElseThrow(() -> new IllegalArgumentException("owner: apiVersion " + owner.apiVersion()
                        + " (expected: a version, or a group, a slash and a version)"));
    }

    /** {@return the object that an owner is, or empty if its version has more than one slash} */
    static Optional<ControllerRef> reference(OwnerReference owner) {
        String version = owner.apiVersion();
        int slash = version.indexOf('/');
        return slash == version.lastIndexOf('/')
                ? Optional.of(
                        new ControllerRef(slash < 0 ? "" : version.substring(0, slash), owner.kind(), owner.name()))
                : Optional.empty();
    }

    private static List<PodGroupTemplate> leaves(List<WorkloadItem> items) {
        List<PodGroupTemplate> templates = new ArrayList<>();
        for (WorkloadItem item : items) {
            if (!item.isComposite()) {
                templates.add(leaf(item, item.resolved()));
            }
        }
        return templates;
    }

    private static List<CompositePodGroupTemplate> composites(List<WorkloadItem> items) {
        List<CompositePodGroupTemplate> templates = new ArrayList<>();
        for (WorkloadItem item : items) {
            if (item.isComposite()) {
                templates.add(composite(item, item.resolved()));
            }
        }
        return templates;
    }

    private static PodGroupTemplate leaf(WorkloadItem item, SchedulingConfig config) {
        WorkloadPodGroupSchedulingPolicy.Gang gang = config.gang();
        return shared(PodGroupTemplate.builder(), config)
                .name(item.name())
                .schedulingPolicy(
                        gang == null
                                ? new SchedulingPolicy.Basic()
                                : new SchedulingPolicy.Gang(count(gang, item, "minCount")))
                .resourceClaims(config.resourceClaims())
                .build();
    }

    private static CompositePodGroupTemplate composite(WorkloadItem item, SchedulingConfig config) {
        WorkloadPodGroupSchedulingPolicy.Gang gang = config.gang();
        return shared(CompositePodGroupTemplate.builder(), config)
                .name(item.name())
                .schedulingPolicy(
                        gang == null
                                ? new CompositeSchedulingPolicy.Basic()
                                : new CompositeSchedulingPolicy.Gang(count(gang, item, "minGroupCount")))
                .podGroupTemplates(leaves(item.children()))
                .compositePodGroupTemplates(composites(item.children()))
                .build();
    }

    private static <B extends GroupFieldsBuilder<B>> B shared(B builder, SchedulingConfig config) {
        return builder.schedulingConstraints(constraints(config.schedulingConstraints()))
                .disruptionMode(mode(config.disruptionMode()))
                .priorityClassName(config.priorityClassName());
    }

    private static int count(WorkloadPodGroupSchedulingPolicy.Gang gang, WorkloadItem item, String field) {
        if (gang.minCount() == null) {
            throw new IllegalArgumentException("item " + item.name() + ": a gang without " + field
                    + " (expected: from the user, the defaults or a callback)");
        }
        return gang.minCount();
    }

    private static @Nullable SchedulingConstraints constraints(@Nullable SchedulingConstraints constraints) {
        return constraints == null || constraints.topology().isEmpty() ? null : constraints;
    }

    /** {@code all} counts, if both members are set. */
    private static @Nullable DisruptionMode mode(@Nullable DisruptionMode mode) {
        if (mode == null) {
            return null;
        }
        return mode.isAll() ? DisruptionMode.ALL : mode.isSingle() ? DisruptionMode.SINGLE : null;
    }

    @Override
    public String toString() {
        return "compiler of " + release;
    }
}
