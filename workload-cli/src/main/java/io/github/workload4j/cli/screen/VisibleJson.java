package io.github.workload4j.cli.screen;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;

/**
 * Spells out, in JSON, each character that a terminal obeys or that turns the direction of writing. In JSON they stand
 * in strings alone, where a character and its escape mean the same.
 */
final class VisibleJson extends FilterWriter {

    private static final HexFormat HEX = HexFormat.of();

    VisibleJson(Writer out) {
        super(out);
    }

    private static boolean isSeen(char c) {
        return c < 0x7F || c >= 0xA0 && Character.getType(c) != Character.FORMAT && c != '\u2028' && c != '\u2029';
    }

    @Override
    public void write(int c) throws IOException {
        if (isSeen((char) c)) {
            out.write(c);
        } else {
            out.write("\\u" + HEX.toHexDigits((char) c));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int done = from;
        for (int at = from; at < from + length; at++) {
            if (!isSeen(text[at])) {
                out.write(text, done, at - done);
                write(text[at]);
                done = at + 1;
            }
        }
        out.write(text, done, from + length - done);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }
}
