package xiangbao.jobs.workspace;

import java.util.List;
import xiangbao.readers.config.settings.DatabaseUrl;

/** A database's address as it may be shown. */
public final class DatabaseAddress {
    private DatabaseAddress() {}

    /** @throws SettingsException when an address, wherever it was written, could do more than lead to a database */
    public static void refuse(String url) {
        List<String> objections = DatabaseUrl.objections(url);
        if (!objections.isEmpty()) {
            throw new SettingsException("数据库地址不对：" + String.join("；", objections)
                    + "。地址由环境变量 SPRING_DATASOURCE_URL 或配置目录中的 application.yaml 指定。");
        }
    }

    /** Without user, password and settings: each of them may be or hold a secret. */
    public static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    /** Whether a database lives in files of its own, which one process can have open. */
    public static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
