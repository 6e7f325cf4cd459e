package io.github.workload4j.api.text;

import io.github.workload4j.api.field.Fault;

/** Ends the reading of a document that is not YAML or breaks a limit. Never reaches a caller of the library. */
public final class SyntaxFault extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final boolean tab;

    public SyntaxFault(Fault fault) {
        this(fault, false);
    }

    private SyntaxFault(Fault fault, boolean tab) {
        super(fault.detail(), null, false, false);
        this.fault = fault;
        this.tab = tab;
    }

    /** The fault of a tab between tokens, which the reference reader reads as a blank and SnakeYAML refuses. */
    public static SyntaxFault tab(Fault fault) {
        return new SyntaxFault(fault, true);
    }

    /** {@return whether a blank in place of the tab at the fault would do} */
    public boolean isTab() {
        return tab;
    }

    public Fault fault() {
        return fault;
    }
}
