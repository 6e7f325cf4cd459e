package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT32;
import static io.github.workload4j.api.wire.Wire.INT64;
import static io.github.workload4j.api.wire.Wire.QUANTITY;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TIME;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.as;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;
import static io.github.workload4j.api.wire.Wire.recurring;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import io.github.workload4j.api.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire shapes of {@code core/v1}, and of the disruption budget of {@code policy/v1}: the fields that scheduling
 * reads. Other fields of pods and nodes are passed over, whatever they hold, if {@code core-fields.txt} names them.
 * Other fields of namespaces and budgets are passed over always.
 */
public final class CoreShapes {

    static final WireType<@Nullable PreemptionPolicy> PREEMPTION_POLICY =
            pointer(as(TEXT, PreemptionPolicy::new, PreemptionPolicy::value));

    public static final Shape<WorkloadRef> WORKLOAD_REF = Shape.<WorkloadRef>rows()
            .field("name", TEXT, WorkloadRef::name)
            .field("podGroup", TEXT, WorkloadRef::podGroup)
            .field("podGroupReplicaKey", TEXT, WorkloadRef::podGroupReplicaKey)
            .make(v -> new WorkloadRef(v.next(), v.next(), v.next()));

    static final Shape<PodSchedulingGroup> SCHEDULING_GROUP = Shape.<PodSchedulingGroup>rows()
            .field("podGroupName", pointer(TEXT), PodSchedulingGroup::podGroupName)
            .make(v -> new PodSchedulingGroup(v.next()));

    public static final Shape<ResourceRequirements> RESOURCES = Shape.<ResourceRequirements>rows()
            .field("requests", map(QUANTITY), ResourceRequirements::requests)
            .field("limits", map(QUANTITY), ResourceRequirements::limits)
            .partOf("ResourceRequirements")
            .make(v -> new ResourceRequirements(v.next(), v.next()));

    private static final Shape<ContainerPort> PORT = Shape.<ContainerPort>rows()
            .field("name", TEXT, ContainerPort::name)
            .field("containerPort", INT32, ContainerPort::containerPort)
            .field("hostPort", INT32, ContainerPort::hostPort)
            .field("hostIP", TEXT, ContainerPort::hostIP)
            .field("protocol", TEXT, ContainerPort::protocol)
            .make(v -> new ContainerPort(v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<String> RESTART_RULE = Shape.only("action", TEXT, "ContainerRestartRule");

    private static final Shape<List<String>> MOUNT = Shape.only("bindMountOptions", list(TEXT), "VolumeMount");

    private static final Shape<String> SECCOMP_PROFILE = Shape.only("type", TEXT, "SeccompProfile");

    private static final Shape<String> SECURITY = security("SecurityContext");

    private static final Shape<String> POD_SECURITY = security("PodSecurityContext");

    public static final Shape<Container> CONTAINER = containers("Container");

    private static final Shape<Container> EPHEMERAL_CONTAINER = containers("EphemeralContainer");

    private static final Shape<String> GATE = Shape.only("name", TEXT);

    private static final Shape<String> RESPONDER = Shape.only("name", TEXT, "EvictionResponder");

    private static final Shape<String> CLAIM_NAME = Shape.only("claimName", TEXT, "PersistentVolumeClaimVolumeSource");

    private static final Shape<@Nullable String> PROJECTION = Shape.only(
            "podCertificate", pointer(Shape.only("keyType", TEXT, "PodCertificateProjection")), "VolumeProjection");

    private static final Shape<List<String>> PROJECTED =
            Shape.only("sources", list(PROJECTION), "ProjectedVolumeSource");

    /** A volume from a source that decides nothing is read as null, and left out. */
    private static final Shape<@Nullable Volume> VOLUME = Shape.<@Nullable Volume>rows()
            .field("name", TEXT, Volume::name)
            .field(
                    "persistentVolumeClaim",
                    pointer(CLAIM_NAME),
                    volume -> volume.source() instanceof Volume.Claim claim ? claim.claimName() : null)
            .field(
                    "ephemeral",
                    pointer(Shape.only("volumeClaimTemplate", ClaimShapes.CLAIM_TEMPLATE, "EphemeralVolumeSource")),
                    volume -> volume.source() instanceof Volume.Ephemeral own ? own.template() : null)
            .field(
                    "projected",
                    pointer(PROJECTED),
                    volume -> volume.source() instanceof Volume.Certificates own ? own.keyTypes() : null)
            .with(rows -> DiskShapes.rows(
                    rows, volume -> volume.source() instanceof Volume.Inline inline ? inline.disk() : null))
            .partOf("Volume")
            .make(CoreShapes::volume);

    private static final Shape<PodResourceClaim> CLAIM = Shape.<PodResourceClaim>rows()
            .field("name", TEXT, PodResourceClaim::name)
            .field("resourceClaimName", pointer(TEXT), PodResourceClaim::resourceClaimName)
            .field("resourceClaimTemplateName", pointer(TEXT), PodResourceClaim::resourceClaimTemplateName)
            .partOf("PodResourceClaim")
            .make(v -> new PodResourceClaim(v.next(), v.next(), v.next()));

    public static final Shape<PodSpec> POD_SPEC = Shape.<PodSpec>rows()
            .field("nodeName", TEXT, PodSpec::nodeName)
            .field("schedulerName", TEXT, PodSpec::schedulerName)
            .field("priority", pointer(INT32), PodSpec::priority)
            .field("priorityClassName", TEXT, PodSpec::priorityClassName)
            .field("preemptionPolicy", PREEMPTION_POLICY, PodSpec::preemptionPolicy)
            .field("schedulingGates", recurring(list(GATE)), PodSpec::schedulingGates)
            .field("nodeSelector", recurring(map(TEXT)), PodSpec::nodeSelector)
            .field("affinity", pointer(recurring(AffinityShapes.AFFINITY)), PodSpec::affinity)
            .field("tolerations", recurring(list(AffinityShapes.TOLERATION)), PodSpec::tolerations)
            .field(
                    "topologySpreadConstraints",
                    recurring(list(AffinityShapes.SPREAD)),
                    PodSpec::topologySpreadConstraints)
            .field("initContainers", recurring(list(CONTAINER)), PodSpec::initContainers)
            .field("containers", list(CONTAINER), PodSpec::containers)
            .field("ephemeralContainers", recurring(list(EPHEMERAL_CONTAINER)), PodSpec::ephemeralContainers)
            .field("restartPolicy", TEXT, PodSpec::restartPolicy)
            .field("activeDeadlineSeconds", pointer(INT64), PodSpec::activeDeadlineSeconds)
            .field("overhead", map(QUANTITY), PodSpec::overhead)
            .field("resources", pointer(RESOURCES), PodSpec::resources)
            .field("hostNetwork", TRUTH, PodSpec::hostNetwork)
            .field("hostUsers", pointer(TRUTH), PodSpec::hostUsers)
            .field("securityContext", pointer(POD_SECURITY), spec -> orNull(spec.seccompProfile()))
            .field("volumes", recurring(list(VOLUME)), PodSpec::volumes)
            .field("resourceClaims", recurring(list(CLAIM)), PodSpec::resourceClaims)
            .field("workloadRef", pointer(WORKLOAD_REF), PodSpec::workloadRef)
            .field("schedulingGroup", pointer(recurring(SCHEDULING_GROUP)), PodSpec::schedulingGroup)
            .field("evictionResponders", list(RESPONDER), PodSpec::evictionResponders)
            .partOf("PodSpec")
            .make(CoreShapes::podSpec);

    private static final Shape<ContainerStatus> CONTAINER_STATUS = Shape.<ContainerStatus>rows()
            .field("name", TEXT, ContainerStatus::name)
            .field("allocatedResources", map(QUANTITY), ContainerStatus::allocatedResources)
            .field("resources", pointer(RESOURCES), ContainerStatus::resources)
            .partOf("ContainerStatus")
            .make(v -> new ContainerStatus(v.next(), v.next(), v.next()));

    private static final Shape<PodResourceClaimStatus> CLAIM_STATUS = Shape.<PodResourceClaimStatus>rows()
            .field("name", TEXT, PodResourceClaimStatus::name)
            .field("resourceClaimName", pointer(TEXT), PodResourceClaimStatus::resourceClaimName)
            .make(v -> new PodResourceClaimStatus(v.next(), v.next()));

    private static final Shape<String> EXTENDED_CLAIM = Shape.<String>rows()
            .field("resourceClaimName", TEXT, name -> name)
            .partial()
            .make(ValueStack::next);

    public static final Shape<PodStatus> POD_STATUS = Shape.<PodStatus>rows()
            .field("phase", TEXT, PodStatus::phase)
            .field("nominatedNodeName", TEXT, PodStatus::nominatedNodeName)
            .field("startTime", TIME, PodStatus::startTime)
            .field("conditions", recurring(list(MetaShapes.POD_CONDITION)), PodStatus::conditions)
            .field("initContainerStatuses", recurring(list(CONTAINER_STATUS)), PodStatus::initContainerStatuses)
            .field("containerStatuses", list(CONTAINER_STATUS), PodStatus::containerStatuses)
            .field("resources", pointer(RESOURCES), PodStatus::resources)
            .field("allocatedResources", map(QUANTITY), PodStatus::allocatedResources)
            .field("resourceClaimStatuses", list(CLAIM_STATUS), PodStatus::resourceClaimStatuses)
            .field("extendedResourceClaimStatus", pointer(EXTENDED_CLAIM), PodStatus::extendedResourceClaim)
            .partOf("PodStatus")
            .make(v -> new PodStatus(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next()));

    static final Shape<Pod> POD = MetaShapes.typed(Shape.<Pod>rows())
            .field("metadata", MetaShapes.OBJECT_META, Pod::metadata)
            .field("spec", POD_SPEC, Pod::spec)
            .field("status", POD_STATUS, Pod::status)
            .partOf("Pod")
            .make(v -> new Pod(MetaShapes.metadata(v), v.next(), v.next()));

    /** The template from which other kinds make pods. */
    public static final Shape<Pod> POD_TEMPLATE = Shape.<Pod>rows()
            .field("metadata", MetaShapes.OBJECT_META, Pod::metadata)
            .field("spec", POD_SPEC, Pod::spec)
            .partOf("PodTemplateSpec")
            .make(v -> new Pod(v.next(), v.next(), PodStatus.EMPTY));

    public static final Shape<Taint> TAINT = Shape.<Taint>rows()
            .field("key", TEXT, Taint::key)
            .field("value", TEXT, Taint::value)
            .field("effect", TEXT, Taint::effect)
            .partOf("Taint")
            .make(v -> new Taint(v.next(), v.next(), v.next()));

    public static final Shape<NodeSpec> NODE_SPEC = Shape.<NodeSpec>rows()
            .field("unschedulable", TRUTH, NodeSpec::unschedulable)
            .field("taints", recurring(list(TAINT)), NodeSpec::taints)
            .partOf("NodeSpec")
            .make(v -> new NodeSpec(v.next(), v.next()));

    private static final Shape<String> NODE_INFO = Shape.only("kubeletVersion", TEXT, "NodeSystemInfo");

    public static final Shape<NodeStatus> NODE_STATUS = Shape.<NodeStatus>rows()
            .field("capacity", recurring(map(QUANTITY)), NodeStatus::capacity)
            .field("allocatable", recurring(map(QUANTITY)), NodeStatus::allocatable)
            .field("declaredFeatures", recurring(list(TEXT)), NodeStatus::declaredFeatures)
            .field("nodeInfo", recurring(NODE_INFO), NodeStatus::kubeletVersion)
            .partOf("NodeStatus")
            .make(v -> new NodeStatus(v.next(), v.next(), v.next(), v.next()));

    static final Shape<Node> NODE = MetaShapes.typed(Shape.<Node>rows())
            .field("metadata", MetaShapes.OBJECT_META, Node::metadata)
            .field("spec", NODE_SPEC, Node::spec)
            .field("status", NODE_STATUS, Node::status)
            .partOf("Node")
            .make(v -> new Node(MetaShapes.metadata(v), v.next(), v.next()));

    static final Shape<Namespace> NAMESPACE = MetaShapes.typed(Shape.<Namespace>rows())
            .field("metadata", MetaShapes.OBJECT_META, Namespace::metadata)
            .partial()
            .make(v -> new Namespace(MetaShapes.metadata(v)));

    private static final Shape<PodDisruptionBudget.Spec> BUDGET_SPEC = Shape.<PodDisruptionBudget.Spec>rows()
            .field("selector", pointer(MetaShapes.LABEL_SELECTOR), PodDisruptionBudget.Spec::selector)
            .partial()
            .make(v -> new PodDisruptionBudget.Spec(v.next()));

    private static final Shape<PodDisruptionBudget.Status> BUDGET_STATUS = Shape.<PodDisruptionBudget.Status>rows()
            .field("disruptionsAllowed", INT32, PodDisruptionBudget.Status::disruptionsAllowed)
            .field("disruptedPods", map(TEXT), PodDisruptionBudget.Status::disruptedPods)
            .partial()
            .make(v -> new PodDisruptionBudget.Status(v.next(), v.next()));

    static final Shape<PodDisruptionBudget> POD_DISRUPTION_BUDGET = MetaShapes.typed(Shape.<PodDisruptionBudget>rows())
            .field("metadata", MetaShapes.OBJECT_META, PodDisruptionBudget::metadata)
            .field("spec", BUDGET_SPEC, PodDisruptionBudget::spec)
            .field("status", BUDGET_STATUS, PodDisruptionBudget::status)
            .partial()
            .make(v -> new PodDisruptionBudget(MetaShapes.metadata(v), v.next(), v.next()));

    private CoreShapes() {}

    private static Shape<Container> containers(String type) {
        return Shape.<Container>rows()
                .field("name", TEXT, Container::name)
                .field("image", TEXT, Container::image)
                .field("resources", recurring(RESOURCES), Container::resources)
                .field("ports", recurring(list(PORT)), Container::ports)
                .field("restartPolicy", TEXT, Container::restartPolicy)
                .field("restartPolicyRules", list(RESTART_RULE), Container::restartRules)
                .field("volumeMounts", list(MOUNT), CoreShapes::mounts)
                .field("securityContext", pointer(SECURITY), container -> orNull(container.seccompProfile()))
                .partOf(type)
                .make(CoreShapes::container);
    }

    private static PodSpec podSpec(ValueStack v) {
        return new PodSpec(
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                orEmpty(v.next()),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next());
    }

    private static Container container(ValueStack v) {
        return new Container(
                v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), options(v.next()), orEmpty(v.next()));
    }

    /** {@return the options of all mounts, of which few containers have any} */
    private static List<String> options(List<List<String>> mounts) {
        for (List<String> mount : mounts) {
            if (!mount.isEmpty()) {
                return mounts.stream().flatMap(List::stream).toList();
            }
        }
        return List.of();
    }

    /** All options are written as those of one mount: which mount has which does not matter. */
    private static List<List<String>> mounts(Container container) {
        return container.bindMountOptions().isEmpty() ? List.of() : List.of(container.bindMountOptions());
    }

    private static Shape<String> security(String type) {
        return Shape.only("seccompProfile", SECCOMP_PROFILE, type);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Volume volume(ValueStack v) {
        String name = v.next();
        String claim = v.next();
        PersistentVolumeClaim template = v.next();
        List<String> keyTypes = v.next();
        Disk disk = DiskShapes.next(v);
        if (claim != null) {
            return Volume.ofClaim(name, claim);
        }
        if (template != null) {
            return new Volume(name, new Volume.Ephemeral(template));
        }
        if (keyTypes != null && !keyTypes.isEmpty()) {
            return new Volume(name, new Volume.Certificates(keyTypes));
        }
        return disk == null ? null : new Volume(name, new Volume.Inline(disk));
    }
}
