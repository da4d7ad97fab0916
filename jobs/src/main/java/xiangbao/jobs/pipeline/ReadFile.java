package xiangbao.jobs.pipeline;

import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** A file as it was read; sha256 is null when its bytes could not be had, or were too many to be kept. */
record ReadFile(ManifestRow row, @Nullable String sha256, ReadWorkbook workbook) {}
