package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    private static ContainerStatus status(String name, String setAside, String inForce) {
        return new ContainerStatus(name, cpu(setAside), new ResourceRequirements(cpu(inForce), Map.of()));
    }

    private static Map<String, Quantity> cpu(String amount) {
        return amount.isEmpty() ? Map.of() : Map.of("cpu", amount(amount));
    }

    private static PodStatus infeasible(PodStatus status) {
        return status.toBuilder()
                .conditions(Condition.builder()
                        .type("PodResizePending")
                        .reason("Infeasible")
                        .build())
                .build();
    }

    private static Quantity cpuOf(Pod pod) {
        return PodResources.requested(pod).getOrDefault("cpu", Quantity.ZERO);
    }

    @Test
    void whatAStatusDoesNotSayIsWhatIsSetAsideOrElseAsked() {
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container("a", "1"), container("b", "1")));
        for (String[] said : new String[][] {
            {"3", "", "4"}, {"", "3", "4"}, {"2", "3", "4"}, {"3", "2", "4"}, {"", "", "2"}, {"500m", "250m", "2"}
        }) {
            PodStatus status = PodStatus.EMPTY.toBuilder()
                    .containerStatuses(status("a", said[0], said[1]))
                    .build();
            assertThat(cpuOf(pod(spec, status))).as(List.of(said).toString()).isEqualTo(amount(said[2]));
        }
        PodStatus other = PodStatus.EMPTY.toBuilder()
                .containerStatuses(status("gone", "9", "9"))
                .build();
        assertThat(cpuOf(pod(spec, other))).isEqualTo(amount("2"));
    }

    /** Statuses come in another order than containers; two say something about one name, and the first counts. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredThousandContainersAreResizedAsTwoAre() {
        for (int count : new int[] {2, 100_000}) {
            List<Container> containers = new ArrayList<>();
            List<ContainerStatus> statuses = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                containers.add(container("c" + c, "1"));
                statuses.add(status("c" + c, "1", c == 0 ? "3" : "1"));
            }
            Collections.reverse(statuses);
            statuses.add(status("c0", "9", "9"));
            PodSpec.Builder spec = PodSpec.builder().containers(containers);
            PodStatus status =
                    PodStatus.EMPTY.toBuilder().containerStatuses(statuses).build();
            assertThat(cpuOf(pod(spec, status))).isEqualTo(Quantity.of(count + 2));
            assertThat(PodResources.parts(pod(spec, status), "cpu")).hasSize(count);
            PodStatus ofInit =
                    PodStatus.EMPTY.toBuilder().initContainerStatuses(statuses).build();
            assertThat(cpuOf(pod(spec, infeasible(ofInit)))).isEqualTo(Quantity.of(count + 2));
        }
    }

    @Test
    void ofAResizeThatCannotBeOnlyWhatIsThereCounts() {
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container("a", "4"), container("b", "1")));
        PodStatus status = PodStatus.EMPTY.toBuilder()
                .containerStatuses(status("a", "2", "1"), status("b", "1", "1"))
                .build();
        assertThat(cpuOf(pod(spec, status))).isEqualTo(amount("5"));
        assertThat(cpuOf(pod(spec, infeasible(status)))).isEqualTo(amount("3"));
        assertThat(cpuParts(pod(spec, infeasible(status)))).containsExactly("CONTAINER a 2", "CONTAINER b 1");
        assertThat(cpuOf(pod(spec, infeasible(PodStatus.EMPTY)))).isEqualTo(Quantity.ZERO);
        PodStatus deferred = status.toBuilder()
                .conditions(Condition.builder()
                        .type("PodResizePending")
                        .reason("Deferred")
                        .build())
                .build();
        assertThat(cpuOf(pod(spec, deferred))).isEqualTo(amount("5"));
    }

    @Test
    void sidecarsAreResizedAsContainersAre() {
        PodSpec.Builder spec =
                PodSpec.builder().initContainers(List.of(sidecar("s", "1"))).containers(List.of(container("a", "1")));
        PodStatus same = PodStatus.EMPTY.toBuilder()
                .initContainerStatuses(status("s", "1", "1"))
                .build();
        PodStatus more = PodStatus.EMPTY.toBuilder()
                .initContainerStatuses(status("s", "1", "3"))
                .build();
        assertThat(cpuOf(pod(spec, same))).isEqualTo(amount("2"));
        assertThat(cpuOf(pod(spec, more))).isEqualTo(amount("4"));
        assertThat(cpuParts(pod(spec, more))).containsExactly("SIDECAR s 3", "CONTAINER a 1");
    }

    @Test
    void aPodThatIsAsItAsksSharesWhatItsContainerAsks() {
        Container container = container("a", "1");
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container));
        Map<String, Quantity> asked = container.resources().requests();
        for (PodStatus plain : List.of(
                PodStatus.EMPTY,
                PodStatus.EMPTY.toBuilder()
                        .containerStatuses(status("a", "1", "1"))
                        .build(),
                PodStatus.EMPTY.toBuilder()
                        .containerStatuses(status("a", "1", ""))
                        .build(),
                PodStatus.EMPTY.toBuilder()
                        .containerStatuses(status("a", "", "1"))
                        .build(),
                PodStatus.EMPTY.toBuilder()
                        .containerStatuses(status("a", "", ""))
                        .build())) {
            assertThat(PodResources.requested(pod(spec, plain))).isSameAs(asked);
        }
    }

    @Test
    void aStatusOfThePodStandsInForThoseOfItsContainers() {
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container("a", "1"), container("b", "1")));
        PodStatus status = PodStatus.EMPTY.toBuilder()
                .containerStatuses(status("a", "9", "9"))
                .allocatedResources(cpu("3"))
                .resources(new ResourceRequirements(cpu("4"), Map.of()))
                .build();
        assertThat(cpuOf(pod(spec, status))).isEqualTo(amount("4"));
        PodStatus more = status.toBuilder().allocatedResources(cpu("5")).build();
        assertThat(cpuOf(pod(spec, more))).isEqualTo(amount("5"));
        PodStatus setAsideAlone = status.toBuilder().resources(null).build();
        assertThat(cpuOf(pod(spec, setAsideAlone))).isEqualTo(amount("10"));
    }

    @Test
    void aRequestOfThePodIsResizedAsAWhole() {
        PodSpec.Builder spec = PodSpec.builder()
                .containers(List.of(container("a", "1")))
                .resources(new ResourceRequirements(cpu("2"), Map.of()));
        PodStatus status = PodStatus.EMPTY.toBuilder()
                .allocatedResources(cpu("3"))
                .resources(new ResourceRequirements(cpu("4"), Map.of()))
                .build();
        assertThat(cpuOf(pod(spec, status))).isEqualTo(amount("4"));
        assertThat(cpuOf(pod(
                        spec, status.toBuilder().allocatedResources(cpu("5")).build())))
                .isEqualTo(amount("5"));
        PodSpec.Builder large = PodSpec.builder()
                .containers(List.of(container("a", "1")))
                .resources(new ResourceRequirements(cpu("9"), Map.of()));
        assertThat(cpuOf(pod(large, status))).isEqualTo(amount("9"));
        assertThat(cpuOf(pod(large, infeasible(status)))).isEqualTo(amount("4"));
    }

    @Test
    void limitsOfContainersForHugePagesAreALimitOfThePod() {
        Map<String, Quantity> pages = Map.of("hugepages-2Mi", amount("4Mi"));
        Container container = limited("a", pages, pages);
        PodSpec.Builder spec = PodSpec.builder().containers(List.of(container));
        assertThat(requested(spec.resources(new ResourceRequirements(cpu("1"), Map.of()))))
                .containsOnly(Map.entry("cpu", amount("1")), Map.entry("hugepages-2Mi", amount("4Mi")));
        assertThat(requested(
                        spec.resources(new ResourceRequirements(Map.of("hugepages-2Mi", amount("8Mi")), Map.of()))))
                .containsOnly(Map.entry("hugepages-2Mi", amount("8Mi")));
        assertThat(requested(spec.resources(new ResourceRequirements(Map.of(), Map.of("cpu", amount("2"))))))
                .containsOnly(Map.entry("cpu", amount("2")), Map.entry("hugepages-2Mi", amount("4Mi")));
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
