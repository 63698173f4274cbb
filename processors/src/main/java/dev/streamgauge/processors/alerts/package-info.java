/** Alerts: what the rules say of what was measured, with a life of their own that neither flaps nor forgets. */
package dev.streamgauge.processors.alerts;
