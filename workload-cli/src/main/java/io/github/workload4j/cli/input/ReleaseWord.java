package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.KubernetesRelease;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a release of Kubernetes. */
public final class ReleaseWord implements ITypeConverter<KubernetesRelease> {

    @Override
    public KubernetesRelease convert(String word) {
        try {
            return KubernetesRelease.parse(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
