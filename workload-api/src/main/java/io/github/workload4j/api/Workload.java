package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Optional;

/**
 * The scheduling needs of one application, as groups of pods that are placed alike.
 *
 * <p>In {@code v1alpha1} the groups are the gangs themselves ({@code spec.podGroups}); from {@code v1alpha2} on they
 * are templates of {@link PodGroup} objects ({@code spec.podGroupTemplates}). Both are {@link
 * WorkloadSpec#podGroupTemplates()} here.
 *
 * <pre>{@code
 * Workload workload = Workload.of(ApiVersion.V1ALPHA1, "hpc", "mesh-solver", PodGroupTemplate.gang("ranks", 16));
 * }</pre>
 *
 * @param apiVersion version the manifest is written in
 * @param metadata name, namespace and the like
 * @param spec the groups
 */
public record Workload(ApiVersion apiVersion, ObjectMeta metadata, WorkloadSpec spec) implements SchedulingObject {

    public Workload {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
    }

    /** A workload of the given groups, and nothing else. */
    public static Workload of(ApiVersion apiVersion, String namespace, String name, PodGroupTemplate... groups) {
        requireNonNull(groups, "groups");
        return new Workload(
                apiVersion, ObjectMeta.of(namespace, name), new WorkloadSpec(null, List.of(groups), List.of()));
    }

    /** {@return this workload with another spec} */
    public Workload withSpec(WorkloadSpec spec) {
        return new Workload(apiVersion, metadata, spec);
    }

    /** {@return this workload with other metadata} */
    public Workload withMetadata(ObjectMeta metadata) {
        return new Workload(apiVersion, metadata, spec);
    }

    /**
     * Finds a group or leaf template of the first level by name, in time linear in their number.
     *
     * @return the first of that name, or empty if there is none
     */
    public Optional<PodGroupTemplate> podGroup(String name) {
        requireNonNull(name, "name");
        return spec.podGroupTemplates().stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    @Override
    public String groupVersion() {
        return apiVersion.groupVersion();
    }

    @Override
    public String kind() {
        return "Workload";
    }
}
