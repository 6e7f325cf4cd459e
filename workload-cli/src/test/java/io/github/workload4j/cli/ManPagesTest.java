package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The pages of the manual in {@code docs/man} are those that picocli makes of the command's options. */
class ManPagesTest {

    private static final Path PAGES = Path.of("../docs/man");

    @TempDir
    private Path folder;

    @Test
    void pagesSayWhatTheCommandTakes() throws IOException {
        Terminal nobody = Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        CommandLine line = WorkloadCommand.commandLine(nobody);
        ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], false, line.getCommandSpec());
        Map<String, String> made = pages(folder);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGES);
            for (Map.Entry<String, String> page : made.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(pages(PAGES)).isEqualTo(made);
    }

    /** {@return the pages without the version, which a release changes} */
    private static Map<String, String> pages(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text =
                        Files.readString(file).replace("\r\n", "\n").replaceAll("workload [0-9][^ \n]*", "workload");
                pages.put(file.getFileName().toString(), text.replaceAll("(?m)[ \t]+$", ""));
            }
        }
        return pages;
    }
}
