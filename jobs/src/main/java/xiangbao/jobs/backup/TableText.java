package xiangbao.jobs.backup;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import xiangbao.jobs.store.Snapshot;

/** A table as lines of JSON: first the names of its columns, then one array for each row. Never more than a row in memory. */
final class TableText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private TableText() {}

    /** Writes the rows that the filter keeps; the filter sees each with the names of the columns. */
    static final class Writer implements Snapshot.Rows, AutoCloseable {
        /** Whether a row belongs into the backup. */
        @FunctionalInterface
        interface Filter {
            boolean keeps(List<String> columns, @Nullable String[] row);
        }

        private final JsonGenerator json;
        private final Filter filter;
        private List<String> columns = List.of();
        private long count;

        Writer(OutputStream out, Filter filter) {
            this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
            this.filter = filter;
        }

        @Override
        public void columns(List<String> names) {
            columns = List.copyOf(names);
            json.writeStartArray();
            names.forEach(json::writeString);
            json.writeEndArray();
        }

        @Override
        public void row(@Nullable String[] values) {
            if (!filter.keeps(columns, values)) {
                return;
            }
            json.writeStartArray();
            for (String value : values) {
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeString(value);
                }
            }
            json.writeEndArray();
            count++;
        }

        long count() {
            return count;
        }

        @Override
        public void close() {
            json.close();
        }
    }

    /** Reads what the writer wrote. */
    static final class Reader implements Iterator<@Nullable String[]>, AutoCloseable {
        private final JsonParser json;
        private final List<String> columns = new ArrayList<>();
        private @Nullable JsonToken ahead;

        Reader(InputStream in) {
            this.json = JSON.createParser(ObjectReadContext.empty(), in);
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                columns.add(json.getString());
            }
            ahead = json.nextToken();
        }

        List<String> columns() {
            return columns;
        }

        @Override
        public boolean hasNext() {
            return ahead == JsonToken.START_ARRAY;
        }

        @Override
        public @Nullable String[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            @Nullable String[] values = new @Nullable String[columns.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = json.nextToken() == JsonToken.VALUE_NULL ? null : json.getString();
            }
            json.nextToken();
            ahead = json.nextToken();
            return values;
        }

        @Override
        public void close() {
            json.close();
        }
    }
}
