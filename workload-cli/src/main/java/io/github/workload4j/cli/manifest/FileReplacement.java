package io.github.workload4j.cli.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Replaces a file by another text at once: a reader sees the one or the other. */
final class FileReplacement {

    private FileReplacement() {}

    /** Replaces the file, or the one a link leads to; its permissions stay. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real)) {
            throw new IOException("the file is write-protected");
        }
        Path made = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".new");
        try {
            Files.write(made, bytes);
            PosixFileAttributeView old = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (old != null) {
                PosixFileAttributes attributes = old.readAttributes();
                Files.setPosixFilePermissions(made, attributes.permissions());
            }
            Files.move(made, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
