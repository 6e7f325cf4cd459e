package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodRequestTest {

    private static Container cpu(String amount) {
        return Container.of("c", Map.of("cpu", Quantity.parse(amount)));
    }

    private static Container sidecar(String amount) {
        return new Container(
                "s",
                "",
                new ResourceRequirements(Map.of("cpu", Quantity.parse(amount)), Map.of()),
                List.of(),
                "Always");
    }

    private static Map<String, Long> request(PodSpec spec) {
        return request(spec, PodStatus.EMPTY);
    }

    private static Map<String, Long> request(PodSpec spec, PodStatus status) {
        Map<String, Long> request = new LinkedHashMap<>();
        PodRequest.of(new Pod(ObjectMeta.of("default", "p"), spec, status), request::put);
        return request;
    }

    @Test
    void containersAddUpAndTheLargestInitContainerCountsAlone() {
        PodSpec spec = PodSpec.builder()
                .containers(List.of(cpu("500m"), cpu("1")))
                .initContainers(List.of(cpu("2"), cpu("1")))
                .build();
        assertThat(request(spec)).containsExactly(Map.entry("cpu", 2000L));
    }

    @Test
    void aSidecarCountsWithWhatComesAfterItOnly() {
        PodSpec after = PodSpec.builder()
                .containers(List.of(cpu("1")))
                .initContainers(List.of(cpu("3"), sidecar("1")))
                .build();
        PodSpec before = PodSpec.builder()
                .containers(List.of(cpu("1")))
                .initContainers(List.of(sidecar("1"), cpu("3")))
                .build();
        assertThat(request(after)).containsEntry("cpu", 3000L);
        assertThat(request(before)).containsEntry("cpu", 4000L);
    }

    @Test
    void podLevelRequestsReplaceAndOverheadComesOnTop() {
        PodSpec spec = PodSpec.builder()
                .containers(List.of(cpu("1")))
                .resources(new ResourceRequirements(
                        Map.of("cpu", Quantity.parse("4"), "vendor.example/x", Quantity.of(9)), Map.of()))
                .overhead(Map.of("cpu", Quantity.parse("250m")))
                .build();
        assertThat(request(spec)).containsExactly(Map.entry("cpu", 4250L));
    }

    @Test
    void aLimitWithoutARequestIsARequest() {
        ResourceRequirements resources = new ResourceRequirements(
                Map.of("cpu", Quantity.parse("1")),
                Map.of("cpu", Quantity.parse("2"), "memory", Quantity.parse("1Gi")));
        PodSpec spec = PodSpec.builder()
                .containers(List.of(new Container("c", "", resources, List.of(), "")))
                .build();
        assertThat(request(spec)).containsOnly(Map.entry("cpu", 1000L), Map.entry("memory", 1L << 30));
    }

    @Test
    void eachContainerIsRoundedUpToThousandthsAndTheSumToWholeUnits() {
        PodSpec spec = PodSpec.builder()
                .containers(List.of(
                        Container.of("a", Map.of("memory", Quantity.parse("0.1Gi"), "cpu", Quantity.parse("0.1m"))),
                        Container.of("b", Map.of("cpu", Quantity.parse("0.1m")))))
                .build();
        assertThat(request(spec)).containsOnly(Map.entry("memory", 107374183L), Map.entry("cpu", 2L));
    }

    @Test
    void bareUnknownNamesAndQuotaNamesAreIgnored() {
        PodSpec spec = PodSpec.builder()
                .containers(List.of(Container.of(
                        "c",
                        Map.of(
                                "widgets", Quantity.of(1),
                                "requests.vendor.example/x", Quantity.of(1),
                                "pods", Quantity.of(1),
                                "vendor.example/x", Quantity.of(2),
                                "hugepages-2Mi", Quantity.parse("4Mi")))))
                .build();
        assertThat(request(spec)).containsOnly(Map.entry("vendor.example/x", 2L), Map.entry("hugepages-2Mi", 4L << 20));
    }

    @Test
    void aResizeInPlaceCountsTheLargestAndAnInfeasibleOneWhatIsThere() {
        PodSpec spec = PodSpec.builder().containers(List.of(cpu("4"))).build();
        ContainerStatus status = new ContainerStatus(
                "c",
                Map.of("cpu", Quantity.parse("2")),
                new ResourceRequirements(Map.of("cpu", Quantity.parse("3")), Map.of()));
        PodStatus resizing =
                PodStatus.EMPTY.toBuilder().containerStatuses(List.of(status)).build();
        assertThat(request(spec, resizing)).containsEntry("cpu", 4000L);
        PodStatus infeasible = resizing.toBuilder()
                .conditions(List.of(Condition.builder()
                        .type("PodResizePending")
                        .status("True")
                        .reason("Infeasible")
                        .build()))
                .build();
        assertThat(request(spec, infeasible)).containsEntry("cpu", 3000L);
    }

    @Test
    void aResourceWithADomainThatIsNotKubernetesIsExtended() {
        assertThat(PodRequest.isExtended("gpu.example.com/card")).isTrue();
        assertThat(PodRequest.isExtended("a/b")).isTrue();
        for (String other : List.of("cpu", "/b", "hugepages-2Mi", "requests.example.com/card", "kubernetes.io/card")) {
            assertThat(PodRequest.isExtended(other)).as(other).isFalse();
        }
        assertThat(PodRequest.isCompared("/b")).isFalse();
    }

    @Test
    void anAmountIsRoundedUpAndExactHoweverLarge() {
        Quantity amount = Quantity.parse("1.0001");
        assertThat(PodRequest.exactly("cpu", amount)).isEqualTo(1001);
        assertThat(PodRequest.exactly("memory", amount)).isEqualTo(2);
        assertThat(PodRequest.rounded("cpu", amount)).isEqualTo(1001);
        assertThat(PodRequest.rounded("memory", amount)).isEqualTo(2);
        assertThat(PodRequest.exactly("memory", Quantity.parse("1e30"))).isEqualTo("1" + "0".repeat(30));
        assertThat(PodRequest.rounded("memory", Quantity.parse("1e30"))).isEqualTo(Long.MAX_VALUE);
    }
}
