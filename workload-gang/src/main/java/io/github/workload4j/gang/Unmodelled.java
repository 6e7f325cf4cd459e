package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * Something that decides where pods may go and that a snapshot does not know. A verdict is given as if it did not stand
 * in the way, unless it says otherwise here.
 *
 * @param what what it is
 * @param pods number of pending pods concerned
 * @param example one of them, as {@code namespace/name}
 * @param detail the particulars, as a sentence without a full stop; empty if there are none
 */
public record Unmodelled(What what, int pods, String example, String detail) {

    public Unmodelled {
        requireNonNull(what, "what");
        requireNonNull(example, "example");
        requireNonNull(detail, "detail");
    }

    /** Says no particulars. */
    public Unmodelled(What what, int pods, String example) {
        this(what, pods, example, "");
    }

    /** What is not known. */
    public enum What {
        /**
         * Volumes with claims, where objects that tell about them were not given; the detail says which. A verdict is
         * given as if what is not known were no hindrance.
         */
        VOLUMES("volumes"),
        /** Volumes still to be made, of feasible answers: whether the driver can, and where they are reached from. */
        PROVISIONING("provisioning"),
        /** More volumes to be made from one pool than it has room for together. */
        STORAGE_CAPACITY("storageCapacity"),
        /** A volume for one node that pods on several use, of a driver that attaches it to one at a time. */
        MULTI_ATTACH("multiAttach"),
        /** Device claims of pods or groups: which nodes have the devices. */
        DEVICE_CLAIMS("deviceClaims"),
        /** Selectors of devices that nothing on the path evaluates. */
        DEVICE_SELECTORS("deviceSelectors"),
        /**
         * Resources with a domain, such as {@code vendor.example/gpu}, that no node offers: a DeviceClass may map them
         * to devices. A verdict is given as if none did.
         */
        EXTENDED_RESOURCES("extendedResources"),
        /** Labels of a namespace that an affinity term selects namespaces by, and that was not given. */
        NAMESPACE_LABELS("namespaceLabels"),
        /** Inputs that the caller could not read; the example says which and where. */
        UNREAD_INPUTS("unreadInputs");

        private final String code;

        What(String code) {
            this.code = code;
        }

        /** {@return the machine word, such as {@code deviceClaims}} */
        public String code() {
            return code;
        }
    }
}
