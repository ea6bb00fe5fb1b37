/** Which character set bytes are in: what labels mean, and what bytes look like. What to believe is for the reader to say. */
package newsmill.ingest.charset;
