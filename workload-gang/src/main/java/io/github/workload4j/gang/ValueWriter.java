package io.github.workload4j.gang;

import java.nio.Buffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Values one after the other in a text: numbers with a blank after each; texts, after their lengths and a colon; lists,
 * after their lengths. Equal arrays are written once, and named by their number where they come again.
 */
final class ValueWriter {

    /** The longest text, in characters. */
    private static final int LONGEST = 1 << 29;

    private final StringBuilder out = new StringBuilder();
    private final Map<Buffer, Integer> arrays = new HashMap<>();

    ValueWriter number(long number) {
        out.append(number).append(' ');
        return checked();
    }

    ValueWriter truth(boolean truth) {
        return number(truth ? 1 : 0);
    }

    ValueWriter text(String text) {
        out.append(text.length()).append(':').append(text);
        return checked();
    }

    <T> ValueWriter list(Collection<T> items, Consumer<? super T> write) {
        number(items.size());
        items.forEach(write);
        return this;
    }

    ValueWriter word(Enum<?> word) {
        return text(word.name());
    }

    ValueWriter numbers(Collection<Integer> numbers) {
        return list(numbers, each -> number(each));
    }

    /** Numbers that are copied where they are read. */
    ValueWriter values(long[] numbers) {
        number(numbers.length);
        LongStream.of(numbers).forEach(this::number);
        return this;
    }

    ValueWriter array(int @Nullable [] numbers) {
        return numbers == null
                ? number(-1)
                : array(IntBuffer.wrap(numbers), IntStream.of(numbers).asLongStream());
    }

    ValueWriter array(long @Nullable [] numbers) {
        return numbers == null ? number(-1) : array(LongBuffer.wrap(numbers), LongStream.of(numbers));
    }

    private ValueWriter array(Buffer array, LongStream numbers) {
        Integer known = arrays.putIfAbsent(array, arrays.size());
        if (known != null) {
            return number(known);
        }
        number(arrays.size() - 1).number(array.remaining());
        numbers.forEach(this::number);
        return this;
    }

    private ValueWriter checked() {
        if (out.length() > LONGEST) {
            throw new IllegalStateException("more than " + LONGEST + " characters");
        }
        return this;
    }

    /** {@return what was written} */
    @Override
    public String toString() {
        return out.toString();
    }
}
