package io.github.workload4j.examples;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a CI job: every manifest below a folder is read, judged and looked at for what is suspicious, all of them
 * together as they would be applied. Prints one line for each finding; fails if there is an error, not for a warning.
 */
public final class LintDirectory {

    private LintDirectory() {}

    /** Checks the folder that the first argument names. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: LintDirectory FOLDER");
            System.exit(2);
        }
        System.exit(check(Path.of(args[0]), System.out) == 0 ? 0 : 1);
    }

    /** {@return how many errors there are below a folder} */
    static int check(Path folder, PrintStream out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
        ManifestRules rules = ManifestRules.standard();
        List<ApiObject> objects = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        int errors = 0;
        for (Path file : files) {
            for (Document document : ManifestReader.strict().read(Files.readAllBytes(file))) {
                if (document instanceof Undecodable undecodable) {
                    undecodable.faults().forEach(fault -> out.println(folder.relativize(file) + ":" + fault));
                    errors += undecodable.faults().size();
                } else if (document instanceof Decoded decoded) {
                    objects.add(decoded.object());
                    documents.add(document);
                    places.add(folder.relativize(file).toString());
                    for (var violation : rules.checkCreate(decoded.object())) {
                        out.println(place(document, places.get(places.size() - 1), violation.path()) + ": error: "
                                + violation);
                        errors++;
                    }
                }
            }
        }
        for (var warning : Lints.check(objects)) {
            String place = place(documents.get(warning.object()), places.get(warning.object()), warning.path());
            out.println(place + ": warning: " + warning);
        }
        return errors;
    }

    private static String place(Document document, String file, FieldPath path) {
        return file + ":" + document.locate(path).map(Position::toString).orElse("" + document.line());
    }
}
