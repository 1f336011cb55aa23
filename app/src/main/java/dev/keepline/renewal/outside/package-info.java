/** The engine's way to gateways and connectors. */
@NullMarked
package dev.keepline.renewal.outside;

import org.jspecify.annotations.NullMarked;
