package xiangbao.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.jobs.learning.BandsAnswer;
import xiangbao.jobs.learning.BandsOrder;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.RemindOrder;
import xiangbao.jobs.reminders.UnitReminder;
import xiangbao.jobs.store.StoredDecision;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Something that changes the state, as the operator log names it.
 *
 * @param command as on the command line
 * @param cause who has it done and why
 * @param arguments what it is about; never a secret
 * @param period the county period that it is about, if it is about one
 */
public record Deed(String command, Cause cause, String arguments, Optional<ReferencePeriod> period) {
    /**
     * How it ended.
     *
     * @param idle whether there was nothing to do, so that a schedule is not worth a line
     */
    public record End(int exit, String detail, List<String> runs, boolean idle) {
        public End {
            runs = List.copyOf(runs);
        }

        public static End good(String detail) {
            return new End(0, detail, List.of(), false);
        }

        static End of(ReferencePeriod period, SealAnswer answer) {
            return answer.sealed()
                    ? new End(0, "已定案", List.of(period + "/" + answer.run()), false)
                    : new End(1, "未定案，缺 " + answer.lacking().size() + " 项", List.of(), false);
        }

        static End of(CorrectionAnswer answer) {
            String number = answer.number();
            return new End(
                    answer.exit(),
                    (number == null ? "未采用" : number) + "，采用 "
                            + answer.admitted().size() + " 份，不采用 "
                            + answer.refused().size() + " 份",
                    answer.run() == null ? List.of() : List.of(answer.period() + "/" + answer.run()),
                    false);
        }

        static End of(RemindAnswer answer) {
            long forms =
                    answer.units().stream().mapToInt(one -> one.items().size()).sum();
            long sent = count(answer, UnitReminder.Sending.SENT);
            long failed = count(answer, UnitReminder.Sending.FAILED);
            long unknown = count(answer, UnitReminder.Sending.NO_ADDRESS);
            return new End(
                    answer.needsAttention() ? 1 : 0,
                    answer.units().isEmpty()
                            ? "没有要催的"
                            : "催 " + answer.units().size() + " 个单位 " + forms + " 张次，发出邮件 " + sent + " 封"
                                    + (failed == 0 ? "" : "，失败 " + failed + " 封")
                                    + (unknown == 0 ? "" : "，没有邮箱 " + unknown + " 个"),
                    List.of(),
                    answer.units().isEmpty());
        }

        private static long count(RemindAnswer answer, UnitReminder.Sending sending) {
            return answer.units().stream()
                    .filter(one -> one.sending() == sending)
                    .count();
        }

        static End of(DecisionAnswer answer) {
            int count = answer.decided().size();
            return new End(
                    answer.exit(),
                    switch (answer.kind()) {
                                case ACCEPTED -> "认可 " + count + " 个问题的说明";
                                case ASKED -> "追问 " + count + " 个问题";
                                case REFUSED -> "退回 " + count + " 个问题";
                            }
                            + "，审核结论变动 " + answer.verdicts().size() + " 份",
                    List.of(),
                    false);
        }

        static End of(WaiveAnswer answer) {
            return new End(
                    answer.exit(),
                    (answer.undone() ? "撤销不审" : "不审") + "，审核结论变动 "
                            + answer.verdicts().size() + " 份",
                    List.of(),
                    false);
        }

        static End of(RerunAnswer answer) {
            List<String> made = answer.periods().stream()
                    .filter(RerunAnswer.PeriodRerun::fresh)
                    .map(one -> one.period() + "/" + one.run().orElse(0))
                    .toList();
            int verdicts = answer.periods().stream()
                    .mapToInt(one -> one.verdicts().size())
                    .sum();
            return new End(
                    answer.exit(),
                    made.isEmpty() && verdicts == 0 ? "没有变化" : "审核结论变动 " + verdicts + " 份，汇总 " + made.size() + " 次",
                    made,
                    false);
        }

        static End of(BandsAnswer answer) {
            return new End(
                    answer.exit(),
                    answer.written()
                            ? "参考范围 " + answer.bands().size() + " 条，变动 "
                                    + answer.changes().size() + " 条"
                            : "没有变化",
                    List.of(),
                    !answer.written());
        }

        static End of(RunAnswer answer) {
            List<String> made = answer.runs().stream()
                    .filter(PeriodRun::fresh)
                    .map(run -> run.period() + "/" + run.run())
                    .toList();
            long files = answer.files().stream()
                    .filter(file -> file.outcome() != Outcome.IGNORED)
                    .count();
            return new End(
                    answer.exit(),
                    "处理文件 " + files + " 个" + (made.isEmpty() ? "" : "，汇总 " + made.size() + " 次"),
                    made,
                    files == 0 && made.isEmpty());
        }
    }

    static Deed of(RerunOrder order) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--from " + order.from().word());
        order.form().ifPresent(form -> arguments.add("--form " + form));
        order.unit().ifPresent(unit -> arguments.add("--unit " + unit));
        if (order.backfill() != RerunOrder.Backfill.ALL) {
            arguments.add("--backfill " + order.backfill().name().toLowerCase(Locale.ROOT));
        }
        if (order.periods().size() > 1) {
            arguments.add("--period "
                    + order.periods().stream().map(ReferencePeriod::toString).collect(Collectors.joining(",")));
        }
        return new Deed(
                "rerun",
                order.cause(),
                String.join(" ", arguments),
                order.periods().size() == 1 ? Optional.of(order.periods().get(0)) : Optional.empty());
    }

    static Deed of(RemindOrder order) {
        List<String> arguments = new ArrayList<>();
        order.unit().ifPresent(unit -> arguments.add("--unit " + unit));
        order.form().ifPresent(form -> arguments.add("--form " + form));
        order.folder().ifPresent(folder -> arguments.add("--out " + folder));
        if (order.send()) {
            arguments.add("--send");
        }
        if (order.again()) {
            arguments.add("--again");
        }
        Cause.Kind kind = order.scheduled() ? Cause.Kind.SCHEDULE : Cause.Kind.COMMAND;
        return new Deed("remind", new Cause(kind, order.actor(), ""), String.join(" ", arguments), order.period());
    }

    static Deed of(BandsOrder order, Cause cause) {
        return new Deed(
                "bands", cause, "--from " + order.from() + " --to " + order.to() + " --write", Optional.empty());
    }

    static Deed of(RunOrder order) {
        List<String> submitted =
                order.submit().stream().map(path -> "--submit " + path).toList();
        return new Deed("run", order.cause(), String.join(" ", submitted), order.period());
    }

    static Deed of(SealOrder order) {
        return new Deed("seal", order.cause(), order.incomplete() ? "--incomplete" : "", Optional.of(order.period()));
    }

    static Deed of(CorrectionOrder order) {
        return new Deed(
                "correct",
                order.cause(),
                order.form().map(form -> "--form " + form + " ").orElse("")
                        + order.unit().map(unit -> "--unit " + unit + " ").orElse("")
                        + "--approved-by " + order.approvedBy(),
                Optional.of(order.period()));
    }

    static Deed of(DecisionOrder order) {
        List<String> arguments = new ArrayList<>();
        order.form().ifPresent(form -> arguments.add("--form " + form));
        order.unit().ifPresent(unit -> arguments.add("--unit " + unit));
        order.findings().forEach(finding -> arguments.add("--finding " + finding));
        if (order.kind() == StoredDecision.Kind.ACCEPTED) {
            if (order.unexplained()) {
                arguments.add("--unexplained");
            }
            if (order.once()) {
                arguments.add("--once");
            }
        }
        String command = switch (order.kind()) {
            case ACCEPTED -> "accept";
            case ASKED -> "ask";
            case REFUSED -> "refuse";
        };
        return new Deed(command, order.cause(), String.join(" ", arguments), Optional.of(order.period()));
    }

    static Deed of(WaiveOrder order) {
        return new Deed(
                "waive",
                order.cause(),
                order.relation() + order.form().map(form -> " --form " + form).orElse("") + " --unit " + order.unit()
                        + (order.undo() ? " --undo" : ""),
                Optional.of(order.period()));
    }
}
