package xiangbao.readers.excel.workbook;

import xiangbao.statistics.submissions.CellReference;

/** The text of a shared formula as another cell of its range has it: references move along, names and texts stay. */
final class ShiftedFormula {
    private ShiftedFormula() {}

    static String of(String text, int rows, int columns) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '"' || character == '\'') {
                int end = text.indexOf(character, at + 1);
                end = end < 0 ? text.length() : end + 1;
                result.append(text, at, end);
                at = end;
            } else if (isWord(character)) {
                int end = at;
                while (end < text.length() && isWord(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end);
                boolean name = end < text.length() && (text.charAt(end) == '(' || text.charAt(end) == '!');
                result.append(name ? word : shiftedReference(word, rows, columns));
                at = end;
            } else {
                result.append(character);
                at++;
            }
        }
        return result.toString();
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character)
                || character == '$'
                || character == '_'
                || character == '.'
                || character == '\\';
    }

    /** A word that is a cell, such as {@code $B7}, moved by what is not fixed with a dollar sign; any other word as it is. */
    private static String shiftedReference(String word, int rows, int columns) {
        int at = 0;
        boolean columnFixed = at < word.length() && word.charAt(at) == '$';
        at += columnFixed ? 1 : 0;
        int letters = at;
        int column = 0;
        while (at < word.length() && at - letters < 4 && isAsciiLetter(word.charAt(at))) {
            column = column * 26 + (word.charAt(at) & 0x1f);
            at++;
        }
        if (at == letters || at - letters > 3) {
            return word;
        }
        boolean rowFixed = at < word.length() && word.charAt(at) == '$';
        at += rowFixed ? 1 : 0;
        int digits = at;
        int row = 0;
        while (at < word.length() && at - digits < 7 && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            row = row * 10 + word.charAt(at) - '0';
            at++;
        }
        if (at == digits || at < word.length()) {
            return word;
        }
        int newColumn = column - 1 + (columnFixed ? 0 : columns);
        int newRow = row + (rowFixed ? 0 : rows);
        if (newColumn < 0 || newColumn >= Area.MOST_COLUMNS || newRow < 1 || newRow > Area.MOST_ROWS) {
            return "#REF!";
        }
        return (columnFixed ? "$" : "") + CellReference.columnName(newColumn) + (rowFixed ? "$" : "") + newRow;
    }

    private static boolean isAsciiLetter(char character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }
}
