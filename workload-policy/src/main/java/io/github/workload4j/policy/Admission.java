package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
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
 * What admission does to a new object, given what the cluster holds: it resolves the priority of groups, adds the
 * finalizer that protects them, and refuses requests, such as one that names a PriorityClass that does not exist.
 *
 * <pre>{@code
 * Admitted admitted = Admission.into(cluster).create(Defaulting.standard().apply(group).object());
 * }</pre>
 *
 * <p>Comes after {@link Defaulting}, before {@link Dropping} and the rules. Updates pass unchanged. These are the
 * plug-ins that a server of Kubernetes has on by default, as far as they look at groups and classes. Pure; immutable
 * and thread-safe.
 */
public final class Admission {

    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final FieldPath FINALIZERS = FieldPath.root("metadata").child("finalizers");
    private static final String PROTECTION = "scheduling.k8s.io/podgroup-protection";
    private static final String COMPOSITE_PROTECTION = "scheduling.k8s.io/compositepodgroup-protection";

    private final ClusterSetup setup;
    private final Map<String, PriorityClass> priorityClasses = new HashMap<>();
    private final @Nullable PriorityClass globalDefault;
    private final Map<String, Workload> workloads = new HashMap<>();
    private final List<ApiObject> cluster;

    private Admission(List<? extends ApiObject> cluster, ClusterSetup setup) {
        this.cluster = List.copyOf(cluster);
        this.setup = setup;
        PriorityClass lowest = null;
        for (ApiObject object : cluster) {
            if (object instanceof PriorityClass priorityClass) {
                priorityClasses.put(object.metadata().name(), priorityClass);
                if (priorityClass.globalDefault() && (lowest == null || priorityClass.value() < lowest.value())) {
                    lowest = priorityClass;
                }
            } else if (object instanceof Workload workload) {
                workloads.put(
                        key(object.metadata().namespace(), object.metadata().name()), workload);
            }
        }
        globalDefault = lowest;
    }

    /**
     * {@return admission to a cluster, of each object's own release, with every gate of the Workload API on}
     *
     * @param cluster what the cluster holds: PriorityClasses and Workloads are looked at. If several classes are the
     *     global default, the one of the lowest value is. The two classes that every cluster has need not be among them
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

    /** {@return a new object after all admission; as it went in if it was refused} */
    public Admitted create(ApiObject object) {
        Admitted before = beforeRules(object);
        List<Refusal> refusals = new ArrayList<>(before.refusals());
        refusals.addAll(afterRules(object));
        return refusals.isEmpty() ? before : new Admitted(object, List.of(), refusals);
    }

    /**
     * {@return what is refused of a new object once no rule is broken: that its Workload or template is missing (D-7),
     * or a second default class (D-11)}
     */
    public List<Refusal> afterRules(ApiObject object) {
        requireNonNull(object, "object");
        KubernetesRelease release = setup.releaseOf(object);
        List<Refusal> refusals = new ArrayList<>();
        if (object instanceof PodGroup group
                && release == KubernetesRelease.V1_36
                && setup.gatesOf(release).isOn(FeatureGate.GENERIC_WORKLOAD, release)) {
            requireTemplate(group, refusals);
        } else if (object instanceof PriorityClass priorityClass) {
            oneDefault(priorityClass, refusals);
        }
        return List.copyOf(refusals);
    }

    /** {@return a new object with what admission fills in before rules are judged; as it went in if it was refused} */
    public Admitted beforeRules(ApiObject object) {
        requireNonNull(object, "object");
        KubernetesRelease release = setup.releaseOf(object);
        FeatureGates gates = setup.gatesOf(release);
        List<Filled> filled = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        ApiObject admitted = object;
        if (object instanceof PodGroup group && group.apiVersion().isAtLeast(ApiVersion.V1ALPHA2)) {
            admitted = group(group, release, gates, filled, refusals);
        } else if (object instanceof CompositePodGroup group && gates.isOn(FeatureGate.COMPOSITE_POD_GROUP, release)) {
            admitted = composite(group, release, gates, filled, refusals);
        }
        return refusals.isEmpty()
                ? new Admitted(admitted, filled, refusals)
                : new Admitted(object, List.of(), refusals);
    }

    private PodGroup group(
            PodGroup group,
            KubernetesRelease release,
            FeatureGates gates,
            List<Filled> filled,
            List<Refusal> refusals) {
        boolean is136 = release == KubernetesRelease.V1_36;
        if (!gates.isOn(FeatureGate.GENERIC_WORKLOAD, release)) {
            return group;
        }
        PodGroup admitted = group.withMetadata(guarded(group.metadata(), PROTECTION, filled));
        if (!is136 || gates.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION, release)) {
            PodGroupSpec spec = group.spec();
            GroupPriority priority = priority(spec, release, gates, filled, refusals);
            admitted = admitted.withSpec(spec.toBuilder()
                    .priorityClassName(priority.className())
                    .priority(priority.value())
                    .preemptionPolicy(priority.preemptionPolicy())
                    .build());
        }
        return admitted;
    }

    private CompositePodGroup composite(
            CompositePodGroup group,
            KubernetesRelease release,
            FeatureGates gates,
            List<Filled> filled,
            List<Refusal> refusals) {
        CompositePodGroupSpec spec = group.spec();
        ObjectMeta metadata = release.isAtLeast(KubernetesRelease.V1_38)
                ? guarded(group.metadata(), COMPOSITE_PROTECTION, filled)
                : group.metadata();
        GroupPriority priority = priority(spec, release, gates, filled, refusals);
        CompositePodGroupSpec resolved = spec.toBuilder()
                .priorityClassName(priority.className())
                .priority(priority.value())
                .preemptionPolicy(priority.preemptionPolicy())
                .build();
        return group.withMetadata(metadata).withSpec(resolved);
    }

    /** Rule D-8. */
    private static ObjectMeta guarded(ObjectMeta metadata, String finalizer, List<Filled> filled) {
        if (metadata.finalizers().contains(finalizer)) {
            return metadata;
        }
        List<String> finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.add(finalizer);
        filled.add(new Filled(FINALIZERS.index(finalizers.size() - 1), "\"" + finalizer + "\"", Rule.D_8));
        return metadata.toBuilder().finalizers(finalizers).build();
    }

    /** Rules D-5 and D-6. */
    private GroupPriority priority(
            GroupFields spec,
            KubernetesRelease release,
            FeatureGates gates,
            List<Filled> filled,
            List<Refusal> refusals) {
        boolean hasPolicy = release.isAtLeast(KubernetesRelease.V1_38)
                || gates.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, release);
        GroupPriority given = new GroupPriority(spec.priorityClassName(), spec.priority(), spec.preemptionPolicy());
        GroupPriority computed = GroupPriority.of(spec.priorityClassName(), priorityClasses, globalDefault);
        if (computed == null) {
            refusals.add(
                    new Refusal(Rule.D_5, "no PriorityClass with name " + spec.priorityClassName() + " was found"));
            return given;
        }
        if (spec.priority() != null && !spec.priority().equals(computed.value())) {
            refusals.add(new Refusal(
                    Rule.D_5,
                    "priority set in the group (" + spec.priority() + ") must match the priority computed ("
                            + computed.value() + ") based on the priority class set in the spec"));
        } else if (hasPolicy
                && spec.preemptionPolicy() != null
                && !spec.preemptionPolicy().equals(computed.preemptionPolicy())) {
            refusals.add(new Refusal(
                    Rule.D_5,
                    "the string value of PreemptionPolicy ("
                            + spec.preemptionPolicy().value()
                            + ") must not be provided in the group's spec; priority admission controller computed "
                            + requireNonNull(computed.preemptionPolicy()).value()
                            + " from the given PriorityClass name"));
        }
        if (!refusals.isEmpty()) {
            return given;
        }
        GroupPriority resolved = hasPolicy
                ? computed
                : new GroupPriority(computed.className(), computed.value(), spec.preemptionPolicy());
        resolved.fillIn(given, release, SPEC, filled);
        return resolved;
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

    /** Rule D-11. */
    private void oneDefault(PriorityClass priorityClass, List<Refusal> refusals) {
        if (priorityClass.globalDefault() && globalDefault != null) {
            refusals.add(new Refusal(
                    Rule.D_11,
                    "PriorityClass " + globalDefault.metadata().name()
                            + " is already marked as default. Only one default can exist"));
        }
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
