package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.connectors.providers.commits.CommitNotes.Origins;
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
    private static final String CO_AUTHOR = "co-authored-by:";
    private static final Pattern FULL_HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern CHERRY_PICK = Pattern.compile("^\\(cherry picked from commit ([0-9a-f]{7,64})\\)");
    private static final Pattern REVERT = Pattern.compile("^This reverts commit ([0-9a-f]{7,64})\\b");

    private final MessageReader reader;
    private final List<Trailer> trailers = new ArrayList<>();
    private final Set<String> pickedFrom = new LinkedHashSet<>();
    private final Set<String> reverts = new LinkedHashSet<>();
    private boolean assisted;

    MessageNotes(MessageReader reader, String message) {
        this.reader = reader;
        if (mayHaveNotes(message)) {
            message.lines().forEach(this::read);
        }
    }

    /** Most messages have none of the marks; splitting them into lines would cost more than reading the commit. */
    private boolean mayHaveNotes(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains(CO_AUTHOR)
                || lower.contains("this reverts commit")
                || lower.contains("(cherry picked from")
                || reader.signs().trailers().stream().anyMatch(lower::contains);
    }

    private void read(String line) {
        keep("Cherry-picked-from", CHERRY_PICK.matcher(line), pickedFrom);
        keep("Reverts", REVERT.matcher(line), reverts);
        String lower = line.toLowerCase(Locale.ROOT);
        assisted |= reader.signs().speakOfAssistance(lower);
        if (lower.startsWith(CO_AUTHOR)) {
            add("Co-authored-by", coAuthor(Person.parse(line.substring(CO_AUTHOR.length()))));
        }
    }

    private String coAuthor(Person person) {
        String assistant = reader.signs().assistants().named(person);
        if (assistant != null) {
            assisted = true;
            return assistant;
        }
        String identifier = reader.people().identify(person.email());
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

    /** Whether an assistant had a part in it. */
    boolean speakOfAssistance() {
        return assisted;
    }

    /** The notes, with what the author's name and address tell. */
    CommitNotes by(Person author) {
        boolean agent = reader.signs().isAgent(author);
        String actorClass = agent ? "agent" : reader.signs().isBot(author) ? "bot" : null;
        String identifier = reader.people().identify(author.email());
        return new CommitNotes(identifier, actorClass, evidence(agent), origins(), List.copyOf(trailers)).shared();
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
        return reader.signs().equals(Signs.NONE) ? null : "no-evidence";
    }
}
