package io.github.workload4j.policy.rule;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.format.TextFormat;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.policy.Rule;
import java.util.List;

/** The formats of names and labels, as rules. */
enum Formats {
    /** A DNS label, which the API calls a short name. */
    LABEL(TextFormat.LABEL),
    /** A DNS subdomain, which the API calls a long name. */
    SUBDOMAIN(TextFormat.SUBDOMAIN),
    /** A segment of a URL's path. */
    PATH_SEGMENT(TextFormat.PATH_SEGMENT),
    /** The key of a label: a name, with an optional prefix of a DNS subdomain and a slash. */
    LABEL_KEY(TextFormat.LABEL_KEY),
    /** The value of a label. */
    LABEL_VALUE(TextFormat.LABEL_VALUE);

    /** Counted so by rules written by hand: all of 1.35, and object metadata always. */
    static final String CHARACTERS = TextFormat.CHARACTERS;

    /** Counted so by declared rules: 1.36 and later. */
    static final String BYTES = TextFormat.BYTES;

    private final TextFormat format;

    Formats(TextFormat format) {
        this.format = format;
    }

    /** {@return whether a value has the format; builds nothing} */
    boolean holds(String value) {
        return format.holds(value);
    }

    /** {@return what is wrong with a value, in the server's order; {@code unit} is what its lengths are called} */
    List<String> messages(String value, String unit) {
        return format.messages(value, unit);
    }

    /** Reports every way in which a field breaks the format. */
    void check(String field, String value, String unit, Rule rule, Findings at) {
        if (!holds(value)) {
            for (String message : messages(value, unit)) {
                at.reportAt(field, Violation.Type.INVALID, CompactJson.text(value), message, rule, format.origin());
            }
        }
    }

    /** Reports every way in which a value breaks the format, here. */
    void check(String value, String unit, Rule rule, Findings at) {
        if (!holds(value)) {
            for (String message : messages(value, unit)) {
                at.report(Violation.Type.INVALID, CompactJson.text(value), message, rule, format.origin());
            }
        }
    }

    /** {@return the length of a text in UTF-8} */
    static long bytes(String text) {
        return TextFormat.bytes(text);
    }
}
