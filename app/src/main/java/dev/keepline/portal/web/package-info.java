/** The shells around the pages: parse the request, ask the modules, hand the answer to those who put words to it. */
@NullMarked
package dev.keepline.portal.web;

import org.jspecify.annotations.NullMarked;
