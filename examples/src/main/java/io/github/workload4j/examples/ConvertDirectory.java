package io.github.workload4j.examples;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.EditedStream;
import io.github.workload4j.api.edit.ManifestEditor;
import io.github.workload4j.api.edit.ManifestStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of an upgrade: the manifests below a folder are converted to another version in their own text. Comments,
 * order and all that is not of the Workload API stay; files that need no change are not touched.
 */
public final class ConvertDirectory {

    private ConvertDirectory() {}

    /** Converts the folder that the first argument names to {@code v1beta1}. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: ConvertDirectory FOLDER");
            System.exit(2);
        }
        System.exit(convert(Path.of(args[0]), ApiVersion.V1BETA1, System.out) ? 0 : 1);
    }

    /** {@return whether nothing was lost} */
    static boolean convert(Path folder, ApiVersion to, PrintStream out) throws IOException {
        List<ManifestStream> streams = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList()) {
                streams.add(new ManifestStream(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        // All together, since a pod in one file names a Workload in another.
        Edited edited = ManifestEditor.of(Conversion.to(to)).edit(streams);
        for (EditedStream stream : edited.streams()) {
            if (stream.isChanged()) {
                Files.write(folder.resolve(stream.name()), stream.after());
                out.println("changed " + stream.name());
            }
        }
        edited.notes().forEach(note -> out.println(note.stream() + ": " + note.detail()));
        edited.losses().forEach(loss -> out.println(loss.stream() + ": " + loss.path() + ": " + loss.loss()));
        return edited.losses().isEmpty();
    }
}
