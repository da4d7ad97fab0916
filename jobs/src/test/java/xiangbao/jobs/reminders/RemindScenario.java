package xiangbao.jobs.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.store.operations.Reminders;
import xiangbao.jobs.store.operations.StoredReminder;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.ReadSubmission;

/** 催报 in a county of three townships whose ponds are due on Monday the 12th of October; each kind of database runs it. */
abstract class RemindScenario extends CountyScenario {
    private static final ReferencePeriod QUARTER = ReferencePeriod.of("2026-Q3");
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void describe() throws IOException {
        itIs("2026-10-14T09:00:00");
    }

    private void itIs(String moment) {
        day.moveTo(LocalDateTime.parse(moment));
    }

    @Override
    protected Office open() {
        Map<String, String> overrides = new HashMap<>(settings);
        overrides.put("xiangbao.inbox.settling", "50ms");
        return Office.open(settings("workspace", overrides));
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private void handIn(Office office, String unit, String sound, String area) throws IOException {
        ToyCounty.workbook(workspace().resolve("inbox/" + unit + "/山塘.xlsx"), unit, "2026年三季度", "100", sound, area);
        office.entry(MainJob.class)
                .run(new RunOrder(List.of(), Optional.empty(), Cause.command("tester"), RunListener.SILENT));
    }

    private void contacts(String lines) throws IOException {
        Files.writeString(folder.resolve("config/contacts.csv"), "code,name,mail\n" + lines);
    }

    private void mailServer(int port) {
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(port));
        settings.put("xiangbao.mail.from", "tongji@example.cn");
    }

    private static RemindOrder order(boolean send, boolean again) {
        return new RemindOrder(
                Optional.of(QUARTER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                send,
                again,
                false,
                "tester");
    }

    private static List<String> told(RemindAnswer answer) {
        return answer.units().stream()
                .map(one -> one.unitName() + " "
                        + one.items().stream()
                                .map(item ->
                                        item.kind() + " " + item.form() + " " + item.period() + " " + item.daysLeft())
                                .toList()
                        + " " + one.sending())
                .toList();
    }

    @Test
    void tellsThoseWhoOweSomethingAndNobodyElse() throws IOException {
        try (Office office = open()) {
            handIn(office, "莲湖乡", "120", "88.5");
            handIn(office, "藕池街道", "60", "600");

            RemindAnswer answer = office.entry(Reminding.class).remind(order(false, false));

            assertThat(told(answer))
                    .containsExactly(
                            "荷塘镇 [MISSING 试1-1 2026-Q3 -2] NOT_ASKED", "莲湖乡 [RETURNED 试1-1 2026-Q3 -2] NOT_ASKED");
            assertThat(answer.needsAttention()).isFalse();
            assertThat(answer.folder()).isEqualTo(workspace().resolve("reminders/2026-10-14"));
            assertThat(answer.files()).containsExactly("催报名单.txt");
            UnitReminder missing = answer.units().get(0);
            assertThat(missing.files()).containsExactly("荷塘镇_催报.txt", "荷塘镇_2026年三季度待报报表.xlsx");
            assertThat(missing.text()).isEqualTo("""
                    【催报】荷塘镇：
                    截至10月14日，还有1张报表等您单位报送：
                    1. 试1-1 山塘基本情况（2026年三季度）：未报，期限10月12日，已逾期2天。
                    请填写工作簿“荷塘镇_2026年三季度待报报表.xlsx”，放进收件夹里“荷塘镇”文件夹。
                    刚刚报过的，不必再报。
                    试验县　2026年10月14日""");
            UnitReminder returned = answer.units().get(1);
            assertThat(returned.items())
                    .extracting(ReminderItem::feedback)
                    .containsExactly("feedback/莲湖乡/山塘_退回_第1次.xlsx");
            assertThat(workspace().resolve(returned.items().get(0).feedback())).isRegularFile();
            assertThat(returned.files()).containsExactly("莲湖乡_催报.txt");
            assertThat(answer.summary()).isEqualTo("""
                    试验县催报名单（2026年10月14日）

                    试1-1 山塘基本情况（2026年三季度）
                    应报3个，已报2个（其中退回未重报1个），未报1个。期限10月12日，已逾期2天。
                    未报：荷塘镇
                    退回未重报：莲湖乡""");
            assertThat(Files.readString(answer.folder().resolve("荷塘镇_催报.txt")))
                    .isEqualTo("\uFEFF" + missing.text().replace("\n", "\r\n") + "\r\n");
            assertThat(names(answer.folder()))
                    .containsExactly("催报名单.txt", "荷塘镇_2026年三季度待报报表.xlsx", "荷塘镇_催报.txt", "莲湖乡_催报.txt");
            assertThat(texts(Files.readAllBytes(answer.folder().resolve("荷塘镇_2026年三季度待报报表.xlsx"))))
                    .contains("荷塘镇");
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(QUARTER)))
                    .filteredOn(action -> action.command().equals("remind"))
                    .extracting(LoggedAction::actor, LoggedAction::exit, LoggedAction::detail)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("tester", 0, "催 2 个单位 2 张次，发出邮件 0 封"));
        }
    }

    @Test
    void leavesInPeaceWhoHasReportedMeanwhile() throws IOException {
        try (Office office = open()) {
            handIn(office, "莲湖乡", "120", "88.5");
            Path day = office.entry(Reminding.class).remind(order(false, false)).folder();
            assertThat(names(day)).contains("荷塘镇_催报.txt", "莲湖乡_催报.txt", "藕池街道_催报.txt");
            Path begun = day.resolve("藕池街道_2026年三季度待报报表.xlsx");
            save(begun);
            byte[] filled = Files.readAllBytes(begun);
            handIn(office, "荷塘镇", "60", "88.5");
            handIn(office, "莲湖乡", "60", "88.5");

            RemindAnswer answer = office.entry(Reminding.class).remind(order(false, false));

            assertThat(told(answer)).containsExactly("藕池街道 [MISSING 试1-1 2026-Q3 -2] NOT_ASKED");
            assertThat(names(day))
                    .contains("藕池街道_催报.txt", "藕池街道_2026年三季度待报报表（2）.xlsx")
                    .doesNotContain("荷塘镇_催报.txt", "莲湖乡_催报.txt");
            assertThat(begun).hasBinaryContent(filled);

            handIn(office, "藕池街道", "60", "88.5");
            assertThat(office.entry(Reminding.class).remind(order(false, false)).summary())
                    .isEqualTo("""
                    试验县催报名单（2026年10月14日）

                    试1-1 山塘基本情况（2026年三季度）
                    应报3个，已报齐。""");
            assertThat(names(day)).noneMatch(name -> name.endsWith("_催报.txt"));
        }
    }

    /** As somebody does who has typed into it. */
    private static void save(Path file) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.write(saved);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            saved.writeTo(out);
        }
    }

    @Test
    void leavesInPeaceWhoseReportIsBeingReviewed() {
        try (Office office = open()) {
            Manifest manifest = office.entry(Manifest.class);
            long claim = manifest.openClaim(
                    ClaimOrder.intake(Optional.empty(), Cause.command("tester").stored(), false),
                    LocalDateTime.now(day));
            manifest.list(claim, Map.of("荷塘镇/山塘.xlsx", 1L));
            office.entry(Submissions.class)
                    .store(
                            manifest.files(claim).get(0).id(),
                            0,
                            new ReadSubmission(
                                    new FormCode("试1-1"),
                                    new UnitCode("990000101"),
                                    QUARTER,
                                    1,
                                    Filing.FIGURES,
                                    "山塘",
                                    null,
                                    List.of(),
                                    List.of()),
                            false,
                            "digest");

            assertThat(office.entry(Reminding.class).remind(order(false, false)).units())
                    .extracting(UnitReminder::unitName)
                    .containsExactly("莲湖乡", "藕池街道");
        }
    }

    @Test
    void leavesASealedPeriodInPeaceAndWhatIsHeldForIt() throws IOException {
        try (Office office = open()) {
            handIn(office, "荷塘镇", "60", "88.5");
            office.entry(MainJob.class)
                    .run(new RunOrder(List.of(), Optional.of(QUARTER), Cause.command("tester"), RunListener.SILENT));
            assertThat(office.entry(Sealing.class)
                            .seal(new SealOrder(
                                    QUARTER, true, new Cause(Cause.Kind.SEAL, "tester", "到期"), RunListener.SILENT))
                            .sealed())
                    .isTrue();
            handIn(office, "莲湖乡", "60", "88.5");

            RemindAnswer asked = office.entry(Reminding.class).remind(order(false, false));
            RemindAnswer scheduled = office.entry(Reminding.class).remind(RemindOrder.byPolicy("serve"));

            assertThat(asked.units()).isEmpty();
            assertThat(scheduled.units()).isEmpty();
            assertThat(asked.summary()).endsWith("今天没有要催的报表。");
            assertThat(workspace().resolve("reminders")).doesNotExist();
        }
    }

    @Test
    void keepsToThePolicyWithoutAPeriod() throws IOException {
        Files.writeString(folder.resolve("config/application.yaml"), """
                xiangbao:
                  reminders: { before: [2], after: 每周, at-most-days: 20 }
                """);
        Files.writeString(folder.resolve("config/forms/试2-1.yaml"), """
                form: 试2-1
                title: 水库月报
                frequency: 月报
                layout: 综合表
                owed-by: 县水利局
                due-day: 25
                columns:
                  "1": { title: 本期数 }
                rows:
                  "01": { title: 水库总数, unit: 座, decimals: 0, over-time: 时点 }
                """);
        try (Office office = open()) {
            List<String> days = new ArrayList<>();
            for (int day = 5; day <= 31; day++) {
                itIs("2026-10-" + (day < 10 ? "0" : "") + day + "T09:00:00");
                List<String> told = told(office.entry(Reminding.class).remind(RemindOrder.byPolicy("serve")));
                if (!told.isEmpty()) {
                    days.add(day + " " + told);
                }
            }
            // the ponds are due on the 12th, two days before is Saturday; September's reservoirs on the 25th of
            // September, October's on Monday the 26th, two days before is Saturday
            String ponds = "[MISSING 试1-1 2026-Q3 ";
            assertThat(days)
                    .containsExactly(
                            "5 [县水利局 [MISSING 试2-1 2026-09 -10] NOT_ASKED]",
                            "9 [荷塘镇 " + ponds + "3] NOT_ASKED, 莲湖乡 " + ponds + "3] NOT_ASKED, 藕池街道 " + ponds
                                    + "3] NOT_ASKED]",
                            "12 [县水利局 [MISSING 试2-1 2026-09 -17] NOT_ASKED]",
                            "19 [荷塘镇 " + ponds + "-7] NOT_ASKED, 莲湖乡 " + ponds + "-7] NOT_ASKED, 藕池街道 " + ponds
                                    + "-7] NOT_ASKED]",
                            "23 [县水利局 [MISSING 试2-1 2026-10 3] NOT_ASKED]",
                            "26 [荷塘镇 " + ponds + "-14] NOT_ASKED, 莲湖乡 " + ponds + "-14] NOT_ASKED, 藕池街道 " + ponds
                                    + "-14] NOT_ASKED]");
        }
    }

    @Test
    void limitsItselfToAUnitOrAForm() throws IOException {
        try (Office office = open()) {
            RemindOrder one = new RemindOrder(
                    Optional.of(QUARTER),
                    Optional.of("莲湖"),
                    Optional.of(new FormCode("试1-1")),
                    Optional.of(folder.resolve("elsewhere")),
                    false,
                    false,
                    false,
                    "tester");
            RemindAnswer answer = office.entry(Reminding.class).remind(one);

            assertThat(answer.units()).extracting(UnitReminder::unitName).containsExactly("莲湖乡");
            assertThat(answer.folder()).isEqualTo(folder.resolve("elsewhere"));
            assertThat(folder.resolve("elsewhere/莲湖乡_催报.txt")).isRegularFile();
            assertThat(workspace().resolve("reminders")).doesNotExist();

            Path list = office.entry(Reminding.class)
                    .remind(order(false, false))
                    .folder()
                    .resolve("催报名单.txt");
            String county = Files.readString(list);
            RemindAnswer part = office.entry(Reminding.class)
                    .remind(new RemindOrder(
                            Optional.of(QUARTER),
                            Optional.of("莲湖乡"),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            false,
                            false,
                            "tester"));
            assertThat(part.files()).isEmpty();
            assertThat(list).hasContent(county);
            assertThat(names(list.resolveSibling("."))).contains("荷塘镇_催报.txt", "莲湖乡_催报.txt");
            assertThatThrownBy(() -> office.entry(Reminding.class)
                            .remind(new RemindOrder(
                                    Optional.of(QUARTER),
                                    Optional.of("莲池"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    false,
                                    false,
                                    "tester")))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageStartingWith("没有填报单位“莲池”");
            assertThatThrownBy(() -> office.entry(Reminding.class).remind(order(true, false)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageStartingWith("没有配置邮件服务器");
        }
    }

    @Test
    void sendsEachUnitItsMailOnceADay() throws Exception {
        contacts("""
                990000101,荷塘镇,hetang@example.cn|tongji.hetang@example.cn
                990000102,莲湖乡,lianhu@example.cn
                """);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mailServer(mail.getSmtp().getPort());
            try (Office office = open()) {
                handIn(office, "莲湖乡", "120", "88.5");

                RemindAnswer first = office.entry(Reminding.class).remind(order(true, false));

                assertThat(first.units())
                        .extracting(UnitReminder::unitName, UnitReminder::sending)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("荷塘镇", UnitReminder.Sending.SENT),
                                org.assertj.core.groups.Tuple.tuple("莲湖乡", UnitReminder.Sending.SENT),
                                org.assertj.core.groups.Tuple.tuple("藕池街道", UnitReminder.Sending.NO_ADDRESS));
                assertThat(first.needsAttention()).isTrue();
                List<MimeMessage> received = received(mail);
                // one for each address
                assertThat(received).hasSize(3);
                MimeMessage missing = received.stream()
                        .filter(one -> subject(one).contains("荷塘镇"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Arrays.stream(missing.getRecipients(Message.RecipientType.TO))
                                .map(Object::toString))
                        .containsExactly("hetang@example.cn", "tongji.hetang@example.cn");
                assertThat(missing.getFrom()).extracting(Object::toString).containsExactly("tongji@example.cn");
                assertThat(missing.getSubject()).isEqualTo("【催报】荷塘镇：2026年三季度报表1张已逾期");
                assertThat(missing.getSentDate().toInstant()).isEqualTo(day.instant());
                MimeMultipart parts = (MimeMultipart) missing.getContent();
                assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                        .isEqualTo(first.units().get(0).text());
                assertThat(parts.getCount()).isEqualTo(2);
                assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("荷塘镇_2026年三季度待报报表.xlsx");
                assertThat(parts.getBodyPart(1).getHeader("Content-Disposition")[0])
                        .startsWith("attachment")
                        .contains("UTF-8''%E8%8D%B7%E5%A1%98");
                assertThat(parts.getBodyPart(1).getHeader("Content-Type")[0])
                        .contains("name=\"=?UTF-8?B?"
                                + java.util.Base64.getEncoder()
                                        .encodeToString("荷塘镇_2026年三季度待报报表.xlsx".getBytes(StandardCharsets.UTF_8)));
                byte[] attached = parts.getBodyPart(1).getInputStream().readAllBytes();
                assertThat(attached).isEqualTo(Files.readAllBytes(first.folder().resolve("荷塘镇_2026年三季度待报报表.xlsx")));
                assertThat(texts(attached)).contains("荷塘镇");
                MimeMessage returned = received.stream()
                        .filter(one -> subject(one).contains("莲湖乡"))
                        .findFirst()
                        .orElseThrow();
                MimeMultipart return1 = (MimeMultipart) returned.getContent();
                assertThat(return1.getCount()).isEqualTo(2);
                assertThat(return1.getBodyPart(1).getFileName()).isEqualTo("山塘_退回_第1次.xlsx");
                assertThat(texts(return1.getBodyPart(1).getInputStream().readAllBytes()))
                        .contains("审核结果");

                itIs("2026-10-14T17:00:00");
                assertThat(office.entry(Reminding.class)
                                .remind(order(true, false))
                                .units())
                        .extracting(UnitReminder::sending)
                        .containsExactly(
                                UnitReminder.Sending.ALREADY_SENT,
                                UnitReminder.Sending.ALREADY_SENT,
                                UnitReminder.Sending.NO_ADDRESS);
                assertThat(received(mail)).hasSize(3);

                assertThat(office.entry(Reminding.class)
                                .remind(order(true, true))
                                .units()
                                .get(0)
                                .sending())
                        .isEqualTo(UnitReminder.Sending.SENT);
                assertThat(received(mail)).hasSize(6);

                itIs("2026-10-15T09:00:00");
                handIn(office, "荷塘镇", "60", "88.5");
                assertThat(told(office.entry(Reminding.class).remind(order(true, false))))
                        .containsExactly(
                                "莲湖乡 [RETURNED 试1-1 2026-Q3 -3] SENT", "藕池街道 [MISSING 试1-1 2026-Q3 -3] NO_ADDRESS");
                assertThat(received(mail)).hasSize(7);
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    void sendsNoReturnThatNamesPersons() throws Exception {
        contacts("990000102,莲湖乡,lianhu@example.cn\n");
        Path sent =
                ToyCounty.workbook(workspace().resolve("inbox/莲湖乡/名单.xlsx"), "莲湖乡", "2026年三季度", "100", "60", "88.5");
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(sent);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.getSheetAt(0).getRow(3).createCell(4).setCellValue("身份证号码");
            workbook.getSheetAt(0).getRow(5).createCell(4).setCellValue("43062619800101123X");
            workbook.write(named);
        }
        Files.write(sent, named.toByteArray());
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mailServer(mail.getSmtp().getPort());
            try (Office office = open()) {
                office.entry(MainJob.class)
                        .run(new RunOrder(List.of(), Optional.empty(), Cause.command("tester"), RunListener.SILENT));

                RemindAnswer answer = office.entry(Reminding.class).remind(order(true, false));

                assertThat(told(answer)).contains("莲湖乡 [RETURNED 试1-1 2026-Q3 -2] SENT");
                MimeMultipart parts = (MimeMultipart) received(mail).get(0).getContent();
                assertThat(parts.getCount()).isEqualTo(1);
                assertThat(parts.getBodyPart(0).getContent().toString()).contains("feedback/莲湖乡/名单_退回_第1次.xlsx");
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    void sendsWhatHasBecomeTrueSinceTheMorning() throws Exception {
        contacts("990000101,荷塘镇,hetang@example.cn\n");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mailServer(mail.getSmtp().getPort());
            try (Office office = open()) {
                office.entry(Reminding.class).remind(order(true, false));
                handIn(office, "荷塘镇", "120", "88.5");

                RemindAnswer evening = office.entry(Reminding.class).remind(order(true, false));

                assertThat(told(evening).get(0)).isEqualTo("荷塘镇 [RETURNED 试1-1 2026-Q3 -2] SENT");
                assertThat(received(mail)).hasSize(2);
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    void goesOnAfterALetterThatIsRefused() throws IOException {
        contacts("""
                990000101,荷塘镇,nobody@example.cn
                990000102,莲湖乡,nobody@example.cn|lianhu@example.cn
                990000103,藕池街道,ouchi@example.cn
                """);
        try (StubbornMailServer mail = new StubbornMailServer()) {
            mailServer(mail.port());
            try (Office office = open()) {
                RemindAnswer answer = office.entry(Reminding.class).remind(order(true, false));

                assertThat(answer.units())
                        .extracting(one -> one.unitName() + " " + one.sending() + " " + one.note())
                        .containsExactly(
                                "荷塘镇 FAILED 邮件服务器不收这个地址：no***@example.cn",
                                "莲湖乡 SENT 邮件服务器不收这个地址：no***@example.cn",
                                "藕池街道 SENT ");
                assertThat(answer.needsAttention()).isTrue();
                assertThat(mail.delivered()).containsExactly("lianhu@example.cn", "ouchi@example.cn");

                contacts("""
                        990000101,荷塘镇,hetang@example.cn
                        990000102,莲湖乡,lianhu@example.cn
                        """);
                assertThat(office.entry(Reminding.class)
                                .remind(order(true, false))
                                .units())
                        .extracting(UnitReminder::sending)
                        .containsExactly(
                                UnitReminder.Sending.SENT,
                                UnitReminder.Sending.ALREADY_SENT,
                                UnitReminder.Sending.NO_ADDRESS);
                assertThat(mail.delivered())
                        .containsExactly("lianhu@example.cn", "ouchi@example.cn", "hetang@example.cn");
            }
        }
    }

    @Test
    void sendsNothingTwiceWhenNobodyKnowsWhetherItWent() throws IOException {
        contacts("""
                990000101,荷塘镇,hangup@example.cn
                990000102,莲湖乡,lianhu@example.cn
                990000103,藕池街道,ouchi@example.cn
                """);
        try (StubbornMailServer mail = new StubbornMailServer()) {
            mailServer(mail.port());
            try (Office office = open()) {
                // as a process that was killed in the middle leaves it
                office.entry(Reminders.class)
                        .intend(
                                new StoredReminder(
                                        "990000102",
                                        StoredReminder.MAIL,
                                        "li***@example.cn",
                                        "killed@xiangbao",
                                        "serve",
                                        LocalDateTime.now(day).minusHours(1),
                                        List.of(new StoredReminder.Item(
                                                "试1-1", "2026-Q3", "MISSING", java.time.LocalDate.of(2026, 10, 12)))),
                                false);

                String uncertain = "不知是否送到；确实没有收到的，用 --again 再发";
                assertThat(office.entry(Reminding.class)
                                .remind(order(true, false))
                                .units())
                        .extracting(one -> one.unitName() + " " + one.sending() + " " + one.note())
                        .containsExactly(
                                "荷塘镇 FAILED 发送途中连接断开，" + uncertain,
                                "莲湖乡 ALREADY_SENT 上次发送中途断了，" + uncertain,
                                "藕池街道 SENT ");
                assertThat(office.entry(Reminding.class)
                                .remind(order(true, false))
                                .units())
                        .extracting(one -> one.unitName() + " " + one.sending() + " " + one.note())
                        .containsExactly(
                                "荷塘镇 ALREADY_SENT 上次发送中途断了，" + uncertain,
                                "莲湖乡 ALREADY_SENT 上次发送中途断了，" + uncertain,
                                "藕池街道 ALREADY_SENT ");
                assertThat(mail.delivered()).containsExactly("hangup@example.cn", "ouchi@example.cn");
            }
        }
    }

    @Test
    void saysThatTheServerIsNotThereAndSendsLater() throws IOException {
        contacts("""
                990000101,荷塘镇,hetang@example.cn
                990000102,莲湖乡,lianhu@example.cn
                """);
        StubbornMailServer gone = new StubbornMailServer();
        mailServer(gone.port());
        gone.close();
        settings.put("spring.mail.username", "tongji");
        settings.put("spring.mail.password", "geheim-wort");
        try (Office office = open()) {
            RemindAnswer answer = office.entry(Reminding.class).remind(order(true, false));

            String note = "连不上邮件服务器 127.0.0.1，请检查地址、端口和网络";
            assertThat(answer.units())
                    .extracting(one -> one.unitName() + " " + one.sending() + " " + one.note())
                    .containsExactly(
                            "荷塘镇 FAILED " + note,
                            "莲湖乡 FAILED " + note,
                            "藕池街道 NO_ADDRESS config/contacts.csv 里没有这个单位的邮箱");
        }
        assertThat(Files.readString(workspace().resolve("logs/xiangbao.log"))).doesNotContain("geheim-wort");
        settings.remove("spring.mail.username");
        settings.remove("spring.mail.password");
        try (StubbornMailServer mail = new StubbornMailServer()) {
            mailServer(mail.port());
            try (Office office = open()) {
                assertThat(office.entry(Reminding.class)
                                .remind(order(true, false))
                                .units())
                        .extracting(UnitReminder::sending)
                        .startsWith(UnitReminder.Sending.SENT, UnitReminder.Sending.SENT);
            }
        }
    }

    @Test
    void refusesToSendToMistakenAddresses() throws IOException {
        contacts("990000110,荷塘镇,hetang@example.cn\n");
        mailServer(1);
        try (Office office = open()) {
            assertThatThrownBy(() -> office.entry(Reminding.class).remind(order(true, false)))
                    .isInstanceOfSatisfying(
                            ConfigurationMistakesException.class,
                            mistakes -> assertThat(mistakes.mistakes())
                                    .containsExactly(
                                            "config/contacts.csv:2: units.csv 里没有代码为“990000110”的单位，您是不是想写“990000101”？"));
            assertThat(office.entry(Reminding.class).remind(order(false, false)).units())
                    .hasSize(3);
        }
    }

    private static List<MimeMessage> received(GreenMail mail) {
        return List.of(mail.getReceivedMessages());
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(one -> one.getFileName().toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** All that stands in a workbook and the names of its sheets, as a reader sees it that is not ours. */
    private static String texts(byte[] workbook) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : read.getSheets().toList()) {
                texts.append(sheet.getName()).append('\n');
                for (Row row : sheet.read()) {
                    row.forEach(cell ->
                            texts.append(cell == null ? "" : cell.getText()).append('\n'));
                }
            }
        }
        return texts.toString();
    }
}
