package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a pod, as the pod uses it. Pods with equal uses are the same to every rule about devices.
 *
 * @param name name of the pod's entry; {@link #EXTENDED} for resources that devices serve
 * @param key which claim it is, if others may share it; empty for one of the pod's own
 * @param state how far it is
 * @param spec what it asks
 * @param resources for resources that devices serve, the resource of each request; else empty
 * @param where of an allocated claim, where it can be used; null for everywhere
 * @param consumers how many pods may still be entered as its consumers
 */
public record ClaimUse(
        String name,
        String key,
        State state,
        ResourceClaimSpec spec,
        List<String> resources,
        @Nullable NodeSelector where,
        int consumers) {

    /** Name of the claim for resources that devices serve. */
    public static final String EXTENDED = "extended-resources";

    /** How far a claim is. */
    public enum State {
        /** It has no devices yet. */
        NEW,
        /** It has its devices. */
        ALLOCATED,
        /** It is missing or goes: its pods fit nowhere. */
        MISSING
    }

    /** Copies the list. */
    public ClaimUse {
        resources = List.copyOf(resources);
    }

    /** {@return the same of a claim that no other pod uses} */
    public ClaimUse asOwn() {
        return new ClaimUse(name, "", state, spec, resources, where, Integer.MAX_VALUE);
    }

    /** {@return whether other pods may use it too} */
    boolean isShared() {
        return !key.isEmpty();
    }
}
