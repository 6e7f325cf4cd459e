package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.RequestPart;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestPartsTest {

    @Provide
    Arbitrary<Pod> pods() {
        return Manifests.valid().pods(ApiVersion.V1BETA1);
    }

    @Property
    void partsAddUpToWhatThePodTakes(@ForAll("pods") Pod pod) {
        PodResources.requested(pod).forEach((resource, amount) -> {
            List<RequestPart> parts = PodResources.parts(pod, resource);
            Quantity sum = parts.stream().map(RequestPart::amount).reduce(Quantity.ZERO, Quantity::plus);
            assertThat(sum).isEqualByComparingTo(amount);
            assertThat(parts).noneMatch(part -> part.amount().signum() == 0);
        });
    }
}
