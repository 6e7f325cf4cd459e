package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.meta.Condition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Offending values as compact JSON, as violations hold them; what is not set is left out. */
final class Found {

    /** No value: what null looks like. */
    static final String NULL = "null";

    private Found() {}

    /** {@return text in quotes, escaped} */
    static String text(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    boolean half = Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c)
                                    && i + 1 < text.length()
                                    && Character.isLowSurrogate(text.charAt(i + 1)))
                            && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
                    if (c < ' ' || c == 0x7F || half) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    /** {@return a number} */
    static String number(long number) {
        return Long.toString(number);
    }

    /** {@return a template as the {@code podGroups} of {@code v1alpha1} write it} */
    static String group(PodGroupTemplate group) {
        return object(text("name", group.name()), raw("policy", policy(group.schedulingPolicy())));
    }

    /** {@return a list in brackets} */
    static <T> String list(List<T> items, Function<T, String> item) {
        return items.stream().map(item).collect(Collectors.joining(",", "[", "]"));
    }

    /** {@return an owner} */
    static String controllerRef(ControllerRef reference) {
        return object(
                text("apiGroup", reference.apiGroup()), text("kind", reference.kind()), text("name", reference.name()));
    }

    /** {@return a template as {@code v1alpha2} writes it} */
    static String templateOfV1Alpha2(PodGroupTemplate template) {
        return template(template, true);
    }

    /** {@return a template as {@code v1alpha3} and {@code v1beta1} write it} */
    static String template(PodGroupTemplate template) {
        return template(template, false);
    }

    private static String template(PodGroupTemplate template, boolean v1Alpha2) {
        return object(
                text("name", template.name()),
                raw("schedulingPolicy", policy(template.schedulingPolicy())),
                constraints(template.schedulingConstraints()),
                raw(
                        "resourceClaims",
                        template.resourceClaims().isEmpty() ? "" : list(template.resourceClaims(), Found::claim)),
                disruptionMode(template.disruptionMode(), v1Alpha2),
                text("priorityClassName", template.priorityClassName()),
                raw(
                        "priority",
                        template.priority() == null ? "" : template.priority().toString()),
                text(
                        "preemptionPolicy",
                        template.preemptionPolicy() == null
                                ? ""
                                : template.preemptionPolicy().value()));
    }

    /** {@return a composite template} */
    static String template(CompositePodGroupTemplate template) {
        return object(
                text("name", template.name()),
                raw("schedulingPolicy", policy(template.schedulingPolicy())),
                constraints(template.schedulingConstraints()),
                disruptionMode(template.disruptionMode(), false),
                text("priorityClassName", template.priorityClassName()),
                raw(
                        "priority",
                        template.priority() == null ? "" : template.priority().toString()),
                text(
                        "preemptionPolicy",
                        template.preemptionPolicy() == null
                                ? ""
                                : template.preemptionPolicy().value()),
                raw(
                        "podGroupTemplates",
                        template.podGroupTemplates().isEmpty()
                                ? ""
                                : list(template.podGroupTemplates(), Found::template)),
                raw(
                        "compositePodGroupTemplates",
                        template.compositePodGroupTemplates().isEmpty()
                                ? ""
                                : list(template.compositePodGroupTemplates(), Found::template)));
    }

    /** {@return a device claim} */
    static String claim(PodGroupResourceClaim claim) {
        String existing = claim.source().resourceClaimName();
        String template = claim.source().resourceClaimTemplateName();
        return object(
                text("name", claim.name()),
                raw("resourceClaimName", existing == null ? "" : text(existing)),
                raw("resourceClaimTemplateName", template == null ? "" : text(template)));
    }

    /** {@return the state of a device claim} */
    static String claimStatus(PodGroupResourceClaimStatus status) {
        String claim = status.resourceClaimName();
        return object(text("name", status.name()), raw("resourceClaimName", claim == null ? "" : text(claim)));
    }

    /** {@return a condition} */
    static String condition(Condition condition) {
        return object(
                text("type", condition.type()),
                text("status", condition.status()),
                raw(
                        "observedGeneration",
                        condition.observedGeneration() == 0 ? "" : number(condition.observedGeneration())),
                raw(
                        "lastTransitionTime",
                        condition.lastTransitionTime() == null
                                ? ""
                                : text(condition.lastTransitionTime().toString())),
                text("reason", condition.reason()),
                text("message", condition.message()));
    }

    private static String policy(SchedulingPolicy policy) {
        SchedulingPolicy.Gang gang = policy.gang();
        return object(
                raw("basic", policy.basic() == null ? "" : "{}"),
                raw("gang", gang == null ? "" : object(raw("minCount", number(gang.minCount())))));
    }

    private static String policy(CompositeSchedulingPolicy policy) {
        CompositeSchedulingPolicy.Gang gang = policy.gang();
        return object(
                raw("basic", policy.basic() == null ? "" : "{}"),
                raw("gang", gang == null ? "" : object(raw("minGroupCount", number(gang.minGroupCount())))));
    }

    private static String constraints(@Nullable SchedulingConstraints constraints) {
        if (constraints == null) {
            return "";
        }
        String topology = list(constraints.topology(), constraint -> object(text("key", constraint.key())));
        return raw(
                "schedulingConstraints",
                object(raw("topology", constraints.topology().isEmpty() ? "" : topology)));
    }

    private static String disruptionMode(@Nullable DisruptionMode mode, boolean v1Alpha2) {
        if (mode == null) {
            return "";
        }
        String members = object(raw("single", mode.isSingle() ? "{}" : ""), raw("all", mode.isAll() ? "{}" : ""));
        return raw("disruptionMode", v1Alpha2 ? word(mode) : members);
    }

    /** {@return a mode as {@code v1alpha2} writes it} */
    static String word(DisruptionMode mode) {
        if (mode instanceof DisruptionMode.Unknown unknown) {
            return text(unknown.word());
        }
        return text(mode.isSingle() == mode.isAll() ? "" : mode.isSingle() ? "Pod" : "PodGroup");
    }

    private static String text(String field, String value) {
        return raw(field, value.isEmpty() ? "" : text(value));
    }

    private static String raw(String field, String value) {
        return value.isEmpty() ? "" : text(field) + ":" + value;
    }

    private static String object(String... fields) {
        return Stream.of(fields).filter(field -> !field.isEmpty()).collect(Collectors.joining(",", "{", "}"));
    }
}
