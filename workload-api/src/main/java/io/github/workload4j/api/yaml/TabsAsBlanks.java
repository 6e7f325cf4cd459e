package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.Position;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** A text in which the tabs at some places are blanks. */
final class TabsAsBlanks extends FilterReader {

    private final Set<Position> tabs;
    private int line;
    private int column = 1;

    TabsAsBlanks(Reader text, int firstLine, Set<Position> tabs) {
        super(text);
        this.line = firstLine;
        this.tabs = tabs;
    }

    @Override
    public int read(char[] target, int from, int size) throws IOException {
        int count = super.read(target, from, size);
        for (int i = from; i < from + count; i++) {
            char c = target[i];
            if (c == '\t' && tabs.contains(new Position(line, column))) {
                target[i] = ' ';
            }
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return count;
    }
}
