package io.github.workload4j.policy.rule;

import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Object metadata, alike for every kind. Releases differ in one thing: Kubernetes 1.37 says which owner reference is at
 * fault.
 */
final class ObjectMetaRules {

    private static final int MAX_ANNOTATION_BYTES = 262_144;
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Set<String> STANDARD_FINALIZERS = Set.of(ORPHAN, FOREGROUND, "kubernetes");

    private ObjectMetaRules() {}

    /** Checks metadata on create, of a kind that lives in namespaces or does not. */
    static void create(ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        at.down("metadata");
        name(meta, at);
        namespace(meta, namespaced, context, at);
        if (meta.generation() < 0) {
            at.reportAt(
                    "generation",
                    Type.INVALID,
                    Found.number(meta.generation()),
                    "must be greater than or equal to 0",
                    Rule.M_7,
                    "minimum");
        }
        labels(meta.labels(), at);
        annotations(meta.annotations(), at);
        owners(meta.ownerReferences(), context.isAtLeast137(), at);
        finalizers(meta.finalizers(), at);
        at.up();
    }

    /** Checks metadata on update: all that is checked on create, and that nothing changed that may not. */
    static void update(ObjectMeta old, ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        create(meta, namespaced, context, at);
        at.down("metadata");
        immutable(old.name(), meta.name(), "name", at);
        if (context.requires(Demand.NAMESPACE) || !meta.namespace().isEmpty()) {
            immutable(old.namespace(), meta.namespace(), "namespace", at);
        }
        boolean complete = context.requires(Demand.RESOURCE_VERSION);
        if (complete || !meta.uid().isEmpty()) {
            immutable(old.uid(), meta.uid(), "uid", at);
        }
        if (complete || meta.creationTimestamp() != null) {
            immutable(old.creationTimestamp(), meta.creationTimestamp(), "creationTimestamp", at);
        }
        if (complete || meta.deletionTimestamp() != null) {
            immutable(old.deletionTimestamp(), meta.deletionTimestamp(), "deletionTimestamp", at);
        }
        if (complete || meta.deletionGracePeriodSeconds() != null) {
            immutable(
                    old.deletionGracePeriodSeconds(),
                    meta.deletionGracePeriodSeconds(),
                    "deletionGracePeriodSeconds",
                    at);
        }
        if (complete && meta.resourceVersion().isEmpty()) {
            at.reportAt(
                    "resourceVersion", Type.INVALID, Found.text(""), "must be specified for an update", Rule.M_U1, "");
        }
        if (meta.generation() < old.generation() && (complete || meta.generation() != 0)) {
            at.reportAt(
                    "generation",
                    Type.INVALID,
                    Found.number(meta.generation()),
                    "must not be decremented",
                    Rule.M_U3,
                    "");
        }
        if (old.deletionTimestamp() != null) {
            addedFinalizers(old.finalizers(), meta.finalizers(), at);
        }
        at.up();
    }

    private static void addedFinalizers(List<String> old, List<String> now, Findings at) {
        Set<String> added = new LinkedHashSet<>(now);
        old.forEach(added::remove);
        if (!added.isEmpty()) {
            String detail =
                    "no new finalizers can be added if the object is being deleted, found new finalizers " + added;
            at.reportAt("finalizers", Type.FORBIDDEN, "", detail, Rule.M_U4, "");
        }
    }

    private static void immutable(@Nullable Object old, @Nullable Object now, String field, Findings at) {
        if (!Objects.equals(old, now)) {
            String found = now == null
                    ? Found.NULL
                    : now instanceof Long number ? Found.number(number) : Found.text(now.toString());
            at.reportAt(field, Type.INVALID, found, "field is immutable", Rule.M_U2, "immutable");
        }
    }

    private static void name(ObjectMeta meta, Findings at) {
        if (!meta.generateName().isEmpty()) {
            String prefix = masked(meta.generateName());
            if (!Formats.SUBDOMAIN.holds(prefix)) {
                for (String message : Formats.SUBDOMAIN.messages(prefix, Formats.CHARACTERS)) {
                    String found = Found.text(meta.generateName());
                    at.reportAt("generateName", Type.INVALID, found, message, Rule.M_3, "format=k8s-long-name");
                }
            }
        }
        at.down("name");
        if (!meta.name().isEmpty()) {
            Formats.SUBDOMAIN.check(meta.name(), Formats.CHARACTERS, Rule.M_2, at);
        } else if (meta.generateName().isEmpty()) {
            at.report(Type.REQUIRED, "", "name or generateName is required", Rule.M_1, "");
        }
        at.up();
    }

    /** A prefix may end in a dash, because the server appends letters. */
    private static String masked(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    private static void namespace(ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        at.down("namespace");
        if (!namespaced) {
            if (!meta.namespace().isEmpty()) {
                at.report(Type.FORBIDDEN, "", "not allowed on this type", Rule.M_6, "");
            }
        } else if (!meta.namespace().isEmpty()) {
            Formats.LABEL.check(meta.namespace(), Formats.CHARACTERS, Rule.M_5, at);
        } else if (context.requires(Demand.NAMESPACE)) {
            at.report(Type.REQUIRED, "", "", Rule.M_4, "");
        }
        at.up();
    }

    private static void labels(Map<String, String> labels, Findings at) {
        at.down("labels");
        labels.forEach((key, value) -> {
            Formats.LABEL_KEY.check(key, Formats.CHARACTERS, Rule.M_8, at);
            Formats.LABEL_VALUE.check(value, Formats.CHARACTERS, Rule.M_8, at);
        });
        at.up();
    }

    private static void annotations(Map<String, String> annotations, Findings at) {
        at.down("annotations");
        long bytes = 0;
        for (Map.Entry<String, String> entry : annotations.entrySet()) {
            String lower = entry.getKey().toLowerCase(Locale.ROOT);
            if (!Formats.LABEL_KEY.holds(lower)) {
                for (String message : Formats.LABEL_KEY.messages(lower, Formats.CHARACTERS)) {
                    at.report(Type.INVALID, Found.text(entry.getKey()), message, Rule.M_9, "format=k8s-label-key");
                }
            }
            bytes += Formats.bytes(entry.getKey()) + Formats.bytes(entry.getValue());
        }
        if (bytes > MAX_ANNOTATION_BYTES) {
            at.report(Type.TOO_LONG, "", "may not be more than " + MAX_ANNOTATION_BYTES + " bytes", Rule.M_10, "");
        }
        at.up();
    }

    private static void owners(List<OwnerReference> owners, boolean indexed, Findings at) {
        int controllers = 0;
        for (int i = 0; i < owners.size(); i++) {
            OwnerReference owner = owners.get(i);
            if (indexed) {
                at.down("ownerReferences", i);
            } else {
                at.down("ownerReferences");
            }
            ownerVersion(owner.apiVersion(), indexed, at);
            ownerField("kind", owner.kind(), indexed, at);
            ownerField("name", owner.name(), indexed, at);
            ownerField("uid", owner.uid(), indexed, at);
            at.up();
            controllers += Boolean.TRUE.equals(owner.controller()) ? 1 : 0;
        }
        if (controllers > 1) {
            String detail = "Only one reference can have Controller set to true. Found \"true\" in references";
            at.reportAt("ownerReferences", Type.INVALID, Found.NULL, detail, Rule.M_12, "");
        }
    }

    private static void ownerVersion(String apiVersion, boolean indexed, Findings at) {
        if (!indexed) {
            if (apiVersion.isEmpty() || apiVersion.indexOf('/') == apiVersion.length() - 1) {
                at.reportAt(
                        "apiVersion", Type.INVALID, Found.text(apiVersion), "version must not be empty", Rule.M_11, "");
            }
        } else if (apiVersion.isEmpty()) {
            at.reportAt("apiVersion", Type.REQUIRED, "", "must not be empty", Rule.M_11, "");
        } else if (apiVersion.chars().filter(c -> c == '/').count() > 1
                || apiVersion.startsWith("/")
                || apiVersion.endsWith("/")) {
            String detail = "must be <group>/<version> or <version>";
            at.reportAt("apiVersion", Type.INVALID, Found.text(apiVersion), detail, Rule.M_11, "");
        }
    }

    private static void ownerField(String field, String value, boolean indexed, Findings at) {
        if (value.isEmpty()) {
            Type type = indexed ? Type.REQUIRED : Type.INVALID;
            at.reportAt(field, type, indexed ? "" : Found.text(""), "must not be empty", Rule.M_11, "");
        }
    }

    private static void finalizers(List<String> finalizers, Findings at) {
        at.down("finalizers");
        Set<String> present = new HashSet<>(finalizers);
        for (String finalizer : finalizers) {
            Formats.LABEL_KEY.check(finalizer, Formats.CHARACTERS, Rule.M_13, at);
            if (Formats.LABEL_KEY.holds(finalizer)
                    && finalizer.indexOf('/') < 0
                    && !STANDARD_FINALIZERS.contains(finalizer)) {
                String detail = "name is neither a standard finalizer name nor is it fully qualified";
                at.report(Type.INVALID, Found.text(finalizer), detail, Rule.M_13, "");
            }
        }
        if (present.contains(ORPHAN) && present.contains(FOREGROUND)) {
            String detail = "finalizer orphan and foregroundDeletion cannot be both set";
            at.report(Type.INVALID, Found.NULL, detail, Rule.M_13, "");
        }
        at.up();
    }
}
