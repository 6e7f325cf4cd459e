package io.github.workload4j.api.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a text that came before and what they meant: in a dump the same tolerations stand in thousands of pods, letter for letter.
 *
 * <p>An object or list of JSON ends where its brackets do, so a text that begins like one that was read before goes on like it. Remembers
 * the last few texts of each subject, which is a type or a field's name. Not thread-safe.
 */
final class Recurring {

    private static final int SUBJECTS = 1 << 8;
    private static final int EACH = 4;
    private static final int PATIENCE = 1 << 5;

    private final @Nullable Texts[] bySubject = new Texts[SUBJECTS];

    /**
     * A text and its meaning.
     *
     * @param bytes where it stands
     * @param from its start
     * @param to behind its end
     * @param lines how many line breaks are in it
     * @param meaning what was read from it, or null if it was passed over
     * @param inPart whether something in it was passed over
     */
    record Text(
            byte[] bytes,
            int from,
            int to,
            int lines,
            @Nullable Object meaning,
            boolean inPart) {

        int length() {
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

    /** {@return a text of the subject that stands at a place, or null} */
    @Nullable
    Text find(Object subject, byte[] bytes, int at, int end) {
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

    /** {@return whether a text that was not found is worth remembering: only now and then if none has been found for long} */
    boolean isWanted(Object subject) {
        Texts texts = bySubject[slot(subject)];
        if (texts == null || texts.subject != subject) {
            return true;
        }
        texts.missed++;
        return texts.missed < PATIENCE || texts.missed % PATIENCE == 0;
    }

    /** Remembers a text; of two subjects that fall on the same slot the last one is remembered. */
    void add(Object subject, Text text) {
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
