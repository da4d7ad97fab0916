package xiangbao.jobs;

/** A database's address as it may be shown. */
final class DatabaseAddress {
    private DatabaseAddress() {}

    /** Without user, password and settings: each of them may be or hold a secret. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }
}
