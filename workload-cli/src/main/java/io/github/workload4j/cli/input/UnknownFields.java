package io.github.workload4j.cli.input;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.gang.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields of pods, nodes and Jobs that no Kubernetes known here has. In an object that someone wrote they are misspelt
 * or misplaced: an error. In one that a server gave out (it has a {@code metadata.resourceVersion}) they are newer than
 * this program: a warning, once for each field. Either way the rest of the object is used, since such a pod takes room
 * all the same.
 */
final class UnknownFields {

    private final Map<String, Met> met = new TreeMap<>();

    /** Where a field was met first, and in how many objects. */
    private record Met(String place, int objects) {}

    /**
     * Turns a document that was read leniently into what a strict reader gives. Pods, nodes and Jobs whose only fault
     * is unknown fields stay as they are.
     *
     * @return the document to use
     */
    public static Document strict(Document document) {
        if (!(document instanceof Decoded decoded)) {
            return document;
        }
        boolean usable = isTolerated(decoded.object())
                && decoded.strictFaults().stream().allMatch(fault -> fault.type() == Fault.Type.UNKNOWN_FIELD);
        return usable ? document : decoded.strict();
    }

    private static boolean isTolerated(ApiObject object) {
        return object instanceof Pod || object instanceof Node || object instanceof Job;
    }

    /** Takes an object that is used, and gives the faults of one that someone wrote. */
    List<Fault> take(String file, Decoded decoded) {
        List<Fault> faults = decoded.strictFaults();
        if (decoded.object().metadata().resourceVersion().isEmpty()) {
            return faults;
        }
        for (Fault fault : faults) {
            String place = Inputs.shown(file) + ":" + fault.position();
            String field = decoded.kind() + " " + fault.path().toString().replaceAll("\\[\\d+]", "[]");
            met.merge(field, new Met(place, 1), (first, one) -> new Met(first.place(), first.objects() + 1));
        }
        return List.of();
    }

    /** {@return what to say of the fields that servers gave out} */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        met.forEach((field, where) ->
                warnings.add(field + ", first at " + where.place() + ", is no field that is known here; "
                        + Counted.of(where.objects(), "object")
                        + (where.objects() == 1 ? " has" : " have") + " it, and the answers leave it aside"));
        return warnings;
    }
}
