package dev.keepline.renewal.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.renewal.engine.Stage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Stages and terms as JSON. A sealed type is written with its simple name, so that renaming a record is a migration and
 * moving it is not.
 */
public final class RenewalJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    private final JsonMapper mapper;

    public RenewalJson() {
        var builder = JsonMapper.builder()
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE));
        for (Class<?> root : List.of(Stage.class, LineAddress.class, Effect.class)) {
            builder.addMixIn(root, Named.class);
            leaves(root).forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
        }
        mapper = builder.build();
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Writes a value of a sealed type with its name. */
    public <T> String write(Class<T> type, T value) {
        return mapper.writerFor(type).writeValueAsString(value);
    }

    public <T> T read(Class<T> type, String json) {
        return mapper.readValue(json, type);
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        var permitted = sealed.getPermittedSubclasses();
        if (permitted == null) {
            return List.of(sealed);
        }
        var found = new ArrayList<Class<?>>();
        for (Class<?> one : permitted) {
            found.addAll(leaves(one));
        }
        return found;
    }
}
