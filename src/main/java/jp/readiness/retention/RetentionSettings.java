package jp.readiness.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param handedInDays for how many days names and contacts of those are kept who handed in outside any cohort; 0: until
 *     somebody deletes them
 */
@ConfigurationProperties("readiness.retention")
record RetentionSettings(@DefaultValue("0") int handedInDays) {}
