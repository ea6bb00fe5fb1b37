/** How fast, how punctual and how soon back ingest is, on web servers of this machine. */
package newsmill.bench.ingest;
