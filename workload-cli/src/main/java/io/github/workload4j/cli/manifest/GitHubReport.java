package io.github.workload4j.cli.manifest;

import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The result of {@code workload validate} as commands of a GitHub workflow: an annotation for each problem. */
final class GitHubReport {

    private GitHubReport() {}

    static void write(List<Finding> findings, List<Unread> unread, PrintWriter out) {
        for (Unread input : unread) {
            out.println("::error file=" + property(Inputs.shown(input.file())) + ",title=Unreadable::"
                    + data(input.what()));
        }
        for (Finding finding : findings) {
            finding.errors().forEach(problem -> write("error", finding, problem, out));
            finding.warnings().forEach(problem -> write("warning", finding, problem, out));
        }
    }

    private static void write(String level, Finding finding, Problem problem, PrintWriter out) {
        String place = problem.position() == null
                ? ",line=" + finding.line()
                : ",line=" + problem.position().line() + ",col="
                        + problem.position().column();
        String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
        out.println("::" + level + " file=" + property(Inputs.shown(finding.file())) + place + ",title="
                + property(problem.type()) + "::" + data(field + problem.message()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").lines().map(Style::printable).collect(Collectors.joining("%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
