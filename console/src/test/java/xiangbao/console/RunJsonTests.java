package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.runs.DiffJson;
import xiangbao.jobs.answers.runs.RerunJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunAnswer.PeriodRerun;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.reruns.RerunStage;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Scripts rely on these names. */
class RunJsonTests {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final UnitCode TOWN = new UnitCode("430626111");
    private static final FormCode FORM = new FormCode("平31-1");

    private static FigureAnswer figure(String value) {
        IndicatorCode code = IndicatorCode.parse("平31-1:05.1").orElseThrow();
        return new FigureAnswer(
                new UnitCode("430626"),
                "平江县",
                code,
                "卫生厕所户",
                PERIOD,
                value,
                value,
                "户",
                "PROVISIONAL",
                false,
                22,
                25,
                2,
                1,
                null);
    }

    private static DiffAnswer diff() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("unit", TOWN.text());
        details.put("fromRound", 1);
        details.put("toRound", 2);
        ChangeCause cause = new ChangeCause(ChangeCause.Kind.RESUBMISSION, "伍市镇重新报送。", details);
        FigureAnswer before = figure("243117");
        FigureAnswer after = figure("243217");
        return new DiffAnswer(
                PERIOD,
                6,
                7,
                List.of(cause),
                List.of(new DiffAnswer.FigureChange(
                        before.unit(),
                        before.unitName(),
                        before.indicator(),
                        before.title(),
                        PERIOD,
                        "户",
                        before,
                        after,
                        List.of(cause))),
                List.of(),
                1);
    }

    private static Map<String, Object> read(Record answer) {
        return JsonMapper.shared().readValue(AnswerMapper.text(answer), new TypeReference<>() {});
    }

    @Test
    void aChangedFigureHasBothSidesAndItsCauses() {
        assertThat(AnswerMapper.text(DiffJson.of(diff())).replaceAll("\\s+", ""))
                .contains("\"period\":\"2026-Q3\",\"from\":6,\"to\":7,\"changes\":[{")
                .contains("\"indicator\":\"平31-1:05.1\"")
                .contains("\"from\":{\"value\":\"243117\",\"status\":\"PROVISIONAL\",\"forecast\":false,"
                        + "\"reported\":22,\"expected\":25,\"pending\":2,\"withheld\":1}")
                .contains("\"causes\":[{\"kind\":\"RESUBMISSION\",\"unit\":\"430626111\",\"fromRound\":1,\"toRound\":2,"
                        + "\"text\":\"伍市镇重新报送。\"}]");
    }

    @Test
    void aRerunTellsWhatItChangesPeriodByPeriod() {
        VerdictChange verdict = new VerdictChange(
                TOWN,
                "伍市镇",
                FORM,
                PERIOD,
                1,
                true,
                "伍市镇/报表.xlsx",
                Outcome.ACCEPTED,
                Outcome.RETURNED,
                List.of(new VerdictChange.RelationChange("31-T4", "无害化", "", "强制性")));
        PeriodRerun rerun = new PeriodRerun(
                PERIOD,
                "",
                Optional.empty(),
                true,
                Optional.of(6),
                25,
                List.of(verdict),
                List.of(),
                false,
                diff(),
                List.of("reports/2026-Q3/第6次/a.xlsx"),
                List.of(),
                List.of());
        RerunOrder order = new RerunOrder(
                List.of(PERIOD),
                RerunOrder.Backfill.ALL,
                Optional.empty(),
                Optional.empty(),
                RerunStage.REVIEW,
                new Cause(Cause.Kind.RERUN, "operator@host", "口径"),
                RunListener.SILENT);
        RerunJson json = RerunJson.of(new RerunAnswer(true, 1, List.of(rerun)), order);

        assertThat(read(json))
                .containsOnlyKeys("preview", "from", "reason", "exit", "reruns")
                .containsEntry("from", "review");
        assertThat(AnswerMapper.text(json).replaceAll("\\s+", ""))
                .contains(
                        "\"changed\":true,\"run\":null,\"new\":true,\"supersedes\":6,\"judged\":25,\"forms\":[\"平31-1\"]")
                .contains("\"from\":\"ACCEPTED\",\"to\":\"RETURNED\",\"nowFails\":true,"
                        + "\"relations\":[{\"code\":\"31-T4\",\"title\":\"无害化\",\"from\":null,\"to\":\"强制性\"}]")
                .contains("\"superseded\":[\"reports/2026-Q3/第6次/a.xlsx\"]");
    }
}
