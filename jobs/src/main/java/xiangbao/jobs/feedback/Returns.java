package xiangbao.jobs.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.Workspace;

/** Writes the answers that were decided into the units' feedback folders. */
public final class Returns {
    private final Workspace workspace;
    private final Outbox outbox;
    private final FileStates files;
    private final MarkedReturns returns;
    private final HeldReceipts receipts;
    private final Heartbeat heartbeat;
    private final StopRequest stop;

    Returns(
            Workspace workspace,
            Outbox outbox,
            FileStates files,
            MarkedReturns returns,
            HeldReceipts receipts,
            Heartbeat heartbeat,
            StopRequest stop) {
        this.workspace = workspace;
        this.outbox = outbox;
        this.files = files;
        this.returns = returns;
        this.receipts = receipts;
        this.heartbeat = heartbeat;
        this.stop = stop;
    }

    /** Writes what has been decided and not written, each under a temporary folder first. */
    public void write() throws IOException {
        for (Effect effect : outbox.due()) {
            FileStates.FileState file = files.read(effect.file());
            Path folder = workspace.feedback().resolve(effect.folder());
            Path temporary = workspace.feedback().resolve(".writing" + heartbeat.mark() + "-" + effect.id());
            Workspace.delete(temporary);
            Files.createDirectories(temporary);
            Files.createDirectories(folder);
            String first = "";
            for (Path one : answers(effect, file, temporary)) {
                Path target = folder.resolve(one.getFileName().toString());
                Workspace.force(one);
                Workspace.move(one, target);
                first = first.isEmpty() ? workspace.relative(target) : first;
            }
            Workspace.forceFolder(folder);
            Workspace.delete(temporary);
            outbox.written(effect.id(), first);
            stop.heed();
        }
    }

    /** The return, and for what is held the receipt; a file may call for both. */
    private List<Path> answers(Effect effect, FileStates.FileState file, Path folder) throws IOException {
        List<FileStates.FormState> held = effect.claim() == file.row().claim()
                ? file.forms().stream()
                        .filter(form -> form.isDuplicate()
                                ? form.isHeld()
                                : form.submission().heldRound() != null)
                        .toList()
                : List.of();
        List<Path> written = new ArrayList<>();
        boolean onlyReceipt = AnswerNames.isReceipt(effect.name());
        if (!onlyReceipt) {
            written.addAll(returns.write(effect, file.withoutHeld(), folder));
        }
        if (!held.isEmpty()) {
            String name = onlyReceipt ? effect.name() : AnswerNames.receiptBeside(effect.name());
            written.add(receipts.write(name, effect, file, held, folder));
        }
        return written;
    }
}
