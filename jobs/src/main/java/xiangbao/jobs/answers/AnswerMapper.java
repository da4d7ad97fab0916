package xiangbao.jobs.answers;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.UnitCode;

/**
 * Writes answers as JSON. What holds for all of them is settled here: figures are plain decimals in strings, codes, periods and paths are strings, moments
 * are told to the second, and nothing speaks to a terminal. Thread-safe.
 */
public final class AnswerMapper {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(module())
            .build();

    private AnswerMapper() {}

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("answers");
        module.addSerializer(Record.class, new RecordSerializer());
        module.addSerializer(new WordSerializer<>(UnitCode.class, UnitCode::text));
        module.addSerializer(new WordSerializer<>(FormCode.class, FormCode::text));
        module.addSerializer(new WordSerializer<>(IndicatorCode.class, IndicatorCode::toString));
        module.addSerializer(new WordSerializer<>(ReferencePeriod.class, ReferencePeriod::toString));
        module.addSerializer(new WordSerializer<>(Vintage.class, Vintage::title));
        module.addSerializer(new WordSerializer<>(Enum.class, Enum::name));
        module.addSerializer(new WordSerializer<>(BigDecimal.class, BigDecimal::toPlainString));
        module.addSerializer(new WordSerializer<>(LocalDate.class, LocalDate::toString));
        module.addSerializer(new WordSerializer<>(
                LocalDateTime.class, time -> time.withNano(0).toString()));
        module.addSerializer(new WordSerializer<>(Path.class, Path::toString));
        return module;
    }

    /** The answer as a JSON object, with line breaks for people. */
    public static String text(Record answer) {
        String json = MAPPER.writeValueAsString(answer);
        if (json.chars().allMatch(AnswerMapper::isHarmless)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        json.chars()
                .forEach(character -> escaped.append(
                        isHarmless(character)
                                ? Character.toString(character)
                                : String.format(Locale.ROOT, "\\u%04x", character)));
        return escaped.toString();
    }

    /** Control characters that JSON allows as they are, and those that turn the direction of writing, would still speak to a terminal. */
    private static boolean isHarmless(int character) {
        return character == '\n'
                || character == '\r'
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        false;
                    default -> true;
                };
    }
}
