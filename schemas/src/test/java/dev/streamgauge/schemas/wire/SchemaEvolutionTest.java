package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TestRegistry registry = new TestRegistry();
    private final Wire wire = Wire.from(Map.of(WireConfig.URL, registry.url()));

    @AfterEach
    void close() {
        registry.close();
    }

    private byte[] written(GenericData.Record record) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int id = registry.add("t-value", record.getSchema().toString());
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @Test
    void aFieldOfALaterVersionIsSkippedAndAMissingOneTakesItsDefault() throws Exception {
        // Given
        Schema other = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"namespace\":\"dev.streamgauge.facts.v1\",\"name\":\"Deploy\",\"fields\":["
                                + "{\"name\":\"new_field\",\"type\":\"string\"},{\"name\":\"repository\",\"type\":\"string\"},"
                                + "{\"name\":\"service\",\"type\":\"string\"},{\"name\":\"environment\",\"type\":\"string\"},"
                                + "{\"name\":\"deploy_id\",\"type\":\"string\"},{\"name\":\"attempt\",\"type\":\"int\"}]}");
        GenericData.Record record = new GenericData.Record(other);
        other.getFields().forEach(field -> record.put(field.pos(), field.name()));
        record.put("attempt", 3);
        Deserializer<Deploy> deserializer = wire.deserializer(Deploy.class, false);

        // When
        Deploy deploy = deserializer.deserialize("t", written(record));

        // Then
        assertThat(deploy.getDeployId()).isEqualTo("deploy_id");
        assertThat(deploy.getAttempt()).isEqualTo(3);
        assertThat(deploy.getJoinedBy()).isEqualTo("unjoined");
        assertThat(deploy.getFinishedAt()).isNull();
    }

    @Test
    void aVersionWithoutARequiredFieldIsUndecodable() throws Exception {
        // Given
        ObjectNode json =
                (ObjectNode) MAPPER.readTree(ChangeKey.getClassSchema().toString());
        ((ArrayNode) json.get("fields")).remove(1);
        GenericData.Record record = new GenericData.Record(new Schema.Parser().parse(json.toString()));
        record.put("repository", "github.com/acme/shop");
        byte[] bytes = written(record);
        Deserializer<ChangeKey> deserializer = wire.deserializer(ChangeKey.class, true);

        // When // Then
        assertThatThrownBy(() -> deserializer.deserialize("t", bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("missing required field change");
    }

    @Test
    void theClientTellsWhetherASubjectWouldTakeASchema() {
        // Given
        Schema schema = new RandomRecords(1).next(ChangeKey.class).getSchema();
        RegistryClient client = wire.registry();
        boolean unknownSubject = client.compatible("t-key", schema);
        registry.mood(call -> new TestRegistry.Answer(200, "{\"is_compatible\":false}"));

        // When
        boolean refused = client.compatible("t-key", schema);

        // Then
        assertThat(unknownSubject).isTrue();
        assertThat(refused).isFalse();
        assertThat(registry.calls()).contains("POST /compatibility/subjects/t-key/versions/latest");
    }
}
