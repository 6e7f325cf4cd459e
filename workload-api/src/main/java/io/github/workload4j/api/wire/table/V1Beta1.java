package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT32;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.checked;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.WireType;
import org.jspecify.annotations.Nullable;

/** The wire shape of {@code v1beta1} and {@code v1alpha3}, which are the same field for field. */
public final class V1Beta1 {

    public static final Shape<PodGroupTemplate> TEMPLATE = Shape.<PodGroupTemplate>rows()
            .field("name", TEXT, PodGroupTemplate::name)
            .required("schedulingPolicy", SchedulingShapes.POLICY, PodGroupTemplate::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .field("resourceClaims", list(SchedulingShapes.CLAIM), PodGroupTemplate::resourceClaims)
            .with(V1Beta1::disruptionPriorityAndPreemption)
            .make(v -> new PodGroupTemplate(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<CompositeSchedulingPolicy.Gang> COMPOSITE_GANG =
            Shape.<CompositeSchedulingPolicy.Gang>rows()
                    .required("minGroupCount", INT32, CompositeSchedulingPolicy.Gang::minGroupCount)
                    .make(v -> new CompositeSchedulingPolicy.Gang(v.next()));

    private static final Shape<CompositeSchedulingPolicy> COMPOSITE_POLICY = Shape.<CompositeSchedulingPolicy>rows()
            .field(
                    "basic",
                    pointer(SchedulingShapes.empty(new CompositeSchedulingPolicy.Basic())),
                    CompositeSchedulingPolicy::basic)
            .field("gang", pointer(COMPOSITE_GANG), CompositeSchedulingPolicy::gang)
            .make(v -> CompositeSchedulingPolicy.of(v.next(), v.next()));

    public static final Shape<CompositePodGroupTemplate> COMPOSITE_TEMPLATE = Shape.<CompositePodGroupTemplate>rows()
            .field("name", TEXT, CompositePodGroupTemplate::name)
            .required("schedulingPolicy", COMPOSITE_POLICY, CompositePodGroupTemplate::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .with(V1Beta1::disruptionPriorityAndPreemption)
            .field("podGroupTemplates", list(TEMPLATE), CompositePodGroupTemplate::podGroupTemplates)
            .later(
                    "compositePodGroupTemplates",
                    () -> list(compositeTemplate()),
                    CompositePodGroupTemplate::compositePodGroupTemplates)
            .make(v -> new CompositePodGroupTemplate(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    public static final Shape<WorkloadSpec> WORKLOAD_SPEC = Shape.<WorkloadSpec>rows()
            .field("controllerRef", pointer(SchedulingShapes.CONTROLLER_REF), WorkloadSpec::controllerRef)
            .field("podGroupTemplates", list(TEMPLATE), WorkloadSpec::podGroupTemplates)
            .field("compositePodGroupTemplates", list(COMPOSITE_TEMPLATE), WorkloadSpec::compositePodGroupTemplates)
            .make(v -> new WorkloadSpec(v.next(), v.next(), v.next()));

    private static final Shape<TemplateRef> NAMED = Shape.<TemplateRef>rows()
            .field("workloadName", TEXT, reference -> named(reference).workloadName())
            .field("templateName", TEXT, reference -> named(reference).templateName())
            .make(v -> TemplateRef.of(v.next(), v.next()));

    public static final WireType<TemplateRef> WORKLOAD_REF = checked(NAMED, V1Beta1::problem);

    public static final Shape<PodGroupSpec> POD_GROUP_SPEC = Shape.<PodGroupSpec>rows()
            .field("parentCompositePodGroupName", pointer(TEXT), PodGroupSpec::parentCompositePodGroupName)
            .field("workloadRef", pointer(WORKLOAD_REF), PodGroupSpec::workloadRef)
            .required("schedulingPolicy", SchedulingShapes.POLICY, PodGroupSpec::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .field("resourceClaims", list(SchedulingShapes.CLAIM), PodGroupSpec::resourceClaims)
            .with(V1Beta1::disruptionPriorityAndPreemption)
            .make(v -> new PodGroupSpec(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    public static final Shape<CompositePodGroupSpec> COMPOSITE_SPEC = Shape.<CompositePodGroupSpec>rows()
            .field("parentCompositePodGroupName", pointer(TEXT), CompositePodGroupSpec::parentCompositePodGroupName)
            .field("workloadRef", pointer(WORKLOAD_REF), CompositePodGroupSpec::workloadRef)
            .required("schedulingPolicy", COMPOSITE_POLICY, CompositePodGroupSpec::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .with(V1Beta1::disruptionPriorityAndPreemption)
            .make(v -> new CompositePodGroupSpec(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<CompositePodGroupStatus> COMPOSITE_STATUS = Shape.<CompositePodGroupStatus>rows()
            .field("conditions", list(MetaShapes.CONDITION), CompositePodGroupStatus::conditions)
            .make(v -> new CompositePodGroupStatus(v.next()));

    private V1Beta1() {}

    static Shape<Workload> workload(ApiVersion version) {
        return MetaShapes.typed(Shape.<Workload>rows())
                .field("metadata", MetaShapes.OBJECT_META, Workload::metadata)
                .field("spec", WORKLOAD_SPEC, Workload::spec)
                .make(v -> new Workload(version, MetaShapes.metadata(v), v.next()));
    }

    static Shape<PodGroup> podGroup(ApiVersion version) {
        return MetaShapes.typed(Shape.<PodGroup>rows())
                .field("metadata", MetaShapes.OBJECT_META, PodGroup::metadata)
                .field("spec", POD_GROUP_SPEC, PodGroup::spec)
                .field("status", SchedulingShapes.POD_GROUP_STATUS, PodGroup::status)
                .make(v -> new PodGroup(version, MetaShapes.metadata(v), v.next(), v.next()));
    }

    static Shape<CompositePodGroup> compositePodGroup(ApiVersion version) {
        return MetaShapes.typed(Shape.<CompositePodGroup>rows())
                .field("metadata", MetaShapes.OBJECT_META, CompositePodGroup::metadata)
                .field("spec", COMPOSITE_SPEC, CompositePodGroup::spec)
                .field("status", COMPOSITE_STATUS, CompositePodGroup::status)
                .make(v -> new CompositePodGroup(version, MetaShapes.metadata(v), v.next(), v.next()));
    }

    private static <T extends GroupFields> Shape.Rows<T> disruptionPriorityAndPreemption(Shape.Rows<T> rows) {
        return SchedulingShapes.disruptionAndPriority(rows, pointer(SchedulingShapes.DISRUPTION_MODE))
                .field("preemptionPolicy", CoreShapes.PREEMPTION_POLICY, GroupFields::preemptionPolicy);
    }

    private static TemplateRef.Named named(TemplateRef reference) {
        return reference instanceof TemplateRef.Named named ? named : new TemplateRef.Named("", "");
    }

    private static @Nullable String problem(TemplateRef reference) {
        return reference instanceof TemplateRef.Named
                ? null
                : "is a reference to nothing, which this version cannot write";
    }

    private static Shape<CompositePodGroupTemplate> compositeTemplate() {
        return COMPOSITE_TEMPLATE;
    }
}
