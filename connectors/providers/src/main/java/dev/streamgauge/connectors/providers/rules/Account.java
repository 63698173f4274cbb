package dev.streamgauge.connectors.providers.rules;

/**
 * Somebody who acts at a provider.
 *
 * @param id the provider's stable identifier, with the provider before it: {@code github:583231}. Null: unknown
 * @param name the account's name, for rules only; it is not passed on. Null: unknown
 * @param isBot whether the provider itself says that it is a program
 */
public record Account(String id, String name, boolean isBot) {

    /** Nobody is known. */
    public static final Account UNKNOWN = new Account(null, null, false);

    /** The account of a provider's identifier and name, of which both may be null. */
    public static Account of(String provider, String id, String name, boolean isBot) {
        return new Account(id == null ? null : provider + ":" + id, name, isBot);
    }
}
