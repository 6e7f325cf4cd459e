package io.github.workload4j.api.text;

import org.jspecify.annotations.Nullable;

/** Cuts the bytes of an array without copying them. */
public final class ArraySplitter implements DocumentSplitter {

    private static final int LONGEST_SHOWN = 40;

    private final byte[] bytes;
    private final long limit;
    private int from;
    private int line = 1;

    public ArraySplitter(byte[] bytes, long limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    @Override
    public @Nullable Cut next() {
        if (from == bytes.length) {
            return null;
        }
        int begin = from;
        String afterDashes = isSeparator(begin) ? afterDashes(begin) : "";
        int end = nextSeparator(begin);
        Cut cut = new Cut(
                Chunk.of(line, bytes, begin, end), afterDashes.isEmpty() ? null : afterDashes, end - begin > limit);
        from = end;
        if (end < bytes.length) {
            boolean belongsToNext = !afterDashes(end).isEmpty();
            from = belongsToNext ? end : endOfLine(end);
            for (int at = begin; at < from; at++) {
                line += bytes[at] == '\n' ? 1 : 0;
            }
        }
        return cut;
    }

    /** {@return the start of the next line that begins with three dashes; the end if there is none} */
    private int nextSeparator(int begin) {
        // Of three dashes one stands at every third place.
        for (int at = begin + 3; at < bytes.length; at += 3) {
            if (bytes[at] == '-') {
                for (int first = at - 2; first <= at; first++) {
                    if (bytes[first - 1] == '\n' && isSeparator(first)) {
                        return first;
                    }
                }
            }
        }
        return bytes.length;
    }

    private boolean isSeparator(int at) {
        return at + 2 < bytes.length && bytes[at] == '-' && bytes[at + 1] == '-' && bytes[at + 2] == '-';
    }

    /** {@return what follows the dashes; empty if that is nothing, or a comment} */
    private String afterDashes(int separator) {
        int at = separator + 3;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '#') {
            return "";
        }
        int end = at;
        while (end < Math.min(bytes.length, at + LONGEST_SHOWN) && bytes[end] != '\n') {
            end++;
        }
        return DocumentSplitter.afterDashes(bytes, at, end);
    }

    private int endOfLine(int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }
}
