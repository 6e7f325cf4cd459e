package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locales with digits of their own, or with letters that change case in their own way, change nothing. */
class DigitsTest {

    private static final String FOLDER = "src/test/resources/golden/";

    private static final List<String[]> CALLS = List.of(
            new String[] {"check", "--explain", "-f", FOLDER + "explain/fragmented-rack.yaml"},
            new String[] {"check", "-o", "json", "-f", FOLDER + "check/infeasible-json.yaml"},
            new String[] {"check", "-o", "svg", "-f", FOLDER + "check/infeasible-json.yaml"},
            new String[] {"check", "--steps", "5", "-f", FOLDER + "explain/budget-spent.yaml"},
            new String[] {"whatif", "-f", FOLDER + "explain/gpu-shortage.yaml"},
            new String[] {"slots", "-f", FOLDER + "slots/racks.yaml"},
            new String[] {"queue", "-f", FOLDER + "slots/racks.yaml"},
            new String[] {"validate", "-f", "../examples/manifests/faulty.yaml"});

    private static List<String> printed() {
        return CALLS.stream()
                .map(args -> {
                    Run run = Run.of(args);
                    return (run.status() + run.out() + run.err()).replaceAll("\"elapsedMillis\":[0-9.]+", "");
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "fa", "tr", "de"})
    void areThoseOfEveryMachine(String locale) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<String> expected = printed();
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(String.format("%d", 7).equals("7"))
                    .isEqualTo(List.of("tr", "de").contains(locale));
            assertThat(printed()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}
