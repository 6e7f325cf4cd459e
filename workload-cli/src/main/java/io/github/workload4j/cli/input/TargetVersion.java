package io.github.workload4j.cli.input;

import io.github.workload4j.api.ApiVersion;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the version to which manifests are written, with its group or without. */
public final class TargetVersion implements ITypeConverter<ApiVersion> {

    @Override
    public ApiVersion convert(String word) {
        return Stream.of(ApiVersion.values())
                .filter(version ->
                        version.groupVersion().equals(word) || version.version().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no version `" + word + "` (expected: "
                        + Stream.of(ApiVersion.values())
                                .map(ApiVersion::groupVersion)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }
}
