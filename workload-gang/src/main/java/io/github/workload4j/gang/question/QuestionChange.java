package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.GroupRef;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a question as a value, so that it can be made again where the question arrives. */
sealed interface QuestionChange extends Serializable {

    /** {@return the question, changed} */
    GroupQuestion of(GroupQuestion question);

    /** Something is left out, or taken to be as it is not. */
    enum Assumption implements QuestionChange {
        NO_VOLUMES {
            @Override
            public GroupQuestion of(GroupQuestion question) {
                return question.withoutVolumes();
            }
        },
        SHARED_CLAIMS_BOUND {
            @Override
            public GroupQuestion of(GroupQuestion question) {
                return question.withSharedClaimsBound();
            }
        },
        NOBODY_REPELS {
            @Override
            public GroupQuestion of(GroupQuestion question) {
                return question.withoutRepelling();
            }
        }
    }

    /** A group is bound to a domain of this label, or of none. */
    record TopologyKey(GroupRef group, @Nullable String key) implements QuestionChange {
        @Override
        public GroupQuestion of(GroupQuestion question) {
            return question.withTopologyKey(group, key);
        }
    }

    /** A group has this minimum. */
    record Minimum(GroupRef group, int minimum) implements QuestionChange {
        @Override
        public GroupQuestion of(GroupQuestion question) {
            return question.withMinimum(group, minimum);
        }
    }

    /** There is no group around this one. */
    record Alone(GroupRef group) implements QuestionChange {
        @Override
        public GroupQuestion of(GroupQuestion question) {
            return question.alone(group);
        }
    }

    /**
     * Pods that ask something else.
     *
     * @param pods by class, the pod that now stands for it
     */
    record Pods(List<Pod> pods) implements QuestionChange {

        @Override
        public GroupQuestion of(GroupQuestion question) {
            if (question.podClasses().size() != pods.size()) {
                throw new IllegalArgumentException("pods: " + pods.size() + " of as many kinds (expected: "
                        + question.podClasses().size() + ")");
            }
            Iterator<Pod> changed = pods.iterator();
            return question.withPods(pod -> {
                Pod now = changed.next();
                return now.equals(pod) ? pod : now;
            });
        }

        private Object writeReplace() throws ObjectStreamException {
            try {
                StringBuilder manifests = new StringBuilder();
                pods.forEach(pod -> manifests.append(ManifestWriter.json().write(pod)));
                Written written = new Written(manifests.toString());
                if (written.read().equals(pods)) {
                    return written;
                }
            } catch (IllegalArgumentException e) {
                throw new NotSerializableException("question: " + e.getMessage());
            }
            throw new NotSerializableException("question: its pods were changed into some that no manifest says");
        }

        private record Written(String manifests) implements Serializable {

            List<Pod> read() {
                List<Pod> pods = new ArrayList<>();
                ManifestReader.lenient().read(manifests).forEach(document -> {
                    if (!(document instanceof Decoded decoded) || !(decoded.object() instanceof Pod pod)) {
                        throw new IllegalArgumentException("no pod: " + document);
                    }
                    pods.add(pod);
                });
                return pods;
            }

            private Object readResolve() throws InvalidObjectException {
                try {
                    return new Pods(read());
                } catch (IllegalArgumentException | NullPointerException e) {
                    throw new InvalidObjectException("question: " + e.getMessage());
                }
            }
        }
    }
}
