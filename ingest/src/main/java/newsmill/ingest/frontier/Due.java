package newsmill.ingest.frontier;

/** One visit that is to be made. @param host whose turn it is @param time when, in ms @param id what to visit */
record Due(String host, long time, String id) {}
