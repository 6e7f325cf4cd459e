package io.github.workload4j.api.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedStreamTest {

    private static final List<Document> DOCUMENTS =
            ManifestReader.strict().read("{apiVersion: v1, kind: Namespace, metadata: {name: a}}");

    private static EditedStream stream(String before, String after) {
        return new EditedStream("a.yaml", before.getBytes(UTF_8), after.getBytes(UTF_8), DOCUMENTS);
    }

    @Test
    void textsOfTheSameBytesAreEqual() {
        assertThat(stream("a", "b"))
                .isEqualTo(stream("a", "b"))
                .hasSameHashCodeAs(stream("a", "b"))
                .isNotEqualTo(stream("a", "c"))
                .isNotEqualTo(stream("c", "b"))
                .isNotEqualTo(new EditedStream("b.yaml", "a".getBytes(UTF_8), "b".getBytes(UTF_8), DOCUMENTS))
                .isNotEqualTo(new EditedStream("a.yaml", "a".getBytes(UTF_8), "b".getBytes(UTF_8), List.of()));
    }

    @Test
    void textIsChangedIfAByteOfItIs() {
        assertThat(stream("abc", "abd").isChanged()).isTrue();
        assertThat(stream("abc", "abc").isChanged()).isFalse();
    }

    @Test
    void lineSaysSizesAndNoText() {
        assertThat(stream("abc", "ab"))
                .hasToString("EditedStream[name=a.yaml, 3 bytes before, 2 bytes after, 1 documents]");
    }

    @Test
    void documentsAreCopiedAndBytesAreNot() {
        byte[] after = "b".getBytes(UTF_8);
        List<Document> documents = new ArrayList<>(DOCUMENTS);
        EditedStream stream = new EditedStream("a.yaml", after, after, documents);
        documents.clear();
        assertThat(stream.documents()).hasSize(1);
        assertThatThrownBy(() -> stream.documents().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(stream.after()).isSameAs(after);
    }

    @Test
    void missingPartIsNamed() {
        byte[] text = {};
        assertThatNullPointerException()
                .isThrownBy(() -> new EditedStream(null, text, text, DOCUMENTS))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new EditedStream("", null, text, DOCUMENTS))
                .withMessage("before");
        assertThatNullPointerException()
                .isThrownBy(() -> new EditedStream("", text, null, DOCUMENTS))
                .withMessage("after");
        assertThatNullPointerException()
                .isThrownBy(() -> new EditedStream("", text, text, null))
                .withMessage("documents");
    }
}
