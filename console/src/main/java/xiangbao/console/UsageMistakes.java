package xiangbao.console;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Chinese what is wrong with a command line, and ends with exit code 2. */
final class UsageMistakes implements IParameterExceptionHandler {
    private final Terminal terminal;

    UsageMistakes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        terminal.message(sentence(mistake));
        terminal.message("用法：" + command.getCommandSpec().qualifiedName() + " --help 查看全部选项。");
        return Xiangbao.WRONG_USAGE;
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            String words = String.join(" ", unmatched.getUnmatched());
            return "不认识的命令或选项：" + words
                    + (suggestions.isEmpty() ? "。" : "。您是不是想用：" + String.join("、", suggestions) + "？");
        }
        if (mistake instanceof MissingParameterException missing) {
            StringBuilder names = new StringBuilder();
            missing.getMissing()
                    .forEach(argument -> names.append(names.length() == 0 ? "" : "、")
                            .append(
                                    argument.isOption()
                                            ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                            : argument.paramLabel()));
            return "缺少必需的选项或参数：" + names + "。";
        }
        if (mistake.getCause() instanceof CommandLine.TypeConversionException conversion
                && conversion.getMessage() != null) {
            return conversion.getMessage();
        }
        String text = mistake.getMessage();
        int colon = text == null ? -1 : text.indexOf("：");
        return colon >= 0 && text != null
                ? text
                : "命令行有误：" + (mistake.getValue() == null ? "请检查选项的写法" : mistake.getValue()) + "。";
    }
}
