package io.github.workload4j.api.yaml;

import io.github.workload4j.api.text.NeededLibrary;
import io.github.workload4j.api.wire.JsonOutput;

/** A manifest in compact JSON: what the model keeps as JSON is looked at before it is written. */
final class JsonManifest extends JsonOutput {

    JsonManifest(StringBuilder out) {
        super(out);
    }

    @Override
    public void json(String json) {
        NeededLibrary.JACKSON.require();
        EmbeddedJson.write(json, this);
    }
}
