package io.github.workload4j.api.ordered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderedMapTest {

    @Test
    void keepsTheOrderGivenAndFindsEveryKey() {
        Object[] pairs = {"b", 1, "a", 2, "c", 3};
        Map<String, Integer> map = OrderedMap.of(pairs, 0, pairs.length);
        assertThat(map.keySet()).containsExactly("b", "a", "c");
        assertThat(map).isEqualTo(Map.of("a", 2, "b", 1, "c", 3)).hasSameHashCodeAs(Map.of("a", 2, "b", 1, "c", 3));
        assertThat(map).isEqualTo(OrderedMap.of(new Object[] {"c", 3, "b", 1, "a", 2}, 0, 6));
        assertThat(map).isNotEqualTo(Map.of("a", 2, "b", 1, "d", 3)).isNotEqualTo(Map.of("a", 2, "b", 1));
        assertThat(map).isNotEqualTo(Map.of("a", 2, "b", 1, "c", 4)).isNotEqualTo("a");
        assertThat(map.get("a")).isEqualTo(2);
        assertThat(map.containsKey("d")).isFalse();
        assertThatThrownBy(() -> map.put("d", 4)).isInstanceOf(UnsupportedOperationException.class);
    }
}
