package xiangbao.jobs.schedule;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.settings.Exposure;

/**
 * Answers only those who call this machine by its own name. A page of a foreign site may have its name lead to 127.0.0.1 and read, in the browser of somebody
 * who works here, whatever answers there; its requests still bear that name.
 */
final class LocalNamesFilter implements Filter {
    /** Not meant for this server. */
    private static final int MISDIRECTED = 421;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && !isOwn(asked.getHeader("Host"))) {
            answer.setStatus(MISDIRECTED);
            return;
        }
        chain.doFilter(request, response);
    }

    /** @param host such as {@code localhost:8610}; absent in the oldest protocol, which no browser speaks */
    static boolean isOwn(@Nullable String host) {
        return host == null || Exposure.isLoopback(host.replaceFirst(":\\d{1,5}$", ""));
    }
}
