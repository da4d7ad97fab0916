package xiangbao.jobs.backup;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The list of contents of a backup.
 *
 * @param format of the backup itself
 * @param schema version of the tables
 * @param tables the number of rows of each
 * @param parts everything else in the file, each with its SHA-256
 */
record BackupManifest(
        int format,
        String program,
        String schema,
        LocalDateTime madeAt,
        String database,
        Map<String, Long> tables,
        List<String> notes,
        List<Part> parts) {
    static final String NAME = "manifest.json";
    static final int FORMAT = 1;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** A part of a backup: a table or a file. */
    record Part(String path, long size, String sha256) {}

    BackupManifest {
        tables = new LinkedHashMap<>(tables);
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
    }

    long rows() {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }

    int files() {
        return parts.size() - tables.size();
    }

    void write(OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("format", format);
            json.writeStringProperty("program", program);
            json.writeStringProperty("schema", schema);
            json.writeStringProperty("madeAt", madeAt.toString());
            json.writeStringProperty("database", database);
            json.writeName("tables");
            json.writeStartObject();
            tables.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeName("notes");
            json.writeStartArray();
            notes.forEach(json::writeString);
            json.writeEndArray();
            json.writeName("parts");
            json.writeStartArray();
            for (Part part : parts) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringProperty("path", part.path());
                json.writeNumberProperty("size", part.size());
                json.writeStringProperty("sha256", part.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static BackupManifest read(InputStream in) {
        int format = 0;
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Long> tables = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "format" -> format = json.getValueAsInt();
                    case "tables" -> {
                        for (String table = json.nextName(); table != null; table = json.nextName()) {
                            json.nextToken();
                            tables.put(table, json.getValueAsLong());
                        }
                    }
                    case "notes" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            notes.add(json.getString());
                        }
                    }
                    case "parts" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            parts.add(part(json));
                        }
                    }
                    default -> texts.put(name, json.getString());
                }
            }
        }
        return new BackupManifest(
                format,
                texts.getOrDefault("program", ""),
                texts.getOrDefault("schema", "0"),
                LocalDateTime.parse(texts.getOrDefault("madeAt", "")),
                texts.getOrDefault("database", ""),
                tables,
                notes,
                parts);
    }

    private static Part part(JsonParser json) {
        String path = "";
        long size = 0;
        String sha256 = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "path" -> path = json.getString();
                case "size" -> size = json.getValueAsLong();
                case "sha256" -> sha256 = json.getString();
                default -> json.skipChildren();
            }
        }
        return new Part(path, size, sha256);
    }
}
