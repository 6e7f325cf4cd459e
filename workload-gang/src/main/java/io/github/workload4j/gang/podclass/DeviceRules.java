package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.DeviceNote;
import io.github.workload4j.gang.DeviceRoom;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.NodeDevices;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.devices.ClaimUse;
import io.github.workload4j.gang.devices.DeviceQuestion;
import io.github.workload4j.gang.devices.DeviceRelease;
import io.github.workload4j.gang.devices.DeviceWorld;
import io.github.workload4j.gang.devices.DevicesThatSuit;
import io.github.workload4j.gang.devices.FitColumns;
import io.github.workload4j.gang.devices.GivenDevice;
import io.github.workload4j.gang.devices.HallColumns;
import io.github.workload4j.gang.devices.Inventory;
import io.github.workload4j.gang.devices.Misfits;
import io.github.workload4j.gang.devices.PodClaims;
import io.github.workload4j.gang.devices.RoomForPods;
import io.github.workload4j.gang.devices.SharedReach;
import io.github.workload4j.gang.devices.Shortage;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.selector.DeviceSelectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What claims for devices add to a question, and the devices of an answer. */
public final class DeviceRules {

    private final PodClasses question;
    private final PodClaims claims;
    private final Set<String> served;

    /** Null if no device is known: then claims are left aside, but those that are allocated. */
    private final @Nullable DeviceQuestion devices;

    private final @Nullable RoomForPods room;

    private @Nullable DevicesAsked asked;

    private DeviceRules(PodClasses question, PodClaims claims, Set<String> served, @Nullable DeviceQuestion devices) {
        this.question = question;
        this.claims = claims;
        this.served = served;
        this.devices = devices;
        this.room = devices == null ? null : new RoomForPods(devices);
    }

    /** {@return the claims of the pods of a question, or null if they have none} */
    static @Nullable DeviceRules of(PodClasses question, PodClaims claims) {
        List<List<ClaimUse>> uses = new ArrayList<>();
        Set<String> served = new TreeSet<>();
        boolean any = false;
        for (PodClasses.Entry member : question.entries()) {
            List<ClaimUse> own = member.signature().claims();
            any |= !own.isEmpty();
            uses.add(own);
            own.forEach(use -> served.addAll(use.resources()));
        }
        if (!any) {
            return null;
        }
        ClusterSnapshot snapshot = question.snapshot();
        if (snapshot.devices().slices().isEmpty()) {
            return new DeviceRules(question, claims, served, null);
        }
        DeviceRelease release = release(question.rules());
        Inventory inventory = Inside.of(snapshot)
                .remembered()
                .recall(
                        "devices " + release.taintsByRule(),
                        Inventory.class,
                        () -> new Inventory(
                                snapshot.devices(), snapshot.nodes(), snapshot::node, release.taintsByRule()));
        DeviceWorld world = new DeviceWorld(inventory, claims, release, DeviceSelectors.installed());
        return new DeviceRules(question, claims, served, new DeviceQuestion(world, uses));
    }

    /** {@return the same rules, of which nothing is shared that changes} */
    DeviceRules forAnotherCaller(PodClasses same) {
        return new DeviceRules(same, claims, served, devices == null ? null : new DeviceQuestion(devices));
    }

    private static DeviceRelease release(SchedulerRules rules) {
        return new DeviceRelease(
                rules.taintsDevicesByRule(),
                rules.capacityNamesHaveDomains(),
                rules.ignoresBuilds(),
                rules.capacitiesHaveFractions(),
                rules.brokenPoolEndsPod(),
                rules.allIncludesFullDevices());
    }

    /** {@return what the pods ask of devices} */
    public synchronized DevicesAsked asked() {
        DevicesAsked known = asked;
        if (known == null) {
            known = devices == null ? DevicesAsked.NONE : look(devices);
            asked = known;
        }
        return known;
    }

    private DevicesAsked look(DeviceQuestion of) {
        Set<ResourceClaimSpec> asking = new LinkedHashSet<>();
        for (int c = 0; c < question.entries().size(); c++) {
            asking.addAll(claims(c));
        }
        DevicesThatSuit suiting = new DevicesThatSuit(of);
        return new DevicesAsked(
                List.copyOf(asking),
                suiting.taintsInTheWay(),
                suiting.examples().stream()
                        .map(each -> new DevicesAsked.Offered(each.driver(), each.pool(), each.device()))
                        .toList());
    }

    /** {@return what the claims of a pod of a class ask for that have no devices yet, in order} */
    public List<ResourceClaimSpec> claims(int podClass) {
        return question.entries().get(podClass).signature().claims().stream()
                .filter(use -> use.resources().isEmpty() && use.state() == ClaimUse.State.NEW)
                .map(ClaimUse::spec)
                .toList();
    }

    /** {@return for how many pods of a class there are devices on a node, up to a limit} */
    public DeviceRoom room(int podClass, int node, long atMost) {
        return room == null ? new DeviceRoom(atMost, false) : room.of(podClass, node, atMost);
    }

    /** {@return the devices of a node that suit a claim} */
    public NodeDevices devices(int node) {
        return room == null ? new NodeDevices(0, 0) : room.devices(node);
    }

    /** {@return the devices and who wants them, or null if no device is known} */
    @Nullable
    public DeviceQuestion devices() {
        return devices;
    }

    /** {@return columns, and nodes that are closed} */
    Extras extras() {
        List<Extras.Column> columns = new ArrayList<>();
        List<PodClasses.Entry> classes = question.entries();
        for (String resource : served) {
            columns.add(ofResource(resource, classes));
        }
        List<long @Nullable []> open = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        List<SharedLimit> limits = new ArrayList<>();
        List<SharedReach.Together> together = List.of();
        Supplier<ClaimedDevices> claimed = null;
        if (devices != null) {
            for (HallColumns.Limit limit : HallColumns.limits(devices)) {
                long[] nodes = Arrays.copyOf(
                        limit.nodes().toLongArray(), question.snapshot().nodes() + 63 >> 6);
                limits.add(new SharedLimit(limit.request(), nodes, limit.atMost()));
            }
            List<HallColumns.Column> counted = HallColumns.of(devices);
            for (HallColumns.Column column : counted) {
                columns.add(new Extras.Column(column.name(), column.request(), column.free()));
            }
            Misfits misfits = new Misfits(devices);
            FitColumns.Said said = FitColumns.of(
                    devices,
                    misfits,
                    classes.stream().mapToInt(each -> each.pods().size()).toArray());
            for (HallColumns.Column column : said.columns()) {
                columns.add(new Extras.Column(column.name(), column.request(), column.free()));
            }
            said.apart().forEach(pair -> conflicts.add(apart(pair)));
            for (int c = 0; c < classes.size(); c++) {
                open.add(classes.get(c).signature().claims().isEmpty() ? null : devices.open(c, misfits));
            }
            together = SharedReach.of(devices);
            together.forEach(some -> some.classes().stream().forEach(c -> strike(open.get(c), some.domainOf())));
            claimed = () -> misfits.all(counted, said.columns().size()).after(served.size());
        }
        return new Extras(columns, served, open, conflicts, limits, together, claimed);
    }

    private static void strike(long @Nullable [] nodes, int[] domainOf) {
        for (int n = 0; nodes != null && n < domainOf.length; n++) {
            if (domainOf[n] < 0) {
                nodes[n >> 6] &= ~(1L << (n & 63));
            }
        }
    }

    /** {@return the pods on nodes whose claims are not among the objects, so that nobody knows their devices} */
    List<Pod> holdingUnknownDevices() {
        List<Pod> unknown = new ArrayList<>();
        question.view().forEachPod((node, pod) -> {
            if (!pod.spec().resourceClaims().isEmpty() && claims.areUnknown(pod)) {
                unknown.add(pod);
            }
        });
        unknown.sort(Comparator.comparing(each -> each.metadata().qualifiedName()));
        return unknown;
    }

    /** {@return why a node is closed to a class, in words} */
    String whyNot(int podClass, int node) {
        return devices == null ? "" : new Shortage(devices).of(podClass, node);
    }

    /** Two classes on some nodes: each of those is a domain of its own. */
    private Conflict apart(FitColumns.Apart pair) {
        int[] domainOf = new int[question.snapshot().nodes()];
        Arrays.fill(domainOf, -1);
        pair.nodes().forEach(node -> domainOf[node] = node);
        return new Conflict(pair.a(), pair.b(), domainOf);
    }

    /** A resource that devices serve where a node has none of its own. */
    private Extras.Column ofResource(String resource, List<PodClasses.Entry> classes) {
        long[] request = new long[classes.size()];
        for (int c = 0; c < request.length; c++) {
            request[c] = classes.get(c).signature().request().getOrDefault(resource, 0L);
        }
        long[] free =
                question.free(List.of(resource, PodRequest.SLOTS)).column(0).clone();
        for (int n = 0; n < free.length; n++) {
            Quantity there = nodeOffers(question.snapshot().node(n), resource);
            free[n] = there == null ? Extras.WITHOUT_LIMIT : free[n];
        }
        return new Extras.Column(resource, request, free);
    }

    private static @Nullable Quantity nodeOffers(Node node, String resource) {
        Quantity amount = node.status().allocatable().get(resource);
        return amount == null || amount.signum() <= 0 ? null : amount;
    }

    /**
     * {@return the pods of a placement with their devices, in an order that is valid; null if they cannot have them}
     *
     * @param steps where pods go
     * @param named the same by name
     * @throws DeviceQuestion.Open if there are too many ways to look at
     */
    @Nullable
    public List<Assignment> name(List<Step> steps, List<Assignment> named) throws DeviceQuestion.Open {
        if (devices == null) {
            return named;
        }
        int[] of = steps.stream().mapToInt(Step::podClass).toArray();
        int[] on = steps.stream().mapToInt(Step::node).toArray();
        DeviceQuestion.Assigned assigned = devices.assign(of, on);
        if (assigned == null) {
            return null;
        }
        List<Assignment> all = new ArrayList<>();
        for (int p : assigned.order()) {
            Assignment pod = named.get(p);
            all.add(pod.withDevices(
                    assigned.devices().get(p).stream().map(DeviceRules::named).toList()));
        }
        return all;
    }

    /** {@return a claim of placed pods that may be freed again, and why, or the empty text} */
    public String failing(List<Step> steps) {
        for (Step step : steps) {
            for (ClaimUse use :
                    question.entries().get(step.podClass()).signature().claims()) {
                String failed = claims.failing(use);
                if (!failed.isEmpty()) {
                    return failed;
                }
            }
        }
        return "";
    }

    /** {@return whether the scheduler's own cycle places pods like this and meets no error, as far as that is known} */
    public boolean meetsNoError(List<Step> steps, List<Assignment> named, List<long @Nullable []> eligible) {
        List<Step> sorted = inOrder(steps, named);
        return devices != null
                && devices.meetsNoError(
                        sorted.stream().mapToInt(Step::podClass).toArray(),
                        sorted.stream().mapToInt(Step::node).toArray(),
                        eligible);
    }

    /** {@return where the scheduler's own choice of devices fails for pods placed like this, if it is known to} */
    public List<DeviceNote> notes(List<Step> steps, List<Assignment> named) {
        List<Step> sorted = inOrder(steps, named);
        List<Assignment> pods = named.stream().sorted(DeviceRules::byName).toList();
        try {
            DeviceQuestion.Refused refused = devices == null
                    ? null
                    : devices.refused(
                            sorted.stream().mapToInt(Step::podClass).toArray(),
                            sorted.stream().mapToInt(Step::node).toArray());
            if (refused == null) {
                return List.of();
            }
            Assignment pod = pods.get(refused.pod());
            String taker = refused.taker() < 0 ? "" : pods.get(refused.taker()).pod();
            return List.of(new DeviceNote(pod.pod(), pod.node(), refused.device(), taker));
        } catch (DeviceQuestion.Open open) {
            return List.of();
        }
    }

    private static int byName(Assignment a, Assignment b) {
        int namespaces = a.namespace().compareTo(b.namespace());
        return namespaces != 0 ? namespaces : a.pod().compareTo(b.pod());
    }

    /** {@return steps in the order of the names of their pods, in which the scheduler takes pods that came together} */
    private static List<Step> inOrder(List<Step> steps, List<Assignment> named) {
        return IntStream.range(0, steps.size())
                .boxed()
                .sorted((a, b) -> byName(named.get(a), named.get(b)))
                .map(steps::get)
                .toList();
    }

    private static AssignedDevice named(GivenDevice given) {
        Map<String, Quantity> consumed = new LinkedHashMap<>();
        given.consumed().forEach((name, amount) -> consumed.put(name, quantity(amount)));
        return new AssignedDevice(
                given.claim(),
                given.request(),
                given.device().driver(),
                given.device().pool(),
                given.device().device().name(),
                given.admin(),
                consumed,
                given.device().device().bindingConditions());
    }

    /** Whole powers of 1,024 are written as such. */
    private static Quantity quantity(BigDecimal amount) {
        String[] suffixes = {"Ti", "Gi", "Mi", "Ki"};
        for (int s = 0; s < suffixes.length; s++) {
            BigDecimal unit = BigDecimal.valueOf(1L << 10 * (4 - s));
            BigDecimal[] parts = amount.divideAndRemainder(unit);
            if (amount.signum() > 0 && parts[1].signum() == 0) {
                return Quantity.parse(parts[0].toPlainString() + suffixes[s]);
            }
        }
        return Quantity.parse(amount.stripTrailingZeros().toPlainString());
    }
}
