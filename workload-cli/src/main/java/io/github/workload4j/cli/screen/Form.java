package io.github.workload4j.cli.screen;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Forms in which a result is printed. */
public enum Form {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For clusters. */
    YAML,
    /** A picture. */
    SVG,
    /** A picture and tables, for a browser. */
    HTML,
    /** Test cases in XML, for CI. */
    JUNIT,
    /** Results of a static analysis in JSON (SARIF 2.1.0), for CI. */
    SARIF,
    /** Commands that annotate files, for a GitHub workflow. */
    GITHUB;

    private static Form parse(String word, Form... allowed) {
        for (Form form : allowed) {
            if (form.label().equals(word)) {
                return form;
            }
        }
        String words = Stream.of(allowed).map(Form::label).collect(Collectors.joining(", "));
        int last = words.lastIndexOf(", ");
        words = words.substring(0, last) + " or" + words.substring(last + 1);
        throw new TypeConversionException("`" + word + "` is no such form (expected: " + words + ")");
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the forms of a verdict. */
    public static final class OfVerdict implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, TEXT, JSON);
        }
    }

    /** Reads the forms of what is said about manifests. */
    public static final class OfValidation implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, TEXT, JSON, JUNIT, SARIF, GITHUB);
        }
    }

    /** Reads the forms of an answer about a cluster. */
    public static final class OfAnswer implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, TEXT, JSON, SVG, HTML);
        }
    }

    /** Reads the forms of what happens over time. */
    public static final class OfTimes implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, TEXT, JSON, SVG);
        }
    }

    /** Reads the forms of manifests. */
    public static final class OfManifests implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, YAML, JSON);
        }
    }

    /** Reads the forms of a reading. */
    public static final class OfReading implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return parse(word, TEXT, JSON, YAML);
        }
    }
}
