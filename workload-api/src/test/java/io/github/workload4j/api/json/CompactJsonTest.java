package io.github.workload4j.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactJsonTest {

    @Test
    void escapesWhatEveryReaderMustSee() {
        assertThat(CompactJson.text("a\"b\\c\n\t\u0001\u007f")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0001\\u007f\"");
    }

    @Test
    void halfACharacterIsEscapedAndAWholeOneIsNot() {
        assertThat(CompactJson.text("\ud83d\ude00 \ud83d x \ude00")).isEqualTo("\"\ud83d\ude00 \\ud83d x \\ude00\"");
    }

    @Test
    void showsARequiredFieldThatAManifestLeavesOut() {
        assertThat(CompactJson.policy(new SchedulingPolicy.Gang(0))).isEqualTo("{\"gang\":{\"minCount\":0}}");
        assertThat(CompactJson.template(PodGroupTemplate.of("a", SchedulingPolicy.NONE)))
                .isEqualTo("{\"name\":\"a\",\"schedulingPolicy\":{}}");
    }

    @Test
    void writesATemplateAsEachVersionDoes() {
        PodGroupTemplate template = PodGroupTemplate.gang("a", 2).toBuilder()
                .disruptionMode(DisruptionMode.ALL)
                .priority(7)
                .build();
        assertThat(CompactJson.group(template)).isEqualTo("{\"name\":\"a\",\"policy\":{\"gang\":{\"minCount\":2}}}");
        assertThat(CompactJson.templateOfV1Alpha2(template))
                .isEqualTo("{\"name\":\"a\",\"schedulingPolicy\":{\"gang\":{\"minCount\":2}},"
                        + "\"disruptionMode\":\"PodGroup\",\"priority\":7}");
        assertThat(CompactJson.template(template))
                .isEqualTo("{\"name\":\"a\",\"schedulingPolicy\":{\"gang\":{\"minCount\":2}},"
                        + "\"disruptionMode\":{\"all\":{}},\"priority\":7}");
    }

    @Test
    void showsModesThatNoManifestOfTheVersionCanHold() {
        DisruptionMode unknown = DisruptionMode.parse("Pods");
        assertThat(CompactJson.word(unknown)).isEqualTo("\"Pods\"");
        assertThat(CompactJson.mode(unknown, ApiVersion.V1BETA1)).isEqualTo("{}");
        assertThat(CompactJson.mode(DisruptionMode.of(true, true), ApiVersion.V1BETA1))
                .isEqualTo("{\"single\":{},\"all\":{}}");
        assertThat(CompactJson.word(DisruptionMode.of(true, true))).isEqualTo("\"\"");
    }

    @Test
    void writesAReferenceAsEachVersionDoes() {
        TemplateRef reference = TemplateRef.of("mesh", "ranks");
        assertThat(CompactJson.templateRef(reference, ApiVersion.V1ALPHA2))
                .isEqualTo("{\"workload\":{\"workloadName\":\"mesh\",\"podGroupTemplateName\":\"ranks\"}}");
        assertThat(CompactJson.templateRef(reference, ApiVersion.V1BETA1))
                .isEqualTo("{\"workloadName\":\"mesh\",\"templateName\":\"ranks\"}");
        assertThat(CompactJson.templateRef(TemplateRef.NONE, ApiVersion.V1BETA1))
                .isEqualTo("{}");
        assertThat(CompactJson.templateRef(null, ApiVersion.V1BETA1)).isEqualTo("null");
    }

    @Test
    void listsWhatItIsTold() {
        List<PodGroupResourceClaim> claims = List.of(
                new PodGroupResourceClaim("a", ClaimSource.of("x", null)),
                new PodGroupResourceClaim("b", ClaimSource.of(null, "y")));
        assertThat(CompactJson.list(claims, CompactJson::claim))
                .isEqualTo("[{\"name\":\"a\",\"resourceClaimName\":\"x\"},"
                        + "{\"name\":\"b\",\"resourceClaimTemplateName\":\"y\"}]");
        assertThat(CompactJson.list(List.of(), CompactJson::claim)).isEqualTo("[]");
    }
}
