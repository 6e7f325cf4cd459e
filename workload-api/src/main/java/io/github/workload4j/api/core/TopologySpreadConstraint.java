package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How evenly pods must be spread over the values of a node label.
 *
 * @param maxSkew largest difference allowed between a domain and the emptiest one
 * @param topologyKey label of nodes whose value names the domain
 * @param whenUnsatisfiable DoNotSchedule blocks, ScheduleAnyway never does
 * @param labelSelector which pods count; null for none
 * @param minDomains fewer domains than this count as an empty one; null means 1
 * @param nodeAffinityPolicy Honor (also if empty) or Ignore
 * @param nodeTaintsPolicy Ignore (also if empty) or Honor
 * @param matchLabelKeys labels whose value the counted pods must share
 */
public record TopologySpreadConstraint(
        int maxSkew,
        String topologyKey,
        String whenUnsatisfiable,
        @Nullable LabelSelector labelSelector,
        @Nullable Integer minDomains,
        String nodeAffinityPolicy,
        String nodeTaintsPolicy,
        List<String> matchLabelKeys)
        implements ManifestValue {

    public TopologySpreadConstraint {
        requireNonNull(topologyKey, "topologyKey");
        requireNonNull(whenUnsatisfiable, "whenUnsatisfiable");
        requireNonNull(nodeAffinityPolicy, "nodeAffinityPolicy");
        requireNonNull(nodeTaintsPolicy, "nodeTaintsPolicy");
        matchLabelKeys = List.copyOf(requireNonNull(matchLabelKeys, "matchLabelKeys"));
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.maxSkew = maxSkew;
        builder.topologyKey = topologyKey;
        builder.whenUnsatisfiable = whenUnsatisfiable;
        builder.labelSelector = labelSelector;
        builder.minDomains = minDomains;
        builder.nodeAffinityPolicy = nodeAffinityPolicy;
        builder.nodeTaintsPolicy = nodeTaintsPolicy;
        builder.matchLabelKeys = matchLabelKeys;
        return builder;
    }

    /**
     * Collects the parts of a {@link TopologySpreadConstraint}; each setter sets the component of its name. Not
     * thread-safe; may be used again after {@link #build()}.
     */
    public static final class Builder {
        private int maxSkew;
        private String topologyKey = "";
        private String whenUnsatisfiable = "";
        private @Nullable LabelSelector labelSelector;
        private @Nullable Integer minDomains;
        private String nodeAffinityPolicy = "";
        private String nodeTaintsPolicy = "";
        private List<String> matchLabelKeys = List.of();

        private Builder() {}

        public Builder maxSkew(int maxSkew) {
            this.maxSkew = maxSkew;
            return this;
        }

        public Builder topologyKey(String topologyKey) {
            this.topologyKey = requireNonNull(topologyKey, "topologyKey");
            return this;
        }

        public Builder whenUnsatisfiable(String whenUnsatisfiable) {
            this.whenUnsatisfiable = requireNonNull(whenUnsatisfiable, "whenUnsatisfiable");
            return this;
        }

        public Builder labelSelector(@Nullable LabelSelector labelSelector) {
            this.labelSelector = labelSelector;
            return this;
        }

        public Builder minDomains(@Nullable Integer minDomains) {
            this.minDomains = minDomains;
            return this;
        }

        public Builder nodeAffinityPolicy(String nodeAffinityPolicy) {
            this.nodeAffinityPolicy = requireNonNull(nodeAffinityPolicy, "nodeAffinityPolicy");
            return this;
        }

        public Builder nodeTaintsPolicy(String nodeTaintsPolicy) {
            this.nodeTaintsPolicy = requireNonNull(nodeTaintsPolicy, "nodeTaintsPolicy");
            return this;
        }

        public Builder matchLabelKeys(List<String> matchLabelKeys) {
            this.matchLabelKeys = requireNonNull(matchLabelKeys, "matchLabelKeys");
            return this;
        }

        public Builder matchLabelKeys(String... matchLabelKeys) {
            requireNonNull(matchLabelKeys, "matchLabelKeys");
            return matchLabelKeys(List.of(matchLabelKeys));
        }

        /** {@return the value} */
        public TopologySpreadConstraint build() {
            return new TopologySpreadConstraint(
                    maxSkew,
                    topologyKey,
                    whenUnsatisfiable,
                    labelSelector,
                    minDomains,
                    nodeAffinityPolicy,
                    nodeTaintsPolicy,
                    matchLabelKeys);
        }
    }
}
