package io.github.workload4j.cel;

import dev.cel.runtime.CelFunctionBinding;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A map by domain in which a domain that is not there looks up as an empty map, and is not {@code in} it all the same.
 */
final class DomainMap extends AbstractMap<String, Map<String, Object>> {

    private final Map<String, Map<String, Object>> domains;

    DomainMap(Map<String, Map<String, Object>> domains) {
        this.domains = domains;
    }

    @Override
    public Set<Entry<String, Map<String, Object>>> entrySet() {
        return domains.entrySet();
    }

    @Override
    public Map<String, Object> get(Object key) {
        return domains.getOrDefault(key, Map.of());
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String;
    }

    /** {@return the operator {@code in} for maps} */
    static List<CelFunctionBinding> bindings() {
        return List.of(CelFunctionBinding.from("in_map", Object.class, Map.class, DomainMap::isIn));
    }

    private static boolean isIn(Object key, Map<?, ?> map) {
        return map instanceof DomainMap domains ? domains.domains.containsKey(key) : map.containsKey(key);
    }
}
