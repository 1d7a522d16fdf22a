package jp.readiness.matching;

import jp.readiness.programme.Answers;

/**
 * One applicant of a list.
 *
 * @param name never empty: without one, where the applicant stands in the list
 * @param place where the applicant stands in the list: the line of a file, or the number of a sheet
 */
public record Listed(String name, String place, Answers answers) {}
