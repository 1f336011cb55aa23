/** What every page shares: the layout's data, the view that renders a template, assets, headers. */
@NullMarked
package dev.keepline.portal.frame;

import org.jspecify.annotations.NullMarked;
