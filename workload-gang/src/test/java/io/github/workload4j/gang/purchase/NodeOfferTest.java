package io.github.workload4j.gang.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeOfferTest {

    private static final Node LIKE = new Node(ObjectMeta.of("large"), NodeSpec.OPEN, NodeStatus.EMPTY);

    private static NodeOffer offer(String price) {
        return new NodeOffer(LIKE, new BigDecimal(price), 7);
    }

    @Test
    void pricesAreAmountsWhateverTheirZeros() {
        assertThat(offer("3.10")).isEqualTo(offer("3.1")).hasToString("NodeOffer[large at 3.1, 7 of them]");
        assertThat(offer("30").price()).isEqualTo(offer("3e1").price());
        assertThat(new NodeOffer(LIKE, BigDecimal.TEN, NodeOffer.UNLIMITED)).hasToString("NodeOffer[large at 10]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0000001", "1000000001"})
    void pricesOutOfRangeAreRefused(String price) {
        assertThatThrownBy(() -> offer(price))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price: " + price + " (expected: above 0, at most a billion, with at most six decimals)");
    }

    @Test
    void atLeastOneCanBeHad() {
        assertThatThrownBy(() -> new NodeOffer(LIKE, BigDecimal.ONE, 0)).hasMessage("atMost: 0 (expected: 1 or more)");
    }
}
