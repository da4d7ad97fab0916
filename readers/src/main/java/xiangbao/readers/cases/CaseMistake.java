package xiangbao.readers.cases;

/** What is wrong with one line of a case file, in Chinese; reading goes on with the next line. */
final class CaseMistake extends Exception {
    private static final long serialVersionUID = 1L;

    CaseMistake(String message) {
        super(message, null, false, false);
    }
}
