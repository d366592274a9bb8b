package org.stele.page;

import org.stele.language.Text;

/** What every page says of the register behind it. A room that knows gives it as a bean; without one the program speaks for itself. */
public interface Site {

    /** Who publishes, in a few words. */
    Text organisation();

    /** Name of the programme. */
    Text programme();

    /** Whether the people in the register are made up: every page must then say so. */
    boolean synthetic();

    /** A register that nothing is known of yet. */
    Site UNNAMED = new Site() {
        @Override
        public Text organisation() {
            return new Text("Stele", "ستيلا");
        }

        @Override
        public Text programme() {
            return new Text("Register of people killed", "سجل الضحايا");
        }

        @Override
        public boolean synthetic() {
            return false;
        }
    };
}
