package io.github.workload4j.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Objects as people write them: comments, blank lines, odd indentation, braces, quotes, fields in any order. */
final class HandwrittenYaml {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int comments;

    HandwrittenYaml(Random random) {
        this.random = random;
    }

    String write(ApiObject object) {
        try {
            JsonNode root = JSON.readTree(ManifestWriter.json().write(object));
            if (random.nextInt(12) == 0) {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
            }
            comment(0);
            mapping(root, 0, false);
            return out.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void comment(int indent) {
        if (random.nextInt(4) == 0) {
            out.append(" ".repeat(indent)).append("# note ").append(comments++).append('\n');
        }
        if (random.nextInt(10) == 0) {
            out.append(random.nextBoolean() ? "\n" : "   \n");
        }
    }

    private void endLine() {
        if (random.nextInt(6) == 0) {
            out.append(" ".repeat(1 + random.nextInt(3))).append("# beside ").append(comments++);
        }
        out.append('\n');
    }

    private void mapping(JsonNode node, int indent, boolean afterDash) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        if (random.nextBoolean()) {
            Collections.shuffle(fields, random);
        }
        boolean first = afterDash;
        for (Map.Entry<String, JsonNode> field : fields) {
            if (!first) {
                comment(indent);
                out.append(" ".repeat(indent));
            }
            first = false;
            out.append(key(field.getKey())).append(':');
            value(field.getValue(), indent);
        }
    }

    private String key(String key) {
        boolean plain = key.matches("[a-z][A-Za-z]+") && !key.matches("on|off|yes|no|true|false|null");
        return plain && random.nextInt(15) > 0 ? key : quoted(key);
    }

    private void value(JsonNode node, int indent) {
        if (!node.isContainerNode() || node.isEmpty() || random.nextInt(5) == 0) {
            out.append(' ').append(inline(node));
            endLine();
        } else if (node.isObject()) {
            endLine();
            mapping(node, indent + 2 + random.nextInt(3), false);
        } else {
            endLine();
            int dash = indent + random.nextInt(3);
            for (JsonNode item : node) {
                comment(dash);
                out.append(" ".repeat(dash)).append('-');
                if (item.isObject() && !item.isEmpty() && random.nextInt(4) > 0) {
                    int blanks = 1 + random.nextInt(2);
                    out.append(" ".repeat(blanks));
                    mapping(item, dash + 1 + blanks, true);
                } else {
                    out.append(' ').append(inline(item));
                    endLine();
                }
            }
        }
    }

    private String inline(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(inline(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (node.isObject()) {
            node.properties().forEach(field -> parts.add(key(field.getKey()) + ": " + inline(field.getValue())));
            return "{" + String.join(random.nextBoolean() ? ", " : " ,  ", parts) + "}";
        }
        if (!node.isTextual()) {
            return node.toString();
        }
        String text = node.textValue();
        boolean plain = text.matches("[a-z][a-z0-9./-]*[a-z0-9]") && !text.matches("on|off|yes|no|true|false|null");
        return plain && random.nextInt(3) > 0 ? text : quoted(text);
    }

    private String quoted(String text) {
        boolean simple = text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\'');
        if (simple && random.nextBoolean()) {
            return "'" + text + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c >= 0x7F && !Character.isLetter(c)) {
                quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
