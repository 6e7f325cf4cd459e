package io.github.workload4j.cli.answer;

import io.github.workload4j.gang.Preference;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which of several placements is preferred. */
final class Preferred implements ITypeConverter<Preference> {

    @Override
    public Preference convert(String word) {
        for (Preference preference : Preference.values()) {
            if (label(preference).equals(word)) {
                return preference;
            }
        }
        String words = Arrays.stream(Preference.values()).map(Preferred::label).collect(Collectors.joining(" or "));
        throw new TypeConversionException("`" + word + "` is no such preference (expected: " + words + ")");
    }

    private static String label(Preference preference) {
        return preference.name().toLowerCase(Locale.ROOT);
    }
}
