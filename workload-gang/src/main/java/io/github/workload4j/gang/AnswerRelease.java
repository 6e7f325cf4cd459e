package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Optional;

/**
 * The release of Kubernetes that an answer is for. Its scheduler's rules are those that were applied.
 *
 * @param release the release
 * @param source how it is known
 * @param gates the feature gates that were given; if empty, every gate of the Workload API is on
 */
public record AnswerRelease(KubernetesRelease release, Source source, Optional<FeatureGates> gates) {

    /** How a release is known; of several ways the first that says one. */
    public enum Source {
        /** It was given. */
        GIVEN("given"),
        /** It is the newest that a kubelet of the snapshot says it is of, and serves the group. */
        KUBELETS("kubelets"),
        /** It is the newest final release that serves the group's version; if none is final, the oldest that does. */
        API_VERSION("apiVersion"),
        /** It is the newest final release: nothing says another. */
        NEWEST("newest");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /** {@return the machine word, such as {@code kubelets}} */
        public String code() {
            return code;
        }
    }

    public AnswerRelease {
        requireNonNull(release, "release");
        requireNonNull(source, "source");
        requireNonNull(gates, "gates");
    }

    /** A release without gates given. */
    public AnswerRelease(KubernetesRelease release, Source source) {
        this(release, source, Optional.empty());
    }
}
