/**
 * Finds, fetches and extracts: {@link newsmill.ingest.IngestTopology} is the whole of it on one screen. Sources and links
 * come in by topics, raw articles go out to one.
 */
package newsmill.ingest;
