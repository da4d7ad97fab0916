package xiangbao.statistics.diagnosis;

import xiangbao.statistics.figures.Fraction;

/**
 * A unit of measurement in which a figure may have been typed by mistake.
 *
 * @param right by what the typed figure is to be multiplied to be right
 */
public record OtherUnit(String name, Fraction right) {}
