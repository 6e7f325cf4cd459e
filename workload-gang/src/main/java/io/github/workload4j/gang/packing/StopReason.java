package io.github.workload4j.gang.packing;

import java.util.Locale;

/** Why a search ended before it found a placement or a proof. */
public enum StopReason {
    /** The steps of the budget were spent. More steps may decide the question. */
    STEPS,

    /** The time of the budget was over. More time may decide the question. */
    TIME,

    /**
     * No case was left to be told apart, or cases were nested as deep as the search goes. A larger budget does not
     * help.
     */
    DEPTH,

    /**
     * A proof grew, or was found to be, larger than the search writes or the checker reads. A larger budget does not
     * help.
     */
    CERTIFICATE,

    /**
     * The search would have needed more than {@link WorkMeter#MEMORY}, or rules about other pods, or claims of volumes,
     * have more to look at than is looked at. A larger budget does not help.
     */
    MEMORY,

    /**
     * The pods ask {@link Long#MAX_VALUE} or more of a resource together (of cpu in thousandths, of the rest in
     * units), which is not counted. A larger budget does not help.
     */
    AMOUNTS,

    /**
     * There are more ways to give the pods devices than are looked at. A larger budget does not help.
     */
    DEVICES,

    /** Whether devices are what is asked for cannot be told here: a selector that nothing evaluates. */
    SELECTORS,

    /**
     * It fits, but the scheduler's allocator of devices may end with an error that makes it give a pod up. A larger
     * budget does not help.
     */
    ALLOCATOR,

    /**
     * A pod names a claim twice that others share. In some orders the scheduler gives such a claim volumes in ways that
     * are not looked at. A larger budget does not help.
     */
    CLAIMS,

    /** Its pods come after those of a group of which it is not known whether it gets in. */
    EARLIER,

    /** Inputs that could not be read may hold what would decide it. */
    INPUTS,

    /** The thread was interrupted. It still is. */
    INTERRUPTED,

    /** The checker refused what the search found, so nothing of it is believed. This is a defect of the library. */
    DEFECT;

    /** {@return the reason in lower case, such as {@code steps}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
