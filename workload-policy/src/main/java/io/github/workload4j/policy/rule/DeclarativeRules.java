package io.github.workload4j.policy.rule;

import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.policy.Rule;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules declared on a field have in common since Kubernetes 1.36, where the server calls this declarative
 * validation. Each method judges a field of the object at which the findings stand.
 *
 * <p>A field is set if it is neither null nor empty, so that 0 and an empty text are missing rather than malformed.
 * Rules about a list, a gate or a change are judged first; if one is broken, nothing further is said about the field.
 */
final class DeclarativeRules {

    private DeclarativeRules() {}

    /** {@return whether a value counts as set: there, and not the empty text or list} */
    static boolean isSet(@Nullable Object value) {
        return value != null && !"".equals(value) && !(value instanceof Collection<?> list && list.isEmpty());
    }

    /** Judges a text that must be there and have a format. An empty text is not there. */
    static void requiredText(String field, String value, Formats format, Rule rule, Findings at) {
        if (value.isEmpty()) {
            at.reportAt(field, Type.REQUIRED, "", "", rule, "");
        } else {
            format.check(field, value, Formats.BYTES, rule, at);
        }
    }

    /**
     * Reports a field that is set although its gate is off.
     *
     * @return whether it was
     */
    static boolean forbidden(String field, @Nullable Object value, boolean on, Rule rule, Findings at) {
        if (on || !isSet(value)) {
            return false;
        }
        at.reportAt(field, Type.FORBIDDEN, "", "", rule, "");
        return true;
    }

    /** Reports that a field changed that may not. */
    static void immutable(String field, Rule rule, Findings at) {
        at.reportAt(field, Type.INVALID, CompactJson.NULL, "field is immutable", rule, "immutable");
    }

    /**
     * Reports a member that was set or unset although it may not be.
     *
     * @return whether it was
     */
    static boolean setOrUnset(String field, @Nullable Object old, @Nullable Object now, Rule rule, Findings at) {
        if ((old == null) == (now == null)) {
            return false;
        }
        String detail = old == null ? "field cannot be set once created" : "field cannot be cleared once set";
        at.reportAt(field, Type.INVALID, CompactJson.NULL, detail, rule, "update");
        return true;
    }

    /**
     * Reports a list that is too long.
     *
     * @return whether it is
     */
    static boolean tooMany(String field, List<?> list, int max, Rule rule, Findings at) {
        if (list.size() <= max) {
            return false;
        }
        String detail = "must have at most " + max + (max == 1 ? " item" : " items");
        at.reportAt(field, Type.TOO_MANY, CompactJson.number(list.size()), detail, rule, "maxItems");
        return true;
    }

    /** Judges, here, a union of two members; exactly one must be set. */
    static void union(boolean first, boolean second, String firstName, String secondName, Rule rule, Findings at) {
        if (first != second) {
            return;
        }
        String members = "`" + firstName + "`, `" + secondName + "`";
        if (first) {
            String found = CompactJson.text("{" + firstName + ", " + secondName + "}");
            at.report(Type.INVALID, found, "must specify exactly one of: " + members, rule, "union");
        } else {
            at.report(Type.INVALID, CompactJson.text(""), "must specify one of: " + members, rule, "union");
        }
    }

    /** Reports the second and later items of each key in a short list; missing keys are equal. */
    static <T> void unique(
            String field, List<T> list, Function<T, String> key, Function<T, String> found, Rule rule, Findings at) {
        for (int i = 1; i < list.size(); i++) {
            if (indexOf(list, key, key.apply(list.get(i))) < i) {
                at.down(field, i);
                at.report(Type.DUPLICATE, at.wantsText() ? found.apply(list.get(i)) : "", "", rule, "");
                at.up();
            }
        }
    }

    /** {@return the position of the first item with a key, or the size of the list} */
    static <T> int indexOf(List<T> list, Function<T, String> key, String wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (key.apply(list.get(i)).equals(wanted)) {
                return i;
            }
        }
        return list.size();
    }

    /** {@return the first item of a short list with a key, or null} */
    static <T> @Nullable T matching(@Nullable List<T> list, Function<T, String> key, String wanted) {
        int index = list == null ? 0 : indexOf(list, key, wanted);
        return list == null || index == list.size() ? null : list.get(index);
    }

    /** {@return whether a field need not be judged again: there was one before, and it is the same} */
    static boolean isUnchanged(@Nullable Object old, Object now) {
        return now.equals(old);
    }
}
