package xiangbao.readers.excel;

/**
 * Why a file cannot be read as a workbook.
 *
 * @param code stable, such as {@code ENCRYPTED} or {@code ZIP-BOMB}
 * @param message what is wrong, in Chinese
 * @param remedy what to do, in Chinese
 */
public record Rejection(String code, String message, String remedy) implements Opened {}
