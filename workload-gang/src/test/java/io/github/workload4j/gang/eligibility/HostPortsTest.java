package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.eligibility.HostPorts.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortsTest {

    private static final ContainerPort WEB = new ContainerPort("", 80, 8080, "", "");
    private static final ContainerPort INSIDE = new ContainerPort("", 81, 0, "", "UDP");
    private static final ContainerPort LOCAL = new ContainerPort("", 0, 9000, "127.0.0.1", "SCTP");

    private static Container container(String restartPolicy, ContainerPort... ports) {
        ResourceRequirements nothing = new ResourceRequirements(Map.of(), Map.of());
        return new Container("c", "", nothing, List.of(ports), restartPolicy);
    }

    private static Set<Port> ports(PodSpec.Builder spec) {
        return HostPorts.of(new Pod(ObjectMeta.of("p"), spec.build(), PodStatus.EMPTY))
                .ports();
    }

    @Test
    void portsOfContainersWithAHostPortAreTaken() {
        assertThat(ports(PodSpec.builder().containers(container("", INSIDE, WEB), container("", LOCAL))))
                .containsExactlyInAnyOrder(new Port("TCP", "0.0.0.0", 8080), new Port("SCTP", "127.0.0.1", 9000));
    }

    @Test
    void onTheNetworkOfTheHostEveryContainerPortIsTaken() {
        assertThat(ports(PodSpec.builder().hostNetwork(true).containers(container("", INSIDE, WEB))))
                .containsExactlyInAnyOrder(new Port("UDP", "0.0.0.0", 81), new Port("TCP", "0.0.0.0", 8080));
        ContainerPort none = new ContainerPort("", 0, 0, "", "");
        assertThat(ports(PodSpec.builder().hostNetwork(true).containers(container("", none))))
                .isEmpty();
    }

    @Test
    void portsOfSidecarsAreTakenAndThoseOfOtherInitContainersAreNot() {
        PodSpec.Builder spec = PodSpec.builder()
                .containers(container("", LOCAL))
                .initContainers(
                        List.of(container("Always", WEB), container("", INSIDE, new ContainerPort("", 1, 1, "", ""))));
        assertThat(ports(spec))
                .containsExactlyInAnyOrder(new Port("SCTP", "127.0.0.1", 9000), new Port("TCP", "0.0.0.0", 8080));
    }

    @Test
    void aPortIsTakenOnce() {
        assertThat(ports(PodSpec.builder().containers(container("", WEB, WEB), container("", WEB))))
                .hasSize(1);
    }

    @Test
    void withoutPortsThereIsNone() {
        assertThat(HostPorts.of(new Pod(ObjectMeta.of("p"), PodSpec.EMPTY, PodStatus.EMPTY)))
                .isSameAs(HostPorts.NONE);
        PodSpec inside = PodSpec.builder().containers(container("", INSIDE)).build();
        HostPorts none = HostPorts.of(new Pod(ObjectMeta.of("p"), inside, PodStatus.EMPTY));
        assertThat(none).isSameAs(HostPorts.NONE);
        assertThat(none.isEmpty()).isTrue();
        assertThat(new HostPorts(Set.of(new Port("TCP", "0.0.0.0", 1))).isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 0.0.0.0,  80, true",
        "TCP, 10.0.0.1, 80, true",
        "UDP, 0.0.0.0,  80, false",
        "TCP, 0.0.0.0,  81, false"
    })
    void everyAddressMeetsEach(String protocol, String address, int number, boolean meets) {
        HostPorts every = new HostPorts(Set.of(new Port("TCP", "0.0.0.0", 80)));
        HostPorts other = new HostPorts(Set.of(new Port("UDP", "0.0.0.0", 7), new Port(protocol, address, number)));
        assertThat(every.meets(other)).isEqualTo(meets);
        assertThat(other.meets(every)).isEqualTo(meets);
    }

    @Test
    void oneAddressMeetsItselfOnly() {
        HostPorts one = new HostPorts(Set.of(new Port("TCP", "10.0.0.1", 80)));
        assertThat(one.meets(one)).isTrue();
        assertThat(one.meets(new HostPorts(Set.of(new Port("TCP", "10.0.0.2", 80)))))
                .isFalse();
        assertThat(one.meets(HostPorts.NONE)).isFalse();
    }
}
