package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT32;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PreferredSchedulingTerm;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.core.WeightedPodAffinityTerm;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shapes of what a pod says about nodes: affinities, tolerations, spread constraints. */
public final class AffinityShapes {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private AffinityShapes() {}

    private static final Shape<NodeSelectorRequirement> NODE_REQUIREMENT = Shape.<NodeSelectorRequirement>rows()
            .field("key", TEXT, NodeSelectorRequirement::key)
            .field("operator", TEXT, NodeSelectorRequirement::operator)
            .field("values", list(TEXT), NodeSelectorRequirement::values)
            .make(v -> new NodeSelectorRequirement(v.next(), v.next(), v.next()));

    private static final Shape<NodeSelectorTerm> NODE_TERM = Shape.<NodeSelectorTerm>rows()
            .field("matchExpressions", list(NODE_REQUIREMENT), NodeSelectorTerm::matchExpressions)
            .field("matchFields", list(NODE_REQUIREMENT), NodeSelectorTerm::matchFields)
            .make(v -> new NodeSelectorTerm(v.next(), v.next()));

    static final Shape<NodeSelector> NODE_SELECTOR = Shape.<NodeSelector>rows()
            .field("nodeSelectorTerms", list(NODE_TERM), NodeSelector::nodeSelectorTerms)
            .make(v -> new NodeSelector(v.next()));

    /** The required side of a volume's {@code nodeAffinity}. */
    static final WireType<@Nullable NodeSelector> REQUIRED_NODES = Shape.only("required", pointer(NODE_SELECTOR));

    private static final Shape<PodAffinityTerm> POD_TERM = Shape.<PodAffinityTerm>rows()
            .field("labelSelector", pointer(MetaShapes.LABEL_SELECTOR), PodAffinityTerm::labelSelector)
            .field("namespaces", list(TEXT), PodAffinityTerm::namespaces)
            .field("namespaceSelector", pointer(MetaShapes.LABEL_SELECTOR), PodAffinityTerm::namespaceSelector)
            .field("topologyKey", TEXT, PodAffinityTerm::topologyKey)
            .field("matchLabelKeys", list(TEXT), PodAffinityTerm::matchLabelKeys)
            .field("mismatchLabelKeys", list(TEXT), PodAffinityTerm::mismatchLabelKeys)
            .make(v -> new PodAffinityTerm(v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<WeightedPodAffinityTerm> WEIGHTED_POD_TERM = Shape.<WeightedPodAffinityTerm>rows()
            .field("weight", INT32, WeightedPodAffinityTerm::weight)
            .field("podAffinityTerm", POD_TERM, WeightedPodAffinityTerm::podAffinityTerm)
            .make(v -> new WeightedPodAffinityTerm(v.next(), v.next()));

    private static final Shape<PreferredSchedulingTerm> WEIGHTED_NODE_TERM = Shape.<PreferredSchedulingTerm>rows()
            .field("weight", INT32, PreferredSchedulingTerm::weight)
            .field("preference", NODE_TERM, PreferredSchedulingTerm::preference)
            .make(v -> new PreferredSchedulingTerm(v.next(), v.next()));

    /** Rules and wishes, as they stand together in a manifest. */
    private record Sides<R extends @Nullable Object, P>(R required, List<P> preferred) {}

    private static final Shape<Sides<List<PodAffinityTerm>, WeightedPodAffinityTerm>> POD_AFFINITY =
            Shape.<Sides<List<PodAffinityTerm>, WeightedPodAffinityTerm>>rows()
                    .field(REQUIRED, list(POD_TERM), Sides::required)
                    .field(PREFERRED, list(WEIGHTED_POD_TERM), Sides::preferred)
                    .partOf("PodAffinity")
                    .make(v -> new Sides<>(v.next(), v.next()));

    private static final Shape<Sides<@Nullable NodeSelector, PreferredSchedulingTerm>> NODE_AFFINITY =
            Shape.<Sides<@Nullable NodeSelector, PreferredSchedulingTerm>>rows()
                    .field(REQUIRED, pointer(NODE_SELECTOR), Sides::required)
                    .field(PREFERRED, list(WEIGHTED_NODE_TERM), Sides::preferred)
                    .partOf("NodeAffinity")
                    .make(v -> new Sides<>(v.next(), v.next()));

    public static final Shape<Affinity> AFFINITY = Shape.<Affinity>rows()
            .field("nodeAffinity", NODE_AFFINITY, a -> new Sides<>(a.requiredNodeAffinity(), a.preferredNodeAffinity()))
            .field("podAffinity", POD_AFFINITY, a -> new Sides<>(a.requiredPodAffinity(), a.preferredPodAffinity()))
            .field(
                    "podAntiAffinity",
                    POD_AFFINITY,
                    a -> new Sides<>(a.requiredPodAntiAffinity(), a.preferredPodAntiAffinity()))
            .make(v -> affinity(v.next(), v.next(), v.next()));

    private static Affinity affinity(
            Sides<@Nullable NodeSelector, PreferredSchedulingTerm> nodes,
            Sides<List<PodAffinityTerm>, WeightedPodAffinityTerm> with,
            Sides<List<PodAffinityTerm>, WeightedPodAffinityTerm> apart) {
        return new Affinity(
                nodes.required(),
                with.required(),
                apart.required(),
                nodes.preferred(),
                with.preferred(),
                apart.preferred());
    }

    public static final Shape<Toleration> TOLERATION = Shape.<Toleration>rows()
            .field("key", TEXT, Toleration::key)
            .field("operator", TEXT, Toleration::operator)
            .field("value", TEXT, Toleration::value)
            .field("effect", TEXT, Toleration::effect)
            .partOf("Toleration")
            .make(v -> new Toleration(v.next(), v.next(), v.next(), v.next()));

    public static final Shape<TopologySpreadConstraint> SPREAD = Shape.<TopologySpreadConstraint>rows()
            .field("maxSkew", INT32, TopologySpreadConstraint::maxSkew)
            .field("topologyKey", TEXT, TopologySpreadConstraint::topologyKey)
            .field("whenUnsatisfiable", TEXT, TopologySpreadConstraint::whenUnsatisfiable)
            .field("labelSelector", pointer(MetaShapes.LABEL_SELECTOR), TopologySpreadConstraint::labelSelector)
            .field("minDomains", pointer(INT32), TopologySpreadConstraint::minDomains)
            .field("nodeAffinityPolicy", TEXT, TopologySpreadConstraint::nodeAffinityPolicy)
            .field("nodeTaintsPolicy", TEXT, TopologySpreadConstraint::nodeTaintsPolicy)
            .field("matchLabelKeys", list(TEXT), TopologySpreadConstraint::matchLabelKeys)
            .make(v -> new TopologySpreadConstraint(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));
}
