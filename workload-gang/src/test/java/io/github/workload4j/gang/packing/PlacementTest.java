package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void columnsAreCopiedAndWhatIsAfterTheirEndIsLeftOut() {
        int[] podClass = {0, 1, 7};
        int[] node = {3, 4, 7};
        int[] count = {1, 2, 7};
        Placement placement = Placement.ofColumns(podClass, node, count, 2);
        podClass[0] = 9;
        node[0] = 9;
        count[0] = 9;
        assertThat(placement).containsExactly(new Placed(0, 3, 1), new Placed(1, 4, 2));
        assertThat(placement.pods()).isEqualTo(3);
    }

    @Test
    void columnsThatAreTooShortAreRefused() {
        assertThatThrownBy(() -> Placement.ofColumns(new int[2], new int[2], new int[1], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("size: 2 (expected: 0 to ");
    }

    @Test
    void aPlacementEqualsAListOfTheSameElements() {
        List<Placed> placed = List.of(new Placed(0, 0, 1), new Placed(1, 0, 2));
        assertThat(Placement.of(placed)).isEqualTo(placed).hasSameHashCodeAs(placed);
        assertThat(Placement.empty()).isEmpty();
    }

    @Test
    void firstElementsEndWithFewerPodsOfTheLast() {
        Placement all = Placement.of(List.of(new Placed(0, 0, 5), new Placed(0, 1, 5), new Placed(0, 2, 5)));
        assertThat(all.first(2, 3)).containsExactly(new Placed(0, 0, 5), new Placed(0, 1, 3));
        assertThat(all.first(2, 5)).containsExactly(new Placed(0, 0, 5), new Placed(0, 1, 5));
        assertThatThrownBy(() -> all.first(4, 1)).hasMessage("elements: 4 (expected: 1 to 3)");
    }
}
