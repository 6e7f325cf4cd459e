package io.github.workload4j.api.wire.table;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.wire.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which kinds there are in which version, and their wire shapes. */
public final class Kinds {

    /** By {@code apiVersion}, then by {@code kind}. */
    private static final Map<String, Map<String, Shape<? extends ApiObject>>> SHAPES = shapes();

    private static final String STORAGE = "storage.k8s.io/v1";

    private Kinds() {}

    private static Map<String, Map<String, Shape<? extends ApiObject>>> shapes() {
        Map<String, Map<String, Shape<? extends ApiObject>>> shapes = new LinkedHashMap<>();
        add(shapes, ApiVersion.V1ALPHA1.groupVersion(), "Workload", V1Alpha1.WORKLOAD);
        add(shapes, ApiVersion.V1ALPHA2.groupVersion(), "Workload", V1Alpha2.WORKLOAD);
        add(shapes, ApiVersion.V1ALPHA2.groupVersion(), "PodGroup", V1Alpha2.POD_GROUP);
        for (ApiVersion version : List.of(ApiVersion.V1ALPHA3, ApiVersion.V1BETA1)) {
            add(shapes, version.groupVersion(), "Workload", V1Beta1.workload(version));
            add(shapes, version.groupVersion(), "PodGroup", V1Beta1.podGroup(version));
            add(shapes, version.groupVersion(), "CompositePodGroup", V1Beta1.compositePodGroup(version));
        }
        add(shapes, "scheduling.k8s.io/v1", "PriorityClass", SchedulingShapes.PRIORITY_CLASS);
        add(shapes, "batch/v1", "Job", SchedulingShapes.JOB);
        add(shapes, "v1", "Node", CoreShapes.NODE);
        add(shapes, "v1", "Pod", CoreShapes.POD);
        add(shapes, "v1", "Namespace", CoreShapes.NAMESPACE);
        add(shapes, "policy/v1", "PodDisruptionBudget", CoreShapes.POD_DISRUPTION_BUDGET);
        for (String version : List.of("v1beta1", "v1beta2", "v1")) {
            boolean flat = version.equals("v1beta1");
            String devices = "resource.k8s.io/" + version;
            add(shapes, devices, "ResourceSlice", flat ? DeviceShapes.BASIC_SLICE : DeviceShapes.SLICE);
            add(shapes, devices, "DeviceClass", DeviceClaimShapes.CLASS);
            add(shapes, devices, "ResourceClaim", flat ? DeviceClaimShapes.FLAT_CLAIM : DeviceClaimShapes.CLAIM);
            add(
                    shapes,
                    devices,
                    "ResourceClaimTemplate",
                    flat ? DeviceClaimShapes.FLAT_TEMPLATE : DeviceClaimShapes.TEMPLATE);
            if (!flat) {
                add(shapes, devices, "DeviceTaintRule", DeviceClaimShapes.TAINT_RULE);
            }
        }
        add(shapes, "resource.k8s.io/v1alpha3", "DeviceTaintRule", DeviceClaimShapes.EARLY_TAINT_RULE);
        add(shapes, "v1", "PersistentVolume", StorageShapes.VOLUME);
        add(shapes, "v1", "PersistentVolumeClaim", ClaimShapes.CLAIM);
        add(shapes, STORAGE, "StorageClass", StorageShapes.CLASS);
        add(shapes, STORAGE, "CSINode", StorageShapes.NODE);
        add(shapes, STORAGE, "CSIDriver", StorageShapes.DRIVER);
        add(shapes, STORAGE, "CSIStorageCapacity", StorageShapes.CAPACITY);
        add(shapes, STORAGE, "VolumeAttachment", StorageShapes.ATTACHMENT);
        return shapes;
    }

    private static void add(
            Map<String, Map<String, Shape<? extends ApiObject>>> shapes,
            String apiVersion,
            String kind,
            Shape<? extends ApiObject> shape) {
        shapes.computeIfAbsent(apiVersion, version -> new LinkedHashMap<>()).put(kind, shape);
    }

    /** {@return the shape of a kind in a version, or null if there is none} */
    public static @Nullable Shape<? extends ApiObject> shape(String apiVersion, String kind) {
        return SHAPES.getOrDefault(apiVersion, Map.of()).get(kind);
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
}
