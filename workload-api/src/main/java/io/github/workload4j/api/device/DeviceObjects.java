package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The objects of a cluster that say which devices there are and who wants them, in any order.
 *
 * @param slices what drivers offer
 * @param classes device classes
 * @param claims claims, allocated or not
 * @param templates what claims are made from
 * @param taintRules taints that are added to devices
 */
public record DeviceObjects(
        List<ResourceSlice> slices,
        List<DeviceClass> classes,
        List<ResourceClaim> claims,
        List<ResourceClaimTemplate> templates,
        List<DeviceTaintRule> taintRules) {

    /** The version of the model. */
    static final String GROUP_VERSION = "resource.k8s.io/v1";

    /** None at all. */
    public static final DeviceObjects NONE = new DeviceObjects(List.of(), List.of(), List.of(), List.of(), List.of());

    public DeviceObjects {
        slices = List.copyOf(requireNonNull(slices, "slices"));
        classes = List.copyOf(requireNonNull(classes, "classes"));
        claims = List.copyOf(requireNonNull(claims, "claims"));
        templates = List.copyOf(requireNonNull(templates, "templates"));
        taintRules = List.copyOf(requireNonNull(taintRules, "taintRules"));
    }

    /** {@return those of some objects that are of these kinds, in their order; others are left out} */
    public static DeviceObjects of(Collection<? extends ApiObject> objects) {
        requireNonNull(objects, "objects");
        DeviceObjects some = new DeviceObjects(
                only(objects, ResourceSlice.class),
                only(objects, DeviceClass.class),
                only(objects, ResourceClaim.class),
                only(objects, ResourceClaimTemplate.class),
                only(objects, DeviceTaintRule.class));
        return some.isEmpty() ? NONE : some;
    }

    private static <T extends ApiObject> List<T> only(Collection<? extends ApiObject> objects, Class<T> kind) {
        List<T> some = new ArrayList<>();
        for (ApiObject object : objects) {
            if (kind.isInstance(object)) {
                some.add(kind.cast(object));
            }
        }
        return some;
    }

    /** {@return all of them, kind by kind} */
    public List<ApiObject> all() {
        return Stream.of(slices, classes, claims, templates, taintRules)
                .<ApiObject>flatMap(List::stream)
                .toList();
    }

    /** {@return whether an object is of one of these kinds} */
    public static boolean isOne(ApiObject object) {
        requireNonNull(object, "object");
        return object instanceof ResourceSlice
                || object instanceof DeviceClass
                || object instanceof ResourceClaim
                || object instanceof ResourceClaimTemplate
                || object instanceof DeviceTaintRule;
    }

    /** {@return the same, where claims that have no devices yet, and templates, ask something else} */
    public DeviceObjects asking(UnaryOperator<ResourceClaimSpec> change) {
        requireNonNull(change, "change");
        return new DeviceObjects(
                slices,
                classes,
                claims.stream()
                        .map(each -> each.status().allocation() != null
                                ? each
                                : new ResourceClaim(each.metadata(), change.apply(each.spec()), each.status()))
                        .toList(),
                templates.stream()
                        .map(each -> new ResourceClaimTemplate(
                                each.metadata(), each.claimMetadata(), change.apply(each.spec())))
                        .toList(),
                taintRules);
    }

    /** {@return the same with more slices} */
    public DeviceObjects withSlices(Collection<ResourceSlice> more) {
        requireNonNull(more, "more");
        List<ResourceSlice> all = new ArrayList<>(slices);
        all.addAll(more);
        return new DeviceObjects(all, classes, claims, templates, taintRules);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return slices.isEmpty() && classes.isEmpty() && claims.isEmpty() && templates.isEmpty() && taintRules.isEmpty();
    }
}
