package io.github.workload4j.api.edit;

import io.github.workload4j.api.text.DocumentSplitter;
import io.github.workload4j.api.text.StreamSplitter;
import io.github.workload4j.api.yaml.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Cuts the bytes of a stream into the units that are edited. */
final class StreamUnits {

    private StreamUnits() {}

    /** {@return the units in order; what is between them is separators} */
    static List<TextUnit> of(byte[] utf8, List<Document> documents) {
        List<TextUnit> units = new ArrayList<>();
        TreeMap<Integer, List<Document>> byLine = new TreeMap<>();
        documents.forEach(document -> byLine.computeIfAbsent(document.line(), line -> new ArrayList<>())
                .add(document));
        int[] lines = lineStarts(utf8);
        try {
            StreamSplitter splitter = StreamSplitter.of(new ByteArrayInputStream(utf8), Integer.MAX_VALUE);
            for (DocumentSplitter.Cut cut = splitter.next(); cut != null; cut = splitter.next()) {
                int first = cut.chunk().firstLine();
                int from = lines[first - 1];
                int to = from + (int) cut.chunk().length();
                int last = first;
                while (last < lines.length && lines[last] < to) {
                    last++;
                }
                List<Document> inside = new ArrayList<>();
                byLine.subMap(first, last + 1).values().forEach(inside::addAll);
                inside.sort(
                        (a, b) -> a.index() != b.index() ? a.index() - b.index() : Integer.compare(a.item(), b.item()));
                add(utf8, hasMark(utf8, from) ? from + 3 : from, to, inside, units);
            }
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
        return units;
    }

    private static boolean hasMark(byte[] utf8, int from) {
        return from == 0
                && utf8.length >= 3
                && utf8[0] == (byte) 0xEF
                && utf8[1] == (byte) 0xBB
                && utf8[2] == (byte) 0xBF;
    }

    private static void add(byte[] utf8, int from, int to, List<Document> documents, List<TextUnit> units) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        long values = documents.stream().mapToInt(Document::index).distinct().count();
        List<int[]> ranges = values < 2 ? List.of() : JsonValues.of(utf8, from, to);
        if (ranges.size() != values || values < 2) {
            TextUnit unit = new TextUnit(from, to, text);
            unit.documents.addAll(documents);
            units.add(unit);
            return;
        }
        int at = from;
        int first = documents.get(0).index();
        for (int i = 0; i < ranges.size(); i++) {
            int end = i + 1 == ranges.size() ? to : ranges.get(i)[1];
            TextUnit unit = new TextUnit(at, end, new String(utf8, at, end - at, StandardCharsets.UTF_8));
            int index = first + i;
            documents.stream().filter(document -> document.index() == index).forEach(unit.documents::add);
            units.add(unit);
            at = end;
        }
    }

    private static int[] lineStarts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
