package io.github.workload4j.api.wire;

/**
 * An object holds what a manifest of its version cannot say; never leaves this package. Learns its place on the way up.
 */
public final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private String path = "";

    public Unwritable(String message) {
        super(message, null, false, false);
    }

    /** Puts a field or item before the path. */
    public Unwritable below(String step) {
        path = path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path;
        return this;
    }

    /** {@return the exception for callers, in which this says what of something cannot be written} */
    public IllegalArgumentException refusing(String what) {
        return new IllegalArgumentException(what + ": " + (path.isEmpty() ? "" : path + " ") + getMessage());
    }

    public String path() {
        return path;
    }
}
