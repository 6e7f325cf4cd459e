package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands out the documents of one stream: what is wrong with an object decides, by how strict the reader is, what it comes out as. */
final class Outlet {

    /** Where the binding stands. */
    final Reading reading = new Reading();

    private final boolean strict;
    private final Consumer<? super Document> sink;

    Outlet(boolean strict, Consumer<? super Document> sink) {
        this.strict = strict;
        this.sink = sink;
    }

    void hand(Document document) {
        sink.accept(document);
    }

    /** Binds the tree of an object and hands that out. */
    void bind(Source source, Tree.Mapping root, String apiVersion, String kind, List<Fault> warnings) {
        Fault typeFault = TypeFaults.of(root, apiVersion, kind);
        if (typeFault != null) {
            undecodable(source, List.of(typeFault));
            return;
        }
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        if (shape == null) {
            sink.accept(noneOfOurs(source, apiVersion, kind));
            return;
        }
        reading.takeFaults();
        reading.startObject();
        ApiObject object = shape.read(new TreeTokens(root), reading);
        sink.accept(document(source, object, reading.takeFaults(), warnings));
    }

    static Skipped noneOfOurs(Source source, String apiVersion, String kind) {
        return new Skipped(source, kind + " of " + apiVersion + " is none of the kinds we read");
    }

    /**
     * {@return an object, or why it is none}
     *
     * @param warnings what is no reason to refuse it
     */
    Document document(Source source, ApiObject object, List<Fault> faults, List<Fault> warnings) {
        if (stops(faults)) {
            return new Undecodable(source, stage(faults), faults);
        }
        if (warnings.isEmpty()) {
            return new Decoded(source, object, faults, reading.passedOver() == 0);
        }
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(warnings);
        return new Decoded(source, object, all, reading.passedOver() == 0);
    }

    /** {@return whether these faults end the reading, and are not only warnings} */
    boolean stops(List<Fault> faults) {
        for (Fault fault : faults) {
            if (strict || fault.type().stage() != Stage.STRICT) {
                return true;
            }
        }
        return false;
    }

    void undecodable(Source source, List<Fault> faults) {
        sink.accept(new Undecodable(source, stage(faults), faults));
    }

    private static Stage stage(List<Fault> faults) {
        Stage stage = faults.get(0).type().stage();
        for (Fault fault : faults) {
            stage = fault.type().stage().compareTo(stage) < 0 ? fault.type().stage() : stage;
        }
        return stage;
    }
}
