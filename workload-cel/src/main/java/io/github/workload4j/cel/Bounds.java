package io.github.workload4j.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Set;

/**
 * What a selector may take, whoever wrote it. The API server counts costs, and refuses more than a million; here loops
 * have a number of rounds, and what makes texts and lists longer is counted before anything is evaluated, as texts that
 * are bound to a name and added to themselves double each time.
 */
final class Bounds {

    /** The API takes no longer text. */
    static final int MOST_BYTES = 10 * 1024;

    /** Of all loops of one evaluation together. */
    static final int MOST_ROUNDS = 10_000;

    private static final int MOST_LENGTHENED = 10;

    /** A text for each part of another one: as much as eight doublings. */
    private static final Set<String> MULTIPLIES = Set.of("replace", "join");

    private Bounds() {}

    /** {@return why a selector may take too much, or the empty text} */
    static String fault(CelAbstractSyntaxTree tree) {
        CelNavigableAst nodes = CelNavigableAst.fromAst(tree);
        boolean hasNames = nodes.getRoot().allNodes().anyMatch(node -> node.getKind() == Kind.COMPREHENSION);
        List<String> calls = nodes.getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(node -> node.expr().call().function())
                .toList();
        long lengthened = 0;
        for (String call : calls) {
            lengthened += MULTIPLIES.contains(call) ? 8 : hasNames && call.equals("_+_") ? 1 : 0;
        }
        return lengthened > MOST_LENGTHENED ? "a selector that makes texts or lists longer too often" : "";
    }
}
