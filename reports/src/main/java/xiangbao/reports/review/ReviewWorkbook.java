package xiangbao.reports.review;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.sources.Originals;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.screening.OpenFinding;
import xiangbao.statistics.submissions.CellReference;

/** One 审核情况表. Its column 核实情况 says what the unit explained and who accepted it; the rest of it is for handwriting. */
final class ReviewWorkbook {
    static final String RELATIONS = "按审核关系";
    static final String UNITS = "按填报单位";
    static final String OPEN = "核实清单";
    static final String OUTLIERS = "离群值";
    static final String OFFICIAL = "核定数差异";
    static final String FINDINGS = "问题明细";
    static final List<String> SHEETS = List.of(RELATIONS, UNITS, OPEN, WaiverSheet.NAME, OUTLIERS, OFFICIAL, FINDINGS);

    /** The column 报送 of the findings, which leads to the cell in the original. */
    private static final int ROUND = 4;

    private final Template template;
    private final CountyResult result;
    private final ReviewSummary review;

    ReviewWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
        this.review = ReviewSummary.of(result);
    }

    byte[] fill() throws IOException {
        relations(template.sheet(RELATIONS));
        units(template.sheet(UNITS));
        open(template.sheet(OPEN));
        OutlierSheet.fill(template.sheet(OUTLIERS), result.screening());
        official(template.sheet(OFFICIAL));
        findings(template.sheet(FINDINGS));
        FileSources.fill(template, result, ReviewReport.TEMPLATE, "审核情况");
        boolean waived = WaiverSheet.fill(template, review);
        for (String name : SHEETS) {
            if (waived || !name.equals(WaiverSheet.NAME)) {
                template.sheet(name).fill(tokens());
            }
        }
        return template.finish();
    }

    private void relations(TemplateSheet sheet) {
        Listing lines = Listing.of(sheet, review.byRelation().size());
        int number = 0;
        for (ReviewSummary.RelationLine one : review.byRelation()) {
            lines.line(
                    ++number,
                    one.severity().title(),
                    one.form().code(),
                    one.code(),
                    one.title(),
                    one.relation().map(relation -> relation.formula().text()).orElse("—"),
                    one.units().size(),
                    one.findings(),
                    one.corrected(),
                    one.units().isEmpty() ? "—" : Written.names(one.units()));
        }
    }

    private void units(TemplateSheet sheet) {
        Listing lines = Listing.of(sheet, review.byUnit().size());
        int number = 0;
        for (ReviewSummary.UnitLine one : review.byUnit()) {
            String titles = one.titles().entrySet().stream()
                    .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                    .collect(Collectors.joining("；"));
            lines.line(
                    ++number,
                    one.unit().name(),
                    one.received(),
                    one.of(Severity.MANDATORY),
                    one.of(Severity.QUERY),
                    one.of(Severity.HINT),
                    one.corrected(),
                    titles.isEmpty() ? "—" : titles);
        }
    }

    private void open(TemplateSheet sheet) {
        List<OpenFinding> open = result.screening().open();
        Listing lines = Listing.of(sheet, open.size());
        int number = 0;
        for (OpenFinding one : open) {
            lines.line(
                    ++number,
                    one.unit().name(),
                    one.indicator().title(),
                    one.indicator().code(),
                    unit(one.indicator()),
                    figure(one.value(), one.indicator()),
                    one.share() == null ? "—" : one.share(),
                    one.findings().stream().map(ReviewWorkbook::told).distinct().collect(Collectors.joining("；")),
                    one.findings().stream()
                            .map(finding -> explained(one, finding))
                            .filter(text -> !text.isEmpty())
                            .distinct()
                            .collect(Collectors.joining("；")));
        }
    }

    /** What is doubtful and, where it is known, what probably happened. */
    private static String told(Finding finding) {
        return finding.heading()
                + finding.title()
                + (finding.cause().isEmpty() ? "" : "（" + finding.cause().replaceAll("。$", "") + "）");
    }

    private String explained(OpenFinding open, Finding finding) {
        return result.reportings().stream()
                .filter(one -> one.unit().equals(open.unit())
                        && one.form().code().equals(open.indicator().code().form()))
                .findFirst()
                .flatMap(one -> one.counted().map(round -> explained(one, round, finding)))
                .orElse("");
    }

    /** 审核说明、追问 and 认可 of a finding, who has to act, or why its relation is waived; empty where nothing was said and nobody has to. */
    private String explained(Reporting reporting, Reporting.Round round, Finding finding) {
        Reporting.Explained said = round.explanations().get(finding.id(reporting.key()));
        if (finding.waived() && said != null) {
            LocalDateTime decided = said.acceptedAt();
            return (decided == null ? "" : Written.day(decided.toLocalDate()) + " ") + said.acceptedBy() + "决定不审："
                    + said.reason();
        }
        Dialogue dialogue = said == null ? Dialogue.SILENCE : said.dialogue();
        Optional<ExplanationRules.Shortcoming> wanting =
                said == null || said.text().isEmpty()
                        ? Optional.empty()
                        : result.definitions().explanations().shortcoming(finding, said.text(), Optional.empty());
        List<String> parts = new ArrayList<>();
        if (said != null && !(said.text().isEmpty() && said.acceptedAt() == null)) {
            parts.add(explained(said, finding, wanting));
        }
        if (dialogue.carriedFrom() != null) {
            parts.add("已说明（沿用" + dialogue.carriedFrom().title() + "说明）");
        }
        for (DoubtTurn turn : dialogue.turns()) {
            if (turn.kind() == DoubtTurn.Kind.ASKED || turn.kind() == DoubtTurn.Kind.REFUSED) {
                parts.add(turn.kind().title() + "：" + turn.text() + "（"
                        + Written.day(turn.at().toLocalDate()) + " " + turn.by() + "）");
            }
        }
        if (!dialogue.streakTold().isEmpty()) {
            parts.add(dialogue.streakTold());
        }
        result.lastReceipt()
                .flatMap(last -> dialogue.waiting(
                                finding,
                                round.received(),
                                said != null && !said.text().isEmpty() && wanting.isEmpty())
                        .map(one -> one.told(reporting.unit().name(), last.toLocalDate())))
                .ifPresent(parts::add);
        return String.join("；", parts);
    }

    private static String explained(
            Reporting.Explained said, Finding finding, Optional<ExplanationRules.Shortcoming> wanting) {
        String text = said.text().isEmpty() ? "没有说明" : "说明：" + said.text();
        LocalDateTime accepted = said.acceptedAt();
        if (accepted != null) {
            return text + "（" + Written.day(accepted.toLocalDate()) + " " + said.acceptedBy() + "认可：" + said.reason()
                    + "）";
        }
        return text
                + wanting.map(one -> "（" + one.title() + "）")
                        .orElse(finding.isOpen() && !said.dialogue().isAsked() ? "（待认可）" : "");
    }

    /** What lies further from 核定数 than rounding explains, of the indicators and then of the targets. */
    private void official(TemplateSheet sheet) {
        List<OfficialGap> gaps = Stream.concat(
                        result.summaries().stream()
                                .flatMap(summary -> summary.lines().get(0).entries().stream())
                                .flatMap(entry -> entry.gap().stream()),
                        result.progress().stream().flatMap(one -> gap(one).stream()))
                .filter(OfficialGap::beyondRounding)
                .toList();
        Listing lines = Listing.of(sheet, gaps.size());
        int number = 0;
        for (OfficialGap one : gaps) {
            BigDecimal percent = one.percent();
            int decimals = Math.max(
                    one.decimals(),
                    Math.min(4, one.official().value().stripTrailingZeros().scale()));
            lines.line(
                    ++number,
                    one.title(),
                    one.code(),
                    one.period().title(),
                    one.unit().isEmpty() ? "—" : one.unit(),
                    one.value().setScale(decimals, RoundingMode.HALF_UP),
                    one.official().value().setScale(decimals, RoundingMode.HALF_UP),
                    one.difference().setScale(decimals, RoundingMode.HALF_UP),
                    percent == null ? "—" : percent.setScale(2, RoundingMode.HALF_UP),
                    one.official().document(),
                    "");
        }
    }

    private static Optional<OfficialGap> gap(Progress one) {
        BigDecimal actual = one.actual();
        OfficialFigure official = one.official();
        return actual == null
                        || official == null
                        || !official.indicator().equals(one.target().code())
                ? Optional.empty()
                : OfficialGap.of(
                        one.target().code(),
                        one.target().title(),
                        one.period(),
                        actual,
                        one.target().measure().unit(),
                        one.target().measure().decimals(),
                        one.coverage().counted(),
                        official);
    }

    private void findings(TemplateSheet sheet) {
        Listing lines = Listing.of(sheet, review.standing().size());
        Originals originals = new Originals(result, sheet, ReviewReport.TEMPLATE);
        int number = 0;
        for (ReviewSummary.Standing one : review.standing()) {
            Finding finding = one.finding();
            lines.line(
                    ++number,
                    finding.waived() ? finding.standing() : finding.severity().title(),
                    one.reporting().unit().name(),
                    one.reporting().form().code(),
                    "第" + one.round() + "次",
                    finding.place().cells().isEmpty()
                            ? "—"
                            : place(finding.place().cells().get(0)),
                    finding.heading() + finding.title(),
                    dash(finding.comparison().actual()),
                    dash(finding.comparison().expected()),
                    dash(finding.comparison().difference()),
                    one.reporting()
                            .newest()
                            .map(round -> explained(one.reporting(), round, finding))
                            .orElse(""));
            int row = lines.firstRow() + number - 1;
            one.reporting().newest().ifPresent(round -> {
                CellReference cell = finding.place().cells().isEmpty()
                        ? null
                        : finding.place().cells().get(0);
                originals.link(
                        row,
                        ROUND,
                        round.sha256(),
                        cell == null ? round.sheet() : cell.sheet(),
                        cell == null ? "A1" : cell.address());
            });
        }
    }

    private static String place(CellReference cell) {
        return cell.sheet() + "!" + cell.address();
    }

    static String dash(String text) {
        return text.isEmpty() ? "—" : text;
    }

    static String unit(Indicator indicator) {
        return indicator.unit().isEmpty() ? "—" : indicator.unit();
    }

    static Object figure(@Nullable BigDecimal value, Indicator indicator) {
        return value == null ? "—" : value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }

    private Map<String, String> tokens() {
        return result.titles(
                Map.of("收件截至", result.lastReceipt().map(Written::time).orElse("未收到报表")));
    }
}
