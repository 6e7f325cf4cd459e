package io.github.workload4j.testkit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invents a cluster and prints it as {@code kubectl get nodes,pods -A -o yaml} would.
 *
 * <p>Three zones, racks of eight nodes; every fifth rack holds GPU nodes, the others CPU nodes. One node in each zone
 * is a control plane, a few nodes are cordoned or out of reach. Every node runs an agent, CPU nodes run services, GPU
 * nodes run inference, some jobs are over. In the last GPU rack six nodes are a pool for research, filled so that
 * little is left. Nothing is overcommitted.
 *
 * <p>The same sizes give the same bytes, on every machine.
 */
public final class ClusterGenerator {

    private static final int NODES_PER_RACK = 8;
    private static final int PODS_PER_NODE = 110;
    private static final int PODS_THAT_FIT_WHOLE = 8;
    private static final int RACKS_PER_GPU_RACK = 5;
    private static final long SYSTEM_KIBIBYTES = 4_194_304;
    private static final String[] ZONES = {"a", "b", "c"};

    /** What is left on the nodes of the research pool: GPUs, and cores. */
    private static final int[][] RESEARCH_POOL = {{8, 64}, {5, 40}, {6, 44}, {8, 60}, {8, 68}, {6, 48}};

    private static final Service[] SERVICES = {
        new Service("web", "shop", 500, 1024),
        new Service("search", "shop", 2000, 4096),
        new Service("cache", "shop", 1000, 8192),
        new Service("ledger", "billing", 4000, 16384),
        new Service("report", "billing", 250, 512),
        new Service("ingest", "data", 3500, 6144),
        new Service("features", "data", 8000, 32768)
    };

    private final Random random = new Random(20261125);
    private final List<Machine> machines = new ArrayList<>();
    private final List<Running> pods = new ArrayList<>();

    private ClusterGenerator() {}

    /** Prints a cluster of the given numbers of nodes and pods on standard output. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[0].matches("[0-9]{1,7}") || !args[1].matches("[0-9]{1,7}")) {
            System.err.println("usage: ClusterGenerator NODES PODS > cluster.yaml");
            System.exit(2);
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
        write(Integer.parseInt(args[0]), Integer.parseInt(args[1]), out);
        out.flush();
    }

    /**
     * Writes a cluster.
     *
     * @param nodes number of nodes, 1 or more
     * @param pods number of pods, at least one for each node; 80 for each node find room
     * @throws IllegalArgumentException if there is no room for that many pods
     */
    public static void write(int nodes, int pods, Appendable out) throws IOException {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes: " + nodes + " (expected: 1 or more)");
        }
        ClusterGenerator generator = new ClusterGenerator();
        generator.build(nodes);
        generator.fill(pods);
        generator.print(out);
    }

    /** A node, and what is left on it. */
    private static final class Machine {
        final String name;
        final String zone;
        final String rack;
        final Role role;
        long milliCores;
        long mebibytes;
        int gpus;
        int slots = PODS_PER_NODE;
        boolean cordoned;
        boolean lost;

        Machine(String name, String zone, String rack, Role role) {
            this.name = name;
            this.zone = zone;
            this.rack = rack;
            this.role = role;
            this.milliCores = role.milliCores;
            this.mebibytes = role.mebibytes;
            this.gpus = role.gpus;
        }

        boolean holds(long askedMilliCores, long askedMebibytes, int askedGpus) {
            return slots > 0 && milliCores >= askedMilliCores && mebibytes >= askedMebibytes && gpus >= askedGpus;
        }

        boolean isOpen() {
            return !cordoned && !lost;
        }
    }

    private enum Role {
        CONTROL_PLANE(8, 7_800, 30_720, 0, "m6.2xlarge"),
        CPU(32, 31_600, 122_880, 0, "m6.8xlarge"),
        GPU(96, 94_000, 737_280, 8, "p5.24xlarge"),
        RESEARCH(96, 94_000, 737_280, 8, "p5.24xlarge");

        final int cores;
        final long milliCores;
        final long mebibytes;
        final int gpus;
        final String machineType;

        Role(int cores, long milliCores, long mebibytes, int gpus, String machineType) {
            this.cores = cores;
            this.milliCores = milliCores;
            this.mebibytes = mebibytes;
            this.gpus = gpus;
            this.machineType = machineType;
        }
    }

    private record Service(String name, String namespace, long milliCores, long mebibytes) {

        /** {@return the same service with pods smaller by that factor, where there are many} */
        Service divided(int divisor) {
            return new Service(name, namespace, milliCores / divisor, mebibytes / divisor);
        }
    }

    private record Running(
            String namespace,
            String app,
            Machine machine,
            long milliCores,
            long mebibytes,
            int gpus,
            boolean finished) {}

    private void build(int nodes) {
        int racks = (nodes + NODES_PER_RACK - 1) / NODES_PER_RACK;
        int lastGpuRack = -1;
        for (int rack = 0; rack < racks; rack++) {
            lastGpuRack = isGpuRack(rack) ? rack : lastGpuRack;
        }
        for (int i = 0; i < nodes; i++) {
            int rack = i / NODES_PER_RACK;
            int position = i % NODES_PER_RACK;
            String zone = ZONES[rack % ZONES.length];
            int rackInZone = rack / ZONES.length + 1;
            Role role = rackInZone == 1 && position == 0 ? Role.CONTROL_PLANE : Role.CPU;
            if (isGpuRack(rack)) {
                role = rack == lastGpuRack && position < RESEARCH_POOL.length ? Role.RESEARCH : Role.GPU;
            }
            String kind = role == Role.CONTROL_PLANE ? "control" : role == Role.CPU ? "cpu" : "gpu";
            String rackName = String.format(Locale.ROOT, "%s-r%02d", zone, rackInZone);
            Machine machine = new Machine(
                    String.format(Locale.ROOT, "%s-%s-%d", kind, rackName, position + 1),
                    "zone-" + zone,
                    rackName,
                    role);
            machine.cordoned = role == Role.CPU && i % 61 == 17;
            machine.lost = role == Role.CPU && i % 127 == 100;
            machines.add(machine);
        }
    }

    private static boolean isGpuRack(int rack) {
        return rack / ZONES.length % RACKS_PER_GPU_RACK == RACKS_PER_GPU_RACK - 1;
    }

    private void fill(int wanted) {
        for (Machine machine : machines) {
            place(machine, "kube-system", "node-agent", 100, 128, 0);
        }
        int researchNode = 0;
        for (Machine machine : machines) {
            if (machine.role == Role.RESEARCH) {
                fillResearchNode(machine, RESEARCH_POOL[researchNode++]);
            } else if (machine.role == Role.GPU) {
                fillGpuNode(machine);
            }
        }
        int divisor = 1 + (wanted / machines.size() - 1) / PODS_THAT_FIT_WHOLE;
        int finished = Math.min(Math.max(0, wanted - pods.size()) / 20, 1_000);
        while (pods.size() < wanted - finished) {
            Service service = SERVICES[random.nextInt(SERVICES.length)].divided(divisor);
            place(roomFor(service), service.namespace, service.name, service.milliCores, service.mebibytes, 0);
        }
        for (int i = 0; pods.size() < wanted; i++) {
            pods.add(new Running("data", "backfill", machines.get(i * 7 % machines.size()), 4_000, 8_192, 0, true));
        }
    }

    private void fillResearchNode(Machine machine, int[] left) {
        int gpus = machine.gpus - left[0];
        place(machine, "research", "notebook", machine.milliCores - left[1] * 1000L, 65_536, gpus);
    }

    /** Most GPU nodes hold a few models; every tenth rack of a zone was just drained. */
    private void fillGpuNode(Machine machine) {
        if (machine.rack.endsWith("0")) {
            if (random.nextInt(4) == 0) {
                place(machine, "serving", "llm", 4_000, 32_768, 1);
            }
            return;
        }
        int models = random.nextInt(4);
        for (int i = 0; i < models; i++) {
            int gpus = 1 << random.nextInt(3);
            if (machine.holds(8_000L * gpus, 65_536L * gpus, gpus)) {
                place(machine, "serving", "llm", 8_000L * gpus, 65_536L * gpus, gpus);
            }
        }
    }

    private Machine roomFor(Service service) {
        int start = random.nextInt(machines.size());
        for (int i = 0; i < machines.size(); i++) {
            Machine machine = machines.get((start + i * 13) % machines.size());
            if (machine.role == Role.CPU
                    && machine.isOpen()
                    && machine.holds(service.milliCores, service.mebibytes, 0)) {
                return machine;
            }
        }
        throw new IllegalArgumentException(
                "pods: no room for more than " + pods.size() + " (expected: fewer pods or more nodes)");
    }

    private void place(Machine machine, String namespace, String app, long milliCores, long mebibytes, int gpus) {
        machine.milliCores -= milliCores;
        machine.mebibytes -= mebibytes;
        machine.gpus -= gpus;
        machine.slots--;
        pods.add(new Running(namespace, app, machine, milliCores, mebibytes, gpus, false));
    }

    private void print(Appendable out) throws IOException {
        out.append("apiVersion: v1\nitems:\n");
        for (int i = 0; i < machines.size(); i++) {
            print(machines.get(i), i, out);
        }
        for (int i = 0; i < pods.size(); i++) {
            print(pods.get(i), i, out);
        }
        out.append("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
    }

    private static void print(Machine machine, int number, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("- apiVersion: v1\n  kind: Node\n  metadata:\n");
        text.append("    creationTimestamp: \"2026-03-01T08:00:00Z\"\n    labels:\n");
        if (machine.role == Role.RESEARCH) {
            text.append("      example.com/pool: research\n");
        }
        text.append("      example.com/rack: ").append(machine.rack).append('\n');
        text.append("      kubernetes.io/hostname: ").append(machine.name).append('\n');
        if (machine.role == Role.CONTROL_PLANE) {
            text.append("      node-role.kubernetes.io/control-plane: \"\"\n");
        }
        text.append("      node.kubernetes.io/instance-type: ")
                .append(machine.role.machineType)
                .append('\n');
        text.append("      topology.kubernetes.io/zone: ").append(machine.zone).append('\n');
        text.append("    name: ").append(machine.name).append('\n');
        text.append("    resourceVersion: \"").append(100_000 + number).append("\"\n");
        text.append("    uid: ").append(uid(1, number)).append('\n');
        text.append("  spec:\n");
        text.append("    podCIDR: 10.")
                .append(number / 256 % 256)
                .append('.')
                .append(number % 256)
                .append(".0/24\n");
        printTaints(machine, text);
        text.append("  status:\n    allocatable:\n");
        printResources(machine.role, machine.role.milliCores + "m", 0, text);
        text.append("    capacity:\n");
        printResources(machine.role, "\"" + machine.role.cores + "\"", SYSTEM_KIBIBYTES, text);
        text.append("    conditions:\n    - status: ")
                .append(machine.lost ? "Unknown" : "\"True\"")
                .append("\n      type: Ready\n");
        text.append("    nodeInfo:\n      kubeletVersion: v1.35.2\n");
        out.append(text);
    }

    private static void printTaints(Machine machine, StringBuilder text) {
        List<String> taints = new ArrayList<>();
        if (machine.role == Role.CONTROL_PLANE) {
            taints.add("    - effect: NoSchedule\n      key: node-role.kubernetes.io/control-plane\n");
        }
        if (machine.role.gpus > 0) {
            taints.add("    - effect: NoSchedule\n      key: nvidia.com/gpu\n      value: present\n");
        }
        if (machine.role == Role.RESEARCH) {
            taints.add("    - effect: NoSchedule\n      key: example.com/pool\n      value: research\n");
        }
        if (machine.cordoned) {
            taints.add("    - effect: NoSchedule\n      key: node.kubernetes.io/unschedulable\n");
        }
        if (machine.lost) {
            taints.add("    - effect: NoSchedule\n      key: node.kubernetes.io/unreachable\n");
            taints.add("    - effect: NoExecute\n      key: node.kubernetes.io/unreachable\n");
        }
        if (!taints.isEmpty()) {
            text.append("    taints:\n");
            taints.forEach(text::append);
        }
        if (machine.cordoned) {
            text.append("    unschedulable: true\n");
        }
    }

    private static void printResources(Role role, String cpu, long moreKibibytes, StringBuilder text) {
        text.append("      cpu: ").append(cpu).append('\n');
        text.append("      memory: ")
                .append(role.mebibytes * 1024 + moreKibibytes)
                .append("Ki\n");
        if (role.gpus > 0) {
            text.append("      nvidia.com/gpu: \"").append(role.gpus).append("\"\n");
        }
        text.append("      pods: \"").append(PODS_PER_NODE).append("\"\n");
    }

    private static void print(Running pod, int number, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("- apiVersion: v1\n  kind: Pod\n  metadata:\n");
        text.append("    creationTimestamp: \"2026-11-20T10:00:00Z\"\n");
        text.append("    labels:\n      app: ").append(pod.app).append('\n');
        text.append("    name: ")
                .append(pod.app)
                .append('-')
                .append(Integer.toString(number + 46_656, 36))
                .append('\n');
        text.append("    namespace: ").append(pod.namespace).append('\n');
        text.append("    uid: ").append(uid(2, number)).append('\n');
        text.append("  spec:\n    containers:\n");
        text.append("    - image: registry.example.com/")
                .append(pod.app)
                .append(":1\n      name: ")
                .append(pod.app)
                .append('\n');
        text.append("      resources:\n");
        if (pod.gpus > 0) {
            text.append("        limits:\n          nvidia.com/gpu: \"")
                    .append(pod.gpus)
                    .append("\"\n");
        }
        text.append("        requests:\n          cpu: ").append(pod.milliCores).append("m\n");
        text.append("          memory: ").append(pod.mebibytes).append("Mi\n");
        if (pod.gpus > 0) {
            text.append("          nvidia.com/gpu: \"").append(pod.gpus).append("\"\n");
        }
        text.append("    nodeName: ").append(pod.machine.name).append('\n');
        text.append("    priority: 0\n    schedulerName: default-scheduler\n");
        if (pod.app.equals("node-agent")) {
            text.append("    tolerations:\n    - operator: Exists\n");
        } else if (pod.gpus > 0 || pod.app.equals("notebook")) {
            text.append("    tolerations:\n    - key: nvidia.com/gpu\n      operator: Exists\n");
            if (pod.app.equals("notebook")) {
                text.append("    - key: example.com/pool\n      operator: Exists\n");
            }
        }
        text.append("  status:\n    phase: ")
                .append(pod.finished ? "Succeeded" : "Running")
                .append('\n');
        out.append(text);
    }

    private static String uid(int kind, int number) {
        return String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", kind, number);
    }
}
