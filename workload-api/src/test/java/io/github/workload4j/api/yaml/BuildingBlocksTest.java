package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of every building block of {@code v1alpha3} is read, written and read again, as part of a caller's own
 * type.
 */
class BuildingBlocksTest {

    private static final List<ObjectMapper> MAPPERS = List.of(
            JsonMapper.builder().addModule(new WorkloadModule()).build(),
            YAMLMapper.builder().addModule(new WorkloadModule()).build());

    record Field(String block, String type, String path, String json) {
        @Override
        public String toString() {
            return block + " " + path;
        }
    }

    /** What a controller author writes: a type of their own with every building block in it. */
    record Training(
            int workers,
            WorkloadPodGroupSchedulingPolicy policy,
            WorkloadCompositePodGroupSchedulingPolicy replicas,
            SchedulingConstraints constraints,
            List<PodGroupResourceClaim> claims,
            DisruptionMode disruption) {

        PodGroupTemplate template() {
            return PodGroupTemplate.builder()
                    .name("workers")
                    .schedulingPolicy(policy.compile(workers))
                    .schedulingConstraints(constraints)
                    .resourceClaims(claims)
                    .disruptionMode(disruption)
                    .build();
        }
    }

    static Stream<Field> fields() throws IOException {
        List<Field> fields = new ArrayList<>();
        try (InputStream in = BuildingBlocksTest.class.getResourceAsStream("/fields/building-blocks.txt")) {
            String[] section = {};
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("## ")) {
                    section = line.substring(3).split(" ");
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] words = line.split(" ");
                    fields.add(new Field(section[0], section[1], words[0], json(words[0], words[1])));
                }
            }
        }
        assertThat(fields.stream().map(Field::block).distinct()).hasSize(7);
        return fields.stream();
    }

    private static String json(String path, String type) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        String value = dot >= 0
                ? json(path.substring(dot + 1), type)
                : type.equals("object") ? "{}" : type.equals("int32") ? "7" : "\"some-text\"";
        String name = step.replace("[]", "");
        return "{\"" + name + "\":" + (step.endsWith("[]") ? "[" + value + "]" : value) + "}";
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyBuildingBlockIsReadWrittenAndReadAgain(Field field)
            throws JsonProcessingException, ClassNotFoundException {
        Class<?> type = Class.forName("io.github.workload4j.api." + field.type);
        for (ObjectMapper mapper : MAPPERS) {
            Object value = mapper.readValue(field.json, type);
            String written = mapper.writeValueAsString(value);
            assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(field.json));
            assertThat(mapper.readValue(written, type)).isEqualTo(value).hasSameHashCodeAs(value);
        }
    }

    @Test
    void aControllersOwnTypeHoldsThemAndCompilesThem() throws JsonProcessingException {
        String json = "{\"workers\":4,\"policy\":{\"gang\":{}},\"replicas\":{\"gang\":{\"minGroupCount\":2}},"
                + "\"constraints\":{\"topology\":[{\"key\":\"example.com/rack\"}]},"
                + "\"claims\":[{\"name\":\"nic\",\"resourceClaimTemplateName\":\"fast\"}],\"disruption\":{\"all\":{}}}";
        ObjectMapper mapper = MAPPERS.get(0);
        Training training = mapper.readValue(json, Training.class);
        assertThat(mapper.readValue(mapper.writeValueAsString(training), Training.class))
                .isEqualTo(training);
        assertThat(mapper.writeValueAsString(training)).isEqualTo(json);
        assertThat(training.template().schedulingPolicy()).isEqualTo(new SchedulingPolicy.Gang(4));
        assertThat(training.replicas().compile(9)).isEqualTo(new CompositeSchedulingPolicy.Gang(2));
    }

    @Test
    void anAbsentCountIsNotZero() throws JsonProcessingException {
        ObjectMapper mapper = MAPPERS.get(0);
        var absent = mapper.readValue("{\"gang\":{}}", WorkloadPodGroupSchedulingPolicy.class);
        var zero = mapper.readValue("{\"gang\":{\"minCount\":0}}", WorkloadPodGroupSchedulingPolicy.class);
        assertThat(absent).isNotEqualTo(zero);
        assertThat(absent.compile(3)).isEqualTo(new SchedulingPolicy.Gang(3));
        assertThat(zero.compile(3)).isEqualTo(new SchedulingPolicy.Gang(0));
    }

    @Test
    void whatBreaksTheUnionsRuleBreaksItAfterCompilingToo() {
        var gang = new WorkloadPodGroupSchedulingPolicy.Gang(null);
        var both = WorkloadPodGroupSchedulingPolicy.of(new WorkloadPodGroupSchedulingPolicy.Basic(), gang);
        assertThat(both.compile(3))
                .isEqualTo(new SchedulingPolicy.Several(new SchedulingPolicy.Basic(), new SchedulingPolicy.Gang(3)));
        assertThat(new WorkloadPodGroupSchedulingPolicy.None().compile(3)).isEqualTo(SchedulingPolicy.NONE);
        assertThat(new WorkloadCompositePodGroupSchedulingPolicy.None().compile(3))
                .isEqualTo(CompositeSchedulingPolicy.NONE);
    }

    @Test
    void anUnknownMemberIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> MAPPERS.get(0).readValue("{\"policy\": {\"gnag\": {}}}", Training.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("gnag: unknown field: did you mean `gang`?");
    }
}
