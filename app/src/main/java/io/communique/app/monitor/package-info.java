/** What running stages say of themselves to those who operate them: metrics and health. */
@org.jspecify.annotations.NullMarked
package io.communique.app.monitor;
