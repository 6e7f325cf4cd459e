package io.github.workload4j.api.text.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Passes a text on and turns columns counted in UTF-16 units into columns counted in characters.
 *
 * <p>Keeps only the places of surrogate pairs between the last place asked for and the end of what was read.
 */
final class CodePointColumns extends FilterReader {

    private static final int FIRST_SIZE = 16;

    private long offset;
    private long[] pairs = {};
    private int from;
    private int to;
    private int line;
    private int pairsOnLine;

    CodePointColumns(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            see((char) next);
            offset++;
        }
        return next;
    }

    @Override
    public int read(char[] target, int start, int size) throws IOException {
        int count = super.read(target, start, size);
        for (int i = start; i < start + count; i++) {
            see(target[i]);
            offset++;
        }
        return count;
    }

    private void see(char c) {
        if (!Character.isLowSurrogate(c)) {
            return;
        }
        if (to == pairs.length) {
            pairs = Arrays.copyOfRange(pairs, from, from + Math.max(FIRST_SIZE, 2 * (to - from)));
            to -= from;
            from = 0;
        }
        pairs[to++] = offset;
    }

    /**
     * {@return the column in characters of a place}
     *
     * @param line its line; places are asked for in the order of the text
     * @param column its column in UTF-16 units, from 1
     * @param at its distance from the start of the text in UTF-16 units
     */
    int column(int line, int column, long at) {
        if (line != this.line) {
            this.line = line;
            pairsOnLine = 0;
        }
        long lineStart = at - (column - 1);
        for (; from < to && pairs[from] < at; from++) {
            pairsOnLine += pairs[from] >= lineStart ? 1 : 0;
        }
        return column - pairsOnLine;
    }
}
