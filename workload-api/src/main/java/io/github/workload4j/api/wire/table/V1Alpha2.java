package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.as;
import static io.github.workload4j.api.wire.Wire.checked;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import io.github.workload4j.api.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shape of {@code v1alpha2}: templates, PodGroup, and disruption modes that are words. */
public final class V1Alpha2 {

    public static final WireType<@Nullable DisruptionMode> DISRUPTION_MODE =
            pointer(checked(as(TEXT, DisruptionMode::parse, V1Alpha2::word), V1Alpha2::problem));

    public static final Shape<PodGroupTemplate> TEMPLATE = Shape.<PodGroupTemplate>rows()
            .field("name", TEXT, PodGroupTemplate::name)
            .required("schedulingPolicy", SchedulingShapes.POLICY, PodGroupTemplate::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .field("resourceClaims", list(SchedulingShapes.CLAIM), PodGroupTemplate::resourceClaims)
            .with(rows -> SchedulingShapes.disruptionAndPriority(rows, DISRUPTION_MODE))
            .nowhere("preemptionPolicy", PodGroupTemplate::preemptionPolicy)
            .make(v ->
                    new PodGroupTemplate(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), null));

    private static final Shape<WorkloadSpec> WORKLOAD_SPEC = Shape.<WorkloadSpec>rows()
            .field("controllerRef", pointer(SchedulingShapes.CONTROLLER_REF), WorkloadSpec::controllerRef)
            .field("podGroupTemplates", list(TEMPLATE), WorkloadSpec::podGroupTemplates)
            .nowhere("compositePodGroupTemplates", WorkloadSpec::compositePodGroupTemplates)
            .make(v -> new WorkloadSpec(v.next(), v.next(), List.of()));

    static final Shape<Workload> WORKLOAD = MetaShapes.typed(Shape.<Workload>rows())
            .field("metadata", MetaShapes.OBJECT_META, Workload::metadata)
            .field("spec", WORKLOAD_SPEC, Workload::spec)
            .make(v -> new Workload(ApiVersion.V1ALPHA2, MetaShapes.metadata(v), v.next()));

    private static final Shape<TemplateRef> NAMED = Shape.<TemplateRef>rows()
            .field("workloadName", TEXT, reference -> named(reference).workloadName())
            .field("podGroupTemplateName", TEXT, reference -> named(reference).templateName())
            .make(v -> TemplateRef.of(v.next(), v.next()));

    public static final Shape<TemplateRef> TEMPLATE_REF = Shape.<TemplateRef>rows()
            .field("workload", pointer(NAMED), reference -> reference instanceof TemplateRef.Named ? reference : null)
            .make(V1Alpha2::reference);

    private static final Shape<PodGroupSpec> POD_GROUP_SPEC = Shape.<PodGroupSpec>rows()
            .field("podGroupTemplateRef", pointer(TEMPLATE_REF), PodGroupSpec::workloadRef)
            .required("schedulingPolicy", SchedulingShapes.POLICY, PodGroupSpec::schedulingPolicy)
            .field("schedulingConstraints", pointer(SchedulingShapes.CONSTRAINTS), GroupFields::schedulingConstraints)
            .field("resourceClaims", list(SchedulingShapes.CLAIM), PodGroupSpec::resourceClaims)
            .with(rows -> SchedulingShapes.disruptionAndPriority(rows, DISRUPTION_MODE))
            .nowhere("parentCompositePodGroupName", PodGroupSpec::parentCompositePodGroupName)
            .nowhere("preemptionPolicy", PodGroupSpec::preemptionPolicy)
            .make(v ->
                    new PodGroupSpec(null, v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), null));

    static final Shape<PodGroup> POD_GROUP = MetaShapes.typed(Shape.<PodGroup>rows())
            .field("metadata", MetaShapes.OBJECT_META, PodGroup::metadata)
            .field("spec", POD_GROUP_SPEC, PodGroup::spec)
            .field("status", SchedulingShapes.POD_GROUP_STATUS, PodGroup::status)
            .make(v -> new PodGroup(ApiVersion.V1ALPHA2, MetaShapes.metadata(v), v.next(), v.next()));

    private V1Alpha2() {}

    private static TemplateRef reference(ValueStack v) {
        TemplateRef named = v.next();
        return named == null ? TemplateRef.NONE : named;
    }

    private static TemplateRef.Named named(TemplateRef reference) {
        return (TemplateRef.Named) reference;
    }

    private static String word(DisruptionMode mode) {
        if (mode instanceof DisruptionMode.Unknown unknown) {
            return unknown.word();
        }
        return mode.isSingle() == mode.isAll() ? "" : mode.isAll() ? "PodGroup" : "Pod";
    }

    private static @Nullable String problem(DisruptionMode mode) {
        boolean fits = DisruptionMode.parse(word(mode)).equals(mode);
        return fits ? null : "is " + mode + ", for which this version has no word";
    }
}
