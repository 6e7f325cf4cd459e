package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects of {@code --old}. The new object at the same position in its stream replaces each; empty documents do not
 * count. Pairs that do not match are remembered, so that no update passes unchecked.
 */
final class StoredObjects {

    private final List<@Nullable ApiObject> objects = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int next;

    private StoredObjects() {}

    /** Reads leniently: what is stored was accepted once, perhaps by a later server. */
    public static StoredObjects read(List<String> files, Inputs reading) {
        StoredObjects stored = new StoredObjects();
        reading.read(files, ManifestReader.lenient(), stored::add);
        return stored;
    }

    private void add(String file, Document document) {
        if (document instanceof Undecodable undecodable) {
            undecodable.faults().forEach(fault -> complaints.add(place(file, document) + "stored object: " + fault));
        }
        if (hasPlace(document)) {
            objects.add(document instanceof Decoded decoded ? decoded.object() : null);
        }
    }

    /** {@return what the next new document replaces, or empty if it is not to be had} */
    public Optional<ApiObject> next(String file, Document document) {
        if (!hasPlace(document)) {
            return Optional.empty();
        }
        int place = next++;
        if (place >= objects.size()) {
            complaints.add(place(file, document) + "no stored object at this position (expected: as many as new ones)");
            return Optional.empty();
        }
        ApiObject stored = objects.get(place);
        if (stored == null || !(document instanceof Decoded decoded)) {
            return Optional.empty();
        }
        if (!isSame(stored, decoded.object())) {
            complaints.add(place(file, document) + "the stored object at this position is " + name(stored)
                    + " (expected: " + name(decoded.object()) + ")");
            return Optional.empty();
        }
        return Optional.of(stored);
    }

    /** {@return whether something did not match, which is then printed} */
    boolean reportUnmatched(PrintWriter err) {
        if (next < objects.size()) {
            complaints.add(Counted.of(objects.size() - next, "stored object")
                    + " without a new one (expected: as many as new ones)");
        }
        complaints.forEach(complaint -> err.println("error: " + Style.printable(complaint)));
        err.flush();
        return !complaints.isEmpty();
    }

    private static boolean hasPlace(Document document) {
        return !(document instanceof Skipped) || !document.kind().isEmpty();
    }

    private static boolean isSame(ApiObject stored, ApiObject updated) {
        return stored.kind().equals(updated.kind());
    }

    private static String name(ApiObject object) {
        return object.kind() + " " + object.metadata().name();
    }

    private static String place(String file, Document document) {
        return Inputs.shown(file) + ":" + document.line() + ": ";
    }
}
