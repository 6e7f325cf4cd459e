package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.screen.ExitStatus;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From which answer on {@code check} fails; each includes those before it. */
enum FailOnVerdict {
    NEVER,
    INFEASIBLE,
    UNDETERMINED,
    DEPENDS;

    /** {@return the exit status of answers, or 0 if that is no failure} */
    int status(int status) {
        boolean failure = switch (status) {
            case ExitStatus.NO -> this != NEVER;
            case ExitStatus.UNDETERMINED -> this == UNDETERMINED || this == DEPENDS;
            case ExitStatus.DEPENDS -> this == DEPENDS;
            default -> true;
        };
        return failure ? status : ExitStatus.YES;
    }

    /** Reads the word of the option. */
    static final class Converter implements ITypeConverter<FailOnVerdict> {
        @Override
        public FailOnVerdict convert(String word) {
            return switch (word) {
                case "never" -> NEVER;
                case "infeasible" -> INFEASIBLE;
                case "undetermined" -> UNDETERMINED;
                case "depends" -> DEPENDS;
                default ->
                    throw new TypeConversionException(
                            "`" + word + "` (expected: infeasible, undetermined, depends or never)");
            };
        }
    }
}
