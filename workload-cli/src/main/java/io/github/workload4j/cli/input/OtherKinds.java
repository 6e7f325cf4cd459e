package io.github.workload4j.cli.input;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.PodTemplates;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.intent.IntentReader;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of kinds that are passed over, and of these the ones that someone wrote with pod templates in them. */
public final class OtherKinds {

    private final SortedMap<String, Integer> kinds = new TreeMap<>();
    private String first = "";
    private int objects;

    /** Takes a document. */
    public void take(Document document) {
        if (!(document instanceof Skipped)
                || document.kind().isEmpty()
                || IntentReader.reads(document.apiVersion(), document.kind())) {
            return;
        }
        kinds.merge(document.apiVersion() + " " + document.kind(), 1, Integer::sum);
        boolean isOther = IntentReader.otherVersions(document.apiVersion(), document.kind())
                        .isEmpty()
                && !document.kind().equals("PodTemplate");
        if (isOther && document.content().filter(OtherKinds::isWrittenWithPods).isPresent()) {
            objects++;
            first = objects == 1 ? document.kind() + " " + document.name() : first;
        }
    }

    /** What a server gave out has made its pods already. */
    private static boolean isWrittenWithPods(PlainValue object) {
        List<PlainValue> specs = PodTemplates.of(object).specs();
        return !object.field("metadata").field("resourceVersion").isThere()
                && specs.stream()
                        .anyMatch(spec -> !spec.field("containers").items().isEmpty());
    }

    /** {@return how many objects there are of each kind, by {@code apiVersion} and {@code kind}, in order} */
    public SortedMap<String, Integer> kinds() {
        return Collections.unmodifiableSortedMap(kinds);
    }

    /** {@return what to say of those with pod templates} */
    public Optional<String> warning() {
        String more = objects > 1 ? "; nor are those of " + Counted.of(objects - 1L, "more object") : "";
        return objects == 0
                ? Optional.empty()
                : Optional.of(first + " has a pod template, and its kind is not read: not asked about" + more);
    }
}
