package dev.streamgauge.standalone.topics;

/** What is to be done about a topic that is not as it should be. */
public sealed interface Remedy {

    /** What is done, or is to be done, in a line. */
    String says();

    /** {@code topics apply} sets it: that harms nobody. */
    record Sets(String name, String value) implements Remedy {

        @Override
        public String says() {
            return "topics apply sets %s=%s".formatted(name, value);
        }
    }

    /** {@code topics apply} leaves it as it is. */
    record ByHand(String says) implements Remedy {}
}
