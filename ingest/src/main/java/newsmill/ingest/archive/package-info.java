/**
 * Pages that somebody has kept: what WARC files hold, and the articles on it. {@link newsmill.ingest.archive.WarcArchive}
 * reads a file record by record, {@link newsmill.ingest.archive.ArchivedPage} makes an article of one.
 */
package newsmill.ingest.archive;
