package io.github.workload4j.cli.manifest;

import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.policy.server.ServerAnswer;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code workload validate} as JSON, a document a line. */
final class ValidateJson {

    private ValidateJson() {}

    public static void write(List<Finding> findings, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.list("documents", findings, finding -> write(finding, json));
            releases(findings, json);
            json.schema("validate").startObject("summary").field("documents", findings.size());
            for (Finding.Verdict verdict : Finding.Verdict.values()) {
                json.field(
                        verdict.label(),
                        findings.stream().filter(f -> f.verdict() == verdict).count());
            }
            json.endObject();
        }
    }

    private static void write(Finding finding, JsonLines json) {
        json.startObject(null).field("file", finding.file()).field("index", finding.index());
        if (finding.item() >= 0) {
            json.field("item", finding.item());
        }
        json.field("line", finding.line());
        if (finding.verdict() == Finding.Verdict.UNDECODABLE) {
            json.field("verdict", finding.verdict().label()).field("stage", finding.stage());
            write("errors", finding.errors(), false, json);
        } else {
            json.field("apiVersion", orNull(finding.apiVersion()))
                    .field("kind", orNull(finding.kind()))
                    .field("namespace", orNull(finding.namespace()))
                    .field("name", orNull(finding.name()))
                    .field("verdict", finding.verdict().label());
            if (finding.verdict() == Finding.Verdict.SKIPPED) {
                json.field("reason", finding.reason());
                if (!finding.warnings().isEmpty()) {
                    write("warnings", finding.warnings(), true, json);
                }
            } else {
                write("errors", finding.errors(), true, json);
                write("warnings", finding.warnings(), true, json);
                json.field("release", finding.release().version());
                if (finding.server() != null) {
                    server(finding.server(), json);
                }
            }
        }
        json.endObject();
    }

    /** What the whole server does, where its rules alone say something else. */
    private static void server(ServerAnswer answer, JsonLines json) {
        json.startObject("server")
                .field("accepted", answer.isAccepted())
                .objects(
                        "dropped",
                        answer.dropped(),
                        field -> json.field("field", field.path().toString())
                                .field("gate", field.gate().word()))
                .objects(
                        "errors",
                        answer.violations(),
                        violation -> json.field("type", violation.type().label())
                                .field("field", violation.path().toString())
                                .json("value", violation.found().isEmpty() ? null : violation.found())
                                .field("detail", violation.detail()))
                .endObject();
    }

    /** Of which releases the verdicts are, and what was measured of each. */
    private static void releases(List<Finding> findings, JsonLines json) {
        json.objects(
                "releases",
                Finding.releases(findings),
                release -> json.field("release", release.version())
                        .field("measured", release.measured())
                        .field("final", release.isFinal()));
    }

    private static void write(String name, List<Problem> problems, boolean hasValues, JsonLines json) {
        json.objects(name, problems, problem -> {
            json.field("type", problem.type()).field("field", problem.field());
            if (hasValues) {
                json.json("value", problem.value());
            }
            json.field("detail", problem.detail());
            if (problem.position() == null) {
                json.nullField("line").nullField("column");
            } else {
                json.field("line", problem.position().line())
                        .field("column", problem.position().column());
            }
        });
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
