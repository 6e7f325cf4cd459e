package io.github.workload4j.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PanelTest {

    private static final int WIDTH = 1152;

    private static Panel panel(Sketch sketch) {
        return Panel.of(sketch.views().get(0), WIDTH, true);
    }

    @Test
    void everyNodeOfASmallClusterHasACellOfItsOwn() {
        Panel panel = panel(Sketch.cluster(240).gang("train", 4, 4, 4, 2, Sketch.RACK));
        assertThat(cells(panel).stream().map(cell -> cell.node().name()).distinct())
                .hasSize(240);
        assertThat(panel.closeUps()).isEmpty();
        assertSound(panel);
    }

    @Test
    void aLargeClusterIsSummarisedByDomainAndPodsAreShownCloseUp() {
        Panel panel = panel(Sketch.cluster(2_000).gang("train", 4, 4, 4, 2, Sketch.RACK));
        assertThat(map(panel).all().mapToInt(room -> room.tiles().size()).sum()).isEqualTo(250);
        assertThat(panel.closeUps()).hasSize(1);
        assertThat(panel.closeUps().get(0).domain().sum().placedPods()).isEqualTo(4);
        assertSound(panel);
    }

    @Test
    void aLargeClusterWithoutDomainsIsHeapedByRoom() {
        Sketch sketch = new Sketch();
        for (int i = 0; i < 1_000; i++) {
            sketch.node("node-" + i, null, null, 32, i % 10 == 0 ? 8 : 0);
        }
        Panel panel = panel(sketch.gang("train", 500, 500, 4, 4, null));
        assertThat(map(panel).piles().stream()
                        .map(pile -> pile.before().text() + ": " + pile.after().text()))
                .containsExactly("room for 0: 900 nodes", "room for 2: 100 nodes");
        assertThat(cells(panel)).hasSizeBetween(1, 64);
        assertSound(panel);
    }

    @Test
    void domainsWithoutANodeThatCouldTakeAPodComeLast() {
        Panel panel = panel(Sketch.cluster(120).gang("train", 2, 2, 4, 2, null));
        List<Room> racks = map(panel).rooms().get(0).rooms();
        assertThat(racks.get(0).domain().isOutOfTheQuestion()).isFalse();
        assertThat(racks.get(racks.size() - 1).domain().isOutOfTheQuestion()).isTrue();
    }

    @Test
    void ofARoomItIsSaidHowManyFindRoomAndHowManyMust() {
        Panel panel = panel(Sketch.cluster(40).gang("train", 40, 40, 4, 2, Sketch.RACK));
        assertThat(panel.words().headline()).isEqualTo("does not fit");
        assertThat(panel.words().sentences())
                .contains("Counted node by node, there is room for 32 pods in all: 8 too few.");
        assertThat(map(panel).all().flatMap(room -> room.labels().stream()).map(Label::text))
                .contains("room 32 of 40");
    }

    @Test
    void nodesWithoutALabelAreADomainOfTheirOwn() {
        Sketch sketch = new Sketch()
                .node("a", "z", null, 8, 0)
                .node("b", "z", "r", 8, 0)
                .node("c", null, null, 8, 0);
        Panel panel = panel(sketch.gang("train", 1, 1, 1, 0, null));
        assertThat(map(panel).all().map(room -> room.domain().shortName())).contains("no zone", "no rack", "r", "z");
        assertSound(panel);
    }

    @Test
    void morePodsOfANodeThanSignsFitAreCounted() {
        Sketch sketch = new Sketch().node("a", null, null, 64, 0);
        Panel panel = panel(sketch.gang("train", 30, 30, 1, 0, null));
        String drawn = Sketch.text(out -> new PanelDrawing(new Markup(out), panel.view()).draw(panel));
        assertThat(drawn).contains(">30</text>");
    }

    @Property(tries = 25, seed = "20261125")
    void nothingOverlapsAndEverythingIsInside(
            @ForAll("names") List<String> names,
            @ForAll @IntRange(min = 1, max = 450) int nodes,
            @ForAll @IntRange(min = 1, max = 9) int racks,
            @ForAll @IntRange(min = 1, max = 40) int members,
            @ForAll @IntRange(min = 1, max = 33) int cores,
            @ForAll boolean bound) {
        Sketch sketch = new Sketch().steps(2_000);
        for (int i = 0; i < nodes; i++) {
            String rack = i % racks == 0 ? null : "r" + i % racks + names.get(i % names.size());
            sketch.node(i + names.get(i % names.size()), names.get(i / 100 % names.size()), rack, 32, i % 3);
        }
        sketch.gang(names.get(0), Math.max(1, members - 2), members, cores, 0, bound ? Sketch.RACK : null);
        sketch.views().forEach(view -> assertSound(Panel.of(view, WIDTH, true)));
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> plain =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> odd = Arbitraries.strings().ofMinLength(1).ofMaxLength(80);
        return Arbitraries.oneOf(plain, odd).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Room map(Panel panel) {
        assertThat(panel.map()).isNotNull();
        return panel.map();
    }

    private static List<Room.Cell> cells(Panel panel) {
        return Stream.concat(Stream.of(map(panel)), panel.closeUps().stream())
                .flatMap(Room::all)
                .flatMap(room -> room.cells().stream())
                .toList();
    }

    private static void assertSound(Panel panel) {
        List<Box> parts = new ArrayList<>();
        panel.labels().forEach(label -> parts.add(label.box()));
        panel.legend().forEach(item -> parts.add(item.box()));
        parts.add(panel.icon());
        Tally tally = panel.tally();
        if (tally != null) {
            parts.add(tally.box());
            parts.add(tally.label().box());
            assertThat(tally.running() + tally.placed() + tally.waiting() + tally.missing())
                    .isEqualTo(tally.box().width());
        }
        if (panel.map() != null) {
            parts.add(panel.map().box());
        }
        panel.closeUps().forEach(room -> parts.add(room.box()));
        assertApart(panel.box(), parts);
        Stream.concat(Stream.ofNullable(panel.map()), panel.closeUps().stream())
                .flatMap(Room::all)
                .forEach(PanelTest::assertSound);
    }

    private static void assertSound(Room room) {
        List<Box> parts = new ArrayList<>();
        room.labels().stream().filter(label -> !label.text().isEmpty()).forEach(label -> parts.add(label.box()));
        room.rooms().forEach(inner -> parts.add(inner.box()));
        room.cells().forEach(cell -> parts.add(cell.box()));
        room.tiles().forEach(tile -> parts.add(tile.box()));
        room.piles().forEach(pile -> {
            parts.add(pile.box());
            parts.add(pile.before().box());
            parts.add(pile.after().box());
        });
        assertApart(room.box(), parts);
    }

    private static void assertApart(Box whole, List<Box> parts) {
        for (Box part : parts) {
            assertThat(whole.contains(part)).as("%s in %s", part, whole).isTrue();
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(parts.get(i).overlaps(parts.get(j)))
                        .as("%s over %s", parts.get(i), parts.get(j))
                        .isFalse();
            }
        }
    }
}
