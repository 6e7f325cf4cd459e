package io.github.workload4j.cli.screen;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an option names, read as a whole. */
public final class TextFile {

    private static final long MOST_BYTES = 64L << 20;

    private TextFile() {}

    /**
     * {@return its text}
     *
     * @throws IOException if it cannot be read, is larger than 64 MiB, or no UTF-8; the message says so to people
     */
    public static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("a directory (expected: a file)");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("larger than 64 MiB");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8", e);
        }
    }
}
