package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeCursor;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Property(tries = 500)
    void writesTextsAndNamesAsJacksonDoes(@ForAll String name, @ForAll String text) throws IOException {
        Tree tree = new Tree.Mapping(
                List.of(new Tree.Field(name, 0, new Tree.Sequence(List.of(Tree.Scalar.text(text, 0)), 0))), 0);
        StringWriter expected = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(expected)) {
            json.writeStartObject();
            json.writeFieldName(name);
            json.writeStartArray();
            json.writeString(text);
            json.writeEndArray();
            json.writeEndObject();
        }
        assertThat(JsonText.of(new TreeCursor(tree), new ReadContext())).isEqualTo(expected.toString());
    }

    @Test
    void writesEveryKindOfValue() {
        Tree tree = new Tree.Sequence(
                List.of(
                        new Tree.Scalar(Tree.Type.INTEGER, "15", "017", 0),
                        new Tree.Scalar(Tree.Type.FLOAT, "1.5", "1.50", 0),
                        new Tree.Scalar(Tree.Type.BOOLEAN, "true", "yes", 0),
                        new Tree.Scalar(Tree.Type.NULL, "", "~", 0),
                        new Tree.Mapping(List.of(), 0)),
                0);
        assertThat(JsonText.of(new TreeCursor(tree), new ReadContext())).isEqualTo("[15,1.5,true,null,{}]");
    }
}
