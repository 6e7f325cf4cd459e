package io.github.workload4j.gang.eligibility;

import java.util.OptionalLong;

/** A decimal number of 64 bits as labels and taints carry it: an optional sign and digits, nothing else. */
final class WholeNumber {

    private WholeNumber() {}

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
