package io.github.workload4j.intent.kind.scheduler;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Grove's PodCliqueSet ({@code grove.io/v1alpha1}, release 0.1): each replica of the set is a gang of gangs. */
public final class GroveReader {

    private static final int MOST_CHILDREN = 8;

    private final Draft draft;
    private final PlainValue template;
    private final String set;
    private final String topologyName;
    private final @Nullable String key;
    private final Map<String, Clique> cliques = new LinkedHashMap<>();
    private final List<ScalingGroup> scalingGroups = new ArrayList<>();

    private record Clique(
            ShapeDraft shape, long minimum, @Nullable String key) {}

    private record ScalingGroup(
            String name,
            List<String> cliques,
            long replicas,
            long minimum,
            @Nullable String key) {}

    private GroveReader(Draft draft) {
        this.draft = draft;
        this.template = draft.spec().field("template");
        this.set = draft.object.source().name();
        PlainValue constraint = template.field("topologyConstraint");
        this.topologyName = draft.text(constraint.field("topologyName"));
        this.key = key(constraint);
    }

    public static void read(Draft draft) {
        new GroveReader(draft).read();
    }

    private void read() {
        draft.priorityClassName = draft.text(template.field("priorityClassName"));
        readCliques();
        readScalingGroups();
        long replicas = draft.count(draft.spec().field("replicas"), 0);
        long each = 1 + cliques.size();
        for (ScalingGroup group : scalingGroups) {
            each += Math.min(group.replicas, 1_000_000) * (1L + group.cliques.size());
        }
        if (replicas > 0 && !draft.hasRoom(draft.spec(), Math.min(replicas * each, Integer.MAX_VALUE))) {
            return;
        }
        for (int i = 0; i < replicas; i++) {
            replica(set + "-" + i);
        }
    }

    private void readCliques() {
        Set<String> names = new LinkedHashSet<>();
        for (PlainValue value : template.field("cliques").items()) {
            String name = draft.name(value.field("name"), names);
            PlainValue spec = value.field("spec");
            long replicas = draft.count(spec.field("replicas"), 0);
            long pods = replicas == 0 ? 1 : replicas;
            long minimum = draft.count(spec.field("minAvailable"), 0);
            draft.drop(spec.field("autoScalingConfig").field("maxReplicas"), "no upper size");
            ObjectMeta metadata = ObjectMeta.builder().build();
            ShapeDraft shape = draft.shapeOfSpec(name, pods, spec.field("podSpec"), metadata);
            cliques.putIfAbsent(
                    name, new Clique(shape, minimum == 0 ? pods : minimum, key(value.field("topologyConstraint"))));
        }
    }

    private void readScalingGroups() {
        Set<String> groups = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (PlainValue value : template.field("podCliqueScalingGroups").items()) {
            List<String> names = new ArrayList<>();
            for (PlainValue name : value.field("cliqueNames").items()) {
                String clique = draft.text(name);
                if (!cliques.containsKey(clique) || !taken.add(clique)) {
                    draft.wrong(name, "there is no clique `" + clique + "` that is not in another group", "");
                } else {
                    names.add(clique);
                }
            }
            draft.drop(value.field("scaleConfig").field("maxReplicas"), "no upper size");
            scalingGroups.add(new ScalingGroup(
                    draft.name(value.field("name"), groups),
                    names,
                    draft.count(value.field("replicas"), 1),
                    draft.count(value.field("minAvailable"), 1),
                    key(value.field("topologyConstraint"))));
        }
    }

    /** {@return the node label that a constraint means, or null} */
    private @Nullable String key(PlainValue constraint) {
        PlainValue pack = constraint.field("pack");
        draft.drop(pack.field("preferred"), "no wishes");
        PlainValue required =
                pack.field("required").isThere() ? pack.field("required") : constraint.field("packDomain");
        String domain = draft.text(required);
        if (domain.isEmpty()) {
            return null;
        }
        String own = draft.text(constraint.field("topologyName"));
        Optional<String> label = label(own.isEmpty() && topologyName != null ? topologyName : own, domain);
        if (label.isEmpty()) {
            draft.lose(required, Loss.Kind.NEEDS_CONTEXT, "which node label is `" + domain + "`");
        }
        return label.orElse(null);
    }

    private Optional<String> label(String topology, String domain) {
        return draft.inputs.find("grove.io", "ClusterTopologyBinding", "", topology).stream()
                .flatMap(binding -> binding.spec().field("levels").items().stream())
                .filter(level -> level.field("domain").text().equals(Optional.of(domain)))
                .flatMap(level -> level.field("key").text().stream())
                .findFirst();
    }

    private void replica(String name) {
        GroupDraft gang = draft.add(GroupDraft.ofGroups(name, 0).key(key));
        Set<String> scaled = new LinkedHashSet<>();
        scalingGroups.forEach(group -> scaled.addAll(group.cliques));
        cliques.forEach((clique, read) -> {
            if (!scaled.contains(clique)) {
                leaf(gang, name + "-" + clique, read);
            }
        });
        for (ScalingGroup group : scalingGroups) {
            for (int r = 0; r < Math.min(group.replicas, group.minimum); r++) {
                String replica = name + "-" + group.name + "-" + r;
                GroupDraft around = gang;
                if (group.key != null) {
                    around = draft.add(
                            GroupDraft.ofGroups(replica, 0).key(group.key).in(gang));
                    gang.minimum++;
                }
                leaves(around, replica, group);
            }
        }
        for (ScalingGroup group : scalingGroups) {
            for (long r = group.minimum; r < group.replicas; r++) {
                GroupDraft more = draft.add(GroupDraft.ofGroups(name + "-" + group.name + "-" + (r - group.minimum), 0)
                        .key(group.key == null ? key : group.key));
                leaves(more, name + "-" + group.name + "-" + r, group);
            }
        }
        if (gang.minimum > MOST_CHILDREN) {
            draft.lose(
                    template.field("cliques"),
                    Loss.Kind.INVALID_IN_TARGET,
                    "a group of groups has at most " + MOST_CHILDREN + " templates of one kind");
        }
    }

    private void leaves(GroupDraft parent, String replica, ScalingGroup group) {
        group.cliques.forEach(clique -> leaf(parent, replica + "-" + clique, cliques.get(clique)));
    }

    private void leaf(GroupDraft parent, String name, @Nullable Clique clique) {
        if (clique != null) {
            // The PodClique of these pods has the name of the group.
            ShapeDraft own = clique.shape.as(clique.shape.role).label("grove.io/podclique", name);
            draft.add(GroupDraft.ofPods(name, clique.minimum, own)
                    .stated(true)
                    .key(clique.key)
                    .in(parent));
            parent.minimum++;
        }
    }
}
