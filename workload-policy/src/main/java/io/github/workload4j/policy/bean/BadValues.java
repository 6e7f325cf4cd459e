package io.github.workload4j.policy.bean;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of an object at paths of its manifest: texts, truths, numbers (Integer where it fits, else Long), lists
 * and maps of these; null if there is none.
 */
final class BadValues {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String EMPTY_TEXT = "\"\"";

    private final @Nullable PlainValue whole;

    BadValues(ApiObject object) {
        this.whole = written(object).flatMap(Document::content).orElse(null);
    }

    private static Optional<Document> written(ApiObject object) {
        try {
            return ManifestReader.lenient().read(ManifestWriter.json().write(object)).stream()
                    .findFirst();
        } catch (IllegalArgumentException e) {
            // A value that no manifest of the version can say has no value in a manifest.
            return Optional.empty();
        }
    }

    /** {@return what a violation is about} */
    @Nullable
    Object of(Violation violation) {
        PlainValue value = whole;
        for (FieldPath.Step step : violation.path().steps()) {
            value = value == null ? null : down(value, step);
        }
        return value != null && value.isThere() ? plain(value) : unwritten(violation.found());
    }

    /** What is empty, or zero, is not written. */
    private static @Nullable Object unwritten(String found) {
        return WHOLE.matcher(found).matches() ? whole(Long.parseLong(found)) : found.equals(EMPTY_TEXT) ? "" : null;
    }

    private static @Nullable PlainValue down(PlainValue value, FieldPath.Step step) {
        if (step instanceof FieldPath.Index index) {
            List<PlainValue> items = value.items();
            return index.index() < items.size() ? items.get(index.index()) : null;
        }
        return step instanceof FieldPath.Key key ? value.key(key.key()) : value.field(((FieldPath.Field) step).name());
    }

    private static @Nullable Object plain(PlainValue value) {
        return switch (value.type()) {
            case OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                value.keys().forEach((name, each) -> fields.put(name, plain(each)));
                yield Collections.unmodifiableMap(fields);
            }
            case LIST -> value.items().stream().map(BadValues::plain).toList();
            case TEXT -> value.text().orElse("");
            case BOOLEAN -> value.truth().orElse(false);
            case NUMBER -> value.whole().map(BadValues::whole).orElse(null);
            case NULL, ABSENT -> null;
        };
    }

    private static Object whole(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
