package xiangbao.jobs.store;

import java.sql.SQLException;
import java.util.Optional;

/** Why a database does not let us in, or does not do what it is asked; what nothing is known about has its number only, for a driver's own words are English. */
public enum ConnectionTrouble {
    REFUSED("用户名或口令不对。请检查 SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD（或 SPRING_DATASOURCE_PASSWORD_FILE）"),
    NOT_ADMITTED(
            "用户名和口令是对的，但这个用户没有进这个库的权限（没有权限时，服务器不说库建了没有）。请管理员建库并授权：create database 库名 character set utf8mb4；grant all privileges on 库名.* to 用户"),
    NOT_ALLOWED("这个用户在库里的权限不够，不能建表或读写。请管理员授权：grant all privileges on 库名.* to 用户"),
    NO_SUCH_DATABASE("服务器上没有这个数据库。请先建库：create database 库名 character set utf8mb4"),
    NO_SUCH_FILE("没有数据库文件。请检查 --workspace 指的是不是原来的工作目录；文件丢了的，从备份恢复"),
    UNREADABLE_FILE("数据库文件读不出来，可能已经损坏，或是另一个版本的程序写的。请从备份恢复"),
    READ_ONLY("数据库是只读的。请检查服务器的设置，或数据库文件的权限"),
    TOO_MANY("数据库的连接数已满。请稍后再试，或请管理员调大连接数"),
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

    /** An error of a database by its numbers, where nothing better is known; empty when it is none. */
    public static Optional<String> number(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (cause instanceof SQLException sql) {
                return Optional.of("数据库报错（错误号 " + sql.getErrorCode() + "，状态 " + sql.getSQLState() + "）");
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<ConnectionTrouble> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        int code = failure.getErrorCode();
        return switch (code) {
            case 1045, 1698 -> Optional.of(REFUSED);
            case 1044 -> Optional.of(NOT_ADMITTED);
            case 1142, 1143, 1227, 1370, 90096 -> Optional.of(NOT_ALLOWED);
            case 1049 -> Optional.of(NO_SUCH_DATABASE);
            case 90013, 90146, 90149 -> Optional.of(NO_SUCH_FILE);
            case 90030, 90048 -> Optional.of(UNREADABLE_FILE);
            case 1290, 1836, 90097 -> Optional.of(READ_ONLY);
            case 1040, 1203, 1226 -> Optional.of(TOO_MANY);
            case 90020 -> Optional.of(IN_USE);
            default ->
                state.startsWith("28")
                        ? Optional.of(REFUSED)
                        : state.startsWith("08") ? Optional.of(NO_ANSWER) : Optional.empty();
        };
    }
}
