package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ProblemText;
import io.github.workload4j.cli.screen.Style;
import io.github.workload4j.cli.screen.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All manifests to convert, each object with its document, so that a loss can be shown where it stands. */
final class ConvertInputs {

    private final List<ApiObject> objects = new ArrayList<>();
    private final Map<ApiObject, At> at = new IdentityHashMap<>();
    private final List<LossAt> passedOver = new ArrayList<>();
    private final PrintWriter err;
    private final Style style;
    private boolean errors;

    ConvertInputs(Terminal terminal) {
        this.err = terminal.err();
        this.style = terminal.errorStyle();
    }

    private record At(String file, Document document) {}

    /** Takes one document. */
    public void add(String file, Document document) {
        if (document instanceof Decoded decoded) {
            objects.add(decoded.object());
            at.put(decoded.object(), new At(file, document));
            for (Loss loss : decoded.losses()) {
                passedOver.add(passedOver(file, document, loss.detail()));
            }
        } else if (document instanceof Undecodable undecodable) {
            errors = true;
            undecodable
                    .faults()
                    .forEach(fault ->
                            ProblemText.print(err, style, "error", file, document.line(), Problem.of(document, fault)));
        } else if (document instanceof Skipped skipped && !document.kind().isEmpty()) {
            passedOver.add(passedOver(file, document, "not written: " + skipped.reason()));
        }
    }

    private static LossAt passedOver(String file, Document document, String detail) {
        return lossAt(new At(file, document), FieldPath.DOCUMENT, "DROPPED", null, detail);
    }

    public List<ApiObject> objects() {
        return objects;
    }

    /** {@return whether a document could not be read} */
    public boolean hasErrors() {
        return errors;
    }

    /** {@return what the conversion lost, then what it never saw} */
    List<LossAt> losses(Converted converted) {
        List<LossAt> losses = new ArrayList<>();
        for (Loss loss : converted.losses()) {
            String value = loss.value().isEmpty() ? null : loss.value();
            losses.add(lossAt(at.get(loss.object()), loss.path(), loss.kind().name(), value, loss.detail()));
        }
        losses.addAll(passedOver);
        return losses;
    }

    private static LossAt lossAt(At at, FieldPath path, String kind, @Nullable String value, String detail) {
        Document document = at.document();
        return new LossAt(
                at.file(),
                document.index(),
                document.locate(path).orElse(new Position(document.line(), 1)),
                document.apiVersion(),
                document.kind(),
                document.namespace(),
                document.name(),
                path.toString(),
                kind,
                value,
                detail);
    }
}
