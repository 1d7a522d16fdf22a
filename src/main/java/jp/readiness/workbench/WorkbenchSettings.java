package jp.readiness.workbench;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param fourEyes whether somebody else than its authors has to approve a draft; false suits an office of one */
@ConfigurationProperties("readiness.workbench")
record WorkbenchSettings(@DefaultValue("true") boolean fourEyes) {}
