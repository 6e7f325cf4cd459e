package io.github.workload4j.cli.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text and its place.
 *
 * @param x left edge, or right edge if it is written to the right
 * @param baseline vertical place of the line the letters stand on
 * @param width space the text has; it is shortened in the middle to fit, at the widths of a wide font
 * @param size height of the font in pixels
 * @param weight how much it stands out
 * @param toTheRight whether the text ends at {@code x}
 * @param text what is written
 */
record Label(int x, int baseline, int width, int size, Weight weight, boolean toTheRight, String text) {

    /** How much a text stands out. */
    enum Weight {
        PLAIN,
        STRONG,
        FAINT
    }

    /**
     * Widths of the characters after the blank, in DejaVu Sans, a wide font, in fiftieths of the height; the first is
     * that of {@code !}.
     */
    private static final String WIDTHS =
            "168KAQH/55:K1412AAAAAAAAAA22KKK<SDDDHA>HG00B=MGI@IDA@FDSD@D525K::@A=A@3AA//>/RA@AA6<5A?J??<A2AK";

    Label {
        text = fitted(text, size, weight, width);
    }

    static Label of(int x, int baseline, int width, int size, Weight weight, String text) {
        return new Label(x, baseline, width, size, weight, false, text);
    }

    static Label toTheRight(int x, int baseline, int width, int size, Weight weight, String text) {
        return new Label(x, baseline, width, size, weight, true, text);
    }

    Label moved(int dx, int dy) {
        return new Label(x + dx, baseline + dy, width, size, weight, toTheRight, text);
    }

    /** {@return the space the letters take, those with tails included} */
    Box box() {
        int taken = width(text, size, weight);
        return new Box(toTheRight ? x - taken : x, baseline - size, taken, size + (size + 3) / 4);
    }

    /** Writes it, unless nothing is left of it. */
    void draw(Markup out) {
        if (!text.isEmpty()) {
            String css = switch (weight) {
                case STRONG -> "strong";
                case FAINT -> "faint";
                default -> "";
            };
            css = toTheRight ? (css + " end").strip() : css;
            draw(out, text, css, x, baseline, size);
        }
    }

    static void draw(Markup out, String text, String css, int x, int y, int size) {
        if (css.isEmpty()) {
            out.leaf("text", text, "x", x, "y", y, "font-size", size);
        } else {
            out.leaf("text", text, "class", css, "x", x, "y", y, "font-size", size);
        }
    }

    /** {@return a text broken into at most so many lines of a width; the last may be longer} */
    static List<String> wrapped(String text, int size, int width, int mostLines) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean last = lines.size() == mostLines - 1;
            if (!line.isEmpty() && !last && width(longer, size, Weight.PLAIN) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** {@return an upper bound of the width of a text in pixels, at the widths of a wide sans-serif font} */
    static int width(String text, int size, Weight weight) {
        int thousandths = text.codePoints().map(Label::width).sum();
        int bold = weight == Weight.STRONG ? thousandths * 3 / 20 : 0;
        return (int) (((long) thousandths + bold) * size / 1000) + 1;
    }

    private static int width(int c) {
        if (c >= ' ' && c < ' ' + WIDTHS.length()) {
            return 20 * (WIDTHS.charAt(c - ' ') - '!');
        }
        return c < 0x1100 || c >= 0x2010 && c <= 0x2027 ? 1000 : 1400;
    }

    private static String fitted(String text, int size, Weight weight, int width) {
        if (width(text, size, weight) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int kept = letters.length;
        String shorter = text;
        while (kept > 0 && width(shorter, size, weight) > width) {
            kept -= Math.max(1, kept > 200 ? kept / 2 : 1);
            int head = (kept + 1) / 2;
            shorter = new String(letters, 0, head)
                    + "\u2026"
                    + new String(letters, letters.length - (kept - head), kept - head);
        }
        return width(shorter, size, weight) <= width ? shorter : "";
    }
}
