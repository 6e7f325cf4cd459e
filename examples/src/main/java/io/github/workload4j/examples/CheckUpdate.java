package io.github.workload4j.examples;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an admission webhook, or a GitOps tool before it syncs, does with an update: may this object replace the stored
 * one? Fields that may not change are named before the cluster is asked.
 */
public final class CheckUpdate {

    private CheckUpdate() {}

    /** Checks whether the second manifest may replace the first. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: CheckUpdate STORED NEW");
            System.exit(2);
        }
        System.exit(isAllowed(Path.of(args[0]), Path.of(args[1]), System.out) ? 0 : 1);
    }

    /** {@return whether both could be read and the update is allowed} */
    static boolean isAllowed(Path stored, Path sent, PrintStream out) throws IOException {
        Optional<ApiObject> before = read(stored, out);
        Optional<ApiObject> after = read(sent, out);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        ApiObject old = before.get();
        ApiObject updated = Defaulting.standard().apply(after.get()).object();
        if (!old.kind().equals(updated.kind())) {
            out.println("denied: a " + old.kind() + " cannot become a " + updated.kind());
            return false;
        }
        List<Violation> violations = ManifestRules.standard().checkUpdate(old, updated);
        out.println(violations.isEmpty() ? "allowed" : "denied:");
        violations.forEach(violation -> out.println("  " + violation + " (" + violation.rule() + ")"));
        return violations.isEmpty();
    }

    /** {@return the only object of a file, or nothing if it is not one, which is then said} */
    private static Optional<ApiObject> read(Path file, PrintStream out) throws IOException {
        List<Document> documents = ManifestReader.strict().read(Files.readAllBytes(file));
        if (documents.size() == 1 && documents.get(0) instanceof Decoded decoded) {
            return Optional.of(decoded.object());
        }
        if (documents.size() == 1 && documents.get(0) instanceof Undecodable undecodable) {
            undecodable.faults().forEach(fault -> out.println(file.getFileName() + ":" + fault));
        } else {
            out.println(file.getFileName() + ": " + documents.size() + " documents (expected: 1, of a kind of ours)");
        }
        return Optional.empty();
    }
}
