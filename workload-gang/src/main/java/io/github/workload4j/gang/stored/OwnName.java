package io.github.workload4j.gang.stored;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Takes the name of an object out of its labels and puts it back: the host name of a node, the name of a pod in its
 * set, the number at the end of it. What is left of many objects is then the same.
 */
final class OwnName {

    /** Stands before what is not to be taken as it is; of private use, so that no label has it. */
    private static final char MARK = '\uE000';

    /** Of more labels nothing is taken out: each object with such a shape has labels of its own. */
    private static final int MOST_LABELS = 256;

    private static final String NAME = MARK + "n";
    private static final String NUMBER = MARK + "i";

    private OwnName() {}

    static ObjectMeta.Builder without(ObjectMeta metadata) {
        ObjectMeta.Builder nameless = metadata.toBuilder().name("");
        return metadata.labels().size() > MOST_LABELS
                ? nameless
                : nameless.labels(labels(metadata, metadata.name(), OwnName::takenOut));
    }

    static ObjectMeta.Builder with(ObjectMeta shape, String name) {
        boolean isPlain = true;
        for (String value : shape.labels().values()) {
            isPlain &= !isMarked(value);
        }
        ObjectMeta.Builder named = shape.toBuilder().name(name);
        return isPlain || shape.labels().size() > MOST_LABELS
                ? named
                : named.labels(labels(shape, name, OwnName::putBack));
    }

    private static Map<String, String> labels(ObjectMeta metadata, String name, BinaryOperator<String> change) {
        Map<String, String> labels = new LinkedHashMap<>();
        metadata.labels().forEach((key, value) -> labels.put(key, change.apply(value, name)));
        return labels;
    }

    private static boolean isMarked(String value) {
        return !value.isEmpty() && value.charAt(0) == MARK;
    }

    private static String takenOut(String value, String name) {
        if (isMarked(value)) {
            return MARK + value;
        }
        if (value.isEmpty()) {
            return value;
        }
        return value.equals(name) ? NAME : value.equals(number(name)) ? NUMBER : value;
    }

    private static String putBack(String value, String name) {
        return switch (value) {
            case NAME -> name;
            case NUMBER -> number(name);
            default -> isMarked(value) ? value.substring(1) : value;
        };
    }

    /** {@return what follows the last dash, if anything does} */
    private static String number(String name) {
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
