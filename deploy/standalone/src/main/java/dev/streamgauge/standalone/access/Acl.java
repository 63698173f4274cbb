package dev.streamgauge.standalone.access;

/**
 * A right that somebody needs.
 *
 * @param name of the resource, or what its name begins with
 * @param why for people, a few words
 */
public record Acl(Resource resource, String name, Pattern pattern, Operation operation, String why) {

    /** A right on one resource. */
    static Acl on(Resource resource, String name, Operation operation, String why) {
        return new Acl(resource, name, Pattern.LITERAL, operation, why);
    }

    /** A right on all whose names begin so. */
    static Acl onAll(Resource resource, String beginning, Operation operation, String why) {
        return new Acl(resource, beginning, Pattern.PREFIXED, operation, why);
    }

    /** What somebody else needs who only looks at the same. */
    public Acl forWhomLooksAtIt() {
        return new Acl(resource, name, pattern, Operation.DESCRIBE, "looks at it");
    }

    /** Whether who has this right has the other one too. */
    public boolean covers(Acl other) {
        return resource == other.resource && operation.implies(other.operation) && isOf(other);
    }

    private boolean isOf(Acl other) {
        return pattern == Pattern.PREFIXED
                ? other.name.startsWith(name)
                : other.pattern == Pattern.LITERAL && other.name.equals(name);
    }
}
