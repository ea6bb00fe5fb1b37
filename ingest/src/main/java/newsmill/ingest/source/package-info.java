/** What sources there are, and how what they serve is read: bytes in, items out, no I/O in the formats. */
package newsmill.ingest.source;
