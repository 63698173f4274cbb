/** Whether the suite bites: the definitions, broken on purpose one at a time, must each be caught by the comparison with the oracle. */
package dev.streamgauge.checks.mutants;
