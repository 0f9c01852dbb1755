<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Find an action, a name, a section or a bookmark</source>
        <translation>Befehl, Name, Abschnitt oder Lesezeichen finden</translation>
    </message>
    <message>
        <source>Nothing has a name like “{typed}”. Ctrl+F finds words in the text.</source>
        <translation>Nichts heißt so ähnlich wie „{typed}“. Strg+F findet Wörter im Text.</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>{switch}: on</source>
        <translation>{switch}: an</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>not found in this text</source>
        <translation>in diesem Text nicht gefunden</translation>
    </message>
    <message>
        <source>1 bookmark</source>
        <translation>1 Lesezeichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookmarks</source>
        <translation>
            <numerusform>%Ln Lesezeichen</numerusform>
            <numerusform>%Ln Lesezeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 Stelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of 1 passage</source>
        <translation>1 von 1 Stelle</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln passages</source>
        <translation>
            <numerusform>%1 von %Ln Stelle</numerusform>
            <numerusform>%1 von %Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>found in the text</source>
        <translation>im Text gefunden</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>von Ihnen geändert</translation>
    </message>
    <message>
        <source>first: {place}</source>
        <translation>zuerst: {place}</translation>
    </message>
    <message>
        <source>Shown as far as you have read</source>
        <translation>Gezeigt, so weit Sie gelesen haben</translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}: {name}</translation>
    </message>
    <message>
        <source>Go to: 31 %, §12, or the name of a section</source>
        <translation>Gehe zu: 31 %, §12 oder Name eines Abschnitts</translation>
    </message>
    <message>
        <source>This text has no sections. Type a percentage or the number of a paragraph.</source>
        <translation>Dieser Text hat keine Abschnitte. Geben Sie Prozent oder die Nummer eines Absatzes ein.</translation>
    </message>
    <message>
        <source>There is no such place. The paragraphs go from §1 to §{last}.</source>
        <translation>Diesen Ort gibt es nicht. Die Absätze gehen von §1 bis §{last}.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>of the text</source>
        <translation>des Textes</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>language</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} insgesamt</translation>
    </message>
    <message>
        <source>{percent} · the last page</source>
        <translation>{percent} · letzte Seite</translation>
    </message>
    <message>
        <source>{time} left in this section</source>
        <translation>noch {time} in diesem Abschnitt</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{} selected</source>
        <translation>{} ausgewählt</translation>
    </message>
    <message>
        <source>{} unselected</source>
        <translation>{} nicht mehr ausgewählt</translation>
    </message>
    <message>
        <source>&amp;About the companion</source>
        <translation>Über den &amp;Begleiter</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Timeline, drawn</source>
        <translation>&amp;Zeitleiste, gezeichnet</translation>
    </message>
    <message>
        <source>Timeline as a &amp;list</source>
        <translation>Zeitleiste als &amp;Liste</translation>
    </message>
    <message>
        <source>Passages of the &amp;focus</source>
        <translation>Stellen zum &amp;Fokus</translation>
    </message>
    <message>
        <source>&amp;Bookmarks and notes</source>
        <translation>L&amp;esezeichen und Notizen</translation>
    </message>
    <message>
        <source>About this companion</source>
        <translation>Über diesen Begleiter</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Events by date</source>
        <translation>Ereignisse nach Datum</translation>
    </message>
    <message>
        <source>Passages: {focus}</source>
        <translation>Stellen: {focus}</translation>
    </message>
    <message>
        <source>Bookmarks and notes</source>
        <translation>Lesezeichen und Notizen</translation>
    </message>
    <message>
        <source>A reading companion</source>
        <translation>Ein Lesebegleiter</translation>
    </message>
    <message>
        <source>also</source>
        <translation>auch</translation>
    </message>
    <message>
        <source>see</source>
        <translation>siehe</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>A number after § is that of a paragraph of the text.</source>
        <translation>Eine Zahl nach § ist die Nummer eines Absatzes im Text.</translation>
    </message>
    <message>
        <source>no longer found in the text</source>
        <translation>im Text nicht mehr gefunden</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} Ereignisse</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>one day or a short time</source>
        <translation>ein Tag oder eine kurze Zeit</translation>
    </message>
    <message>
        <source>from … to …, or some time within it</source>
        <translation>von … bis … oder irgendwann darin</translation>
    </message>
    <message>
        <source>about that time</source>
        <translation>etwa um diese Zeit</translation>
    </message>
    <message>
        <source>perhaps then</source>
        <translation>vielleicht dann</translation>
    </message>
    <message>
        <source>reaches further, or its end is not known</source>
        <translation>reicht weiter, oder das Ende ist unbekannt</translation>
    </message>
    <message>
        <source>a long time in which nothing happens is left out</source>
        <translation>eine lange Zeit ohne Ereignisse ist ausgelassen</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>theme</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Sepia</source>
        <comment>theme</comment>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <comment>theme</comment>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <comment>theme</comment>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}: {title}, {passages}</source>
        <translation>{date}: {title}, {passages}</translation>
    </message>
    <message>
        <source>{title} (?)</source>
        <translation>{title} (?)</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{events}, {when}. Click to look closer.</source>
        <translation>{events}, {when}. Klicken Sie, um näher hinzusehen.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Show the whole timeline</source>
        <translation>Ganze Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show the events as a list</source>
        <translation>Ereignisse als Liste zeigen</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Näher heran</translation>
    </message>
    <message>
        <source>Look from further away</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>Left and Right go from event to event, Enter opens the passage, Home and End go to the ends. Plus and Minus or the wheel zoom, Shift and the wheel or dragging pan, 0 shows all, L shows the events as a list.</source>
        <translation>Links und Rechts gehen von Ereignis zu Ereignis, die Eingabetaste öffnet die Stelle, Pos1 und Ende gehen an die Enden. Plus und Minus oder das Mausrad zoomen, Umschalt mit Mausrad oder Ziehen verschiebt, 0 zeigt alles, L zeigt die Ereignisse als Liste.</translation>
    </message>
    <message>
        <source>No dated events so far.</source>
        <translation>Bisher keine datierten Ereignisse.</translation>
    </message>
    <message>
        <source>No dated events here yet. Open a text to see its story in time.</source>
        <translation>Noch keine datierten Ereignisse. Öffnen Sie einen Text, um seine Geschichte in der Zeit zu sehen.</translation>
    </message>
    <message>
        <source>No dated events here yet. Give this text&apos;s companion file some, each with a date.</source>
        <translation>Noch keine datierten Ereignisse. Tragen Sie welche in die Begleitdatei dieses Textes ein, jedes mit Datum.</translation>
    </message>
    <message>
        <source>No dated events here yet. A file named like the text, ending in .companion.yaml, brings them.</source>
        <translation>Noch keine datierten Ereignisse. Eine Datei mit dem Namen des Textes und der Endung .companion.yaml bringt sie mit.</translation>
    </message>
    <message>
        <source>Next name, name before</source>
        <translation>Nächster Name, voriger Name</translation>
    </message>
    <message>
        <source>Put the name in focus</source>
        <translation>Namen in den Fokus nehmen</translation>
    </message>
    <message>
        <source>Enter, or click</source>
        <translation>Eingabe oder Klick</translation>
    </message>
    <message>
        <source>Add a second name to the focus</source>
        <translation>Zweiten Namen in den Fokus nehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter, or Ctrl+click</source>
        <translation>Strg+Eingabe oder Strg+Klick</translation>
    </message>
    <message>
        <source>Go into the card of a name</source>
        <translation>In die Karte eines Namens gehen</translation>
    </message>
    <message>
        <source>A page on, a page back</source>
        <translation>Eine Seite weiter, eine Seite zurück</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>Leertaste, Umschalt+Leertaste</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Shift with arrow keys, Home, End, PgUp, PgDn</source>
        <translation>Umschalt mit Pfeiltasten, Pos1, Ende, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Close the card, let go of the focus</source>
        <translation>Karte schließen, Fokus aufheben</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Auf und ab</translation>
    </message>
    <message>
        <source>arrow keys, PgUp, PgDn</source>
        <translation>Pfeiltasten, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>From the field to its list</source>
        <translation>Vom Feld in seine Liste</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>In Listen</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”. Taken here, that has it no longer.</source>
        <translation>{key} gehört zu „{action}“. Wenn Sie es hier nehmen, hat jenes es nicht mehr.</translation>
    </message>
    <message>
        <source>Press one key, alone or together with Ctrl, Alt or Shift.</source>
        <translation>Drücken Sie eine Taste, allein oder zusammen mit Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>Press another key together with this one.</source>
        <translation>Drücken Sie zusammen mit dieser eine weitere Taste.</translation>
    </message>
    <message>
        <source>Keys with the Windows or Super key belong to the system.</source>
        <translation>Tasten mit der Windows- oder Supertaste gehören dem System.</translation>
    </message>
    <message>
        <source>{key} moves or chooses in the text and in lists.</source>
        <translation>{key} bewegt oder wählt im Text und in Listen.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{menu}”.</source>
        <translation>{key} öffnet das Menü „{menu}“.</translation>
    </message>
    <message>
        <source>guarded to {place}</source>
        <translation>gezeigt bis {place}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>title</comment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>“Keys” in the menu “Help” gives them others.</source>
        <translation>„Tastenkürzel“ im Menü „Hilfe“ gibt ihnen andere.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;companion file…</source>
        <translation>&amp;Begleitdatei öffnen…</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Print &amp;summary…</source>
        <translation>Zusammenfassung d&amp;rucken…</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Bookmark, or no bookmark</source>
        <translation>&amp;Lesezeichen setzen oder entfernen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Voriger Tre&amp;ffer</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual type</source>
        <translation>Schrift &amp;normal</translation>
    </message>
    <message>
        <source>Mark &amp;terms</source>
        <translation>&amp;Begriffe markieren</translation>
    </message>
    <message>
        <source>Mark &amp;people</source>
        <translation>&amp;Personen markieren</translation>
    </message>
    <message>
        <source>Mark &amp;dates</source>
        <translation>&amp;Zeitangaben markieren</translation>
    </message>
    <message>
        <source>Mark only the &amp;first in each section</source>
        <translation>Nur die &amp;erste Nennung je Abschnitt markieren</translation>
    </message>
    <message>
        <source>Spoiler &amp;guard</source>
        <translation>Spoi&amp;lerschutz</translation>
    </message>
    <message>
        <source>I have read as far as &amp;here</source>
        <translation>B&amp;is hierher gelesen</translation>
    </message>
    <message>
        <source>Show &amp;no panels</source>
        <translation>Alle Bereiche &amp;ausblenden</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>N&amp;othing but the text</source>
        <translation>Nur der &amp;Text</translation>
    </message>
    <message>
        <source>Put the panels &amp;back in their places</source>
        <translation>Bereiche an ihren &amp;Ort zurück</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Next passage</source>
        <translation>&amp;Nächste Stelle</translation>
    </message>
    <message>
        <source>&amp;Previous passage</source>
        <translation>V&amp;orige Stelle</translation>
    </message>
    <message>
        <source>&amp;Let go of the focus</source>
        <translation>&amp;Fokus aufheben</translation>
    </message>
    <message>
        <source>Next boo&amp;kmark</source>
        <translation>Nächstes &amp;Lesezeichen</translation>
    </message>
    <message>
        <source>Previous bookm&amp;ark</source>
        <translation>Voriges Lesezei&amp;chen</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>Nächster &amp;Abschnitt</translation>
    </message>
    <message>
        <source>Pre&amp;vious section</source>
        <translation>Voriger Ab&amp;schnitt</translation>
    </message>
    <message>
        <source>&amp;Start of the text</source>
        <translation>Anfang des &amp;Textes</translation>
    </message>
    <message>
        <source>&amp;End of the text</source>
        <translation>&amp;Ende des Textes</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu einem Ort…</translation>
    </message>
    <message>
        <source>Find &amp;anything…</source>
        <translation>Alles &amp;durchsuchen…</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous pane&amp;l</source>
        <translation>Vo&amp;riger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open the &amp;sample reading</source>
        <translation>&amp;Beispieltext öffnen</translation>
    </message>
    <message>
        <source>How a &amp;companion file is written</source>
        <translation>Wie eine Begleit&amp;datei geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Info</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Nothing is in focus</source>
        <translation>Nichts ist im Fokus</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>not in the text</source>
        <translation>nicht im Text</translation>
    </message>
    <message>
        <source>In focus: {0}, {1}</source>
        <translation>Im Fokus: {0}, {1}</translation>
    </message>
    <message>
        <source>Hit {0}</source>
        <translation>Treffer {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>BookmarkEditor</name>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Place in the note</source>
        <translation>Ort in der Notiz</translation>
    </message>
    <message>
        <source>Place in the line</source>
        <translation>Ort in der Zeile</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this bookmark</source>
        <translation>Dieses Lesezeichen entfernen</translation>
    </message>
</context>
<context>
    <name>BookmarkView</name>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Ctrl+D marks the selected words, or else the line at the top of the page.</source>
        <translation>Strg+D setzt ein Lesezeichen auf die ausgewählten Wörter, sonst auf die oberste Zeile der Seite.</translation>
    </message>
    <message>
        <source>The places that you mark in an open text stand here.</source>
        <translation>Hier stehen die Lesezeichen, die Sie in einem offenen Text setzen.</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Show {0}</source>
        <translation>{0} zeigen</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>Gehe zu {0}</translation>
    </message>
    <message>
        <source>not in the text</source>
        <translation>nicht im Text</translation>
    </message>
    <message>
        <source>This name may mean:</source>
        <translation>Dieser Name kann bedeuten:</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Related entries</source>
        <translation>Verwandte Einträge</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>This text has no headings, so there are no contents to list.</source>
        <translation>Dieser Text hat keine Überschriften, also gibt es kein Inhaltsverzeichnis.</translation>
    </message>
    <message>
        <source>The headings of an open text stand here.</source>
        <translation>Hier stehen die Überschriften des offenen Textes.</translation>
    </message>
</context>
<context>
    <name>ContentsRows</name>
    <message>
        <source>Section {number}</source>
        <translation>Abschnitt {number}</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>Place in the contents</source>
        <translation>Ort im Inhalt</translation>
    </message>
</context>
<context>
    <name>EntryDetail</name>
    <message>
        <source>Go to the first passage, {0}</source>
        <translation>Zur ersten Stelle gehen, {0}</translation>
    </message>
    <message>
        <source>Let go of {0}</source>
        <translation>{0} aus dem Fokus nehmen</translation>
    </message>
    <message>
        <source>Let go (Esc)</source>
        <translation>Fokus aufheben (Esc)</translation>
    </message>
    <message>
        <source>read less</source>
        <translation>weniger lesen</translation>
    </message>
    <message>
        <source>Show less of what is said</source>
        <translation>Weniger davon zeigen</translation>
    </message>
    <message>
        <source>read on</source>
        <translation>weiterlesen</translation>
    </message>
    <message>
        <source>Show all that is said</source>
        <translation>Alles davon zeigen</translation>
    </message>
    <message>
        <source>together in {0}</source>
        <translation>gemeinsam in {0}</translation>
    </message>
</context>
<context>
    <name>EntryListPanel</name>
    <message>
        <source>on this page</source>
        <translation>auf dieser Seite</translation>
    </message>
    <message>
        <source>Only what is on this page</source>
        <translation>Nur was auf dieser Seite vorkommt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>First mention</source>
        <translation>Erste Nennung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number of passages</source>
        <translation>Zahl der Stellen</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
    <message>
        <source>Nothing here is called “{0}”.</source>
        <translation>Hier heißt nichts „{0}“.</translation>
    </message>
    <message>
        <source>Nothing from this list is on this page.</source>
        <translation>Nichts aus dieser Liste kommt auf dieser Seite vor.</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>nach Ort</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>nach Zahl</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
</context>
<context>
    <name>EntryRows</name>
    <message>
        <source>not in the text</source>
        <translation>nicht im Text</translation>
    </message>
    <message>
        <source>on this page</source>
        <translation>auf dieser Seite</translation>
    </message>
    <message>
        <source>belongs to the focus</source>
        <translation>gehört zum Fokus</translation>
    </message>
    <message>
        <source>Related: {0}</source>
        <translation>Verwandt: {0}</translation>
    </message>
</context>
<context>
    <name>EventLine</name>
    <message>
        <source>Events of {0}</source>
        <translation>Ereignisse zu {0}</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>GlossaryPanel</name>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Filter 1 term</source>
        <translation>1 Begriff filtern</translation>
    </message>
    <message numerus="yes">
        <source>Filter %Ln terms</source>
        <translation>
            <numerusform>%Ln Begriff filtern</numerusform>
            <numerusform>%Ln Begriffe filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>The terms of an open text stand here, with what they mean.</source>
        <translation>Hier stehen die Begriffe des offenen Textes und was sie bedeuten.</translation>
    </message>
    <message>
        <source>The companion of this text explains no terms.</source>
        <translation>Der Begleiter dieses Textes erklärt keine Begriffe.</translation>
    </message>
    <message>
        <source>This text has no companion yet. A file named like it, ending in .companion.yaml, brings one.</source>
        <translation>Dieser Text hat noch keinen Begleiter. Eine Datei mit seinem Namen und der Endung .companion.yaml bringt einen mit.</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
    <message>
        <source>Forward ›</source>
        <translation>Vorwärts ›</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Your notes are still being written; the disk does not answer.</source>
        <translation>Ihre Notizen werden noch geschrieben; der Datenträger antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Befehl oder Taste finden</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Instead of the others</source>
        <translation>&amp;Statt der anderen</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>&amp;Wie üblich</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Ort in der Liste</translation>
    </message>
    <message>
        <source>Place in the line</source>
        <translation>Ort in der Zeile</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all</source>
        <translation>Übliche &amp;Tasten für alles</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>{keys} (yours)</source>
        <translation>{keys} (Ihre)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>These keys belong to the text and cannot be changed.</source>
        <translation>Diese Tasten gehören zum Text und lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>Press the keys that you would like for it.</source>
        <translation>Drücken Sie die Tasten, die Sie dafür möchten.</translation>
    </message>
    <message>
        <source>These keys are free.</source>
        <translation>Diese Tasten sind frei.</translation>
    </message>
</context>
<context>
    <name>Marginalia</name>
    <message>
        <source>Add a bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Change a bookmark</source>
        <translation>Lesezeichen ändern</translation>
    </message>
    <message>
        <source>Remove a bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
</context>
<context>
    <name>NotesNotice</name>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>Keep the notes in</source>
        <translation>Notizen aufbewahren in</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
</context>
<context>
    <name>OnlyText</name>
    <message>
        <source>Esc brings back the menu and the panels</source>
        <translation>Esc bringt das Menü und die Bereiche zurück</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 has an error.</source>
        <translation>%1 enthält einen Fehler.</translation>
    </message>
    <message>
        <source>%1 has %2 errors.</source>
        <translation>%1 enthält %2 Fehler.</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview of the text</source>
        <translation>Überblick über den Text</translation>
    </message>
    <message>
        <source>shown: {0}</source>
        <translation>zu sehen: {0}</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>‹ back</source>
        <translation>‹ zurück</translation>
    </message>
    <message>
        <source>Goes back to where you were (Alt+Left)</source>
        <translation>Geht dorthin zurück, wo Sie waren (Alt+Links)</translation>
    </message>
    <message>
        <source>‹ back to {place}</source>
        <translation>‹ zurück zu {place}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>PanelDock</name>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>PassageSteps</name>
    <message>
        <source>Previous passage</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>{0} with both</source>
        <translation>{0} mit beiden</translation>
    </message>
    <message>
        <source>none with both</source>
        <translation>keine mit beiden</translation>
    </message>
    <message>
        <source>not in the text</source>
        <translation>nicht im Text</translation>
    </message>
    <message>
        <source>‹ previous</source>
        <translation>‹ vorige</translation>
    </message>
    <message>
        <source>next ›</source>
        <translation>nächste ›</translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>with both {0} and {1}</source>
        <translation>mit {0} und {1}</translation>
    </message>
    <message>
        <source>told of</source>
        <translation>davon erzählt</translation>
    </message>
    <message>
        <source>No passage speaks of both {0} and {1}.</source>
        <translation>Keine Stelle spricht von {0} und {1} zugleich.</translation>
    </message>
    <message>
        <source>No passage of the text speaks of {0}.</source>
        <translation>Keine Stelle des Textes spricht von {0}.</translation>
    </message>
    <message>
        <source>Click a name in the text or in a list: the passages that speak of it stand here.</source>
        <translation>Klicken Sie einen Namen im Text oder in einer Liste an: Hier stehen dann die Stellen, die von ihm sprechen.</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Filter 1 person</source>
        <translation>1 Person filtern</translation>
    </message>
    <message numerus="yes">
        <source>Filter %Ln people</source>
        <translation>
            <numerusform>%Ln Person filtern</numerusform>
            <numerusform>%Ln Personen filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>The people of an open text stand here, with who they are.</source>
        <translation>Hier stehen die Personen des offenen Textes und wer sie sind.</translation>
    </message>
    <message>
        <source>The companion of this text names no people.</source>
        <translation>Der Begleiter dieses Textes nennt keine Personen.</translation>
    </message>
    <message>
        <source>No people here yet. A file named like the text, ending in .companion.yaml, brings them.</source>
        <translation>Noch keine Personen. Eine Datei mit dem Namen des Textes und der Endung .companion.yaml bringt sie mit.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>S&amp;chrift</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> Pixel</translation>
    </message>
    <message>
        <source>Line &amp;height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>Line &amp;width</source>
        <translation>Zeilenbr&amp;eite</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>&amp;Margins</source>
        <translation>&amp;Ränder</translation>
    </message>
    <message>
        <source>&amp;Paragraphs</source>
        <translation>&amp;Absätze</translation>
    </message>
    <message>
        <source>Space between them</source>
        <translation>Abstand dazwischen</translation>
    </message>
    <message>
        <source>First line indented</source>
        <translation>Erste Zeile eingerückt</translation>
    </message>
    <message>
        <source>&amp;Justify lines</source>
        <translation>&amp;Blocksatz</translation>
    </message>
    <message>
        <source>Part words with h&amp;yphens</source>
        <translation>Wörter &amp;trennen</translation>
    </message>
    <message>
        <source>Source Serif</source>
        <translation>Source Serif</translation>
    </message>
    <message>
        <source>The system&apos;s, with serifs</source>
        <translation>Die des Systems, mit Serifen</translation>
    </message>
    <message>
        <source>The system&apos;s, without serifs</source>
        <translation>Die des Systems, ohne Serifen</translation>
    </message>
    <message>
        <source>&amp;As usual</source>
        <translation>&amp;Wie üblich</translation>
    </message>
    <message>
        <source>Sets everything here as it was at first</source>
        <translation>Setzt hier alles auf den Anfang zurück</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>Pap&amp;ier</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing in focus</source>
        <translation>nichts im Fokus</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print the summary</source>
        <translation>Zusammenfassung drucken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>As a PDF, a web page or Markdown</source>
        <translation>Als PDF, Webseite oder Markdown</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>Seiten werden gesetzt</translation>
    </message>
    <message>
        <source>The pages could not be printed.</source>
        <translation>Die Seiten konnten nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Zusammenfassung speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Markdown (*.md)</source>
        <translation>PDF (*.pdf);;Webseite (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Writing the pages</source>
        <translation>Seiten werden geschrieben</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Wird gedruckt</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Place in the text</source>
        <translation>Ort im Text</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Place in the list</source>
        <translation>Ort in der Liste</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Search this text</source>
        <translation>Diesen Text durchsuchen</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Type words to find every place in the text where they stand.</source>
        <translation>Geben Sie Wörter ein, um jeden Ort im Text zu finden, an dem sie stehen.</translation>
    </message>
    <message>
        <source>“{0}” does not stand in what you have read.</source>
        <translation>„{0}“ steht nicht in dem, was Sie gelesen haben.</translation>
    </message>
    <message>
        <source>“{0}” does not stand in this text.</source>
        <translation>„{0}“ steht nicht in diesem Text.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected words</source>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Find these words</source>
        <translation>Diese Wörter finden</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The window speaks the other language from the next start on.</source>
        <translation>Vom nächsten Start an spricht das Fenster die andere Sprache.</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>Text öffnen</translation>
    </message>
    <message>
        <source>Texts (*.txt *.text *.md *.markdown);;All files (*)</source>
        <translation>Texte (*.txt *.text *.md *.markdown);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a companion file</source>
        <translation>Begleitdatei öffnen</translation>
    </message>
    <message>
        <source>Companion files (*.yaml *.yml)</source>
        <translation>Begleitdateien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>%1 has changed since you opened it.</source>
        <translation>%1 hat sich geändert, seit Sie es geöffnet haben.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>%1 is no longer there. What it said stays until you open another text.</source>
        <translation>%1 ist nicht mehr da. Was darin stand, bleibt, bis Sie einen anderen Text öffnen.</translation>
    </message>
    <message>
        <source>There is one remark on the companion of this text.</source>
        <translation>Zum Begleiter dieses Textes gibt es eine Bemerkung.</translation>
    </message>
    <message>
        <source>There are %1 remarks on the companion of this text.</source>
        <translation>Zum Begleiter dieses Textes gibt es %1 Bemerkungen.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>A text with its glossary, people and timeline, all linked. Works offline. MIT licence; the text font Source Serif is under the SIL Open Font Licence, Qt under the LGPL.</source>
        <translation>Ein Text mit Glossar, Personen und Zeitleiste, alles verknüpft. Arbeitet ohne Netz. MIT-Lizenz; die Textschrift Source Serif steht unter der SIL Open Font Licence, Qt unter der LGPL.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. What you have done is kept; you can read on.</source>
        <translation>Im Programm ist etwas schiefgegangen. Was Sie getan haben, bleibt erhalten; Sie können weiterlesen.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Place in the pages</source>
        <translation>Ort in den Seiten</translation>
    </message>
    <message>
        <source>Place across the page</source>
        <translation>Ort quer über die Seite</translation>
    </message>
</context>
<context>
    <name>Stepped</name>
    <message>
        <source>{0}: less</source>
        <translation>{0}: weniger</translation>
    </message>
    <message>
        <source>{0}: more</source>
        <translation>{0}: mehr</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Selected words</source>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Find these words</source>
        <translation>Diese Wörter finden</translation>
    </message>
    <message>
        <source>Bookmark these words</source>
        <translation>Lesezeichen für diese Wörter</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Title bar</source>
        <translation>Titelleiste</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Lesezeichen entfernt</translation>
    </message>
</context>
<context>
    <name>WhoIsHere</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Who is in this section</source>
        <translation>Wer in diesem Abschnitt vorkommt</translation>
    </message>
    <message>
        <source>Who is in “{0}”</source>
        <translation>Wer in „{0}“ vorkommt</translation>
    </message>
    <message>
        <source>Who and what this section speaks of most</source>
        <translation>Von wem und wovon dieser Abschnitt am meisten spricht</translation>
    </message>
    <message>
        <source>once here</source>
        <translation>hier einmal</translation>
    </message>
    <message>
        <source>{0} times here</source>
        <translation>hier {0}-mal</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Reading Companion</source>
        <translation>Lesebegleiter</translation>
    </message>
</context>
</TS>
