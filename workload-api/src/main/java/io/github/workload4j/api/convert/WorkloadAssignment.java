package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each PodGroup goes in {@code v1alpha1}: the Workload, the embedded group in it, and the replica key.
 */
final class WorkloadAssignment {

    private static final int MOST_GROUPS = 8;

    /** How a PodGroup found its home. */
    enum Kind {
        /** The template it was made from, with the same policy. */
        TEMPLATE,
        /** A group added to the Workload, as the policies differ. */
        FURTHER_GROUP,
        /** The template it was made from, with another policy. */
        OTHER_POLICY,
        /** A Workload of its own. */
        STANDALONE
    }

    /**
     * What the pods of a PodGroup refer to.
     *
     * @param workload name of the Workload
     * @param group name of the group in it
     * @param key replica key
     * @param keyIsMadeUp whether the key was not known
     */
    record Home(Kind kind, String workload, String group, String key, boolean keyIsMadeUp) {}

    private final Lookup<Workload> workloads;
    private final Lookup<PodGroup> podGroups;
    private final Set<Lookup.Name> workloadNames = new HashSet<>();
    private final Map<Lookup.Name, Home> assignment = new HashMap<>();
    private final Map<Lookup.Name, String> problems = new HashMap<>();
    private final Map<Lookup.Name, List<PodGroupTemplate>> further = new HashMap<>();

    private WorkloadAssignment(List<Item> items) {
        this.workloads = Lookup.of(items, Workload.class, ApiVersion.V1ALPHA2);
        this.podGroups = Lookup.of(items, PodGroup.class, ApiVersion.V1ALPHA2);
        for (Item item : items) {
            if (item.object() instanceof Workload) {
                workloadNames.add(Lookup.Name.of(item.object().metadata()));
            }
        }
    }

    static WorkloadAssignment of(List<Item> items) {
        WorkloadAssignment assignment = new WorkloadAssignment(items);
        TreeMap<Lookup.Name, PodGroup> groups = new TreeMap<>();
        for (Item item : items) {
            if (item.object() instanceof PodGroup group
                    && assignment.podGroups.find(Lookup.Name.of(group.metadata())) == group) {
                groups.put(Lookup.Name.of(group.metadata()), group);
            }
        }
        Map<List<String>, TreeMap<Lookup.Name, PodGroup>> sharing = new HashMap<>();
        groups.forEach((name, group) -> assignment.settle(name, group, sharing));
        sharing.values().forEach(assignment::giveKeys);
        return assignment;
    }

    /** {@return the home of the PodGroup of that name, or null if there is none} */
    @Nullable
    Home find(Lookup.Name podGroup) {
        return assignment.get(podGroup);
    }

    /** {@return why the PodGroup of that name has no home} */
    String problem(Lookup.Name podGroup) {
        String known = problems.get(podGroup);
        return known != null ? known : podGroups.missing("PodGroup", podGroup);
    }

    /** {@return the groups that a Workload gets beside its templates} */
    List<PodGroupTemplate> furtherGroups(Workload workload) {
        Lookup.Name name = Lookup.Name.of(workload.metadata());
        return workload.equals(workloads.find(name)) ? further.getOrDefault(name, List.of()) : List.of();
    }

    private void settle(Lookup.Name name, PodGroup group, Map<List<String>, TreeMap<Lookup.Name, PodGroup>> sharing) {
        if (!(group.spec().workloadRef() instanceof TemplateRef.Named ref)) {
            assignment.put(name, standalone(name, group));
            return;
        }
        Lookup.Name workloadName = new Lookup.Name(name.namespace(), ref.workloadName());
        Workload workload = workloads.find(workloadName);
        if (workload == null) {
            problems.put(name, workloads.missing("Workload", workloadName));
            return;
        }
        List<PodGroupTemplate> templates = workload.spec().podGroupTemplates();
        List<PodGroupTemplate> named = templates.stream()
                .filter(template -> template.name().equals(ref.templateName()))
                .toList();
        if (named.stream().map(PodGroupTemplate::schedulingPolicy).distinct().count() != 1) {
            String found = named.isEmpty() ? "no template " : "several templates ";
            problems.put(name, "the Workload " + ref.workloadName() + " has " + found + ref.templateName());
            return;
        }
        if (named.get(0).schedulingPolicy().equals(group.spec().schedulingPolicy())) {
            share(Kind.TEMPLATE, name, group, ref, sharing);
            return;
        }
        List<PodGroupTemplate> more = further.computeIfAbsent(workloadName, any -> new ArrayList<>());
        if (templates.size() + more.size() >= MOST_GROUPS) {
            share(Kind.OTHER_POLICY, name, group, ref, sharing);
            return;
        }
        String label = freshLabel(name, templates, more);
        more.add(PodGroupTemplate.of(label, group.spec().schedulingPolicy()));
        assignment.put(name, alone(Kind.FURTHER_GROUP, ref.workloadName(), label, group));
    }

    private void share(
            Kind kind,
            Lookup.Name name,
            PodGroup group,
            TemplateRef.Named ref,
            Map<List<String>, TreeMap<Lookup.Name, PodGroup>> sharing) {
        assignment.put(name, new Home(kind, ref.workloadName(), ref.templateName(), "", false));
        sharing.computeIfAbsent(
                        List.of(name.namespace(), ref.workloadName(), ref.templateName()), any -> new TreeMap<>())
                .put(name, group);
    }

    private Home standalone(Lookup.Name name, PodGroup group) {
        String workload = name.name();
        for (int attempt = 0; !workloadNames.add(new Lookup.Name(name.namespace(), workload)); attempt++) {
            workload = SynthesizedNames.hashed(
                    name.name(),
                    SynthesizedNames.LONGEST_SUBDOMAIN,
                    name.namespace(),
                    name.name(),
                    Integer.toString(attempt));
        }
        String label = SynthesizedNames.isLabel(name.name())
                ? name.name()
                : SynthesizedNames.hashedLabel(name.name(), name.namespace(), name.name());
        return alone(Kind.STANDALONE, workload, label, group);
    }

    /** The only PodGroup of its embedded group needs no key to be told from others. */
    private static Home alone(Kind kind, String workload, String label, PodGroup group) {
        String key = group.metadata().annotations().getOrDefault(Conversion.REPLICA_KEY_ANNOTATION, "");
        return new Home(kind, workload, label, key, false);
    }

    private static String freshLabel(Lookup.Name name, List<PodGroupTemplate> templates, List<PodGroupTemplate> more) {
        Set<String> taken = new HashSet<>();
        templates.forEach(template -> taken.add(template.name()));
        more.forEach(template -> taken.add(template.name()));
        String label = name.name();
        for (int attempt = 0; !SynthesizedNames.isLabel(label) || taken.contains(label); attempt++) {
            label = SynthesizedNames.hashedLabel(name.name(), name.namespace(), name.name(), Integer.toString(attempt));
        }
        return label;
    }

    /** The key of the annotation where it is unique, else the PodGroup's name if it is a label, else a hash. */
    private void giveKeys(TreeMap<Lookup.Name, PodGroup> sharing) {
        Map<String, Integer> uses = new HashMap<>();
        sharing.values().forEach(group -> {
            String known = group.metadata().annotations().get(Conversion.REPLICA_KEY_ANNOTATION);
            if (known != null) {
                uses.merge(known, 1, Integer::sum);
            }
        });
        Set<String> taken = new HashSet<>(uses.keySet());
        sharing.forEach((name, group) -> {
            String known = group.metadata().annotations().get(Conversion.REPLICA_KEY_ANNOTATION);
            boolean unique = known != null && uses.get(known) == 1;
            String key = unique ? known : name.name();
            for (int attempt = 0; !unique && (!SynthesizedNames.isLabel(key) || !taken.add(key)); attempt++) {
                key = SynthesizedNames.hashedLabel(
                        name.name(), name.namespace(), name.name(), Integer.toString(attempt));
            }
            Home home = assignment.get(name);
            assignment.put(name, new Home(home.kind(), home.workload(), home.group(), key, !unique));
        });
    }
}
