package io.github.workload4j.api.edit;

/** A text in which a change cannot be made by places. */
final class NotEditable extends Exception {

    private static final long serialVersionUID = 1L;

    NotEditable(String reason) {
        super(reason);
    }
}
