package xiangbao.statistics.diagnosis;

import xiangbao.statistics.figures.Fraction;

/**
 * What the unit reported in the cell before.
 *
 * @param title 上期, 上年同期
 * @param spread how far, on the log scale, a right figure usually lies from it
 * @param same how often a right figure is just the same
 */
public record Earlier(String title, Fraction number, double spread, double same) {}
