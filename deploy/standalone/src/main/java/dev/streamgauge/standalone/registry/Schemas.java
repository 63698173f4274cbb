package dev.streamgauge.standalone.registry;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Avro schemas as texts. */
final class Schemas {

    private Schemas() {}

    /** @throws Failure if the text is no Avro schema */
    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw Failure.invalidSchema(e.getMessage());
        } catch (StackOverflowError e) {
            throw Failure.invalidSchema("it is nested too deeply");
        }
    }
}
