/** A mail server: takes letters over SMTP, delivers them nowhere and shows them in a web inbox. */
@NullMarked
package dev.keepline.sandbox.mail;

import org.jspecify.annotations.NullMarked;
