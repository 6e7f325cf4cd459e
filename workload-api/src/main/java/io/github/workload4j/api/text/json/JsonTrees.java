package io.github.workload4j.api.text.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.tree.TreeSource;
import io.github.workload4j.api.wire.PackedPosition;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Trees from JSON, over Jackson's own parser; several values one after the other are several documents. */
public final class JsonTrees implements TreeSource {

    /** Knows the names of fields that it has seen. */
    private static final JsonFactory FACTORY = newFactory(TreeLimits.DEFAULT);

    private final Chunk chunk;
    private final JsonParser parser;
    private final @Nullable CodePointColumns columns;
    private final Tree.Type fraction;

    private JsonTrees(Chunk chunk, JsonParser parser, @Nullable CodePointColumns columns, Tree.Type fraction) {
        this.chunk = chunk;
        this.parser = parser;
        this.columns = columns;
        this.fraction = fraction;
    }

    /** Reads a chunk's values. */
    public static JsonTrees of(Chunk chunk, TreeLimits limits) {
        JsonFactory factory = factory(limits);
        try {
            if (chunk.isAscii()) {
                return new JsonTrees(chunk, factory.createParser(chunk.open()), null, Tree.Type.FRACTION);
            }
            CodePointColumns columns = new CodePointColumns(chunk.reader());
            return new JsonTrees(chunk, factory.createParser(columns), columns, Tree.Type.FRACTION);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonFactory factory(TreeLimits limits) {
        if (limits.depth() == TreeLimits.DEFAULT.depth()) {
            return FACTORY;
        }
        return newFactory(limits);
    }

    /** Takes one level more than the trees, so that these say what is too deep. */
    private static JsonFactory newFactory(TreeLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(Math.min(limits.depth(), Integer.MAX_VALUE - 1) + 1)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(1000)
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    /**
     * Reads from where a parser stands; the parser is the caller's to close, and counts columns in its own way.
     *
     * @param isJson whether it parses JSON, where a number with a point is no whole one
     */
    public static JsonTrees over(JsonParser parser, boolean isJson) {
        return new JsonTrees(new Chunk(1), parser, null, isJson ? Tree.Type.FRACTION : Tree.Type.FLOAT);
    }

    @Override
    public @Nullable Position extra() {
        return null;
    }

    @Override
    public boolean step(TreeBuilder builder) throws SyntaxFault {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                parser.close();
                return false;
            }
            accept(token, builder);
            return true;
        } catch (StreamConstraintsException e) {
            throw TreeBuilder.limit(position(e.getLocation()), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw TreeBuilder.syntax(position(e.getLocation()), e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw TreeBuilder.syntax(chunk.malformed(), "not UTF-8");
        } catch (IOException e) {
            throw TreeBuilder.syntax(new Position(chunk.firstLine(), 1), "not JSON: " + e.getMessage());
        }
    }

    /** Reads the value at whose first token the parser stands. */
    public void value(TreeBuilder builder) throws IOException, SyntaxFault {
        JsonToken token = parser.currentToken();
        int depth = 0;
        do {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            accept(token, builder);
        } while (depth > 0 && (token = parser.nextToken()) != null);
    }

    private void accept(JsonToken token, TreeBuilder builder) throws IOException, SyntaxFault {
        if (token.isStructEnd()) {
            builder.end();
            return;
        }
        Position position = position(parser.currentTokenLocation());
        switch (token) {
            case START_OBJECT -> builder.startMapping(null, position);
            case START_ARRAY -> builder.startSequence(null, position);
            case FIELD_NAME -> builder.key(parser.currentName(), position, false);
            case VALUE_STRING ->
                builder.scalar(
                        Tree.Scalar.text(JsonScanner.whole(parser.getText()), PackedPosition.of(position)), null);
            case VALUE_NULL -> builder.scalar(new Tree.Scalar(Tree.Type.NULL, "", "null", position), null);
            case VALUE_TRUE, VALUE_FALSE ->
                builder.scalar(new Tree.Scalar(Tree.Type.BOOLEAN, parser.getText(), parser.getText(), position), null);
            case VALUE_NUMBER_INT ->
                builder.scalar(new Tree.Scalar(Tree.Type.INTEGER, whole(), parser.getText(), position), null);
            case VALUE_NUMBER_FLOAT ->
                builder.scalar(
                        new Tree.Scalar(fraction, JsonCursor.real(parser.getText()), parser.getText(), position), null);
            default -> throw TreeBuilder.syntax(position, "not JSON");
        }
    }

    /** {@return the digits of a whole number, which a parser of another format may have in another form} */
    private String whole() throws IOException {
        String text = parser.getText();
        for (int at = text.startsWith("-") ? 1 : 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return parser.getBigIntegerValue().toString();
            }
        }
        return text;
    }

    private Position position(@Nullable JsonLocation location) {
        if (location == null || location.getLineNr() < 1) {
            return new Position(chunk.firstLine(), 1);
        }
        int column = Math.max(1, location.getColumnNr());
        if (columns != null && location.getCharOffset() >= 0) {
            column = columns.column(location.getLineNr(), column, location.getCharOffset());
        }
        return new Position(chunk.firstLine() + location.getLineNr() - 1, column);
    }
}
