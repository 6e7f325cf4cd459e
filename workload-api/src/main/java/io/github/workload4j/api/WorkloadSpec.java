package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Workload} says.
 *
 * <p>Fields of the API: {@code spec.podGroups} in {@code v1alpha1}, {@code spec.podGroupTemplates} in {@code
 * v1alpha2}, and beside it {@code spec.compositePodGroupTemplates} from {@code v1alpha3} on.
 *
 * @param controllerRef object that owns the pods, or null if the manifest names none
 * @param podGroupTemplates groups in manifest order
 * @param compositePodGroupTemplates groups of groups in manifest order
 */
public record WorkloadSpec(
        @Nullable ControllerRef controllerRef,
        List<PodGroupTemplate> podGroupTemplates,
        List<CompositePodGroupTemplate> compositePodGroupTemplates)
        implements ManifestValue {

    public WorkloadSpec {
        podGroupTemplates = List.copyOf(requireNonNull(podGroupTemplates, "podGroupTemplates"));
        compositePodGroupTemplates =
                List.copyOf(requireNonNull(compositePodGroupTemplates, "compositePodGroupTemplates"));
    }

    /** A spec with nothing in it. */
    public static final WorkloadSpec EMPTY = new WorkloadSpec(null, List.of(), List.of());

    /** {@return this spec with another controller} */
    public WorkloadSpec withControllerRef(@Nullable ControllerRef controllerRef) {
        return new WorkloadSpec(controllerRef, podGroupTemplates, compositePodGroupTemplates);
    }

    /** {@return this spec with other groups} */
    public WorkloadSpec withPodGroupTemplates(List<PodGroupTemplate> podGroupTemplates) {
        requireNonNull(podGroupTemplates, "podGroupTemplates");
        return new WorkloadSpec(controllerRef, podGroupTemplates, compositePodGroupTemplates);
    }

    /** {@return this spec with other groups of groups} */
    public WorkloadSpec withCompositePodGroupTemplates(List<CompositePodGroupTemplate> compositePodGroupTemplates) {
        requireNonNull(compositePodGroupTemplates, "compositePodGroupTemplates");
        return new WorkloadSpec(controllerRef, podGroupTemplates, compositePodGroupTemplates);
    }
}
