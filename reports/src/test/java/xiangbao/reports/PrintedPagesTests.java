package xiangbao.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.county.SampleCounty;

/** Workbooks as another program prints them: how many pages, on which paper. Skipped where LibreOffice and poppler are not installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedPagesTests {
    private static final Pattern PAGE = Pattern.compile("Page\\s+(\\d+) size:\\s+([0-9.]+) x ([0-9.]+)");

    private final Map<String, List<String>> pages = new TreeMap<>();
    private Path folder = Path.of("");

    @BeforeAll
    void prints(@TempDir Path temporary) throws IOException, InterruptedException {
        assumeTrue(
                isInstalled("soffice") && isInstalled("pdfinfo") && isInstalled("pdftotext"),
                "没有安装 LibreOffice（soffice）和 poppler-utils，不检查打印出来的页");
        folder = temporary;
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + temporary.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                temporary.toString()));
        for (Path file : new CountyReports(Path.of("..", "templates"))
                .write(SampleCounty.result(), temporary.resolve("reports"))) {
            Map<String, String> ascii =
                    Map.of("目标任务完成情况表.xlsx", "targets", "县农业农村局_目标任务.xlsx", "department", "甲09镇_情况.xlsx", "township");
            String name = ascii.get(file.getFileName().toString());
            if (name != null) {
                command.add(Files.copy(file, temporary.resolve(name + ".xlsx")).toString());
            }
        }
        run(command);
        for (String name : List.of("targets", "department", "township")) {
            List<String> sizes = new ArrayList<>();
            Matcher matcher = PAGE.matcher(run(List.of(
                    "pdfinfo", "-l", "99", temporary.resolve(name + ".pdf").toString())));
            while (matcher.find()) {
                sizes.add(Math.round(Double.parseDouble(matcher.group(2))) + "x"
                        + Math.round(Double.parseDouble(matcher.group(3))));
            }
            pages.put(name, sizes);
        }
    }

    @Test
    void theTargetsAndTheirSourcesTakeOneA3PageForEachSheetAndTheNumbersTwoOfA4() {
        assertThat(pages.get("targets")).containsExactly("1191x842", "1191x842", "595x842", "595x842", "1191x842");
    }

    @Test
    void noColumnOfADepartmentIsCutOff() {
        assertThat(pages.get("department")).containsExactly("842x595", "842x595", "842x595", "595x842", "1191x842");
    }

    @Test
    void aTownshipSignsEachSubmissionOnOnePage() throws IOException, InterruptedException {
        assertThat(pages.get("township"))
                .containsExactly("842x595", "595x842", "842x595", "842x595", "595x842", "595x842", "1191x842");
        assertThat(text("township", 5)).contains("甲09镇农村卫生厕所情况", "数据摘要（SHA-256）", "单位盖章处");
        assertThat(text("township", 6)).contains("甲09镇乡镇粮食作物播种面积和产量", "数据摘要（SHA-256）", "单位盖章处");
    }

    @Test
    void everyPageSaysThatItIsNoLegalStatisticAndWhichPageItIs() throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> file : pages.entrySet()) {
            int count = file.getValue().size();
            for (int page = 1; page <= count; page++) {
                assertThat(text(file.getKey(), page)).contains("乡镇调度数，非法定统计数据", "第" + page + "页", "共" + count + "页");
            }
        }
    }

    private String text(String name, int page) throws IOException, InterruptedException {
        return run(List.of(
                        "pdftotext",
                        "-layout",
                        "-enc",
                        "UTF-8",
                        "-f",
                        Integer.toString(page),
                        "-l",
                        Integer.toString(page),
                        folder.resolve(name + ".pdf").toString(),
                        "-"))
                .replace(" ", "");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(command.get(0)).isTrue();
        return said;
    }
}
