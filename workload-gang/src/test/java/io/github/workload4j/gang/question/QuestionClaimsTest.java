package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.ClaimingPod;
import io.github.workload4j.gang.DeviceRoom;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.NodeDevices;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionClaimsTest {

    private static final String WORLD = ClaimingPod.onNodes("a", "b") + """
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu}
        spec: {}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: t, namespace: d}
        spec:
          spec:
            devices:
              requests: [{name: r, exactly: {deviceClassName: gpu, count: 2}}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: a}
        spec:
          driver: gpu.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices: [{name: gpu-0}, {name: gpu-1}]
        """;

    private static QuestionClaims claims(String world) {
        return ManifestWorld.of(world).question("d", "g").claims();
    }

    @Test
    void aClaimForDevicesIsKnownByKindAndByNode() {
        QuestionClaims claims = claims(WORLD);
        assertThat(claims.ofDevices(0))
                .singleElement()
                .satisfies(spec -> assertThat(spec.requests()).hasSize(1));
        assertThat(claims.devicesAsked().isNothing()).isFalse();
        assertThat(claims.claimedDevices()).isPresent();
        assertThat(claims.deviceRoom(0, 0, 9)).isEqualTo(new DeviceRoom(1, true));
        assertThat(claims.devices(0)).isEqualTo(new NodeDevices(2, 2));
    }

    @Test
    void ofPodsThatClaimNothingThereIsNothing() {
        QuestionClaims none = claims(WORLD.replaceAll("  resourceClaims: .*\n", ""));
        assertThat(none.devicesAsked()).isEqualTo(DevicesAsked.NONE);
        assertThat(none.claimedDevices()).isEmpty();
        assertThat(none.ofDevices(0)).isEmpty();
        assertThat(none.deviceRoom(0, 0, 9)).isEqualTo(new DeviceRoom(9, true));
        assertThat(none.devices(0)).isEqualTo(new NodeDevices(0, 0));
        assertThat(none.deviceNotes(List.of())).isEmpty();
        assertThat(none.shared()).isEmpty();
        assertThat(none.volumeNotes()).isEmpty();
        assertThat(none.volumeNotes(List.of())).isEmpty();
    }
}
