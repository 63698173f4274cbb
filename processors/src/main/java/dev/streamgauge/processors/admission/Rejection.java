package dev.streamgauge.processors.admission;

import dev.streamgauge.schemas.Refusal;

/** Why an event is refused, in a word and in a sentence. */
public record Rejection(Refusal refusal, String message) {}
