package xiangbao.readers.forms.heading;

import xiangbao.statistics.submissions.CellReference;

/** What stands behind a label, or without one, in a form's header. */
public record HeaderValue(String text, CellReference cell) {}
