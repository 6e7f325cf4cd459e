package io.github.workload4j.api.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Points in time as the API writes them: RFC 3339 as the parser of the language of every release's API server reads it.
 * That one asks for seconds, takes an hour of one digit, a comma before a fraction, digits of it beyond the ninth,
 * which it drops, and offsets of up to 24 hours and 60 minutes. Source: {@code time.Parse} of Go, whose own way this
 * follows.
 */
final class Timestamps {

    private static final int NANO_DIGITS = 9;
    private static final int MOST_OFFSET_HOURS = 24;
    private static final int MOST_OFFSET_MINUTES = 60;

    private final String text;
    private int at;

    private Timestamps(String text) {
        this.text = text;
    }

    /** {@return the time, or a thrown {@link DateTimeException}} */
    static Instant parse(String text) {
        return new Timestamps(text).read();
    }

    private Instant read() {
        int year = digits(4, 4);
        expect('-');
        int month = digits(2, 2);
        expect('-');
        int day = digits(2, 2);
        expect('T');
        int hour = digits(1, 2);
        expect(':');
        int minute = digits(2, 2);
        expect(':');
        int second = digits(2, 2);
        int nanos = fraction();
        int offset = offset();
        if (at < text.length()) {
            throw malformed();
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(offset);
    }

    /** A number of some digits; of as many as there are, up to the most. */
    private int digits(int least, int most) {
        int from = at;
        while (at - from < most && isDigit(at)) {
            at++;
        }
        if (at - from < least) {
            throw malformed();
        }
        return Integer.parseInt(text, from, at, 10);
    }

    private int fraction() {
        boolean isThere = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
        if (!isThere || !isDigit(at + 1)) {
            return 0;
        }
        int nanos = 0;
        int count = 0;
        for (at++; isDigit(at); at++) {
            if (count++ < NANO_DIGITS) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
        }
        for (; count < NANO_DIGITS; count++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of Greenwich. */
    private int offset() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            return 0;
        }
        boolean isEast = at < text.length() && text.charAt(at) == '+';
        expect(isEast ? '+' : '-');
        int hours = digits(2, 2);
        expect(':');
        int minutes = digits(2, 2);
        if (hours > MOST_OFFSET_HOURS || minutes > MOST_OFFSET_MINUTES) {
            throw malformed();
        }
        int seconds = (hours * 60 + minutes) * 60;
        return isEast ? seconds : -seconds;
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw malformed();
        }
        at++;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private DateTimeException malformed() {
        return new DateTimeException("no time of RFC 3339");
    }
}
