package jp.readiness.rulebook;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sings when somebody's code runs. Public, since hostile rules must be able to reach it. */
public class Canary {

    public static final AtomicInteger SONGS = new AtomicInteger();

    public Canary() {
        sing();
    }

    public static int sing() {
        return SONGS.incrementAndGet();
    }

    public static List<Object> list() {
        sing();
        return List.of();
    }
}
