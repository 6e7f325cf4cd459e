package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * Something that decides where pods may go and that a snapshot does not know. A verdict is given as if it did not stand
 * in the way, unless it says otherwise here.
 *
 * @param what what it is
 * @param pods number of pending pods concerned
 * @param example one of them, as {@code namespace/name}
 */
public record Unmodelled(What what, int pods, String example) {

    /** Checks presence. */
    public Unmodelled {
        requireNonNull(what, "what");
        requireNonNull(example, "example");
    }

    /** What is not known. */
    public enum What {
        /** Volumes with claims: which nodes can reach them, how many a node can attach. */
        VOLUMES("volumes"),
        /** Device claims of pods or groups: which nodes have the devices. */
        DEVICE_CLAIMS("deviceClaims"),
        /** Selectors of devices that nothing on the path evaluates. */
        DEVICE_SELECTORS("deviceSelectors"),
        /** Conditions that drivers report after a pod has its devices, and for which it waits. */
        BINDING_CONDITIONS("bindingConditions"),
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
