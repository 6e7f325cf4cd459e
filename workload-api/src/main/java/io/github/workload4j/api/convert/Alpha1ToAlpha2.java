package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Embedded groups become templates, and each gang found on pods becomes a PodGroup. */
final class Alpha1ToAlpha2 {

    private static final FieldPath REF = FieldPath.root("spec").child("workloadRef");

    /** What makes two pods of {@code v1alpha1} members of one gang. */
    private record Gang(Lookup.Name workload, String group, String key) implements Comparable<Gang> {
        private static final Comparator<Gang> ORDER =
                Comparator.comparing(Gang::workload).thenComparing(Gang::group).thenComparing(Gang::key);

        static Gang of(Pod pod, WorkloadRef ref) {
            return new Gang(
                    new Lookup.Name(pod.metadata().namespace(), ref.name()), ref.podGroup(), ref.podGroupReplicaKey());
        }

        @Override
        public int compareTo(Gang other) {
            return ORDER.compare(this, other);
        }

        String readable() {
            return workload.name() + "-" + group + (key.isEmpty() ? "" : "-" + key);
        }
    }

    private final List<Item> items;
    private final Losses losses;
    private final Lookup<Workload> workloads;
    private final SortedMap<Gang, PodGroup> podGroups = new TreeMap<>();

    private Alpha1ToAlpha2(List<Item> items, Losses losses) {
        this.items = items;
        this.losses = losses;
        this.workloads = Lookup.of(items, Workload.class, ApiVersion.V1ALPHA1);
    }

    static List<Item> apply(List<Item> items, Losses losses) {
        Alpha1ToAlpha2 step = new Alpha1ToAlpha2(items, losses);
        step.makePodGroups();
        return step.result();
    }

    private void makePodGroups() {
        SortedMap<Gang, PodGroupTemplate> gangs = new TreeMap<>();
        for (Item item : items) {
            if (item.object() instanceof Pod pod
                    && pod.spec().workloadRef() != null
                    && problem(pod, pod.spec().workloadRef()) == null) {
                Gang gang = Gang.of(pod, pod.spec().workloadRef());
                gangs.put(
                        gang, workloads.find(gang.workload).podGroup(gang.group).orElseThrow());
            }
        }
        Map<Gang, String> names = names(gangs.keySet());
        gangs.forEach((gang, template) -> podGroups.put(gang, podGroup(gang, template, names.get(gang))));
    }

    private static PodGroup podGroup(Gang gang, PodGroupTemplate template, String name) {
        ObjectMeta metadata = ObjectMeta.of(gang.workload.namespace(), name).toBuilder()
                .annotations(Map.of(Conversion.REPLICA_KEY_ANNOTATION, gang.key))
                .build();
        PodGroupSpec spec = PodGroupSpec.builder()
                .workloadRef(TemplateRef.of(gang.workload.name(), gang.group))
                .schedulingPolicy(template.schedulingPolicy())
                .build();
        return new PodGroup(ApiVersion.V1ALPHA2, metadata, spec, PodGroupStatus.EMPTY);
    }

    /** The readable name where it is unique and short enough, else one with a hash. */
    private Map<Gang, String> names(Set<Gang> gangs) {
        Map<Lookup.Name, Integer> uses = new HashMap<>();
        for (Item item : items) {
            if (item.object() instanceof PodGroup group) {
                uses.merge(Lookup.Name.of(group.metadata()), 1, Integer::sum);
            }
        }
        gangs.forEach(gang -> uses.merge(new Lookup.Name(gang.workload.namespace(), gang.readable()), 1, Integer::sum));
        Map<Gang, String> names = new HashMap<>();
        Set<Lookup.Name> taken = new HashSet<>(uses.keySet());
        for (Gang gang : gangs) {
            String name = gang.readable();
            boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= SynthesizedNames.LONGEST_SUBDOMAIN;
            if (!fits || uses.get(new Lookup.Name(gang.workload.namespace(), name)) > 1) {
                name = hashed(gang, taken);
            }
            names.put(gang, name);
        }
        return names;
    }

    private static String hashed(Gang gang, Set<Lookup.Name> taken) {
        for (int attempt = 0; ; attempt++) {
            String name = SynthesizedNames.hashed(
                    gang.readable(),
                    SynthesizedNames.LONGEST_SUBDOMAIN,
                    gang.workload.namespace(),
                    gang.workload.name(),
                    gang.group,
                    gang.key,
                    attempt == 0 ? "" : Integer.toString(attempt));
            if (taken.add(new Lookup.Name(gang.workload.namespace(), name))) {
                return name;
            }
        }
    }

    private List<Item> result() {
        List<Item> result = new ArrayList<>();
        Set<Lookup.Name> done = new HashSet<>();
        for (Item item : items) {
            if (item.object() instanceof Workload workload && workload.apiVersion() == ApiVersion.V1ALPHA1) {
                result.add(item.with(new Workload(ApiVersion.V1ALPHA2, workload.metadata(), workload.spec())));
                if (done.add(Lookup.Name.of(workload.metadata()))) {
                    addPodGroups(item, workload, result);
                }
            } else if (item.object() instanceof Pod pod && pod.spec().workloadRef() != null) {
                result.add(item.with(pod(item, pod, pod.spec().workloadRef())));
            } else {
                result.add(item);
            }
        }
        return result;
    }

    private void addPodGroups(Item item, Workload workload, List<Item> result) {
        Set<String> done = new HashSet<>();
        for (int i = 0; i < workload.spec().podGroupTemplates().size(); i++) {
            Gang first = new Gang(
                    Lookup.Name.of(workload.metadata()),
                    workload.spec().podGroupTemplates().get(i).name(),
                    "");
            if (!done.add(first.group)) {
                continue;
            }
            for (Map.Entry<Gang, PodGroup> entry : podGroups.tailMap(first).entrySet()) {
                if (!entry.getKey().workload.equals(first.workload)
                        || !entry.getKey().group.equals(first.group)) {
                    break;
                }
                PodGroup group = entry.getValue();
                result.add(new Item(item.source(), group, List.of()));
                losses.add(
                        item.source(),
                        item.templates().get(i),
                        Loss.Kind.SYNTHESIZED,
                        CompactJson.text(group.metadata().name()),
                        "a PodGroup for the pods with replica key " + CompactJson.text(entry.getKey().key));
            }
        }
    }

    private Pod pod(Item item, Pod pod, WorkloadRef ref) {
        String problem = problem(pod, ref);
        if (problem != null) {
            losses.add(item.source(), REF, Loss.Kind.NEEDS_CONTEXT, CompactJson.workloadRef(ref), problem);
            return pod;
        }
        if (!ref.podGroupReplicaKey().isEmpty()) {
            losses.add(
                    item.source(),
                    REF.child("podGroupReplicaKey"),
                    Loss.Kind.APPROXIMATED,
                    CompactJson.text(ref.podGroupReplicaKey()),
                    "kept in an annotation of the PodGroup only");
        }
        String name = podGroups.get(Gang.of(pod, ref)).metadata().name();
        return pod.withSpec(pod.spec().toBuilder()
                .workloadRef(null)
                .schedulingGroup(new PodSchedulingGroup(name))
                .build());
    }

    /** {@return why a pod's group cannot be made, or null if it can} */
    private @Nullable String problem(Pod pod, WorkloadRef ref) {
        if (pod.spec().schedulingGroup() != null) {
            return "the pod names a group in two ways";
        }
        Lookup.Name name = new Lookup.Name(pod.metadata().namespace(), ref.name());
        Workload workload = workloads.find(name);
        if (workload == null) {
            return workloads.missing("Workload", name);
        }
        long policies = workload.spec().podGroupTemplates().stream()
                .filter(template -> template.name().equals(ref.podGroup()))
                .map(PodGroupTemplate::schedulingPolicy)
                .distinct()
                .count();
        if (policies == 1) {
            return null;
        }
        return "the Workload " + ref.name() + " has " + (policies == 0 ? "no group " : "several groups ")
                + ref.podGroup();
    }
}
