package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AncestryTest {

    @Test
    void aRootHasNothingAbove() {
        Stream stream = new Stream(GroupsOfAStream.chain(3, "missing"), List.of());
        Ancestry ancestry = new Ancestry(stream.composites);
        assertThat(ancestry.groupsAboveChildOf(group(stream, "c0"))).isEqualTo(1);
        assertThat(ancestry.groupsAboveChildOf(group(stream, "c2"))).isEqualTo(3);
        assertThat(ancestry.isOwnAncestor(group(stream, "c2"))).isFalse();
    }

    @Test
    void aCycleIsListedFromTheParentUp() {
        List<ApiObject> objects = GroupsOfAStream.chain(4, "c3");
        objects.add(GroupsOfAStream.composite("below", "c1"));
        Stream stream = new Stream(objects, List.of());
        Ancestry ancestry = new Ancestry(stream.composites);
        assertThat(ancestry.cycle(group(stream, "c1"), group(stream, "c0"), 9)).containsExactly("c0", "c3", "c2", "c1");
        assertThat(ancestry.cycle(group(stream, "c1"), group(stream, "c0"), 2)).containsExactly("c0", "c3");
        assertThat(ancestry.isOwnAncestor(group(stream, "below"))).isFalse();
        assertThat(ancestry.groupsAboveChildOf(group(stream, "below"))).isZero();
    }

    /** Parents by number: 6 is none, 7 is one that is not in the stream. */
    @Property(seed = "3", tries = 1000)
    void itIsWhatWalkingUpShows(@ForAll @Size(6) List<@IntRange(max = 7) Integer> parents) {
        List<ApiObject> objects = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            objects.add(GroupsOfAStream.composite("c" + i, parents.get(i) == 6 ? null : "c" + parents.get(i)));
        }
        Stream stream = new Stream(objects, List.of());
        Ancestry ancestry = new Ancestry(stream.composites);
        for (int i = 0; i < 6; i++) {
            Set<Integer> above = new HashSet<>();
            int next = parents.get(i);
            while (next < 6 && above.add(next)) {
                next = parents.get(next);
            }
            Placed<CompositePodGroup> group = group(stream, "c" + i);
            assertThat(ancestry.isOwnAncestor(group)).isEqualTo(above.contains(i));
            assertThat(ancestry.groupsAboveChildOf(group)).isEqualTo(next < 6 ? 0 : above.size() + 1);
        }
    }

    private static Placed<CompositePodGroup> group(Stream stream, String name) {
        return stream.composites.get("ns", name);
    }
}
