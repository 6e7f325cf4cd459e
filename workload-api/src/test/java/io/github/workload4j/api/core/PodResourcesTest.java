package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodResourcesTest {

    private static Quantity amount(String text) {
        return Quantity.parse(text);
    }

    private static Container container(String name, String cpu) {
        return Container.of(name, Map.of("cpu", amount(cpu)));
    }

    private static Container sidecar(String name, String cpu) {
        return new Container(
                name, "", new ResourceRequirements(Map.of("cpu", amount(cpu)), Map.of()), List.of(), "Always");
    }

    private static Container limited(String name, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return new Container(name, "", new ResourceRequirements(requests, limits), List.of(), "");
    }

    private static Pod pod(PodSpec.Builder spec) {
        return pod(spec, PodStatus.EMPTY);
    }

    private static Pod pod(PodSpec.Builder spec, PodStatus status) {
        return new Pod(ObjectMeta.of("ml", "p"), spec.build(), status);
    }

    private static Map<String, Quantity> requested(PodSpec.Builder spec) {
        return PodResources.requested(pod(spec));
    }

    private static List<String> cpuParts(Pod pod) {
        return PodResources.parts(pod, "cpu").stream()
                .map(part -> part.kind() + " " + part.container() + " " + part.amount())
                .toList();
    }

    @Test
    void podTakesAllContainersTogetherOrTheLargestInitContainer() {
        List<Container> two = List.of(container("a", "500m"), container("b", "1"));
        assertThat(requested(PodSpec.builder().containers(two))).containsExactly(Map.entry("cpu", amount("1500m")));
        assertThat(requested(PodSpec.builder().containers(two).initContainers(List.of(container("i", "2")))))
                .containsExactly(Map.entry("cpu", amount("2")));
    }

    @Test
    void sidecarRunsBesideTheInitContainersAfterIt() {
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container("a", "1")));
        assertThat(requested(spec.initContainers(List.of(sidecar("s", "1"), container("i", "3")))))
                .containsEntry("cpu", amount("4"));
        assertThat(requested(spec.initContainers(List.of(container("i", "3"), sidecar("s", "1")))))
                .containsEntry("cpu", amount("3"));
    }

    @Test
    void limitWithoutARequestIsARequest() {
        Container limited =
                limited("a", Map.of("cpu", amount("1")), Map.of("cpu", amount("2"), "memory", amount("1Gi")));
        assertThat(requested(PodSpec.builder().containers(List.of(limited))))
                .containsOnly(Map.entry("cpu", amount("1")), Map.entry("memory", amount("1Gi")));
    }

    @Test
    void amountsAreRoundedUpToThousandthsBeforeTheyAreAdded() {
        assertThat(requested(PodSpec.builder().containers(List.of(container("a", "0.1m"), container("b", "0.1m")))))
                .containsEntry("cpu", amount("2m"));
    }

    @Test
    void requestOfThePodReplacesCpuMemoryAndHugePagesOnly() {
        Map<String, Quantity> ofContainer = Map.of("cpu", amount("1"), "vendor.example/x", amount("2"));
        Map<String, Quantity> ofPod = Map.of("cpu", amount("4"), "vendor.example/x", amount("9"));
        assertThat(requested(PodSpec.builder()
                        .containers(List.of(Container.of("a", ofContainer)))
                        .resources(new ResourceRequirements(ofPod, Map.of()))))
                .containsOnly(Map.entry("cpu", amount("4")), Map.entry("vendor.example/x", amount("2")));
    }

    @Test
    void limitOfThePodMakesTheSumOfItsContainersItsRequest() {
        assertThat(requested(PodSpec.builder()
                        .containers(List.of(container("a", "1"), container("b", "2")))
                        .resources(new ResourceRequirements(
                                Map.of(), Map.of("cpu", amount("8"), "memory", amount("1Gi"))))))
                .containsOnly(Map.entry("cpu", amount("3")), Map.entry("memory", amount("1Gi")));
    }

    @Test
    void overheadComesOnTop() {
        Pod pod =
                pod(PodSpec.builder().containers(List.of(container("a", "1"))).overhead(Map.of("cpu", amount("250m"))));
        assertThat(PodResources.requested(pod)).containsEntry("cpu", amount("1250m"));
        assertThat(cpuParts(pod)).containsExactly("CONTAINER a 1", "OVERHEAD  250m");
    }

    @Test
    void podThatIsResizedTakesTheMostOfWhatIsAskedSetAsideAndInForce() {
        ContainerStatus status = new ContainerStatus(
                "a", Map.of("cpu", amount("2")), new ResourceRequirements(Map.of("cpu", amount("3")), Map.of()));
        PodStatus resized =
                PodStatus.EMPTY.toBuilder().containerStatuses(status).build();
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container("a", "4")));
        assertThat(PodResources.requested(pod(spec, resized))).containsEntry("cpu", amount("4"));
        PodStatus infeasible = resized.toBuilder()
                .conditions(Condition.builder()
                        .type("PodResizePending")
                        .reason("Infeasible")
                        .build())
                .build();
        assertThat(PodResources.requested(pod(spec, infeasible)))
                .as("what is asked cannot be had")
                .containsEntry("cpu", amount("3"));
    }

    @Test
    void partsAreInTheOrderOfTheManifestWithoutThoseOfNothing() {
        Pod pod = pod(PodSpec.builder()
                .initContainers(List.of(sidecar("s", "1"), container("i", "1")))
                .containers(List.of(container("a", "2"), container("none", "0"))));
        assertThat(cpuParts(pod)).containsExactly("SIDECAR s 1", "CONTAINER a 2");
        assertThat(PodResources.parts(pod, "memory")).isEmpty();
    }

    @Test
    void partsOfAPodThatIsLargestWhenItStartsAreTheInitContainerAndItsSidecars() {
        Pod pod = pod(PodSpec.builder()
                .initContainers(List.of(sidecar("s", "1"), container("small", "1"), container("i", "3")))
                .containers(List.of(container("a", "2"))));
        assertThat(cpuParts(pod)).containsExactly("SIDECAR s 1", "INIT i 3");
    }

    @Test
    void requestOfThePodIsOnePart() {
        Pod pod = pod(PodSpec.builder()
                .containers(List.of(container("a", "1")))
                .resources(new ResourceRequirements(Map.of("cpu", amount("4")), Map.of())));
        assertThat(cpuParts(pod)).containsExactly("POD  4");
    }

    @Test
    void aPartIsEqualByContent() {
        requireValue(new RequestPart(RequestPart.Kind.POD, "", amount("4")));
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> PodResources.requested(null)).hasMessage("pod");
        assertThatThrownBy(() -> PodResources.parts(pod(PodSpec.builder()), null))
                .hasMessage("resource");
    }
}
