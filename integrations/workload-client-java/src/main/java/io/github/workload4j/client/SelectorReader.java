package io.github.workload4j.client;

import static io.github.workload4j.client.FieldReader.list;
import static io.github.workload4j.client.FieldReader.map;
import static io.github.workload4j.client.FieldReader.number;
import static io.github.workload4j.client.FieldReader.text;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PreferredSchedulingTerm;
import io.github.workload4j.api.core.WeightedPodAffinityTerm;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Affinity and the selectors in it, field by field. */
final class SelectorReader {

    Affinity affinity(io.kubernetes.client.openapi.models.V1Affinity affinity) {
        io.kubernetes.client.openapi.models.V1NodeAffinity nodes = affinity.getNodeAffinity();
        io.kubernetes.client.openapi.models.V1PodAffinity with = affinity.getPodAffinity();
        io.kubernetes.client.openapi.models.V1PodAntiAffinity apart = affinity.getPodAntiAffinity();
        return new Affinity(
                nodes == null ? null : nodeSelector(nodes.getRequiredDuringSchedulingIgnoredDuringExecution()),
                with == null
                        ? List.of()
                        : list(with.getRequiredDuringSchedulingIgnoredDuringExecution(), this::podTerm),
                apart == null
                        ? List.of()
                        : list(apart.getRequiredDuringSchedulingIgnoredDuringExecution(), this::podTerm),
                nodes == null
                        ? List.of()
                        : list(nodes.getPreferredDuringSchedulingIgnoredDuringExecution(), this::preferred),
                with == null
                        ? List.of()
                        : list(with.getPreferredDuringSchedulingIgnoredDuringExecution(), this::weighted),
                apart == null
                        ? List.of()
                        : list(apart.getPreferredDuringSchedulingIgnoredDuringExecution(), this::weighted));
    }

    private @Nullable NodeSelector nodeSelector(io.kubernetes.client.openapi.models.@Nullable V1NodeSelector selector) {
        return selector == null ? null : new NodeSelector(list(selector.getNodeSelectorTerms(), this::nodeTerm));
    }

    private NodeSelectorTerm nodeTerm(io.kubernetes.client.openapi.models.V1NodeSelectorTerm term) {
        return new NodeSelectorTerm(
                list(term.getMatchExpressions(), SelectorReader::requirement),
                list(term.getMatchFields(), SelectorReader::requirement));
    }

    private static NodeSelectorRequirement requirement(
            io.kubernetes.client.openapi.models.V1NodeSelectorRequirement each) {
        return new NodeSelectorRequirement(text(each.getKey()), text(each.getOperator()), list(each.getValues()));
    }

    private PreferredSchedulingTerm preferred(io.kubernetes.client.openapi.models.V1PreferredSchedulingTerm term) {
        return new PreferredSchedulingTerm(
                number(term.getWeight()),
                term.getPreference() == null
                        ? new NodeSelectorTerm(List.of(), List.of())
                        : nodeTerm(term.getPreference()));
    }

    private WeightedPodAffinityTerm weighted(io.kubernetes.client.openapi.models.V1WeightedPodAffinityTerm term) {
        return new WeightedPodAffinityTerm(
                number(term.getWeight()),
                term.getPodAffinityTerm() == null
                        ? new PodAffinityTerm(null, List.of(), null, "", List.of(), List.of())
                        : podTerm(term.getPodAffinityTerm()));
    }

    private PodAffinityTerm podTerm(io.kubernetes.client.openapi.models.V1PodAffinityTerm term) {
        return new PodAffinityTerm(
                labels(term.getLabelSelector()),
                list(term.getNamespaces()),
                labels(term.getNamespaceSelector()),
                text(term.getTopologyKey()),
                list(term.getMatchLabelKeys()),
                list(term.getMismatchLabelKeys()));
    }

    @Nullable
    LabelSelector labels(io.kubernetes.client.openapi.models.@Nullable V1LabelSelector selector) {
        return selector == null
                ? null
                : new LabelSelector(
                        map(selector.getMatchLabels()),
                        list(
                                selector.getMatchExpressions(),
                                each -> new LabelSelectorRequirement(
                                        text(each.getKey()), text(each.getOperator()), list(each.getValues()))));
    }
}
