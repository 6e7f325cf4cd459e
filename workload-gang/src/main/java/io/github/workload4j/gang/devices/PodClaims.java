package io.github.workload4j.gang.devices;

import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.AllocatedDeviceStatus;
import io.github.workload4j.api.device.DeviceAllocation;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which claims pods have: by name, from templates, of their group, and for resources that devices serve. */
public final class PodClaims {

    private static final String CLASS_PREFIX = "deviceclass.resource.kubernetes.io/";
    private static final int MOST_CONSUMERS = 256;
    private static final ResourceClaimSpec NOTHING = new ResourceClaimSpec(List.of(), List.of(), List.of());

    private final Map<String, DeviceClass> classes = new HashMap<>();
    private final Map<String, DeviceClass> byResource = new HashMap<>();
    private final Map<String, ResourceClaim> claims = new HashMap<>();
    private final Map<String, ResourceClaimTemplate> templates = new HashMap<>();
    private final boolean mapsResources;

    /**
     * What a group says about claims.
     *
     * @param name {@code namespace/name}
     * @param claims claims that its pods may share
     * @param statuses the claims made from templates
     */
    public record OfGroup(
            String name, List<PodGroupResourceClaim> claims, List<PodGroupResourceClaimStatus> statuses) {}

    /**
     * The claims of a cluster.
     *
     * @param mapsResources whether devices may stand for resources that a node does not offer
     */
    public PodClaims(DeviceObjects objects, boolean mapsResources) {
        this.mapsResources = mapsResources;
        objects.classes().forEach(each -> {
            classes.put(each.metadata().name(), each);
            if (each.spec().extendedResourceName() != null) {
                byResource.merge(each.spec().extendedResourceName(), each, PodClaims::preferred);
            }
        });
        objects.claims()
                .forEach(each -> claims.put(
                        key(each.metadata().namespace(), each.metadata().name()), each));
        objects.templates()
                .forEach(each -> templates.put(
                        key(each.metadata().namespace(), each.metadata().name()), each));
    }

    private static String key(String namespace, String name) {
        return ObjectMeta.namespaceOrDefault(namespace) + "/" + name;
    }

    /** Of several classes for a resource the newest counts, then the one whose name is first. */
    private static DeviceClass preferred(DeviceClass a, DeviceClass b) {
        Instant first = created(a);
        Instant second = created(b);
        int newer = first.compareTo(second);
        return newer > 0
                        || newer == 0
                                && a.metadata().name().compareTo(b.metadata().name()) <= 0
                ? a
                : b;
    }

    private static Instant created(DeviceClass some) {
        Instant created = some.metadata().creationTimestamp();
        return created == null ? Instant.MIN : created;
    }

    /** {@return a class, or null if there is none of that name} */
    @Nullable
    DeviceClass deviceClass(String name) {
        return classes.get(name);
    }

    /** {@return the class whose devices serve a resource, or null} */
    public @Nullable DeviceClass serving(String resource) {
        if (!mapsResources) {
            return null;
        }
        return resource.startsWith(CLASS_PREFIX)
                ? classes.get(resource.substring(CLASS_PREFIX.length()))
                : byResource.get(resource);
    }

    /** {@return the claims of a pod, in the order of its entries; the one for resources last} */
    public List<ClaimUse> of(Pod pod, @Nullable OfGroup group) {
        List<ClaimUse> uses = new ArrayList<>();
        for (PodResourceClaim entry : pod.spec().resourceClaims()) {
            ClaimUse use = use(pod, entry, group);
            if (use != null) {
                uses.add(use);
            }
        }
        ClaimUse extended = extended(pod);
        if (extended != null) {
            uses.add(extended);
        }
        return uses;
    }

    /** {@return whether a claim of a pod may be one that others use, too, and not made for it alone} */
    public boolean mayShare(Pod pod, @Nullable OfGroup group) {
        List<PodResourceClaim> entries = pod.spec().resourceClaims();
        boolean named = group != null || !pod.status().resourceClaimStatuses().isEmpty();
        for (int e = 0; e < entries.size(); e++) {
            named |= entries.get(e).resourceClaimName() != null;
        }
        return named && !entries.isEmpty();
    }

    private @Nullable ClaimUse use(Pod pod, PodResourceClaim entry, @Nullable OfGroup group) {
        String namespace = pod.metadata().namespaceOrDefault();
        boolean ofGroup = group != null
                && group.claims().stream()
                        .anyMatch(each -> each.name().equals(entry.name())
                                && Objects.equals(each.source().resourceClaimName(), entry.resourceClaimName())
                                && Objects.equals(
                                        each.source().resourceClaimTemplateName(), entry.resourceClaimTemplateName()));
        if (entry.resourceClaimName() != null) {
            return named(entry, namespace, entry.resourceClaimName(), !ofGroup);
        }
        if (entry.resourceClaimTemplateName() == null) {
            return missing(entry);
        }
        for (PodResourceClaimStatus status : pod.status().resourceClaimStatuses()) {
            if (status.name().equals(entry.name())) {
                return status.resourceClaimName() == null ? null : made(entry, pod, status.resourceClaimName());
            }
        }
        if (ofGroup && group != null && pod.status().resourceClaimStatuses().isEmpty()) {
            for (PodGroupResourceClaimStatus status : group.statuses()) {
                if (status.name().equals(entry.name())) {
                    return status.resourceClaimName() == null ? null : made(entry, pod, status.resourceClaimName());
                }
            }
        }
        ResourceClaimTemplate template = templates.get(key(namespace, entry.resourceClaimTemplateName()));
        if (template == null) {
            return missing(entry);
        }
        String shared = ofGroup && group != null ? "group " + group.name() + "/" + entry.name() : "";
        return new ClaimUse(
                entry.name(), shared, ClaimUse.State.NEW, template.spec(), List.of(), null, Integer.MAX_VALUE);
    }

    /** A claim that was made from a template: one that another object controls is not this pod's. */
    private ClaimUse made(PodResourceClaim entry, Pod pod, String name) {
        String namespace = pod.metadata().namespaceOrDefault();
        ResourceClaim claim = claims.get(key(namespace, name));
        boolean isOthers = claim != null
                && claim.metadata().ownerReferences().stream()
                        .anyMatch(owner -> Boolean.TRUE.equals(owner.controller()) && !isOwner(owner, pod));
        return isOthers ? missing(entry) : named(entry, namespace, name, false);
    }

    private static boolean isOwner(OwnerReference owner, Pod pod) {
        if (owner.kind().equals("PodGroup")) {
            PodSchedulingGroup group = pod.spec().schedulingGroup();
            return group != null && owner.name().equals(group.podGroupName());
        }
        boolean areNumbered = !owner.uid().isEmpty() && !pod.metadata().uid().isEmpty();
        return owner.kind().equals("Pod")
                && (areNumbered
                        ? owner.uid().equals(pod.metadata().uid())
                        : owner.name().equals(pod.metadata().name()));
    }

    private ClaimUse named(PodResourceClaim entry, String namespace, String name, boolean limited) {
        ResourceClaim claim = claims.get(key(namespace, name));
        if (claim == null || claim.metadata().deletionTimestamp() != null) {
            return missing(entry);
        }
        DeviceAllocation allocation = claim.status().allocation();
        return new ClaimUse(
                entry.name(),
                key(namespace, name),
                allocation == null ? ClaimUse.State.NEW : ClaimUse.State.ALLOCATED,
                allocation == null ? claim.spec() : NOTHING,
                List.of(),
                allocation == null ? null : allocation.nodeSelector(),
                limited ? MOST_CONSUMERS - claim.status().reservedFor().size() : Integer.MAX_VALUE);
    }

    /** {@return that a condition upon which an allocated claim is freed holds, in words; empty if none does} */
    public String failing(ClaimUse use) {
        ResourceClaim claim = use.state() == ClaimUse.State.ALLOCATED ? claims.get(use.key()) : null;
        DeviceAllocation allocation = claim == null ? null : claim.status().allocation();
        for (AllocatedDevice device : allocation == null ? List.<AllocatedDevice>of() : allocation.results()) {
            for (AllocatedDeviceStatus status : claim == null
                    ? List.<AllocatedDeviceStatus>of()
                    : claim.status().devices()) {
                boolean same = status.driver().equals(device.driver())
                        && status.pool().equals(device.pool())
                        && status.device().equals(device.device());
                for (Condition condition : same ? status.conditions() : List.<Condition>of()) {
                    if (condition.status().equals("True")
                            && device.bindingFailureConditions().contains(condition.type())) {
                        return "claim " + use.key() + ": condition " + condition.type() + " of device "
                                + device.device() + " holds, upon which its devices are taken away";
                    }
                }
            }
        }
        return "";
    }

    /** {@return whether a pod on a node has a claim that is not known to have devices} */
    public boolean areUnknown(Pod pod) {
        for (PodResourceClaim entry : pod.spec().resourceClaims()) {
            String name = entry.resourceClaimName();
            boolean needed = true;
            for (PodResourceClaimStatus status : pod.status().resourceClaimStatuses()) {
                if (status.name().equals(entry.name())) {
                    name = status.resourceClaimName();
                    needed = name != null;
                }
            }
            ResourceClaim claim =
                    name == null ? null : claims.get(key(pod.metadata().namespaceOrDefault(), name));
            if (needed && (claim == null || claim.status().allocation() == null)) {
                return true;
            }
        }
        return false;
    }

    private static ClaimUse missing(PodResourceClaim entry) {
        return new ClaimUse(entry.name(), "", ClaimUse.State.MISSING, NOTHING, List.of(), null, Integer.MAX_VALUE);
    }

    /** One request for each container and resource that a class serves. */
    private @Nullable ClaimUse extended(Pod pod) {
        List<Container> containers = pod.spec().containers();
        if (!mayBeServed(pod)) {
            return null;
        }
        List<DeviceRequest> requests = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        for (int c = 0; c < containers.size(); c++) {
            add(containers.get(c), "container-" + c, requests, resources);
        }
        List<Container> inits = pod.spec().initContainers();
        for (int c = 0; c < inits.size(); c++) {
            if (isSidecar(inits.get(c))) {
                add(inits.get(c), "init-container-" + c, requests, resources);
            }
        }
        addInits(pod, requests, resources);
        return requests.isEmpty()
                ? null
                : new ClaimUse(
                        ClaimUse.EXTENDED,
                        "",
                        ClaimUse.State.NEW,
                        new ResourceClaimSpec(requests, List.of(), List.of()),
                        resources,
                        null,
                        Integer.MAX_VALUE);
    }

    /** {@return whether a pod asks for a resource that devices serve} */
    public boolean mayBeServed(Pod pod) {
        return areServed(pod.spec().containers()) || areServed(pod.spec().initContainers());
    }

    private boolean areServed(List<Container> containers) {
        for (int c = 0; c < containers.size(); c++) {
            ResourceRequirements asked = containers.get(c).resources();
            if (areServed(asked.requests()) || areServed(asked.limits())) {
                return true;
            }
        }
        return false;
    }

    private boolean areServed(Map<String, Quantity> amounts) {
        if (!amounts.isEmpty()) {
            for (String name : amounts.keySet()) {
                if (name.indexOf('/') >= 0 && serving(name) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSidecar(Container container) {
        return container.restartPolicy().equals("Always");
    }

    private void add(Container container, String name, List<DeviceRequest> requests, List<String> resources) {
        int number = 0;
        for (String resource : named(container)) {
            DeviceClass serving = serving(resource);
            long amount = amount(container, resource);
            if (serving != null && amount > 0) {
                requests.add(request(name + "-request-" + number, serving, amount));
                resources.add(resource);
            }
            number++;
        }
    }

    /** Init containers need only what exceeds the requests of those that run later; the largest of them once. */
    private void addInits(Pod pod, List<DeviceRequest> requests, List<String> resources) {
        List<Container> inits = pod.spec().initContainers();
        TreeSet<String> all = new TreeSet<>();
        inits.forEach(container -> all.addAll(named(container)));
        int number = -1;
        for (String resource : all) {
            DeviceClass serving = serving(resource);
            long most = 0;
            number++;
            for (int c = 0; serving != null && c < inits.size(); c++) {
                if (!isSidecar(inits.get(c))) {
                    long later = 0;
                    for (Container running : pod.spec().containers()) {
                        later += amount(running, resource);
                    }
                    for (int s = c + 1; s < inits.size(); s++) {
                        later += isSidecar(inits.get(s)) ? amount(inits.get(s), resource) : 0;
                    }
                    most = Math.max(most, amount(inits.get(c), resource) - later);
                }
            }
            if (serving != null && most > 0) {
                requests.add(request("init-containers-" + number, serving, most));
                resources.add(resource);
            }
        }
    }

    private static TreeSet<String> named(Container container) {
        TreeSet<String> names = new TreeSet<>(container.resources().requests().keySet());
        names.addAll(container.resources().limits().keySet());
        names.removeIf(name -> !PodRequest.isCompared(name) || name.indexOf('/') < 0);
        return names;
    }

    private static long amount(Container container, String resource) {
        Quantity asked = container.resources().requests().get(resource);
        Quantity limited = container.resources().limits().get(resource);
        Quantity amount = asked == null ? limited : asked;
        return amount == null ? 0 : amount.units();
    }

    private static DeviceRequest request(String name, DeviceClass serving, long count) {
        DeviceAsk ask = new DeviceAsk(
                "", serving.metadata().name(), List.of(), "", count, false, List.of(), Map.of(), List.of());
        return new DeviceRequest(name, ask, List.of());
    }
}
