package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks of the cluster.
 *
 * <p>Only what placing reads is here.
 *
 * @param nodeName node the pod is assigned to; empty for a pending pod
 * @param schedulerName scheduler in charge; empty means {@code default-scheduler}
 * @param priority priority, or null if not resolved yet
 * @param priorityClassName name of the priority class, or empty
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 * @param schedulingGates names of the gates that hold the pod back
 * @param nodeSelector labels a node must have
 * @param affinity required affinities, or null
 * @param tolerations taints the pod tolerates
 * @param topologySpreadConstraints how evenly pods must be spread
 * @param initContainers containers that run before, and sidecars, in order
 * @param containers containers that run together
 * @param ephemeralContainers containers added to look into the pod, in order; they ask no resources
 * @param restartPolicy Always (also if empty), OnFailure or Never
 * @param activeDeadlineSeconds seconds after its start at which the pod is ended, or null if it may run on
 * @param overhead what running the pod costs beside its containers
 * @param resources requests of the pod as a whole, or null
 * @param hostNetwork whether container ports are ports of the node
 * @param hostUsers whether its users are those of the node; null if the manifest does not say, which means yes
 * @param seccompProfile type of the seccomp profile of the pod as a whole, such as {@code OCI}, or empty
 * @param volumes volumes that decide where the pod may go
 * @param resourceClaims device claims
 * @param workloadRef group of a v1alpha1 Workload the pod belongs to, or null
 * @param schedulingGroup group the pod belongs to since v1alpha2, or null
 * @param evictionResponders names of those who are asked before the pod is evicted, since Kubernetes 1.37
 */
public record PodSpec(
        String nodeName,
        String schedulerName,
        @Nullable Integer priority,
        String priorityClassName,
        @Nullable PreemptionPolicy preemptionPolicy,
        List<String> schedulingGates,
        Map<String, String> nodeSelector,
        @Nullable Affinity affinity,
        List<Toleration> tolerations,
        List<TopologySpreadConstraint> topologySpreadConstraints,
        List<Container> initContainers,
        List<Container> containers,
        List<Container> ephemeralContainers,
        String restartPolicy,
        @Nullable Long activeDeadlineSeconds,
        Map<String, Quantity> overhead,
        @Nullable ResourceRequirements resources,
        boolean hostNetwork,
        @Nullable Boolean hostUsers,
        String seccompProfile,
        List<Volume> volumes,
        List<PodResourceClaim> resourceClaims,
        @Nullable WorkloadRef workloadRef,
        @Nullable PodSchedulingGroup schedulingGroup,
        List<String> evictionResponders)
        implements ManifestValue {

    public PodSpec {
        requireNonNull(nodeName, "nodeName");
        requireNonNull(schedulerName, "schedulerName");
        requireNonNull(priorityClassName, "priorityClassName");
        schedulingGates = List.copyOf(requireNonNull(schedulingGates, "schedulingGates"));
        nodeSelector = OrderedMap.copyOf(requireNonNull(nodeSelector, "nodeSelector"));
        tolerations = List.copyOf(requireNonNull(tolerations, "tolerations"));
        topologySpreadConstraints = List.copyOf(requireNonNull(topologySpreadConstraints, "topologySpreadConstraints"));
        initContainers = List.copyOf(requireNonNull(initContainers, "initContainers"));
        containers = List.copyOf(requireNonNull(containers, "containers"));
        ephemeralContainers = List.copyOf(requireNonNull(ephemeralContainers, "ephemeralContainers"));
        requireNonNull(restartPolicy, "restartPolicy");
        overhead = OrderedMap.copyOf(requireNonNull(overhead, "overhead"));
        requireNonNull(seccompProfile, "seccompProfile");
        volumes = List.copyOf(requireNonNull(volumes, "volumes"));
        resourceClaims = List.copyOf(requireNonNull(resourceClaims, "resourceClaims"));
        evictionResponders = List.copyOf(requireNonNull(evictionResponders, "evictionResponders"));
    }

    /** Nothing asked. */
    public static final PodSpec EMPTY = builder().build();

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.nodeName = nodeName;
        builder.schedulerName = schedulerName;
        builder.priority = priority;
        builder.priorityClassName = priorityClassName;
        builder.preemptionPolicy = preemptionPolicy;
        builder.schedulingGates = schedulingGates;
        builder.nodeSelector = nodeSelector;
        builder.affinity = affinity;
        builder.tolerations = tolerations;
        builder.topologySpreadConstraints = topologySpreadConstraints;
        builder.initContainers = initContainers;
        builder.containers = containers;
        builder.ephemeralContainers = ephemeralContainers;
        builder.restartPolicy = restartPolicy;
        builder.activeDeadlineSeconds = activeDeadlineSeconds;
        builder.overhead = overhead;
        builder.resources = resources;
        builder.hostNetwork = hostNetwork;
        builder.hostUsers = hostUsers;
        builder.seccompProfile = seccompProfile;
        builder.volumes = volumes;
        builder.resourceClaims = resourceClaims;
        builder.workloadRef = workloadRef;
        builder.schedulingGroup = schedulingGroup;
        builder.evictionResponders = evictionResponders;
        return builder;
    }

    /**
     * Collects the parts of a {@link PodSpec}; each setter sets the component of its name. Not thread-safe; may be used
     * again after {@link #build()}.
     */
    public static final class Builder {
        private String nodeName = "";
        private String schedulerName = "";
        private @Nullable Integer priority;
        private String priorityClassName = "";
        private @Nullable PreemptionPolicy preemptionPolicy;
        private List<String> schedulingGates = List.of();
        private Map<String, String> nodeSelector = Map.of();
        private @Nullable Affinity affinity;
        private List<Toleration> tolerations = List.of();
        private List<TopologySpreadConstraint> topologySpreadConstraints = List.of();
        private List<Container> initContainers = List.of();
        private List<Container> containers = List.of();
        private List<Container> ephemeralContainers = List.of();
        private String restartPolicy = "";
        private @Nullable Long activeDeadlineSeconds;
        private Map<String, Quantity> overhead = Map.of();
        private @Nullable ResourceRequirements resources;
        private boolean hostNetwork;
        private @Nullable Boolean hostUsers;
        private String seccompProfile = "";
        private List<Volume> volumes = List.of();
        private List<PodResourceClaim> resourceClaims = List.of();
        private @Nullable WorkloadRef workloadRef;
        private @Nullable PodSchedulingGroup schedulingGroup;
        private List<String> evictionResponders = List.of();

        private Builder() {}

        public Builder nodeName(String nodeName) {
            this.nodeName = requireNonNull(nodeName, "nodeName");
            return this;
        }

        public Builder schedulerName(String schedulerName) {
            this.schedulerName = requireNonNull(schedulerName, "schedulerName");
            return this;
        }

        public Builder priority(@Nullable Integer priority) {
            this.priority = priority;
            return this;
        }

        public Builder priorityClassName(String priorityClassName) {
            this.priorityClassName = requireNonNull(priorityClassName, "priorityClassName");
            return this;
        }

        public Builder preemptionPolicy(@Nullable PreemptionPolicy preemptionPolicy) {
            this.preemptionPolicy = preemptionPolicy;
            return this;
        }

        public Builder schedulingGates(List<String> schedulingGates) {
            this.schedulingGates = requireNonNull(schedulingGates, "schedulingGates");
            return this;
        }

        public Builder schedulingGates(String... schedulingGates) {
            requireNonNull(schedulingGates, "schedulingGates");
            return schedulingGates(List.of(schedulingGates));
        }

        public Builder nodeSelector(Map<String, String> nodeSelector) {
            this.nodeSelector = requireNonNull(nodeSelector, "nodeSelector");
            return this;
        }

        public Builder affinity(@Nullable Affinity affinity) {
            this.affinity = affinity;
            return this;
        }

        public Builder tolerations(List<Toleration> tolerations) {
            this.tolerations = requireNonNull(tolerations, "tolerations");
            return this;
        }

        public Builder tolerations(Toleration... tolerations) {
            requireNonNull(tolerations, "tolerations");
            return tolerations(List.of(tolerations));
        }

        public Builder topologySpreadConstraints(List<TopologySpreadConstraint> topologySpreadConstraints) {
            this.topologySpreadConstraints = requireNonNull(topologySpreadConstraints, "topologySpreadConstraints");
            return this;
        }

        public Builder topologySpreadConstraints(TopologySpreadConstraint... topologySpreadConstraints) {
            requireNonNull(topologySpreadConstraints, "topologySpreadConstraints");
            return topologySpreadConstraints(List.of(topologySpreadConstraints));
        }

        public Builder initContainers(List<Container> initContainers) {
            this.initContainers = requireNonNull(initContainers, "initContainers");
            return this;
        }

        public Builder initContainers(Container... initContainers) {
            requireNonNull(initContainers, "initContainers");
            return initContainers(List.of(initContainers));
        }

        public Builder containers(List<Container> containers) {
            this.containers = requireNonNull(containers, "containers");
            return this;
        }

        public Builder containers(Container... containers) {
            requireNonNull(containers, "containers");
            return containers(List.of(containers));
        }

        public Builder ephemeralContainers(List<Container> ephemeralContainers) {
            this.ephemeralContainers = requireNonNull(ephemeralContainers, "ephemeralContainers");
            return this;
        }

        public Builder restartPolicy(String restartPolicy) {
            this.restartPolicy = requireNonNull(restartPolicy, "restartPolicy");
            return this;
        }

        public Builder activeDeadlineSeconds(@Nullable Long activeDeadlineSeconds) {
            this.activeDeadlineSeconds = activeDeadlineSeconds;
            return this;
        }

        public Builder overhead(Map<String, Quantity> overhead) {
            this.overhead = requireNonNull(overhead, "overhead");
            return this;
        }

        public Builder resources(@Nullable ResourceRequirements resources) {
            this.resources = resources;
            return this;
        }

        public Builder hostNetwork(boolean hostNetwork) {
            this.hostNetwork = hostNetwork;
            return this;
        }

        public Builder hostUsers(@Nullable Boolean hostUsers) {
            this.hostUsers = hostUsers;
            return this;
        }

        public Builder seccompProfile(String seccompProfile) {
            this.seccompProfile = requireNonNull(seccompProfile, "seccompProfile");
            return this;
        }

        public Builder volumes(List<Volume> volumes) {
            this.volumes = requireNonNull(volumes, "volumes");
            return this;
        }

        public Builder volumes(Volume... volumes) {
            requireNonNull(volumes, "volumes");
            return volumes(List.of(volumes));
        }

        public Builder resourceClaims(List<PodResourceClaim> resourceClaims) {
            this.resourceClaims = requireNonNull(resourceClaims, "resourceClaims");
            return this;
        }

        public Builder resourceClaims(PodResourceClaim... resourceClaims) {
            requireNonNull(resourceClaims, "resourceClaims");
            return resourceClaims(List.of(resourceClaims));
        }

        public Builder workloadRef(@Nullable WorkloadRef workloadRef) {
            this.workloadRef = workloadRef;
            return this;
        }

        public Builder schedulingGroup(@Nullable PodSchedulingGroup schedulingGroup) {
            this.schedulingGroup = schedulingGroup;
            return this;
        }

        public Builder evictionResponders(List<String> evictionResponders) {
            this.evictionResponders = requireNonNull(evictionResponders, "evictionResponders");
            return this;
        }

        /** {@return the value} */
        public PodSpec build() {
            return new PodSpec(
                    nodeName,
                    schedulerName,
                    priority,
                    priorityClassName,
                    preemptionPolicy,
                    schedulingGates,
                    nodeSelector,
                    affinity,
                    tolerations,
                    topologySpreadConstraints,
                    initContainers,
                    containers,
                    ephemeralContainers,
                    restartPolicy,
                    activeDeadlineSeconds,
                    overhead,
                    resources,
                    hostNetwork,
                    hostUsers,
                    seccompProfile,
                    volumes,
                    resourceClaims,
                    workloadRef,
                    schedulingGroup,
                    evictionResponders);
        }
    }
}
