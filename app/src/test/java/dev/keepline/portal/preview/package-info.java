/** Every page of the portal from sample data, without a server: rendered, checked and photographed. */
@NullMarked
package dev.keepline.portal.preview;

import org.jspecify.annotations.NullMarked;
