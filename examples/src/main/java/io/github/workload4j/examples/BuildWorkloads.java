package io.github.workload4j.examples;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.io.IOException;
import java.util.List;

/** Makes Workloads in Java, changes one, converts them, and prints them as manifests with what the conversion loses. */
public final class BuildWorkloads {

    private BuildWorkloads() {}

    /** {@return a gang of four, in one line} */
    static Workload gangOfFour() {
        return Workload.of(ApiVersion.V1ALPHA1, "ml", "train", PodGroupTemplate.gang("workers", 4));
    }

    /** {@return two replicas of a service, each of two gangs in one block of the network} */
    static Workload twoLevels() {
        CompositePodGroupTemplate replica = CompositePodGroupTemplate.builder()
                .name("replica")
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/block"))
                .podGroupTemplates(PodGroupTemplate.gang("prefill", 4), PodGroupTemplate.gang("decode", 8))
                .build();
        return Workload.of(ApiVersion.V1BETA1, "ml", "serve")
                .withSpec(WorkloadSpec.EMPTY.withCompositePodGroupTemplates(List.of(replica)));
    }

    /** Prints the Workloads in the version named, {@code v1beta1} unless told otherwise. */
    public static void main(String[] args) throws IOException {
        String version = ApiVersion.GROUP + "/" + (args.length > 0 ? args[0] : "v1beta1");
        ApiVersion target = ApiVersion.from(version)
                .orElseThrow(
                        () -> new IllegalArgumentException("version: " + version + " (expected: one of the API's)"));
        Converted converted = Conversion.to(target).convert(List.of(gangOfFour(), twoLevels()));
        ManifestWriter.yaml().write(converted.objects(), System.out);
        converted.losses().forEach(System.err::println);
    }
}
