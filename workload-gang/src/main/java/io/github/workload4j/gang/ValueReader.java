package io.github.workload4j.gang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link ValueWriter} wrote. Whatever else a text says is an {@link IllegalArgumentException} with its
 * place; nothing takes more memory than some times the text.
 */
final class ValueReader {

    /** Numbers that are looked at, those of an array each time that it is named. */
    private static final long MOST_LOOKS = 1L << 29;

    private final String text;
    private final List<Object> arrays = new ArrayList<>();
    private long looks;
    private int at;

    ValueReader(String text) {
        this.text = text;
    }

    long number() {
        return number(' ');
    }

    private long number(char end) {
        int start = at;
        int stop = text.indexOf(end, at);
        if (stop >= 0 && stop - start <= 20) {
            at = stop + 1;
            try {
                return Long.parseLong(text.substring(start, stop));
            } catch (NumberFormatException e) {
                at = start;
            }
        }
        throw unexpected("a number");
    }

    int whole() {
        return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE, ' ');
    }

    boolean truth() {
        return number(0, 1, ' ') == 1;
    }

    private long number(long least, long most, char end) {
        int start = at;
        long number = number(end);
        if (number < least || number > most) {
            at = start;
            throw unexpected("a number from " + least + " to " + most);
        }
        return number;
    }

    /** A number of things, of which each takes two characters or more. */
    private int size() {
        return (int) number(0, (text.length() - at) / 2, ' ');
    }

    String text() {
        int length = (int) number(0, text.length() - at, ':');
        if (length > text.length() - at) {
            throw unexpected(length + " characters");
        }
        at += length;
        return text.substring(at - length, at);
    }

    <T> List<T> list(Supplier<? extends T> item) {
        int size = size();
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    <E extends Enum<E>> E word(Class<E> type) {
        String name = text();
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unexpected("a " + type.getSimpleName() + " before it"));
    }

    List<Integer> numbers() {
        return list(this::whole);
    }

    /** Counts numbers of an array that was named; another look at so many may be more than what they take. */
    void look(int numbers) {
        looks += numbers;
        if (looks > MOST_LOOKS) {
            throw unexpected("arrays named before it with " + MOST_LOOKS + " numbers in all at most");
        }
    }

    long[] values() {
        long[] values = new long[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    int @Nullable [] ints() {
        return array(int[].class, () -> {
            int[] array = new int[size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = whole();
            }
            return array;
        });
    }

    long @Nullable [] longs() {
        return array(long[].class, this::values);
    }

    private <T> @Nullable T array(Class<T> type, Supplier<T> read) {
        int number = (int) number(-1, arrays.size(), ' ');
        if (number < 0) {
            return null;
        }
        if (number == arrays.size()) {
            arrays.add(read.get());
        }
        if (!type.isInstance(arrays.get(number))) {
            throw unexpected("another array than number " + number + " before it");
        }
        return type.cast(arrays.get(number));
    }

    /** Makes sure that all was read. */
    void end() {
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    IllegalArgumentException unexpected(String expected) {
        String found = text.substring(at, Math.min(text.length(), at + 20));
        return new IllegalArgumentException("character " + at + ": '" + found + "' (expected: " + expected + ")");
    }
}
