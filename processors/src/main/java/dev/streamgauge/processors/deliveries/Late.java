package dev.streamgauge.processors.deliveries;

/** A change that its own commits alone delivered to a lane, some time after its landing. */
public record Late(String change, Lane lane) {}
