package io.github.workload4j.gang.eligibility;

import java.util.OptionalLong;

/** A decimal number of 64 bits as labels and taints carry it. */
final class WholeNumber {

    private WholeNumber() {}

    /** {@return the number of a text that has no sign but a minus, and no zero before another digit} */
    static OptionalLong parseShortest(String text) {
        OptionalLong number = parse(text);
        return number.isPresent() && text.equals(Long.toString(number.getAsLong())) ? number : OptionalLong.empty();
    }

    /** {@return the number of a text that is an optional sign and digits} */
    static OptionalLong parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = i == 0 && (c == '+' || c == '-');
            if (!sign && (c < '0' || c > '9')) {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
