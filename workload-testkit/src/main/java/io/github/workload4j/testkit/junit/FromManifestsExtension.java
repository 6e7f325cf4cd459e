package io.github.workload4j.testkit.junit;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Reads the resource that {@link FromManifests} names. Its group is the outermost of the first group. */
final class FromManifestsExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.isAnnotated(FromManifests.class)
                && (type == SmallCluster.class || type == ClusterSnapshot.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String resource =
                parameter.findAnnotation(FromManifests.class).orElseThrow().value();
        List<ApiObject> objects = read(resource, test.getRequiredTestClass());
        SmallCluster cluster = cluster(objects);
        return parameter.getParameter().getType() == SmallCluster.class ? cluster : cluster.snapshot();
    }

    private static List<ApiObject> read(String resource, Class<?> test) {
        try (InputStream in = test.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ParameterResolutionException("no resource `" + resource + "` beside " + test.getName());
            }
            List<ApiObject> objects = new ArrayList<>();
            for (Document document : ManifestReader.strict().read(in.readAllBytes())) {
                if (document instanceof Undecodable undecodable) {
                    throw new ParameterResolutionException(
                            resource + ":" + undecodable.faults().get(0));
                }
                if (document instanceof Decoded decoded) {
                    objects.add(decoded.object());
                }
            }
            return objects;
        } catch (IOException e) {
            throw new ParameterResolutionException(resource + ": " + e.getMessage(), e);
        }
    }

    private static SmallCluster cluster(List<ApiObject> objects) {
        List<SchedulingObject> groups = all(SchedulingObject.class, objects);
        GroupRef first = groups.stream()
                .filter(group -> group instanceof PodGroup || group instanceof CompositePodGroup)
                .findFirst()
                .map(FromManifestsExtension::ref)
                .orElseThrow(() -> new ParameterResolutionException("no PodGroup among the manifests"));
        return new SmallCluster(
                all(Node.class, objects),
                all(Pod.class, objects),
                groups,
                Groups.of(groups).rootOf(first),
                all(Namespace.class, objects));
    }

    private static GroupRef ref(SchedulingObject group) {
        String namespace = group.metadata().namespace();
        String name = group.metadata().name();
        return group instanceof PodGroup
                ? GroupRef.podGroup(namespace, name)
                : GroupRef.compositePodGroup(namespace, name);
    }

    private static <T> List<T> all(Class<T> type, List<ApiObject> objects) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
