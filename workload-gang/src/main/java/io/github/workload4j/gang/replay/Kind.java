package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.PodAffinityTerm;
import java.util.List;
import java.util.Map;

/**
 * All that rules see of a pod that is there; of its labels those that some rule asks for. There is one object for all
 * pods of a kind, so that kinds are told apart without looking at their terms again.
 */
final class Kind {

    private final String namespace;
    private final Map<String, String> labels;
    private final boolean terminating;
    private final List<PodAffinityTerm> antiAffinity;

    private Kind(Content content) {
        this.namespace = content.namespace;
        this.labels = content.labels;
        this.terminating = content.terminating;
        this.antiAffinity = content.antiAffinity;
    }

    /** What makes a kind. */
    record Content(
            String namespace, Map<String, String> labels, boolean terminating, List<PodAffinityTerm> antiAffinity) {

        /** {@return the kind of this content among those that are known, which has it from now on} */
        Kind in(Map<Content, Kind> known) {
            return known.computeIfAbsent(this, Kind::new);
        }
    }

    String namespace() {
        return namespace;
    }

    Map<String, String> labels() {
        return labels;
    }

    boolean terminating() {
        return terminating;
    }

    List<PodAffinityTerm> antiAffinity() {
        return antiAffinity;
    }
}
