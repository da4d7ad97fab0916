package xiangbao.statistics.text;

/**
 * Text of a stranger as it may be shown on a screen or in a message: what cannot be seen, or makes something else seen than is there, stands by its name. A
 * line break or a character that turns the direction of writing, such as U+202E, fakes no line and no figure then.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The same text with 〈换行〉, 〈制表符〉 and names such as 〈U+202E〉 for the characters that nobody sees. */
    public static String of(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 0x7f)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(name(character));
            }
        });
        return shown.toString();
    }

    private static String name(int character) {
        return switch (character) {
            case '\n' -> "〈换行〉";
            case '\t' -> "〈制表符〉";
            default -> String.format("〈U+%04X〉", character);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
