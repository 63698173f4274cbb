/** More hostile histories against the oracle than a build has time for. */
package dev.streamgauge.checks.histories;
