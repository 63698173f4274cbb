package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The changes that a commit on main belongs to, and how that is known.
 *
 * @param members one of each change, in the order of their ids
 */
public record Membership(List<Member> members) {

    /** Of a commit that is not on main. */
    public static final Membership NONE = new Membership(List.of());

    static final String CARRIED = "carried";

    private static final Comparator<Member> ORDER = Comparator.comparing(Member::change, Text.ORDER);

    /**
     * A change of a commit on main.
     *
     * @param change its id
     * @param joinedBy merge_sha, subject, listed, carried or push
     */
    public record Member(String change, String joinedBy) {

        /** Whether a promotion brought it to main: then it does not own what the commit brought. */
        public boolean carried() {
            return joinedBy.equals(CARRIED);
        }
    }

    /** Of how each change is joined. */
    static Membership of(Map<String, String> joinedBy) {
        return new Membership(joinedBy.entrySet().stream()
                .map(change -> new Member(change.getKey(), change.getValue()))
                .sorted(ORDER)
                .toList());
    }

    /** The ids of the changes, sorted. */
    public List<String> changes() {
        return members.stream().map(Member::change).toList();
    }

    /** The id of a change that is a request. */
    public static String requestId(String repository, String request) {
        return repository + "#" + request;
    }
}
