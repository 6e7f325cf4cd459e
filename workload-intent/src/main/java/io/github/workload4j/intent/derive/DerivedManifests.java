package io.github.workload4j.intent.derive;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what was made up as objects that a server could be given: each object's groups with a Workload above them. */
final class DerivedManifests {

    private static final int LONGEST_LABEL = 63;

    private final Map<String, SchedulingObject> groups = new HashMap<>();
    private final Map<String, Pod> pods = new HashMap<>();
    private final Map<Reading, List<DerivedGroup>> derived = new IdentityHashMap<>();
    private final List<Reading> order = new ArrayList<>();
    private final Set<String> workloads = new TreeSet<>();

    DerivedManifests(Derivation derivation) {
        for (SchedulingObject group : derivation.groups()) {
            String path = PodIndex.path(
                    group.metadata().namespaceOrDefault(), group.metadata().name());
            if (group instanceof Workload) {
                workloads.add(path);
            } else {
                groups.put(path, group);
            }
        }
        for (Pod pod : derivation.pods()) {
            pods.put(
                    PodIndex.path(
                            pod.metadata().namespaceOrDefault(), pod.metadata().name()),
                    pod);
        }
        for (DerivedGroup group : derivation.derived()) {
            derived.computeIfAbsent(group.reading(), reading -> {
                        order.add(reading);
                        return new ArrayList<>();
                    })
                    .add(group);
        }
    }

    List<ApiObject> objects() {
        List<ApiObject> objects = new ArrayList<>();
        for (Reading reading : order) {
            List<DerivedGroup> own = derived.getOrDefault(reading, List.of());
            List<DerivedGroup> made = own.stream().filter(DerivedGroup::made).toList();
            boolean isWorkload = reading.object().group().equals(ApiVersion.GROUP);
            if (!isWorkload && !made.isEmpty()) {
                objects.addAll(new Tree(reading, made).objects());
            } else {
                made.forEach(group -> objects.add(object(group)));
            }
            for (DerivedGroup group : own) {
                group.pods().forEach(pod -> objects.add(pods.get(PodIndex.path(group.namespace(), pod))));
            }
        }
        return objects;
    }

    private SchedulingObject object(DerivedGroup group) {
        return groups.get(PodIndex.path(group.namespace(), group.name()));
    }

    /** The groups of one object, as templates of a Workload. */
    private final class Tree {

        private final Reading reading;
        private final Map<String, DerivedGroup> first = new LinkedHashMap<>();
        private final Map<String, String> templates = new HashMap<>();
        private final List<DerivedGroup> made;

        Tree(Reading reading, List<DerivedGroup> made) {
            this.reading = reading;
            this.made = made;
            Set<String> names = new TreeSet<>();
            for (DerivedGroup group : made) {
                String name = group.group().name();
                if (first.putIfAbsent(name, group) == null) {
                    templates.put(name, label(name, names));
                }
            }
        }

        private String label(String name, Set<String> taken) {
            String label = name.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9]", "-");
            label = label.substring(0, Math.min(LONGEST_LABEL, label.length())).replaceAll("^-+|-+$", "");
            String unique = label;
            for (int i = 2; !taken.add(unique); i++) {
                String end = "-" + i;
                unique = label.substring(0, Math.min(LONGEST_LABEL - end.length(), label.length())) + end;
            }
            return unique;
        }

        List<ApiObject> objects() {
            SourceObject source = reading.object();
            String name = source.name();
            for (int i = 2;
                    !workloads.add(PodIndex.path(ObjectMeta.namespaceOrDefault(source.namespace()), name));
                    i++) {
                name = source.name() + "-" + source.kind().toLowerCase(Locale.ROOT) + (i == 2 ? "" : "-" + i);
            }
            ApiVersion version = object(made.get(0)).apiVersion();
            WorkloadSpec spec = new WorkloadSpec(
                    new ControllerRef(source.group(), source.kind(), source.name()), leaves(null), composites(null));
            List<ApiObject> objects = new ArrayList<>();
            objects.add(new Workload(version, ObjectMeta.of(made.get(0).namespace(), name), spec));
            for (DerivedGroup group : made) {
                TemplateRef reference =
                        TemplateRef.of(name, templates.get(group.group().name()));
                SchedulingObject own = object(group);
                objects.add(
                        own instanceof PodGroup flat
                                ? flat.withSpec(flat.spec().toBuilder()
                                        .workloadRef(reference)
                                        .build())
                                : ((CompositePodGroup) own)
                                        .withSpec(((CompositePodGroup) own)
                                                .spec().toBuilder()
                                                        .workloadRef(reference)
                                                        .build()));
            }
            return objects;
        }

        private List<PodGroupTemplate> leaves(@Nullable String parent) {
            List<PodGroupTemplate> leaves = new ArrayList<>();
            for (IntendedGroup group : below(parent)) {
                if (object(first.get(group.name())) instanceof PodGroup own) {
                    leaves.add(PodGroupTemplate.builder()
                            .name(templates.get(group.name()))
                            .schedulingPolicy(own.spec().schedulingPolicy())
                            .fields(own.spec())
                            .build());
                }
            }
            return leaves;
        }

        private List<CompositePodGroupTemplate> composites(@Nullable String parent) {
            List<CompositePodGroupTemplate> composites = new ArrayList<>();
            for (IntendedGroup group : below(parent)) {
                if (object(first.get(group.name())) instanceof CompositePodGroup own) {
                    composites.add(CompositePodGroupTemplate.builder()
                            .name(templates.get(group.name()))
                            .schedulingPolicy(own.spec().schedulingPolicy())
                            .fields(own.spec())
                            .podGroupTemplates(leaves(group.name()))
                            .compositePodGroupTemplates(composites(group.name()))
                            .build());
                }
            }
            return composites;
        }

        private List<IntendedGroup> below(@Nullable String parent) {
            return reading.groups().stream()
                    .filter(group -> Objects.equals(parent, group.parent()) && first.containsKey(group.name()))
                    .toList();
        }
    }
}
