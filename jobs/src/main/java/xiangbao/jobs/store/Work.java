package xiangbao.jobs.store;

/** What is done while something is held. */
@FunctionalInterface
public interface Work<T, E extends Exception> {
    T call() throws E;
}
