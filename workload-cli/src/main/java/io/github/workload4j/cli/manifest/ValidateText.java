package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ProblemText;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** The result of {@code workload validate} for people: every problem at its place, then one line of summary. */
final class ValidateText {

    private ValidateText() {}

    public static void write(List<Finding> findings, boolean quiet, PrintWriter out, Style style) {
        for (Finding finding : findings) {
            for (Problem error : finding.errors()) {
                ProblemText.print(out, style, "error", finding.file(), finding.line(), error);
            }
            for (Problem warning : quiet ? List.<Problem>of() : finding.warnings()) {
                ProblemText.print(out, style, "warning", finding.file(), finding.line(), warning);
            }
        }
        if (!quiet) {
            out.println(summary(findings, style));
        }
    }

    private static String summary(List<Finding> findings, Style style) {
        int valid = count(findings, Finding.Verdict.VALID);
        int skipped = count(findings, Finding.Verdict.SKIPPED);
        int bad = count(findings, Finding.Verdict.INVALID) + count(findings, Finding.Verdict.UNDECODABLE);
        int errors =
                findings.stream().mapToInt(finding -> finding.errors().size()).sum();
        int warnings =
                findings.stream().mapToInt(finding -> finding.warnings().size()).sum();
        List<String> parts = new ArrayList<>();
        if (bad > 0) {
            parts.add(style.bad("invalid") + ": " + Counted.of(errors, "error") + " in " + bad + " of "
                    + Counted.of(bad + valid, "document"));
        } else if (valid > 0) {
            parts.add(style.good("valid") + ": " + Counted.of(valid, "document"));
        } else {
            parts.add(style.odd("nothing checked"));
        }
        SortedSet<KubernetesRelease> releases = Finding.releases(findings);
        if (!releases.isEmpty()) {
            String each = Counted.all(releases.stream()
                    .map(release -> release.toString().replace("Kubernetes ", ""))
                    .toList());
            parts.set(0, parts.get(0) + ", by the rules of Kubernetes " + each);
        }
        if (warnings > 0) {
            parts.add(Counted.of(warnings, "warning"));
        }
        if (skipped > 0) {
            parts.add(skipped + " skipped (empty, or of other APIs)");
        }
        return String.join(", ", parts);
    }

    private static int count(List<Finding> findings, Finding.Verdict verdict) {
        return (int) findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }
}
