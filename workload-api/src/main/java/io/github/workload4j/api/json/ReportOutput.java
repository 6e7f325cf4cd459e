package io.github.workload4j.api.json;

import io.github.workload4j.api.wire.JsonOutput;
import java.util.Locale;

/** JSON that shows any value: what a manifest could not hold is passed over, and half a character is escaped. */
final class ReportOutput extends JsonOutput {

    ReportOutput(StringBuilder out) {
        super(out);
    }

    @Override
    public boolean isReport() {
        return true;
    }

    @Override
    protected void quote(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || isHalf(text, i)) {
                        to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
