package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Fault;
import java.util.regex.Pattern;

/** What a text that is no YAML probably is: the parser's own words say where it stumbled, not over what. */
final class SyntaxHints {

    private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7}|\\|{7})( .*)?");
    private static final Pattern LOG =
            Pattern.compile("\\[?([A-Z]+\\]?:? )?[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[T ].*|[IWEF][0-9]{4} [0-9:.]+"
                    + " .*|(level|time)=.*|\\[[A-Z]+\\].*");

    private SyntaxHints() {}

    /**
     * {@return the fault, with a hint if the line at it, or the one above, is a template, a merge conflict or of a log}
     *
     * @param text where its lines are
     */
    static Fault with(Fault fault, Source text) {
        if (fault.type() != Fault.Type.SYNTAX) {
            return fault;
        }
        for (int line = fault.position().line();
                line >= Math.max(1, fault.position().line() - 1);
                line--) {
            String hint = hint(text.sourceLine(line).strip());
            if (!hint.isEmpty()) {
                return new Fault(fault.type(), fault.path(), fault.position(), fault.detail(), hint);
            }
        }
        return fault;
    }

    private static String hint(String line) {
        if (line.contains("{{") && line.contains("}}")) {
            return "`{{ }}` is a template; render it first, such as with `helm template`";
        }
        if (CONFLICT.matcher(line).matches()) {
            return "a merge conflict; settle it first";
        }
        return LOG.matcher(line).matches() ? "a line of a log; take it out" : "";
    }
}
