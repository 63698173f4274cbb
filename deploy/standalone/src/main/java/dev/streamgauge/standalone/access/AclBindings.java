package dev.streamgauge.standalone.access;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Rights in the words of Kafka's clients. */
public final class AclBindings {

    private AclBindings() {}

    /**
     * The right, allowed to somebody from everywhere.
     *
     * @param principal {@code User:streamgauge}
     */
    public static AclBinding of(Acl acl, String principal) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.valueOf(acl.resource().name()),
                        acl.name(),
                        PatternType.valueOf(acl.pattern().name())),
                new AccessControlEntry(principal, "*", operation(acl.operation()), AclPermissionType.ALLOW));
    }

    /** The operation by Kafka's own type. */
    public static AclOperation operation(Operation operation) {
        return AclOperation.valueOf(operation.name());
    }
}
