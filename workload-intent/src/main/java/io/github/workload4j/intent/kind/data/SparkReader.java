package io.github.workload4j.intent.kind.data;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SparkApplication ({@code sparkoperator.k8s.io/v1beta2}, release 2.3): a driver, and the executors that it makes
 * when it runs. No integration makes a gang of both: Volcano's is of the driver alone.
 */
public final class SparkReader {

    private static final Pattern MEMORY = Pattern.compile("(\\d{1,12})\\s*([kmgtp]?)b?");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final long LEAST_OVERHEAD = 384;

    private final Draft draft;
    private final PlainValue spec;

    private SparkReader(Draft draft) {
        this.draft = draft;
        this.spec = draft.spec();
    }

    public static void read(Draft draft) {
        new SparkReader(draft).read();
    }

    private void read() {
        draft.suspended(spec.field("suspend"));
        PlainValue scheduler = spec.field("batchSchedulerOptions");
        draft.drop(scheduler.field("queue"), "no queues");
        draft.drop(scheduler.field("resources"), "no resources of a group");
        draft.priorityClassName = draft.text(scheduler.field("priorityClassName"));
        if (!draft.text(spec.field("mode")).equals("client")) {
            draft.add(GroupDraft.ofPods("driver", 0, shape("driver", 1)));
        }
        draft.add(
                GroupDraft.ofPods("executor", 0, shape("executor", executors())).phase(1));
    }

    private long executors() {
        PlainValue dynamic = spec.field("dynamicAllocation");
        long stated = draft.count(spec.field("executor").field("instances"), -1);
        if (!draft.truth(dynamic.field("enabled"))) {
            return stated < 0 ? 1 : stated;
        }
        draft.drop(dynamic.field("maxExecutors"), "no upper size");
        long least = draft.count(dynamic.field("minExecutors"), 0);
        return Math.max(Math.max(stated, least), draft.count(dynamic.field("initialExecutors"), 0));
    }

    private ShapeDraft shape(String role, long pods) {
        PlainValue part = spec.field(role);
        for (String unread : List.of("template", "sidecars")) {
            if (part.field(unread).isThere()) {
                draft.lose(part.field(unread), Loss.Kind.APPROXIMATED, "read without it");
            }
        }
        // Selectors, tolerations and affinity are called as in a pod; other fields are its own.
        PodSpec placed = part.read(ManifestPart.POD_SPEC, fault -> {
            if (fault.type() != Fault.Type.UNKNOWN_FIELD) {
                draft.fault(fault);
            }
        });
        List<Container> containers = new ArrayList<>();
        containers.add(Container.of("spark", requests(part)));
        Pod pod = new Pod(
                ObjectMeta.EMPTY, placed.toBuilder().containers(containers).build(), PodStatus.EMPTY);
        return new ShapeDraft(role, pods, pod, null, part, null)
                .label("sparkoperator.k8s.io/app-name", draft.object.source().name())
                .label("spark-role", role);
    }

    private Map<String, Quantity> requests(PlainValue part) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        PlainValue request = part.field("coreRequest");
        Quantity cpu = Quantity.of(Math.max(1, draft.count(part.field("cores"), 1)));
        if (request.isThere()) {
            try {
                cpu = Quantity.parse(request.text().orElseGet(request::json));
                if (cpu.signum() < 0) {
                    draft.fault(request.wrongType("an amount of 0 or more"));
                }
            } catch (IllegalArgumentException e) {
                draft.fault(request.wrongType("a quantity"));
            }
        }
        requests.put("cpu", cpu);
        BigDecimal memory = mebibytes(part.field("memory"), KIBI);
        BigDecimal overhead = mebibytes(
                part.field("memoryOverhead"),
                memory.multiply(overheadFactor()).max(BigDecimal.valueOf(LEAST_OVERHEAD)));
        requests.put("memory", Quantity.parse(memory.add(overhead).toBigInteger() + "Mi"));
        PlainValue gpu = part.field("gpu");
        if (gpu.isThere() && !draft.text(gpu.field("name")).isEmpty()) {
            requests.put(draft.text(gpu.field("name")), Quantity.of(draft.count(gpu.field("quantity"), 0)));
        }
        return requests;
    }

    /** A tenth; of programs outside the JVM, more. */
    private BigDecimal overheadFactor() {
        PlainValue stated = spec.field("memoryOverheadFactor");
        String type = draft.text(spec.field("type"));
        String otherwise = type.equals("Python") || type.equals("R") ? "0.4" : "0.1";
        try {
            String factor = draft.text(stated);
            return new BigDecimal(factor.isEmpty() || factor.length() > 20 ? otherwise : factor).max(BigDecimal.ZERO);
        } catch (NumberFormatException e) {
            draft.fault(stated.wrongType("a number, in quotes"));
            return new BigDecimal(otherwise);
        }
    }

    /** Reads memory as the JVM writes it, such as {@code 512m}. */
    private BigDecimal mebibytes(PlainValue value, BigDecimal otherwise) {
        if (!value.isThere()) {
            return otherwise;
        }
        Matcher memory = MEMORY.matcher(value.text().orElse("").strip().toLowerCase(Locale.ROOT));
        if (!memory.matches()) {
            draft.fault(value.wrongType("an amount of memory such as \"512m\" or \"4g\""));
            return otherwise;
        }
        BigDecimal amount = new BigDecimal(memory.group(1));
        return switch (memory.group(2)) {
            case "k" -> amount.divide(KIBI);
            case "g" -> amount.multiply(KIBI);
            case "t" -> amount.multiply(KIBI.pow(2));
            case "p" -> amount.multiply(KIBI.pow(3));
            default -> amount;
        };
    }
}
