package xiangbao.jobs.pipeline;

import java.io.IOException;

/** What a step of the main job does with a claim: in transactions of its own, each small enough to be repeated after a death in the middle. */
@FunctionalInterface
interface ClaimWork {
    void on(long claim) throws IOException;
}
