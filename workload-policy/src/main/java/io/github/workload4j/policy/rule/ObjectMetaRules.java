package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
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
        notNegative(meta.generation(), at);
        always(meta, namespaced, context, at);
        at.up();
    }

    /** Checks what the server judges on create and again on every update. */
    private static void always(ObjectMeta meta, boolean namespaced, RuleContext context, Findings at) {
        namespace(meta, namespaced, context, at);
        labels(meta.labels(), at);
        annotations(meta.annotations(), at);
        owners(meta.ownerReferences(), context.isAtLeast(KubernetesRelease.V1_37), at);
        finalizerFormats(meta.finalizers(), at);
        finalizerNames(meta.finalizers(), at);
    }

    /**
     * Reports an update that does not say of which version it is. A server from Kubernetes 1.37 on says nothing else of
     * a group then; an older one, and any server for PriorityClass, Pod and Job, fills the version in.
     *
     * @return whether anything else is to be said
     */
    static boolean namesItsVersion(ApiObject updated, RuleContext context, Findings at) {
        boolean isGroup = updated instanceof SchedulingObject;
        if (!context.requires(Demand.RESOURCE_VERSION)
                || !updated.metadata().resourceVersion().isEmpty()
                || isGroup && !context.isAtLeast(KubernetesRelease.V1_37)) {
            return true;
        }
        at.down("metadata");
        String detail = "must be specified for an update";
        at.reportAt("resourceVersion", Type.INVALID, CompactJson.text(""), detail, Rule.M_U1, "");
        at.up();
        return !isGroup;
    }

    /** Checks metadata on update: that nothing changed that may not, and all else but the formats of names. */
    static void update(ObjectMeta old, ObjectMeta meta, ApiObject object, RuleContext context, Findings at) {
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
        generation(old.generation(), meta.generation(), context, at);
        if (old.deletionTimestamp() != null) {
            addedFinalizers(old.finalizers(), meta.finalizers(), at);
        }
        if (object instanceof Pod) {
            name(meta, at);
        } else {
            nameAsSegment(meta, at);
        }
        always(meta, !(object instanceof PriorityClass), context, at);
        at.up();
    }

    /** On update, a name need only be one that can be part of a path. */
    private static void nameAsSegment(ObjectMeta meta, Findings at) {
        String prefix = meta.generateName();
        if (prefix.indexOf('/') >= 0 || prefix.indexOf('%') >= 0) {
            String detail = "may not contain '" + (prefix.indexOf('/') >= 0 ? "/" : "%") + "'";
            at.reportAt("generateName", Type.INVALID, CompactJson.text(prefix), detail, Rule.M_3, "");
        }
        Formats.PATH_SEGMENT.check("name", meta.name(), Formats.CHARACTERS, Rule.M_2, at);
    }

    /** A whole server takes the generation from the stored object, so that only its validation alone sees it. */
    private static void generation(long old, long now, RuleContext context, Findings at) {
        if (!context.requires(Demand.RESOURCE_VERSION)) {
            return;
        }
        notNegative(now, at);
        if (now < old) {
            boolean cleared = now == 0 && context.isAtLeast(KubernetesRelease.V1_38);
            String detail = cleared ? "field cannot be cleared once set" : "must not be decremented";
            at.reportAt("generation", Type.INVALID, CompactJson.number(now), detail, Rule.M_U3, "");
        }
    }

    private static void notNegative(long generation, Findings at) {
        if (generation < 0) {
            at.reportAt(
                    "generation",
                    Type.INVALID,
                    CompactJson.number(generation),
                    "must be greater than or equal to 0",
                    Rule.M_7,
                    "minimum");
        }
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
                    ? CompactJson.NULL
                    : now instanceof Long number ? CompactJson.number(number) : CompactJson.text(now.toString());
            at.reportAt(field, Type.INVALID, found, "field is immutable", Rule.M_U2, "immutable");
        }
    }

    private static void name(ObjectMeta meta, Findings at) {
        if (!meta.generateName().isEmpty()) {
            String prefix = masked(meta.generateName());
            if (!Formats.SUBDOMAIN.holds(prefix)) {
                for (String message : Formats.SUBDOMAIN.messages(prefix, Formats.CHARACTERS)) {
                    String found = CompactJson.text(meta.generateName());
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
                    at.report(
                            Type.INVALID, CompactJson.text(entry.getKey()), message, Rule.M_9, "format=k8s-label-key");
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
            if (owner.kind().equals("Event")
                    && (owner.apiVersion().equals("v1") || owner.apiVersion().equals("/v1"))) {
                String found = "{\"apiVersion\":" + CompactJson.text(owner.apiVersion()) + ",\"kind\":\"Event\"}";
                String detail = "/v1, Kind=Event is disallowed from being an owner";
                at.report(Type.INVALID, found, detail, Rule.M_11, "");
            }
            at.up();
            controllers += Boolean.TRUE.equals(owner.controller()) ? 1 : 0;
        }
        if (controllers > 1) {
            String detail = "Only one reference can have Controller set to true. Found \"true\" in references";
            at.reportAt("ownerReferences", Type.INVALID, CompactJson.NULL, detail, Rule.M_12, "");
        }
    }

    /** A version is what follows the only slash, or the whole; what comes before the slash may be empty. */
    private static void ownerVersion(String apiVersion, boolean indexed, Findings at) {
        boolean isMissing = apiVersion.isEmpty();
        int slash = apiVersion.indexOf('/');
        boolean isMalformed =
                slash >= 0 && (slash == apiVersion.length() - 1 || apiVersion.indexOf('/', slash + 1) >= 0);
        if (!isMissing && !isMalformed) {
            return;
        }
        String found = CompactJson.text(apiVersion);
        if (!indexed) {
            at.reportAt("apiVersion", Type.INVALID, found, "version must not be empty", Rule.M_11, "");
        } else if (isMissing) {
            at.reportAt("apiVersion", Type.REQUIRED, "", "must not be empty", Rule.M_11, "");
        } else {
            at.reportAt("apiVersion", Type.INVALID, found, "must be <group>/<version> or <version>", Rule.M_11, "");
        }
    }

    private static void ownerField(String field, String value, boolean indexed, Findings at) {
        if (value.isEmpty()) {
            Type type = indexed ? Type.REQUIRED : Type.INVALID;
            at.reportAt(field, type, indexed ? "" : CompactJson.text(""), "must not be empty", Rule.M_11, "");
        }
    }

    /** Judges that finalizers are label keys, and not two that exclude each other. */
    private static void finalizerFormats(List<String> finalizers, Findings at) {
        at.down("finalizers");
        for (String finalizer : finalizers) {
            Formats.LABEL_KEY.check(finalizer, Formats.CHARACTERS, Rule.M_13, at);
        }
        if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
            String detail = "finalizer orphan and foregroundDeletion cannot be both set";
            at.report(Type.INVALID, CompactJson.NULL, detail, Rule.M_13, "");
        }
        at.up();
    }

    /** Judges that a finalizer without a slash is a standard one, malformed or not. */
    private static void finalizerNames(List<String> finalizers, Findings at) {
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            if (finalizer.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(finalizer)) {
                at.down("finalizers", i);
                String detail = "name is neither a standard finalizer name nor is it fully qualified";
                at.report(Type.INVALID, CompactJson.text(finalizer), detail, Rule.M_13, "");
                at.up();
            }
        }
    }
}
