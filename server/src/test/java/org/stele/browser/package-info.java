/** Drives the pages in a real Chromium over its own DevTools protocol: no driver to download, nothing to install but a browser. */
@NullMarked
package org.stele.browser;

import org.jspecify.annotations.NullMarked;
