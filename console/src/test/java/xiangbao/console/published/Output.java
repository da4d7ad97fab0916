package xiangbao.console.published;

import java.util.List;

/**
 * One kind of output, with a reader of its own that shares nothing with its writer. A new report that shows county figures or targets is added to {@link #ALL}.
 */
public interface Output {
    List<Output> ALL = List.of(
            new Answers(),
            new SummaryTables(),
            new TargetTable(),
            new TownshipTables(),
            new SourceTables(),
            new Letter());

    String name();

    /** Fewer numbers than this mean that the reader no longer finds them. */
    int least();

    List<Shown> read(Published published) throws Exception;
}
