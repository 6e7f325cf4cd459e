package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * None of some nodes holds more than {@code limit} pods of a class, or one of them does; and since nothing tells the
 * nodes apart, it may as well be the first.
 *
 * <p>No case is left out: each node holds {@code limit} pods or fewer, or some node holds more. If in an answer that
 * the cases above allow it is not the first node, all that lies on it and all that lies on the first may be exchanged,
 * and the answer is still one that the cases allow: the nodes have as much free (as the requests count), the same
 * classes may use them, they lie in the same domains of all conflicts and of all groups whose domain is open,
 * every bound of a case above on pods of a node is on both or on neither, and no case above demands pods of either.
 * What concerns only classes with no pod that fits on the nodes may differ. A single node needs no exchange. The nodes
 * are some, and nodes of the question.
 *
 * @param podClass index of the class
 * @param nodes one or more nodes that neither the question nor any case above tells apart
 * @param limit 0 or more
 * @param none why it cannot be that each holds {@code limit} or fewer
 * @param one why it cannot be that the first holds {@code limit + 1} or more
 */
public record CountBranch(int podClass, NodeSet nodes, int limit, Certificate none, Certificate one)
        implements Certificate {

    /** Checks presence. */
    public CountBranch {
        requireNonNull(nodes, "nodes");
        requireNonNull(none, "none");
        requireNonNull(one, "one");
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").countBranch(this);
    }

    @Override
    public List<Certificate> parts() {
        return List.of(none, one);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountBranch that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: its own numbers, and how many leaves there are} */
    @Override
    public String toString() {
        return CertificateContent.text(
                "CountBranch[podClass=" + podClass + ", nodes=" + nodes.brief() + ", limit=" + limit, this);
    }
}
