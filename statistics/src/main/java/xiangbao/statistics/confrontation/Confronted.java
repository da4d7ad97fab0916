package xiangbao.statistics.confrontation;

import xiangbao.statistics.evaluation.Confrontation;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.Instances;

/**
 * One instance of a relation with what confronting it gave.
 *
 * @param instance column, row or line on which it ran; empty where it runs once
 * @param place row and column at hand
 * @param line key of the ledger's line; empty where it is not about one line
 */
public record Confronted(
        AuditRelation relation, String instance, Instances.Place place, String line, Confrontation confrontation) {}
