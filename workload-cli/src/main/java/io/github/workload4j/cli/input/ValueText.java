package io.github.workload4j.cli.input;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.screen.JsonTree;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One value, in YAML or JSON, that is no manifest. */
public final class ValueText {

    private ValueText() {}

    /**
     * {@return the value in a text, as {@link JsonTree} has it}
     *
     * @throws IOException if the text is not one value, or has a field twice; the message says where, to people
     */
    public static @Nullable Object read(String text) throws IOException {
        String start = text.stripLeading();
        if (start.startsWith("[") || start.startsWith("{")) {
            return JsonTree.read(text);
        }
        PlainValue value = null;
        for (Document document : ManifestReader.lenient().read(text)) {
            PlainValue content = document.content().orElse(null);
            if (content == null && document instanceof Undecodable wrong) {
                throw new IOException(wrong.faults().get(0).toString());
            }
            if (content != null && value != null) {
                throw new IOException("line " + document.line() + ": another document (expected: one)");
            }
            value = content == null ? value : content;
        }
        if (value == null) {
            throw new IOException("empty (expected: a value in YAML or JSON)");
        }
        try {
            return JsonTree.read(value.json());
        } catch (IOException e) {
            // The place is one in the JSON.
            throw new IOException(e.getMessage().replaceFirst("^line \\d+, column \\d+: ", ""), e);
        }
    }
}
