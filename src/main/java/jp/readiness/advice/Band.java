package jp.readiness.advice;

/** Risk bands, from low to high. */
public enum Band {
    LOW,
    MEDIUM,
    HIGH
}
