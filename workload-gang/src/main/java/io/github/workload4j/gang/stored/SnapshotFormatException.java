package io.github.workload4j.gang.stored;

import java.io.IOException;

/**
 * Bytes that are no stored snapshot, are damaged, or are of a newer form. The message says which, and from which byte
 * on.
 *
 * @since 0.1.0
 */
public final class SnapshotFormatException extends IOException {

    private static final long serialVersionUID = 1;

    SnapshotFormatException(String message) {
        super(message);
    }

    static SnapshotFormatException damaged(String how) {
        return new SnapshotFormatException("damaged: " + how);
    }

    SnapshotFormatException from(long offset) {
        return new SnapshotFormatException(getMessage() + " (in what begins at byte " + offset + ")");
    }
}
