package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConflictTest {

    @Test
    void conflictsAreEqualByContent() {
        Conflict conflict = new Conflict(0, 1, new int[] {0, 0, 1});
        assertThat(conflict)
                .isEqualTo(new Conflict(0, 1, new int[] {0, 0, 1}))
                .hasSameHashCodeAs(new Conflict(0, 1, new int[] {0, 0, 1}))
                .isNotEqualTo(new Conflict(0, 1, new int[] {0, 1, 1}))
                .isNotEqualTo(new Conflict(1, 1, new int[] {0, 0, 1}))
                .isNotEqualTo(new Conflict(0, 0, new int[] {0, 0, 1}))
                .isNotEqualTo(Conflict.onNode(0, 1));
    }

    @Test
    void fewNodesAreListedAndManyCounted() {
        assertThat(Conflict.onNode(0, 1)).hasToString("Conflict[a=0, b=1, domainOf=null]");
        assertThat(new Conflict(0, 1, new int[] {0, -1})).hasToString("Conflict[a=0, b=1, domainOf=[0, -1]]");
        int[] many = new int[17];
        many[0] = -1;
        many[1] = 5;
        assertThat(new Conflict(0, 0, many)).hasToString("Conflict[a=0, b=0, domainOf=2 domains of 17 nodes]");
    }
}
