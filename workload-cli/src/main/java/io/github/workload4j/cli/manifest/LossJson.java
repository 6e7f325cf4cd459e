package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.words.JsonLines;
import java.io.Writer;
import java.util.List;

/** What a conversion lost, as JSON. */
final class LossJson {

    private LossJson() {}

    public static void write(List<LossAt> losses, KubernetesRelease release, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.objects(
                    "losses",
                    losses,
                    loss -> json.field("file", loss.file())
                            .field("index", loss.index())
                            .field("line", loss.position().line())
                            .field("column", loss.position().column())
                            .startObject("object")
                            .field("apiVersion", loss.apiVersion())
                            .field("kind", loss.objectKind())
                            .field("namespace", loss.namespace().isEmpty() ? null : loss.namespace())
                            .field("name", loss.name().isEmpty() ? null : loss.name())
                            .endObject()
                            .field("path", loss.path())
                            .field("kind", loss.label())
                            .json("value", loss.value())
                            .field("detail", loss.detail()));
            json.startObject("release")
                    .field("version", release.version())
                    .field("measured", release.measured())
                    .field("final", release.isFinal())
                    .endObject();
            json.schema("convert")
                    .startObject("summary")
                    .field("losses", losses.stream().filter(LossAt::isLoss).count())
                    .endObject();
        }
    }
}
