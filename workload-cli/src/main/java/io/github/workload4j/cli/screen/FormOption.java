package io.github.workload4j.cli.screen;

import picocli.CommandLine.Option;

/** Text or JSON: the option of every command whose result has these two forms. */
public final class FormOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            converter = Form.OfVerdict.class,
            description = "Form of the result (default: text).")
    private Form form = Form.TEXT;

    public boolean isJson() {
        return form == Form.JSON;
    }
}
