package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.policy.Admission;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;

/** Every object can be judged, alone and as a change of another one; judging twice is judging once. */
final class RulesTarget implements Target.Attack {

    private static final ManifestRules RULES = ManifestRules.standard();

    @Override
    public void on(byte[] input) {
        List<Decoded> documents = Manifest.documents(input);
        List<ApiObject> objects = documents.stream().map(Decoded::object).toList();
        for (Decoded document : documents) {
            judge(document);
            Admission.into(objects).create(document.object());
        }
        for (int i = 1; i < objects.size(); i++) {
            ApiObject before = objects.get(i - 1);
            ApiObject after = objects.get(i);
            if (before.getClass() == after.getClass()) {
                assertThat(RULES.checkUpdate(before, after)).isEqualTo(RULES.checkUpdate(before, after));
                assertThat(RULES.checkStatusUpdate(before, after)).isEqualTo(RULES.checkStatusUpdate(before, after));
            }
        }
        Lints.check(objects)
                .forEach(warning -> assertThat(documents.get(warning.object()).locate(warning.path()))
                        .isPresent());
    }

    private static void judge(Decoded document) {
        ApiObject object = document.object();
        List<Violation> violations = RULES.checkCreate(object);
        assertThat(RULES.checkCreate(object)).isEqualTo(violations);
        for (Violation violation : violations) {
            assertThat(violation.message()).isNotEmpty();
            assertThat(document.locate(violation.path())).isPresent();
        }
        ManifestRules.server().checkCreate(object);
        for (KubernetesRelease release : KubernetesRelease.values()) {
            RULES.withRelease(release).checkCreate(object);
        }
        ApiObject complete = Defaulting.standard().apply(object).object();
        assertThat(Defaulting.standard().apply(complete).object()).isEqualTo(complete);
        RULES.checkUpdate(complete, complete);
    }
}
