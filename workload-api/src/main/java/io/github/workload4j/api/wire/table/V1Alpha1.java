package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.wire.Shape;
import java.util.List;

/** The wire shape of {@code v1alpha1}: groups embedded in the Workload. */
public final class V1Alpha1 {

    public static final Shape<PodGroupTemplate> POD_GROUP = Shape.<PodGroupTemplate>rows()
            .field("name", TEXT, PodGroupTemplate::name)
            .required("policy", SchedulingShapes.POLICY, PodGroupTemplate::schedulingPolicy)
            .nowhere("schedulingConstraints", PodGroupTemplate::schedulingConstraints)
            .nowhere("resourceClaims", PodGroupTemplate::resourceClaims)
            .nowhere("disruptionMode", PodGroupTemplate::disruptionMode)
            .nowhere("priorityClassName", PodGroupTemplate::priorityClassName)
            .nowhere("priority", PodGroupTemplate::priority)
            .nowhere("preemptionPolicy", PodGroupTemplate::preemptionPolicy)
            .make(v -> PodGroupTemplate.of(v.next(), v.next()));

    private static final Shape<WorkloadSpec> SPEC = Shape.<WorkloadSpec>rows()
            .field("controllerRef", pointer(SchedulingShapes.CONTROLLER_REF), WorkloadSpec::controllerRef)
            .field("podGroups", list(POD_GROUP), WorkloadSpec::podGroupTemplates)
            .nowhere("compositePodGroupTemplates", WorkloadSpec::compositePodGroupTemplates)
            .make(v -> new WorkloadSpec(v.next(), v.next(), List.of()));

    static final Shape<Workload> WORKLOAD = MetaShapes.typed(Shape.<Workload>rows())
            .field("metadata", MetaShapes.OBJECT_META, Workload::metadata)
            .field("spec", SPEC, Workload::spec)
            .make(v -> new Workload(ApiVersion.V1ALPHA1, MetaShapes.metadata(v), v.next()));

    private V1Alpha1() {}
}
