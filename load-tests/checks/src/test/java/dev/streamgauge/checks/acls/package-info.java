/** Whether each right of the roles is needed: it is taken away, and what fails is looked at. */
package dev.streamgauge.checks.acls;
