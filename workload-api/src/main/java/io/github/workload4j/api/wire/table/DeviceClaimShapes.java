package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT64;
import static io.github.workload4j.api.wire.Wire.JSON;
import static io.github.workload4j.api.wire.Wire.QUANTITY;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TIME;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.AllocatedDeviceStatus;
import io.github.workload4j.api.device.ClaimConsumer;
import io.github.workload4j.api.device.DeviceAllocation;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceClassSpec;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.DeviceSelector;
import io.github.workload4j.api.device.DeviceTaintRule;
import io.github.workload4j.api.device.DeviceTaintSelector;
import io.github.workload4j.api.device.DeviceToleration;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.device.ResourceClaimStatus;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.wire.Shape;
import java.util.List;
import java.util.Map;

/** The wire shapes of what is wanted of devices ({@code resource.k8s.io}): classes, claims, templates, taint rules. */
final class DeviceClaimShapes {

    private static final Shape<String> CEL = Shape.only("expression", TEXT);

    private static final Shape<DeviceSelector> SELECTOR = Shape.<DeviceSelector>rows()
            .field("cel", CEL, DeviceSelector::expression)
            .make(v -> new DeviceSelector(v.next()));

    private static final Shape<DeviceToleration> TOLERATION = Shape.<DeviceToleration>rows()
            .field("key", TEXT, DeviceToleration::key)
            .field("operator", TEXT, DeviceToleration::operator)
            .field("value", TEXT, DeviceToleration::value)
            .field("effect", TEXT, DeviceToleration::effect)
            .field("tolerationSeconds", pointer(INT64), DeviceToleration::tolerationSeconds)
            .make(v -> new DeviceToleration(v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<Map<String, Quantity>> CAPACITY = Shape.only("requests", map(QUANTITY));

    private static final Shape<DeviceAsk> EXACTLY = ask(Shape.<DeviceAsk>rows(), true)
            .make(v -> new DeviceAsk(
                    "", v.next(), v.next(), v.next(), v.<Long>next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<DeviceAsk> ALTERNATIVE = ask(
                    Shape.<DeviceAsk>rows().field("name", TEXT, DeviceAsk::name), false)
            .make(v -> new DeviceAsk(
                    v.next(), v.next(), v.next(), v.next(), v.<Long>next(), false, v.next(), v.next(), v.next()));

    private static final Shape<DeviceRequest> REQUEST = Shape.<DeviceRequest>rows()
            .field("name", TEXT, DeviceRequest::name)
            .field("exactly", pointer(EXACTLY), DeviceRequest::exactly)
            .field("firstAvailable", list(ALTERNATIVE), DeviceRequest::firstAvailable)
            .make(v -> new DeviceRequest(v.next(), v.next(), v.next()));

    /** Up to {@code v1beta1} what is asked exactly lies beside the name. */
    private static final Shape<DeviceRequest> FLAT_REQUEST = flatRequest();

    private static final Shape<DeviceConstraint> CONSTRAINT = Shape.<DeviceConstraint>rows()
            .field("requests", list(TEXT), DeviceConstraint::requests)
            .field("matchAttribute", pointer(TEXT), DeviceConstraint::matchAttribute)
            .field("distinctAttribute", pointer(TEXT), DeviceConstraint::distinctAttribute)
            .make(v -> new DeviceConstraint(v.next(), v.next(), v.next()));

    private static final Shape<AllocatedDevice> ALLOCATED = Shape.<AllocatedDevice>rows()
            .field("request", TEXT, AllocatedDevice::request)
            .field("driver", TEXT, AllocatedDevice::driver)
            .field("pool", TEXT, AllocatedDevice::pool)
            .field("device", TEXT, AllocatedDevice::device)
            .field("adminAccess", TRUTH, AllocatedDevice::adminAccess)
            .field("tolerations", list(TOLERATION), AllocatedDevice::tolerations)
            .field("bindingConditions", list(TEXT), AllocatedDevice::bindingConditions)
            .field("bindingFailureConditions", list(TEXT), AllocatedDevice::bindingFailureConditions)
            .field("shareID", pointer(TEXT), AllocatedDevice::shareID)
            .field("consumedCapacity", map(QUANTITY), AllocatedDevice::consumedCapacity)
            .field("skipNodeOperations", list(TEXT), AllocatedDevice::skipNodeOperations)
            .make(v -> new AllocatedDevice(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next()));

    /** Results and parameters, as they lie together. */
    private record Results(List<AllocatedDevice> results, List<String> config) {}

    private static final Shape<Results> RESULTS = Shape.<Results>rows()
            .field("results", list(ALLOCATED), Results::results)
            .field("config", list(JSON), Results::config)
            .make(v -> new Results(v.next(), v.next()));

    private static final Shape<DeviceAllocation> ALLOCATION = Shape.<DeviceAllocation>rows()
            .field("devices", RESULTS, allocation -> new Results(allocation.results(), allocation.config()))
            .field("nodeSelector", pointer(AffinityShapes.NODE_SELECTOR), DeviceAllocation::nodeSelector)
            .field("allocationTimestamp", TIME, DeviceAllocation::allocationTimestamp)
            .make(v -> {
                Results results = v.next();
                return new DeviceAllocation(results.results(), results.config(), v.next(), v.next());
            });

    private static final Shape<ClaimConsumer> CONSUMER = Shape.<ClaimConsumer>rows()
            .field("apiGroup", TEXT, ClaimConsumer::apiGroup)
            .field("resource", TEXT, ClaimConsumer::resource)
            .field("name", TEXT, ClaimConsumer::name)
            .field("uid", TEXT, ClaimConsumer::uid)
            .make(v -> new ClaimConsumer(v.next(), v.next(), v.next(), v.next()));

    private static final Shape<AllocatedDeviceStatus> DEVICE_STATUS = Shape.<AllocatedDeviceStatus>rows()
            .field("driver", TEXT, AllocatedDeviceStatus::driver)
            .field("pool", TEXT, AllocatedDeviceStatus::pool)
            .field("device", TEXT, AllocatedDeviceStatus::device)
            .field("shareID", pointer(TEXT), AllocatedDeviceStatus::shareID)
            .field("conditions", list(MetaShapes.CONDITION), AllocatedDeviceStatus::conditions)
            .field("data", JSON, AllocatedDeviceStatus::data)
            .field("networkData", JSON, AllocatedDeviceStatus::networkData)
            .make(v -> new AllocatedDeviceStatus(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    private static final Shape<ResourceClaimStatus> STATUS = Shape.<ResourceClaimStatus>rows()
            .field("allocation", pointer(ALLOCATION), ResourceClaimStatus::allocation)
            .field("reservedFor", list(CONSUMER), ResourceClaimStatus::reservedFor)
            .field("devices", list(DEVICE_STATUS), ResourceClaimStatus::devices)
            .make(v -> new ResourceClaimStatus(v.next(), v.next(), v.next()));

    private static final Shape<DeviceClassSpec> CLASS_SPEC = Shape.<DeviceClassSpec>rows()
            .field("selectors", list(SELECTOR), DeviceClassSpec::selectors)
            .field("config", list(JSON), DeviceClassSpec::config)
            .field("extendedResourceName", pointer(TEXT), DeviceClassSpec::extendedResourceName)
            .make(v -> new DeviceClassSpec(v.next(), v.next(), v.next()));

    static final Shape<DeviceClass> CLASS = MetaShapes.typed(Shape.<DeviceClass>rows())
            .field("metadata", MetaShapes.OBJECT_META, DeviceClass::metadata)
            .field("spec", CLASS_SPEC, DeviceClass::spec)
            .make(v -> new DeviceClass(MetaShapes.metadata(v), v.next()));

    /** The claims of {@code v1beta2} and later. */
    static final Shape<ResourceClaim> CLAIM = claim(REQUEST);

    /** The claims of {@code v1beta1}. */
    static final Shape<ResourceClaim> FLAT_CLAIM = claim(FLAT_REQUEST);

    /** The templates of {@code v1beta2} and later. */
    static final Shape<ResourceClaimTemplate> TEMPLATE = template(REQUEST);

    /** The templates of {@code v1beta1}. */
    static final Shape<ResourceClaimTemplate> FLAT_TEMPLATE = template(FLAT_REQUEST);

    /** The rules of {@code v1beta2} and later. */
    static final Shape<DeviceTaintRule> TAINT_RULE = taintRule(false);

    /** The rules of {@code v1alpha3}, early releases included. */
    static final Shape<DeviceTaintRule> EARLY_TAINT_RULE = taintRule(true);

    private DeviceClaimShapes() {}

    private static Shape.Rows<DeviceAsk> ask(Shape.Rows<DeviceAsk> rows, boolean exactly) {
        Shape.Rows<DeviceAsk> fields = rows.field("deviceClassName", TEXT, DeviceAsk::deviceClassName)
                .field("selectors", list(SELECTOR), DeviceAsk::selectors)
                .field("allocationMode", TEXT, DeviceAsk::allocationMode)
                .field("count", INT64, DeviceAsk::count);
        return (exactly ? fields.field("adminAccess", TRUTH, DeviceAsk::adminAccess) : fields)
                .field("tolerations", list(TOLERATION), DeviceAsk::tolerations)
                .field("capacity", CAPACITY, DeviceAsk::capacity)
                .field("derivedAttributes", list(JSON), DeviceAsk::derivedAttributes);
    }

    private static Shape<DeviceRequest> flatRequest() {
        DeviceAsk nothing = EXACTLY.absent();
        return Shape.<DeviceRequest>rows()
                .field("name", TEXT, DeviceRequest::name)
                .field("deviceClassName", TEXT, r -> exactly(r, nothing).deviceClassName())
                .field("selectors", list(SELECTOR), r -> exactly(r, nothing).selectors())
                .field("allocationMode", TEXT, r -> exactly(r, nothing).allocationMode())
                .field("count", INT64, r -> exactly(r, nothing).count())
                .field("adminAccess", TRUTH, r -> exactly(r, nothing).adminAccess())
                .field("tolerations", list(TOLERATION), r -> exactly(r, nothing).tolerations())
                .field("capacity", CAPACITY, r -> exactly(r, nothing).capacity())
                .field("derivedAttributes", list(JSON), r -> exactly(r, nothing).derivedAttributes())
                .field("firstAvailable", list(ALTERNATIVE), DeviceRequest::firstAvailable)
                .make(v -> {
                    String name = v.next();
                    DeviceAsk asked = new DeviceAsk(
                            "", v.next(), v.next(), v.next(), v.<Long>next(), v.next(), v.next(), v.next(), v.next());
                    List<DeviceAsk> choices = v.next();
                    return new DeviceRequest(name, choices.isEmpty() ? asked : null, choices);
                });
    }

    private static DeviceAsk exactly(DeviceRequest request, DeviceAsk otherwise) {
        DeviceAsk exactly = request.exactly();
        return exactly == null ? otherwise : exactly;
    }

    /** The spec of a claim, which lies in {@code devices}. */
    private static Shape<ResourceClaimSpec> spec(Shape<DeviceRequest> request) {
        Shape<ResourceClaimSpec> devices = Shape.<ResourceClaimSpec>rows()
                .field("requests", list(request), ResourceClaimSpec::requests)
                .field("constraints", list(CONSTRAINT), ResourceClaimSpec::constraints)
                .field("config", list(JSON), ResourceClaimSpec::config)
                .make(v -> new ResourceClaimSpec(v.next(), v.next(), v.next()));
        return Shape.only("devices", devices);
    }

    private static Shape<ResourceClaim> claim(Shape<DeviceRequest> request) {
        return MetaShapes.typed(Shape.<ResourceClaim>rows())
                .field("metadata", MetaShapes.OBJECT_META, ResourceClaim::metadata)
                .field("spec", spec(request), ResourceClaim::spec)
                .field("status", STATUS, ResourceClaim::status)
                .make(v -> new ResourceClaim(MetaShapes.metadata(v), v.next(), v.next()));
    }

    /** Metadata and spec of the claims to make, as they lie together. */
    private record Made(ObjectMeta metadata, ResourceClaimSpec spec) {}

    private static Shape<ResourceClaimTemplate> template(Shape<DeviceRequest> request) {
        Shape<Made> made = Shape.<Made>rows()
                .field("metadata", MetaShapes.OBJECT_META, Made::metadata)
                .field("spec", spec(request), Made::spec)
                .make(v -> new Made(v.next(), v.next()));
        return MetaShapes.typed(Shape.<ResourceClaimTemplate>rows())
                .field("metadata", MetaShapes.OBJECT_META, ResourceClaimTemplate::metadata)
                .field("spec", made, template -> new Made(template.claimMetadata(), template.spec()))
                .make(v -> {
                    ObjectMeta metadata = MetaShapes.metadata(v);
                    Made spec = v.next();
                    return new ResourceClaimTemplate(metadata, spec.metadata(), spec.spec());
                });
    }

    private static Shape<DeviceTaintRule> taintRule(boolean early) {
        Shape.Rows<DeviceTaintSelector> rows = Shape.<DeviceTaintSelector>rows()
                .field("driver", pointer(TEXT), DeviceTaintSelector::driver)
                .field("pool", pointer(TEXT), DeviceTaintSelector::pool)
                .field("device", pointer(TEXT), DeviceTaintSelector::device);
        Shape<DeviceTaintSelector> selector = early
                ? rows.field("deviceClassName", pointer(TEXT), DeviceTaintSelector::deviceClassName)
                        .field("selectors", list(SELECTOR), DeviceTaintSelector::selectors)
                        .make(v -> new DeviceTaintSelector(v.next(), v.next(), v.next(), v.next(), v.next()))
                : rows.make(v -> new DeviceTaintSelector(v.next(), v.next(), v.next(), null, List.of()));
        Shape<DeviceTaintRule> spec = Shape.<DeviceTaintRule>rows()
                .field("deviceSelector", pointer(selector), DeviceTaintRule::deviceSelector)
                .field("taint", DeviceShapes.TAINT, DeviceTaintRule::taint)
                .make(v -> new DeviceTaintRule(ObjectMeta.of("", ""), v.next(), v.next(), List.of()));
        Shape<List<Condition>> status = Shape.only("conditions", list(MetaShapes.CONDITION));
        return MetaShapes.typed(Shape.<DeviceTaintRule>rows())
                .field("metadata", MetaShapes.OBJECT_META, DeviceTaintRule::metadata)
                .field("spec", spec, DeviceClaimShapes::specAlone)
                .field("status", status, DeviceTaintRule::conditions)
                .make(v -> {
                    ObjectMeta metadata = MetaShapes.metadata(v);
                    DeviceTaintRule read = v.next();
                    return new DeviceTaintRule(metadata, read.deviceSelector(), read.taint(), v.next());
                });
    }

    /** A rule as the shape of its spec knows it, so that an absent spec is told from one that says something. */
    private static DeviceTaintRule specAlone(DeviceTaintRule rule) {
        return new DeviceTaintRule(ObjectMeta.of("", ""), rule.deviceSelector(), rule.taint(), List.of());
    }
}
