package xiangbao.console.published;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports as LibreOffice prints them. */
public final class PrintedPages {
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.-]+)\" yMax=\"([\\d.-]+)\">([^<]*)</word>");
    private static final Pattern PAGE =
            Pattern.compile("(?s)<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">(.*?)</page>");

    private PrintedPages() {}

    /**
     * A page.
     *
     * @param text without spaces and line ends
     * @param outside a word that runs over the edge of the paper, or empty
     */
    public record Page(double width, double height, String text, String outside) {}

    /** What is missing on this machine to print; empty when nothing is. */
    public static Optional<String> lacking() {
        List<String> lacking = new ArrayList<>();
        for (String program : List.of("soffice", "pdftotext")) {
            if (Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                lacking.add(program);
            }
        }
        return lacking.isEmpty() ? Optional.empty() : Optional.of(String.join("、", lacking));
    }

    /** Prints reports into a folder; LibreOffice is started once for all of them. */
    public static void print(List<Path> reports, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        reports.forEach(report -> command.add(report.toString()));
        run(command, folder.resolve("soffice.log"));
    }

    public static List<Page> read(Path pdf) throws Exception {
        Path boxes = pdf.resolveSibling(pdf.getFileName() + ".html");
        run(List.of("pdftotext", "-bbox", pdf.toString(), boxes.toString()), pdf.resolveSibling("pdftotext.log"));
        List<Page> pages = new ArrayList<>();
        Matcher page = PAGE.matcher(Files.readString(boxes));
        while (page.find()) {
            double width = Double.parseDouble(page.group(1));
            StringBuilder text = new StringBuilder();
            String outside = "";
            Matcher word = WORD.matcher(page.group(3));
            while (word.find()) {
                text.append(word.group(5).replaceAll("\\s", ""));
                if (Double.parseDouble(word.group(1)) < -1 || Double.parseDouble(word.group(3)) > width + 1) {
                    outside = word.group(5);
                }
            }
            pages.add(new Page(width, Double.parseDouble(page.group(2)), text.toString(), outside));
        }
        return pages;
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " has not ended after ten minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + ": " + Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
