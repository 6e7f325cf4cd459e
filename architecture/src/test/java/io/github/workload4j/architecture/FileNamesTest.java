package io.github.workload4j.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A name says which file is meant: no two files of a module's main code have the same one. */
class FileNamesTest {

    private static final List<String> EVERYWHERE = List.of("package-info.java", "module-info.java");

    @Test
    void noFileNameIsUsedTwiceInAModule() {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (String module : Repository.modules()) {
            for (Path file : Repository.files(Repository.sources(module), ".java")) {
                String name = file.getFileName().toString();
                if (!EVERYWHERE.contains(name)) {
                    byName.computeIfAbsent(module + "/" + name, key -> new ArrayList<>())
                            .add(file);
                }
            }
        }
        byName.values().removeIf(files -> files.size() == 1);
        StillToMend.check("names-used-twice.txt", byName.keySet());
    }
}
