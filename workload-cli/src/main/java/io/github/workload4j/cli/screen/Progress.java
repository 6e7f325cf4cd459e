package io.github.workload4j.cli.screen;

import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress on a terminal: nothing for the first second, then one line, overwritten each time and wiped at the
 * end.
 */
public final class Progress {

    private static final long PATIENCE = 1_000_000_000;
    private static final int MOST_CELLS = 78;
    private static final long PAUSE = 200_000_000;

    private final @Nullable PrintWriter terminal;
    private final long start = System.nanoTime();
    private long next = start + PATIENCE;
    private long steps;
    private int width;

    public Progress(Terminal terminal) {
        this.terminal = terminal.errIsTerminal() ? terminal.err() : null;
    }

    /** One more document of a file was read. */
    public void step(String file) {
        steps++;
        if (terminal != null && isTime()) {
            show("reading " + Style.printable(file) + ": " + Counted.of(steps, "document"));
        }
    }

    /** Something that may take a while begins. */
    public void begin(String what) {
        if (terminal != null && System.nanoTime() - start > PATIENCE) {
            show(Style.printable(what));
        }
    }

    /** Wipes the line out. */
    public void done() {
        if (terminal != null && width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }

    private boolean isTime() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + PAUSE;
        return true;
    }

    private void show(String text) {
        String line = Cells.cut(text, MOST_CELLS);
        terminal.print("\r" + Cells.padded(line, width));
        terminal.flush();
        width = Math.max(width, Cells.of(line));
    }
}
