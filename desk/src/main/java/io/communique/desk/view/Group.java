package io.communique.desk.view;

import java.util.List;

/**
 * Items under one heading.
 *
 * @param name of the heading, as the interface's words are named
 * @param items at least one
 */
public record Group<T>(String name, List<T> items) {}
