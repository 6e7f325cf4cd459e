package io.github.workload4j.api.yaml;

import java.io.IOException;

/** Where a value is written to, piece by piece, as YAML or JSON. */
interface Output {

    void startObject() throws IOException;

    void field(String name) throws IOException;

    void endObject() throws IOException;

    void startList() throws IOException;

    void endList() throws IOException;

    void text(String text) throws IOException;

    void number(long number) throws IOException;

    void truth(boolean truth) throws IOException;

    /** Writes a value that is JSON already. */
    void json(String json) throws IOException;
}
