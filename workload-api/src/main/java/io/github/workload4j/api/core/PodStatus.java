package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a pod.
 *
 * @param phase Pending, Running, Succeeded, Failed or Unknown; may be empty
 * @param nominatedNodeName node that preemption has set aside for the pod, or empty
 * @param startTime when the pod started, or null
 * @param conditions conditions in manifest order
 * @param initContainerStatuses states of init containers, as far as resources go
 * @param containerStatuses states of containers, as far as resources go
 * @param resources what is in force for the pod as a whole, or null
 * @param allocatedResources what the node has set aside for the pod as a whole
 * @param resourceClaimStatuses the claims made for the pod from templates
 * @param extendedResourceClaim name of the claim for resources that devices serve, or null
 */
public record PodStatus(
        String phase,
        String nominatedNodeName,
        @Nullable Instant startTime,
        List<Condition> conditions,
        List<ContainerStatus> initContainerStatuses,
        List<ContainerStatus> containerStatuses,
        @Nullable ResourceRequirements resources,
        Map<String, Quantity> allocatedResources,
        List<PodResourceClaimStatus> resourceClaimStatuses,
        @Nullable String extendedResourceClaim)
        implements ManifestValue {

    public PodStatus {
        requireNonNull(phase, "phase");
        requireNonNull(nominatedNodeName, "nominatedNodeName");
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
        initContainerStatuses = List.copyOf(requireNonNull(initContainerStatuses, "initContainerStatuses"));
        containerStatuses = List.copyOf(requireNonNull(containerStatuses, "containerStatuses"));
        allocatedResources = OrderedMap.copyOf(requireNonNull(allocatedResources, "allocatedResources"));
        resourceClaimStatuses = List.copyOf(requireNonNull(resourceClaimStatuses, "resourceClaimStatuses"));
    }

    /** Nothing known. */
    public static final PodStatus EMPTY = builder().build();

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.phase = phase;
        builder.nominatedNodeName = nominatedNodeName;
        builder.startTime = startTime;
        builder.conditions = conditions;
        builder.initContainerStatuses = initContainerStatuses;
        builder.containerStatuses = containerStatuses;
        builder.resources = resources;
        builder.allocatedResources = allocatedResources;
        builder.resourceClaimStatuses = resourceClaimStatuses;
        builder.extendedResourceClaim = extendedResourceClaim;
        return builder;
    }

    /**
     * Collects the parts of a {@link PodStatus}; each setter sets the component of its name. Not thread-safe, may be
     * used again after {@link #build()}.
     */
    public static final class Builder {
        private String phase = "";
        private String nominatedNodeName = "";
        private @Nullable Instant startTime;
        private List<Condition> conditions = List.of();
        private List<ContainerStatus> initContainerStatuses = List.of();
        private List<ContainerStatus> containerStatuses = List.of();
        private @Nullable ResourceRequirements resources;
        private Map<String, Quantity> allocatedResources = Map.of();
        private List<PodResourceClaimStatus> resourceClaimStatuses = List.of();
        private @Nullable String extendedResourceClaim;

        private Builder() {}

        public Builder phase(String phase) {
            this.phase = requireNonNull(phase, "phase");
            return this;
        }

        public Builder nominatedNodeName(String nominatedNodeName) {
            this.nominatedNodeName = requireNonNull(nominatedNodeName, "nominatedNodeName");
            return this;
        }

        public Builder startTime(@Nullable Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        public Builder conditions(List<Condition> conditions) {
            this.conditions = requireNonNull(conditions, "conditions");
            return this;
        }

        public Builder conditions(Condition... conditions) {
            requireNonNull(conditions, "conditions");
            return conditions(List.of(conditions));
        }

        public Builder initContainerStatuses(List<ContainerStatus> initContainerStatuses) {
            this.initContainerStatuses = requireNonNull(initContainerStatuses, "initContainerStatuses");
            return this;
        }

        public Builder initContainerStatuses(ContainerStatus... initContainerStatuses) {
            requireNonNull(initContainerStatuses, "initContainerStatuses");
            return initContainerStatuses(List.of(initContainerStatuses));
        }

        public Builder containerStatuses(List<ContainerStatus> containerStatuses) {
            this.containerStatuses = requireNonNull(containerStatuses, "containerStatuses");
            return this;
        }

        public Builder containerStatuses(ContainerStatus... containerStatuses) {
            requireNonNull(containerStatuses, "containerStatuses");
            return containerStatuses(List.of(containerStatuses));
        }

        public Builder resources(@Nullable ResourceRequirements resources) {
            this.resources = resources;
            return this;
        }

        public Builder allocatedResources(Map<String, Quantity> allocatedResources) {
            this.allocatedResources = requireNonNull(allocatedResources, "allocatedResources");
            return this;
        }

        /** Sets resourceClaimStatuses: the claims made for the pod from templates. */
        public Builder resourceClaimStatuses(List<PodResourceClaimStatus> resourceClaimStatuses) {
            this.resourceClaimStatuses = requireNonNull(resourceClaimStatuses, "resourceClaimStatuses");
            return this;
        }

        /** Sets extendedResourceClaim: name of the claim for resources that devices serve, or null. */
        public Builder extendedResourceClaim(@Nullable String extendedResourceClaim) {
            this.extendedResourceClaim = extendedResourceClaim;
            return this;
        }

        /** {@return the value} */
        public PodStatus build() {
            return new PodStatus(
                    phase,
                    nominatedNodeName,
                    startTime,
                    conditions,
                    initContainerStatuses,
                    containerStatuses,
                    resources,
                    allocatedResources,
                    resourceClaimStatuses,
                    extendedResourceClaim);
        }
    }
}
