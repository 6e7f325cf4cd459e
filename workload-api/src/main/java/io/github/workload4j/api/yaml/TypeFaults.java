package io.github.workload4j.api.yaml;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.spelling.SpellingSuggestion;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.table.Kinds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with what a document says it is. */
final class TypeFaults {

    /** The version that has building blocks of workloads, and no kinds of them so far. */
    private static final String STABLE = ApiVersion.GROUP + "/v1";

    private static final Set<String> OUR_KINDS = Set.of("Workload", "PodGroup", "CompositePodGroup");

    /** At most this many edits away, a group is ours misspelt; one more word makes another group. */
    private static final int MISSPELT = 2;

    /** Groups that are as near to ours as a misspelling and are another API, with a PodGroup of its own. */
    private static final Set<String> OTHERS = Set.of("scheduling.x-k8s.io");

    private TypeFaults() {}

    /**
     * {@return what is wrong with {@code apiVersion} and {@code kind}, or null if the document may be bound or skipped}
     */
    static @Nullable Fault of(Tree.Mapping root, String apiVersion, String kind) {
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            return missing(root, apiVersion.isEmpty() ? "apiVersion" : "kind", kind);
        }
        if (Kinds.shape(apiVersion, kind) != null) {
            return null;
        }
        if (!mayBe(apiVersion, kind)) {
            return null;
        }
        boolean ours = isOurs(apiVersion);
        boolean groupMissing = isGroupMissing(apiVersion, kind);
        boolean unserved = OUR_KINDS.contains(kind) && apiVersion.equals(STABLE);
        FieldPath path =
                FieldPath.root(ours && !unserved && !Kinds.kinds(apiVersion).isEmpty() ? "kind" : "apiVersion");
        Position position = position(root, path);
        if (unserved) {
            List<KubernetesRelease> all = KubernetesRelease.all();
            String detail = "no kind `" + kind + "` in " + apiVersion + ", which is not served by any release up to "
                    + all.get(all.size() - 1).measured();
            String hint = "there is one in " + String.join(", ", Kinds.versionsOf(kind));
            return new Fault(Fault.Type.UNKNOWN_KIND, path, position, detail, hint);
        }
        if (ours && !Kinds.kinds(apiVersion).isEmpty()) {
            String hint = SpellingSuggestion.to(kind, Kinds.kinds(apiVersion))
                    .filter(known -> !known.equals(kind))
                    .map(known -> "did you mean `" + known + "`?")
                    .orElseGet(() -> Kinds.versionsOf(kind).isEmpty()
                            ? "kinds of that version: " + String.join(", ", Kinds.kinds(apiVersion))
                            : "there is one in " + String.join(", ", Kinds.versionsOf(kind)));
            return new Fault(Fault.Type.UNKNOWN_KIND, path, position, "no kind `" + kind + "` in " + apiVersion, hint);
        }
        if (groupMissing) {
            String hint = "write " + ApiVersion.GROUP + "/"
                    + (ApiVersion.from(ApiVersion.GROUP + "/" + apiVersion).isPresent()
                            ? apiVersion
                            : ApiVersion.V1BETA1.version());
            String detail = "no kind `" + kind + "` in " + apiVersion;
            return new Fault(Fault.Type.UNKNOWN_KIND, path, position, detail, hint);
        }
        String hint = SpellingSuggestion.to(apiVersion, Kinds.newestFirst())
                .map(known -> "did you mean `" + known + "`?")
                .orElse("versions: " + String.join(", ", Kinds.versionsOf("Workload")));
        String detail = "no version " + ReadContext.shown(apiVersion) + " of the API";
        return new Fault(Fault.Type.UNKNOWN_VERSION, path, position, detail, hint);
    }

    /** {@return whether an object of a kind that we do not read may be meant to be one that we read} */
    static boolean mayBe(String apiVersion, String kind) {
        return isOurs(apiVersion) || isGroupMissing(apiVersion, kind) || isGroupMistyped(apiVersion, kind);
    }

    private static boolean isOurs(String apiVersion) {
        return apiVersion.startsWith(ApiVersion.GROUP + "/");
    }

    private static boolean isGroupMissing(String apiVersion, String kind) {
        return OUR_KINDS.contains(kind) && apiVersion.indexOf('/') < 0;
    }

    private static boolean isGroupMistyped(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash).strip();
        return OUR_KINDS.contains(kind)
                && !OTHERS.contains(group)
                && SpellingSuggestion.isWithin(MISSPELT, group, ApiVersion.GROUP);
    }

    private static Fault missing(Tree.Mapping root, String field, String kind) {
        Tree value = root.get(field);
        boolean absent = value == null || value instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL;
        boolean blank = value instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT;
        String detail =
                absent || blank ? "`" + field + "` is missing" : "found " + value.described() + ", expected text";
        List<String> versions = Kinds.versionsOf(kind);
        String example = versions.isEmpty() ? ApiVersion.V1BETA1.groupVersion() : versions.get(versions.size() - 1);
        String hint = field.equals("kind")
                ? "write, for example, `kind: Workload`"
                : "write, for example, `apiVersion: " + example + "`";
        return new Fault(
                Fault.Type.MISSING, FieldPath.root(field), position(root, FieldPath.root(field)), detail, hint);
    }

    private static Position position(Tree.Mapping root, FieldPath path) {
        Tree value = root.step(path.steps().get(0));
        return value == null ? root.position() : value.position();
    }
}
