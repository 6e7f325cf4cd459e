package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.policy.server.ServerAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code workload validate} says about one document.
 *
 * @param file name of the input as the caller wrote it
 * @param index position of the document in its stream, from 0
 * @param item position in the List that holds it, from 0, or -1
 * @param line line of the first token, from 1
 * @param apiVersion as the manifest writes it; may be empty
 * @param kind as the manifest writes it; may be empty
 * @param namespace after defaulting; empty for cluster-wide objects
 * @param name may be empty
 * @param verdict valid or not, and how
 * @param stage how far an undecodable document got, else empty
 * @param reason why a document was skipped, else empty
 * @param errors all that is wrong, in document order
 * @param warnings all that deserves a look, in document order
 * @param release release by whose rules it was judged; null if it was not
 * @param server what the whole server does, where that is not the same; else null
 */
record Finding(
        String file,
        int index,
        int item,
        int line,
        String apiVersion,
        String kind,
        String namespace,
        String name,
        Verdict verdict,
        String stage,
        String reason,
        List<Problem> errors,
        List<Problem> warnings,
        @Nullable KubernetesRelease release,
        @Nullable ServerAnswer server) {

    /** What became of a document. */
    public enum Verdict {
        VALID,
        INVALID,
        UNDECODABLE,
        SKIPPED;

        /** {@return the word for programs and people} */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Finding decoded(
            String file,
            Document document,
            String namespace,
            List<Problem> errors,
            List<Problem> warnings,
            KubernetesRelease release,
            @Nullable ServerAnswer server) {
        Verdict verdict = errors.isEmpty() ? Verdict.VALID : Verdict.INVALID;
        return of(file, document, namespace, verdict, "", "", errors, warnings, release, server);
    }

    public static Finding undecodable(String file, Document document, String stage, List<Problem> errors) {
        return of(file, document, document.namespace(), Verdict.UNDECODABLE, stage, "", errors, List.of(), null, null);
    }

    static Finding skipped(String file, Document document, String reason) {
        return of(file, document, document.namespace(), Verdict.SKIPPED, "", reason, List.of(), List.of(), null, null);
    }

    /** {@return the releases by whose rules documents were judged, oldest first} */
    static SortedSet<KubernetesRelease> releases(List<Finding> findings) {
        SortedSet<KubernetesRelease> releases = new TreeSet<>();
        findings.stream().map(Finding::release).filter(Objects::nonNull).forEach(releases::add);
        return releases;
    }

    /** {@return this finding with more warnings} */
    Finding withWarnings(List<Problem> some) {
        List<Problem> more = new ArrayList<>(warnings);
        more.addAll(some);
        return new Finding(
                file,
                index,
                item,
                line,
                apiVersion,
                kind,
                namespace,
                name,
                verdict,
                stage,
                reason,
                errors,
                List.copyOf(more),
                release,
                server);
    }

    private static Finding of(
            String file,
            Document document,
            String namespace,
            Verdict verdict,
            String stage,
            String reason,
            List<Problem> errors,
            List<Problem> warnings,
            @Nullable KubernetesRelease release,
            @Nullable ServerAnswer server) {
        return new Finding(
                file,
                document.index(),
                document.item(),
                document.line(),
                document.apiVersion(),
                document.kind(),
                namespace,
                document.name(),
                verdict,
                stage,
                reason,
                errors,
                warnings,
                release,
                server);
    }
}
