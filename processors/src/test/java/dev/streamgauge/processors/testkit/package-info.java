/** A small cast of events and the story that they tell, shared by all tests of the models. */
package dev.streamgauge.processors.testkit;
