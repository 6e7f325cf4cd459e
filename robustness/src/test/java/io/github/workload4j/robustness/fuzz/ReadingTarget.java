package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Limits;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Any bytes can be read; what was read can be written, and is the same when read again. A stream in small pieces reads
 * as an array does, and the lenient reader knows what the strict one would have said.
 */
final class ReadingTarget implements Target.Attack {

    private static final Limits NARROW = new Limits(200, 8, 20);

    @Override
    public void on(byte[] input) throws IOException {
        List<Document> strict = ManifestReader.strict().read(input);
        List<Document> streamed = new ArrayList<>();
        ManifestReader.strict().read(inPieces(input), streamed::add);
        assertThat(streamed).isEqualTo(strict);
        List<Document> lenient = ManifestReader.lenient().read(input);
        assertThat(lenient.stream()
                        .map(document -> document instanceof Decoded decoded ? decoded.strict() : document)
                        .toList())
                .isEqualTo(strict.stream()
                        .filter(document -> !isFaultOfAList(document))
                        .toList());
        lenient.forEach(ReadingTarget::look);
        ManifestReader.lenient().withLimits(NARROW).read(input).forEach(ReadingTarget::lookAtFaults);
    }

    /** Fields of the list itself, unknown or there twice, are none of any item: only the strict reader tells them. */
    private static boolean isFaultOfAList(Document document) {
        return document instanceof Undecodable undecodable
                && undecodable.stage() == Stage.STRICT
                && document.item() < 0
                && document.kind().endsWith("List");
    }

    private static InputStream inPieces(byte[] input) {
        return new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 7));
            }
        };
    }

    private static void look(Document document) {
        lookAtFaults(document);
        if (document instanceof Decoded decoded) {
            decoded.losses().forEach(loss -> document.locate(loss.path()));
            comesBack(decoded.object(), ManifestWriter.yaml());
            comesBack(decoded.object(), ManifestWriter.json());
        }
    }

    private static void lookAtFaults(Document document) {
        assertThat(document.sourceLine(document.line())).isNotNull();
        assertThat(document.toString()).isNotEmpty();
        List<Fault> faults = List.of();
        if (document instanceof Undecodable undecodable) {
            faults = undecodable.faults();
            assertThat(faults).isNotEmpty();
        } else if (document instanceof Decoded decoded) {
            faults = decoded.warnings();
        }
        for (Fault fault : faults) {
            assertThat(fault.detail()).isNotEmpty();
            document.locate(fault.path());
            document.sourceLine(fault.position().line(), fault.position().column(), 80);
        }
    }

    private static void comesBack(ApiObject object, ManifestWriter writer) {
        String text = writer.write(object);
        List<Document> again = ManifestReader.strict().read(text);
        assertThat(again).as(text).hasSize(1);
        assertThat(again.get(0)).as(text).isInstanceOf(Decoded.class);
        assertThat(((Decoded) again.get(0)).object()).as(text).isEqualTo(object);
        assertThat(writer.write(((Decoded) again.get(0)).object())).isEqualTo(text);
    }
}
