package io.github.workload4j.policy.lint;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.policy.order.DocumentOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The warnings of one check, as they are found. */
final class Warnings {

    private static final Comparator<Warning> ORDER = Comparator.comparingInt(Warning::object)
            .thenComparing(Warning::path, DocumentOrder.OF_PATHS)
            .thenComparing(Warning::lint);

    private final List<Warning> found = new ArrayList<>();

    void add(int object, FieldPath path, Lint lint, String message, String suggestion) {
        found.add(new Warning(object, path, lint, message, suggestion));
    }

    List<Warning> inOrder() {
        found.sort(ORDER);
        return List.copyOf(found);
    }
}
