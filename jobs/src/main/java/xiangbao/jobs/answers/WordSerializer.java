package xiangbao.jobs.answers;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a value of the field as one string.
 *
 * @param <T> the value
 */
final class WordSerializer<T> extends StdSerializer<T> {
    private final Function<T, String> word;

    WordSerializer(Class<T> type, Function<T, String> word) {
        super(type);
        this.word = word;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writeString(word.apply(value));
    }
}
