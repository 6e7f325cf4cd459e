package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.lint.TemplatedPods;
import io.github.workload4j.policy.lint.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of all inputs, kept with their documents, because a lint looks across them. */
final class LintedStream {

    private final List<ApiObject> objects = new ArrayList<>();
    private final List<Place> modelled = new ArrayList<>();
    private final List<Place> others = new ArrayList<>();
    private final MeantLints meant = new MeantLints();
    private final Map<Integer, List<Problem>> problems = new TreeMap<>();

    /** A document, and where its finding is. */
    record Place(int finding, Document document) {}

    /** Takes a document and the place of its finding. */
    public void add(int finding, Document document) {
        Place place = new Place(finding, document);
        if (document instanceof Decoded decoded) {
            objects.add(decoded.object());
            modelled.add(place);
            meant.add(place);
        } else if (document instanceof Skipped) {
            others.add(place);
            meant.add(place);
        }
    }

    /** Adds the warnings to the findings they belong to; of a cluster only if one is named. */
    public void warn(List<Finding> all, @Nullable ClusterSetup setup) {
        List<Place> places = new ArrayList<>(modelled);
        places.addAll(others);
        meant.read(setup);
        List<TemplatedPods> templates = new ArrayList<>();
        for (int i = modelled.size(); i < places.size(); i++) {
            templates.addAll(meant.templates(i, places.get(i).document));
        }
        List<Warning> warnings = new ArrayList<>(Lints.check(objects, templates, index -> {
            Finding finding = all.get(places.get(index).finding);
            return finding.file() + ":" + finding.line();
        }));
        if (setup != null) {
            warnings.addAll(Lints.ofRelease(objects, setup));
        }
        for (Warning warning : warnings) {
            Place place = places.get(warning.object());
            add(place, Problem.of(place.document, warning));
        }
        meant.problems(this::add);
        problems.forEach((finding, some) -> all.set(finding, all.get(finding).withWarnings(some)));
    }

    private void add(Place place, Problem problem) {
        problems.computeIfAbsent(place.finding, none -> new ArrayList<>()).add(problem);
    }
}
