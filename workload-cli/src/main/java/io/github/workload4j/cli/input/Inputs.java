package io.github.workload4j.cli.input;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.StoredSnapshot;
import io.github.workload4j.gang.words.Style;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code -f} options name, one document after the other: files, directories (their {@code *.yaml},
 * {@code *.yml} and {@code *.json} files in name order), and {@code -} for standard input. An unreadable input is
 * reported on standard error and does not hide the others.
 */
public final class Inputs {

    /** The name of standard input. */
    public static final String STDIN = "-";

    /** As many as tell a stored snapshot from manifests. */
    private static final int FIRST_BYTES = 8;

    private static final String TOO_LARGE =
            "too large for the memory Java has (expected: more of it, for example with -Xmx4g)";

    private final Terminal terminal;
    private final Progress progress;
    private final List<Unread> unread = new ArrayList<>();

    public Inputs(Terminal terminal, Progress progress) {
        this.terminal = terminal;
        this.progress = progress;
    }

    /** Takes the documents of all inputs, in order. */
    @FunctionalInterface
    public interface Sink {
        /** Takes one document of a file. */
        void accept(String file, Document document);

        /** {@return whether it takes a stored snapshot, which it then has} */
        default boolean accept(String file, StoredSnapshot stored) {
            return false;
        }
    }

    /** Reads the inputs to their ends. */
    public void read(List<String> names, ManifestReader reader, Sink sink) {
        for (String name : names) {
            if (name.equals(STDIN)) {
                read(name, terminal.in(), reader, sink);
            } else {
                for (Path file : files(name)) {
                    read(file, reader, sink);
                }
            }
        }
        progress.done();
    }

    /** Takes the bytes of all inputs, in order. */
    @FunctionalInterface
    public interface ByteSink {
        /** Takes a file. */
        void accept(String file, byte[] bytes);
    }

    /** Hands out the bytes of the inputs. */
    public void readBytes(List<String> names, ByteSink sink) {
        for (String name : names) {
            if (name.equals(STDIN)) {
                readBytes(name, terminal.in(), sink);
                continue;
            }
            for (Path file : files(name)) {
                try (InputStream in = open(file)) {
                    readBytes(file.toString(), in, sink);
                } catch (IOException e) {
                    cannotRead(file.toString(), reason(e));
                }
            }
        }
        progress.done();
    }

    private void readBytes(String name, InputStream in, ByteSink sink) {
        try {
            progress.step(shown(name));
            sink.accept(name, in.readAllBytes());
        } catch (IOException e) {
            cannotRead(name, reason(e));
        } catch (OutOfMemoryError e) {
            cannotRead(name, TOO_LARGE);
        }
    }

    /** {@return whether an input could not be read} */
    public boolean hasUnreadable() {
        return !unread.isEmpty();
    }

    /** {@return the inputs that could not be read, or not to their ends, in order} */
    public List<Unread> unread() {
        return unread;
    }

    private List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        try {
            Path path = Path.of(name);
            if (!Files.isDirectory(path)) {
                return List.of(path);
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Inputs::isManifest)) {
                entries.forEach(files::add);
            }
            files.removeIf(Files::isDirectory);
            files.sort((a, b) ->
                    a.getFileName().toString().compareTo(b.getFileName().toString()));
            if (files.isEmpty()) {
                cannotRead(name, "no manifests in this directory (expected: *.yaml, *.yml or *.json)");
            }
        } catch (InvalidPathException e) {
            cannotRead(name, "not a file name");
        } catch (IOException | DirectoryIteratorException e) {
            cannotRead(name, reason(e));
        }
        return files;
    }

    /** {@return whether a file of a directory is taken for a manifest, by its name} */
    static boolean isManifest(Path file) {
        return file.getFileName().toString().matches(".*\\.(yaml|yml|json)");
    }

    private void read(Path file, ManifestReader reader, Sink sink) {
        try (InputStream in = open(file)) {
            read(file.toString(), in, reader, sink);
        } catch (IOException e) {
            cannotRead(file.toString(), reason(e));
        }
    }

    /**
     * Reads something that is not a regular file, such as the pipe of a shell's {@code <(...)}: a channel would seek in
     * it.
     */
    private static InputStream open(Path file) throws IOException {
        return Files.exists(file) && !Files.isRegularFile(file)
                ? new FileInputStream(file.toFile())
                : Files.newInputStream(file);
    }

    private void read(String name, InputStream in, ManifestReader reader, Sink sink) {
        try {
            PushbackInputStream source = new PushbackInputStream(in, FIRST_BYTES);
            byte[] first = source.readNBytes(FIRST_BYTES);
            source.unread(first);
            if (SnapshotReader.isOne(first)) {
                readStored(name, source, sink);
                return;
            }
            reader.read(source, document -> {
                progress.step(shown(name));
                sink.accept(name, document);
            });
        } catch (IOException e) {
            cannotRead(name, reason(e));
        } catch (OutOfMemoryError e) {
            cannotRead(name, TOO_LARGE);
        }
    }

    /** Of several snapshots in a file the last is taken. */
    private void readStored(String name, InputStream in, Sink sink) throws IOException {
        StoredSnapshot last = null;
        SnapshotReader reader = new SnapshotReader(in);
        for (Optional<StoredSnapshot> next = reader.next(); next.isPresent(); next = reader.next()) {
            progress.step(shown(name));
            last = next.get();
        }
        if (last == null || !sink.accept(name, last)) {
            cannotRead(name, last == null ? "no snapshot in it" : "a stored snapshot (expected: manifests)");
        }
    }

    private void cannotRead(String name, String reason) {
        unread.add(Unread.input(name, reason));
        progress.done();
        terminal.err().println("error: " + Style.printable(shown(name)) + ": " + reason);
        terminal.err().flush();
    }

    /** {@return a file's name for people} */
    public static String shown(String name) {
        return name.equals(STDIN) ? "<stdin>" : name;
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = e.getMessage();
        return "cannot be read: " + (message == null ? e.getClass().getSimpleName() : Style.printable(message));
    }
}
