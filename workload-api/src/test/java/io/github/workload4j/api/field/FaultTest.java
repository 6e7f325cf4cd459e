package io.github.workload4j.api.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final FieldPath COUNT = FieldPath.root("spec").child("minCount");

    @Test
    void printsPlacePathAndWhatIsWrong() {
        Fault fault = new Fault(Fault.Type.WRONG_TYPE, COUNT, new Position(3, 5), "found text", "expected a number");
        assertThat(fault).hasToString("3:5: spec.minCount: found text: expected a number");
    }

    @Test
    void leavesOutAPathAndAHintThatAreNotThere() {
        Fault fault = new Fault(Fault.Type.SYNTAX, FieldPath.DOCUMENT, new Position(3, 5), "not YAML", "");
        assertThat(fault).hasToString("3:5: not YAML");
    }

    @Test
    void rejectsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Fault(Fault.Type.SYNTAX, FieldPath.DOCUMENT, new Position(1, 1), null, ""))
                .withMessage("detail");
    }

    @Test
    void everyTypeHasAWordOfItsOwnAndAStage() {
        assertThat(Stream.of(Fault.Type.values()).map(Fault.Type::label)).doesNotHaveDuplicates();
        assertThat(Fault.Type.UNKNOWN_FIELD.stage()).isEqualTo(Stage.STRICT);
        assertThat(Fault.Type.WRONG_TYPE.stage()).isEqualTo(Stage.JSON);
    }
}
