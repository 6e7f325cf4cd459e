package io.github.workload4j.intent.compile;

import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What Kubernetes' own code answered, as the resources of this package have it. */
final class Recorded {

    private static final ManifestReader READER = ManifestReader.strict();

    private Recorded() {}

    /** {@return the lines of a compressed resource} */
    static List<String> lines(String resource) {
        try (InputStream file = Recorded.class.getResourceAsStream("/compile/" + resource);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an object of any kind} */
    static PlainValue value(String json) {
        return READER.read(json).get(0).content().orElseThrow();
    }

    /** {@return an object of a kind of the model} */
    static Object object(String json) {
        return READER.read(json).get(0) instanceof Decoded decoded ? decoded.object() : READER.read(json);
    }
}
