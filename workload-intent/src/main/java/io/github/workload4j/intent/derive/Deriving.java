package io.github.workload4j.intent.derive;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupFieldsBuilder;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.PodShape;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the groups that objects mean, and the pods that are missing in them. */
final class Deriving {

    private static final String OURS = ApiVersion.GROUP;

    /** Labels by which controllers number the pods of a shape. */
    private static final List<String> INDEXES = List.of(
            "batch.kubernetes.io/job-completion-index",
            "training.kubeflow.org/replica-index",
            "apps.kubernetes.io/pod-index",
            "volcano.sh/task-index");

    private final List<Reading> readings;
    private final ApiVersion flat;
    private final ApiVersion nested;
    private final PodIndex index;
    private final List<SchedulingObject> groups = new ArrayList<>();
    private final Set<String> groupNames = new HashSet<>();
    private final Set<String> namesByKind = new HashSet<>();
    private final Map<SourceObject, String> managed = new LinkedHashMap<>();
    private final List<DerivedGroup> derived = new ArrayList<>();
    private final List<Reading> left = new ArrayList<>();
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final KubernetesRelease release;

    Deriving(
            List<Reading> readings,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> groups,
            KubernetesRelease release) {
        this.readings = readings;
        this.release = release;
        this.flat = release.newestVersionOf("PodGroup").orElse(ApiVersion.V1ALPHA2);
        this.nested = release.newestVersionOf("CompositePodGroup").orElse(ApiVersion.V1ALPHA3);
        this.index = new PodIndex(pods, readings);
        for (SchedulingObject group : groups) {
            this.groups.add(group);
            ObjectMeta metadata = group.metadata();
            isNew(group);
            if (group instanceof Workload workload) {
                SourceObject object = new SourceObject(
                        workload.groupVersion(), workload.kind(), metadata.namespace(), metadata.name());
                workloads.putIfAbsent(key(object), workload);
            }
            if (group instanceof PodGroup) {
                metadata.ownerReferences()
                        .forEach(owner -> managed.putIfAbsent(
                                new SourceObject(owner.apiVersion(), owner.kind(), metadata.namespace(), owner.name()),
                                metadata.name()));
            }
        }
    }

    private boolean isNew(SchedulingObject group) {
        ObjectMeta metadata = group.metadata();
        String path = PodIndex.path(ObjectMeta.namespaceOrDefault(metadata.namespace()), metadata.name());
        groupNames.add(path);
        return namesByKind.add(group.kind() + " " + path);
    }

    /** {@return whether a group was taken: one of its kind and name is not there yet} */
    private boolean add(SchedulingObject group) {
        return isNew(group) && groups.add(group);
    }

    Collection<Pod> pods() {
        return index.pods();
    }

    List<SchedulingObject> groups() {
        return groups;
    }

    List<DerivedGroup> derived() {
        return derived;
    }

    List<Reading> left() {
        return left;
    }

    void derive() {
        Set<String> read = new HashSet<>();
        readings.forEach(reading -> read.add(key(reading.object())));
        for (Reading reading : readings) {
            SourceObject owner = reading.owner();
            boolean isManaged = owner != null && read.contains(key(owner));
            if (reading.finished() || isManaged) {
                continue;
            }
            Workload workload = workloads.get(key(reading.object()));
            if (workload != null && !release.isAtLeast(KubernetesRelease.V1_36)) {
                continue;
            } else if (workload != null) {
                new OfWorkload(reading, workload, release).derive(this::add, derived);
            } else if (reading.isWhole() && size(reading) <= Derivation.MOST) {
                new OfOne(reading).derive();
            } else {
                left.add(reading);
            }
        }
    }

    private static String key(SourceObject object) {
        return object.group() + " " + object.kind() + " " + ObjectMeta.namespaceOrDefault(object.namespace()) + " "
                + object.name();
    }

    /** {@return how many pods and groups a reading means at most} */
    private static long size(Reading reading) {
        Map<String, Long> instances = new LinkedHashMap<>();
        long size = 0;
        for (IntendedGroup group : reading.groups()) {
            long around = group.parent() == null ? 1 : instances.getOrDefault(group.parent(), 1L);
            long all = Math.min(around * Math.min(group.instances(), Integer.MAX_VALUE), Integer.MAX_VALUE);
            instances.put(group.name(), all);
            size = Math.min(size + all * Math.min(1 + group.pods(), Integer.MAX_VALUE), Integer.MAX_VALUE);
        }
        return size;
    }

    /** The derivation of one reading. */
    private final class OfOne {

        private final Reading reading;
        private final String namespace;
        private final String base;
        private final boolean isOnlyRoot;
        private final boolean isOnlyShape;
        private final Map<String, Deque<Pod>> existing = new LinkedHashMap<>();

        OfOne(Reading reading) {
            this.reading = reading;
            this.namespace = ObjectMeta.namespaceOrDefault(reading.object().namespace());
            // A group of plain pods is called as they call it, not after the pod that stands for it.
            boolean isPod =
                    reading.object().kind().equals("Pod") && !reading.groups().isEmpty();
            this.base =
                    isPod ? reading.groups().get(0).name() : reading.object().name();
            this.isOnlyRoot = reading.groups().stream()
                            .filter(group -> group.parent() == null)
                            .count()
                    == 1;
            this.isOnlyShape = reading.groups().stream()
                            .mapToInt(group -> group.shapes().size())
                            .sum()
                    == 1;
        }

        void derive() {
            for (IntendedGroup group : reading.groups()) {
                if (isElsewhere(group)) {
                    continue;
                }
                for (PodShape shape : group.shapes()) {
                    boolean isOne = isOne(group);
                    for (Pod pod : index.take(reading.object(), isOnlyShape, shape)) {
                        existing.computeIfAbsent(
                                        place(group, shape, number(pod, shape, isOne)), none -> new ArrayDeque<>())
                                .add(pod);
                    }
                }
            }
            for (IntendedGroup group : reading.groups()) {
                if (group.parent() == null) {
                    instances(group, null, "");
                }
            }
        }

        /** The group's own object is read too, and knows all its members. */
        private boolean isElsewhere(IntendedGroup group) {
            SourceObject object = group.object();
            return object != null && !object.group().equals(OURS) && !object.equals(reading.object());
        }

        private void instances(IntendedGroup group, @Nullable DerivedGroup parent, String suffix) {
            if (isElsewhere(group)) {
                return;
            }
            long before = parent == null ? 0 : parent.instance() * group.instances();
            for (long i = 0; i < group.instances(); i++) {
                String of = group.instances() == 1 ? suffix : suffix + "-" + i;
                DerivedGroup made = make(group, before + i, of, parent);
                if (group.isComposite()) {
                    for (IntendedGroup child : reading.groups()) {
                        if (group.name().equals(child.parent())) {
                            instances(child, made, of);
                        }
                    }
                }
            }
        }

        private DerivedGroup make(IntendedGroup group, long instance, String suffix, @Nullable DerivedGroup parent) {
            int at = derived.size();
            Map<PodShape, List<Pod>> members = new LinkedHashMap<>();
            SourceObject object = group.object();
            boolean isInWorkload = object != null
                    && object.group().equals(OURS)
                    && object.kind().equals("Workload");
            String adopted = object == null ? null : object.name() + (isInWorkload ? "/" + group.name() : "");
            for (PodShape shape : group.shapes()) {
                List<Pod> own = own(group, shape, instance);
                members.put(shape, own);
                for (Pod pod : own) {
                    PodSchedulingGroup named = pod.spec().schedulingGroup();
                    adopted = adopted == null && named != null ? named.podGroupName() : adopted;
                }
            }
            if (adopted == null && isOnlyShape && group.instances() == 1) {
                adopted = managed.get(reading.object());
            }
            boolean isOurs = adopted != null
                    && (group.object() == null || group.object().group().equals(OURS));
            String name = isOurs ? adopted : unique(groupName(group, suffix));
            if (!isOurs) {
                add(object(group, name, parent));
            }
            List<String> names = new ArrayList<>();
            int there = 0;
            for (Map.Entry<PodShape, List<Pod>> entry : members.entrySet()) {
                there += entry.getValue().size();
                for (Pod pod : entry.getValue()) {
                    if (pod.spec().schedulingGroup() == null && pod.spec().workloadRef() == null) {
                        index.put(member(pod, group, name));
                    }
                }
                names.addAll(makePods(entry.getKey(), entry.getValue(), group, name, suffix));
            }
            DerivedGroup made = new DerivedGroup(
                    reading,
                    group,
                    instance,
                    namespace,
                    name,
                    parent == null ? name : parent.root(),
                    !isOurs,
                    names,
                    there);
            derived.add(at, made);
            return made;
        }

        /** Takes the pods of one instance: those that say so, then those that do not say. */
        private List<Pod> own(IntendedGroup group, PodShape shape, long instance) {
            List<Pod> own = new ArrayList<>();
            for (String number : List.of(String.valueOf(instance), "")) {
                Deque<Pod> some = existing.getOrDefault(place(group, shape, number), new ArrayDeque<>());
                while (own.size() < shape.pods() && !some.isEmpty()) {
                    own.add(some.remove());
                }
            }
            return own;
        }

        private String place(IntendedGroup group, PodShape shape, String number) {
            return group.name() + " " + shape.role() + " " + number;
        }

        /** {@return the number of the instance that a pod says it is in; empty if it does not, or there is only one} */
        private String number(Pod pod, PodShape shape, boolean isOne) {
            return isOne || shape.numbered() == null
                    ? ""
                    : pod.metadata().labels().getOrDefault(shape.numbered(), "");
        }

        private boolean isOne(IntendedGroup group) {
            IntendedGroup parent = group.parent() == null
                    ? null
                    : reading.group(group.parent()).orElse(null);
            return group.instances() == 1 && (parent == null || isOne(parent));
        }

        private String groupName(IntendedGroup group, String suffix) {
            boolean isRoot = group.parent() == null && isOnlyRoot;
            String name = isRoot ? base : group.name().startsWith(base) ? group.name() : base + "-" + group.name();
            return name + suffix;
        }

        private String unique(String name) {
            String unique = name;
            for (int i = 1; !groupNames.add(PodIndex.path(namespace, unique)); i++) {
                unique = name + "-" + reading.object().kind().toLowerCase(Locale.ROOT) + (i == 1 ? "" : "-" + i);
            }
            return unique;
        }

        private SchedulingObject object(IntendedGroup group, String name, @Nullable DerivedGroup parent) {
            ObjectMeta metadata = ObjectMeta.of(namespace, name);
            boolean isFlat = parent == null && !group.isComposite();
            ApiVersion version = isFlat ? flat : nested;
            String above = parent == null ? null : parent.name();
            int minimum = group.minimum() == null ? 0 : (int) Math.min(group.minimum(), Integer.MAX_VALUE);
            if (group.isComposite()) {
                CompositePodGroupSpec spec = shared(CompositePodGroupSpec.builder(), group)
                        .parentCompositePodGroupName(above)
                        .schedulingPolicy(
                                minimum == 0
                                        ? new CompositeSchedulingPolicy.Basic()
                                        : new CompositeSchedulingPolicy.Gang(minimum))
                        .build();
                return new CompositePodGroup(version, metadata, spec, CompositePodGroupStatus.EMPTY);
            }
            PodGroupSpec spec = shared(PodGroupSpec.builder(), group)
                    .parentCompositePodGroupName(above)
                    .schedulingPolicy(minimum == 0 ? new SchedulingPolicy.Basic() : new SchedulingPolicy.Gang(minimum))
                    .build();
            return new PodGroup(version, metadata, spec, PodGroupStatus.EMPTY);
        }

        private <B extends GroupFieldsBuilder<B>> B shared(B builder, IntendedGroup group) {
            String key = group.topologyKey();
            return builder.schedulingConstraints(key == null ? null : SchedulingConstraints.sameDomain(key))
                    .disruptionMode(group.disruptionMode())
                    .priorityClassName(classOf(group));
        }

        /** A group of groups has the class of the groups in it. */
        private String classOf(IntendedGroup group) {
            if (!group.isComposite()) {
                return group.priorityClassName();
            }
            for (IntendedGroup child : reading.groups()) {
                if (group.name().equals(child.parent()) && !classOf(child).isEmpty()) {
                    return classOf(child);
                }
            }
            return "";
        }

        private Pod member(Pod pod, IntendedGroup group, String name) {
            return pod.withSpec(in(pod.spec().toBuilder(), group, name).build());
        }

        private PodSpec.Builder in(PodSpec.Builder spec, IntendedGroup group, String name) {
            SourceObject object = group.object();
            return object != null
                            && object.kind().equals("Workload")
                            && object.group().equals(OURS)
                    ? spec.workloadRef(new WorkloadRef(object.name(), group.name(), ""))
                    : spec.schedulingGroup(new PodSchedulingGroup(name));
        }

        /** Makes the pods of a shape that are not there yet. */
        private List<String> makePods(
                PodShape shape, List<Pod> there, IntendedGroup group, String name, String suffix) {
            List<String> names = new ArrayList<>();
            Set<String> indexes = indexes(there, isOne(group) ? shape.numbered() : null);
            long missing = shape.pods() - there.size();
            String prefix = base + suffix + (shape.role().equals("pods") ? "" : "-" + shape.role());
            PodSpec own = shape.template().spec();
            PodSpec.Builder spec = own.toBuilder().nodeName("");
            if (own.schedulingGroup() == null && own.workloadRef() == null) {
                in(spec, group, name);
            }
            if (own.priorityClassName().isEmpty() && own.priority() == null) {
                spec.priorityClassName(group.priorityClassName());
            }
            PodSpec each = spec.build();
            Map<String, String> labels =
                    new LinkedHashMap<>(shape.template().metadata().labels());
            labels.putAll(shape.labels());
            ObjectMeta.Builder metadata = shape.template().metadata().toBuilder()
                    .namespace(namespace)
                    .generateName("")
                    .labels(labels);
            for (long i = 0; names.size() < missing; i++) {
                String pod = prefix + "-" + i;
                if (!indexes.contains(String.valueOf(i)) && !index.contains(namespace, pod)) {
                    names.add(pod);
                    index.put(new Pod(metadata.name(pod).build(), each, PodStatus.EMPTY));
                }
            }
            return names;
        }

        /** {@return the numbers that pods have by their labels; none if two have the same} */
        private static Set<String> indexes(List<Pod> pods, @Nullable String numbered) {
            List<String> labels = new ArrayList<>(INDEXES);
            if (numbered != null) {
                labels.add(0, numbered);
            }
            Set<String> indexes = new HashSet<>();
            for (Pod pod : pods) {
                Optional<String> index = labels.stream()
                        .map(pod.metadata().labels()::get)
                        .filter(Objects::nonNull)
                        .findFirst();
                if (index.isPresent() && !indexes.add(index.get())) {
                    return Set.of();
                }
            }
            return indexes;
        }
    }
}
