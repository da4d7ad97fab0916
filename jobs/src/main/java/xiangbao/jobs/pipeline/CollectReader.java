package xiangbao.jobs.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.beans.factory.annotation.Value;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;

/** The files of one claim that have no outcome yet, a handful at a time: about fifty small files, or a large one alone. It keeps no state of its own: the manifest says what is still to be read. */
@StepScope
class CollectReader implements ItemReader<List<ManifestRow>> {
    private static final int HANDFUL = 50;
    private static final long LARGE = 2L << 20;

    private final long claim;
    private final Manifest manifest;

    CollectReader(@Value("#{jobParameters['claim']}") long claim, Manifest manifest) {
        this.claim = claim;
        this.manifest = manifest;
    }

    @Override
    public @Nullable List<ManifestRow> read() {
        List<ManifestRow> handful = new ArrayList<>();
        long size = 0;
        for (ManifestRow row : manifest.unread(claim, HANDFUL)) {
            if (!handful.isEmpty() && size + row.size() > LARGE) {
                break;
            }
            handful.add(row);
            size += row.size();
        }
        return handful.isEmpty() ? null : handful;
    }
}
