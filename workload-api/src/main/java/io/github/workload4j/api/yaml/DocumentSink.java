package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.table.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands out the documents of one stream. How strict the reader is decides what an object with faults comes out as. */
final class DocumentSink {

    /** The state of reading. */
    final ReadContext context = new ReadContext();

    private final boolean strict;
    private final Consumer<? super Document> consumer;

    DocumentSink(boolean strict, Consumer<? super Document> consumer) {
        this.strict = strict;
        this.consumer = consumer;
    }

    void hand(Document document) {
        consumer.accept(document);
    }

    /** Reads an object from its tree and hands it out. */
    void bind(Source source, Tree.Mapping root, String apiVersion, String kind, List<Fault> warnings) {
        Fault typeFault = TypeFaults.of(root, apiVersion, kind);
        if (typeFault != null) {
            undecodable(source, List.of(typeFault));
            return;
        }
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        if (shape == null) {
            consumer.accept(noneOfOurs(source, apiVersion, kind));
            return;
        }
        context.takeFaults();
        context.startObject();
        ApiObject object = shape.read(new TreeCursor(root), context);
        consumer.accept(document(source, object, context.takeFaults(), warnings));
    }

    static Skipped noneOfOurs(Source source, String apiVersion, String kind) {
        return new Skipped(source, kind + " of " + apiVersion + " is none of the kinds we read");
    }

    /**
     * {@return an object, or the reason why it is none}
     *
     * @param warnings faults that are no reason to refuse it
     */
    Document document(Source source, ApiObject object, List<Fault> faults, List<Fault> warnings) {
        if (stops(faults)) {
            return new Undecodable(source, stage(faults), faults);
        }
        if (warnings.isEmpty()) {
            return new Decoded(source, object, faults, context.passedOver() == 0);
        }
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(warnings);
        return new Decoded(source, object, all, context.passedOver() == 0);
    }

    /** {@return whether these faults refuse the object, and are not only warnings} */
    boolean stops(List<Fault> faults) {
        for (Fault fault : faults) {
            if (strict || fault.type().stage() != Stage.STRICT) {
                return true;
            }
        }
        return false;
    }

    void undecodable(Source source, List<Fault> faults) {
        consumer.accept(new Undecodable(source, stage(faults), faults));
    }

    private static Stage stage(List<Fault> faults) {
        Stage stage = faults.get(0).type().stage();
        for (Fault fault : faults) {
            stage = fault.type().stage().compareTo(stage) < 0 ? fault.type().stage() : stage;
        }
        return stage;
    }
}
