package xiangbao.jobs.store;

import java.sql.SQLException;
import java.util.Optional;

/** Why a database does not let us in. */
public enum ConnectionTrouble {
    REFUSED(
            "用户名或口令不对，或这个用户没有权限。请检查 SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD（或 SPRING_DATASOURCE_PASSWORD_FILE）"),
    NO_SUCH_DATABASE("服务器上没有这个数据库。请先建库：create database 库名 character set utf8mb4"),
    NO_ANSWER("没有应答。请检查数据库是否已经启动，地址、端口和网络是否正确；地址由环境变量 SPRING_DATASOURCE_URL 或配置目录中的 application.yaml 指定"),
    IN_USE("数据库文件正被别的程序打开。请先关闭它");

    private final String advice;

    ConnectionTrouble(String advice) {
        this.advice = advice;
    }

    /** What the operator should do. */
    public String advice() {
        return advice;
    }

    public static Optional<ConnectionTrouble> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (cause instanceof SQLException sql) {
                Optional<ConnectionTrouble> found = of(sql);
                if (found.isPresent()) {
                    return found;
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<ConnectionTrouble> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        int code = failure.getErrorCode();
        if (state.startsWith("28") || code == 1044 || code == 1045) {
            return Optional.of(REFUSED);
        }
        if (code == 1049) {
            return Optional.of(NO_SUCH_DATABASE);
        }
        if (code == 90020) {
            return Optional.of(IN_USE);
        }
        return state.startsWith("08") ? Optional.of(NO_ANSWER) : Optional.empty();
    }
}
