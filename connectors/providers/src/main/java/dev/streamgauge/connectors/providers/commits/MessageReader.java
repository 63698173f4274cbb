package dev.streamgauge.connectors.providers.commits;

/** Judges commits and texts by who is known, and how people are told. */
public record MessageReader(Signs signs, People people) {

    /** Nothing is looked for but origins, and nobody is identified. */
    public static final MessageReader BARE = new MessageReader(Signs.NONE, People.anonymous());

    /** What a commit by this author with this message says. */
    public CommitNotes read(Person author, String message) {
        return new MessageNotes(this, message).by(author);
    }

    /** Whether the text names an assistant among its authors, or speaks of assistance in a trailer. */
    public boolean speaksOfAssistance(String text) {
        return new MessageNotes(this, text).speakOfAssistance();
    }
}
