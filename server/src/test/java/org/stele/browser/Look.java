package org.stele.browser;

import java.nio.file.Path;

/** Photographs pages for a person to look at: Look FOLDER PATH... */
final class Look {
    public static void main(String[] arguments) throws Exception {
        Chromium chromium = Chromium.one();
        String only = System.getProperty("look.only", "");
        for (int i = 1; i < arguments.length; i++) {
            for (String language : new String[] {"en", "ar"}) {
                for (boolean phone : new boolean[] {false, true}) {
                    if (!only.isEmpty() && !only.equals(language + (phone ? "-phone" : ""))) {
                        continue;
                    }
                    try (Tab tab = chromium.tab()) {
                        if (arguments[i].startsWith("/desk")) {
                            tab.go(LiveSite.get().at("/" + language + "/sign-in")).fill("[name=account]", "amal").fill("[name=password]", LiveSite.PASSWORD)
                                    .fill("[name=code]", org.stele.access.TestAccounts.code()).follow("main button");
                        }
                        Tab seen = (phone ? tab.phone() : tab.desktop()).go(LiveSite.get().at("/" + language + arguments[i]));
                        if (System.getProperty("look.run") != null) {
                            System.out.println(seen.run(System.getProperty("look.run")).asString());
                        }
                        seen.photograph(Path.of(arguments[0], arguments[i].replaceAll("[^a-z0-9-]+", "_") + "-" + language + (phone ? "-phone" : "") + ".png"));
                    }
                }
            }
        }
        System.exit(0);
    }
}
