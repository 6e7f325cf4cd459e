package io.github.workload4j.api.edit;

import java.util.ArrayList;
import java.util.List;

/** Finds the objects of JSON that follow each other in a text. */
final class JsonValues {

    private JsonValues() {}

    /** {@return where each starts and ends; text that is no JSON gives nothing of use} */
    static List<int[]> of(byte[] utf8, int from, int to) {
        List<int[]> ranges = new ArrayList<>();
        int depth = 0;
        int start = from;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte next = utf8[i];
            if (quoted) {
                i += next == '\\' ? 1 : 0;
                quoted = next != '"';
            } else if (next == '"') {
                quoted = true;
            } else if (next == '{' || next == '[') {
                start = depth++ == 0 ? i : start;
            } else if ((next == '}' || next == ']') && --depth == 0) {
                ranges.add(new int[] {start, i + 1});
            }
        }
        return ranges;
    }
}
