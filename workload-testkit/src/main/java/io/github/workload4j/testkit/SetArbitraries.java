package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary objects that belong together: Workloads, the groups made from them, and the pods in those. */
final class SetArbitraries {

    private final Words words;
    private final SchedulingArbitraries scheduling;

    SetArbitraries(Words words) {
        this.words = words;
        this.scheduling = new SchedulingArbitraries(words);
    }

    /**
     * Which group something belongs to, by number modulo how many there are, and a word to tell it from others there.
     */
    private record Pick(int which, String word) {}

    private Arbitrary<List<Pick>> picks(int most) {
        Arbitrary<String> word = MetaArbitraries.sometimes(words.label());
        return Combinators.combine(Arbitraries.integers().between(0, 7), word)
                .as(Pick::new)
                .list()
                .ofMaxSize(most);
    }

    Arbitrary<List<ApiObject>> sets(ApiVersion version) {
        Arbitrary<List<Workload>> workloads = scheduling
                .workloads(version)
                .map(workload -> workload.withMetadata(inFewNamespaces(workload.metadata())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(workload -> workload.metadata().namespace() + "/"
                        + workload.metadata().name());
        if (version == ApiVersion.V1ALPHA1) {
            return Combinators.combine(workloads, picks(8)).as(SetArbitraries::withReplicaKeys);
        }
        Arbitrary<List<PodGroup>> alone = scheduling.podGroups(version).list().ofMaxSize(1);
        return Combinators.combine(workloads, alone, picks(5), picks(8))
                .as((all, standalone, groups, pods) -> withGroups(version, all, standalone, groups, pods));
    }

    private static ObjectMeta inFewNamespaces(ObjectMeta metadata) {
        return metadata.toBuilder()
                .namespace(metadata.namespace().length() % 2 == 0 ? "ml" : "hpc")
                .build();
    }

    private static List<ApiObject> withReplicaKeys(List<Workload> workloads, List<Pick> pods) {
        List<ApiObject> set = new ArrayList<>(workloads);
        List<Map.Entry<Workload, PodGroupTemplate>> groups = new ArrayList<>();
        workloads.forEach(workload ->
                workload.spec().podGroupTemplates().forEach(group -> groups.add(Map.entry(workload, group))));
        for (int i = 0; i < pods.size() && !groups.isEmpty(); i++) {
            Map.Entry<Workload, PodGroupTemplate> group = groups.get(pods.get(i).which % groups.size());
            WorkloadRef ref = new WorkloadRef(
                    group.getKey().metadata().name(), group.getValue().name(), pods.get(i).word);
            set.add(pod(group.getKey().metadata().namespace(), i, spec().workloadRef(ref)));
        }
        return set;
    }

    private List<ApiObject> withGroups(
            ApiVersion version, List<Workload> workloads, List<PodGroup> alone, List<Pick> groups, List<Pick> pods) {
        List<ApiObject> set = new ArrayList<>(workloads);
        Runtime runtime = new Runtime(version);
        workloads.forEach(runtime::composites);
        List<Leaf> leaves = new ArrayList<>();
        workloads.forEach(workload -> runtime.leaves(workload, leaves));
        for (int i = 0; i < groups.size() && !leaves.isEmpty(); i++) {
            runtime.podGroup(leaves.get(groups.get(i).which % leaves.size()), groups.get(i).word);
        }
        for (PodGroup group : alone) {
            String namespace = inFewNamespaces(group.metadata()).namespace();
            PodGroupSpec spec = group.spec().toBuilder()
                    .workloadRef(null)
                    .parentCompositePodGroupName(null)
                    .build();
            ObjectMeta metadata = group.metadata().toBuilder()
                    .namespace(namespace)
                    .name(runtime.fresh(namespace, group.metadata().name()))
                    .build();
            runtime.podGroups.add(new PodGroup(version, metadata, spec, group.status()));
        }
        set.addAll(runtime.composites.values());
        set.addAll(runtime.podGroups);
        for (int i = 0; i < pods.size() && !runtime.podGroups.isEmpty(); i++) {
            ObjectMeta group = runtime.podGroups
                    .get(pods.get(i).which % runtime.podGroups.size())
                    .metadata();
            set.add(pod(group.namespace(), i, spec().schedulingGroup(new PodSchedulingGroup(group.name()))));
        }
        return set;
    }

    private record Leaf(
            Workload workload,
            PodGroupTemplate template,
            @Nullable String parent) {}

    /** The groups a controller would make of templates. */
    private static final class Runtime {
        private final ApiVersion version;
        private final Map<String, CompositePodGroup> composites = new LinkedHashMap<>();
        private final List<PodGroup> podGroups = new ArrayList<>();
        private final Map<String, GroupArbitraries.FreshNames> names = new LinkedHashMap<>();

        Runtime(ApiVersion version) {
            this.version = version;
        }

        String fresh(String namespace, String wanted) {
            return names.computeIfAbsent(namespace, any -> new GroupArbitraries.FreshNames())
                    .of(wanted);
        }

        void composites(Workload workload) {
            if (version == ApiVersion.V1ALPHA3) {
                composites(workload, workload.spec().compositePodGroupTemplates(), null);
            }
        }

        private void composites(Workload workload, List<CompositePodGroupTemplate> templates, @Nullable String parent) {
            ObjectMeta owner = workload.metadata();
            for (CompositePodGroupTemplate template : templates) {
                String name = fresh(owner.namespace(), template.name());
                CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                        .fields(template)
                        .parentCompositePodGroupName(parent)
                        .workloadRef(TemplateRef.of(owner.name(), template.name()))
                        .schedulingPolicy(template.schedulingPolicy())
                        .build();
                composites.put(
                        owner.namespace() + "/" + owner.name() + "/" + template.name(),
                        new CompositePodGroup(
                                version, ObjectMeta.of(owner.namespace(), name), spec, CompositePodGroupStatus.EMPTY));
                composites(workload, template.compositePodGroupTemplates(), name);
            }
        }

        void leaves(Workload workload, List<Leaf> leaves) {
            workload.spec().podGroupTemplates().forEach(template -> leaves.add(new Leaf(workload, template, null)));
            leaves(workload, workload.spec().compositePodGroupTemplates(), leaves);
        }

        private void leaves(Workload workload, List<CompositePodGroupTemplate> templates, List<Leaf> leaves) {
            for (CompositePodGroupTemplate composite : templates) {
                ObjectMeta owner = workload.metadata();
                CompositePodGroup parent =
                        composites.get(owner.namespace() + "/" + owner.name() + "/" + composite.name());
                String name = parent == null ? null : parent.metadata().name();
                composite.podGroupTemplates().forEach(template -> leaves.add(new Leaf(workload, template, name)));
                leaves(workload, composite.compositePodGroupTemplates(), leaves);
            }
        }

        void podGroup(Leaf leaf, String word) {
            ObjectMeta owner = leaf.workload.metadata();
            PodGroupTemplate template = leaf.template;
            PodGroupSpec spec = PodGroupSpec.builder()
                    .fields(template)
                    .parentCompositePodGroupName(leaf.parent)
                    .workloadRef(TemplateRef.of(owner.name(), template.name()))
                    .schedulingPolicy(template.schedulingPolicy())
                    .resourceClaims(template.resourceClaims())
                    .build();
            String name = fresh(owner.namespace(), word.isEmpty() ? template.name() : word);
            podGroups.add(new PodGroup(version, ObjectMeta.of(owner.namespace(), name), spec, PodGroupStatus.EMPTY));
        }
    }

    private static PodSpec.Builder spec() {
        return PodSpec.builder().containers(Container.of("main", Map.of()));
    }

    private static Pod pod(String namespace, int number, PodSpec.Builder spec) {
        return new Pod(ObjectMeta.of(namespace, "pod-" + number), spec.build(), PodStatus.EMPTY);
    }
}
