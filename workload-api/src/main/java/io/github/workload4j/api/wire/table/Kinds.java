package io.github.workload4j.api.wire.table;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.wire.Output;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.Unwritable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which kinds there are in which version, and their wire shapes, each made when it is first asked for. */
public final class Kinds {

    /** By {@code apiVersion}, then by {@code kind}. */
    private static final Map<String, Map<String, LateShape>> SHAPES = shapes();

    private static final String STORAGE = "storage.k8s.io/v1";

    private Kinds() {}

    private static Map<String, Map<String, LateShape>> shapes() {
        Map<String, Map<String, LateShape>> shapes = new LinkedHashMap<>();
        add(shapes, ApiVersion.V1ALPHA1.groupVersion(), "Workload", () -> V1Alpha1.WORKLOAD);
        add(shapes, ApiVersion.V1ALPHA2.groupVersion(), "Workload", () -> V1Alpha2.WORKLOAD);
        add(shapes, ApiVersion.V1ALPHA2.groupVersion(), "PodGroup", () -> V1Alpha2.POD_GROUP);
        for (ApiVersion version : List.of(ApiVersion.V1ALPHA3, ApiVersion.V1BETA1)) {
            add(shapes, version.groupVersion(), "Workload", () -> V1Beta1.workload(version));
            add(shapes, version.groupVersion(), "PodGroup", () -> V1Beta1.podGroup(version));
            add(shapes, version.groupVersion(), "CompositePodGroup", () -> V1Beta1.compositePodGroup(version));
        }
        add(shapes, "scheduling.k8s.io/v1", "PriorityClass", () -> SchedulingShapes.PRIORITY_CLASS);
        add(shapes, "batch/v1", "Job", () -> SchedulingShapes.JOB);
        add(shapes, "v1", "Node", () -> CoreShapes.NODE);
        add(shapes, "v1", "Pod", () -> CoreShapes.POD);
        add(shapes, "v1", "Namespace", () -> CoreShapes.NAMESPACE);
        add(shapes, "policy/v1", "PodDisruptionBudget", () -> CoreShapes.POD_DISRUPTION_BUDGET);
        for (String version : List.of("v1beta1", "v1beta2", "v1")) {
            boolean flat = version.equals("v1beta1");
            String devices = "resource.k8s.io/" + version;
            add(shapes, devices, "ResourceSlice", () -> flat ? DeviceShapes.BASIC_SLICE : DeviceShapes.SLICE);
            add(shapes, devices, "DeviceClass", () -> DeviceClaimShapes.CLASS);
            add(shapes, devices, "ResourceClaim", () -> flat ? DeviceClaimShapes.FLAT_CLAIM : DeviceClaimShapes.CLAIM);
            add(
                    shapes,
                    devices,
                    "ResourceClaimTemplate",
                    () -> flat ? DeviceClaimShapes.FLAT_TEMPLATE : DeviceClaimShapes.TEMPLATE);
            if (!flat) {
                add(shapes, devices, "DeviceTaintRule", () -> DeviceClaimShapes.TAINT_RULE);
            }
        }
        add(shapes, "resource.k8s.io/v1alpha3", "DeviceTaintRule", () -> DeviceClaimShapes.EARLY_TAINT_RULE);
        add(shapes, "v1", "PersistentVolume", () -> StorageShapes.VOLUME);
        add(shapes, "v1", "PersistentVolumeClaim", () -> ClaimShapes.CLAIM);
        add(shapes, STORAGE, "StorageClass", () -> StorageShapes.CLASS);
        add(shapes, STORAGE, "CSINode", () -> StorageShapes.NODE);
        add(shapes, STORAGE, "CSIDriver", () -> StorageShapes.DRIVER);
        add(shapes, STORAGE, "CSIStorageCapacity", () -> StorageShapes.CAPACITY);
        add(shapes, STORAGE, "VolumeAttachment", () -> StorageShapes.ATTACHMENT);
        return shapes;
    }

    private static void add(
            Map<String, Map<String, LateShape>> shapes,
            String apiVersion,
            String kind,
            Supplier<Shape<? extends ApiObject>> shape) {
        shapes.computeIfAbsent(apiVersion, version -> new LinkedHashMap<>()).put(kind, new LateShape(shape));
    }

    /** {@return the shape of a kind in a version, or null if there is none} */
    public static @Nullable Shape<? extends ApiObject> shape(String apiVersion, String kind) {
        LateShape shape = SHAPES.getOrDefault(apiVersion, Map.of()).get(kind);
        return shape == null ? null : shape.get();
    }

    /** Writes one object, or throws {@link Unwritable}. */
    public static void write(ApiObject object, Output out) {
        Shape<? extends ApiObject> shape = shape(object.groupVersion(), object.kind());
        if (shape == null) {
            throw new Unwritable("there is no such kind in that version");
        }
        write(object, shape, out);
    }

    @SuppressWarnings("unchecked")
    private static <T extends ApiObject> void write(ApiObject object, Shape<T> shape, Output out) {
        shape.write((T) object, out);
    }

    /** {@return the same versions, the newest of ours first} */
    public static List<String> newestFirst() {
        List<String> versions = new ArrayList<>(SHAPES.keySet());
        Collections.reverse(versions);
        return versions;
    }

    /** {@return the kinds of a version} */
    public static List<String> kinds(String apiVersion) {
        return List.copyOf(SHAPES.getOrDefault(apiVersion, Map.of()).keySet());
    }

    /** {@return the versions in which there is such a kind} */
    public static List<String> versionsOf(String kind) {
        return SHAPES.keySet().stream()
                .filter(version -> SHAPES.get(version).containsKey(kind))
                .toList();
    }

    /** A shape that is made once: to make all takes longer than to read a small input. */
    private static final class LateShape {
        private final Supplier<Shape<? extends ApiObject>> make;
        private volatile @Nullable Shape<? extends ApiObject> made;

        LateShape(Supplier<Shape<? extends ApiObject>> make) {
            this.make = make;
        }

        Shape<? extends ApiObject> get() {
            Shape<? extends ApiObject> shape = made;
            return shape == null ? makeOnce() : shape;
        }

        private synchronized Shape<? extends ApiObject> makeOnce() {
            Shape<? extends ApiObject> shape = made;
            if (shape == null) {
                shape = make.get();
                made = shape;
            }
            return shape;
        }
    }
}
