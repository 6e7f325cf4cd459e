package io.github.workload4j.cli.intent;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.input.ServerRules;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.intent.compile.JobController;
import io.github.workload4j.intent.compile.JobObjects;
import io.github.workload4j.intent.derive.Derivation;
import io.github.workload4j.intent.derive.DerivedGroup;
import io.github.workload4j.intent.read.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What controllers would make of the objects of the inputs, as manifests. */
final class MeantManifests {

    private final List<Reading> readings;
    private final Map<String, Job> jobs = new HashMap<>();
    private final List<Pod> pods = new ArrayList<>();
    private final List<SchedulingObject> groups = new ArrayList<>();
    private final KubernetesRelease release;
    private final Terminal terminal;

    /**
     * Manifests of readings.
     *
     * @param objects the objects of the inputs that the model holds
     * @param release whose controllers are meant
     */
    MeantManifests(List<Reading> readings, List<ApiObject> objects, KubernetesRelease release, Terminal terminal) {
        this.readings = readings;
        this.release = release;
        this.terminal = terminal;
        for (ApiObject object : objects) {
            if (object instanceof Job job) {
                jobs.putIfAbsent(
                        job.metadata().namespace() + "/" + job.metadata().name(), job);
            } else if (object instanceof Pod pod) {
                pods.add(pod);
            } else if (object instanceof SchedulingObject group) {
                groups.add(group);
            }
        }
    }

    /**
     * Writes what is made up, and no more; what it cannot say goes to standard error.
     *
     * @param version the version of the groups, or null for the one they are made in
     */
    void write(@Nullable ApiVersion version) throws IOException {
        List<ApiObject> made = objects();
        if (version == null && release == KubernetesRelease.V1_35) {
            version = ApiVersion.V1ALPHA1;
        }
        if (version != null) {
            List<ApiObject> all = new ArrayList<>(made);
            Converted converted = Conversion.to(version).takingObjectsAsWhole().convert(all);
            for (Loss loss : converted.losses()) {
                warn(loss.toString());
            }
            made = List.copyOf(converted.objects());
        }
        ServerRules rules = ServerRules.of(ClusterSetup.OPEN, false, false);
        for (ApiObject object : made) {
            if (object instanceof SchedulingObject) {
                for (Violation violation : rules.violations(null, object)) {
                    // An object in a file has no UID yet.
                    if (violation.path().toString().endsWith(".uid")) {
                        continue;
                    }
                    warn(object.kind() + " " + object.metadata().name() + ", which a server would refuse: "
                            + violation);
                }
            }
        }
        for (Reading reading : readings) {
            reading.losses().forEach(loss -> warn(reading.object() + ": " + DerivedText.of(loss)));
            if (reading.error() != null) {
                warn(reading.object() + ", of which nothing is made: "
                        + reading.error().where() + ": " + reading.error().what());
            }
        }
        ManifestWriter.yaml().write(made, terminal.out());
    }

    private void warn(String text) {
        terminal.err().println("warning: " + Style.printable(text));
    }

    /** Jobs of which nothing is there yet are made by their own controller, all else by its reading. */
    private List<ApiObject> objects() {
        Derivation all = Derivation.of(readings, pods, groups, Set.of(), release);
        Map<String, Job> untouched = new HashMap<>(jobs);
        Set<Reading> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (DerivedGroup group : all.derived()) {
            used.add(group.reading());
            if (!group.made() || group.members() > 0) {
                untouched.remove(path(group.reading()));
            }
        }
        List<ApiObject> made = new ArrayList<>();
        List<Reading> others = new ArrayList<>();
        JobController controller = JobController.of(release);
        Workload[] workloads = groups.stream()
                .filter(Workload.class::isInstance)
                .map(Workload.class::cast)
                .toArray(Workload[]::new);
        for (Reading reading : readings) {
            boolean isJob = reading.object().apiVersion().equals("batch/v1")
                    && reading.object().kind().equals("Job");
            Job job = isJob && used.contains(reading) ? untouched.get(path(reading)) : null;
            if (job == null || job.metadata().labels().containsKey("kueue.x-k8s.io/queue-name")) {
                others.add(reading);
                continue;
            }
            JobObjects objects = controller.objects(job, workloads);
            if (objects.workload() != null) {
                made.add(objects.workload());
            }
            if (objects.podGroup() != null) {
                made.add(objects.podGroup());
            }
            made.addAll(objects.pods());
        }
        made.addAll(Derivation.of(others, pods, groups, Set.of(), release).manifests());
        return made;
    }

    private static String path(Reading reading) {
        return reading.object().namespace() + "/" + reading.object().name();
    }
}
