package dev.streamgauge.standalone.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What happened to the registry: a line of its log. The state is the sum of the lines. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Registered.class, name = "register"),
    @JsonSubTypes.Type(value = Entry.LevelSet.class, name = "level"),
    @JsonSubTypes.Type(value = Entry.Deleted.class, name = "delete"),
    @JsonSubTypes.Type(value = Entry.Removed.class, name = "remove")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Entry {

    record Registered(String subject, int version, int id, String schema) implements Entry {}

    /** The level of a subject was set, or the global one if the subject is null; a null level means: back to the default. */
    record LevelSet(String subject, Level level) implements Entry {}

    /** A version was hidden. */
    record Deleted(String subject, int version) implements Entry {}

    /** A hidden version was removed for ever. Its id stays: records may refer to it. */
    record Removed(String subject, int version) implements Entry {}
}
