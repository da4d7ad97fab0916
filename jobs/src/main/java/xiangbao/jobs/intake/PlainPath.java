package xiangbao.jobs.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The path of a file below a folder, as it is shown, stored and used for our copy: with forward slashes, on one line, of characters that every later file
 * system takes. A name of any bytes has one; most have it already.
 */
final class PlainPath {
    /** What a file system takes, in bytes. */
    private static final int LONGEST = 255;
    /** Left when it is too long, with room for a number. */
    private static final int SHORTENED = 220;

    private static final int LONGEST_ENDING = 12;
    private static final Charset OLD = Charset.forName("GB18030");
    private static final char UNKNOWN = '\uFFFD';

    private PlainPath() {}

    /** @param file as the file system gave it, below the folder: a path made from text has lost the bytes that are no characters */
    static String of(Path folder, Path file) {
        Path below = folder.relativize(file);
        List<String> names = new ArrayList<>();
        below.forEach(name -> names.add(name.toString()));
        if (names.stream().anyMatch(name -> name.indexOf(UNKNOWN) >= 0)) {
            // the address of a file is made of the bytes of its name
            String[] raw = file.toUri().getRawPath().replaceFirst("/$", "").split("/");
            for (int index = 0; index < names.size(); index++) {
                names.set(index, decode(bytes(raw[raw.length - names.size() + index])));
            }
        }
        names.replaceAll(PlainPath::plain);
        return String.join("/", names);
    }

    private static byte[] bytes(String escaped) {
        byte[] bytes = new byte[escaped.length()];
        int length = 0;
        for (int index = 0; index < escaped.length(); index++) {
            char character = escaped.charAt(index);
            if (character == '%') {
                bytes[length++] = (byte) Integer.parseInt(escaped.substring(index + 1, index + 3), 16);
                index += 2;
            } else {
                bytes[length++] = (byte) character;
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    /** In UTF-8, or in the encoding of older Chinese systems, or else each foreign byte by its number. */
    static String decode(byte[] name) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, OLD)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(name)).toString();
            } catch (CharacterCodingException other) {
                // tried as the next
            }
        }
        StringBuilder text = new StringBuilder();
        for (byte one : name) {
            text.append(one >= 0 ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
        }
        return text.toString();
    }

    /** One name without what would break a line, look like a folder or turn the direction of writing. */
    static String plain(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> text.append(String.format(Locale.ROOT, "〔%04X〕", point));
                default -> text.appendCodePoint(point == '\\' ? '＼' : point == '/' ? '／' : point);
            }
        });
        return shortened(text.toString());
    }

    /** A name grows when it is made plain, and from two bytes a character to three. */
    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        StringBuilder start = new StringBuilder(name.substring(0, name.length() - ending.length()));
        while ((start + ending).getBytes(StandardCharsets.UTF_8).length > SHORTENED) {
            start.setLength(start.offsetByCodePoints(start.length(), -1));
        }
        return start + ending;
    }
}
