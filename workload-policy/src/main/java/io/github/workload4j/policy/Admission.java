package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What admission does to a new object, given what the cluster holds: it resolves the priority of groups, and refuses
 * requests that refer to a Workload that does not exist or to a group that is being deleted.
 *
 * <pre>{@code
 * Admitted admitted = Admission.into(cluster).create(Defaulting.standard().apply(group).object());
 * }</pre>
 *
 * <p>Comes after {@link Defaulting} and before {@link io.github.workload4j.policy.rule.ManifestRules}. Updates pass
 * unchanged. The finalizer that protects groups is not added, as its name is not part of the API. Pure; immutable and
 * thread-safe.
 */
public final class Admission {

    private static final FieldPath PRIORITY_CLASS_NAME = FieldPath.root("spec").child("priorityClassName");
    private static final FieldPath PRIORITY = FieldPath.root("spec").child("priority");
    private static final int HIGHEST_OF_GROUPS = 1_000_000_000;
    private static final Map<String, Integer> BUILT_IN =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    private final ClusterSetup setup;
    private final Map<String, PriorityClass> priorityClasses = new HashMap<>();
    private final @Nullable PriorityClass globalDefault;
    private final Map<String, Workload> workloads = new HashMap<>();
    private final Map<String, PodGroup> podGroups = new HashMap<>();
    private final Map<String, CompositePodGroup> compositePodGroups = new HashMap<>();
    private final List<ApiObject> cluster;

    private Admission(List<? extends ApiObject> cluster, ClusterSetup setup) {
        this.cluster = List.copyOf(cluster);
        this.setup = setup;
        PriorityClass lowest = null;
        for (ApiObject object : cluster) {
            String key = key(object.metadata().namespace(), object.metadata().name());
            if (object instanceof PriorityClass priorityClass) {
                priorityClasses.put(object.metadata().name(), priorityClass);
                if (priorityClass.globalDefault() && (lowest == null || priorityClass.value() < lowest.value())) {
                    lowest = priorityClass;
                }
            } else if (object instanceof Workload workload) {
                workloads.put(key, workload);
            } else if (object instanceof PodGroup group) {
                podGroups.put(key, group);
            } else if (object instanceof CompositePodGroup group) {
                compositePodGroups.put(key, group);
            }
        }
        globalDefault = lowest;
    }

    /**
     * {@return admission to a cluster with every gate of the Workload API on}
     *
     * @param cluster what the cluster holds: PriorityClasses, Workloads and groups are looked at. If several classes
     *     are the global default, the one of the lowest value is. The two classes that every cluster has need not be
     *     among them
     */
    public static Admission into(List<? extends ApiObject> cluster) {
        requireNonNull(cluster, "cluster");
        return new Admission(cluster, ClusterSetup.OPEN);
    }

    /**
     * {@return the same, with these gates set}
     *
     * @throws IllegalArgumentException if no server starts with them
     */
    public Admission withFeatureGates(FeatureGates gates) {
        return withSetup(setup.withFeatureGates(gates));
    }

    /**
     * {@return the same, of a release for every object}
     *
     * @throws IllegalArgumentException if no server of the release starts with the gates set before
     */
    public Admission withRelease(KubernetesRelease release) {
        return withSetup(setup.withRelease(release));
    }

    /** {@return the same, of a cluster: of its release, with its gates} */
    public Admission withSetup(ClusterSetup setup) {
        return new Admission(cluster, requireNonNull(setup, "setup"));
    }

    /** {@return a new object after admission} */
    public Admitted create(ApiObject object) {
        List<Filled> filled = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        ApiObject admitted = object;
        if (object instanceof PodGroup group && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA2)) {
            boolean v1Alpha2 = group.apiVersion() == ApiVersion.V1ALPHA2;
            if (v1Alpha2) {
                requireTemplate(group, refusals);
            } else {
                parent(group, group.spec().parentCompositePodGroupName(), refusals);
            }
            if (!v1Alpha2 || hasPreemption(group)) {
                PodGroupSpec spec = group.spec();
                Priority priority = priority(spec.priorityClassName(), spec.priority(), filled, refusals);
                admitted = group.withSpec(spec.toBuilder()
                        .priorityClassName(priority.className)
                        .priority(priority.value)
                        .build());
            }
        } else if (object instanceof CompositePodGroup group) {
            parent(group, group.spec().parentCompositePodGroupName(), refusals);
            CompositePodGroupSpec spec = group.spec();
            Priority priority = priority(spec.priorityClassName(), spec.priority(), filled, refusals);
            CompositePodGroupSpec resolved = spec.toBuilder()
                    .priorityClassName(priority.className)
                    .priority(priority.value)
                    .build();
            admitted = new CompositePodGroup(group.apiVersion(), group.metadata(), resolved, group.status());
        } else if (object instanceof Pod pod) {
            group(pod, refusals);
        }
        return new Admitted(filled.isEmpty() ? object : admitted, filled, refusals);
    }

    private boolean hasPreemption(PodGroup group) {
        KubernetesRelease release = setup.releaseOf(group);
        return setup.gatesOf(release).isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION, release);
    }

    private record Priority(String className, @Nullable Integer value) {}

    /** Rules D-5 and D-6. */
    private Priority priority(String className, @Nullable Integer given, List<Filled> filled, List<Refusal> refusals) {
        PriorityClass found = className.isEmpty() ? globalDefault : priorityClasses.get(className);
        Integer value = found != null
                ? Integer.valueOf(found.value())
                : className.isEmpty() ? Integer.valueOf(0) : BUILT_IN.get(className);
        if (value == null) {
            refusals.add(new Refusal(Rule.D_5, "no PriorityClass with name " + className + " was found"));
            return new Priority(className, given);
        }
        if (given != null && !given.equals(value)) {
            String source = className.isEmpty() ? "no PriorityClass name" : "the PriorityClass name " + className;
            refusals.add(new Refusal(
                    Rule.D_5, "the priority " + given + " must not be set: " + value + " follows from " + source));
            return new Priority(className, given);
        }
        if (value > HIGHEST_OF_GROUPS) {
            refusals.add(new Refusal(
                    Rule.D_6,
                    "PriorityClass " + className + " is for system pods: its priority " + value + " is above "
                            + HIGHEST_OF_GROUPS + ", the highest that a group may have"));
        }
        String name = found == null ? className : found.metadata().name();
        if (!name.equals(className)) {
            filled.add(new Filled(PRIORITY_CLASS_NAME, "\"" + name + "\"", Rule.D_5));
        }
        if (given == null) {
            filled.add(new Filled(PRIORITY, value.toString(), value > HIGHEST_OF_GROUPS ? Rule.D_6 : Rule.D_5));
        }
        return new Priority(name, value);
    }

    /** Rule D-7. */
    private void requireTemplate(PodGroup group, List<Refusal> refusals) {
        if (!(group.spec().workloadRef() instanceof TemplateRef.Named reference)) {
            return;
        }
        Workload workload = workloads.get(key(group.metadata().namespace(), reference.workloadName()));
        if (workload == null) {
            refusals.add(new Refusal(
                    Rule.D_7, "PodGroup rejected: Workload \"" + reference.workloadName() + "\" not found"));
        } else if (workload.podGroup(reference.templateName()).isEmpty()) {
            refusals.add(new Refusal(
                    Rule.D_7,
                    "PodGroup rejected: PodGroupTemplate \"" + reference.templateName() + "\" not found in Workload \""
                            + reference.workloadName() + "\""));
        }
    }

    private void parent(ApiObject group, @Nullable String name, List<Refusal> refusals) {
        CompositePodGroup parent = name == null
                ? null
                : compositePodGroups.get(key(group.metadata().namespace(), name));
        if (parent != null) {
            refuseIfBeingDeleted(group, parent, refusals);
        }
    }

    private void group(Pod pod, List<Refusal> refusals) {
        PodSchedulingGroup reference = pod.spec().schedulingGroup();
        String name = reference == null ? null : reference.podGroupName();
        PodGroup group = name == null ? null : podGroups.get(key(pod.metadata().namespace(), name));
        if (group != null && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA3)) {
            refuseIfBeingDeleted(pod, group, refusals);
        }
    }

    /** Rule D-8. */
    private static void refuseIfBeingDeleted(ApiObject object, ApiObject parent, List<Refusal> refusals) {
        ObjectMeta metadata = parent.metadata();
        if (metadata.deletionTimestamp() != null) {
            refusals.add(new Refusal(
                    Rule.D_8,
                    "cannot create " + object.kind() + " referencing " + parent.kind() + " \"" + metadata.name()
                            + "\" because it is being deleted"));
        }
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
