package xiangbao.statistics.plan;

import xiangbao.statistics.formula.Formula;

/** One of a set of figures that the actual must exceed (四个高于): a title such as 全国农村居民, and where its figure comes from. */
public record Comparator(String title, Formula formula) {}
