package jp.readiness.workbench;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param fourEyes whether somebody else than its authors has to approve a draft; false suits an office of one
 * @param glanceTime after which a look at a draft at every key is given up
 * @param checkTime after which all checks of a draft, with its scenarios, are given up
 * @param impactTime after which a cohort that is held against a draft is given up
 */
@ConfigurationProperties("readiness.workbench")
record WorkbenchSettings(
        @DefaultValue("true") boolean fourEyes,
        @DefaultValue("10s") Duration glanceTime,
        @DefaultValue("1m") Duration checkTime,
        @DefaultValue("2m") Duration impactTime) {}
