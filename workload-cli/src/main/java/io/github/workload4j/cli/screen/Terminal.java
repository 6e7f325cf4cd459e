package io.github.workload4j.cli.screen;

import io.github.workload4j.gang.words.Style;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The three standard streams, in UTF-8 and with the line feed at line ends whatever the system says, and whether a
 * person watches them.
 *
 * @param in standard input
 * @param out standard output: the result and nothing else
 * @param err standard error: problems and progress
 * @param inIsTerminal whether a person types {@code in}
 * @param outIsTerminal whether a person reads {@code out}: it gets colours
 * @param errIsTerminal whether a person reads {@code err}: it gets progress
 */
public record Terminal(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    /** {@return streams nobody watches} */
    public static Terminal of(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(in, writer(out), writer(err), false, false, false);
    }

    /** {@return the streams of this process} */
    public static Terminal ofProcess(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(in, writer(out), writer(err), isTerminal(0), isTerminal(1), isTerminal(2));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new LineFeeds(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16));
    }

    /** Ends lines the same way on every system. */
    private static final class LineFeeds extends PrintWriter {

        LineFeeds(BufferedWriter writer) {
            super(writer);
        }

        @Override
        public void println() {
            write('\n');
        }
    }

    /**
     * Java tells only whether standard input and output are both a terminal. The system is asked where it can tell
     * more.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | RuntimeException e) {
            return System.console() != null;
        }
    }

    /** {@return how to write on {@code out}: with colours if a person reads it and has not set {@code NO_COLOR}} */
    public Style style() {
        return style(outIsTerminal);
    }

    /** {@return how to write on {@code err}} */
    public Style errorStyle() {
        return style(errIsTerminal);
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    private static Style style(boolean isTerminal) {
        boolean wanted = isEmpty(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM"));
        return isTerminal && wanted ? Style.COLOURED : Style.PLAIN;
    }
}
