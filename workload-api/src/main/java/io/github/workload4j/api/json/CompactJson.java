package io.github.workload4j.api.json;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.wire.WireType;
import io.github.workload4j.api.wire.table.CoreShapes;
import io.github.workload4j.api.wire.table.SchedulingShapes;
import io.github.workload4j.api.wire.table.V1Alpha1;
import io.github.workload4j.api.wire.table.V1Alpha2;
import io.github.workload4j.api.wire.table.V1Beta1;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of manifests as compact JSON, by the tables that read and write manifests.
 *
 * <p>Every value can be shown, also one that no manifest of its version can hold. A field that is not set is left out,
 * except one that the API requires.
 */
public final class CompactJson {

    /** What null looks like. */
    public static final String NULL = "null";

    private CompactJson() {}

    /** {@return text in quotes, escaped} */
    public static String text(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2);
        new ReportOutput(json).text(text);
        return json.toString();
    }

    /** {@return a number} */
    public static String number(long number) {
        return Long.toString(number);
    }

    /** {@return a list of what {@code item} makes of its items} */
    public static <T> String list(List<T> items, Function<T, String> item) {
        return items.stream().map(item).collect(Collectors.joining(",", "[", "]"));
    }

    /** {@return an owner} */
    public static String controllerRef(ControllerRef reference) {
        return of(SchedulingShapes.CONTROLLER_REF, reference);
    }

    /** {@return a template as the {@code podGroups} of {@code v1alpha1} write it} */
    public static String group(PodGroupTemplate group) {
        return of(V1Alpha1.POD_GROUP, group);
    }

    /** {@return a template as {@code v1alpha2} writes it} */
    public static String templateOfV1Alpha2(PodGroupTemplate template) {
        return of(V1Alpha2.TEMPLATE, template);
    }

    /** {@return a template as {@code v1alpha3} and {@code v1beta1} write it} */
    public static String template(PodGroupTemplate template) {
        return of(V1Beta1.TEMPLATE, template);
    }

    /** {@return a composite template} */
    public static String template(CompositePodGroupTemplate template) {
        return of(V1Beta1.COMPOSITE_TEMPLATE, template);
    }

    /** {@return a policy} */
    public static String policy(SchedulingPolicy policy) {
        return of(SchedulingShapes.POLICY, policy);
    }

    /** {@return constraints} */
    public static String constraints(SchedulingConstraints constraints) {
        return of(SchedulingShapes.CONSTRAINTS, constraints);
    }

    /** {@return a device claim} */
    public static String claim(PodGroupResourceClaim claim) {
        return of(SchedulingShapes.CLAIM, claim);
    }

    /** {@return the state of a device claim} */
    public static String claimStatus(PodGroupResourceClaimStatus status) {
        return of(SchedulingShapes.CLAIM_STATUS, status);
    }

    /** {@return a mode as {@code v1alpha2} writes it} */
    public static String word(DisruptionMode mode) {
        return of(V1Alpha2.DISRUPTION_MODE, mode);
    }

    /** {@return a mode as the version writes it: a word, or members} */
    public static String mode(DisruptionMode mode, ApiVersion version) {
        return version == ApiVersion.V1ALPHA2 ? word(mode) : of(SchedulingShapes.DISRUPTION_MODE, mode);
    }

    /** {@return a reference to a template as the version writes it} */
    public static String templateRef(@Nullable TemplateRef reference, ApiVersion version) {
        if (reference == null) {
            return NULL;
        }
        return version == ApiVersion.V1ALPHA2
                ? of(V1Alpha2.TEMPLATE_REF, reference)
                : of(V1Beta1.WORKLOAD_REF, reference);
    }

    /** {@return a pod's reference to its group, of {@code v1alpha1}} */
    public static String workloadRef(WorkloadRef reference) {
        return of(CoreShapes.WORKLOAD_REF, reference);
    }

    private static <V> String of(WireType<V> type, V value) {
        StringBuilder json = new StringBuilder();
        type.write(value, new ReportOutput(json));
        return json.toString();
    }
}
