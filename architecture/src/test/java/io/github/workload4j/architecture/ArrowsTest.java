package io.github.workload4j.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages are those of the table in {@code docs/modules.md}, no more and no fewer. */
class ArrowsTest {

    static List<String> modules() {
        return Repository.modules();
    }

    static Stream<String> compiled() {
        return modules().stream().filter(Repository::isCompiled);
    }

    @Test
    void theTableHasARowForEveryModule() {
        assertThat(PackageTable.rows().stream()
                        .map(PackageTable.Row::module)
                        .distinct()
                        .sorted())
                .isEqualTo(modules());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theTableHasARowForEveryPackage(String module) {
        assertThat(rows(module).stream().map(PackageTable.Row::name).sorted().toList())
                .containsExactlyElementsOf(Arrows.of(module).keySet());
    }

    /** A failure shows the cells as they would have to be: paste them where the arrow is meant. */
    @ParameterizedTest
    @MethodSource("modules")
    void everyRowListsExactlyWhatItsPackageUses(String module) {
        SortedMap<String, String> listed = new TreeMap<>();
        rows(module).forEach(row -> listed.put(row.name(), PackageTable.Row.cell(row.uses())));
        SortedMap<String, String> used = new TreeMap<>();
        Arrows.of(module).forEach((name, uses) -> used.put(name, PackageTable.Row.cell(uses)));
        assertThat(String.join("\n", lines(listed))).isEqualTo(String.join("\n", lines(used)));
    }

    private static List<String> lines(SortedMap<String, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " | " + cell.getValue())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void everyRowSaysWhetherItsPackageIsExported(String module) {
        ModuleDescriptor descriptor = ModuleFinder.of(Repository.classes(module)).findAll().stream()
                .findFirst()
                .orElseThrow()
                .descriptor();
        Map<String, String> exported = descriptor.exports().stream()
                .collect(Collectors.toMap(
                        ModuleDescriptor.Exports::source,
                        export -> export.isQualified()
                                ? "to "
                                        + String.join(", ", new TreeSet<>(export.targets()))
                                                .replace(Repository.ROOT_PACKAGE + ".", "workload-")
                                : "yes"));
        for (PackageTable.Row row : rows(module)) {
            assertThat(row.exported())
                    .as(row.name())
                    .isEqualTo(exported.getOrDefault(Repository.ROOT_PACKAGE + row.name(), "no"));
        }
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void noPackagesUseEachOtherInACircle(String module) {
        slices().matching(Repository.ROOT_PACKAGE + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(Arrows.classes(module));
    }

    private static List<PackageTable.Row> rows(String module) {
        return PackageTable.rows().stream()
                .filter(row -> row.module().equals(module))
                .toList();
    }
}
