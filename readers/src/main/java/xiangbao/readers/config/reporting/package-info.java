/** How the county reports, whatever the form: days that are worked ({@code calendar.yaml}), how reporting is scored ({@code scoring.yaml}), what an explanation must say ({@code explanations.yaml}). */
@NullMarked
package xiangbao.readers.config.reporting;

import org.jspecify.annotations.NullMarked;
