package xiangbao.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The lists of {@code --help} in two columns that stand below each other where a Chinese character is two columns wide; picocli counts characters. */
final class HelpLists {
    private static final int WIDTH = 100;
    private static final int WIDEST_NAME = 32;
    private static final String NO_BREAK_BEFORE = "，。；：、？！）》”…";

    private HelpLists() {}

    /** Has a command's help written so. */
    static void install(CommandLine line) {
        Map<String, CommandLine.IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpLists::parameters);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLists::options);
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLists::commands);
        line.setHelpSectionMap(sections);
    }

    private static String parameters(Help help) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (ArgSpec parameter : help.commandSpec().positionalParameters()) {
            if (!parameter.hidden()) {
                lines.put("      " + label(parameter), description(parameter.description()));
            }
        }
        return list(lines);
    }

    private static String options(Help help) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (OptionSpec option : help.commandSpec().options()) {
            if (!option.hidden()) {
                lines.put(names(option), description(option.description()));
            }
        }
        return list(lines);
    }

    private static String commands(Help help) {
        Map<String, String> lines = new LinkedHashMap<>();
        help.subcommands().forEach((name, command) -> {
            CommandSpec spec = command.commandSpec();
            lines.put("  " + name, description(spec.usageMessage().description()));
        });
        return list(lines);
    }

    private static String names(OptionSpec option) {
        String shortest = option.shortestName();
        String longest = option.longestName();
        boolean both = !shortest.equals(longest);
        String value = option.arity().max() == 0 ? "" : "=" + label(option);
        return (both ? "  " + shortest + ", " : "      ") + longest + value;
    }

    private static String label(ArgSpec argument) {
        return argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
    }

    private static String description(String[] lines) {
        return String.join("", lines);
    }

    private static String list(Map<String, String> entries) {
        int names = 0;
        for (String name : entries.keySet()) {
            int width = TextTable.width(name);
            names = Math.max(names, width <= WIDEST_NAME ? width : 0);
        }
        StringBuilder text = new StringBuilder();
        String indent = " ".repeat(names + 2);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            int gap = names + 2 - TextTable.width(entry.getKey());
            // A name that is too wide has a line of its own.
            text.append(entry.getKey()).append(gap > 0 ? " ".repeat(gap) : "%n".formatted() + indent);
            text.append(String.join("%n".formatted() + indent, wrapped(entry.getValue(), WIDTH - names - 2)))
                    .append("%n".formatted());
        }
        return text.toString();
    }

    /** Breaks a text anywhere between Chinese characters, but not within a word and not before a closing mark. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        int lastBreak = 0;
        int taken = 0;
        for (int place = 0; place < text.length(); place++) {
            if (place > begin && mayBreak(text, place)) {
                lastBreak = place;
            }
            taken += TextTable.width(text.substring(place, place + 1));
            if (taken > width && lastBreak > begin) {
                lines.add(text.substring(begin, lastBreak).stripTrailing());
                begin = lastBreak;
                taken = TextTable.width(text.substring(begin, place + 1));
            }
        }
        lines.add(text.substring(begin));
        return lines;
    }

    private static boolean mayBreak(String text, int place) {
        char before = text.charAt(place - 1);
        char after = text.charAt(place);
        boolean withinWord = before < 0x80 && after < 0x80 && before != ' ';
        return !withinWord && NO_BREAK_BEFORE.indexOf(after) < 0 && before != '“' && before != '（';
    }
}
