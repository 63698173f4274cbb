/** What tests share, those of other modules too: random records, a registry that can be made to misbehave, generated pages, zips of plugins. */
package dev.streamgauge.schemas.testkit;
