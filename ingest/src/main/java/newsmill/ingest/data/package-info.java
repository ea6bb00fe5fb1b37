/** Data that classes keep in files beside them. */
package newsmill.ingest.data;
