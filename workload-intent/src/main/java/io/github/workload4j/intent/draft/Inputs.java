package io.github.workload4j.intent.draft;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the readings are made of: the objects that mean groups, and what they refer to. */
public final class Inputs {

    private final Kinds kinds;
    private final List<InputObject> objects = new ArrayList<>();
    private final Map<String, InputObject> byName = new LinkedHashMap<>();
    private final Map<Membership.Key, List<Pod>> pods = new LinkedHashMap<>();
    private final Map<String, PodGroup> podGroups = new LinkedHashMap<>();
    private final Map<String, CompositePodGroup> composites = new LinkedHashMap<>();
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final List<Native> ours = new ArrayList<>();
    private @Nullable Map<Membership.Key, List<ShapeDraft>> templates;
    private final Map<Membership.Key, SourceObject> unreadable = new LinkedHashMap<>();
    private @Nullable Set<String> made;

    public Inputs(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Reads the object of a draft as its kind is read. */
    void read(Draft draft) {
        kinds.read(draft);
    }

    public SourceObject add(Document document) {
        return add(document, document instanceof Decoded decoded ? decoded.object() : null);
    }

    /** Takes a document that is this object, if it is one of the model. */
    public SourceObject add(Document document, @Nullable ApiObject decoded) {
        SourceObject object =
                new SourceObject(document.apiVersion(), document.kind(), document.namespace(), document.name());
        boolean isRead = kinds.isRead(document.apiVersion(), document.kind());
        if (isRead || kinds.isReferredTo(document.apiVersion(), document.kind())) {
            Optional<PlainValue> content = document.content();
            if (content.isPresent()) {
                object = named(document, content.get());
                add(new InputObject(object, content.get()), isRead);
            }
        } else if (decoded != null) {
            addOurs(document, decoded);
        }
        templates = null;
        made = null;
        return object;
    }

    /** The same object twice is one. */
    private void add(InputObject object, boolean isRead) {
        SourceObject source = object.source();
        String key = key(source.group(), source.kind(), source.namespace(), source.name());
        if (byName.putIfAbsent(key, object) == null && isRead) {
            objects.add(object);
        }
    }

    /** An object that the server would name is named here as well: its prefix and a number. */
    private SourceObject named(Document document, PlainValue content) {
        String prefix = content.field("metadata").field("generateName").text().orElse("");
        String name = document.name().isEmpty() && !prefix.isEmpty() ? prefix + objects.size() : document.name();
        return new SourceObject(document.apiVersion(), document.kind(), document.namespace(), name);
    }

    /** An object of the Workload API, and where it is. */
    public record Native(SchedulingObject object, Document document) {}

    private void addOurs(Document document, ApiObject object) {
        if (object instanceof SchedulingObject group) {
            ours.add(new Native(group, document));
        }
        String name =
                key("", "", object.metadata().namespace(), object.metadata().name());
        if (object instanceof PodGroup group) {
            podGroups.putIfAbsent(name, group);
        } else if (object instanceof CompositePodGroup group) {
            composites.putIfAbsent(name, group);
        } else if (object instanceof Workload workload) {
            workloads.putIfAbsent(name, workload);
        } else if (object instanceof Pod pod) {
            Optional<Membership> membership = Membership.of(pod, pod.metadata().namespaceOrDefault());
            if (membership.isPresent() && !pod.isFinished()) {
                Membership.Key key = membership.get().key();
                List<Pod> members = pods.computeIfAbsent(key, group -> new ArrayList<>());
                members.add(pod);
                if (members.size() == 1 && key.by() == Membership.By.KUEUE) {
                    // There is no object of the group: its first pod stands for it.
                    document.content()
                            .ifPresent(content -> objects.add(new InputObject(named(document, content), content)));
                }
            }
        }
    }

    private static String key(String group, String kind, String namespace, String name) {
        return group + " " + kind + " " + ObjectMeta.namespaceOrDefault(namespace) + " " + name;
    }

    /** {@return the objects that mean groups, in order} */
    public List<InputObject> objects() {
        return objects;
    }

    /** {@return an object that another one refers to; a namespace that is empty is that of a cluster-wide object} */
    public Optional<InputObject> find(String group, String kind, String namespace, String name) {
        return Optional.ofNullable(byName.get(key(group, kind, namespace, name)));
    }

    /** {@return all objects of a kind that others refer to, in order} */
    public List<InputObject> all(String group, String kind) {
        return byName.values().stream()
                .filter(object -> object.source().group().equals(group)
                        && object.source().kind().equals(kind))
                .toList();
    }

    public Optional<PodGroup> podGroup(String namespace, String name) {
        return Optional.ofNullable(podGroups.get(key("", "", namespace, name)));
    }

    public Optional<CompositePodGroup> composite(String namespace, String name) {
        return Optional.ofNullable(composites.get(key("", "", namespace, name)));
    }

    public Optional<Workload> workload(String namespace, String name) {
        return Optional.ofNullable(workloads.get(key("", "", namespace, name)));
    }

    /** {@return the Workload that was made for an object} */
    public Optional<Workload> workloadOf(SourceObject owner) {
        return workloads.values().stream()
                .filter(workload -> workload.metadata()
                                .namespaceOrDefault()
                                .equals(ObjectMeta.namespaceOrDefault(owner.namespace()))
                        && new ControllerRef(owner.group(), owner.kind(), owner.name())
                                .equals(workload.spec().controllerRef()))
                .findFirst();
    }

    /** {@return the objects of the Workload API, in order} */
    public List<Native> ours() {
        return ours;
    }

    public List<PodGroup> podGroupsIn(String namespace, String composite) {
        return podGroups.values().stream()
                .filter(group -> group.metadata().namespaceOrDefault().equals(namespace)
                        && composite.equals(group.spec().parentCompositePodGroupName()))
                .toList();
    }

    public List<CompositePodGroup> compositesIn(String namespace, String composite) {
        return composites.values().stream()
                .filter(group -> group.metadata().namespaceOrDefault().equals(namespace)
                        && composite.equals(group.spec().parentCompositePodGroupName()))
                .toList();
    }

    /** {@return whether a group was made of a template of a Workload} */
    public boolean hasGroupsOf(Workload workload) {
        if (made == null) {
            made = new HashSet<>();
            podGroups.values().forEach(group -> made(group, group.spec().workloadRef()));
            composites.values().forEach(group -> made(group, group.spec().workloadRef()));
        }
        ObjectMeta metadata = workload.metadata();
        return made.contains(key("", "", metadata.namespace(), metadata.name()));
    }

    private void made(ApiObject group, TemplateRef reference) {
        if (reference instanceof TemplateRef.Named named && made != null) {
            made.add(key("", "", group.metadata().namespace(), named.workloadName()));
        }
    }

    /** {@return whether the object for which a Workload was made means groups itself} */
    public boolean hasControllerOf(Workload workload) {
        ControllerRef controller = workload.spec().controllerRef();
        return controller != null
                && find(
                                controller.apiGroup(),
                                controller.kind(),
                                workload.metadata().namespace(),
                                controller.name())
                        .isPresent();
    }

    /** {@return the pods that name a group, in order} */
    public List<Pod> pods(Membership.Key group) {
        return pods.getOrDefault(group, List.of());
    }

    /** {@return the templates that name a group, with all the pods that are made of them; the role is their owner's} */
    public List<ShapeDraft> templates(Draft asking, Membership.Key group) {
        if (templates == null) {
            templates = new LinkedHashMap<>();
            unreadable.clear();
            for (InputObject owner : objects) {
                if (!Kinds.isGroup(owner.source()) && !owner.source().kind().equals("Pod")) {
                    addTemplates(new Draft(owner, this, ReadingMode.DECLARED, asking.release), templates);
                }
            }
        }
        return templates.getOrDefault(group, List.of());
    }

    /** {@return an object whose pods name a group, and that cannot be read; only known after the templates are} */
    Optional<SourceObject> unreadable(Membership.Key group) {
        return Optional.ofNullable(unreadable.get(group));
    }

    /** {@return how many pods and templates of the whole input name a PodGroup of ours} */
    public long members(Draft asking, @Nullable SourceObject group) {
        if (group == null
                || !group.group().equals(ApiVersion.GROUP)
                || !group.kind().equals("PodGroup")) {
            return 0;
        }
        Membership.Key key = new Membership.Key(
                Membership.By.POD_GROUP, ObjectMeta.namespaceOrDefault(group.namespace()), group.name());
        return pods(key).size()
                + templates(asking, key).stream().mapToLong(shape -> shape.pods).sum();
    }

    private void addTemplates(Draft draft, Map<Membership.Key, List<ShapeDraft>> templates) {
        kinds.read(draft);
        InputObject owner = draft.object;
        String namespace = ObjectMeta.namespaceOrDefault(owner.source().namespace());
        for (GroupDraft group : draft.groups) {
            long instances = 1;
            for (GroupDraft at = group; at != null; at = at.parent) {
                instances *= at.instances;
            }
            for (ShapeDraft shape : group.shapes) {
                Optional<Membership> membership = Membership.of(shape.template, namespace);
                if (membership.isPresent() && shape.pods > 0) {
                    if (!draft.isReadable()) {
                        unreadable.putIfAbsent(membership.get().key(), owner.source());
                    }
                    String role = shape.role.equals("pods") ? owner.source().name() : shape.role;
                    templates
                            .computeIfAbsent(membership.get().key(), key -> new ArrayList<>())
                            .add(shape.as(role).times(shape.pods * instances));
                }
            }
        }
    }
}
