package io.github.workload4j.api.wire;

/** Where a value is written to, piece by piece, as YAML or JSON. */
public interface Output {

    /**
     * {@return whether this is a report on a value, not a manifest}
     *
     * <p>A report shows what the API requires even where a manifest leaves it out, and passes over what a version
     * cannot hold, where a manifest is {@linkplain Unwritable refused}.
     */
    default boolean isReport() {
        return false;
    }

    /** Ends the writing with a message, unless this is a report. */
    default void refuse(String message) {
        if (!isReport()) {
            throw new Unwritable(message);
        }
    }

    void startObject();

    /** Starts a field whose name is one of the API's: letters and digits. */
    void field(String name);

    /** Starts a field whose name is data. */
    void key(String name);

    void endObject();

    void startList();

    void endList();

    void text(String text);

    void number(long number);

    /** Writes a number, {@code true}, {@code false} or {@code null}. */
    void literal(String literal);

    /** Writes the value that compact JSON stands for. */
    void json(String json);
}
