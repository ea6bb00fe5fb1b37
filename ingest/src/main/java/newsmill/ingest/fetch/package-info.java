/** The network side: fetches one address, politely bounded, and never from a place it should not reach. */
package newsmill.ingest.fetch;
