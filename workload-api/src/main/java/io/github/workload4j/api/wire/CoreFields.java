package io.github.workload4j.api.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of all fields of the partly modelled types of {@code core/v1}, so that a misspelt field is told from
 * one that is passed over.
 */
final class CoreFields {

    private static final Map<String, List<String>> BY_TYPE = read();

    private CoreFields() {}

    /** {@return the fields of a type, in the order of their names} */
    static List<String> of(String type) {
        List<String> fields = BY_TYPE.get(type);
        if (fields == null) {
            throw new IllegalArgumentException("type: " + type + " (expected: one of " + BY_TYPE.keySet() + ")");
        }
        return fields;
    }

    /** {@return the types that have such a field} */
    static List<String> typesWith(String field) {
        return BY_TYPE.keySet().stream()
                .filter(type -> of(type).contains(field))
                .toList();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        try (InputStream in = CoreFields.class.getResourceAsStream("core-fields.txt")) {
            if (in == null) {
                throw new IllegalStateException("core-fields.txt is not beside the class");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    byType.put(
                            line.substring(0, colon),
                            List.of(line.substring(colon + 1).strip().split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byType;
    }
}
