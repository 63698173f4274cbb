/** What the tests share: random records, and a registry that can be made to misbehave. */
package dev.streamgauge.schemas.testkit;
