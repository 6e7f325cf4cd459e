package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.QUANTITY;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;
import static io.github.workload4j.api.wire.Wire.recurring;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.wire.Shape;

/** The wire shapes of claims, and of the templates of them in pods: what scheduling reads. */
final class ClaimShapes {

    private static final Shape<ResourceRequirements> RESOURCES = Shape.<ResourceRequirements>rows()
            .field("requests", map(QUANTITY), ResourceRequirements::requests)
            .field("limits", map(QUANTITY), ResourceRequirements::limits)
            .partOf("VolumeResourceRequirements")
            .make(v -> new ResourceRequirements(v.next(), v.next()));

    private static final Shape<PersistentVolumeClaim.Spec> CLAIM_SPEC = Shape.<PersistentVolumeClaim.Spec>rows()
            .field("accessModes", recurring(list(TEXT)), PersistentVolumeClaim.Spec::accessModes)
            .field("selector", pointer(MetaShapes.LABEL_SELECTOR), PersistentVolumeClaim.Spec::selector)
            .field("resources", RESOURCES, PersistentVolumeClaim.Spec::resources)
            .field("volumeName", TEXT, PersistentVolumeClaim.Spec::volumeName)
            .field("storageClassName", pointer(TEXT), PersistentVolumeClaim.Spec::storageClassName)
            .field("volumeMode", TEXT, PersistentVolumeClaim.Spec::volumeMode)
            .field("volumeAttributesClassName", pointer(TEXT), PersistentVolumeClaim.Spec::volumeAttributesClassName)
            .partOf("PersistentVolumeClaimSpec")
            .make(v -> new PersistentVolumeClaim.Spec(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<PersistentVolumeClaim.Status> CLAIM_STATUS = Shape.<PersistentVolumeClaim.Status>rows()
            .field("phase", TEXT, PersistentVolumeClaim.Status::phase)
            .partOf("PersistentVolumeClaimStatus")
            .make(v -> new PersistentVolumeClaim.Status(v.next()));

    static final Shape<PersistentVolumeClaim> CLAIM = MetaShapes.typed(Shape.<PersistentVolumeClaim>rows())
            .field("metadata", MetaShapes.OBJECT_META, PersistentVolumeClaim::metadata)
            .field("spec", CLAIM_SPEC, PersistentVolumeClaim::spec)
            .field("status", CLAIM_STATUS, PersistentVolumeClaim::status)
            .partOf("PersistentVolumeClaim")
            .make(v -> new PersistentVolumeClaim(MetaShapes.metadata(v), v.next(), v.next()));

    /** What a pod's own claim is made from. */
    static final Shape<PersistentVolumeClaim> CLAIM_TEMPLATE = Shape.<PersistentVolumeClaim>rows()
            .field("metadata", MetaShapes.OBJECT_META, PersistentVolumeClaim::metadata)
            .field("spec", CLAIM_SPEC, PersistentVolumeClaim::spec)
            .partOf("PersistentVolumeClaimTemplate")
            .make(v -> new PersistentVolumeClaim(v.next(), v.next(), PersistentVolumeClaim.Status.EMPTY));

    private ClaimShapes() {}
}
