package io.communique.desk.view;

/**
 * A value that a search may have.
 *
 * @param name of the parameter
 * @param value as it stands in the address
 * @param count of releases; 0 where it is not counted
 * @param address where it leads
 */
public record Chip(String name, String value, int count, String address) {}
