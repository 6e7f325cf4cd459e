package io.github.workload4j.api.yaml;

/** The tokens of a chunk's documents, as a parser finds them: good ones only, all else is declined. */
interface DocumentTokens extends Tokens {

    /** Goes on to the next document, if there is one. */
    boolean next();

    /** Makes sure, behind a document, that what follows does not belong to it; declines if it does. */
    void end();

    /** {@return the line of the stream on which the value starts} */
    int line();
}
