package xiangbao.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small disks and folders that nobody may write into. Only root may mount them. */
final class Mounts implements AutoCloseable {
    private final Deque<Path> mounted = new ArrayDeque<>();

    /** Whether this process may mount anything. */
    static boolean possible(Path scratch) throws IOException, InterruptedException {
        try (Mounts mounts = new Mounts()) {
            mounts.disk(scratch.resolve("probe"), 1024);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Puts a disk of so many KiB in the place of a folder. */
    void disk(Path folder, long kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        mount(folder, "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
    }

    void enlarge(Path disk, long kibibytes) throws IOException, InterruptedException {
        call(List.of("mount", "-o", "remount,size=" + kibibytes + "k", disk.toString()));
    }

    void forbidWriting(Path folder) throws IOException, InterruptedException {
        mount(folder, "--bind", folder.toString(), folder.toString());
        call(List.of("mount", "-o", "remount,ro,bind", folder.toString()));
    }

    void remove(Path folder) throws IOException, InterruptedException {
        call(List.of("umount", folder.toString()));
        mounted.remove(folder);
    }

    private void mount(Path folder, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(options));
        call(command);
        mounted.push(folder);
    }

    private static void call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        while (!mounted.isEmpty()) {
            remove(mounted.peek());
        }
    }
}
