package io.github.workload4j.api.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Recent fragments of JSON and what they meant. In a dump thousands of pods have the same tolerations, letter for
 * letter.
 *
 * <p>An object or list of JSON ends where its brackets do. So if the bytes here begin with a fragment read before, that
 * fragment is what stands here. The cache keeps the last few fragments for each subject, which is a type or the name of
 * a field. Not thread-safe.
 */
public final class FragmentCache {

    private static final int SUBJECTS = 1 << 8;
    private static final int EACH = 4;
    private static final int PATIENCE = 1 << 5;

    private final @Nullable Texts[] bySubject = new Texts[SUBJECTS];

    /**
     * A fragment and its meaning.
     *
     * @param bytes the array it is in
     * @param from its start
     * @param to the index after its end
     * @param lines the number of line breaks in it
     * @param meaning what was read from it, or null if it was skipped
     * @param inPart whether something in it was skipped
     */
    public record Text(
            byte[] bytes,
            int from,
            int to,
            int lines,
            @Nullable Object meaning,
            boolean inPart) {

        public int length() {
            return to - from;
        }

        boolean isAt(byte[] others, int at, int end) {
            return end - at >= length() && Arrays.equals(bytes, from, to, others, at, at + length());
        }
    }

    private static final class Texts {
        final Object subject;
        final @Nullable Text[] last = new Text[EACH];
        int next;
        int missed;

        Texts(Object subject) {
            this.subject = subject;
        }
    }

    /** {@return a fragment of the subject that stands at an index, or null} */
    @Nullable
    public Text find(Object subject, byte[] bytes, int at, int end) {
        Texts texts = bySubject[slot(subject)];
        if (texts == null || texts.subject != subject) {
            return null;
        }
        for (Text text : texts.last) {
            if (text == null) {
                return null;
            }
            if (text.isAt(bytes, at, end)) {
                texts.missed = 0;
                return text;
            }
        }
        return null;
    }

    /**
     * Tells whether a fragment that was not found is worth adding.
     *
     * @return true, or, if none was found for long, true only now and then
     */
    public boolean isWanted(Object subject) {
        Texts texts = bySubject[slot(subject)];
        if (texts == null || texts.subject != subject) {
            return true;
        }
        texts.missed++;
        return texts.missed < PATIENCE || texts.missed % PATIENCE == 0;
    }

    /** Adds a fragment; if two subjects fall on the same slot, the last one stays. */
    public void add(Object subject, Text text) {
        int slot = slot(subject);
        Texts texts = bySubject[slot];
        if (texts == null || texts.subject != subject) {
            texts = new Texts(subject);
            bySubject[slot] = texts;
        }
        texts.last[texts.next] = text;
        texts.next = (texts.next + 1) % EACH;
    }

    private static int slot(Object subject) {
        int hash = subject instanceof String name ? name.hashCode() : System.identityHashCode(subject);
        return (hash ^ hash >>> 8 ^ hash >>> 16) & SUBJECTS - 1;
    }
}
