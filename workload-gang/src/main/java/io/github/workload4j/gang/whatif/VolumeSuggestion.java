package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import java.util.Optional;

/** A change of the objects about volumes with which a group that does not fit would fit. */
public sealed interface VolumeSuggestion extends Suggestion {

    /** {@return the objects with the change made; the same if there is nothing that it would change} */
    StorageObjects applyTo(StorageObjects objects);

    /** {@return the same question, asked with the change made} */
    default GroupQuestion applyTo(GroupQuestion question) {
        requireNonNull(question, "question");
        return question.on(
                question.snapshot().withStorage(applyTo(question.snapshot().storage())));
    }

    /**
     * {@return a claim of a pod of a question: one that is there, or that would be made from the template of a pod}
     *
     * @param name its namespace and name, as {@code namespace/name}
     */
    static Optional<PersistentVolumeClaim> claim(GroupQuestion question, String name) {
        requireNonNull(question, "question");
        requireNonNull(name, "name");
        return AddedVolumes.claim(question, name);
    }

    /** {@return whether it is proved that the group does not fit without the change, or with less of it} */
    boolean exact();

    /**
     * More volumes that serve a claim: of its class and size, with the access modes, labels and attributes that it asks
     * for.
     *
     * @param claim the claim
     * @param hosts of each volume the {@code kubernetes.io/hostname} of the node that alone reaches it; empty if every
     *     node reaches it. As many as there are volumes
     * @param exact whether it is proved that one fewer is not enough
     */
    record MoreVolumes(PersistentVolumeClaim claim, List<String> hosts, boolean exact) implements VolumeSuggestion {

        public MoreVolumes {
            requireNonNull(claim, "claim");
            hosts = List.copyOf(requireNonNull(hosts, "hosts"));
        }

        @Override
        public StorageObjects applyTo(StorageObjects objects) {
            return AddedVolumes.in(requireNonNull(objects, "objects"), claim, hosts);
        }

        /** {@return the class of the volumes} */
        public String storageClass() {
            return AddedVolumes.classOf(claim);
        }

        /** {@return their size, as the claim says; 0 if it does not} */
        public Quantity size() {
            return claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
        }
    }

    /**
     * Nodes that attach more volumes of a driver: those that bound their number.
     *
     * @param driver the driver
     * @param more how many more each attaches
     * @param exact whether it is proved that one fewer is not enough
     */
    record MoreAttachments(String driver, int more, boolean exact) implements VolumeSuggestion {

        public MoreAttachments {
            requireNonNull(driver, "driver");
        }

        @Override
        public StorageObjects applyTo(StorageObjects objects) {
            return StorageChanges.ofNodes(requireNonNull(objects, "objects"), this::more);
        }

        private CsiNode.Driver more(CsiNode.Driver each) {
            return each.name().equals(driver) && each.count() != null
                    ? new CsiNode.Driver(driver, (int) Math.min(Integer.MAX_VALUE, (long) each.count() + more))
                    : each;
        }
    }

    /**
     * A class that binds when the first pod comes ({@code volumeBindingMode: WaitForFirstConsumer}), so that its claims
     * need not be bound before.
     *
     * @param storageClass the class
     */
    record WaitForPod(String storageClass, boolean exact) implements VolumeSuggestion {

        public WaitForPod {
            requireNonNull(storageClass, "storageClass");
        }

        @Override
        public StorageObjects applyTo(StorageObjects objects) {
            return StorageChanges.ofClasses(
                    requireNonNull(objects, "objects"),
                    each -> each.metadata().name().equals(storageClass)
                            ? new StorageClass(
                                    each.metadata(),
                                    each.provisioner(),
                                    "WaitForFirstConsumer",
                                    each.allowedTopologies())
                            : each);
        }
    }

    /**
     * A class of which volumes are made on every node: with a provisioner, no topologies, and room for all.
     *
     * @param storageClass the class
     */
    record Provisioning(String storageClass, boolean exact) implements VolumeSuggestion {

        public Provisioning {
            requireNonNull(storageClass, "storageClass");
        }

        @Override
        public StorageObjects applyTo(StorageObjects objects) {
            return StorageChanges.withProvisioning(requireNonNull(objects, "objects"), storageClass);
        }
    }

    /**
     * Claims that ask for another access mode. Whether their storage has it is for its owner to know.
     *
     * @param from the mode asked for, such as {@code ReadWriteOncePod}
     * @param to the mode in its place
     */
    record AccessMode(String from, String to, boolean exact) implements VolumeSuggestion {

        public AccessMode {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        @Override
        public StorageObjects applyTo(StorageObjects objects) {
            return StorageChanges.ofModes(requireNonNull(objects, "objects"), from, to);
        }
    }
}
