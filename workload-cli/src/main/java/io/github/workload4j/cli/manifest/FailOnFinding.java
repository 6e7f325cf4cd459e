package io.github.workload4j.cli.manifest;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From what on {@code validate} fails. */
enum FailOnFinding {
    ERROR,
    WARNING,
    NEVER;

    boolean isMet(List<Finding> findings) {
        return this != NEVER
                && findings.stream()
                        .anyMatch(each -> !each.errors().isEmpty()
                                || this == WARNING && !each.warnings().isEmpty());
    }

    /** Reads the word of the option. */
    static final class Converter implements ITypeConverter<FailOnFinding> {
        @Override
        public FailOnFinding convert(String word) {
            return switch (word) {
                case "error" -> ERROR;
                case "warning" -> WARNING;
                case "never" -> NEVER;
                default -> throw new TypeConversionException("`" + word + "` (expected: error, warning or never)");
            };
        }
    }
}
