package io.github.workload4j.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What manifests of devices say, in each version. */
class DeviceObjectsTest {

    private static final String SLICE = """
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: s}
            spec:
              driver: gpu.example.com
              pool: {name: n1, generation: 2, resourceSliceCount: 1}
              nodeName: n1
              devices:
              - name: gpu-0
                attributes:
                  model: {string: big}
                  numa: {int: 1}
                  fast: {bool: true}
                  driver: {version: 1.2.3}
                capacity:
                  memory: {value: 80Gi, requestPolicy: {default: 1Gi, validRange: {min: 1Gi, step: 1Gi}}}
                consumesCounters:
                - {counterSet: board, counters: {slices: {value: 2}}}
                taints: [{key: broken, effect: NoSchedule}]
                allowMultipleAllocations: true
            """;

    private static final String BASIC_SLICE = """
            apiVersion: resource.k8s.io/v1beta1
            kind: ResourceSlice
            metadata: {name: s}
            spec:
              driver: gpu.example.com
              pool: {name: n1, generation: 2, resourceSliceCount: 1}
              nodeName: n1
              devices:
              - name: gpu-0
                basic:
                  attributes:
                    model: {string: big}
                    numa: {int: 1}
                    fast: {bool: true}
                    driver: {version: 1.2.3}
                  capacity:
                    memory: {value: 80Gi, requestPolicy: {default: 1Gi, validRange: {min: 1Gi, step: 1Gi}}}
                  consumesCounters:
                  - {counterSet: board, counters: {slices: {value: 2}}}
                  taints: [{key: broken, effect: NoSchedule}]
                  allowMultipleAllocations: true
            """;

    private static final String CLAIM = """
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata: {name: c, namespace: d}
            spec:
              devices:
                requests:
                - name: r
                  exactly: {deviceClassName: gpu, count: 2, selectors: [{cel: {expression: 'true'}}]}
                - name: o
                  firstAvailable: [{name: a, deviceClassName: gpu, allocationMode: All}]
                constraints: [{requests: [r], matchAttribute: gpu.example.com/numa}]
                config: [{opaque: {driver: gpu.example.com, parameters: {a: [1]}}}]
            status:
              allocation:
                devices:
                  results: [{request: r, driver: gpu.example.com, pool: n1, device: gpu-0, shareID: x}]
            """;

    private static Document only(String manifest) {
        List<Document> documents = ManifestReader.strict().read(manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static ApiObject read(String manifest) {
        assertThat(only(manifest)).isInstanceOf(Decoded.class);
        return ((Decoded) only(manifest)).object();
    }

    @Test
    void aSliceSaysItsDevices() {
        ResourceSlice slice = (ResourceSlice) read(SLICE);
        Device device = slice.spec().devices().get(0);
        assertThat(slice.spec().reach()).isEqualTo(new NodeReach("n1", null, false));
        assertThat(device.attributes().get("numa").intValue()).isEqualTo(1);
        assertThat(device.attributes().get("fast").boolValue()).isTrue();
        assertThat(device.attributes().get("driver").versionValue()).isEqualTo("1.2.3");
        assertThat(device.capacity().get("memory").value()).isEqualTo(Quantity.parse("80Gi"));
        assertThat(device.consumesCounters())
                .containsExactly(new DeviceCounterConsumption("board", Map.of("slices", Quantity.of(2)), List.of()));
        assertThat(device.taints()).containsExactly(new DeviceTaint("broken", "", "NoSchedule", null));
        assertThat(device.allowMultipleAllocations()).isTrue();
    }

    @Test
    void everyVersionIsReadToTheSame() {
        assertThat(read(SLICE.replace("/v1", "/v1beta2"))).isEqualTo(read(SLICE));
        assertThat(read(BASIC_SLICE)).isEqualTo(read(SLICE));
        String flat = CLAIM.replace("/v1", "/v1beta1")
                .replace("exactly: {", "")
                .replace("selectors: [{cel: {expression: 'true'}}]}", "selectors: [{cel: {expression: 'true'}}]")
                .replace("deviceClassName: gpu, count: 2, ", "deviceClassName: gpu\n      count: 2\n      ");
        assertThat(read(flat)).isEqualTo(read(CLAIM));
    }

    @Test
    void aClaimSaysWhatItAsksAndHas() {
        ResourceClaim claim = (ResourceClaim) read(CLAIM);
        assertThat(claim.spec().requests()).hasSize(2);
        assertThat(claim.spec().requests().get(0).asks().get(0).devices()).isEqualTo(2);
        assertThat(claim.spec().requests().get(1).asks().get(0).isAll()).isTrue();
        assertThat(claim.spec().constraints().get(0).matchAttribute()).isEqualTo("gpu.example.com/numa");
        assertThat(claim.spec().config().get(0)).contains("\"a\":[1]");
        assertThat(claim.status().allocation().results().get(0).shareID()).isEqualTo("x");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (String manifest : List.of(SLICE, CLAIM)) {
            ApiObject object = read(manifest);
            assertThat(read(ManifestWriter.yaml().write(object))).isEqualTo(object);
        }
    }

    @Test
    void anUnknownFieldIsAFaultWithItsPlace() {
        Document document = only(SLICE.replace("numa: {int: 1}", "numa: {integer: 1}"));
        assertThat(document).isInstanceOf(Undecodable.class);
        Fault fault = ((Undecodable) document).faults().get(0);
        assertThat(fault.type()).isEqualTo(Fault.Type.UNKNOWN_FIELD);
        assertThat(fault.path()).hasToString("spec.devices[0].attributes[numa].integer");
    }

    @Test
    void aFieldOfAnotherVersionIsUnknown() {
        assertThat(only(BASIC_SLICE.replace("v1beta1", "v1"))).isInstanceOf(Undecodable.class);
        assertThat(only(SLICE.replace("/v1", "/v1beta1"))).isInstanceOf(Undecodable.class);
    }

    @Test
    void earlyTaintRulesMaySelectByClass() {
        String rule = """
                apiVersion: resource.k8s.io/v1alpha3
                kind: DeviceTaintRule
                metadata: {name: t}
                spec:
                  deviceSelector: {deviceClassName: gpu, driver: gpu.example.com}
                  taint: {key: a, effect: NoExecute}
                """;
        DeviceTaintRule read = (DeviceTaintRule) read(rule);
        assertThat(read.deviceSelector().deviceClassName()).isEqualTo("gpu");
        assertThat(only(rule.replace("v1alpha3", "v1"))).isInstanceOf(Undecodable.class);
        assertThat(((DeviceTaintRule) read(rule.replace("v1alpha3", "v1").replace("deviceClassName: gpu, ", "")))
                        .taint()
                        .effect())
                .isEqualTo("NoExecute");
    }

    @Test
    void objectsOfOtherKindsAreLeftOut() {
        DeviceObjects objects = DeviceObjects.of(List.of(read(SLICE), read(CLAIM)));
        assertThat(objects.slices()).hasSize(1);
        assertThat(objects.claims()).hasSize(1);
        assertThat(objects.isEmpty()).isFalse();
        assertThat(DeviceObjects.of(List.of())).isSameAs(DeviceObjects.NONE);
    }

    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                AllocatedDevice.class,
                AllocatedDeviceStatus.class,
                CapacityRange.class,
                CapacityRequestPolicy.class,
                ClaimConsumer.class,
                CounterSet.class,
                Device.class,
                DeviceAllocation.class,
                DeviceAsk.class,
                DeviceAttribute.class,
                DeviceCapacity.class,
                DeviceClass.class,
                DeviceClassSpec.class,
                DeviceConstraint.class,
                DeviceCounterConsumption.class,
                DeviceRequest.class,
                DeviceSelector.class,
                DeviceTaint.class,
                DeviceTaintRule.class,
                DeviceTaintSelector.class,
                DeviceToleration.class,
                NodeReach.class,
                ResourceClaim.class,
                ResourceClaimSpec.class,
                ResourceClaimStatus.class,
                ResourceClaimTemplate.class,
                ResourcePool.class,
                ResourceSlice.class,
                ResourceSliceSpec.class);
    }

    /** Whatever a value must have is asked for when it is made, by its name; what it may lack is not. */
    @ParameterizedTest
    @MethodSource("records")
    void aValueWithoutAPartThatItMustHaveIsRefused(Class<? extends Record> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] whole = new Object[parts.length];
        for (int p = 0; p < parts.length; p++) {
            whole[p] = sample(parts[p].getType());
        }
        assertThat(constructor.newInstance(whole)).isEqualTo(constructor.newInstance(whole));
        for (int p = 0; p < parts.length; p++) {
            boolean optional = parts[p].getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (parts[p].getType().isPrimitive()) {
                continue;
            }
            Object[] without = whole.clone();
            without[p] = null;
            if (optional) {
                assertThat(constructor.newInstance(without)).isNotNull();
            } else {
                assertThatThrownBy(() -> constructor.newInstance(without))
                        .cause()
                        .hasMessage(parts[p].getName());
            }
        }
    }

    private static Object sample(Class<?> type) throws Exception {
        if (type == String.class) {
            return "a";
        } else if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == Quantity.class) {
            return Quantity.of(1);
        } else if (type == ObjectMeta.class) {
            return ObjectMeta.of("d", "a");
        } else if (!type.isRecord()) {
            return null;
        }
        RecordComponent[] parts = type.getRecordComponents();
        Object[] whole = new Object[parts.length];
        for (int p = 0; p < parts.length; p++) {
            whole[p] = sample(parts[p].getType());
        }
        return type.getDeclaredConstructors()[0].newInstance(whole);
    }
}
