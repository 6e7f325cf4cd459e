package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String NODE = "apiVersion: v1\nkind: Node\nmetadata: {name: node, namespace: ns}\n";

    @Test
    void saysWhatTheManifestSays() {
        Document document =
                ManifestReader.strict().read("# nothing\n---\n" + NODE).get(1);
        assertThat(document.apiVersion() + " " + document.kind()).isEqualTo("v1 Node");
        assertThat(document.namespace() + "/" + document.name()).isEqualTo("ns/node");
        assertThat(document.index()).isEqualTo(1);
        assertThat(document.item()).isEqualTo(-1);
        assertThat(document.line()).isEqualTo(3);
    }

    @Test
    void findsThePlaceOfAValueAndItsLine() {
        Document document = ManifestReader.strict().read(NODE).get(0);
        assertThat(document.locate(FieldPath.root("metadata").child("name"))).contains(new Position(3, 18));
        assertThat(document.locate(FieldPath.root("spec"))).contains(new Position(1, 1));
        assertThat(document.sourceLine(2)).isEqualTo("kind: Node");
        assertThat(document.sourceLine(9)).isEmpty();
        assertThat(document.sourceLine(2, 7, 3)).isEqualTo("Nod");
    }

    @Test
    void nothingHasNoPlaces() {
        Document document = ManifestReader.strict().read("# nothing\n").get(0);
        assertThat(document.locate(FieldPath.root("spec"))).isEmpty();
    }
}
