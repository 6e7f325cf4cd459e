package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueStackTest {

    @Test
    void listsAreWhatWasPushedSinceTheirBase() {
        for (int size = 0; size < 200; size++) {
            ValueStack stack = new ValueStack();
            stack.push("below");
            int base = stack.top();
            List<Integer> pushed = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                stack.push(i);
                pushed.add(i);
            }
            assertThat(stack.<Integer>list(base)).isEqualTo(pushed);
            assertThat(stack.top()).isEqualTo(base);
        }
    }

    @Test
    void findsTheValueOfAName() {
        ValueStack stack = new ValueStack();
        int base = stack.top();
        for (String text : List.of("a", "1", "b", "2")) {
            stack.push(text);
        }
        assertThat(stack.at(stack.find(base, "b"))).isEqualTo("2");
        assertThat(stack.find(base, "1")).isEqualTo(-1);
        assertThat(stack.<String>map(base)).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }
}
