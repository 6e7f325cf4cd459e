package io.github.workload4j.gang.words;

import java.util.stream.Stream;

/** How many cells of a screen texts take: two for East Asian wide characters and pictures, none for marks. */
public final class Cells {

    /** The wide ones among signs that are narrow otherwise. */
    private static final String WIDE_SIGNS =
            "\u231A\u231B\u2329\u232A\u23E9\u23EA\u23EB\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615"
                    + "\u2648\u2649\u264A\u264B\u264C\u264D\u264E\u264F\u2650\u2651\u2652\u2653\u267F\u2693"
                    + "\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA"
                    + "\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753\u2754\u2755\u2757\u2795\u2796\u2797"
                    + "\u27B0\u27BF\u2B1B\u2B1C\u2B50\u2B55";

    private Cells() {}

    /** {@return the cells of a text that is safe to print} */
    public static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /** {@return the cells of a character: 0, 1 or 2} */
    public static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** {@return the cells of the widest of some texts; 0 if there is none} */
    public static int widest(Stream<String> texts) {
        return texts.mapToInt(Cells::of).max().orElse(0);
    }

    /** {@return a text with blanks after it, so that it takes this many cells or more} */
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - of(text)));
    }

    /** {@return the beginning of a text that takes no more than this many cells} */
    public static String cut(String text, int cells) {
        int taken = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            taken += of(text.codePointAt(at));
            if (taken > cells) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** East Asian Wide and Fullwidth, and pictures, by the blocks of Unicode that hold them. */
    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0x303E
                || point >= 0x3041 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1F64F
                || point >= 0x1F680 && point <= 0x1F6FF
                || point >= 0x1F900 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD
                || point >= 0x231A && point <= 0x2B55 && WIDE_SIGNS.indexOf(point) >= 0;
    }
}
