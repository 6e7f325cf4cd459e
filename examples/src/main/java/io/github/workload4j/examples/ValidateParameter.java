package io.github.workload4j.examples;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.bean.ServerViolation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Bean Validation without any framework: a service says {@code @Valid} and no more. JAX-RS, Spring and Quarkus make the
 * call that is made here by hand.
 */
public final class ValidateParameter {

    /** Kept, as loggers that nobody holds lose their level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate.validator");

    private ValidateParameter() {}

    /** A service that takes Workloads. */
    @SuppressWarnings("exports") // a program, not a library
    public static class Submissions {

        /** Takes nothing yet. */
        public Submissions() {}

        /** Takes a Workload that the API server of its release would accept. */
        public void submit(@Valid Workload workload) {}
    }

    /** Submits the Workloads of the manifests that the arguments name. */
    public static void main(String[] args) throws Exception {
        HIBERNATE.setLevel(Level.WARNING);
        boolean good = true;
        for (String file : args) {
            good &= submit(Path.of(file), System.out);
        }
        System.exit(good ? 0 : 1);
    }

    /** {@return whether a file could be read and all its Workloads were taken} */
    static boolean submit(Path file, PrintStream out) throws IOException, NoSuchMethodException {
        boolean good = true;
        // The interpolator that needs no expression language; with one on the class path,
        // buildDefaultValidatorFactory() will do.
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Submissions submissions = new Submissions();
            Method submit = Submissions.class.getMethod("submit", Workload.class);
            List<Document> documents = ManifestReader.strict().read(Files.readAllBytes(file));
            for (Document document : documents) {
                if (document instanceof Undecodable undecodable) {
                    undecodable.faults().forEach(fault -> out.println(file.getFileName() + ":" + fault));
                    good = false;
                } else if (document instanceof Decoded decoded && decoded.object() instanceof Workload workload) {
                    var violations = factory.getValidator()
                            .forExecutables()
                            .validateParameters(submissions, submit, new Object[] {workload});
                    TreeSet<String> lines = new TreeSet<>();
                    violations.forEach(violation -> lines.add(line(violation)));
                    lines.forEach(out::println);
                    good &= lines.isEmpty();
                }
            }
        }
        return good;
    }

    private static String line(ConstraintViolation<?> violation) {
        String rule = ServerViolation.of(violation)
                .map(ours -> " (" + ours.rule() + ")")
                .orElse("");
        return violation.getPropertyPath() + ": " + violation.getMessage() + rule;
    }
}
