package io.github.workload4j.fabric8;

import static io.github.workload4j.fabric8.FieldReader.list;
import static io.github.workload4j.fabric8.FieldReader.map;
import static io.github.workload4j.fabric8.FieldReader.number;
import static io.github.workload4j.fabric8.FieldReader.text;

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

    Affinity affinity(io.fabric8.kubernetes.api.model.Affinity affinity) {
        io.fabric8.kubernetes.api.model.NodeAffinity nodes = affinity.getNodeAffinity();
        io.fabric8.kubernetes.api.model.PodAffinity with = affinity.getPodAffinity();
        io.fabric8.kubernetes.api.model.PodAntiAffinity apart = affinity.getPodAntiAffinity();
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

    private @Nullable NodeSelector nodeSelector(io.fabric8.kubernetes.api.model.@Nullable NodeSelector selector) {
        return selector == null ? null : new NodeSelector(list(selector.getNodeSelectorTerms(), this::nodeTerm));
    }

    private NodeSelectorTerm nodeTerm(io.fabric8.kubernetes.api.model.NodeSelectorTerm term) {
        return new NodeSelectorTerm(
                list(term.getMatchExpressions(), SelectorReader::requirement),
                list(term.getMatchFields(), SelectorReader::requirement));
    }

    private static NodeSelectorRequirement requirement(io.fabric8.kubernetes.api.model.NodeSelectorRequirement each) {
        return new NodeSelectorRequirement(text(each.getKey()), text(each.getOperator()), list(each.getValues()));
    }

    private PreferredSchedulingTerm preferred(io.fabric8.kubernetes.api.model.PreferredSchedulingTerm term) {
        return new PreferredSchedulingTerm(
                number(term.getWeight()),
                term.getPreference() == null
                        ? new NodeSelectorTerm(List.of(), List.of())
                        : nodeTerm(term.getPreference()));
    }

    private WeightedPodAffinityTerm weighted(io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm term) {
        return new WeightedPodAffinityTerm(
                number(term.getWeight()),
                term.getPodAffinityTerm() == null
                        ? new PodAffinityTerm(null, List.of(), null, "", List.of(), List.of())
                        : podTerm(term.getPodAffinityTerm()));
    }

    private PodAffinityTerm podTerm(io.fabric8.kubernetes.api.model.PodAffinityTerm term) {
        return new PodAffinityTerm(
                labels(term.getLabelSelector()),
                list(term.getNamespaces()),
                labels(term.getNamespaceSelector()),
                text(term.getTopologyKey()),
                list(NewFields.matchLabelKeys(term)),
                list(NewFields.mismatchLabelKeys(term)));
    }

    @Nullable
    LabelSelector labels(io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector) {
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
