package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT64;
import static io.github.workload4j.api.wire.Wire.JSON;
import static io.github.workload4j.api.wire.Wire.QUANTITY;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TIME;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.as;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;
import static io.github.workload4j.api.wire.Wire.recurring;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.CapacityRange;
import io.github.workload4j.api.device.CapacityRequestPolicy;
import io.github.workload4j.api.device.CounterSet;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceCapacity;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourcePool;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.device.ResourceSliceSpec;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import io.github.workload4j.api.wire.WireType;
import org.jspecify.annotations.Nullable;

/** The wire shapes of what drivers offer ({@code resource.k8s.io}): slices with their devices. */
final class DeviceShapes {

    /** A text that is absent rather than empty. */
    private static final WireType<String> WORD = as(pointer(TEXT), DeviceShapes::word, DeviceShapes::orNull);

    /** An amount in an object of its own. */
    private static final WireType<Quantity> VALUE =
            Shape.<Quantity>rows().always("value", QUANTITY, value -> value).make(ValueStack::next);

    private static final Shape<ResourcePool> POOL = Shape.<ResourcePool>rows()
            .field("name", TEXT, ResourcePool::name)
            .always("generation", INT64, ResourcePool::generation)
            .always("resourceSliceCount", INT64, ResourcePool::resourceSliceCount)
            .make(v -> new ResourcePool(v.next(), v.<Long>next(), v.<Long>next()));

    private static final Shape<CounterSet> COUNTER_SET = Shape.<CounterSet>rows()
            .field("name", TEXT, CounterSet::name)
            .field("counters", map(VALUE), CounterSet::counters)
            .make(v -> new CounterSet(v.next(), v.next()));

    private static final Shape<DeviceAttribute> ATTRIBUTE = Shape.<DeviceAttribute>rows()
            .field("int", pointer(INT64), DeviceAttribute::intValue)
            .field("bool", pointer(TRUTH), DeviceAttribute::boolValue)
            .field("string", pointer(TEXT), DeviceAttribute::stringValue)
            .field("version", pointer(TEXT), DeviceAttribute::versionValue)
            .field("ints", list(INT64), DeviceAttribute::intValues)
            .field("bools", list(TRUTH), DeviceAttribute::boolValues)
            .field("strings", list(TEXT), DeviceAttribute::stringValues)
            .field("versions", list(TEXT), DeviceAttribute::versionValues)
            .make(v -> new DeviceAttribute(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<CapacityRange> RANGE = Shape.<CapacityRange>rows()
            .field("min", pointer(QUANTITY), CapacityRange::min)
            .field("max", pointer(QUANTITY), CapacityRange::max)
            .field("step", pointer(QUANTITY), CapacityRange::step)
            .make(v -> new CapacityRange(v.next(), v.next(), v.next()));

    private static final Shape<CapacityRequestPolicy> POLICY = Shape.<CapacityRequestPolicy>rows()
            .field("default", pointer(QUANTITY), CapacityRequestPolicy::defaultAmount)
            .field("validValues", list(QUANTITY), CapacityRequestPolicy::validValues)
            .field("validRange", pointer(RANGE), CapacityRequestPolicy::validRange)
            .make(v -> new CapacityRequestPolicy(v.next(), v.next(), v.next()));

    private static final Shape<DeviceCapacity> CAPACITY = Shape.<DeviceCapacity>rows()
            .always("value", QUANTITY, DeviceCapacity::value)
            .field("requestPolicy", pointer(POLICY), DeviceCapacity::requestPolicy)
            .make(v -> new DeviceCapacity(v.next(), v.next()));

    private static final Shape<DeviceCounterConsumption> CONSUMPTION = Shape.<DeviceCounterConsumption>rows()
            .field("counterSet", TEXT, DeviceCounterConsumption::counterSet)
            .field("counters", map(VALUE), DeviceCounterConsumption::counters)
            .field("compatibilityGroups", list(TEXT), DeviceCounterConsumption::compatibilityGroups)
            .make(v -> new DeviceCounterConsumption(v.next(), v.next(), v.next()));

    static final Shape<DeviceTaint> TAINT = Shape.<DeviceTaint>rows()
            .field("key", TEXT, DeviceTaint::key)
            .field("value", TEXT, DeviceTaint::value)
            .field("effect", TEXT, DeviceTaint::effect)
            .field("timeAdded", TIME, DeviceTaint::timeAdded)
            .make(v -> new DeviceTaint(v.next(), v.next(), v.next(), v.next()));

    private static final Shape<Device> DEVICE = fields(Shape.<Device>rows().field("name", TEXT, Device::name), false)
            .make(v -> device(v.next(), v));

    /** Up to {@code v1beta1} all fields but the name lie in an object of their own. */
    private static final Shape<Device> BASIC_DEVICE = Shape.<Device>rows()
            .field("name", TEXT, Device::name)
            .field("basic", fields(Shape.<Device>rows(), true).make(v -> device("", v)), device -> device)
            .make(v -> named(v.next(), v.next()));

    /** The slices of {@code v1beta2} and later. */
    static final Shape<ResourceSlice> SLICE = slice(DEVICE);

    /** The slices of {@code v1beta1}. */
    static final Shape<ResourceSlice> BASIC_SLICE = slice(BASIC_DEVICE);

    private DeviceShapes() {}

    private static Shape.Rows<Device> fields(Shape.Rows<Device> rows, boolean hasMappings) {
        Shape.Rows<Device> fields = rows.field("attributes", recurring(map(ATTRIBUTE)), Device::attributes)
                .field("capacity", recurring(map(CAPACITY)), Device::capacity)
                .field("consumesCounters", recurring(list(CONSUMPTION)), Device::consumesCounters)
                .field("nodeName", WORD, device -> device.reach().nodeName())
                .field(
                        "nodeSelector",
                        pointer(AffinityShapes.NODE_SELECTOR),
                        device -> device.reach().nodeSelector())
                .field("allNodes", TRUTH, device -> device.reach().allNodes())
                .field("taints", list(TAINT), Device::taints)
                .field("bindsToNode", TRUTH, Device::bindsToNode)
                .field("bindingConditions", list(TEXT), Device::bindingConditions)
                .field("bindingFailureConditions", list(TEXT), Device::bindingFailureConditions)
                .field("allowMultipleAllocations", TRUTH, Device::allowMultipleAllocations)
                .field("nodeAllocatableResources", JSON, Device::nodeAllocatableResources);
        return hasMappings ? fields.field("nodeAllocatableResourceMappings", JSON, device -> null) : fields;
    }

    private static Device device(String name, ValueStack v) {
        return new Device(
                name,
                v.next(),
                v.next(),
                v.next(),
                new NodeReach(v.next(), v.next(), v.next()),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next(),
                v.next());
    }

    private static Device named(String name, Device of) {
        return new Device(
                name,
                of.attributes(),
                of.capacity(),
                of.consumesCounters(),
                of.reach(),
                of.taints(),
                of.bindsToNode(),
                of.bindingConditions(),
                of.bindingFailureConditions(),
                of.allowMultipleAllocations(),
                of.nodeAllocatableResources());
    }

    private static Shape<ResourceSlice> slice(Shape<Device> device) {
        Shape<ResourceSliceSpec> spec = Shape.<ResourceSliceSpec>rows()
                .field("driver", TEXT, ResourceSliceSpec::driver)
                .field("pool", POOL, ResourceSliceSpec::pool)
                .field("nodeName", WORD, slice -> slice.reach().nodeName())
                .field(
                        "nodeSelector",
                        pointer(AffinityShapes.NODE_SELECTOR),
                        slice -> slice.reach().nodeSelector())
                .field("allNodes", TRUTH, slice -> slice.reach().allNodes())
                .field("devices", list(device), ResourceSliceSpec::devices)
                .field("perDeviceNodeSelection", TRUTH, ResourceSliceSpec::perDeviceNodeSelection)
                .field("sharedCounters", list(COUNTER_SET), ResourceSliceSpec::sharedCounters)
                .field("partitionTypeAttribute", WORD, ResourceSliceSpec::partitionTypeAttribute)
                .field("skipNodeOperations", list(TEXT), ResourceSliceSpec::skipNodeOperations)
                .make(v -> new ResourceSliceSpec(
                        v.next(),
                        v.next(),
                        new NodeReach(v.next(), v.next(), v.next()),
                        v.next(),
                        v.next(),
                        v.next(),
                        v.next(),
                        v.next()));
        return MetaShapes.typed(Shape.<ResourceSlice>rows())
                .field("metadata", MetaShapes.OBJECT_META, ResourceSlice::metadata)
                .field("spec", spec, ResourceSlice::spec)
                .make(v -> new ResourceSlice(MetaShapes.metadata(v), v.next()));
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
