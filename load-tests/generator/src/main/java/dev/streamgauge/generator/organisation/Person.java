package dev.streamgauge.generator.organisation;

/** Somebody or something that writes, reviews or merges; the class is human, bot or agent. */
record Person(String id, String actorClass) {
    boolean human() {
        return actorClass.equals("human");
    }
}
