package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Taint;

/** A reason why a node does not take a pod, whatever else is placed. */
public sealed interface FilterReason {

    /** The node is cordoned. */
    record Cordoned() implements FilterReason {}

    /**
     * The node has a taint that the pod does not tolerate.
     *
     * @param taint the taint
     */
    record Tainted(Taint taint) implements FilterReason {
        public Tainted {
            requireNonNull(taint, "taint");
        }

        /** {@return whether it is the taint that cordoning puts on a node} */
        public boolean isCordon() {
            return taint.key().equals("node.kubernetes.io/unschedulable");
        }
    }

    /**
     * The pod selects nodes by a label that the node does not have, or not with that value.
     *
     * @param key label
     * @param value value wanted
     */
    record NotSelected(String key, String value) implements FilterReason {
        public NotSelected {
            requireNonNull(key, "key");
            requireNonNull(value, "value");
        }
    }

    /**
     * The node does not declare a feature that the pod needs.
     *
     * @param feature its name, such as {@code UserNamespacesHostNetworkSupport}
     */
    record LacksFeature(String feature) implements FilterReason {
        public LacksFeature {
            requireNonNull(feature, "feature");
        }
    }

    /** No term of the required node affinity holds. */
    record NodeAffinity() implements FilterReason {}

    /** A pod on the node takes a host port that the pod wants. */
    record HostPort() implements FilterReason {}

    /**
     * A pod that runs there, or in the same domain, keeps this one away by required anti-affinity, its own or the
     * other's.
     */
    record AntiAffinity() implements FilterReason {}

    /** No pod is there, or in the same domain, that the pod must be with, nor can one be placed with it. */
    record Affinity() implements FilterReason {}

    /**
     * A topology spread constraint never lets the pod there.
     *
     * @param topologyKey label of the constraint
     * @param labelMissing whether that is because the node does not have the label; otherwise its domain is too full
     */
    record Spread(String topologyKey, boolean labelMissing) implements FilterReason {
        public Spread {
            requireNonNull(topologyKey, "topologyKey");
        }
    }

    /**
     * A group is bound to one domain, and the node has no value of the label, or another than the running members'
     * nodes.
     *
     * @param group the group
     * @param key label
     * @param pinned whether running members bind the group to one value
     */
    record OutsideDomain(GroupRef group, String key, boolean pinned) implements FilterReason {
        public OutsideDomain {
            requireNonNull(group, "group");
            requireNonNull(key, "key");
        }
    }

    /**
     * The devices that the pod's claims ask for cannot be had there, even if nobody else comes.
     *
     * @param why why not, in words
     */
    record Devices(String why) implements FilterReason {
        public Devices {
            requireNonNull(why, "why");
        }
    }

    /**
     * Less is free than one pod asks.
     *
     * @param resource which resource; {@code pods} for slots
     */
    record Short(String resource) implements FilterReason {
        public Short {
            requireNonNull(resource, "resource");
        }
    }

    /** A reason that the volumes of the pod are. */
    sealed interface OfVolumes extends FilterReason
            permits ClaimRefused, VolumeElsewhere, NoVolume, DriverMissing, TooManyVolumes, DiskInUse {}

    /**
     * A claim keeps the pod away from every node.
     *
     * @param claim name of the claim, in the pod's namespace
     * @param problem what is wrong
     * @param other the volume, class or pod that it is about; empty if there is none
     */
    record ClaimRefused(String claim, Problem problem, String other) implements OfVolumes {
        public ClaimRefused {
            requireNonNull(claim, "claim");
            requireNonNull(problem, "problem");
            requireNonNull(other, "other");
        }

        /** What is wrong with a claim. */
        public enum Problem {
            /** It is not there. */
            MISSING,
            /** It lost its volume. */
            LOST,
            /** It is being deleted. */
            BEING_DELETED,
            /** It has the name of the pod's own claim and belongs to somebody else. */
            OF_ANOTHER,
            /** The pod's own claim is still to be made from its template. */
            NOT_MADE_YET,
            /** It has no volume and no class. */
            NO_CLASS,
            /** Its class is not there. */
            CLASS_MISSING,
            /** It waits to be bound: its class binds immediately. */
            IMMEDIATE,
            /** It names a volume, and binding is not completed. */
            NOT_COMPLETED,
            /** Its volume is not there. */
            VOLUME_MISSING,
            /** Only one pod may use it, and one does. */
            IN_USE
        }
    }

    /**
     * The node does not reach the volume of a bound claim, by the volume's node affinity or by its zone.
     *
     * @param claim name of the claim
     * @param volume name of the volume
     */
    record VolumeElsewhere(String claim, String volume) implements OfVolumes {
        public VolumeElsewhere {
            requireNonNull(claim, "claim");
            requireNonNull(volume, "volume");
        }
    }

    /**
     * For a claim that is not bound, no volume that serves it reaches the node, and none can be made there.
     *
     * @param claim name of the claim
     * @param storageClass its class
     */
    record NoVolume(String claim, String storageClass) implements OfVolumes {
        public NoVolume {
            requireNonNull(claim, "claim");
            requireNonNull(storageClass, "storageClass");
        }
    }

    /**
     * The node does not have a CSI driver that insists on being there.
     *
     * @param driver the driver
     */
    record DriverMissing(String driver) implements OfVolumes {
        public DriverMissing {
            requireNonNull(driver, "driver");
        }
    }

    /**
     * The node attaches no more volumes of a driver.
     *
     * @param driver the driver
     */
    record TooManyVolumes(String driver) implements OfVolumes {
        public TooManyVolumes {
            requireNonNull(driver, "driver");
        }
    }

    /** A pod on the node uses a disk that the pod names, and they may not share it. */
    record DiskInUse() implements OfVolumes {}

    /**
     * Further reasons that are not told apart, because more than {@link FilterReasons#MOST} different ones were met.
     */
    record Further() implements FilterReason {}
}
