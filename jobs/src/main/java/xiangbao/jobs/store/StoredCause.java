package xiangbao.jobs.store;

/**
 * Who had something done, in what way and why, as it stands in a row.
 *
 * @param kind name of a kind of cause
 */
public record StoredCause(String kind, String actor, String reason) {}
