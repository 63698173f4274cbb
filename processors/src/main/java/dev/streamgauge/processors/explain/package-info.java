/** Why a number is what it is: the production models in memory, asked about one change, deploy, incident or red episode. */
package dev.streamgauge.processors.explain;
