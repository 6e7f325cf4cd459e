package io.github.workload4j.gang.selector;

import static java.util.Objects.requireNonNull;

/**
 * What a condition says about a device.
 *
 * @param outcome what it says
 * @param text why it cannot be asked or fails, otherwise empty
 */
public record Selection(Outcome outcome, String text) {

    /** The condition holds. */
    public static final Selection SELECTED = new Selection(Outcome.SELECTED, "");

    /** The condition does not hold. */
    public static final Selection NOT_SELECTED = new Selection(Outcome.NOT_SELECTED, "");

    /** What a condition can come to. */
    public enum Outcome {
        /** It holds. */
        SELECTED,
        /** It does not hold. */
        NOT_SELECTED,
        /** It fails on this device, as where an attribute is missing: neither true nor false. */
        ERROR,
        /** Nobody here can tell: no evaluator is there, or it does not know the language so far. */
        UNKNOWN
    }

    public Selection {
        requireNonNull(outcome, "outcome");
        requireNonNull(text, "text");
    }

    /** {@return a condition that holds, or does not} */
    public static Selection of(boolean selected) {
        return selected ? SELECTED : NOT_SELECTED;
    }

    /** {@return a condition that fails on the device} */
    public static Selection error(String text) {
        return new Selection(Outcome.ERROR, text);
    }

    /** {@return a condition that cannot be asked here} */
    public static Selection unknown(String text) {
        return new Selection(Outcome.UNKNOWN, text);
    }
}
