package io.github.workload4j.cli.verify;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what the leaves of a proof are said to come to and to count, by {@code docs/certificates.md}. */
final class StatedSums {

    private StatedSums() {}

    /**
     * {@return which sum of a proof does not hold, or which resource its points do not count; empty if all that is
     * stated holds}
     *
     * @param proof the proof as it is written
     * @param accepted the same proof, which the checker has accepted
     */
    static Optional<String> objectionTo(@Nullable Object proof, Evidence.Certified accepted, int atLeast) {
        CertificateReader reader =
                new CertificateReader(accepted.packing().nodes().count());
        Certificate certificate = reader.read(proof);
        if (reader.stated().isEmpty() && reader.resources().isEmpty()) {
            return Optional.empty();
        }
        LeafSums sums = new PackingChecker(accepted.packing()).sums(certificate, atLeast);
        Optional<String> other = reader.resources().stream()
                .filter(said -> !sums.counts(said.leaf(), said.resource()))
                .findFirst()
                .map(said -> "certificate.proof: resource " + said.resource() + ", which the points do not count");
        return other.isPresent() ? other : sum(reader, sums);
    }

    private static Optional<String> sum(CertificateReader reader, LeafSums sums) {
        return reader.stated().stream()
                .filter(said -> !sums.of(said.leaf())
                        .filter(sum -> sum.available() <= said.available()
                                && said.available() < said.needed()
                                && said.needed() <= sum.needed())
                        .isPresent())
                .findFirst()
                .map(said -> "certificate.proof: needed " + said.needed() + ", available " + said.available()
                        + ", by the inputs "
                        + sums.of(said.leaf())
                                .map(sum -> "needed " + sum.needed() + ", available " + sum.available())
                                .orElse("not to be stated"));
    }
}
