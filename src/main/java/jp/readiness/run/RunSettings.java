package jp.readiness.run;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param dir where the files lie
 * @param parallel how many runs are judged at once; each uses all cores
 * @param unfinished how many may be here that are not finished
 * @param keep how long a run is kept once it was begun
 * @param maxFile how large a file may be
 */
@ConfigurationProperties("readiness.runs")
record RunSettings(
        @DefaultValue("./data/runs") Path dir,
        @DefaultValue("1") int parallel,
        @DefaultValue("20") int unfinished,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("600MB") DataSize maxFile) {}
