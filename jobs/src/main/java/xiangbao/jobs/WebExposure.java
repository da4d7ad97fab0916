package xiangbao.jobs;

import org.springframework.core.env.Environment;
import xiangbao.jobs.workspace.SettingsException;
import xiangbao.readers.config.settings.Exposure;

/** Health and metrics ask for no password: only this machine may reach them, and nothing else is shown, whatever the environment says. */
final class WebExposure {
    private WebExposure() {}

    /** @throws SettingsException when more would be open */
    static void refuse(Environment environment) {
        for (String key : new String[] {"server.address", "management.server.address"}) {
            String address = environment.getProperty(key, "127.0.0.1");
            if (!Exposure.isLoopback(address)) {
                throw new SettingsException("健康检查和指标没有口令，不能对外开放：" + key + " 只能是本机地址 127.0.0.1，而这里是“" + address
                        + "”。请检查 application.yaml 和环境变量 "
                        + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_') + "。");
            }
        }
        String endpoints = environment.getProperty("management.endpoints.web.exposure.include", "");
        if (!Exposure.shownBeyond(endpoints).isEmpty()) {
            throw new SettingsException("常驻服务只能开放 health 和 prometheus，而设置里还有“"
                    + String.join("、", Exposure.shownBeyond(endpoints))
                    + "”。请删去环境变量 MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE。");
        }
    }
}
