package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT32;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.checked;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.WireType;
import org.jspecify.annotations.Nullable;

/** The wire shapes that several versions of the Workload API share, and those of kinds that have only one version. */
public final class SchedulingShapes {

    public static final Shape<ControllerRef> CONTROLLER_REF = Shape.<ControllerRef>rows()
            .field("apiGroup", TEXT, ControllerRef::apiGroup)
            .field("kind", TEXT, ControllerRef::kind)
            .field("name", TEXT, ControllerRef::name)
            .make(v -> new ControllerRef(v.next(), v.next(), v.next()));

    private static final Shape<SchedulingPolicy.Gang> GANG = Shape.<SchedulingPolicy.Gang>rows()
            .required("minCount", INT32, SchedulingPolicy.Gang::minCount)
            .make(v -> new SchedulingPolicy.Gang(v.next()));

    public static final Shape<SchedulingPolicy> POLICY = Shape.<SchedulingPolicy>rows()
            .field("basic", pointer(empty(new SchedulingPolicy.Basic())), SchedulingPolicy::basic)
            .field("gang", pointer(GANG), SchedulingPolicy::gang)
            .make(v -> SchedulingPolicy.of(v.next(), v.next()));

    private static final Shape<TopologyConstraint> TOPOLOGY = Shape.<TopologyConstraint>rows()
            .field("key", TEXT, TopologyConstraint::key)
            .make(v -> new TopologyConstraint(v.next()));

    public static final Shape<SchedulingConstraints> CONSTRAINTS = Shape.<SchedulingConstraints>rows()
            .field("topology", list(TOPOLOGY), SchedulingConstraints::topology)
            .make(v -> new SchedulingConstraints(v.next()));

    public static final Shape<PodGroupResourceClaim> CLAIM = Shape.<PodGroupResourceClaim>rows()
            .field("name", TEXT, PodGroupResourceClaim::name)
            .field("resourceClaimName", pointer(TEXT), claim -> claim.source().resourceClaimName())
            .field(
                    "resourceClaimTemplateName",
                    pointer(TEXT),
                    claim -> claim.source().resourceClaimTemplateName())
            .make(v -> new PodGroupResourceClaim(v.next(), ClaimSource.of(v.next(), v.next())));

    private static final Shape<DisruptionMode> MODE_MEMBERS = Shape.<DisruptionMode>rows()
            .field("single", pointer(empty(true)), mode -> mode.isSingle() ? true : null)
            .field("all", pointer(empty(true)), mode -> mode.isAll() ? true : null)
            .make(v -> DisruptionMode.of(v.<Object>next() != null, v.<Object>next() != null));

    /** The object of {@code v1alpha3} and later. */
    public static final WireType<DisruptionMode> DISRUPTION_MODE = checked(MODE_MEMBERS, SchedulingShapes::problem);

    public static final Shape<PodGroupResourceClaimStatus> CLAIM_STATUS = Shape.<PodGroupResourceClaimStatus>rows()
            .field("name", TEXT, PodGroupResourceClaimStatus::name)
            .field("resourceClaimName", pointer(TEXT), PodGroupResourceClaimStatus::resourceClaimName)
            .make(v -> new PodGroupResourceClaimStatus(v.next(), v.next()));

    static final Shape<PodGroupStatus> POD_GROUP_STATUS = Shape.<PodGroupStatus>rows()
            .field("conditions", list(MetaShapes.CONDITION), PodGroupStatus::conditions)
            .field("resourceClaimStatuses", list(CLAIM_STATUS), PodGroupStatus::resourceClaimStatuses)
            .make(v -> new PodGroupStatus(v.next(), v.next()));

    static final Shape<PriorityClass> PRIORITY_CLASS = MetaShapes.typed(Shape.<PriorityClass>rows())
            .field("metadata", MetaShapes.OBJECT_META, PriorityClass::metadata)
            .field("value", INT32, PriorityClass::value)
            .field("globalDefault", TRUTH, PriorityClass::globalDefault)
            .field("description", TEXT, PriorityClass::description)
            .field("preemptionPolicy", CoreShapes.PREEMPTION_POLICY, PriorityClass::preemptionPolicy)
            .make(v -> new PriorityClass(MetaShapes.metadata(v), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<WorkloadPodGroupSchedulingPolicy.Gang> BLOCK_GANG =
            Shape.<WorkloadPodGroupSchedulingPolicy.Gang>rows()
                    .field("minCount", pointer(INT32), WorkloadPodGroupSchedulingPolicy.Gang::minCount)
                    .make(v -> new WorkloadPodGroupSchedulingPolicy.Gang(v.next()));

    public static final Shape<WorkloadPodGroupSchedulingPolicy> POD_GROUP_BLOCK =
            Shape.<WorkloadPodGroupSchedulingPolicy>rows()
                    .field(
                            "basic",
                            pointer(empty(new WorkloadPodGroupSchedulingPolicy.Basic())),
                            WorkloadPodGroupSchedulingPolicy::basic)
                    .field("gang", pointer(BLOCK_GANG), WorkloadPodGroupSchedulingPolicy::gang)
                    .make(v -> WorkloadPodGroupSchedulingPolicy.of(v.next(), v.next()));

    private static final Shape<WorkloadCompositePodGroupSchedulingPolicy.Gang> COMPOSITE_BLOCK_GANG =
            Shape.<WorkloadCompositePodGroupSchedulingPolicy.Gang>rows()
                    .field(
                            "minGroupCount",
                            pointer(INT32),
                            WorkloadCompositePodGroupSchedulingPolicy.Gang::minGroupCount)
                    .make(v -> new WorkloadCompositePodGroupSchedulingPolicy.Gang(v.next()));

    public static final Shape<WorkloadCompositePodGroupSchedulingPolicy> COMPOSITE_BLOCK =
            Shape.<WorkloadCompositePodGroupSchedulingPolicy>rows()
                    .field(
                            "basic",
                            pointer(empty(new WorkloadCompositePodGroupSchedulingPolicy.Basic())),
                            WorkloadCompositePodGroupSchedulingPolicy::basic)
                    .field("gang", pointer(COMPOSITE_BLOCK_GANG), WorkloadCompositePodGroupSchedulingPolicy::gang)
                    .make(v -> WorkloadCompositePodGroupSchedulingPolicy.of(v.next(), v.next()));

    public static final Shape<JobScheduling> JOB_SCHEDULING = Shape.<JobScheduling>rows()
            .field("schedulingPolicy", pointer(POD_GROUP_BLOCK), JobScheduling::schedulingPolicy)
            .field("schedulingConstraints", pointer(CONSTRAINTS), JobScheduling::schedulingConstraints)
            .field("resourceClaims", list(CLAIM), JobScheduling::resourceClaims)
            .field("disruptionMode", pointer(DISRUPTION_MODE), JobScheduling::disruptionMode)
            .make(v -> new JobScheduling(v.next(), v.next(), v.next(), v.next()));

    /** What a CronJob makes Jobs of. */
    public static final Shape<JobSpec> JOB_SPEC = Shape.<JobSpec>rows()
            .field("parallelism", pointer(INT32), JobSpec::parallelism)
            .field("completions", pointer(INT32), JobSpec::completions)
            .field("completionMode", TEXT, JobSpec::completionMode)
            .field("suspend", TRUTH, JobSpec::suspend)
            .field("scheduling", pointer(JOB_SCHEDULING), JobSpec::scheduling)
            .field("template", CoreShapes.POD_TEMPLATE, JobSpec::template)
            .partOf("JobSpec")
            .make(v -> new JobSpec(v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    static final Shape<Job> JOB = MetaShapes.typed(Shape.<Job>rows())
            .field("metadata", MetaShapes.OBJECT_META, Job::metadata)
            .field("spec", JOB_SPEC, Job::spec)
            .partOf("Job")
            .make(v -> new Job(MetaShapes.metadata(v), v.next()));

    private SchedulingShapes() {}

    /**
     * The three fields that every kind of group has after its constraints and claims.
     *
     * @param mode how the version writes a disruption mode
     */
    static <T extends GroupFields> Shape.Rows<T> disruptionAndPriority(
            Shape.Rows<T> rows, WireType<@Nullable DisruptionMode> mode) {
        return rows.field("disruptionMode", mode, GroupFields::disruptionMode)
                .field("priorityClassName", TEXT, GroupFields::priorityClassName)
                .field("priority", pointer(INT32), GroupFields::priority);
    }

    private static @Nullable String problem(DisruptionMode mode) {
        return mode instanceof DisruptionMode.Unknown unknown
                ? "is the word " + unknown.word() + ", for which this version has no member"
                : null;
    }

    /** An object without fields that stands for a value by being there. */
    public static <T> Shape<T> empty(T value) {
        return Shape.<T>rows().make(v -> value);
    }
}
