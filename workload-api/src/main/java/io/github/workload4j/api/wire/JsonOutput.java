package io.github.workload4j.api.wire;

/** Compact JSON. */
public class JsonOutput implements Output {

    private final StringBuilder out;
    private int depth;

    public JsonOutput(StringBuilder out) {
        this.out = out;
    }

    /** Nothing but the start of something ends in one of these: texts end in a quote. */
    private StringBuilder next() {
        char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
        return last == '{' || last == '[' || last == ':' || last == '\n' ? out : out.append(',');
    }

    /** Appends text in quotes. */
    protected void quote(String text, StringBuilder to) {
        QuotedText.append(to, text);
    }

    private void open(char bracket) {
        next().append(bracket);
        QuotedText.requireDepth(++depth, this);
    }

    private void close(char bracket) {
        out.append(bracket);
        depth--;
    }

    @Override
    public void startObject() {
        open('{');
    }

    @Override
    public void field(String name) {
        next().append('"').append(name).append("\":");
    }

    @Override
    public void key(String name) {
        quote(name, next());
        out.append(':');
    }

    @Override
    public void endObject() {
        close('}');
    }

    @Override
    public void startList() {
        open('[');
    }

    @Override
    public void endList() {
        close(']');
    }

    @Override
    public void text(String text) {
        quote(text, next());
    }

    @Override
    public void number(long number) {
        next().append(number);
    }

    @Override
    public void literal(String literal) {
        next().append(literal);
    }

    /** The text as it is: it is JSON already. */
    @Override
    public void json(String json) {
        next().append(json);
    }
}
