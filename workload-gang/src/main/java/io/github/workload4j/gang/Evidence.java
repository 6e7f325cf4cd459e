package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.Certificate;
import java.util.List;

/** Why there is no placement. */
public sealed interface Evidence {

    /**
     * A certificate that anyone can check against the question in numbers. If rules whose order matters were left out
     * of that question or weakened ({@code relaxed}), it has at least the placements of the real one, and still not
     * enough: of a class there may then be fewer pods than the group has, because a spread constraint never lets more
     * of them be placed.
     *
     * @param packing the question in numbers
     * @param certificate why it has no answer
     * @param classes what the pod classes of the packing are, in its order
     * @param nodes names of the nodes of the packing, in its order
     * @param relaxed whether pod affinity or topology spread was left out
     */
    record Certified(
            Packing packing, Certificate certificate, List<ClassName> classes, List<String> nodes, boolean relaxed)
            implements Evidence {

        public Certified {
            requireNonNull(packing, "packing");
            requireNonNull(certificate, "certificate");
            classes = List.copyOf(requireNonNull(classes, "classes"));
            nodes = List.copyOf(requireNonNull(nodes, "nodes"));
        }

        /** {@return such as {@code certificate of 3 cases, 2 classes of pods, 40 nodes}} */
        @Override
        public String toString() {
            return "certificate of " + certificate.leaves() + " cases, " + classes.size() + " classes of pods, "
                    + nodes.size() + " nodes" + (relaxed ? ", rules of order left out" : "");
        }
    }

    /**
     * An exhaustive search, not a certificate: all ways to place the pods in any order, up to symmetry, were gone
     * through, and nobody can check that but by doing so again. Only where pod affinity or topology spread make the
     * order matter.
     *
     * @param states number of states that were looked at
     */
    record Exhausted(long states) implements Evidence {

        /** {@return such as {@code exhaustive search of 12 states, not a certificate}} */
        @Override
        public String toString() {
            return "exhaustive search of " + states + (states == 1 ? " state" : " states") + ", not a certificate";
        }
    }

    /**
     * Pods that look alike to every rule.
     *
     * @param group the group they are in
     * @param pods their names, in order
     */
    record ClassName(GroupRef group, List<String> pods) {

        public ClassName {
            requireNonNull(group, "group");
            pods = List.copyOf(requireNonNull(pods, "pods"));
        }
    }
}
