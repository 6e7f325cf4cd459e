package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other pods that a pod must, or must not, share a domain with.
 *
 * @param labelSelector which pods; null matches none
 * @param namespaces namespaces the pods are in
 * @param namespaceSelector further namespaces, by label; null for none
 * @param topologyKey label of nodes whose value names the domain
 * @param matchLabelKeys labels whose value the pods must share
 * @param mismatchLabelKeys labels whose value the pods must not share
 */
public record PodAffinityTerm(
        @Nullable LabelSelector labelSelector,
        List<String> namespaces,
        @Nullable LabelSelector namespaceSelector,
        String topologyKey,
        List<String> matchLabelKeys,
        List<String> mismatchLabelKeys)
        implements ManifestValue {

    public PodAffinityTerm {
        namespaces = List.copyOf(requireNonNull(namespaces, "namespaces"));
        requireNonNull(topologyKey, "topologyKey");
        matchLabelKeys = List.copyOf(requireNonNull(matchLabelKeys, "matchLabelKeys"));
        mismatchLabelKeys = List.copyOf(requireNonNull(mismatchLabelKeys, "mismatchLabelKeys"));
    }
}
