package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;

/**
 * How claims of a class come to volumes: the part that scheduling reads.
 *
 * @param metadata name
 * @param provisioner who makes volumes; {@code kubernetes.io/no-provisioner} for nobody
 * @param volumeBindingMode {@code Immediate} (also if empty) or {@code WaitForFirstConsumer}
 * @param allowedTopologies where volumes may be made: on nodes for which one term holds; empty for everywhere
 */
public record StorageClass(
        ObjectMeta metadata, String provisioner, String volumeBindingMode, List<TopologyTerm> allowedTopologies)
        implements ApiObject {

    public StorageClass {
        requireNonNull(metadata, "metadata");
        requireNonNull(provisioner, "provisioner");
        requireNonNull(volumeBindingMode, "volumeBindingMode");
        allowedTopologies = List.copyOf(requireNonNull(allowedTopologies, "allowedTopologies"));
    }

    /**
     * Expressions that must all hold for a node.
     *
     * @param matchLabelExpressions the expressions
     */
    public record TopologyTerm(List<TopologyExpression> matchLabelExpressions) implements ManifestValue {

        public TopologyTerm {
            matchLabelExpressions = List.copyOf(requireNonNull(matchLabelExpressions, "matchLabelExpressions"));
        }
    }

    /**
     * A label of a node that has one of some values.
     *
     * @param key key of the label
     * @param values the values
     */
    public record TopologyExpression(String key, List<String> values) implements ManifestValue {

        public TopologyExpression {
            requireNonNull(key, "key");
            values = List.copyOf(requireNonNull(values, "values"));
        }
    }

    @Override
    public String groupVersion() {
        return "storage.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "StorageClass";
    }
}
