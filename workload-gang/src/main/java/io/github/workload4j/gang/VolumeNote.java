package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Something to know about the volumes of a group's pods, beside why single nodes do not take one. */
public sealed interface VolumeNote {

    /**
     * Pods share a claim for which a volume is still to be made. All of them go to one node, because the first one
     * selects it, and nothing is made before the group as a whole fits.
     *
     * @param claim the claim, as {@code namespace/name}
     * @param pods number of pods that share it
     * @param mostOnOneNode no node holds more of them
     * @param volumes volumes that exist and serve it, by name, at most {@link #MOST_NAMES}; each reaches some nodes
     */
    record SharedClaim(String claim, int pods, int mostOnOneNode, List<String> volumes) implements VolumeNote {
        /** Checks presence and copies the list. */
        public SharedClaim {
            requireNonNull(claim, "claim");
            volumes = List.copyOf(requireNonNull(volumes, "volumes"));
        }
    }

    /**
     * Pods want more volumes of a kind than there are, and none is made.
     *
     * @param storageClass the class
     * @param size bytes asked for, as the claim says; empty if it does not
     * @param claims number of claims of that kind
     * @param available number of volumes that serve them
     * @param sample the first of these, at most {@link #MOST_NAMES}
     * @param tooSmall number of volumes of the class that are too small
     * @param notAvailable number of others of the class that are not available, such as released ones
     * @param keptForOthers number of others of the class that are kept for, or bound to, other claims
     * @param otherwise number of others that do not serve, by access modes, selector, mode or attributes
     */
    record TooFewVolumes(
            String storageClass,
            String size,
            int claims,
            int available,
            List<Serving> sample,
            int tooSmall,
            int notAvailable,
            int keptForOthers,
            int otherwise)
            implements VolumeNote {
        /** Checks presence and copies the list. */
        public TooFewVolumes {
            requireNonNull(storageClass, "storageClass");
            requireNonNull(size, "size");
            sample = List.copyOf(requireNonNull(sample, "sample"));
        }
    }

    /**
     * A volume that serves a claim.
     *
     * @param volume its name
     * @param node the node that alone reaches it; empty if several do, or none
     */
    record Serving(String volume, String node) {
        /** Checks presence. */
        public Serving {
            requireNonNull(volume, "volume");
            requireNonNull(node, "node");
        }
    }

    /**
     * A node attaches a bounded number of volumes, too few for all that are wanted.
     *
     * @param node the node
     * @param driver the driver
     * @param most how many it attaches
     * @param there how many are there
     * @param lingering how many of these are attached and used by no pod any more
     */
    record AttachLimit(String node, String driver, int most, int there, int lingering) implements VolumeNote {
        /** Checks presence. */
        public AttachLimit {
            requireNonNull(node, "node");
            requireNonNull(driver, "driver");
        }
    }

    /**
     * A bound claim keeps its pods on a few nodes.
     *
     * @param pod the first of them
     * @param claim the claim, in the pod's namespace
     * @param volume its volume
     * @param nodes the nodes that reach it, at most {@link #MOST_NAMES}
     * @param reaching number of nodes that reach it
     */
    record Pinned(String pod, String claim, String volume, List<String> nodes, int reaching) implements VolumeNote {
        /** Checks presence and copies the list. */
        public Pinned {
            requireNonNull(pod, "pod");
            requireNonNull(claim, "claim");
            requireNonNull(volume, "volume");
            nodes = List.copyOf(requireNonNull(nodes, "nodes"));
        }
    }

    /**
     * All pods are refused because of their claims before a node is looked at. From Kubernetes 1.37 on the group's
     * condition and events then speak of the plug-in DynamicResources and do not say so.
     */
    record HiddenReason() implements VolumeNote {}

    /**
     * Pods placed as an answer says, in its order, by kube-scheduler's own choice of volumes: each claim takes the
     * smallest that serves it, and nothing is taken back. One claim then gets none.
     *
     * @param volume a volume that the claim could have
     * @param taker the claim that takes it, as {@code namespace/name}
     * @param claim the claim that gets none, as {@code namespace/name}
     */
    record SmallestFirst(String volume, String taker, String claim) implements VolumeNote {
        /** Checks presence. */
        public SmallestFirst {
            requireNonNull(volume, "volume");
            requireNonNull(taker, "taker");
            requireNonNull(claim, "claim");
        }
    }

    /** Most names in a list. */
    int MOST_NAMES = 8;
}
