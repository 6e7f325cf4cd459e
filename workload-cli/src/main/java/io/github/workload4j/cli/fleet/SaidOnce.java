package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is said on standard error while the files of clusters are read: each thing once, with the clusters that it is
 * about. Mutable.
 */
final class SaidOnce {

    private static final int MOST_NAMED = 3;

    private final Terminal terminal;

    private final Set<String> files = new HashSet<>();

    /** The clusters, by what was said of them. */
    private final Map<String, List<String>> clusters = new LinkedHashMap<>();

    private int read;

    SaidOnce(Terminal terminal) {
        this.terminal = terminal;
    }

    /** {@return what is read of the files that all clusters are read with; what is said of them is said at once} */
    <T> T ofFiles(Function<Terminal, T> reading) {
        return kept(reading, text -> {
            if (files.add(text)) {
                terminal.err().println(text);
                terminal.err().flush();
            }
        });
    }

    /** {@return what is read of a cluster; what is said of it is kept} */
    <T> T of(String cluster, Function<Terminal, T> reading) {
        read++;
        return kept(reading, text -> {
            if (!files.contains(text)) {
                clusters.computeIfAbsent(text, t -> new ArrayList<>()).add(Style.printable(cluster));
            }
        });
    }

    private <T> T kept(Function<Terminal, T> reading, Consumer<String> to) {
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said);
        try {
            return reading.apply(new Terminal(
                    terminal.in(),
                    terminal.out(),
                    err,
                    terminal.inIsTerminal(),
                    terminal.outIsTerminal(),
                    terminal.errIsTerminal()));
        } finally {
            err.flush();
            for (String each : said.toString().split("\\R(?=([^\\r\\n]*: )?(error|warning): )")) {
                if (!each.isBlank()) {
                    to.accept(String.join("\n", each.stripTrailing().split("\\R")));
                }
            }
        }
    }

    /** Says what was kept. */
    void write() {
        clusters.forEach((text, about) -> {
            String[] lines = text.split("\n");
            terminal.err().println(lines[0] + " (" + names(about) + ")");
            for (int l = 1; l < lines.length; l++) {
                terminal.err().println(lines[l]);
            }
        });
        terminal.err().flush();
    }

    private String names(List<String> about) {
        if (about.size() == read && read > 1) {
            return "every cluster";
        }
        int named = about.size() == MOST_NAMED + 1 ? about.size() : Math.min(MOST_NAMED, about.size());
        String names = (about.size() == 1 ? "cluster " : "clusters ") + String.join(", ", about.subList(0, named));
        return about.size() > named ? names + " and " + (about.size() - named) + " more" : names;
    }
}
