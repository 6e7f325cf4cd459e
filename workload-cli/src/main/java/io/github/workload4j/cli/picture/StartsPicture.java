package io.github.workload4j.cli.picture;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Reservation;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.words.Counted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When groups run, a bar each from left to right, reservations below them, as an SVG document that needs nothing else.
 * What runs on has no right end. The same starts give the same bytes.
 */
public final class StartsPicture {

    private static final int LEFT = 300;
    private static final int RIGHT = SvgFile.WIDTH - SvgFile.MARGIN;
    private static final int TOP = 76;
    private static final int ROW = 24;
    private static final int BAR = 16;
    private static final int SIZE = 13;
    private static final int MOST_ROWS = 2_000;
    private static final List<Duration> STEPS = Stream.of(
                    1, 5, 15, 30, 60, 180, 360, 720, 1_440, 10_080, 43_200, 525_600)
            .map(Duration::ofMinutes)
            .toList();
    private static final int MOST_MARKS = 8;

    private final List<Start> starts;
    private final Outlook outlook;
    private final List<Reservation> reservations;
    private final Duration whole;
    private final Function<Start, String> notStarting;

    /**
     * A picture of some starts, and of what else is said about that time.
     *
     * @param notStarting what is said of a group that does not start, or is not known to
     */
    public StartsPicture(List<Start> starts, Outlook outlook, Function<Start, String> notStarting) {
        this.notStarting = notStarting;
        this.starts = List.copyOf(starts);
        this.outlook = outlook;
        this.reservations = outlook.reservations().stream()
                .filter(each -> each.until().isAfter(outlook.now()))
                .toList();
        this.whole = Stream.concat(
                        starts.stream().flatMap(start -> Stream.concat(start.at().stream(), start.until().stream())),
                        reservations.stream().map(Reservation::until))
                .filter(moment -> moment.isAfter(outlook.now()))
                .max(Instant::compareTo)
                .map(end -> Duration.between(outlook.now(), end))
                .orElse(Duration.ofHours(1));
    }

    /**
     * Writes the picture.
     *
     * @throws IOException if {@code to} does
     */
    public void writeSvg(Appendable to) throws IOException {
        try {
            write(new Markup(to));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Markup out) {
        int shown = Math.min(MOST_ROWS, starts.size());
        int kept = Math.min(MOST_ROWS, reservations.size());
        int bottom = TOP + (shown + kept) * ROW;
        boolean cut = shown < starts.size() || kept < reservations.size();
        int height = bottom + SvgFile.MARGIN + (cut ? ROW : 0);
        SvgFile.open(out, height, "title");
        out.leaf("title", summary(), "id", "title").line();
        SvgFile.paper(out, height);
        text(out, "strong", SvgFile.MARGIN, SvgFile.MARGIN + 14, RIGHT - SvgFile.MARGIN, 16, summary());
        scale(out, bottom);
        int y = TOP;
        for (Start start : starts.subList(0, shown)) {
            row(out, start, y);
            y += ROW;
        }
        for (Reservation each : reservations.subList(0, kept)) {
            text(out, "faint", SvgFile.MARGIN, y + SIZE, LEFT - 2 * SvgFile.MARGIN, SIZE, "reserved: " + each.name());
            bar(out, "closed", y, each.from(), each.until(), title(each.name(), each.from(), each.until()));
            y += ROW;
        }
        if (cut) {
            int more = starts.size() - shown + reservations.size() - kept;
            text(out, "faint", SvgFile.MARGIN, y + SIZE, RIGHT, SIZE, "and " + more + " more, not shown");
        }
        out.closeLine();
    }

    private String summary() {
        return count(starts) + ", from " + outlook.now() + " on";
    }

    /** {@return how many groups start, such as {@code 1 of 3 groups starts}, and of how many that is not known} */
    public static String count(List<Start> starts) {
        int all = starts.size();
        long starting = starts.stream().filter(start -> start.at().isPresent()).count();
        long open = starts.stream()
                .filter(start -> start.verdict() instanceof Verdict.Undetermined)
                .count();
        String these = starting == 0 && all == 1
                ? "no group"
                : (starting == 0 ? "none" : String.valueOf(starting)) + " of " + Counted.of(all, "group");
        String start = starting > 1 ? " start" : " starts";
        return these
                + (open == 0
                        ? start
                        : (starting > 1 ? " are" : " is") + " known to start, " + open + (open == 1 ? " is" : " are")
                                + " not decided");
    }

    private void scale(Markup out, int bottom) {
        Duration step = STEPS.stream()
                .filter(each -> whole.compareTo(each.multipliedBy(MOST_MARKS)) <= 0)
                .findFirst()
                .orElse(whole);
        for (int mark = 0; mark <= MOST_MARKS; mark++) {
            Duration passed = step.multipliedBy(mark);
            if (passed.compareTo(whole) > 0) {
                break;
            }
            int x = x(passed);
            out.empty("path", "class", "rule", "d", "M" + x + " " + (TOP - 6) + "V" + bottom)
                    .line();
            out.leaf(
                            "text",
                            mark == 0 ? "now" : "+" + words(passed),
                            "class",
                            "faint middle",
                            "x",
                            x,
                            "y",
                            TOP - 12,
                            "font-size",
                            12)
                    .line();
        }
    }

    private static String words(Duration passed) {
        long minutes = passed.toMinutes();
        return minutes % 1_440 == 0 && minutes > 0
                ? minutes / 1_440 + "d"
                : minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }

    private void row(Markup out, Start start, int y) {
        String name = start.group().toString();
        text(out, "name", SvgFile.MARGIN, y + SIZE, LEFT - 2 * SvgFile.MARGIN, SIZE, name);
        if (start.at().isPresent()) {
            Instant at = start.at().get();
            Instant until = start.until().orElse(null);
            String exact = start.exact() ? "" : "; perhaps earlier";
            bar(out, start.exact() ? "here" : "added", y, at, until, title(name, at, until) + exact);
        } else {
            text(out, "faint", LEFT + 4, y + SIZE, RIGHT - LEFT, SIZE, notStarting.apply(start));
        }
    }

    private static String title(String name, Instant from, @Nullable Instant until) {
        return name + ": " + from + " to " + (until == null ? "no end" : until.toString());
    }

    /** A bar; without an end it goes on to the edge, with a point. */
    private void bar(Markup out, String look, int y, Instant from, @Nullable Instant until, String title) {
        int left = x(Duration.between(outlook.now(), from));
        int right = until == null ? RIGHT - BAR / 2 : Math.max(left + 2, x(Duration.between(outlook.now(), until)));
        String shape = "M" + left + " " + y + "H" + right
                + (until == null ? "l" + BAR / 2 + " " + BAR / 2 + "l-" + BAR / 2 + " " + BAR / 2 : "v" + BAR)
                + "H" + left + "Z";
        out.open("path", "class", look, "d", shape);
        out.leaf("title", title).closeLine();
    }

    private int x(Duration passed) {
        double share = (double) passed.truncatedTo(ChronoUnit.SECONDS).toSeconds() / Math.max(1, whole.toSeconds());
        // What runs on is longer than all that ends.
        return LEFT + (int) Math.round(Math.max(0, Math.min(1, share)) * (RIGHT - LEFT - 2 * ROW));
    }

    private static void text(Markup out, String look, int x, int y, int width, int size, String text) {
        Label.Weight weight = look.equals("strong") ? Label.Weight.STRONG : Label.Weight.PLAIN;
        Label label = Label.of(x, y, width, size, weight, text);
        out.leaf("text", label.text(), "class", look, "x", x, "y", label.baseline(), "font-size", size)
                .line();
    }
}
