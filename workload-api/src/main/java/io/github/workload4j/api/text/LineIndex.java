package io.github.workload4j.api.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds lines of a chunk, and parts of long lines, without reading the chunk from its start each time.
 *
 * <p>Made by one pass over the chunk, which notes line and column of a byte in each few thousand: 8 bytes of memory
 * for 4 kB of text. A place is then found by a binary search and a scan from the nearest noted byte before it. A chunk
 * that grows afterwards is not followed.
 */
public final class LineIndex {

    private static final int STRIDE = 1 << 12;

    private final Chunk chunk;
    private int[] lines = new int[4];
    private int[] columns = new int[4];
    private int count;

    public LineIndex(Chunk chunk) {
        this.chunk = chunk;
        int line = chunk.firstLine();
        int column = 0;
        long offset = 0;
        try (InputStream in = chunk.open()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                column += startsCharacter(next) ? 1 : 0;
                if (offset++ % STRIDE == 0) {
                    note(line, column);
                }
                if (next == '\n') {
                    line++;
                    column = 0;
                }
            }
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
    }

    private void note(int line, int column) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
        }
        lines[count] = line;
        columns[count++] = column;
    }

    private static boolean startsCharacter(int next) {
        return (next & 0xC0) != 0x80;
    }

    /** {@return a line of the stream without its line break; empty if it is not in this chunk} */
    public String line(int number) {
        return part(number, 1, Integer.MAX_VALUE);
    }

    /**
     * {@return a part of a line, without its line break; empty if there is none}
     *
     * @param number the line's number in the stream
     * @param from the first column of the part, from 1, in characters
     * @param size how many characters it has at most
     */
    public String part(int number, int from, int size) {
        int start = lastBefore(number, from);
        if (start < 0) {
            return "";
        }
        long to = (long) from + size;
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        int line = lines[start];
        int column = columns[start];
        boolean cut = false;
        try (InputStream in = chunk.open((long) start * STRIDE)) {
            int next = in.read();
            while (next >= 0 && line <= number) {
                if (line == number && next != '\n' && column >= from) {
                    cut = column >= to;
                    if (cut) {
                        break;
                    }
                    part.write(next);
                }
                if (next == '\n') {
                    line++;
                    column = 0;
                }
                next = in.read();
                column += startsCharacter(next) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
        String text = part.toString(StandardCharsets.UTF_8);
        return !cut && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@return the last noted byte that stands before a place, or -1 if there is none} */
    private int lastBefore(int line, int column) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = lines[middle] < line || lines[middle] == line && columns[middle] < column;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        boolean startsThere = low == 0 && count > 0 && line == chunk.firstLine();
        return startsThere ? 0 : low - 1;
    }
}
