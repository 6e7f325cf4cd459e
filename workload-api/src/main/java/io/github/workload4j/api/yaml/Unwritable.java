package io.github.workload4j.api.yaml;

/** An object holds what a manifest of its version cannot say; never leaves this package. Learns its place on the way up. */
final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private String path = "";

    Unwritable(String message) {
        super(message, null, false, false);
    }

    /** Puts a field or item in front of the path. */
    Unwritable below(String step) {
        path = path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path;
        return this;
    }

    String path() {
        return path;
    }
}
