package xiangbao.jobs.store.claims;

import org.jspecify.annotations.Nullable;

/**
 * A file of a claim.
 *
 * @param path below the inbox, with forward slashes
 * @param sha256 null until it is archived
 * @param state LISTED, READ or UNREADABLE
 * @param duplicateOf the earlier unreadable file that it repeats, or null
 */
public record ManifestRow(
        long id,
        long claim,
        String path,
        long size,
        @Nullable String sha256,
        State state,
        @Nullable Long duplicateOf) {
    public enum State {
        LISTED,
        READ,
        UNREADABLE
    }
}
