package xiangbao.readers.forms.matrix;

/** A line of the sheet that is a row of the form. */
record MatrixLine(MatrixBlock block, int row) {}
