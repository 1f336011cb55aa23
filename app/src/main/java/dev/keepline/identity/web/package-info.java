/** Sessions, the security of every request, and who is signed in as a parameter. */
@NullMarked
package dev.keepline.identity.web;

import org.jspecify.annotations.NullMarked;
