package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The repository's default branch: where it is, whether it is broken, and the pushes that move it. */
final class MainLine {
    private static final int PART = 40;
    private static final int REMEMBERED = 20;

    private final Repository home;
    private final Deque<String> recent = new ArrayDeque<>();
    private final Map<String, String> requests = new HashMap<>();
    private long length;
    private String head;
    private boolean broken;

    MainLine(Repository home) {
        this.home = home;
        this.head = home.nextSha();
        this.length = home.dice.between(50, 5_000);
        recent.add(head);
    }

    /** What a landing does to the builds after it. */
    enum Effect {
        NONE,
        BREAKS,
        MENDS
    }

    String head() {
        return head;
    }

    boolean broken() {
        return broken;
    }

    /** A head that main had some landings ago. */
    String earlier() {
        return home.dice.pick(List.copyOf(recent));
    }

    /** A head that main had after that one; null if it is the last, or forgotten. */
    String later(String base) {
        List<String> heads = List.copyOf(recent);
        int at = heads.indexOf(base);
        return at < 0 || at == heads.size() - 1 ? null : home.dice.pick(heads.subList(at + 1, heads.size()));
    }

    /** Remembers, for as long as the commit is recent, which request it landed. */
    void name(String sha, String request) {
        requests.put(sha, request);
        requests.keySet().retainAll(recent);
    }

    /** The number of the request that a recent commit landed, or null. */
    String requestOf(String sha) {
        return requests.get(sha);
    }

    /** Moves main by one push. Of each strand, the last commit is on main and brought the others. */
    void land(List<List<Commit>> strands, Effect effect) {
        List<Commit> commits = new ArrayList<>();
        strands.forEach(strand -> commits.addAll(brought(strand)));
        String before = head;
        head = commits.get(commits.size() - 1).getSha();
        length += strands.size();
        remember();
        push(before, commits);
        broken = effect == Effect.BREAKS || (broken && effect == Effect.NONE);
        home.ci.landed(head, broken);
        home.lanes.forEach(lane -> lane.landed(head));
    }

    private List<Commit> brought(List<Commit> strand) {
        String bringer = strand.get(strand.size() - 1).getSha();
        return home.profile.source().precise()
                ? strand.stream().map(c -> with(c, bringer)).toList()
                : strand;
    }

    /** A copy: the same commit was sent with its branch, where nothing brought it. */
    private static Commit with(Commit commit, String bringer) {
        Commit copy = Envelope.copy(commit);
        copy.setBroughtBy(bringer);
        return copy;
    }

    private void remember() {
        recent.addLast(head);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    private void push(String before, List<Commit> commits) {
        int parts = (commits.size() + PART - 1) / PART;
        for (int part = 1; part <= parts; part++) {
            CommitPushed push = Blank.push(home.profile.name());
            push.setBranch(home.profile.defaultBranch());
            push.setDefaultBranch(home.profile.defaultBranch());
            push.setBefore(before);
            push.setAfter(head);
            push.setPosition(home.profile.source().precise() ? length : null);
            push.setPart(part);
            push.setParts(parts);
            push.setCommits(List.copyOf(commits.subList((part - 1) * PART, Math.min(part * PART, commits.size()))));
            home.send(push);
        }
    }
}
