package dev.streamgauge.standalone.testkit.cluster;

import java.util.List;
import java.util.Map;

/** How a cluster's clients say who they are, and what they may do. */
public interface Security {

    /** Everybody may do everything. */
    Security NONE = new Security() {};

    /** Of the listener for clients, by Kafka's names. */
    default String protocol() {
        return "PLAINTEXT";
    }

    /** Further settings of each broker. */
    default Map<String, String> broker() {
        return Map.of();
    }

    /** Further flags of each JVM that is a node or a client. */
    default List<String> flags() {
        return List.of();
    }

    /** Those who must be there from the beginning, as Kafka's storage tool has them after {@code --add-scram}. */
    default List<String> users() {
        return List.of();
    }

    /** How a client says that it is this user, by Kafka's names. */
    default Map<String, String> client(String user) {
        return Map.of();
    }

    /** How a client is somebody who may do everything. */
    default Map<String, Object> admin() {
        return Map.of();
    }
}
