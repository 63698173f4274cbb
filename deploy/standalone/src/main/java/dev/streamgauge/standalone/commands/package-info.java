/** What a user can ask for. */
package dev.streamgauge.standalone.commands;
