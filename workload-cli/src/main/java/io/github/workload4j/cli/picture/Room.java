package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.NodeView;
import java.util.List;
import java.util.stream.Stream;

/**
 * A domain and its place: with rooms in it, or cells, or tiles.
 *
 * @param box its place; everything in it is inside
 * @param domain what it shows
 * @param chosen whether the verdict puts a group here
 * @param labels texts
 * @param rooms domains inside
 * @param cells nodes, each drawn
 * @param tiles domains inside, each a small square
 * @param piles nodes inside, heaped by how many pods find room on one
 */
public record Room(
        Box box,
        Domain domain,
        boolean chosen,
        List<Label> labels,
        List<Room> rooms,
        List<Cell> cells,
        List<Tile> tiles,
        List<Pile> piles) {

    /**
     * A node and its place.
     *
     * @param box its place
     * @param node what it shows
     */
    record Cell(Box box, NodeView node) {}

    /**
     * A domain as a small square.
     *
     * @param box its place
     * @param domain what it shows
     * @param letter by which it is found again in the close-ups, or empty
     */
    record Tile(Box box, Domain domain, String letter) {}

    /**
     * How many nodes have room for a given number of pods.
     *
     * @param box its place, as long as there are many
     * @param before how many pods
     * @param after how many nodes
     */
    record Pile(Box box, Label before, Label after) {}

    public Room {
        labels = List.copyOf(labels);
        rooms = List.copyOf(rooms);
        cells = List.copyOf(cells);
        tiles = List.copyOf(tiles);
        piles = List.copyOf(piles);
    }

    Room moved(int dx, int dy) {
        return new Room(
                box.moved(dx, dy),
                domain,
                chosen,
                labels.stream().map(label -> label.moved(dx, dy)).toList(),
                rooms.stream().map(room -> room.moved(dx, dy)).toList(),
                cells.stream()
                        .map(cell -> new Cell(cell.box().moved(dx, dy), cell.node()))
                        .toList(),
                tiles.stream()
                        .map(tile -> new Tile(tile.box().moved(dx, dy), tile.domain(), tile.letter()))
                        .toList(),
                piles.stream()
                        .map(pile -> new Pile(
                                pile.box().moved(dx, dy),
                                pile.before().moved(dx, dy),
                                pile.after().moved(dx, dy)))
                        .toList());
    }

    /** {@return the same room, but so large} */
    Room sized(int width, int height) {
        return new Room(new Box(box.x(), box.y(), width, height), domain, chosen, labels, rooms, cells, tiles, piles);
    }

    /** {@return the same room, but so wide and with other labels} */
    Room labelled(int width, List<Label> other) {
        return new Room(
                new Box(box.x(), box.y(), width, box.height()), domain, chosen, other, rooms, cells, tiles, piles);
    }

    /** {@return this room and all inside it, outer ones first} */
    Stream<Room> all() {
        return Stream.concat(Stream.of(this), rooms.stream().flatMap(Room::all));
    }
}
