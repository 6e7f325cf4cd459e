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
}
