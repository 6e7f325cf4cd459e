package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class DecodedTest {

    private static final String NODE = "apiVersion: v1\nkind: Node\nmetadata: {name: node}\n";

    private static Document one(String text) {
        return ManifestReader.lenient().read(text).get(0);
    }

    @Test
    void isEqualToWhatIsReadAtTheSamePlaceFromTheSameText() {
        assertThat(one(NODE)).isEqualTo(one(NODE)).hasSameHashCodeAs(one(NODE));
        assertThat(one(NODE)).isNotEqualTo(one("\n" + NODE));
        assertThat(one(NODE)).isNotEqualTo(one(NODE + "spec: {unschedulable: true}\n"));
    }

    @Test
    void holdsTheObject() {
        Decoded decoded = (Decoded) one(NODE);
        assertThat(decoded.object()).isEqualTo(new Node(ObjectMeta.of("node"), NodeSpec.OPEN, NodeStatus.EMPTY));
        assertThat(decoded.warnings()).isEmpty();
        assertThat(decoded).hasToString("document 0, line 1: Node node of v1");
    }

    @Test
    void saysWhatALenientReaderLetPass() {
        Decoded decoded = (Decoded) one("apiVersion: scheduling.k8s.io/v1beta1\nkind: Workload\nwrong: 1\n");
        assertThat(decoded.warnings()).extracting(Fault::type).containsExactly(Fault.Type.UNKNOWN_FIELD);
        assertThat(decoded.toString()).endsWith(", warnings: 1");
    }
}
