/** What a door decides once, by configured rules: who is an agent, what is a hotfix, which service a path belongs to, which repository a job's name means. */
package dev.streamgauge.connectors.providers.rules;
