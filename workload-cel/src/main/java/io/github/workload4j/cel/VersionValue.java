package io.github.workload4j.cel;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of semver 2.0.0: three numbers, what comes before a release, and a build that never counts. Equal if no
 * version is in between.
 */
record VersionValue(BigInteger major, BigInteger minor, BigInteger patch, String before)
        implements Comparable<VersionValue> {

    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String PART = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern STRICT = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + PART
            + "(?:\\." + PART + ")*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern LOOSE = Pattern.compile("v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?([-+].*)?");

    /** {@return the version, or null if the text is none} */
    static VersionValue parse(String text) {
        Matcher matcher = STRICT.matcher(text);
        return matcher.matches()
                ? new VersionValue(
                        new BigInteger(matcher.group(1)),
                        new BigInteger(matcher.group(2)),
                        new BigInteger(matcher.group(3)),
                        matcher.group(4) == null ? "" : matcher.group(4))
                : null;
    }

    /** {@return a text with a leading v taken away, missing numbers as 0, and leading zeros dropped} */
    static String normalized(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return text;
        }
        StringBuilder normal = new StringBuilder();
        for (int g = 1; g <= 3; g++) {
            String number = matcher.group(g) == null ? "0" : matcher.group(g);
            normal.append(g == 1 ? "" : ".").append(new BigInteger(number));
        }
        return normal.append(matcher.group(4) == null ? "" : matcher.group(4)).toString();
    }

    @Override
    public int compareTo(VersionValue other) {
        int order = major.compareTo(other.major);
        order = order != 0 ? order : minor.compareTo(other.minor);
        order = order != 0 ? order : patch.compareTo(other.patch);
        if (order != 0 || before.equals(other.before)) {
            return order;
        }
        if (before.isEmpty() || other.before.isEmpty()) {
            return before.isEmpty() ? 1 : -1;
        }
        String[] mine = before.split("\\.");
        String[] theirs = other.before.split("\\.");
        for (int p = 0; p < Math.min(mine.length, theirs.length) && order == 0; p++) {
            order = compare(mine[p], theirs[p]);
        }
        return order != 0 ? order : Integer.compare(mine.length, theirs.length);
    }

    private static int compare(String a, String b) {
        boolean first = a.chars().allMatch(Character::isDigit);
        boolean second = b.chars().allMatch(Character::isDigit);
        if (first && second) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return first != second ? (first ? -1 : 1) : Integer.signum(a.compareTo(b));
    }
}
