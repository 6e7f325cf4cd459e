package io.github.workload4j.cli.screen;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 2026-12-01T03:00:00Z}. */
public final class Moment implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("`" + text + "` is no time (expected: such as 2026-12-01T03:00:00Z)");
        }
    }
}
