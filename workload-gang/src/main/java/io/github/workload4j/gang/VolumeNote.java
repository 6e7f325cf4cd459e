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
        public SharedClaim {
            requireNonNull(claim, "claim");
            volumes = List.copyOf(requireNonNull(volumes, "volumes"));
        }
    }

    /**
     * Pods share a claim that one pod of the cluster may use ({@code ReadWriteOncePod}).
     *
     * @param claim the claim, as {@code namespace/name}
     * @param pods number of pods that share it
     */
    record ForOnePod(String claim, int pods) implements VolumeNote {
        public ForOnePod {
            requireNonNull(claim, "claim");
        }
    }

    /**
     * Pods want more volumes of a kind than there are where they could go, and none is made there: how many volumes are
     * left, step by step.
     *
     * @param storageClass the class
     * @param size bytes asked for, as the claim says; empty if it does not
     * @param claims number of claims of that kind
     * @param promised the node that they are promised to, for which one is made and no volume that exists counts; empty
     *     if there is none
     * @param steps what is asked of a volume, and how many are left then; in the order of {@link Asked}
     * @param sample the first that are left but for the last step, at most {@link #MOST_NAMES}
     * @param making why none is made
     */
    record Funnel(
            String storageClass,
            String size,
            int claims,
            String promised,
            List<Step> steps,
            List<Serving> sample,
            Making making)
            implements VolumeNote {

        public Funnel {
            requireNonNull(storageClass, "storageClass");
            requireNonNull(size, "size");
            requireNonNull(promised, "promised");
            steps = List.copyOf(requireNonNull(steps, "steps"));
            sample = List.copyOf(requireNonNull(sample, "sample"));
            requireNonNull(making, "making");
        }

        /**
         * Something that is asked of a volume.
         *
         * @param asked what is asked
         * @param left number of volumes that have it, and all that was asked before
         */
        public record Step(Asked asked, int left) {
            public Step {
                requireNonNull(asked, "asked");
            }
        }

        /** What is asked of a volume. */
        public enum Asked {
            /** To be of the class. */
            CLASS,
            /** To be large enough. */
            SIZE,
            /** The access modes, the volume mode and the attributes. */
            MODES,
            /** The labels that the claim selects. */
            LABELS,
            /** Not to be kept for, or bound to, another claim. */
            UNCLAIMED,
            /** In its place: to be kept for the claim, as one is, so that no other counts. */
            KEPT,
            /** To be available, unless it is kept for the claim. */
            AVAILABLE,
            /** To be reached from a node that takes such a pod as far as everything else goes. */
            REACHED
        }

        /** Why none is made. */
        public enum Making {
            /** The class has no provisioner. */
            NOBODY,
            /** The class does not allow it on nodes that take such a pod as far as everything else goes. */
            ELSEWHERE,
            /** The driver publishes its capacity, and none that these nodes reach is enough. */
            TOO_LITTLE,
            /** The driver publishes its capacity, and nothing is published for the class. */
            NOTHING_PUBLISHED
        }
    }

    /**
     * A volume that serves a claim.
     *
     * @param volume its name
     * @param node the node that alone reaches it; empty if several do, or none
     */
    record Serving(String volume, String node) {
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
     * @param volume the volume that the placement gives the claim; if it does not say, one that the claim could have
     * @param taker the claim that takes it, as {@code namespace/name}
     * @param claim the claim that gets none, as {@code namespace/name}
     */
    record SmallestFirst(String volume, String taker, String claim) implements VolumeNote {
        public SmallestFirst {
            requireNonNull(volume, "volume");
            requireNonNull(taker, "taker");
            requireNonNull(claim, "claim");
        }
    }

    /**
     * Several volumes are kept for one claim, and the node of its pod does not reach all of them. kube-scheduler takes
     * the one that it comes to first; if the node does not reach that, it refuses the node.
     *
     * @param claim the claim, as {@code namespace/name}
     * @param volumes the volumes, by name, at most {@link #MOST_NAMES}
     * @param node the node
     * @param missed one that it does not reach
     */
    record KeptTwice(String claim, List<String> volumes, String node, String missed) implements VolumeNote {
        public KeptTwice {
            requireNonNull(claim, "claim");
            volumes = List.copyOf(requireNonNull(volumes, "volumes"));
            requireNonNull(node, "node");
            requireNonNull(missed, "missed");
        }
    }

    /**
     * Pods share a claim, and kube-scheduler gives it the smallest volume that serves it for the first of them. The
     * node of another, as an answer places it, does not reach that volume.
     *
     * @param claim the claim, as {@code namespace/name}
     * @param volume the volume
     * @param node the node
     */
    record FirstChoice(String claim, String volume, String node) implements VolumeNote {
        /** Checks presence. */
        public FirstChoice {
            requireNonNull(claim, "claim");
            requireNonNull(volume, "volume");
            requireNonNull(node, "node");
        }
    }

    /**
     * kube-scheduler chooses an older volume (EBS, GCE, Cinder) for a claim by its node affinity as it is written.
     * Bound, it is reached as its driver reads that, and the node does not reach it: the pod may be sent there and
     * refused.
     *
     * @param claim the claim, as {@code namespace/name}
     * @param volume the volume
     * @param node the node
     */
    record ReachedAsWritten(String claim, String volume, String node) implements VolumeNote {
        /** Checks presence. */
        public ReachedAsWritten {
            requireNonNull(claim, "claim");
            requireNonNull(volume, "volume");
            requireNonNull(node, "node");
        }
    }

    /** Most names in a list. */
    int MOST_NAMES = 8;
}
