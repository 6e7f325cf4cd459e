package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Digits and letters never follow the locale of the machine: what is formatted or changed in case names a locale. */
class LocaleTest {

    private static final Set<String> BY_LOCALE =
            Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase", "getInstance");

    private static final Set<String> TYPES = Set.of(
            "java.lang.String",
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.text.NumberFormat",
            "java.text.DecimalFormat");

    @Test
    void everyFormatNamesItsLocale() {
        Set<String> calls = new TreeSet<>();
        int looked = 0;
        for (String module :
                Repository.modules().stream().filter(Repository::isCompiled).toList()) {
            for (JavaClass type : Arrows.classes(module)) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    looked++;
                    if (followsTheLocale(call)) {
                        calls.add(call.getDescription());
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(10_000);
        assertThat(calls).isEmpty();
    }

    private static boolean followsTheLocale(JavaMethodCall call) {
        return TYPES.contains(call.getTargetOwner().getName())
                && BY_LOCALE.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.util.Locale"));
    }
}
