/**
 * The past, run again: archives and topics, read in order, put on the raw or the enriched topic. {@link
 * newsmill.local.replay.Replay} is the whole way; {@link newsmill.local.replay.Archive} is where it begins, {@link
 * newsmill.local.replay.Editor} decides what becomes of an entry, {@link newsmill.local.replay.Publisher} sends it
 * together with the {@link newsmill.local.replay.Cursor}.
 */
package newsmill.local.replay;
