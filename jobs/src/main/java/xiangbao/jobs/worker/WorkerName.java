package xiangbao.jobs.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a process is called where several work on one database: machine and process number. */
final class WorkerName {
    private WorkerName() {}

    static String own() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            host = "localhost";
        }
        return host + "/" + ProcessHandle.current().pid();
    }
}
