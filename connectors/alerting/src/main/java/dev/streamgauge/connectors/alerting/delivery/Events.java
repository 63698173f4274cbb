package dev.streamgauge.connectors.alerting.delivery;

/** Told of what becomes of notices, for counters. */
public interface Events {

    /** Nobody counts. */
    Events NONE = new Events() {

        @Override
        public void accepted(int notices) {}

        @Override
        public void later() {}

        @Override
        public void refused(String reason) {}
    };

    /** The receiver has them. */
    void accepted(int notices);

    /** The receiver did not take something, and is tried again. */
    void later();

    /** The receiver refused a notice for good. */
    void refused(String reason);
}
