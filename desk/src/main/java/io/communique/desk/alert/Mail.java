package io.communique.desk.alert;

/**
 * A message to one person.
 *
 * @param to address
 * @param id the same for the same message, whenever it is sent: a part of its Message-ID
 * @param subject one line
 * @param text plain
 * @param html the same as a page
 */
public record Mail(String to, String id, String subject, String text, String html) {}
