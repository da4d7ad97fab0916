package xiangbao.readers.excel.limits;

import java.time.Duration;

/**
 * How much a workbook may be and hold. All limits are absolute: a bomb can be built to stay below any ratio.
 *
 * @param fileBytes of the file as it lies on the disk
 * @param legacyFileBytes of an .xls, which is held in memory as objects
 * @param entries of the archive
 * @param partBytes of one inflated part
 * @param totalBytes of all inflated parts together
 * @param sheets of a workbook
 * @param cells that are not empty, in all sheets together
 * @param merges of a workbook
 * @param cellCharacters of one cell
 * @param totalCharacters of all texts together
 * @param otherNames of defined names, custom properties and styles, each
 * @param names different ones of elements and attributes, in all parts together
 * @param attributes of one element
 * @param events of the parser, in all parts together: each start, text and end of an element is one
 * @param time that a reading may take on the slowest machine; the other limits are meant to be met long before
 */
public record Limits(
        int fileBytes,
        int legacyFileBytes,
        int entries,
        long partBytes,
        long totalBytes,
        int sheets,
        int cells,
        int merges,
        int cellCharacters,
        long totalCharacters,
        int otherNames,
        int names,
        int attributes,
        long events,
        Duration time) {
    public static final Limits DEFAULT = new Limits(
            64 << 20,
            16 << 20,
            5_000,
            256L << 20,
            512L << 20,
            256,
            5_000_000,
            50_000,
            100_000,
            64L << 20,
            70_000,
            2_000,
            250,
            100_000_000,
            Duration.ofMinutes(1));
}
