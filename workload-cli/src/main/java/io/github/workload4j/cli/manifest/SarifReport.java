package io.github.workload4j.cli.manifest;

import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.gang.words.JsonLines;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The result of {@code workload validate} as SARIF 2.1.0: a result for each problem. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    static void write(List<Finding> findings, List<Unread> unread, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.field("$schema", SCHEMA)
                    .field("version", "2.1.0")
                    .startList("runs")
                    .startObject(null);
            json.startObject("tool").startObject("driver").field("name", "workload");
            json.objects("rules", rules(findings), id -> {
                        json.field("id", id);
                        json.startObject("shortDescription").field("text", id).endObject();
                    })
                    .endObject()
                    .endObject();
            json.field("columnKind", "unicodeCodePoints");
            json.startList("invocations").startObject(null).field("executionSuccessful", unread.isEmpty());
            json.objects("toolExecutionNotifications", unread, input -> {
                        json.field("level", "error");
                        message(Inputs.shown(input.file()) + ": " + input.what(), json);
                    })
                    .endObject()
                    .endList();
            json.list("results", findings, finding -> {
                        finding.errors().forEach(problem -> result("error", finding, problem, json));
                        finding.warnings().forEach(problem -> result("warning", finding, problem, json));
                    })
                    .endObject()
                    .endList();
        }
    }

    private static Set<String> rules(List<Finding> findings) {
        Set<String> ids = new TreeSet<>();
        for (Finding finding : findings) {
            finding.errors().forEach(problem -> ids.add(problem.type()));
            finding.warnings().forEach(problem -> ids.add(problem.type()));
        }
        return ids;
    }

    private static void result(String level, Finding finding, Problem problem, JsonLines json) {
        json.startObject(null).field("ruleId", problem.type()).field("level", level);
        message((problem.field().isEmpty() ? "" : problem.field() + ": ") + problem.message(), json);
        json.startList("locations").startObject(null).startObject("physicalLocation");
        json.startObject("artifactLocation").field("uri", uri(finding.file())).endObject();
        json.startObject("region");
        if (problem.position() == null) {
            json.field("startLine", finding.line());
        } else {
            json.field("startLine", problem.position().line())
                    .field("startColumn", problem.position().column());
        }
        json.endObject().endObject();
        json.startList("logicalLocations").startObject(null);
        json.field("fullyQualifiedName", qualified(finding, problem));
        json.endObject().endList().endObject().endList().endObject();
    }

    private static void message(String text, JsonLines json) {
        json.startObject("message").field("text", text).endObject();
    }

    private static String qualified(Finding finding, Problem problem) {
        return finding.kind() + "/" + finding.namespace() + "/" + finding.name() + "/" + problem.field();
    }

    /** {@return a path as a relative or absolute reference, percent-encoded} */
    private static String uri(String file) {
        if (file.equals(Inputs.STDIN)) {
            return "stdin";
        }
        try {
            String path = file.replace('\\', '/');
            return path.startsWith("/")
                    ? new URI("file", "", path, null).toASCIIString()
                    : new URI(null, null, "./" + path, null).toASCIIString().substring(2);
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }
}
