package xiangbao.jobs.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.reports.returns.Receipt;
import xiangbao.reports.returns.ReceiptWorkbook;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.text.DateText;

/** 暂存回执: writes what a unit gets for forms that came after their period was sealed. */
final class HeldReceipts {
    private final Definitions definitions;
    private final Manifest manifest;
    private final Seals seals;
    private final ReceiptWorkbook receipts;

    HeldReceipts(Definitions definitions, Manifest manifest, Seals seals, ReceiptWorkbook receipts) {
        this.definitions = definitions;
        this.manifest = manifest;
        this.seals = seals;
        this.receipts = receipts;
    }

    Path write(String name, Effect effect, FileStates.FileState file, List<FileStates.FormState> held, Path folder)
            throws IOException {
        SealedPeriods sealed = seals.sealed();
        List<Receipt.HeldForm> forms = new ArrayList<>();
        for (FileStates.FormState form : held) {
            ReferencePeriod period = form.submission().certainKey().period();
            forms.add(new Receipt.HeldForm(
                    definitions.name(form.submission().form()),
                    period,
                    sealed.over(period)
                            .flatMap(seals::standing)
                            .map(seal -> DateText.moment(seal.at()))
                            .orElse("此前"),
                    form.findings()));
        }
        return receipts.write(
                new Receipt(
                        definitions.units().county().name(),
                        held.get(0).unitName(),
                        file.fileName(),
                        DateText.moment(manifest.claim(effect.claim()).openedAt()),
                        forms),
                folder,
                name);
    }
}
