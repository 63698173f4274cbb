package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.Tables;
import java.util.function.Predicate;

/** Main's first-parent line: its commits in their order, with what they belong to. */
final class Line {

    private final Table<MainCommit> line;

    Line(Tables tables) {
        this.line = tables.table(Landings.LINE);
    }

    /** What a commit belongs to, as the line has it. */
    Membership membership(String repository, CommitNode commit) {
        return commit.onMain() ? at(repository, commit.position()) : Membership.NONE;
    }

    /** What the commit in a place belongs to; nothing if there is none. */
    Membership at(String repository, Position position) {
        MainCommit known = line.get(key(repository, position));
        return known == null ? Membership.NONE : known.membership();
    }

    void keep(CommitRevision revision) {
        Position before = revision.before().position();
        Position after = revision.after().position();
        if (revision.moved() && before != null) {
            line.remove(key(revision.repository(), before));
        }
        if (after != null && (revision.moved() || !revision.membershipAfter().equals(revision.membershipBefore()))) {
            line.put(key(revision.repository(), after), new MainCommit(after, revision.membershipAfter()));
        }
    }

    void between(String repository, Position after, Position upTo, Predicate<MainCommit> visitor) {
        Key from = after == null ? Key.of(repository) : key(repository, after).next();
        Key to = upTo == null ? Key.of(repository).end() : key(repository, upTo).next();
        line.ascend(from, to, visitor);
    }

    boolean isHead(String repository, Position position) {
        Key all = Key.of(repository);
        return position.equals(line.last(all, all.end()).position());
    }

    void forget(String repository, Position position) {
        line.forget(key(repository, position));
    }

    private static Key key(String repository, Position position) {
        return position.appendTo(Key.of(repository));
    }
}
