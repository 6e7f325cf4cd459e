package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.LineIndex;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeSource;
import io.github.workload4j.api.wire.PackedPosition;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Trees from YAML, over SnakeYAML's events. Complete: every other source may decline and leave a document to this one.
 */
public final class YamlTrees implements TreeSource {

    private static final Pattern SURROGATE_ESCAPE = Pattern.compile("\\\\u[dD][89a-fA-F]");
    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

    private final Chunk chunk;
    private final Parser parser;
    private int documents;
    private @Nullable Position extra;
    private @Nullable LineIndex lines;
    private int searchedLine = -1;
    private boolean surrogateEscape;

    private YamlTrees(Chunk chunk, Parser parser) {
        this.chunk = chunk;
        this.parser = parser;
    }

    /**
     * Reads the first document of a chunk.
     *
     * @param tabs places of tabs to read as blanks
     */
    public static YamlTrees of(Chunk chunk, Set<Position> tabs) {
        return new YamlTrees(chunk, parser(tabs.isEmpty() ? chunk : chunk.withBlanks(tabs)));
    }

    /** {@return SnakeYAML's parser of a chunk} */
    static Parser parser(Chunk chunk) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setProcessComments(false);
        return new ParserImpl(new OneLookScanner(new ScannerImpl(new Window(chunk), options)));
    }

    @Override
    public @Nullable Position extra() {
        return extra;
    }

    @Override
    public boolean step(TreeBuilder builder) throws SyntaxFault {
        try {
            return event(parser.getEvent(), builder);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            SyntaxFault syntax = TreeBuilder.syntax(position(mark), sentence(e));
            throw isSeparatingTab(syntax.fault().position()) ? SyntaxFault.tab(syntax.fault()) : syntax;
        } catch (ReaderException e) {
            String detail = String.format(Locale.ROOT, "the character U+%04X is not allowed", e.getCodePoint());
            throw TreeBuilder.syntax(control(e.getCodePoint()), detail);
        } catch (Window.Malformed e) {
            throw TreeBuilder.syntax(chunk.malformed(), "not UTF-8");
        } catch (YAMLException e) {
            throw TreeBuilder.syntax(new Position(chunk.firstLine(), 1), "not YAML: " + e.getMessage());
        } catch (NumberFormatException noCharacter) {
            throw TreeBuilder.syntax(escape(), "an escape that is no character (expected: \\U0010FFFF at most)");
        }
    }

    private boolean event(Event event, TreeBuilder builder) throws SyntaxFault {
        if (event.is(Event.ID.StreamEnd)) {
            requireNoDirective();
            return false;
        }
        if (event.is(Event.ID.DocumentStart) && ++documents > 1) {
            extra = position(parser.peekEvent().getStartMark());
            return false;
        }
        if (event instanceof ScalarEvent scalar) {
            scalar(scalar, builder);
        } else if (event instanceof MappingStartEvent start) {
            requireNoKey(start, builder);
            builder.startMapping(start.getAnchor(), position(start.getStartMark()));
        } else if (event instanceof SequenceStartEvent start) {
            requireNoKey(start, builder);
            builder.startSequence(start.getAnchor(), position(start.getStartMark()));
        } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
            builder.end();
        } else if (event instanceof AliasEvent alias) {
            alias(alias, builder);
        }
        return true;
    }

    /** A directive that is cut off from its document by the separator after it. */
    private void requireNoDirective() throws SyntaxFault {
        if (documents == 0 && chunk.firstByte() == '%') {
            Position start = new Position(chunk.firstLine(), 1);
            throw TreeBuilder.syntax(start, "a directive without a document: directives are not read in a stream");
        }
    }

    private boolean isSeparatingTab(Position position) {
        String line = lines().line(position.line());
        int at = line.offsetByCodePoints(0, Math.min(position.column() - 1, line.codePointCount(0, line.length())));
        return at < line.length()
                && line.charAt(at) == '\t'
                && !line.substring(0, at).isBlank();
    }

    private void requireNoKey(Event event, TreeBuilder builder) throws SyntaxFault {
        if (builder.expectsKey()) {
            throw TreeBuilder.syntax(
                    position(event.getStartMark()), "a list or an object cannot be the name of a field");
        }
    }

    private void alias(AliasEvent event, TreeBuilder builder) throws SyntaxFault {
        Position position = position(event.getStartMark());
        if (!builder.expectsKey()) {
            builder.alias(event.getAnchor(), position);
            return;
        }
        Tree.Scalar scalar = builder.anchoredScalar(event.getAnchor());
        if (scalar == null) {
            throw TreeBuilder.syntax(
                    position, "`*" + event.getAnchor() + "` stands for no text and cannot name a field");
        }
        builder.key(scalar.text(), position, false);
    }

    private void scalar(ScalarEvent event, TreeBuilder builder) throws SyntaxFault {
        Tree.Scalar scalar = resolved(event);
        if (!builder.expectsKey()) {
            builder.scalar(scalar, event.getAnchor());
            return;
        }
        if (scalar.type() == Tree.Type.NULL) {
            throw TreeBuilder.syntax(scalar.position(), "nothing, or null, cannot be the name of a field");
        }
        if (event.getAnchor() != null) {
            builder.anchor(event.getAnchor(), scalar);
        }
        boolean plainMerge =
                event.isPlain() && event.getTag() == null && event.getValue().equals("<<");
        builder.key(scalar.text(), scalar.position(), plainMerge || MERGE_TAG.equals(event.getTag()));
    }

    private Tree.Scalar resolved(ScalarEvent event) throws SyntaxFault {
        Position position = position(event.getStartMark());
        String value = event.getValue();
        if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && hasSurrogate(value)) {
            refuseSurrogateEscapes(event);
        }
        if (event.getTag() != null) {
            return YamlScalars.tagged(event.getTag(), value, PackedPosition.of(position));
        }
        return event.isPlain()
                ? YamlScalars.plain(value, PackedPosition.of(position))
                : Tree.Scalar.text(value, PackedPosition.of(position));
    }

    static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Half a character cannot be escaped; SnakeYAML would let two halves pass. */
    private void refuseSurrogateEscapes(ScalarEvent event) throws SyntaxFault {
        int first = position(event.getStartMark()).line();
        int last = position(event.getEndMark()).line();
        for (int line = first; line <= last; line++) {
            if (hasSurrogateEscape(line)) {
                throw TreeBuilder.syntax(
                        position(event.getStartMark()),
                        "an escape names half of a character; write \\U and eight digits");
            }
        }
    }

    /** Remembers the answer for the last line: texts without number may stand on one. */
    private boolean hasSurrogateEscape(int line) {
        if (line != searchedLine) {
            searchedLine = line;
            surrogateEscape = SURROGATE_ESCAPE.matcher(lines().line(line)).find();
        }
        return surrogateEscape;
    }

    private LineIndex lines() {
        if (lines == null) {
            lines = new LineIndex(chunk);
        }
        return lines;
    }

    private Position position(@Nullable Mark mark) {
        return mark == null
                ? new Position(chunk.firstLine(), 1)
                : new Position(chunk.firstLine() + mark.getLine(), mark.getColumn() + 1);
    }

    private Position control(int codePoint) {
        return first((before, next) -> next == codePoint);
    }

    /** {@return the place after the U of the first escape whose number SnakeYAML cannot hold} */
    private Position escape() {
        return first((before, next) -> before.endsWith("\\U") && Character.digit(next, 16) >= 8);
    }

    /** {@return where the first character is that is looked for, given the two before it; or the first place} */
    private Position first(BiPredicate<String, Integer> isIt) {
        int line = chunk.firstLine();
        int column = 1;
        String before = "";
        try (Reader reader = chunk.reader()) {
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (isIt.test(before, next)) {
                    return new Position(line, column);
                }
                column = next == '\n' ? 1 : Character.isLowSurrogate((char) next) ? column : column + 1;
                line += next == '\n' ? 1 : 0;
                before = before.substring(Math.max(0, before.length() - 1)) + (char) next;
            }
        } catch (IOException e) {
            return new Position(chunk.firstLine(), 1);
        }
        return new Position(chunk.firstLine(), 1);
    }

    private static String sentence(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
        return (context + problem).replace('\n', ' ');
    }
}
