package xiangbao.readers.forms.recognition;

import java.util.List;
import xiangbao.statistics.forms.Form;

/**
 * What forms a sheet holds.
 *
 * @param resembled forms that a part of it without a known 表号 looks like, without being certainly one of them
 */
public record SheetForms(List<FormRegion> regions, List<Form> resembled) {}
