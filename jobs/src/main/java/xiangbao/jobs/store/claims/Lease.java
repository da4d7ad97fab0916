package xiangbao.jobs.store.claims;

/** A claim in the hands of a worker; the epoch tells this holding from any other one of the same claim. */
public record Lease(long claim, long worker, int epoch) {}
