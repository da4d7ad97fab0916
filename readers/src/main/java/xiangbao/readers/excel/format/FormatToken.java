package xiangbao.readers.excel.format;

/** A stretch of the format: a placeholder of a digit, a text that is written as it stands, or one of the signs that have a meaning. */
record FormatToken(Kind kind, String text) {
    enum Kind {
        DIGIT,
        POINT,
        COMMA,
        LITERAL,
        GENERAL,
        TEXT
    }
}
