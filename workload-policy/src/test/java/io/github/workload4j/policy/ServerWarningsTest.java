package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerWarningsTest {

    @Test
    void partsOfBytesAreWarnedOf() {
        assertThat(warnings("containers: [{name: a}, {name: b, resources: {requests: {memory: 4096m, cpu: 100m}}}]"))
                .containsExactly("spec.containers[1].resources.requests[memory]");
        assertThat(warnings("containers: [{name: a, resources: {requests: {ephemeral-storage: \"0.5\"}}}]"))
                .containsExactly("spec.containers[0].resources.requests[ephemeral-storage]");
        assertThat(warnings("overhead: {memory: 1500m}")).containsExactly("spec.overhead[memory]");
    }

    @Test
    void aLimitIsTheRequestWhereNoneIsGiven() {
        assertThat(warnings("initContainers: [{name: a, resources: {limits: {memory: 1m}}}]"))
                .containsExactly(
                        "spec.initContainers[0].resources.limits[memory]",
                        "spec.initContainers[0].resources.requests[memory]");
        assertThat(warnings("containers: [{name: a, resources: {limits: {memory: 1m}, requests: {memory: 1}}}]"))
                .containsExactly("spec.containers[0].resources.limits[memory]");
    }

    @Test
    void wholeBytesAreFineHoweverWritten() {
        assertThat(warnings(
                        "containers: [{name: a, resources: {requests: {memory: 4096000m, ephemeral-storage: 1.5Ki}}}]"))
                .isEmpty();
    }

    @Test
    void everyWarningSaysWhatTheServerSays() {
        assertThat(of("containers: [{name: a, resources: {requests: {memory: 4096m}}}]"))
                .extracting(Violation::detail)
                .containsExactly("fractional byte value \"4096m\" is invalid, must be an integer");
    }

    private static List<String> warnings(String spec) {
        return of(spec).stream().map(warning -> warning.path().toString()).toList();
    }

    private static List<Violation> of(String spec) {
        String text = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}\n";
        return ServerWarnings.of(((Decoded) ManifestReader.strict().read(text).get(0)).object());
    }
}
