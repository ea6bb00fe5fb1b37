/**
 * What is due when, per host: the state of the crawl, all of it in Kafka Streams stores. One task owns a host, so
 * politeness needs no lock between machines; a fetch never blocks the stream thread; what was in flight at a crash is
 * still due in the restored stores.
 */
package newsmill.ingest.frontier;
