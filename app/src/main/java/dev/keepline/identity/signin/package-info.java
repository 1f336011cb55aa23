/** The limit on tries to sign in, and the cost of a password. */
@NullMarked
package dev.keepline.identity.signin;

import org.jspecify.annotations.NullMarked;
