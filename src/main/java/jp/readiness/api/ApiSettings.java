package jp.readiness.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param postsPerMinute how many answer sheets one address may send in a minute */
@ConfigurationProperties("readiness.api")
record ApiSettings(@DefaultValue("600") int postsPerMinute) {}
