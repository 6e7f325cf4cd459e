package io.github.workload4j.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table in {@code docs/modules.md}: a row for each package, with what it may use. The page is the rule; this class
 * only reads it.
 */
final class PackageTable {

    /**
     * A row.
     *
     * @param name the package below the root package, such as {@code .gang.proof}
     * @param exported "yes", "no", or the modules to which it is exported
     * @param uses packages that begin with a dot, then libraries, each sorted
     */
    record Row(String module, String name, String exported, List<String> uses) {

        /** {@return the last cell of the row, as the page has it} */
        static String cell(List<String> uses) {
            return uses.isEmpty() ? "-" : "`" + String.join("`, `", uses) + "`";
        }
    }

    private static final String HEAD = "| module | package | exported | purpose | may use |";

    private PackageTable() {}

    static List<Row> rows() {
        List<String> lines = Repository.lines(Repository.ROOT.resolve("docs/modules.md"));
        int head = lines.indexOf(HEAD);
        if (head < 0) {
            throw new AssertionError("docs/modules.md has no line " + HEAD);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(head + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            rows.add(row(line));
        }
        return rows;
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|");
        if (cells.length != 6) {
            throw new AssertionError("a row has five cells: " + line);
        }
        String uses = cells[5].strip();
        return new Row(
                bare(cells[1]),
                bare(cells[2]),
                bare(cells[3]),
                uses.equals("-")
                        ? List.of()
                        : Stream.of(uses.split(",")).map(PackageTable::bare).toList());
    }

    private static String bare(String cell) {
        return cell.strip().replace("`", "");
    }
}
