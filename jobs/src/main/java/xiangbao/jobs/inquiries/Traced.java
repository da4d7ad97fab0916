package xiangbao.jobs.inquiries;

/** What a trace found: a figure, or a target with the figures behind it. */
public sealed interface Traced permits TraceAnswer, TargetTrace {}
