package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a record, component by component in the order in which they are declared. A null is written, an empty {@link Optional} is left out; {@link
 * JsonProperty} renames, {@link JsonUnwrapped} writes a record or a map into the object around it. The commands that answer without delay would wait for
 * more.
 */
final class RecordSerializer extends StdSerializer<Record> {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    RecordSerializer() {
        super(Record.class);
    }

    @Override
    public void serialize(Record value, JsonGenerator json, SerializationContext context) {
        json.writeStartObject(value);
        writeParts(value, json, context);
        json.writeEndObject();
    }

    private static void writeParts(Record value, JsonGenerator json, SerializationContext context) {
        for (Part part : PARTS.get(value.getClass())) {
            Object content = part.of(value);
            if (!part.unwrapped()) {
                write(part.name(), content, json, context);
            } else if (content instanceof Record inner) {
                writeParts(inner, json, context);
            } else if (content instanceof Map<?, ?> entries) {
                entries.forEach((name, entry) -> write(String.valueOf(name), entry, json, context));
            }
        }
    }

    private static void write(String name, @Nullable Object content, JsonGenerator json, SerializationContext context) {
        Object shown = content;
        if (content instanceof Optional<?> perhaps) {
            if (perhaps.isEmpty()) {
                return;
            }
            shown = perhaps.get();
        }
        json.writeName(name);
        context.writeValue(json, shown);
    }

    private record Part(String name, boolean unwrapped, Method accessor) {
        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
            return new Part(
                    renamed == null ? component.getName() : renamed.value(),
                    accessor.isAnnotationPresent(JsonUnwrapped.class),
                    accessor);
        }

        @Nullable
        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException failure) {
                throw new IllegalStateException(value.getClass() + " has no " + name, failure);
            }
        }
    }
}
