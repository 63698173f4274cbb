package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.git.CommitNotes.Origins;
import dev.streamgauge.events.v1.Trailer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a commit message that say where a change came from. Only these are passed on; the rest of a message is nobody's business.
 * They are looked for in the whole message, because a squash moves trailers to the middle.
 */
final class MessageNotes {

    /** A value that names a person, where persons are not identified. */
    static final String WITHHELD = "withheld";

    private static final int MAX_TRAILERS = 50;
    private static final int MAX_ORIGINS = 50;
    private static final Pattern FULL_HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern CHERRY_PICK = Pattern.compile("^\\(cherry picked from commit ([0-9a-f]{7,64})\\)");
    private static final Pattern REVERT = Pattern.compile("^This reverts commit ([0-9a-f]{7,64})\\b");
    private static final Pattern CO_AUTHOR = Pattern.compile("^co-authored-by:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSISTANCE =
            Pattern.compile("^(?:assisted-by|generated-by):\\s*\\S", Pattern.CASE_INSENSITIVE);

    private final People people;
    private final List<Trailer> trailers = new ArrayList<>();
    private final Set<String> pickedFrom = new LinkedHashSet<>();
    private final Set<String> reverts = new LinkedHashSet<>();
    private boolean assisted;

    private MessageNotes(People people) {
        this.people = people;
    }

    static CommitNotes of(Person author, String message, People people) {
        MessageNotes notes = new MessageNotes(people);
        if (mayHaveTrailers(message)) {
            message.lines().forEach(notes::read);
        }
        return notes.by(author).orNone();
    }

    /** Most messages have none of the marks; splitting them into lines would cost more than reading the commit. */
    private static boolean mayHaveTrailers(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("-by:") || lower.contains("this reverts commit") || lower.contains("(cherry picked from");
    }

    private void read(String line) {
        keep("Cherry-picked-from", CHERRY_PICK.matcher(line), pickedFrom);
        keep("Reverts", REVERT.matcher(line), reverts);
        assisted |= ASSISTANCE.matcher(line).find();
        Matcher coAuthor = CO_AUTHOR.matcher(line);
        if (coAuthor.find()) {
            add("Co-authored-by", coAuthor(Person.parse(coAuthor.group(1))));
        }
    }

    private String coAuthor(Person person) {
        String assistant = people.assistant(person.name(), person.email());
        if (assistant != null) {
            assisted = true;
            return assistant;
        }
        String identifier = people.identify(person.email());
        return identifier == null ? WITHHELD : identifier;
    }

    private void keep(String key, Matcher line, Set<String> named) {
        if (line.find()) {
            String hash = line.group(1);
            add(key, hash);
            if (named.size() < MAX_ORIGINS && FULL_HASH.matcher(hash).matches()) {
                named.add(hash);
            }
        }
    }

    private void add(String key, String value) {
        if (trailers.size() < MAX_TRAILERS) {
            trailers.add(new Trailer(key, value));
        }
    }

    private CommitNotes by(Person author) {
        boolean agent = people.assistant(author.name(), author.email()) != null;
        String actorClass = agent ? "agent" : author.isBot() ? "bot" : null;
        return new CommitNotes(
                people.identify(author.email()), actorClass, evidence(agent), origins(), List.copyOf(trailers));
    }

    private Origins origins() {
        return pickedFrom.isEmpty() && reverts.isEmpty()
                ? Origins.NONE
                : new Origins(List.copyOf(pickedFrom), List.copyOf(reverts));
    }

    private String evidence(boolean agent) {
        if (agent) {
            return "agent-authored";
        }
        if (assisted) {
            return "assisted";
        }
        return people.knowsAssistants() ? "no-evidence" : null;
    }
}
