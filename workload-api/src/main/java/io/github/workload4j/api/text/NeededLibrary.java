package io.github.workload4j.api.text;

/**
 * A library that is needed for the less usual texts only, and need not be there for the rest. Where it is wanted and
 * missing the caller is told which one it is, and not only the name of a class.
 */
public enum NeededLibrary {
    JACKSON("com.fasterxml.jackson.core", "jackson-core", "com.fasterxml.jackson.core.JsonParser"),
    SNAKEYAML("org.yaml.snakeyaml", "snakeyaml", "org.yaml.snakeyaml.parser.ParserImpl");

    private final String module;
    private final String artifact;
    private final String type;
    private boolean found;

    NeededLibrary(String module, String artifact, String type) {
        this.module = module;
        this.artifact = artifact;
        this.type = type;
    }

    /** {@return the class by which the library is found, which a native image has to be told of} */
    String type() {
        return type;
    }

    /**
     * Does nothing if the library is there.
     *
     * @throws IllegalStateException if it is not, in words that say what to add
     */
    public void require() {
        if (!found && !isThere(NeededLibrary.class.getModule())) {
            throw new IllegalStateException(missing(NeededLibrary.class.getModule()));
        }
        found = true;
    }

    private boolean isThere(Module reader) {
        try {
            Class<?> found = Class.forName(type, false, NeededLibrary.class.getClassLoader());
            return reader.canRead(found.getModule());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private String missing(Module reader) {
        String add = reader.isNamed()
                ? "put " + artifact + " on the module path and write `requires " + module + ";` in a module-info.java"
                : "put " + artifact + " on the class path";
        return artifact + " is needed to read or write this text, and is not there: " + add;
    }
}
