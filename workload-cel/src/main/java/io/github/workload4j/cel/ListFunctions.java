package io.github.workload4j.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Functions that Kubernetes adds to CEL: those on lists, and those that find text. */
final class ListFunctions {

    private static final ListType LIST = ListType.create(SimpleType.DYN);
    private static final ListType TEXTS = ListType.create(SimpleType.STRING);

    private ListFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "indexOf",
                        CelOverloadDecl.newMemberOverload("list_index_of", SimpleType.INT, LIST, SimpleType.DYN)),
                CelFunctionDecl.newFunctionDeclaration(
                        "lastIndexOf",
                        CelOverloadDecl.newMemberOverload("list_last_index_of", SimpleType.INT, LIST, SimpleType.DYN)),
                CelFunctionDecl.newFunctionDeclaration(
                        "find",
                        CelOverloadDecl.newMemberOverload(
                                "string_find", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        "findAll",
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all", TEXTS, SimpleType.STRING, SimpleType.STRING),
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all_int", TEXTS, SimpleType.STRING, SimpleType.STRING, SimpleType.INT)));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from(
                        "list_index_of", List.class, Object.class, (list, item) -> (long) list.indexOf(item)),
                CelFunctionBinding.from(
                        "list_last_index_of", List.class, Object.class, (list, item) -> (long) list.lastIndexOf(item)),
                CelFunctionBinding.from("string_find", String.class, String.class, (text, pattern) -> {
                    List<String> found = found(text, pattern, 1);
                    return found.isEmpty() ? "" : found.get(0);
                }),
                CelFunctionBinding.from(
                        "string_find_all", String.class, String.class, (text, pattern) -> found(text, pattern, -1)),
                CelFunctionBinding.from(
                        "string_find_all_int",
                        List.of(String.class, String.class, Long.class),
                        arguments -> found((String) arguments[0], (String) arguments[1], (Long) arguments[2])));
    }

    private static List<String> found(String text, String pattern, long most) throws CelEvaluationException {
        List<String> found = new ArrayList<>();
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            while ((most < 0 || found.size() < most) && matcher.find()) {
                found.add(matcher.group());
            }
        } catch (PatternSyntaxException e) {
            throw new CelEvaluationException("not a pattern: " + pattern);
        }
        return found;
    }
}
