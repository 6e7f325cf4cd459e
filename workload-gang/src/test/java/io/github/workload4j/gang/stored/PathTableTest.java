package io.github.workload4j.gang.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathTableTest {

    private static @Nullable PathTable table(Iterable<String> paths) throws SnapshotFormatException {
        Bytes bytes = new Bytes();
        List<String> all = new ArrayList<>();
        paths.forEach(all::add);
        bytes.number(all.size());
        bytes.first();
        all.forEach(bytes::next);
        return PathTable.read(new Cut(bytes.toArray()));
    }

    /** Sorted by namespace, then by name: {@code a-b/x} comes after {@code a/x}. */
    private static List<String> inOrder(SortedSet<List<String>> names) {
        return names.stream().map(name -> String.join("/", name)).toList();
    }

    private static SortedSet<List<String>> names() {
        return new TreeSet<>((a, b) -> {
            int byNamespace = a.get(0).compareTo(b.get(0));
            return byNamespace != 0 ? byNamespace : a.get(1).compareTo(b.get(1));
        });
    }

    private static void requireAllFound(SortedSet<List<String>> names) throws SnapshotFormatException {
        PathTable table = table(inOrder(names));
        assertThat(table).isNotNull();
        Random random = new Random(names.size());
        for (int round = 0; round < 3; round++) {
            int row = 0;
            for (List<String> name : names) {
                assertThat(table.find(name.get(0), name.get(1))).isEqualTo(row);
                assertThat(table.namespace(row)).isEqualTo(name.get(0));
                assertThat(table.name(row)).isEqualTo(name.get(1));
                assertThat(table.find(name.get(0), name.get(1) + "x")).isEqualTo(-1);
                for (int place : new int[] {row, row + 1, random.nextInt(names.size() + 1), -1, names.size() + 1}) {
                    assertThat(table.find(name.get(0), name.get(1), place)).isEqualTo(row);
                    assertThat(table.find(name.get(0), name.get(1) + "x", place))
                            .isEqualTo(-1);
                }
                assertThat(table.find(name.get(0) + "-", name.get(1))).isEqualTo(-1);
                row++;
            }
        }
        assertThat(table.find("", "")).isEqualTo(-1);
        assertThat(table.find("a", "\u00e4")).isEqualTo(-1);
    }

    @Test
    void everyPathIsFoundInItsRow() throws SnapshotFormatException {
        Random random = new Random(1);
        for (int size : new int[] {0, 1, 15, 16, 17, 900}) {
            SortedSet<List<String>> names = names();
            while (names.size() < size) {
                String namespace = List.of("a", "a-b", "ab", "b.c").get(random.nextInt(4));
                names.add(List.of(namespace, "p" + Integer.toString(random.nextInt(5_000), 3)));
            }
            requireAllFound(names);
        }
    }

    @Test
    void namesWithOneHashAreFoundToo() throws SnapshotFormatException {
        SortedSet<List<String>> names = names();
        for (int i = 0; i < 1 << 11; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.add(List.of("a", name.toString()));
        }
        requireAllFound(names);
    }

    @Test
    void whatIsNotPlainAndInOrderIsNotTaken() throws SnapshotFormatException {
        for (List<String> odd : List.of(
                List.of("a/x", "a/x"),
                List.of("a/y", "a/x"),
                List.of("b/x", "a/x"),
                List.of("a/x", "b/x", "a/y"),
                List.of("/x"),
                List.of("x"),
                List.of("a/"),
                List.of("a/x\u00e4"))) {
            assertThat(table(odd)).as(odd.toString()).isNull();
        }
        assertThat(table(Arrays.asList("a/x", "a/x/y", "a-b/x"))).isNotNull();
    }
}
