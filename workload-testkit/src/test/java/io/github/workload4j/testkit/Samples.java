package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.proof.check.CheckedAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.intent.compile.ItemRules;
import io.github.workload4j.intent.compile.WorkloadCompiler;
import io.github.workload4j.intent.compile.WorkloadGroups;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some value of any type of the libraries: by a constant, a factory or a constructor, whose arguments are made in the
 * same way.
 */
final class Samples {

    private static final String TEXT = """
            {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 4, pods: 9}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ml}, spec: {schedulingGroup: {podGroupName: g},
             containers: [{name: c, resources: {requests: {cpu: CPU}}}]}}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: ml},
             spec: {schedulingPolicy: {gang: {minCount: 1}}}}
            ---
            {apiVersion: example.com/v1, kind: Other}
            ---
            {apiVersion: v1, kind: Pod, spec: 1}
            """;

    private final Map<Class<?>, Object> known = new HashMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    Samples() {
        World fits = new World("1");
        World full = new World("8");
        put(
                fits.snapshot,
                fits.groups,
                fits.group,
                fits.question(),
                fits.question().claims());
        put(
                "a",
                List.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                new byte[0],
                Duration.ZERO,
                Instant.EPOCH,
                BigDecimal.ONE);
        fits.documents.forEach(this::put);
        known.put(Verdict.Feasible.class, fits.verdict());
        known.put(Verdict.Infeasible.class, full.verdict());
        known.put(ApiObject.class, fits.pod);
        known.put(GangShape.class, GangShape.of("a", List.of(fits.pod, fits.podGroup)));
        known.put(FilterReasons.class, full.question().filterReasons(0));
        known.put(Evicted.class, new Evicted(null, List.of(fits.pod), 0, List.of()));
        known.put(Placement.class, Placement.of(List.of(new Placed(0, 0, 1))));
        known.put(SnapshotBuilder.class, ClusterSnapshot.builder());
        Packing packing = fits.question().packing();
        known.put(LeafSums.class, new PackingChecker(packing).sums(Weights.of(), 1));
        known.put(CheckedAnswer.class, CheckedAnswer.of(packing, PackingSearch.answer(packing, Budget.DEFAULT)));
        known.put(PlainValue.class, fits.documents.get(0).content().orElseThrow());
        known.put(ItemRules.class, ItemRules.of(KubernetesRelease.V1_38));
        known.put(WorkloadCompiler.class, WorkloadCompiler.of(KubernetesRelease.V1_38));
        Workload workload = Workload.of(ApiVersion.V1BETA1, "ml", "w", PodGroupTemplate.gang("a", 1));
        known.put(WorkloadGroups.class, WorkloadGroups.of(KubernetesRelease.V1_38, workload));
        known.put(Collection.class, List.of());
        known.put(Iterable.class, List.of());
        known.put(InputStream.class, new ByteArrayInputStream(new byte[0]));
        known.put(Appendable.class, new StringBuilder());
        known.put(Object.class, "a");
        known.put(Class.class, String.class);
    }

    private void put(Object... samples) {
        for (Object sample : samples) {
            known.put(sample.getClass(), sample);
            for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
                if (type.isInstance(sample)) {
                    known.put(type, sample);
                }
            }
        }
    }

    /** A cluster of one node, and a group of one pod. */
    private static final class World {
        final List<Document> documents;
        final ClusterSnapshot snapshot;
        final Pod pod;
        final SchedulingObject podGroup;
        final Groups groups;
        final GroupRef group = GroupRef.podGroup("ml", "g");

        World(String cpu) {
            documents = ManifestReader.strict().read(TEXT.replace("CPU", cpu));
            List<Object> objects = documents.stream()
                    .filter(Decoded.class::isInstance)
                    .<Object>map(document -> ((Decoded) document).object())
                    .toList();
            if (objects.size() != 3
                    || !documents.stream().anyMatch(Skipped.class::isInstance)
                    || !documents.stream().anyMatch(Undecodable.class::isInstance)) {
                throw new AssertionError(documents.toString());
            }
            pod = (Pod) objects.get(1);
            snapshot = ClusterSnapshot.of(List.of((Node) objects.get(0)), List.of(pod));
            podGroup = (SchedulingObject) objects.get(2);
            groups = Groups.of(List.of(podGroup));
        }

        GroupQuestion question() {
            return GroupQuestion.of(snapshot, groups, group).orElseThrow();
        }

        Verdict verdict() {
            return Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
        }
    }

    /** {@return the arguments of a call, null where null is allowed} */
    @Nullable
    Object[] arguments(Executable call) {
        @Nullable Object[] arguments = new Object[call.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = isNullable(call, i) ? null : of(call.getParameterTypes()[i]);
        }
        return arguments;
    }

    /** {@return whether a parameter may be null} What a record says of its component holds for its constructor. */
    static boolean isNullable(Executable call, int parameter) {
        RecordComponent[] components = call.getDeclaringClass().getRecordComponents();
        boolean canonical = components != null
                && call instanceof Constructor<?>
                && Arrays.equals(
                        call.getParameterTypes(),
                        Stream.of(components).map(RecordComponent::getType).toArray());
        return call.getAnnotatedParameterTypes()[parameter].isAnnotationPresent(Nullable.class)
                || canonical && components[parameter].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** {@return some value of a type} */
    Object of(Class<?> type) {
        Object sample = known.get(type);
        if (sample == null) {
            sample = open.contains(type) ? null : made(type);
            if (sample == null) {
                throw new IllegalStateException("no sample of " + type.getName());
            }
            known.put(type, sample);
        }
        return sample;
    }

    private @Nullable Object made(Class<?> type) {
        open.push(type);
        try {
            return type.isPrimitive()
                    ? primitive(type)
                    : type.isArray() ? Array.newInstance(type.getComponentType(), 0) : object(type);
        } finally {
            open.pop();
        }
    }

    private static Object primitive(Class<?> type) {
        return type == boolean.class
                ? (Object) true
                : type == long.class ? (Object) 1L : type == double.class ? (Object) 1.0 : (Object) 1;
    }

    private @Nullable Object object(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return firstOf(Arrays.asList(type.getPermittedSubclasses()));
        }
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                return value(field);
            }
        }
        for (Class<?> maker = type; maker != null; maker = maker.getEnclosingClass()) {
            for (Method method : maker.getMethods()) {
                boolean makes = Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type;
                Object made = makes ? called(method) : null;
                if (made != null) {
                    return made;
                }
            }
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            Object made = Modifier.isAbstract(type.getModifiers()) ? null : called(constructor);
            if (made != null) {
                return made;
            }
        }
        return type.isInterface() ? proxy(type) : null;
    }

    private @Nullable Object firstOf(List<Class<?>> types) {
        for (Class<?> type : types) {
            try {
                return of(type);
            } catch (IllegalStateException e) {
                // Another one will do.
            }
        }
        return null;
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object called(Executable call) {
        try {
            @Nullable Object[] arguments = arguments(call);
            return call instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) call).invoke(null, arguments);
        } catch (IllegalStateException | InvocationTargetException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A function that gives back what it is given, or nothing. */
    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.isDefault() || arguments == null || arguments.length == 0) {
                return null;
            }
            return method.getReturnType().isInstance(arguments[0]) ? arguments[0] : null;
        });
    }
}
