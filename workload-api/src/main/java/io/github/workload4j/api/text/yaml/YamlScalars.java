package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.PackedPosition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What plain text means: YAML 1.1 as the reference reader has it. {@code on} is a boolean, {@code 017} is 15, {@code
 * 1_000} is 1000; dates and {@code 12:30:45} stay text.
 */
public final class YamlScalars {

    private static final String TAG = "tag:yaml.org,2002:";
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final int MOST_DIGITS = 1000;
    private static final int LONGEST_BOOLEAN = 5;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("y", true),
            Map.entry("Y", true),
            Map.entry("yes", true),
            Map.entry("Yes", true),
            Map.entry("YES", true),
            Map.entry("true", true),
            Map.entry("True", true),
            Map.entry("TRUE", true),
            Map.entry("on", true),
            Map.entry("On", true),
            Map.entry("ON", true),
            Map.entry("n", false),
            Map.entry("N", false),
            Map.entry("no", false),
            Map.entry("No", false),
            Map.entry("NO", false),
            Map.entry("false", false),
            Map.entry("False", false),
            Map.entry("FALSE", false),
            Map.entry("off", false),
            Map.entry("Off", false),
            Map.entry("OFF", false));

    private static final boolean[] SUSPECT = new boolean[128];

    static {
        for (char c : "0123456789+-.yYnNtTfFoO~".toCharArray()) {
            SUSPECT[c] = true;
        }
    }

    private YamlScalars() {}

    /** {@return whether text without quotes and tag may mean something else than itself} */
    static boolean maybeNoText(String raw) {
        if (raw.isEmpty()) {
            return true;
        }
        char first = raw.charAt(0);
        return first < SUSPECT.length && SUSPECT[first];
    }

    /** What text without quotes and tag means; {@code at} is where it stands, 0 if that is not known. */
    public static Tree.Scalar plain(String raw, long at) throws SyntaxFault {
        if (!maybeNoText(raw)) {
            return Tree.Scalar.text(raw, at);
        }
        Boolean truth = raw.length() > LONGEST_BOOLEAN ? null : BOOLEANS.get(raw);
        if (truth != null) {
            return new Tree.Scalar(Tree.Type.BOOLEAN, truth.toString(), raw, at);
        }
        if (raw.isEmpty() || raw.equals("~") || raw.equals("null") || raw.equals("Null") || raw.equals("NULL")) {
            return new Tree.Scalar(Tree.Type.NULL, "", raw, at);
        }
        char first = raw.charAt(0);
        if (first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.') {
            return number(raw, at);
        }
        return Tree.Scalar.text(raw, at);
    }

    /** What text with a tag means; tags of other languages make text. */
    static Tree.Scalar tagged(String tag, String raw, long at) throws SyntaxFault {
        switch (tag.startsWith(TAG) ? tag.substring(TAG.length()) : "") {
            case "str", "":
                return Tree.Scalar.text(raw, at);
            case "binary":
                return binary(raw, at);
            case "null", "bool", "int", "float", "timestamp", "merge":
                return typed(tag.substring(TAG.length()), raw, at);
            default:
                return Tree.Scalar.text(raw, at);
        }
    }

    private static Tree.Scalar typed(String type, String raw, long at) throws SyntaxFault {
        Tree.Scalar meant = plain(raw, at);
        boolean fits = switch (type) {
            case "null" -> meant.type() == Tree.Type.NULL;
            case "bool" -> meant.type() == Tree.Type.BOOLEAN;
            case "int" -> meant.type() == Tree.Type.INTEGER;
            case "float" -> meant.type() == Tree.Type.FLOAT || meant.type() == Tree.Type.INTEGER;
            default -> meant.type() == Tree.Type.TEXT;
        };
        if (!fits) {
            throw syntax(at, "`" + raw + "` is not of the type its tag `!!" + type + "` says");
        }
        return meant;
    }

    private static Tree.Scalar binary(String raw, long at) throws SyntaxFault {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(raw);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Tree.Scalar.text(text, at);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw syntax(at, "the value tagged `!!binary` is not base64 of a text");
        }
    }

    private static Tree.Scalar number(String raw, long at) throws SyntaxFault {
        String digits = raw.indexOf('_') < 0 ? raw : raw.replace("_", "");
        if (digits.length() <= MOST_DIGITS) {
            BigInteger whole = digits.isEmpty() ? null : integer(digits);
            if (whole != null && whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0) {
                return new Tree.Scalar(Tree.Type.INTEGER, whole.toString(), raw, at);
            }
            if (FLOAT.matcher(digits).matches()) {
                return new Tree.Scalar(Tree.Type.FLOAT, real(digits, at), raw, at);
            }
        }
        String word = raw.startsWith("+") || raw.startsWith("-") ? raw.substring(1) : raw;
        boolean nan = raw.equals(".nan") || raw.equals(".NaN") || raw.equals(".NAN");
        if (nan || word.equals(".inf") || word.equals(".Inf") || word.equals(".INF")) {
            throw syntax(at, "`" + raw + "` is a number that JSON cannot hold");
        }
        return Tree.Scalar.text(raw, at);
    }

    /** A float as the plain decimal nearest to it that the reference reader would print. */
    private static String real(String digits, long at) throws SyntaxFault {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw syntax(at, "`" + digits + "` is a number that JSON cannot hold");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.precision() - exact.scale() > 30 || exact.scale() > 30 ? exact.toString() : exact.toPlainString();
    }

    /** Whole numbers as Go writes them: 0x, 0o, 0b and a leading 0 name other bases. Null for anything else. */
    private static @Nullable BigInteger integer(String text) {
        int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int radix = 10;
        if (text.length() > at + 1 && text.charAt(at) == '0') {
            switch (Character.toLowerCase(text.charAt(at + 1))) {
                case 'x' -> radix = 16;
                case 'o' -> radix = 8;
                case 'b' -> radix = 2;
                default -> radix = 0;
            }
            at += radix == 0 ? 1 : 2;
            radix = radix == 0 ? 8 : radix;
        }
        if (at == text.length()) {
            return null;
        }
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger whole = new BigInteger(text.substring(at), radix);
        return text.charAt(0) == '-' ? whole.negate() : whole;
    }

    private static SyntaxFault syntax(long at, String detail) {
        return new SyntaxFault(
                new Fault(Fault.Type.SYNTAX, FieldPath.DOCUMENT, PackedPosition.position(at), detail, ""));
    }
}
