package dev.streamgauge.standalone.registry;

/**
 * A schema as a version of a subject.
 *
 * @param version from 1, per subject
 * @param id of the schema's text, the same in every subject
 * @param deleted hidden, until it is removed permanently or registered again
 */
record SchemaVersion(String subject, int version, int id, String schema, boolean deleted) {

    SchemaVersion asDeleted() {
        return new SchemaVersion(subject, version, id, schema, true);
    }
}
