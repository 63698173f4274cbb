package dev.streamgauge.schemas.release;

import dev.streamgauge.schemas.avro.PublicSchema;
import dev.streamgauge.schemas.avro.RecordModel;
import dev.streamgauge.schemas.testkit.PublicRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The released schemas, as files: {@code released/v1/Change.avsc}. An index tells if one got lost. */
final class Released {

    static final Path DIRECTORY = Path.of("src/main/resources/released");
    static final Path INDEX = DIRECTORY.resolve("index.txt");

    private static final SchemaFormatter PRETTY = SchemaFormatter.getInstance("json/pretty");

    private Released() {}

    /** The names of the released files: {@code v1/Change.avsc}. */
    static List<String> index() throws IOException {
        return Files.exists(INDEX) ? Files.readAllLines(INDEX) : List.of();
    }

    static Schema schema(String file) throws IOException {
        return new Schema.Parser().parse(Files.readString(DIRECTORY.resolve(file)));
    }

    /** The record's name in the name of a file. */
    static String record(String file) {
        return file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
    }

    /** The public schemas now, by the record's name. */
    static SortedMap<String, Schema> current() {
        RecordModel model = new RecordModel();
        SortedMap<String, Schema> current = new TreeMap<>();
        PublicRecords.all().forEach(type -> current.put(type.getSimpleName(), PublicSchema.of(model.getSchema(type))));
        return current;
    }

    /** Writes the schemas of now as those of a version, for example {@code v1}. */
    static void write(String version) throws IOException {
        SortedSet<String> index = new TreeSet<>(index());
        Files.createDirectories(DIRECTORY.resolve(version));
        for (var record : current().entrySet()) {
            String file = version + "/" + record.getKey() + ".avsc";
            Files.writeString(DIRECTORY.resolve(file), PRETTY.format(record.getValue()) + "\n");
            index.add(file);
        }
        Files.write(INDEX, index);
    }
}
