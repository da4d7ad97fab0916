package xiangbao.readers.excel.xlsx;

import java.util.Arrays;

/** Characters of one element; reused, so that a figure costs no object. */
final class TextBuffer {
    private char[] characters = new char[64];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void append(char[] source, int from, int count) {
        if (length + count > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, length + count));
        }
        System.arraycopy(source, from, characters, length, count);
        length += count;
    }

    void trim() {
        int from = 0;
        while (from < length && characters[from] <= ' ') {
            from++;
        }
        while (length > from && characters[length - 1] <= ' ') {
            length--;
        }
        if (from > 0) {
            System.arraycopy(characters, from, characters, 0, length - from);
            length -= from;
        }
    }

    char[] characters() {
        return characters;
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
