package xiangbao.readers.forms;

import xiangbao.statistics.model.CellReference;

/** What stands behind a label, or without one, in a form's header. */
record HeaderValue(String text, CellReference cell) {}
