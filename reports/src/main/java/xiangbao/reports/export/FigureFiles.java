package xiangbao.reports.export;

import java.nio.charset.StandardCharsets;

/** The files in which figures are handed on: CSV for spreadsheets, SDMX for statistical systems. */
public final class FigureFiles {
    private final FigureExport export;

    public FigureFiles(FigureExport export) {
        this.export = export;
    }

    /** For a spreadsheet, with titles in Chinese. */
    public byte[] csv() {
        return new FigureCsv(export).figures();
    }

    /** The targets for a spreadsheet, in the same way. */
    public byte[] targetsCsv() {
        return new FigureCsv(export).targets();
    }

    /** SDMX-CSV 2.0: codes only; what they mean is in {@link #sdmxStructure}. */
    public byte[] sdmxCsv() {
        return SdmxCsv.of(export).getBytes(StandardCharsets.UTF_8);
    }

    /** The targets as SDMX-CSV 2.0. */
    public byte[] targetsSdmxCsv() {
        return SdmxCsv.targets(export).getBytes(StandardCharsets.UTF_8);
    }

    /** SDMX-ML 3.0: the dataflows, their data structures, concepts and code lists. */
    public byte[] sdmxStructure() {
        return SdmxStructure.of(export);
    }
}
