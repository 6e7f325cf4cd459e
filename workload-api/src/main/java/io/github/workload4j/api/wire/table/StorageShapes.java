package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT32;
import static io.github.workload4j.api.wire.Wire.QUANTITY;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;
import static io.github.workload4j.api.wire.Wire.recurring;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shapes of volumes and what {@code storage.k8s.io/v1} says of them: what scheduling reads. */
final class StorageShapes {

    private static final Shape<PersistentVolume.Csi> CSI = Shape.<PersistentVolume.Csi>rows()
            .field("driver", TEXT, PersistentVolume.Csi::driver)
            .field("volumeHandle", TEXT, PersistentVolume.Csi::volumeHandle)
            .partOf("CSIPersistentVolumeSource")
            .make(v -> new PersistentVolume.Csi(v.next(), v.next()));

    private static final Shape<PersistentVolume.ClaimRef> CLAIM_REF = Shape.<PersistentVolume.ClaimRef>rows()
            .field("namespace", TEXT, PersistentVolume.ClaimRef::namespace)
            .field("name", TEXT, PersistentVolume.ClaimRef::name)
            .field("uid", TEXT, PersistentVolume.ClaimRef::uid)
            .partOf("ObjectReference")
            .make(v -> new PersistentVolume.ClaimRef(v.next(), v.next(), v.next()));

    private static final Shape<PersistentVolume.Spec> VOLUME_SPEC = Shape.<PersistentVolume.Spec>rows()
            .field("capacity", map(QUANTITY), PersistentVolume.Spec::capacity)
            .field("csi", pointer(CSI), PersistentVolume.Spec::csi)
            .with(rows -> DiskShapes.rows(rows, PersistentVolume.Spec::disk))
            .field("accessModes", recurring(list(TEXT)), PersistentVolume.Spec::accessModes)
            .field("claimRef", pointer(CLAIM_REF), PersistentVolume.Spec::claimRef)
            .field("storageClassName", TEXT, PersistentVolume.Spec::storageClassName)
            .field("volumeMode", TEXT, PersistentVolume.Spec::volumeMode)
            .field("nodeAffinity", AffinityShapes.REQUIRED_NODES, PersistentVolume.Spec::nodeAffinity)
            .field("volumeAttributesClassName", pointer(TEXT), PersistentVolume.Spec::volumeAttributesClassName)
            .partOf("PersistentVolumeSpec")
            .make(v -> new PersistentVolume.Spec(
                    v.next(),
                    v.next(),
                    DiskShapes.next(v),
                    v.next(),
                    v.next(),
                    v.next(),
                    v.next(),
                    v.next(),
                    v.next()));

    private static final Shape<PersistentVolume.Status> VOLUME_STATUS = Shape.<PersistentVolume.Status>rows()
            .field("phase", TEXT, PersistentVolume.Status::phase)
            .partOf("PersistentVolumeStatus")
            .make(v -> new PersistentVolume.Status(v.next()));

    static final Shape<PersistentVolume> VOLUME = MetaShapes.typed(Shape.<PersistentVolume>rows())
            .field("metadata", MetaShapes.OBJECT_META, PersistentVolume::metadata)
            .field("spec", VOLUME_SPEC, PersistentVolume::spec)
            .field("status", VOLUME_STATUS, PersistentVolume::status)
            .partOf("PersistentVolume")
            .make(v -> new PersistentVolume(MetaShapes.metadata(v), v.next(), v.next()));

    private static final Shape<StorageClass.TopologyExpression> EXPRESSION =
            Shape.<StorageClass.TopologyExpression>rows()
                    .field("key", TEXT, StorageClass.TopologyExpression::key)
                    .field("values", list(TEXT), StorageClass.TopologyExpression::values)
                    .make(v -> new StorageClass.TopologyExpression(v.next(), v.next()));

    private static final Shape<StorageClass.TopologyTerm> TERM = Shape.<StorageClass.TopologyTerm>rows()
            .field("matchLabelExpressions", list(EXPRESSION), StorageClass.TopologyTerm::matchLabelExpressions)
            .make(v -> new StorageClass.TopologyTerm(v.next()));

    static final Shape<StorageClass> CLASS = MetaShapes.typed(Shape.<StorageClass>rows())
            .field("metadata", MetaShapes.OBJECT_META, StorageClass::metadata)
            .field("provisioner", TEXT, StorageClass::provisioner)
            .field("volumeBindingMode", TEXT, StorageClass::volumeBindingMode)
            .field("allowedTopologies", list(TERM), StorageClass::allowedTopologies)
            .partOf("StorageClass")
            .make(v -> new StorageClass(MetaShapes.metadata(v), v.next(), v.next(), v.next()));

    private static final Shape<@Nullable Integer> LIMIT = Shape.only("count", pointer(INT32), "VolumeNodeResources");

    private static final Shape<CsiNode.Driver> NODE_DRIVER = Shape.<CsiNode.Driver>rows()
            .field("name", TEXT, CsiNode.Driver::name)
            .field("allocatable", LIMIT, CsiNode.Driver::count)
            .partOf("CSINodeDriver")
            .make(v -> new CsiNode.Driver(v.next(), v.next()));

    private static final Shape<List<CsiNode.Driver>> NODE_SPEC =
            Shape.only("drivers", list(NODE_DRIVER), "CSINodeSpec");

    static final Shape<CsiNode> NODE = MetaShapes.typed(Shape.<CsiNode>rows())
            .field("metadata", MetaShapes.OBJECT_META, CsiNode::metadata)
            .field("spec", NODE_SPEC, CsiNode::drivers)
            .partOf("CSINode")
            .make(v -> new CsiNode(MetaShapes.metadata(v), v.next()));

    /** The fields of a driver, as they stand together in a manifest. */
    private record DriverSpec(
            @Nullable Boolean attachRequired, boolean storageCapacity, boolean preventPodSchedulingIfMissing) {}

    private static final Shape<DriverSpec> DRIVER_SPEC = Shape.<DriverSpec>rows()
            .field("attachRequired", pointer(TRUTH), DriverSpec::attachRequired)
            .field("storageCapacity", TRUTH, DriverSpec::storageCapacity)
            .field("preventPodSchedulingIfMissing", TRUTH, DriverSpec::preventPodSchedulingIfMissing)
            .partOf("CSIDriverSpec")
            .make(v -> new DriverSpec(v.next(), v.next(), v.next()));

    static final Shape<CsiDriver> DRIVER = MetaShapes.typed(Shape.<CsiDriver>rows())
            .field("metadata", MetaShapes.OBJECT_META, CsiDriver::metadata)
            .field(
                    "spec",
                    DRIVER_SPEC,
                    driver -> new DriverSpec(
                            driver.attachRequired(), driver.storageCapacity(), driver.preventPodSchedulingIfMissing()))
            .partOf("CSIDriver")
            .make(v -> driver(v));

    private static CsiDriver driver(ValueStack v) {
        var metadata = MetaShapes.metadata(v);
        DriverSpec spec = v.next();
        return new CsiDriver(
                metadata, spec.attachRequired(), spec.storageCapacity(), spec.preventPodSchedulingIfMissing());
    }

    static final Shape<CsiStorageCapacity> CAPACITY = MetaShapes.typed(Shape.<CsiStorageCapacity>rows())
            .field("metadata", MetaShapes.OBJECT_META, CsiStorageCapacity::metadata)
            .field("nodeTopology", pointer(MetaShapes.LABEL_SELECTOR), CsiStorageCapacity::nodeTopology)
            .field("storageClassName", TEXT, CsiStorageCapacity::storageClassName)
            .field("capacity", pointer(QUANTITY), CsiStorageCapacity::capacity)
            .field("maximumVolumeSize", pointer(QUANTITY), CsiStorageCapacity::maximumVolumeSize)
            .make(v -> new CsiStorageCapacity(MetaShapes.metadata(v), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<String> ATTACHED = Shape.only("persistentVolumeName", TEXT, "VolumeAttachmentSource");

    /** The fields of an attachment, as they stand together in a manifest. */
    private record AttachmentSpec(String attacher, String persistentVolumeName, String nodeName) {}

    private static final Shape<AttachmentSpec> ATTACHMENT_SPEC = Shape.<AttachmentSpec>rows()
            .field("attacher", TEXT, AttachmentSpec::attacher)
            .field("source", ATTACHED, AttachmentSpec::persistentVolumeName)
            .field("nodeName", TEXT, AttachmentSpec::nodeName)
            .partOf("VolumeAttachmentSpec")
            .make(v -> new AttachmentSpec(v.next(), v.next(), v.next()));

    static final Shape<VolumeAttachment> ATTACHMENT = MetaShapes.typed(Shape.<VolumeAttachment>rows())
            .field("metadata", MetaShapes.OBJECT_META, VolumeAttachment::metadata)
            .field(
                    "spec",
                    ATTACHMENT_SPEC,
                    one -> new AttachmentSpec(one.attacher(), one.persistentVolumeName(), one.nodeName()))
            .partOf("VolumeAttachment")
            .make(v -> attachment(v));

    private static VolumeAttachment attachment(ValueStack v) {
        var metadata = MetaShapes.metadata(v);
        AttachmentSpec spec = v.next();
        return new VolumeAttachment(metadata, spec.attacher(), spec.persistentVolumeName(), spec.nodeName());
    }

    private StorageShapes() {}
}
