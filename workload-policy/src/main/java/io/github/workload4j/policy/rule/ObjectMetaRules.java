package io.github.workload4j.policy.rule;

import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Object metadata of every kind, written by hand in every version ({@code api-validation.md} section 3). */
final class ObjectMetaRules {

    private static final int MOST_ANNOTATION_BYTES = 262_144;
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Set<String> STANDARD_FINALIZERS = Set.of(ORPHAN, FOREGROUND, "kubernetes");

    private ObjectMetaRules() {}

    /** Checks metadata on create, of a kind that lives in namespaces or does not. */
    static void check(ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        at.down("metadata");
        name(meta, at);
        namespace(meta, namespaced, context, at);
        if (meta.generation() < 0) {
            at.reportAt(
                    "generation",
                    Type.INVALID,
                    Found.number(meta.generation()),
                    "must be greater than or equal to 0",
                    "M-7",
                    "minimum");
        }
        labels(meta.labels(), at);
        annotations(meta.annotations(), at);
        owners(meta.ownerReferences(), context.isAtLeast137(), at);
        finalizers(meta.finalizers(), at);
        at.up();
    }

    /** Checks metadata on update: all that is checked on create, and that nothing changed that may not. */
    static void checkUpdate(ObjectMeta old, ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        check(meta, namespaced, context, at);
        at.down("metadata");
        immutable(old.name(), meta.name(), "name", at);
        if (context.namespaceRequired() || !meta.namespace().isEmpty()) {
            immutable(old.namespace(), meta.namespace(), "namespace", at);
        }
        boolean complete = context.resourceVersionRequired();
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
            at.reportAt("resourceVersion", Type.INVALID, Found.text(""), "must be specified for an update", "M-U1", "");
        }
        if (meta.generation() < old.generation() && (complete || meta.generation() != 0)) {
            at.reportAt(
                    "generation", Type.INVALID, Found.number(meta.generation()), "must not be decremented", "M-U3", "");
        }
        if (old.deletionTimestamp() != null && !old.finalizers().containsAll(meta.finalizers())) {
            Set<String> added = new LinkedHashSet<>(meta.finalizers());
            added.removeAll(old.finalizers());
            String detail =
                    "no new finalizers can be added if the object is being deleted, found new finalizers " + added;
            at.reportAt("finalizers", Type.FORBIDDEN, "", detail, "M-U4", "");
        }
        at.up();
    }

    private static void immutable(@Nullable Object old, @Nullable Object now, String field, Findings at) {
        if (!Objects.equals(old, now)) {
            String found = now == null
                    ? Found.NULL
                    : now instanceof Long number ? Found.number(number) : Found.text(now.toString());
            at.reportAt(field, Type.INVALID, found, "field is immutable", "M-U2", "immutable");
        }
    }

    private static void name(ObjectMeta meta, Findings at) {
        if (!meta.generateName().isEmpty()) {
            String prefix = masked(meta.generateName());
            if (!Formats.SUBDOMAIN.holds(prefix)) {
                for (String message : Formats.SUBDOMAIN.messages(prefix, Formats.CHARACTERS)) {
                    String found = Found.text(meta.generateName());
                    at.reportAt("generateName", Type.INVALID, found, message, "M-3", "format=k8s-long-name");
                }
            }
        }
        at.down("name");
        if (!meta.name().isEmpty()) {
            Formats.SUBDOMAIN.check(meta.name(), Formats.CHARACTERS, "M-2", at);
        } else if (meta.generateName().isEmpty()) {
            at.report(Type.REQUIRED, "", "name or generateName is required", "M-1", "");
        }
        at.up();
    }

    /** A prefix may end in a dash, as the server puts letters behind it. */
    private static String masked(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    private static void namespace(ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        at.down("namespace");
        if (!namespaced) {
            if (!meta.namespace().isEmpty()) {
                at.report(Type.FORBIDDEN, "", "not allowed on this type", "M-6", "");
            }
        } else if (!meta.namespace().isEmpty()) {
            Formats.LABEL.check(meta.namespace(), Formats.CHARACTERS, "M-5", at);
        } else if (context.namespaceRequired()) {
            at.report(Type.REQUIRED, "", "", "M-4", "");
        }
        at.up();
    }

    private static void labels(Map<String, String> labels, Findings at) {
        at.down("labels");
        labels.forEach((key, value) -> {
            Formats.LABEL_KEY.check(key, Formats.CHARACTERS, "M-8", at);
            Formats.LABEL_VALUE.check(value, Formats.CHARACTERS, "M-8", at);
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
                    at.report(Type.INVALID, Found.text(entry.getKey()), message, "M-9", "format=k8s-label-key");
                }
            }
            bytes += Formats.bytes(entry.getKey()) + Formats.bytes(entry.getValue());
        }
        if (bytes > MOST_ANNOTATION_BYTES) {
            at.report(Type.TOO_LONG, "", "may not be more than " + MOST_ANNOTATION_BYTES + " bytes", "M-10", "");
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
            at.reportAt("ownerReferences", Type.INVALID, Found.NULL, detail, "M-12", "");
        }
    }

    private static void ownerVersion(String apiVersion, boolean indexed, Findings at) {
        if (!indexed) {
            if (apiVersion.isEmpty() || apiVersion.indexOf('/') == apiVersion.length() - 1) {
                at.reportAt(
                        "apiVersion", Type.INVALID, Found.text(apiVersion), "version must not be empty", "M-11", "");
            }
        } else if (apiVersion.isEmpty()) {
            at.reportAt("apiVersion", Type.REQUIRED, "", "must not be empty", "M-11", "");
        } else if (apiVersion.chars().filter(c -> c == '/').count() > 1
                || apiVersion.startsWith("/")
                || apiVersion.endsWith("/")) {
            String detail = "must be <group>/<version> or <version>";
            at.reportAt("apiVersion", Type.INVALID, Found.text(apiVersion), detail, "M-11", "");
        }
    }

    private static void ownerField(String field, String value, boolean indexed, Findings at) {
        if (value.isEmpty()) {
            Type type = indexed ? Type.REQUIRED : Type.INVALID;
            at.reportAt(field, type, indexed ? "" : Found.text(""), "must not be empty", "M-11", "");
        }
    }

    private static void finalizers(List<String> finalizers, Findings at) {
        at.down("finalizers");
        Set<String> present = new HashSet<>(finalizers);
        for (String finalizer : finalizers) {
            Formats.LABEL_KEY.check(finalizer, Formats.CHARACTERS, "M-13", at);
            if (Formats.LABEL_KEY.holds(finalizer)
                    && finalizer.indexOf('/') < 0
                    && !STANDARD_FINALIZERS.contains(finalizer)) {
                String detail = "name is neither a standard finalizer name nor is it fully qualified";
                at.report(Type.INVALID, Found.text(finalizer), detail, "M-13", "");
            }
        }
        if (present.contains(ORPHAN) && present.contains(FOREGROUND)) {
            String detail = "finalizer orphan and foregroundDeletion cannot be both set";
            at.report(Type.INVALID, Found.NULL, detail, "M-13", "");
        }
        at.up();
    }
}
