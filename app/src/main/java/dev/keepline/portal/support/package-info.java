/** Questions to the operator and the answers. */
@NullMarked
package dev.keepline.portal.support;

import org.jspecify.annotations.NullMarked;
