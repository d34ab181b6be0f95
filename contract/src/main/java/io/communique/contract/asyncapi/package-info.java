/** The topics described for subscribers, as an AsyncAPI document. */
@org.jspecify.annotations.NullMarked
package io.communique.contract.asyncapi;
