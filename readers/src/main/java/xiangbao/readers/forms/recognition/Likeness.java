package xiangbao.readers.forms.recognition;

import xiangbao.statistics.relations.FormRules;

/**
 * A form that a part of a sheet is like.
 *
 * @param why what the part of the sheet has in common with the form, for the clerk
 */
public record Likeness(FormRules rules, double points, String why) {}
