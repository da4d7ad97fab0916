package xiangbao.readers.forms.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;

/**
 * Which form a part of a sheet is by what is printed in it.
 *
 * @param taken the form that it certainly is, or null
 * @param resembled forms that it looks like, without being certainly one of them
 */
record LikestForm(@Nullable Likeness taken, List<Form> resembled) {}
