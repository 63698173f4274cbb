package dev.streamgauge.standalone.registry;

/** A refusal, with the HTTP status and the error code that clients of Confluent's registry know. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Failure(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Failure of(int status, String message) {
        return new Failure(status, status, message);
    }

    static Failure noSubject(String subject) {
        return new Failure(404, 40401, "There is no subject '" + subject + "'");
    }

    static Failure noVersion(int version) {
        return new Failure(404, 40402, "There is no version " + version);
    }

    static Failure noSchema(String what) {
        return new Failure(404, 40403, "There is no schema " + what);
    }

    static Failure subjectDeleted(String subject) {
        return new Failure(404, 40404, "The subject '" + subject + "' is deleted already; permanent=true removes it");
    }

    static Failure subjectNotDeleted(String subject) {
        return new Failure(404, 40405, "Delete the subject '" + subject + "' before you remove it permanently");
    }

    static Failure versionDeleted(int version) {
        return new Failure(404, 40406, "Version " + version + " is deleted already; permanent=true removes it");
    }

    static Failure versionNotDeleted(int version) {
        return new Failure(404, 40407, "Delete version " + version + " before you remove it permanently");
    }

    static Failure noLevel(String subject) {
        return new Failure(404, 40408, "The subject '" + subject + "' has no compatibility level of its own");
    }

    static Failure noMode(String subject) {
        return new Failure(404, 40409, "The subject '" + subject + "' has no mode of its own");
    }

    static Failure invalidSchema(String why) {
        return new Failure(422, 42201, "Not a valid Avro schema: " + why);
    }

    static Failure invalidVersion(String version) {
        return new Failure(422, 42202, "'" + version + "' is no version: give a number from 1, or latest");
    }

    static Failure invalidLevel() {
        return new Failure(
                422, 42203, "compatibility must be NONE, or BACKWARD, FORWARD or FULL, each also with _TRANSITIVE");
    }

    static Failure notPermitted(String why) {
        return new Failure(422, 42205, why);
    }

    static Failure invalidSubject(String subject) {
        return new Failure(422, 42208, "'" + subject + "' cannot be a subject");
    }

    static Failure storage(String why) {
        return new Failure(500, 50001, "The registry cannot write its log: " + why);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
