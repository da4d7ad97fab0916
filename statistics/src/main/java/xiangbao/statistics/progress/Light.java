package xiangbao.statistics.progress;

/** 红黄绿灯, never by colour alone: it prints a shape and a word too. */
public enum Light {
    GREEN("绿", "●"),
    YELLOW("黄", "▲"),
    RED("红", "■"),
    GREY("灰", "○"),
    BLUE("蓝", "★");

    private final String title;
    private final String shape;

    Light(String title, String shape) {
        this.title = title;
        this.shape = shape;
    }

    public String title() {
        return title;
    }

    public String shape() {
        return shape;
    }
}
