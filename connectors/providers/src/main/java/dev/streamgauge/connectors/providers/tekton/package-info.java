/** Tekton's CloudEvents: runs of pipelines and tasks. */
package dev.streamgauge.connectors.providers.tekton;
