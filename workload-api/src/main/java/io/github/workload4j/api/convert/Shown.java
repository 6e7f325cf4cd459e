package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.WorkloadRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of a manifest as compact JSON, for reports; this package has no JSON library. */
final class Shown {

    private Shown() {}

    static String of(String text) {
        return json(text);
    }

    static String of(int number) {
        return json(number);
    }

    static String of(SchedulingConstraints constraints) {
        return json(constraints(constraints));
    }

    static String of(List<PodGroupResourceClaim> claims) {
        return json(claims.stream().map(Shown::claim).toList());
    }

    static String of(SchedulingPolicy policy) {
        return json(policy(policy));
    }

    static String of(WorkloadRef ref) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", ref.name());
        fields.put("podGroup", ref.podGroup());
        put(fields, "podGroupReplicaKey", ref.podGroupReplicaKey());
        return json(fields);
    }

    /** As the version writes it. */
    static String of(@Nullable TemplateRef ref, ApiVersion version) {
        if (!(ref instanceof TemplateRef.Named named)) {
            return ref == null ? "null" : "{}";
        }
        String template = version == ApiVersion.V1ALPHA2 ? "podGroupTemplateName" : "templateName";
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("workloadName", named.workloadName());
        fields.put(template, named.templateName());
        return json(version == ApiVersion.V1ALPHA2 ? Map.of("workload", fields) : fields);
    }

    /** As the version writes it: a word, or members. */
    static String of(DisruptionMode mode, ApiVersion version) {
        if (version != ApiVersion.V1ALPHA2) {
            return json(disruptionMode(mode));
        }
        return mode instanceof DisruptionMode.Unknown unknown
                ? json(unknown.word())
                : json(mode.isAll() ? "PodGroup" : "Pod");
    }

    static String composites(List<CompositePodGroupTemplate> templates) {
        return json(templates.stream().map(Shown::composite).toList());
    }

    private static Map<String, Object> composite(CompositePodGroupTemplate template) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", template.name());
        Map<String, Object> policy = new LinkedHashMap<>();
        put(policy, "basic", template.schedulingPolicy().basic() == null ? null : Map.of());
        if (template.schedulingPolicy().gang() != null) {
            policy.put(
                    "gang",
                    Map.of("minGroupCount", template.schedulingPolicy().gang().minGroupCount()));
        }
        fields.put("schedulingPolicy", policy);
        shared(
                fields,
                template.schedulingConstraints(),
                template.disruptionMode(),
                template.priorityClassName(),
                template.priority(),
                template.preemptionPolicy());
        put(
                fields,
                "podGroupTemplates",
                template.podGroupTemplates().stream().map(Shown::template).toList());
        put(
                fields,
                "compositePodGroupTemplates",
                template.compositePodGroupTemplates().stream()
                        .map(Shown::composite)
                        .toList());
        return fields;
    }

    private static Map<String, Object> template(PodGroupTemplate template) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", template.name());
        fields.put("schedulingPolicy", policy(template.schedulingPolicy()));
        put(
                fields,
                "resourceClaims",
                template.resourceClaims().stream().map(Shown::claim).toList());
        shared(
                fields,
                template.schedulingConstraints(),
                template.disruptionMode(),
                template.priorityClassName(),
                template.priority(),
                template.preemptionPolicy());
        return fields;
    }

    private static void shared(
            Map<String, Object> fields,
            @Nullable SchedulingConstraints constraints,
            @Nullable DisruptionMode mode,
            String priorityClassName,
            @Nullable Integer priority,
            @Nullable PreemptionPolicy preemption) {
        put(fields, "schedulingConstraints", constraints == null ? null : constraints(constraints));
        put(fields, "disruptionMode", mode == null ? null : disruptionMode(mode));
        put(fields, "priorityClassName", priorityClassName);
        put(fields, "priority", priority);
        put(fields, "preemptionPolicy", preemption == null ? null : preemption.value());
    }

    private static Map<String, Object> policy(SchedulingPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "basic", policy.basic() == null ? null : Map.of());
        if (policy.gang() != null) {
            members.put("gang", Map.of("minCount", policy.gang().minCount()));
        }
        return members;
    }

    private static Map<String, Object> constraints(SchedulingConstraints constraints) {
        return Map.of(
                "topology",
                constraints.topology().stream()
                        .map(TopologyConstraint::key)
                        .map(key -> Map.of("key", key))
                        .toList());
    }

    private static Map<String, Object> claim(PodGroupResourceClaim claim) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", claim.name());
        put(fields, "resourceClaimName", claim.source().resourceClaimName());
        put(fields, "resourceClaimTemplateName", claim.source().resourceClaimTemplateName());
        return fields;
    }

    private static Map<String, Object> disruptionMode(DisruptionMode mode) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "single", mode.isSingle() ? Map.of() : null);
        put(members, "all", mode.isAll() ? Map.of() : null);
        return members;
    }

    /** Leaves out what a manifest would leave out. */
    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null && !value.equals("") && !(value instanceof List<?> list && list.isEmpty())) {
            fields.put(name, value);
        }
    }

    private static String json(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Map<?, ?> fields) {
            text.append('{');
            fields.forEach((name, field) -> {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ",");
                append(text, name);
                append(text.append(':'), field);
            });
            text.append('}');
        } else if (value instanceof List<?> items) {
            text.append('[');
            for (int i = 0; i < items.size(); i++) {
                append(text.append(i == 0 ? "" : ","), items.get(i));
            }
            text.append(']');
        } else if (value instanceof Number) {
            text.append(value);
        } else {
            quote(text, value.toString());
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
