package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.release.KubernetesRelease;

/**
 * The release of Kubernetes that an answer is for. Its scheduler's rules are those that were applied.
 *
 * @param release the release
 * @param source how it is known
 */
public record AnswerRelease(KubernetesRelease release, Source source) {

    /** How a release is known; of several ways the first that says one. */
    public enum Source {
        /** It was given. */
        GIVEN("given"),
        /** It is the newest that a kubelet of the snapshot says it is of, and serves the group. */
        KUBELETS("kubelets"),
        /** It is the newest final release that serves the group's version; if none is final, the oldest that does. */
        API_VERSION("apiVersion");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /** {@return the machine word, such as {@code kubelets}} */
        public String code() {
            return code;
        }
    }

    /** Checks presence. */
    public AnswerRelease {
        requireNonNull(release, "release");
        requireNonNull(source, "source");
    }
}
