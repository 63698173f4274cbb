/** Configuration files: read strictly, merged over their defaults, every mistake listed at once with its place. */
package dev.streamgauge.settings;
