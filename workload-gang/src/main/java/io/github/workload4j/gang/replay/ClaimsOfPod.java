package io.github.workload4j.gang.replay;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.OwnerReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which claims a pod has on a node. */
final class ClaimsOfPod {

    private final DeviceObjects objects;
    private final List<SchedulingObject> all;
    private final Map<String, List<PodGroup>> groups = new HashMap<>();
    private final Map<String, ResourceClaim> claims = new HashMap<>();
    private final Map<String, ResourceClaimTemplate> templates = new HashMap<>();
    private final boolean mapped;
    private boolean indexed;

    /**
     * A claim of a pod.
     *
     * @param name name of the entry
     * @param key which claim it is; for one that only this pod has, a key that no other pod has
     * @param claim the claim, or null if it is still to be made
     * @param spec what it asks; null if there is no such claim
     * @param byName whether the pod names the claim itself
     */
    record Entry(
            String name,
            String key,
            @Nullable ResourceClaim claim,
            @Nullable ResourceClaimSpec spec,
            boolean byName) {}

    ClaimsOfPod(DeviceObjects objects, List<SchedulingObject> groups, boolean mapped) {
        this.objects = objects;
        this.mapped = mapped;
        this.all = groups;
    }

    /** Once a pod with claims is met: most answers have none. */
    private void index() {
        if (indexed) {
            return;
        }
        indexed = true;
        for (SchedulingObject object : all) {
            if (object instanceof PodGroup group) {
                groups.computeIfAbsent(group.metadata().qualifiedName(), name -> new ArrayList<>())
                        .add(group);
            }
        }
        for (ResourceClaim claim : objects.claims()) {
            if (claim.metadata().deletionTimestamp() == null) {
                claims.putIfAbsent(claim.metadata().qualifiedName(), claim);
            }
        }
        objects.templates()
                .forEach(each -> templates.putIfAbsent(each.metadata().qualifiedName(), each));
    }

    List<Entry> of(Pod pod, Node node) {
        List<Entry> entries = new ArrayList<>();
        for (PodResourceClaim entry : pod.spec().resourceClaims()) {
            Entry one = of(pod, entry);
            if (one != null) {
                entries.add(one);
            }
        }
        List<DeviceRequest> requests = extended(pod, node);
        if (!requests.isEmpty()) {
            entries.add(new Entry(
                    "extended-resources",
                    "pod " + pod.metadata().qualifiedName() + " extended",
                    null,
                    new ResourceClaimSpec(requests, List.of(), List.of()),
                    false));
        }
        return entries;
    }

    private @Nullable Entry of(Pod pod, PodResourceClaim entry) {
        index();
        PodGroup group = group(pod, entry);
        if (entry.resourceClaimName() != null) {
            return named(pod, entry, entry.resourceClaimName(), group == null);
        }
        Optional<PodResourceClaimStatus> status = pod.status().resourceClaimStatuses().stream()
                .filter(each -> each.name().equals(entry.name()))
                .findFirst();
        if (status.isPresent()) {
            String made = status.get().resourceClaimName();
            return made == null ? null : own(pod, named(pod, entry, made, false));
        }
        if (group != null && pod.status().resourceClaimStatuses().isEmpty()) {
            Optional<PodGroupResourceClaimStatus> ofGroup = group.status().resourceClaimStatuses().stream()
                    .filter(each -> each.name().equals(entry.name()))
                    .findFirst();
            if (ofGroup.isPresent()) {
                String made = ofGroup.get().resourceClaimName();
                return made == null ? null : own(pod, named(pod, entry, made, false));
            }
        }
        ResourceClaimTemplate template = templates.get(inNamespace(pod, entry.resourceClaimTemplateName()));
        ResourceClaimSpec spec = template == null ? null : template.spec();
        String owner = group == null
                ? "pod " + pod.metadata().qualifiedName()
                : "group " + pod.metadata().namespaceOrDefault() + "/"
                        + group.metadata().name();
        return new Entry(entry.name(), owner + " " + entry.name(), null, spec, false);
    }

    private Entry named(Pod pod, PodResourceClaim entry, String name, boolean byName) {
        ResourceClaim claim = claims.get(inNamespace(pod, name));
        return new Entry(
                entry.name(), "claim " + inNamespace(pod, name), claim, claim == null ? null : claim.spec(), byName);
    }

    /** The claim of a status, or none in its place if its controller is neither the pod nor the pod's group. */
    private static Entry own(Pod pod, Entry made) {
        ResourceClaim claim = made.claim();
        for (OwnerReference each :
                claim == null ? List.<OwnerReference>of() : claim.metadata().ownerReferences()) {
            PodSchedulingGroup group = pod.spec().schedulingGroup();
            String uid = pod.metadata().uid();
            boolean isPod = each.kind().equals("Pod")
                    && (uid.isEmpty() || each.uid().isEmpty()
                            ? each.name().equals(pod.metadata().name())
                            : each.uid().equals(uid));
            boolean isGroup = each.kind().equals("PodGroup")
                    && group != null
                    && each.name().equals(group.podGroupName());
            if (Boolean.TRUE.equals(each.controller()) && !isPod && !isGroup) {
                return new Entry(made.name(), made.key(), null, null, made.byName());
            }
        }
        return made;
    }

    private static String inNamespace(Pod pod, @Nullable String name) {
        return pod.metadata().namespaceOrDefault() + "/" + name;
    }

    /** The group of the pod, if the entry is one of its claims. */
    private @Nullable PodGroup group(Pod pod, PodResourceClaim entry) {
        if (pod.spec().schedulingGroup() == null) {
            return null;
        }
        String name = inNamespace(pod, pod.spec().schedulingGroup().podGroupName());
        for (PodGroup group : groups.getOrDefault(name, List.of())) {
            for (PodGroupResourceClaim claim : group.spec().resourceClaims()) {
                if (claim.name().equals(entry.name())
                        && Objects.equals(claim.source().resourceClaimName(), entry.resourceClaimName())
                        && Objects.equals(
                                claim.source().resourceClaimTemplateName(), entry.resourceClaimTemplateName())) {
                    return group;
                }
            }
        }
        return null;
    }

    /** {@return the class that serves a resource on a node which has none of its own; null if none does} */
    @Nullable
    DeviceClass serving(String resource, Node node) {
        Quantity own = node.status().allocatable().get(resource);
        if (!mapped || own != null && own.signum() > 0) {
            return null;
        }
        String prefix = "deviceclass.resource.kubernetes.io/";
        if (resource.startsWith(prefix)) {
            return objects.classes().stream()
                    .filter(each -> resource.equals(prefix + each.metadata().name()))
                    .findFirst()
                    .orElse(null);
        }
        return objects.classes().stream()
                .filter(each -> resource.equals(each.spec().extendedResourceName()))
                .min(Comparator.comparing(ClaimsOfPod::created, Comparator.reverseOrder())
                        .thenComparing(each -> each.metadata().name()))
                .orElse(null);
    }

    private static Instant created(DeviceClass each) {
        Instant created = each.metadata().creationTimestamp();
        return created == null ? Instant.MIN : created;
    }

    /** One request for each container and resource; for init containers what exceeds those that run later. */
    private List<DeviceRequest> extended(Pod pod, Node node) {
        List<DeviceRequest> requests = new ArrayList<>();
        if (objects.classes().isEmpty()) {
            return requests;
        }
        List<Container> containers = pod.spec().containers();
        List<Container> inits = pod.spec().initContainers();
        for (int c = 0; c < containers.size(); c++) {
            add(requests, "container-" + c + "-request-", containers.get(c), node);
        }
        for (int c = 0; c < inits.size(); c++) {
            if (isSidecar(inits.get(c))) {
                add(requests, "init-container-" + c + "-request-", inits.get(c), node);
            }
        }
        TreeSet<String> all = new TreeSet<>();
        inits.forEach(each -> all.addAll(resources(each)));
        int number = 0;
        for (String resource : all) {
            long most = 0;
            for (int i = 0; i < inits.size(); i++) {
                List<Container> later = new ArrayList<>(containers);
                inits.subList(i + 1, inits.size()).stream()
                        .filter(ClaimsOfPod::isSidecar)
                        .forEach(later::add);
                long running =
                        later.stream().mapToLong(each -> amount(each, resource)).sum();
                most = isSidecar(inits.get(i)) ? most : Math.max(most, amount(inits.get(i), resource) - running);
            }
            add(requests, "init-containers-" + number++, serving(resource, node), most);
        }
        return requests;
    }

    private void add(List<DeviceRequest> requests, String prefix, Container container, Node node) {
        int number = 0;
        for (String resource : resources(container)) {
            add(requests, prefix + number++, serving(resource, node), amount(container, resource));
        }
    }

    private static void add(List<DeviceRequest> requests, String name, @Nullable DeviceClass serving, long count) {
        if (serving != null && count > 0) {
            DeviceAsk ask = new DeviceAsk(
                    "", serving.metadata().name(), List.of(), "", count, false, List.of(), Map.of(), List.of());
            requests.add(new DeviceRequest(name, ask, List.of()));
        }
    }

    private static boolean isSidecar(Container container) {
        return container.restartPolicy().equals("Always");
    }

    private static TreeSet<String> resources(Container container) {
        TreeSet<String> names = new TreeSet<>(container.resources().requests().keySet());
        names.addAll(container.resources().limits().keySet());
        names.removeIf(name -> !Requests.counts(name) || !name.contains("/"));
        return names;
    }

    private static long amount(Container container, String resource) {
        Quantity amount = container
                .resources()
                .requests()
                .getOrDefault(resource, container.resources().limits().get(resource));
        return amount == null ? 0 : amount.units();
    }
}
