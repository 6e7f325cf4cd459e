package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.edit.EditedStream;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.screen.Form;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the converted manifests go: to standard output, into their files, or nowhere but into a report. */
final class ConvertOutput {

    @Option(
            names = "--in-place",
            description = "Changes the files instead of writing to standard output; only files that change are touched,"
                    + " and none if something is lost without --allow-loss.")
    boolean inPlace;

    @Option(
            names = "--diff",
            description = "Writes the unified difference to standard output instead of the manifests.")
    boolean diff;

    @Option(
            names = "--dry-run",
            description = "Writes the names of the files that would change instead of the manifests, and changes none.")
    boolean dryRun;

    /** Files that are changed are regular files, and standard output has one use. */
    void requireUsable(CommandSpec spec, List<String> files, Form form, @Nullable String report) {
        if (inPlace && files.contains(Inputs.STDIN)) {
            throw new ParameterException(
                    spec.commandLine(), "--in-place: standard input (-) cannot be changed (expected: files)");
        }
        for (String file : inPlace ? files : List.<String>of()) {
            if (isSpecial(file)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--in-place: `" + file + "` is no regular file and cannot be changed (expected: files)");
            }
        }
        if (!isStream() && form == Form.JSON) {
            throw new ParameterException(
                    spec.commandLine(), "-o json writes the manifests, which --in-place, --diff and --dry-run do not");
        }
        if ((diff || dryRun) && Inputs.STDIN.equals(report)) {
            throw new ParameterException(
                    spec.commandLine(), "--report -: standard output is taken (expected: --report FILE)");
        }
    }

    private static boolean isSpecial(String file) {
        try {
            Path path = Path.of(file);
            return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** {@return whether the manifests themselves go to standard output} */
    boolean isStream() {
        return !inPlace && !diff && !dryRun;
    }

    /** Writes what is asked for but the manifests themselves; tells whether it could. */
    boolean write(List<EditedStream> streams, boolean refused, Terminal terminal) {
        boolean written = true;
        for (EditedStream stream : streams) {
            if (!stream.isChanged()) {
                continue;
            }
            String name = Inputs.shown(stream.name());
            if (diff) {
                // Git takes no path with a dot in it.
                String path = name.startsWith("./") ? Path.of(name).normalize().toString() : name;
                terminal.out().print(LineDiff.of(path, text(stream.before()), text(stream.after())));
            }
            if (dryRun && !diff) {
                terminal.out().println(Style.printable(name));
            }
            if (inPlace && !dryRun && !refused) {
                written &= replace(stream, terminal.err());
            }
        }
        if (inPlace && !dryRun && refused) {
            terminal.err()
                    .println("error: no file is changed, since not all can be converted without loss"
                            + " (see above; --allow-loss takes losses)");
        }
        return written;
    }

    private static boolean replace(EditedStream stream, PrintWriter err) {
        try {
            FileReplacement.replace(Path.of(stream.name()), stream.after());
            return true;
        } catch (IOException e) {
            err.println("error: " + Style.printable(stream.name()) + ": cannot be written: "
                    + Style.printable(String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** Writes the texts one after the other, as one stream of YAML. */
    static void writeYaml(List<EditedStream> streams, PrintWriter out) {
        boolean first = true;
        for (EditedStream stream : streams) {
            String text = text(stream.after());
            if (text.isEmpty()) {
                continue;
            }
            out.print(first || text.startsWith("---") ? text : "---\n" + text);
            out.print(text.endsWith("\n") ? "" : "\n");
            first = false;
        }
    }

    /** Writes the documents as JSON, one on a line. */
    static void writeJson(List<EditedStream> streams, PrintWriter out) {
        for (EditedStream stream : streams) {
            for (Document document : ManifestReader.strict().read(stream.after())) {
                document.content()
                        .filter(content -> !content.keys().isEmpty())
                        .ifPresent(content -> out.print(content.json() + "\n"));
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, charset(bytes));
    }

    private static Charset charset(byte[] bytes) {
        boolean marked = bytes.length > 1
                && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                        || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
