package io.github.workload4j.cli.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * The unified difference of two texts.
 *
 * <p>Where lines differ, the nearest place where two lines are the same again is looked for, which is right for small
 * changes in long files; time is linear in the length and quadratic in the longest change.
 */
final class LineDiff {

    private static final int CONTEXT = 3;
    /** A change of more lines is shown as the rest of the file. */
    private static final int LONGEST_CHANGE = 8_000;

    /** A larger change is shown as a whole. */
    private static final long LARGEST_TABLE = 4_000_000;

    private final List<String> before;
    private final List<String> after;

    /** Lines that differ: from and to, before and after. */
    private record Change(int from, int to, int newFrom, int newTo) {}

    private LineDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /** {@return the difference, as {@code diff -u} writes it; empty if there is none} */
    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        LineDiff diff = new LineDiff(before, after);
        return "--- " + name + "\n+++ " + name + "\n" + diff.hunks(diff.changes());
    }

    /** {@return the lines, each with its line feed} */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at) + 1;
            end = end == 0 ? text.length() : end;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            if (same(old, now)) {
                old++;
                now++;
                continue;
            }
            Change change = change(old, now);
            refine(change, changes);
            old = change.to;
            now = change.newTo;
        }
        return changes;
    }

    private Change change(int old, int now) {
        int most = Math.min(LONGEST_CHANGE, before.size() - old + after.size() - now);
        for (int sum = 1; sum < most; sum++) {
            for (int added = 0; added <= sum; added++) {
                int oldTo = old + sum - added;
                int newTo = now + added;
                if (meets(oldTo, newTo)) {
                    return new Change(old, oldTo, now, newTo);
                }
            }
        }
        return new Change(old, before.size(), now, after.size());
    }

    /** Takes out of a change the lines that stay, as many as can be. */
    private void refine(Change change, List<Change> changes) {
        int olds = change.to - change.from;
        int news = change.newTo - change.newFrom;
        if ((long) olds * news > LARGEST_TABLE) {
            changes.add(change);
            return;
        }
        int[][] most = new int[olds + 1][news + 1];
        for (int i = olds - 1; i >= 0; i--) {
            for (int j = news - 1; j >= 0; j--) {
                most[i][j] = same(change.from + i, change.newFrom + j)
                        ? most[i + 1][j + 1] + 1
                        : Math.max(most[i + 1][j], most[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < olds || j < news; ) {
            int from = i;
            int newFrom = j;
            while ((i < olds || j < news) && !(i < olds && j < news && same(change.from + i, change.newFrom + j))) {
                boolean goes = i < olds && (j == news || most[i + 1][j] >= most[i][j + 1]);
                i += goes ? 1 : 0;
                j += goes ? 0 : 1;
            }
            if (i > from || j > newFrom) {
                changes.add(
                        new Change(change.from + from, change.from + i, change.newFrom + newFrom, change.newFrom + j));
            }
            while (i < olds && j < news && same(change.from + i, change.newFrom + j)) {
                i++;
                j++;
            }
        }
    }

    /** {@return whether both texts go on alike from here: for two lines, or to their ends} */
    private boolean meets(int old, int now) {
        if (old > before.size() || now > after.size()) {
            return false;
        }
        if (old == before.size() || now == after.size()) {
            return old == before.size() && now == after.size();
        }
        boolean ends = old + 1 == before.size() && now + 1 == after.size();
        return same(old, now) && (ends || same(old + 1, now + 1));
    }

    private boolean same(int old, int now) {
        return old < before.size() && now < after.size() && before.get(old).equals(after.get(now));
    }

    private String hunks(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < changes.size(); ) {
            int last = i;
            while (last + 1 < changes.size() && changes.get(last + 1).from - changes.get(last).to <= 2 * CONTEXT) {
                last++;
            }
            hunk(changes.subList(i, last + 1), text);
            i = last + 1;
        }
        return text.toString();
    }

    private void hunk(List<Change> changes, StringBuilder text) {
        Change first = changes.get(0);
        Change last = changes.get(changes.size() - 1);
        int lead = Math.min(CONTEXT, first.from);
        int tail = Math.min(CONTEXT, before.size() - last.to);
        int from = first.from - lead;
        int newFrom = first.newFrom - lead;
        text.append("@@ -")
                .append(range(from, last.to + tail))
                .append(" +")
                .append(range(newFrom, last.newTo + tail))
                .append(" @@\n");
        int at = from;
        for (Change change : changes) {
            append(' ', before.subList(at, change.from), text);
            append('-', before.subList(change.from, change.to), text);
            append('+', after.subList(change.newFrom, change.newTo), text);
            at = change.to;
        }
        append(' ', before.subList(at, last.to + tail), text);
    }

    private static String range(int from, int to) {
        int size = to - from;
        return (size == 0 ? from : from + 1) + (size == 1 ? "" : "," + size);
    }

    private static void append(char mark, List<String> lines, StringBuilder text) {
        for (String line : lines) {
            text.append(mark).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
