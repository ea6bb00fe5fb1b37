package newsmill.ingest.fetch;

/**
 * What a server gave to ask later whether something changed; sent back byte for byte.
 *
 * @param etag the ETag header, or null
 * @param lastModified the Last-Modified header, or null
 */
public record Validators(String etag, String lastModified) {
    /** None: the request is unconditional. */
    public static final Validators NONE = new Validators(null, null);
}
