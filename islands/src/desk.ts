/* What every page has: htmx under the desk's content security policy (its settings stand in the page's head). */
import "htmx.org";
