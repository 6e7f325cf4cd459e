package io.github.workload4j.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** The functions of Kubernetes for semantic versions; comparisons are declared beside those of quantities. */
final class VersionFunctions {

    static final OpaqueType TYPE = OpaqueType.create("kubernetes.Semver");

    private VersionFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "semver",
                        CelOverloadDecl.newGlobalOverload("string_to_semver", TYPE, SimpleType.STRING),
                        CelOverloadDecl.newGlobalOverload(
                                "string_bool_to_semver", TYPE, SimpleType.STRING, SimpleType.BOOL)),
                CelFunctionDecl.newFunctionDeclaration(
                        "isSemver",
                        CelOverloadDecl.newGlobalOverload("is_semver_string", SimpleType.BOOL, SimpleType.STRING),
                        CelOverloadDecl.newGlobalOverload(
                                "is_semver_string_bool", SimpleType.BOOL, SimpleType.STRING, SimpleType.BOOL)),
                number("major"),
                number("minor"),
                number("patch"));
    }

    private static CelFunctionDecl number(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("semver_" + name, SimpleType.INT, TYPE));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("string_to_semver", String.class, text -> parse(text, false)),
                CelFunctionBinding.from("string_bool_to_semver", String.class, Boolean.class, VersionFunctions::parse),
                CelFunctionBinding.from("is_semver_string", String.class, text -> VersionValue.parse(text) != null),
                CelFunctionBinding.from(
                        "is_semver_string_bool",
                        String.class,
                        Boolean.class,
                        (text, normal) -> VersionValue.parse(normal ? VersionValue.normalized(text) : text) != null),
                CelFunctionBinding.from(
                        "semver_major",
                        VersionValue.class,
                        value -> value.major().longValue()),
                CelFunctionBinding.from(
                        "semver_minor",
                        VersionValue.class,
                        value -> value.minor().longValue()),
                CelFunctionBinding.from(
                        "semver_patch",
                        VersionValue.class,
                        value -> value.patch().longValue()),
                CelFunctionBinding.from(
                        "semver_is_greater_than", VersionValue.class, VersionValue.class, (a, b) -> a.compareTo(b) > 0),
                CelFunctionBinding.from(
                        "semver_is_less_than", VersionValue.class, VersionValue.class, (a, b) -> a.compareTo(b) < 0),
                CelFunctionBinding.from("semver_compare_to", VersionValue.class, VersionValue.class, (a, b) ->
                        (long) Integer.signum(a.compareTo(b))));
    }

    private static VersionValue parse(String text, boolean normal) throws CelEvaluationException {
        VersionValue version = VersionValue.parse(normal ? VersionValue.normalized(text) : text);
        if (version == null) {
            throw new CelEvaluationException("not a version: " + text);
        }
        return version;
    }
}
