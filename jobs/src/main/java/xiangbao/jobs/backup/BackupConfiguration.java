package xiangbao.jobs.backup;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 备份, as a bean. */
@Configuration(proxyBeanMethods = false)
@Import({Backups.class})
public class BackupConfiguration {}
