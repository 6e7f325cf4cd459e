package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.Namespaces;
import io.github.workload4j.gang.eligibility.PodTerm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that decides where pods may go and that a snapshot does not know. A verdict is given as if it did not stand in the way.
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

    /** {@return what the truth about these pods depends on beyond the snapshot} */
    static List<Unmodelled> of(ClusterSnapshot snapshot, List<Question.Member> classes) {
        Map<What, List<Pod>> concerned = new HashMap<>();
        for (Question.Member member : classes) {
            for (Pod pod : member.pods()) {
                if (!pod.spec().volumes().isEmpty()) {
                    concerned
                            .computeIfAbsent(What.VOLUMES, w -> new ArrayList<>())
                            .add(pod);
                }
                if (!pod.spec().resourceClaims().isEmpty()
                        || member.leaf().facts().claims()) {
                    concerned
                            .computeIfAbsent(What.DEVICE_CLAIMS, w -> new ArrayList<>())
                            .add(pod);
                }
                if (!snapshot.knowsNamespaces() && asksForNamespaceLabels(member.shape())) {
                    concerned
                            .computeIfAbsent(What.NAMESPACE_LABELS, w -> new ArrayList<>())
                            .add(pod);
                }
            }
        }
        List<Unmodelled> unmodelled = new ArrayList<>();
        for (What what : What.values()) {
            List<Pod> pods = concerned.getOrDefault(what, List.of());
            if (!pods.isEmpty()) {
                Pod first = pods.get(0);
                unmodelled.add(new Unmodelled(
                        what,
                        pods.size(),
                        Namespaces.of(first) + "/" + first.metadata().name()));
            }
        }
        return unmodelled;
    }

    private static boolean asksForNamespaceLabels(PodShape shape) {
        return shape.apart().stream().anyMatch(PodTerm::asksForNamespaceLabels)
                || shape.together().stream().anyMatch(PodTerm::asksForNamespaceLabels);
    }

    /** What is not known. */
    public enum What {
        /** Volumes with claims: which nodes can reach them, how many a node can attach. */
        VOLUMES("volumes"),
        /** Device claims of pods or groups: which nodes have the devices. */
        DEVICE_CLAIMS("deviceClaims"),
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
