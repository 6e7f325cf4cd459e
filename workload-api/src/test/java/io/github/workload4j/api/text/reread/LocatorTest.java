package io.github.workload4j.api.text.reread;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.CursorDump;
import io.github.workload4j.api.text.tree.TreeLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LocatorTest {

    private static Locator locator(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Locator(CursorDump.chunk(bytes), TreeLimits.DEFAULT);
    }

    @Test
    void findsAValueAndElseTheNearestObjectAroundIt() {
        Locator locator = locator("a:\n  b: 1\n");
        assertThat(locator.locate(0, -1, FieldPath.root("a").child("b"))).contains(new Position(2, 6));
        assertThat(locator.locate(0, -1, FieldPath.root("a").child("c"))).contains(new Position(2, 3));
    }

    @Test
    void findsItemsInAnyOrder() {
        Locator locator = locator("kind: List\nitems:\n- {x: 1}\n- {x: 2}\n");
        for (int item : new int[] {1, 0, 1}) {
            assertThat(locator.locate(0, item, FieldPath.root("x"))).contains(new Position(3 + item, 7));
        }
    }

    @Test
    void findsNothingInWhatCannotBeRead() {
        assertThat(locator("a: [").locate(0, -1, FieldPath.root("a"))).isEmpty();
    }

    @Test
    void manyPlacesOfOneObjectTakeOneReading() {
        int count = 50_000;
        StringBuilder text = new StringBuilder("labels:\n");
        for (int i = 0; i < count; i++) {
            text.append("  l").append(i).append(": _\n");
        }
        Locator locator = locator(text.toString());
        for (int i = 0; i < count; i++) {
            FieldPath label = FieldPath.root("labels").key("l" + i);
            assertThat(locator.locate(0, -1, label)).contains(new Position(2 + i, 5 + ("l" + i).length()));
        }
        assertThat(locator.readings()).isEqualTo(1);
    }

    @Test
    void manyItemsInOrderTakeOneReading() {
        int count = 50_000;
        Locator yaml = locator("kind: List\nitems:\n" + "- {x: 1}\n".repeat(count));
        Locator json = locator("{\"kind\":\"List\",\"items\":[" + "{\"x\":1},".repeat(count - 1) + "{\"x\":1}]}");
        for (int item = 0; item < count; item++) {
            for (int again = 0; again < 2; again++) {
                assertThat(yaml.locate(0, item, FieldPath.root("x"))).contains(new Position(3 + item, 7));
                assertThat(json.locate(0, item, FieldPath.root("x"))).contains(new Position(1, 30 + 8 * item));
            }
        }
        assertThat(yaml.readings()).isEqualTo(1);
        assertThat(json.readings()).isEqualTo(1);
    }

    @Test
    void ofTwoFieldsOfOneNameTheLaterIsFoundInLargeAndSmallObjects() {
        for (int others : new int[] {0, 100}) {
            String fields = "{x: 1, " + "y: 1, ".repeat(others) + "x: 2}";
            assertThat(locator(fields).locate(0, -1, FieldPath.root("x")))
                    .contains(new Position(1, fields.length() - 1));
        }
    }
}
