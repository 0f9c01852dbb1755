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
        <source>Nothing has a name like “{typed}”. {find} finds words in the text.</source>
        <translation>Nichts heißt so ähnlich wie „{typed}“. {find} findet Wörter im Text.</translation>
    </message>
    <message>
        <source>Theme: {0}</source>
        <translation>Farbschema: {0}</translation>
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
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>on the whole text</source>
        <translation>zum ganzen Text</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>Hervorhebung</translation>
    </message>
    <message>
        <source>underline</source>
        <translation>Unterstreichung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>underlines</source>
        <translation>Unterstreichungen</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
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
        <source>1 of them without the name</source>
        <translation>1 davon ohne den Namen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without the name</source>
        <translation>
            <numerusform>%Ln davon ohne den Namen</numerusform>
            <numerusform>%Ln davon ohne den Namen</numerusform>
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
        <source>This text is being read.</source>
        <translation>Dieser Text wird gelesen.</translation>
    </message>
    <message>
        <source>The companion of this text is being read.</source>
        <translation>Der Begleiter dieses Textes wird gelesen.</translation>
    </message>
    <message>
        <source>The search in this text was stopped. “Read again” in the menu “File” begins it anew.</source>
        <translation>Die Suche in diesem Text wurde abgebrochen. „Neu einlesen“ im Menü „Datei“ beginnt sie von vorn.</translation>
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
        <source>{origin}, doubtful</source>
        <translation>{origin}, zweifelhaft</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>auch {names}</translation>
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
        <source>first mention</source>
        <translation>erste Nennung</translation>
    </message>
    <message>
        <source>{count} more were found; these are the weightiest.</source>
        <translation>{count} weitere wurden gefunden; dies sind die gewichtigsten.</translation>
    </message>
    <message>
        <source>&amp;Marks and notes</source>
        <translation>&amp;Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Marks and notes</source>
        <translation>Markierungen und Notizen</translation>
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
        <source>highlighted</source>
        <translation>hervorgehoben</translation>
    </message>
    <message>
        <source>underlined</source>
        <translation>unterstrichen</translation>
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
        <source>the {0} weightiest</source>
        <translation>die {0} gewichtigsten</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
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
        <source>1 name</source>
        <translation>1 Name</translation>
    </message>
    <message numerus="yes">
        <source>%Ln names</source>
        <translation>
            <numerusform>%Ln Name</numerusform>
            <numerusform>%Ln Namen</numerusform>
        </translation>
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
        <source>First appearances</source>
        <translation>Erstes Auftreten</translation>
    </message>
    <message>
        <source>This text tells no dates. Here is who and what first appears where in it.</source>
        <translation>Dieser Text nennt keine Zeiten. Hier steht, wer und was darin wo zuerst auftritt.</translation>
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
        <source>Dates are being looked for in this text.</source>
        <translation>In diesem Text wird nach Zeiten gesucht.</translation>
    </message>
    <message>
        <source>No dates were found in this text, nor people or terms that could stand in their place.</source>
        <translation>In diesem Text wurden keine Zeiten gefunden, auch keine Personen oder Begriffe, die an ihrer Stelle stehen könnten.</translation>
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
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>‘{text}’ is no year: the year before AD 1 is 1 BC.</source>
        <translation>„{text}“ ist kein Jahr: Vor dem Jahr 1 n. Chr. liegt das Jahr 1 v. Chr., geschrieben 1 BC.</translation>
    </message>
    <message>
        <source>‘{text}’ is more than one season; write it like 1942-22/1943-24.</source>
        <translation>„{text}“ ist mehr als eine Jahreszeit; schreiben Sie es wie 1942-22/1943-24.</translation>
    </message>
    <message>
        <source>‘{text}’ has no year; write it like {text} 1942.</source>
        <translation>„{text}“ hat kein Jahr; schreiben Sie es wie {text} 1942.</translation>
    </message>
    <message>
        <source>A date is missing; write it like 1943-09-03 or July 1942.</source>
        <translation>Ein Datum fehlt; schreiben Sie es wie 1943-09-03 oder July 1942.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: an interval has one date before the ‘/’ and one after it.</source>
        <translation>„{text}“ ist kein Datum: Ein Zeitraum hat ein Datum vor dem „/“ und eines danach.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: it leaves both ends open.</source>
        <translation>„{text}“ ist kein Datum: Es lässt beide Enden offen.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: months and days are counted from 01; write XX for one not known.</source>
        <translation>„{text}“ ist kein Datum: Monate und Tage werden von 01 an gezählt; schreiben Sie XX für einen unbekannten.</translation>
    </message>
    <message>
        <source>‘{text}’ is a year beyond all reckoning; a year may have up to twelve digits.</source>
        <translation>„{text}“ ist ein Jahr jenseits aller Zeitrechnung; ein Jahr darf bis zu zwölf Ziffern haben.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: a year with X in it stands alone, as in {year}.</source>
        <translation>„{text}“ ist kein Datum: Ein Jahr mit X darin steht allein, wie in {year}.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: a time needs a day, as in 1944-05-01T10:30.</source>
        <translation>„{text}“ ist kein Datum: Zu einer Uhrzeit gehört ein Tag, wie in 1944-05-01T10:30.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: a time of day is for years of four digits only.</source>
        <translation>„{text}“ ist kein Datum: Eine Uhrzeit gibt es nur bei Jahren mit vier Ziffern.</translation>
    </message>
    <message>
        <source>‘{text}’ is no time: hours go from 00 to 23, minutes and seconds from 00 to 59.</source>
        <translation>„{text}“ ist keine Uhrzeit: Stunden gehen von 00 bis 23, Minuten und Sekunden von 00 bis 59.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: without a month the day must be XX too.</source>
        <translation>„{text}“ ist kein Datum: Ohne Monat muss auch der Tag XX sein.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: {month} is a part of the year and takes no day.</source>
        <translation>„{text}“ ist kein Datum: {month} steht für einen Teil des Jahres und hat keinen Tag.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: {month} {year} has {length} days.</source>
        <translation>„{text}“ ist kein Datum: Der {month} {year} hat {length} Tage.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: there is no month {month}; for {year} to {until} write {year}/{until}.</source>
        <translation>„{text}“ ist kein Datum: Einen Monat {month} gibt es nicht; für {year} bis {until} schreiben Sie {year}/{until}.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: there is no month {month}; months go from 01 to 12, seasons from 21 to 24.</source>
        <translation>„{text}“ ist kein Datum: Einen Monat {month} gibt es nicht; Monate gehen von 01 bis 12, Jahreszeiten von 21 bis 24.</translation>
    </message>
    <message>
        <source>{year} BC</source>
        <translation>{year} v. Chr.</translation>
    </message>
    <message>
        <source>‘{text}’ ends before it begins; write the earlier date first.</source>
        <translation>„{text}“ endet, bevor es beginnt; schreiben Sie das frühere Datum zuerst.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: write the year in four digits, {year}, or in words, as in 44 BC.</source>
        <translation>„{text}“ ist kein Datum: Schreiben Sie das Jahr mit vier Ziffern, {year}, oder in Worten, wie in 44 BC.</translation>
    </message>
    <message>
        <source>‘{text}’ could be read in two ways; write year, month and day, as in 1943-09-03.</source>
        <translation>„{text}“ lässt sich auf zwei Arten lesen; schreiben Sie Jahr, Monat und Tag, wie in 1943-09-03.</translation>
    </message>
    <message>
        <source>‘{text}’ is no date: month and day take two digits each, as in {parts}.</source>
        <translation>„{text}“ ist kein Datum: Monat und Tag haben je zwei Ziffern, wie in {parts}.</translation>
    </message>
    <message>
        <source>‘{text}’ cannot be read as a date; write it like 1943-09-03, July 1942, summer 1942, about 1860, 1560/1570 or 44 BC.</source>
        <translation>„{text}“ lässt sich nicht als Datum lesen; schreiben Sie es wie 1943-09-03, July 1942, summer 1942, about 1860, 1560/1570 oder 44 BC.</translation>
    </message>
    <message>
        <source>People, terms and dates are found only in texts in Latin, Cyrillic and Greek letters; this is in others.</source>
        <translation>Personen, Begriffe und Zeitangaben werden nur in Texten in lateinischer, kyrillischer und griechischer Schrift gefunden; dieser ist in einer anderen geschrieben.</translation>
    </message>
    <message>
        <source>‘{name}’</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{names}, ‘{name}’</source>
        <translation>{names}, „{name}“</translation>
    </message>
    <message>
        <source>{names} or ‘{name}’</source>
        <translation>{names} oder „{name}“</translation>
    </message>
    <message>
        <source>‘{name}’ may be {who}. It has no link at one place, where no full name before it decides.</source>
        <translation>„{name}“ kann {who} sein. An einem Ort fehlt die Verknüpfung, weil dort kein voller Name davor entscheidet.</translation>
    </message>
    <message numerus="yes">
        <source>‘{name}’ may be {who}. It has no link at %Ln places, where no full name before it decides.</source>
        <translation>
            <numerusform>„{name}“ kann {who} sein. An %Ln Ort fehlt die Verknüpfung, weil dort kein voller Name davor entscheidet.</numerusform>
            <numerusform>„{name}“ kann {who} sein. An %Ln Orten fehlt die Verknüpfung, weil dort kein voller Name davor entscheidet.</numerusform>
        </translation>
    </message>
    <message>
        <source>More than {most} events have the date of ‘{heading}’; it is not looked for.</source>
        <translation>Mehr als {most} Ereignisse haben das Datum von „{heading}“; es wird im Text nicht gesucht.</translation>
    </message>
    <message>
        <source>A name of ‘{heading}’ has no letter and no digit and is not looked for.</source>
        <translation>Ein Name von „{heading}“ hat weder Buchstaben noch Ziffern und wird im Text nicht gesucht.</translation>
    </message>
    <message>
        <source>A name of ‘{heading}’ is longer than {most} letters and is not looked for.</source>
        <translation>Ein Name von „{heading}“ ist länger als {most} Buchstaben und wird im Text nicht gesucht.</translation>
    </message>
    <message>
        <source>‘{name}’ names more than {most} entries and is not looked for.</source>
        <translation>„{name}“ ist der Name von mehr als {most} Einträgen und wird im Text nicht gesucht.</translation>
    </message>
    <message>
        <source>The text does not have the words “{words}”, quoted for ‘{heading}’.</source>
        <translation>Die Worte „{words}“, die zu „{heading}“ zitiert sind, stehen nicht im Text.</translation>
    </message>
    <message>
        <source>The text does not have “{words}” in “{within}”, given as a place of ‘{heading}’.</source>
        <translation>Der Text hat „{words}“ in „{within}“ nicht, angegeben als Stelle von „{heading}“.</translation>
    </message>
    <message numerus="yes">
        <source>The text does not have %Ln of the passages quoted for ‘{heading}’, first “{words}”.</source>
        <translation>
            <numerusform>%Ln der zu „{heading}“ zitierten Stellen steht nicht im Text: „{words}“.</numerusform>
            <numerusform>%Ln der zu „{heading}“ zitierten Stellen stehen nicht im Text, als erste „{words}“.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is not what the end of its name says; it was opened as what it is.</source>
        <translation>„{name}“ ist nicht, was die Endung des Namens sagt; es wurde als das geöffnet, was es ist.</translation>
    </message>
    <message>
        <source>“{name}” holds nothing but blanks, so there is nothing to read.</source>
        <translation>„{name}“ enthält nur Leerzeichen, es gibt also nichts zu lesen.</translation>
    </message>
    <message>
        <source>“{name}” holds no words, only marks and what they hide.</source>
        <translation>„{name}“ enthält keine Wörter, nur Auszeichnungen und was sie verbergen.</translation>
    </message>
    <message>
        <source>“{name}” is spoilt: one character could not be read as {encoding}; it is shown as “{sign}”.</source>
        <translation>„{name}“ ist beschädigt: Ein Zeichen ließ sich nicht als {encoding} lesen; es wird als „{sign}“ gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is spoilt: %Ln characters could not be read as {encoding}; each is shown as “{sign}”.</source>
        <translation>
            <numerusform>„{name}“ ist beschädigt: %Ln Zeichen ließ sich nicht als {encoding} lesen; es wird als „{sign}“ gezeigt.</numerusform>
            <numerusform>„{name}“ ist beschädigt: %Ln Zeichen ließen sich nicht als {encoding} lesen; jedes wird als „{sign}“ gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” does not say how it is encoded; it was read as {encoding}. If letters look wrong, choose another encoding.</source>
        <translation>„{name}“ sagt nicht, wie es codiert ist; es wurde als {encoding} gelesen. Sehen Buchstaben falsch aus, wählen Sie eine andere Codierung.</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>a rich text file (RTF)</source>
        <translation>eine Rich-Text-Datei (RTF)</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a compressed file (gzip)</source>
        <translation>eine komprimierte Datei (gzip)</translation>
    </message>
    <message>
        <source>a compressed file (bzip2)</source>
        <translation>eine komprimierte Datei (bzip2)</translation>
    </message>
    <message>
        <source>a compressed file (xz)</source>
        <translation>eine komprimierte Datei (xz)</translation>
    </message>
    <message>
        <source>a compressed file (zstd)</source>
        <translation>eine komprimierte Datei (zstd)</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>ein 7z-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>eine Tondatei</translation>
    </message>
    <message>
        <source>a Windows help file (CHM)</source>
        <translation>eine Windows-Hilfedatei (CHM)</translation>
    </message>
    <message>
        <source>a scanned book (DjVu)</source>
        <translation>ein eingescanntes Buch (DjVu)</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a text file in it.</source>
        <translation>„{name}“ ist ein Ordner; wählen Sie eine Textdatei darin.</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file, so it cannot be opened.</source>
        <translation>„{name}“ ist keine gewöhnliche Datei und lässt sich daher nicht öffnen.</translation>
    </message>
    <message>
        <source>There is no file “{name}” in “{folder}”; open it where it is now.</source>
        <translation>In „{folder}“ gibt es keine Datei „{name}“; öffnen Sie sie dort, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>“{name}” may not be read: its permissions do not allow it.</source>
        <translation>„{name}“ darf nicht gelesen werden: Die Zugriffsrechte erlauben es nicht.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>„{name}“ lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is empty, so there is nothing to read.</source>
        <translation>„{name}“ ist leer, es gibt also nichts zu lesen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened: it looks like {kind}; this version opens plain text, Markdown, HTML, EPUB, FB2, DOCX and PDF.</source>
        <translation>„{name}“ lässt sich nicht öffnen, es ist vermutlich {kind}; diese Version öffnet reinen Text, Markdown, HTML, EPUB, FB2, DOCX und PDF.</translation>
    </message>
    <message>
        <source>“{name}” is not a text: it holds bytes that no writing uses; this version opens plain text, Markdown, HTML, EPUB, FB2, DOCX and PDF.</source>
        <translation>„{name}“ ist kein Text: Es enthält Bytes, die in keiner Schrift vorkommen; diese Version öffnet reinen Text, Markdown, HTML, EPUB, FB2, DOCX und PDF.</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>eine Ton- oder Filmdatei</translation>
    </message>
    <message>
        <source>a Kindle or Mobipocket book</source>
        <translation>ein Kindle- oder Mobipocket-Buch</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>eine OpenDocument-Datei</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>eine Präsentation</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>“{name}” is too large: it has {size} MB, and more than {most} MB would take more memory than this program allows itself; split it, and open a part.</source>
        <translation>„{name}“ ist zu groß: Es hat {size} MB, und mehr als {most} MB würden mehr Speicher brauchen, als dieses Programm sich erlaubt; teilen Sie es, und öffnen Sie einen Teil.</translation>
    </message>
    <message>
        <source>HTML was left out; only its words are shown.</source>
        <translation>HTML wurde weggelassen; nur seine Wörter werden gezeigt.</translation>
    </message>
    <message>
        <source>What is nested more than {levels} deep in lists and quotations was left out.</source>
        <translation>Was in Listen und Zitaten tiefer als {levels} Ebenen verschachtelt ist, wurde weggelassen.</translation>
    </message>
    <message>
        <source>A paragraph holds so many Markdown marks that they are shown as they are.</source>
        <translation>Ein Absatz enthält so viele Markdown-Zeichen, dass sie gezeigt werden, wie sie dastehen.</translation>
    </message>
    <message>
        <source>The text has more than {most} characters, so its Markdown marks are shown.</source>
        <translation>Der Text hat mehr als {most} Zeichen, daher bleiben seine Markdown-Zeichen sichtbar.</translation>
    </message>
    <message>
        <source>The text has more than {most} lines and marks, so its Markdown marks are shown.</source>
        <translation>Der Text hat mehr als {most} Zeilen und Markdown-Zeichen, daher bleiben diese Zeichen sichtbar.</translation>
    </message>
    <message>
        <source>The file cannot be opened: {reason}.</source>
        <translation>Die Datei lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>This is far too large for a companion file.</source>
        <translation>Das ist viel zu groß für eine Begleitdatei.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>a term</source>
        <translation>ein Begriff</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>ein Ereignis</translation>
    </message>
    <message>
        <source>an alias</source>
        <translation>ein Alias</translation>
    </message>
    <message>
        <source>a single place</source>
        <translation>eine einzelne Stelle</translation>
    </message>
    <message>
        <source>This is a web page or XML; a companion file is plain text with keys such as ‘terms:’.</source>
        <translation>Das ist eine Webseite oder XML; eine Begleitdatei ist reiner Text mit Schlüsseln wie „terms:“.</translation>
    </message>
    <message>
        <source>This is a document of a word processor; save it as plain text.</source>
        <translation>Das ist das Dokument einer Textverarbeitung; speichern Sie es als reinen Text.</translation>
    </message>
    <message>
        <source>This is a document of a word processor or an archive; a companion file is plain text.</source>
        <translation>Das ist das Dokument einer Textverarbeitung oder ein Archiv; eine Begleitdatei ist reiner Text.</translation>
    </message>
    <message>
        <source>This is a PDF; a companion file is plain text.</source>
        <translation>Das ist ein PDF; eine Begleitdatei ist reiner Text.</translation>
    </message>
    <message>
        <source>This is not a text file; a companion file is plain text in UTF-8.</source>
        <translation>Das ist keine Textdatei; eine Begleitdatei ist reiner Text in UTF-8.</translation>
    </message>
    <message>
        <source>This letter is not written in UTF-8; save the file with the encoding UTF-8.</source>
        <translation>Dieser Buchstabe ist nicht in UTF-8 geschrieben; speichern Sie die Datei mit der Codierung UTF-8.</translation>
    </message>
    <message>
        <source>‘{name}’ may be {first} or {second}; write the one that you mean.</source>
        <translation>„{name}“ kann {first} oder {second} sein; schreiben Sie, was gemeint ist.</translation>
    </message>
    <message>
        <source>{none} Did you mean ‘{guess}’?</source>
        <translation>{none} Meinten Sie „{guess}“?</translation>
    </message>
    <message>
        <source>There is no term called ‘{name}’ in this file.</source>
        <translation>In dieser Datei gibt es keinen Begriff „{name}“.</translation>
    </message>
    <message>
        <source>There is no person called ‘{name}’ in this file.</source>
        <translation>In dieser Datei gibt es keine Person namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no event called ‘{name}’ in this file.</source>
        <translation>In dieser Datei gibt es kein Ereignis „{name}“.</translation>
    </message>
    <message>
        <source>There is no entry called ‘{name}’ in this file.</source>
        <translation>In dieser Datei gibt es keinen Eintrag „{name}“.</translation>
    </message>
    <message>
        <source>The file is empty; a companion file has keys such as ‘title:’, ‘terms:’, ‘people:’, ‘events:’.</source>
        <translation>Die Datei ist leer; eine Begleitdatei hat Schlüssel wie „title:“, „terms:“, „people:“, „events:“.</translation>
    </message>
    <message>
        <source>A companion file begins with keys such as ‘title:’ or ‘terms:’; this is a list.</source>
        <translation>Eine Begleitdatei beginnt mit Schlüsseln wie „title:“ oder „terms:“; das hier ist eine Liste.</translation>
    </message>
    <message>
        <source>A companion file begins with keys such as ‘title:’ or ‘terms:’; this is plain text.</source>
        <translation>Eine Begleitdatei beginnt mit Schlüsseln wie „title:“ oder „terms:“; das hier ist Text ohne Schlüssel.</translation>
    </message>
    <message>
        <source>‘language’ takes a code like en, de or fr, not ‘{given}’.</source>
        <translation>„language“ verlangt ein Kürzel wie en, de oder fr, nicht „{given}“.</translation>
    </message>
    <message>
        <source>‘{heading}’ is there twice; it stands in line {line} already.</source>
        <translation>„{heading}“ gibt es zweimal; es steht schon in Zeile {line}.</translation>
    </message>
    <message>
        <source>‘{key}’ takes a list; begin each of its entries with a dash: ‘- {first}: …’.</source>
        <translation>„{key}“ verlangt eine Liste; beginnen Sie jeden Eintrag mit einem Strich: „- {first}: …“.</translation>
    </message>
    <message>
        <source>A key is missing here; {part} is written with keys: ‘- {heading}: {words}’.</source>
        <translation>Hier fehlt ein Schlüssel; {part} wird mit Schlüsseln geschrieben: „- {heading}: {words}“.</translation>
    </message>
    <message>
        <source>‘{heading}’ refers to itself here.</source>
        <translation>„{heading}“ verweist hier auf sich selbst.</translation>
    </message>
    <message>
        <source>‘relations’ takes names with what each one is: ‘Anna Verl: his wife’.</source>
        <translation>„relations“ verlangt Namen und was jede Person ist: „Anna Verl: seine Frau“.</translation>
    </message>
    <message>
        <source>‘in’ quotes the passage in which ‘{words}’ stands.</source>
        <translation>„in“ führt die Stelle an, an der „{words}“ steht.</translation>
    </message>
    <message>
        <source>‘{key}’ takes words with the passage in which they stand: ‘{text: Verl, in: when Verl spoke}’.</source>
        <translation>„{key}“ verlangt Wörter mit der Stelle, an der sie stehen: „{text: Verl, in: als Verl sprach}“.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>eine Liste von Namen</translation>
    </message>
    <message>
        <source>a list of quoted words</source>
        <translation>eine Liste zitierter Worte</translation>
    </message>
    <message>
        <source>Did you mean ‘{guess}’?</source>
        <translation>Meinten Sie „{guess}“?</translation>
    </message>
    <message>
        <source>It has these keys: {keys}.</source>
        <translation>Diese Schlüssel gibt es: {keys}.</translation>
    </message>
    <message>
        <source>Unknown key ‘{key}’ in {part}. {hint}</source>
        <translation>Den Schlüssel „{key}“ hat {part} nicht. {hint}</translation>
    </message>
    <message>
        <source>Here ‘{key}:’ is missing; {part} needs it.</source>
        <translation>Hier fehlt „{key}:“; {part} braucht das.</translation>
    </message>
    <message>
        <source>The ‘{key}’ of {part} is empty.</source>
        <translation>„{key}“ ist leer; {part} braucht hier einen Text.</translation>
    </message>
    <message>
        <source>Put several {key} in brackets: [{names}].</source>
        <translation>Mehrere Angaben bei „{key}“ gehören in eckige Klammern: [{names}].</translation>
    </message>
    <message>
        <source>The alias ‘{name}’ is given twice.</source>
        <translation>Der Alias „{name}“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>‘{key}’ takes {wanted}, not a list.</source>
        <translation>„{key}“ verlangt {wanted}; hier steht eine Liste.</translation>
    </message>
    <message>
        <source>‘{key}’ takes {wanted}, not keys of its own; put a text with a colon in it in quotes.</source>
        <translation>„{key}“ verlangt {wanted}, keine eigenen Schlüssel; setzen Sie einen Text mit Doppelpunkt in Anführungszeichen.</translation>
    </message>
    <message>
        <source>‘case’ is exact or any, not ‘{given}’.</source>
        <translation>„case“ ist exact oder any, nicht „{given}“.</translation>
    </message>
    <message>
        <source>‘link’ can only be never, not ‘{given}’.</source>
        <translation>„link“ kann nur never sein, nicht „{given}“.</translation>
    </message>
    <message>
        <source>An alias has ‘case’ or ‘link’, not both.</source>
        <translation>Ein Alias hat „case“ oder „link“, nicht beides.</translation>
    </message>
    <message>
        <source>A name may have {most} characters; this one has {count}.</source>
        <translation>Ein Name darf {most} Zeichen haben; dieser hat {count}.</translation>
    </message>
    <message>
        <source>another window is writing there</source>
        <translation>Ein anderes Fenster schreibt gerade dort</translation>
    </message>
    <message>
        <source>the file or its folder is not there</source>
        <translation>Die Datei oder ihr Ordner ist nicht da</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>Es ist ein Ordner</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>Ein Teil des Pfades ist kein Ordner</translation>
    </message>
    <message>
        <source>this is not permitted</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>Der Name ist zu lang</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>Die Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the space that you may use on this disk is full</source>
        <translation>Der Platz, den Sie auf diesem Datenträger belegen dürfen, ist voll</translation>
    </message>
    <message>
        <source>the disk takes no file of this size</source>
        <translation>Der Datenträger nimmt keine Datei dieser Größe an</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>Der Datenträger lässt sich nur lesen</translation>
    </message>
    <message>
        <source>writing there is not permitted</source>
        <translation>Das Schreiben ist dort nicht erlaubt</translation>
    </message>
    <message>
        <source>the folder is not there any more</source>
        <translation>Den Ordner gibt es nicht mehr</translation>
    </message>
    <message>
        <source>this is not a folder</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>Der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the system says ‘{words}’</source>
        <translation>Das System meldet „{words}“</translation>
    </message>
    <message>
        <source>Your bookmarks and notes could not be saved in ‘{folder}’ because {why}; they are kept as long as this window is open, and can be saved in another folder.</source>
        <translation>Ihre Lesezeichen und Notizen konnten nicht in „{folder}“ gespeichert werden. {why}. Sie bleiben erhalten, solange dieses Fenster offen ist, und lassen sich in einem anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>Some changes in ‘{path}’ were damaged and could not be read ({count}); all others were taken, and the file is kept under another name.</source>
        <translation>Einige Änderungen in „{path}“ waren beschädigt und nicht lesbar ({count}). Alle anderen wurden übernommen, und die Datei wird unter einem anderen Namen aufbewahrt.</translation>
    </message>
    <message>
        <source>The last change in ‘{path}’ was not written to its end, so it is missing; all others were taken, and the file is kept under another name.</source>
        <translation>Die letzte Änderung in „{path}“ wurde nicht zu Ende geschrieben und fehlt daher. Alle anderen wurden übernommen, und die Datei wird unter einem anderen Namen aufbewahrt.</translation>
    </message>
    <message>
        <source>Other copies of your notes of this text were found ({count}), as programs leave them that keep folders alike; all that they hold was taken over, and they were put into ‘{folder}’.</source>
        <translation>Es fanden sich weitere Kopien Ihrer Notizen zu diesem Text ({count}), wie sie Programme hinterlassen, die Ordner abgleichen. Alles, was sie enthalten, wurde übernommen, und sie liegen nun in „{folder}“.</translation>
    </message>
    <message>
        <source>Your notes could not be copied to ‘{folder}’ because {why}; they are kept where they were.</source>
        <translation>Ihre Notizen konnten nicht nach „{folder}“ kopiert werden. {why}. Sie bleiben, wo sie waren.</translation>
    </message>
    <message>
        <source>The notes of all your texts ({count}) were copied to ‘{new}’ and compared, and are kept there from now on; those in ‘{old}’ were left as they are.</source>
        <translation>Die Notizen zu allen Ihren Texten ({count}) wurden nach „{new}“ kopiert und verglichen und werden von nun an dort aufbewahrt. Die in „{old}“ blieben, wie sie sind.</translation>
    </message>
    <message>
        <source>The bookmarks and notes in ‘{path}’ were written by a newer version of this program, so they are shown but not changed; what you add can be saved in another folder.</source>
        <translation>Die Lesezeichen und Notizen in „{path}“ hat eine neuere Version dieses Programms geschrieben; daher werden sie gezeigt, aber nicht geändert. Was Sie hinzufügen, lässt sich in einem anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>The bookmarks and notes in ‘{path}’ could not be read, so the copy before it was taken; the last change may be missing.</source>
        <translation>Die Lesezeichen und Notizen in „{path}“ ließen sich nicht lesen; daher wurde die Kopie davor genommen. Die letzte Änderung fehlt vielleicht.</translation>
    </message>
    <message>
        <source>The bookmarks and notes in ‘{path}’ were damaged, so the file was kept as ‘{aside}’ and the copy before it was taken; the last change may be missing.</source>
        <translation>Die Lesezeichen und Notizen in „{path}“ waren beschädigt; daher wurde die Datei als „{aside}“ aufbewahrt und die Kopie davor genommen. Die letzte Änderung fehlt vielleicht.</translation>
    </message>
    <message>
        <source>The bookmarks and notes in ‘{path}’ could not be read; there is no earlier copy, so the notes begin anew.</source>
        <translation>Die Lesezeichen und Notizen in „{path}“ ließen sich nicht lesen; es gibt keine frühere Kopie, die Notizen beginnen also neu.</translation>
    </message>
    <message>
        <source>The bookmarks and notes in ‘{path}’ were damaged, and the file was kept as ‘{aside}’; there is no earlier copy, so the notes begin anew.</source>
        <translation>Die Lesezeichen und Notizen in „{path}“ waren beschädigt, und die Datei wurde als „{aside}“ aufbewahrt; es gibt keine frühere Kopie, die Notizen beginnen also neu.</translation>
    </message>
    <message>
        <source>This line is indented with signs that only look like blanks, as they come from web pages; put plain blanks in their place.</source>
        <translation>Diese Zeile ist mit Zeichen eingerückt, die nur wie Leerzeichen aussehen, wie sie aus Webseiten kommen; setzen Sie gewöhnliche Leerzeichen an ihre Stelle.</translation>
    </message>
    <message>
        <source>This line is indented with a tab; use blanks, two for each step.</source>
        <translation>Diese Zeile ist mit einem Tabulator eingerückt; nehmen Sie Leerzeichen, zwei für jede Stufe.</translation>
    </message>
    <message>
        <source>The quotation that begins here is never closed.</source>
        <translation>Die Anführung, die hier beginnt, wird nirgends geschlossen.</translation>
    </message>
    <message>
        <source>The quotation ends before this; put a text with quotation marks in it between marks of the other kind.</source>
        <translation>Die Anführung endet schon davor; setzen Sie einen Text, der Anführungszeichen enthält, zwischen solche der anderen Art.</translation>
    </message>
    <message>
        <source>A text with a colon in it must stand between straight quotation marks.</source>
        <translation>Ein Text mit Doppelpunkt muss zwischen geraden Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>A colon is missing after this key, or this line of a text is not indented far enough.</source>
        <translation>Nach diesem Schlüssel fehlt ein Doppelpunkt, oder diese Zeile eines Textes ist nicht weit genug eingerückt.</translation>
    </message>
    <message>
        <source>A colon is missing after the key here.</source>
        <translation>Hier fehlt nach dem Schlüssel ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>A blank is missing after the colon here.</source>
        <translation>Hier fehlt nach dem Doppelpunkt ein Leerzeichen.</translation>
    </message>
    <message>
        <source>A blank is missing after the dash here.</source>
        <translation>Hier fehlt nach dem Strich ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The list that begins with ‘[’ here lacks a comma or its ‘]’.</source>
        <translation>Der Liste, die hier mit „[“ beginnt, fehlt ein Komma oder ihr „]“.</translation>
    </message>
    <message>
        <source>The part that begins with ‘{’ here lacks a comma or its ‘}’.</source>
        <translation>Dem Teil, der hier mit „{“ beginnt, fehlt ein Komma oder sein „}“.</translation>
    </message>
    <message>
        <source>This line is indented further than the one above; the keys of an entry stand in one column.</source>
        <translation>Diese Zeile ist weiter eingerückt als die darüber; die Schlüssel eines Eintrags stehen untereinander.</translation>
    </message>
    <message>
        <source>This line does not fit those above; keys of one entry, and dashes of one list, stand in one column.</source>
        <translation>Diese Zeile passt nicht zu denen darüber; die Schlüssel eines Eintrags und die Striche einer Liste stehen untereinander.</translation>
    </message>
    <message>
        <source>A dash that begins an entry of a list must stand first on its line.</source>
        <translation>Ein Strich, der einen Eintrag einer Liste beginnt, muss am Anfang seiner Zeile stehen.</translation>
    </message>
    <message>
        <source>A backslash between double quotes has a meaning of its own; use single quotes here.</source>
        <translation>Ein umgekehrter Schrägstrich zwischen doppelten Anführungszeichen hat eine eigene Bedeutung; nehmen Sie hier einfache Anführungszeichen.</translation>
    </message>
    <message>
        <source>After ‘&gt;’ or ‘|’ the text begins on the next line; to begin a text with such a sign put it in quotes.</source>
        <translation>Nach „&gt;“ oder „|“ beginnt der Text in der nächsten Zeile; soll ein Text mit einem solchen Zeichen beginnen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Something is missing here: a text, or a closing bracket.</source>
        <translation>Hier fehlt etwas: ein Text oder eine schließende Klammer.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML: {problem}.</source>
        <translation>Das lässt sich nicht als YAML lesen: {problem}.</translation>
    </message>
    <message>
        <source>A text cannot begin with ‘{sign}’ here; put it in quotes.</source>
        <translation>Ein Text kann hier nicht mit „{sign}“ beginnen; setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There may be more errors than these; the reading stops here.</source>
        <translation>Es gibt vielleicht noch mehr Fehler als diese; das Lesen endet hier.</translation>
    </message>
    <message>
        <source>This is longer than five million characters, too much for a companion file.</source>
        <translation>Das ist länger als fünf Millionen Zeichen, zu viel für eine Begleitdatei.</translation>
    </message>
    <message>
        <source>The character {sign} cannot stand in a companion file.</source>
        <translation>Das Zeichen {sign} kann in einer Begleitdatei nicht stehen.</translation>
    </message>
    <message>
        <source>Write the text itself instead of ‘*{name}’; YAML aliases are not read.</source>
        <translation>Schreiben Sie statt „*{name}“ den Text selbst; YAML-Aliasse werden nicht gelesen.</translation>
    </message>
    <message>
        <source>A companion file ends here at ‘---’; a second one cannot follow.</source>
        <translation>Bei „---“ endet eine Begleitdatei; eine zweite kann nicht folgen.</translation>
    </message>
    <message>
        <source>Leave out ‘&amp;{name}’; YAML anchors are not read.</source>
        <translation>Lassen Sie „&amp;{name}“ weg; YAML-Anker werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Leave out the tag that begins with ‘!’; to begin a text with ‘!’ put it in quotes.</source>
        <translation>Lassen Sie das Etikett weg, das mit „!“ beginnt; soll ein Text mit „!“ beginnen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>More than {most} words and lists are too many for one file.</source>
        <translation>Mehr als {most} Wörter und Listen sind zu viel für eine Datei.</translation>
    </message>
    <message>
        <source>Lists within lists go too deep here; a bracket or dash is too many.</source>
        <translation>Listen in Listen gehen hier zu tief; eine Klammer oder ein Strich ist zu viel.</translation>
    </message>
    <message>
        <source>‘{key}’ is given twice here; it stands in line {line} already.</source>
        <translation>„{key}“ ist hier zweimal angegeben; es steht schon in Zeile {line}.</translation>
    </message>
    <message>
        <source>A key is one word or name that stands before its colon.</source>
        <translation>Ein Schlüssel ist ein Wort oder Name vor einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>Write out what ‘&lt;&lt;’ would bring in; YAML merge keys are not read.</source>
        <translation>Schreiben Sie aus, was „&lt;&lt;“ einsetzen würde; Verschmelzungen in YAML werden nicht gelesen.</translation>
    </message>
    <message>
        <source>The printer takes no pages.</source>
        <translation>Der Drucker nimmt keine Seiten an.</translation>
    </message>
    <message>
        <source>There is not enough memory to search this text.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um diesen Text zu durchsuchen.</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>first mention: {words}</source>
        <translation>erste Nennung: {words}</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>geboren {date}</translation>
    </message>
    <message>
        <source>died {date}</source>
        <translation>gestorben {date}</translation>
    </message>
    <message>
        <source>The file does not say what its parts are; they were looked for.</source>
        <translation>Die Datei sagt nicht, was ihre Teile sind; sie wurden gesucht.</translation>
    </message>
    <message>
        <source>“{name}” is encrypted; save a copy without a password to read it.</source>
        <translation>„{name}“ ist verschlüsselt; speichern Sie eine Kopie ohne Kennwort, um sie zu lesen.</translation>
    </message>
    <message>
        <source>What was deleted or moved while changes were tracked was left out.</source>
        <translation>Was bei der Nachverfolgung von Änderungen gelöscht oder verschoben wurde, wurde weggelassen.</translation>
    </message>
    <message>
        <source>Comments on the text were left out.</source>
        <translation>Kommentare zum Text wurden weggelassen.</translation>
    </message>
    <message>
        <source>Words that are marked as hidden were left out.</source>
        <translation>Wörter, die als verborgen gekennzeichnet sind, wurden weggelassen.</translation>
    </message>
    <message>
        <source>What the file only refers to, such as pictures elsewhere, was left out.</source>
        <translation>Worauf die Datei nur verweist, etwa Bilder an anderem Ort, wurde weggelassen.</translation>
    </message>
    <message>
        <source>A part that the book lists several times is shown once.</source>
        <translation>Ein Teil, den das Buch mehrmals aufführt, wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Parts of the book are encrypted, so they are not shown.</source>
        <translation>Teile des Buchs sind verschlüsselt und werden deshalb nicht gezeigt.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: none of the book&apos;s pages can be read; try to get it again.</source>
        <translation>„{name}“ ist beschädigt: Keine Seite des Buchs lässt sich lesen. Versuchen Sie, es noch einmal zu beschaffen.</translation>
    </message>
    <message>
        <source>“{name}” is a book without any words, so there is nothing to read.</source>
        <translation>„{name}“ ist ein Buch ganz ohne Wörter, es gibt also nichts zu lesen.</translation>
    </message>
    <message>
        <source>One part of the book is missing in the file.</source>
        <translation>Ein Teil des Buchs fehlt in der Datei.</translation>
    </message>
    <message>
        <source>One picture of the book is missing in the file; its description stands in its place.</source>
        <translation>Ein Bild des Buchs fehlt in der Datei; an seiner Stelle steht seine Beschreibung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures of the book are missing in the file; their descriptions stand in their places.</source>
        <translation>
            <numerusform>%Ln Bild des Buchs fehlt in der Datei; an seiner Stelle steht seine Beschreibung.</numerusform>
            <numerusform>%Ln Bilder des Buchs fehlen in der Datei; an ihrer Stelle stehen ihre Beschreibungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The part “{title}” of the book is missing in the file.</source>
        <translation>Der Teil „{title}“ des Buchs fehlt in der Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts of the book are missing in the file.</source>
        <translation>
            <numerusform>%Ln Teil des Buchs fehlt in der Datei.</numerusform>
            <numerusform>%Ln Teile des Buchs fehlen in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>One part of the book is damaged; it is shown as far as it could be read.</source>
        <translation>Ein Teil des Buchs ist beschädigt; er wird gezeigt, soweit er sich lesen ließ.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts of the book are damaged; they are shown as far as they could be read.</source>
        <translation>
            <numerusform>%Ln Teil des Buchs ist beschädigt; er wird gezeigt, soweit er sich lesen ließ.</numerusform>
            <numerusform>%Ln Teile des Buchs sind beschädigt; sie werden gezeigt, soweit sie sich lesen ließen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says that it has more pages than are in it.</source>
        <translation>Die Datei gibt mehr Seiten an, als in ihr sind.</translation>
    </message>
    <message>
        <source>Parts of the file are nested too deeply, and left out.</source>
        <translation>Teile der Datei sind zu tief ineinander verschachtelt und fehlen.</translation>
    </message>
    <message>
        <source>One page has no text, only a picture, which is shown.</source>
        <translation>Eine Seite hat keinen Text, nur ein Bild; es wird gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text, only pictures; these are shown, but no words in them can be found.</source>
        <translation>
            <numerusform>%Ln Seite hat keinen Text, nur ein Bild; es wird gezeigt, aber Wörter darin lassen sich nicht finden.</numerusform>
            <numerusform>%Ln Seiten haben keinen Text, nur Bilder; diese werden gezeigt, aber Wörter darin lassen sich nicht finden.</numerusform>
        </translation>
    </message>
    <message>
        <source>One page has no text, only a picture at most; it is left out.</source>
        <translation>Eine Seite hat keinen Text, höchstens ein Bild; sie fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text, only pictures at most; they are left out.</source>
        <translation>
            <numerusform>%Ln Seite hat keinen Text, höchstens ein Bild; sie fehlt.</numerusform>
            <numerusform>%Ln Seiten haben keinen Text, höchstens Bilder; sie fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>One page is damaged and left out.</source>
        <translation>Eine Seite ist beschädigt und fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages are damaged and left out.</source>
        <translation>
            <numerusform>%Ln Seite ist beschädigt und fehlt.</numerusform>
            <numerusform>%Ln Seiten sind beschädigt und fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has more pages or more text than can be read; the rest is left out.</source>
        <translation>Die Datei hat mehr Seiten oder mehr Text, als sich lesen lässt; der Rest fehlt.</translation>
    </message>
    <message>
        <source>“{name}” has no text that can be read. If its pages are pictures, as scans are, run it through a program for text recognition (OCR) first.</source>
        <translation>„{name}“ hat keinen lesbaren Text. Sind die Seiten Bilder, wie bei Scans, so lassen Sie zuerst ein Programm zur Texterkennung (OCR) darüber laufen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: no page of it can be read; try to get it again.</source>
        <translation>„{name}“ ist beschädigt: keine Seite lässt sich lesen; versuchen Sie, die Datei noch einmal zu bekommen.</translation>
    </message>
    <message>
        <source>The book does not say where its parts are; they were looked for.</source>
        <translation>Das Buch sagt nicht, wo seine Teile sind; sie wurden gesucht.</translation>
    </message>
    <message>
        <source>The list of the book&apos;s parts is damaged; it was mended.</source>
        <translation>Das Verzeichnis der Teile des Buchs ist beschädigt; es wurde ausgebessert.</translation>
    </message>
    <message>
        <source>The list of the book&apos;s parts is missing; they are shown in the order of their names.</source>
        <translation>Das Verzeichnis der Teile des Buchs fehlt; sie werden in der Reihenfolge ihrer Namen gezeigt.</translation>
    </message>
    <message>
        <source>The book does not say in which order its parts are read; they stand as they are listed.</source>
        <translation>Das Buch sagt nicht, in welcher Reihenfolge seine Teile zu lesen sind; sie stehen so, wie sie aufgeführt sind.</translation>
    </message>
    <message>
        <source>“{name}” is protected by its seller (DRM), so only their programs can open it; ask them for a copy without protection.</source>
        <translation>„{name}“ ist vom Händler geschützt (DRM), nur dessen Programme können es öffnen; bitten Sie ihn um ein Exemplar ohne Schutz.</translation>
    </message>
    <message>
        <source>The file is damaged; it is shown as far as it could be read.</source>
        <translation>Die Datei ist beschädigt; sie wird gezeigt, soweit sie sich lesen ließ.</translation>
    </message>
    <message>
        <source>“{name}” is so damaged that nothing can be read in it; try to get it again.</source>
        <translation>„{name}“ ist so beschädigt, dass sich nichts darin lesen lässt. Versuchen Sie, es noch einmal zu beschaffen.</translation>
    </message>
    <message>
        <source>“{name}” holds a book that cannot be unpacked; try to get it again.</source>
        <translation>„{name}“ enthält ein Buch, das sich nicht entpacken lässt. Versuchen Sie, es noch einmal zu beschaffen.</translation>
    </message>
    <message>
        <source>Its elements are nested so deep that only the words are shown, without headings, lists and links.</source>
        <translation>Die Elemente sind so tief verschachtelt, dass nur die Wörter gezeigt werden, ohne Überschriften, Listen und Verweise.</translation>
    </message>
    <message>
        <source>Signs that stand for words of another file were left out.</source>
        <translation>Zeichen, die für Wörter aus einer anderen Datei stehen, wurden weggelassen.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged or incomplete archive, so it cannot be opened; try to get it again.</source>
        <translation>„{name}“ ist ein beschädigtes oder unvollständiges Archiv und lässt sich nicht öffnen. Versuchen Sie, es noch einmal zu beschaffen.</translation>
    </message>
    <message>
        <source>“{name}” would unpack to far more than any book holds, so it was not opened: it may be made to do harm.</source>
        <translation>„{name}“ enthielte entpackt weit mehr als jedes Buch und wurde deshalb nicht geöffnet: Vielleicht soll es Schaden anrichten.</translation>
    </message>
    <message>
        <source>“{name}” makes no sense as {encoding}; choose another encoding.</source>
        <translation>„{name}“ ergibt als {encoding} keinen Sinn; wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>What is to be searched did not arrive as it was sent.</source>
        <translation>Was durchsucht werden soll, ist nicht so angekommen, wie es abgeschickt wurde.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: something in it broke the reading off. It may be damaged, or made to do harm; try to get it again.</source>
        <translation>„{name}“ konnte nicht gelesen werden: Etwas darin hat das Lesen abgebrochen. Die Datei ist vielleicht beschädigt oder soll Schaden anrichten; versuchen Sie, sie noch einmal zu bekommen.</translation>
    </message>
    <message>
        <source>“{name}” could not be read within {seconds} seconds. It may be damaged, or made to do harm; try to get it again.</source>
        <translation>„{name}“ konnte nicht innerhalb von {seconds} Sekunden gelesen werden. Die Datei ist vielleicht beschädigt oder soll Schaden anrichten; versuchen Sie, sie noch einmal zu bekommen.</translation>
    </message>
    <message>
        <source>“{name}” would take more memory than any book needs, so it was not opened. It may be damaged, or made to do harm; try to get it again.</source>
        <translation>„{name}“ bräuchte mehr Speicher als irgendein Buch und wurde daher nicht geöffnet. Die Datei ist vielleicht beschädigt oder soll Schaden anrichten; versuchen Sie, sie noch einmal zu bekommen.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: the system starts no further program ({reason}). Close some, and try again.</source>
        <translation>„{name}“ konnte nicht gelesen werden: Das System startet kein weiteres Programm ({reason}). Schließen Sie einige, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Encoding: a name, or a writing such as Greek</source>
        <translation>Kodierung: ein Name, oder eine Schrift wie Griechisch</translation>
    </message>
    <message>
        <source>There is no such encoding here.</source>
        <translation>Eine solche Kodierung gibt es hier nicht.</translation>
    </message>
    <message>
        <source>As the program finds it out</source>
        <translation>Wie das Programm sie herausfindet</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation>Unicode</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>Westeuropäisch</translation>
    </message>
    <message>
        <source>Central European</source>
        <translation>Mitteleuropäisch</translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation>Baltisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>The book is of a kind older than EPUB (OEBPS 1); what only that kind has may be missing.</source>
        <translation>Das Buch ist von einer älteren Art als EPUB (OEBPS 1); was es nur in dieser Art gibt, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>Names of files in the book are not written as they have to be (UTF-8); what they hold may be missing.</source>
        <translation>Namen von Dateien im Buch sind nicht geschrieben, wie sie sein müssen (UTF-8); was darin steht, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>This correction does not say which other entry it means.</source>
        <translation>Diese Korrektur sagt nicht, welchen anderen Eintrag sie meint.</translation>
    </message>
    <message>
        <source>There is no term ‘{heading}’ any more.</source>
        <translation>Den Begriff „{heading}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is nobody called ‘{heading}’ any more.</source>
        <translation>Eine Person namens „{heading}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no event ‘{heading}’ any more.</source>
        <translation>Das Ereignis „{heading}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>An event needs a date.</source>
        <translation>Ein Ereignis braucht ein Datum.</translation>
    </message>
    <message>
        <source>‘{words}’ is not a date.</source>
        <translation>„{words}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>This correction does not say of what other kind it is.</source>
        <translation>Diese Korrektur sagt nicht, von welcher anderen Art der Eintrag ist.</translation>
    </message>
    <message>
        <source>There is another entry called ‘{heading}’; merge the two.</source>
        <translation>Es gibt noch einen Eintrag namens „{heading}“; führen Sie die beiden zusammen.</translation>
    </message>
    <message>
        <source>A new entry needs a name.</source>
        <translation>Ein neuer Eintrag braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has at least one letter or digit.</source>
        <translation>Ein Name hat mindestens einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>This correction does not say what the new entry is called.</source>
        <translation>Diese Korrektur sagt nicht, wie der neue Eintrag heißt.</translation>
    </message>
    <message>
        <source>There is no ‘{heading}’ any more.</source>
        <translation>„{heading}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The place of ‘{words}’ is not found in this text.</source>
        <translation>Die Stelle „{words}“ findet sich in diesem Text nicht.</translation>
    </message>
    <message>
        <source>One of the places is not found in this text.</source>
        <translation>Eine der Stellen findet sich in diesem Text nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the places are not found in this text.</source>
        <translation>
            <numerusform>%Ln der Stellen findet sich in diesem Text nicht.</numerusform>
            <numerusform>%Ln der Stellen finden sich in diesem Text nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>‘{heading}’ is not a person and has no role.</source>
        <translation>„{heading}“ ist keine Person und hat keine Rolle.</translation>
    </message>
    <message>
        <source>‘{heading}’ is a term and has no date.</source>
        <translation>„{heading}“ ist ein Begriff und hat kein Datum.</translation>
    </message>
    <message>
        <source>No entry has a name like “{typed}”.</source>
        <translation>Kein Eintrag heißt so ähnlich wie „{typed}“.</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>A date in words or figures: 7 September 1812, 1812-09, the winter of 1943–1944, 1860~.</source>
        <translation>Ein Datum in Worten (englisch) oder Ziffern: 7 September 1812, 1812-09, the winter of 1943–1944, 1860~.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The companion is written to {file}.</source>
        <translation>Der Begleiter ist in {file} geschrieben.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {problem}</source>
        <translation>{file}, Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>not “{name}”</source>
        <translation>nicht „{name}“</translation>
    </message>
    <message>
        <source>written</source>
        <translation>verfasst</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>weitere Namen</translation>
    </message>
    <message>
        <source>names that are ignored</source>
        <translation>Namen, die nicht gelten</translation>
    </message>
    <message>
        <source>not meant here</source>
        <translation>hier nicht gemeint</translation>
    </message>
    <message>
        <source>meant here</source>
        <translation>hier gemeint</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>found in the text, changed by you</source>
        <translation>im Text gefunden, von Ihnen geändert</translation>
    </message>
    <message>
        <source>written, changed by you</source>
        <translation>verfasst, von Ihnen geändert</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>found in the text, changed by {name}</source>
        <translation>im Text gefunden, geändert von {name}</translation>
    </message>
    <message>
        <source>written, changed by {name}</source>
        <translation>verfasst, geändert von {name}</translation>
    </message>
    <message>
        <source>added by {name}</source>
        <translation>hinzugefügt von {name}</translation>
    </message>
    <message>
        <source>The shelf could not be saved: another window is writing it.</source>
        <translation>Das Regal konnte nicht gesichert werden: Ein anderes Fenster schreibt es gerade.</translation>
    </message>
    <message>
        <source>The shelf could not be saved: {why}</source>
        <translation>Das Regal konnte nicht gesichert werden: {why}</translation>
    </message>
    <message>
        <source>The shelf was written by a newer version of this program, so it is not changed.</source>
        <translation>Das Regal hat eine neuere Version dieses Programms geschrieben; daher wird es nicht geändert.</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>zu Ende gelesen</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>just begun</source>
        <translation>eben begonnen</translation>
    </message>
    <message>
        <source>{percent} % read</source>
        <translation>{percent} % gelesen</translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation>1 Markierung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>never opened</source>
        <translation>nie geöffnet</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>entry: {name}</source>
        <translation>Eintrag: {name}</translation>
    </message>
    <message>
        <source>your note</source>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>title and author</source>
        <translation>Titel und Autor</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>How far read</source>
        <translation>Wie weit gelesen</translation>
    </message>
    <message>
        <source>Newest here</source>
        <translation>Zuletzt hinzugekommen</translation>
    </message>
    <message>
        <source>note</source>
        <comment>the mark of a note</comment>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>link out of the text</source>
        <translation>Verweis aus dem Text hinaus</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Go to: {page}, 31 %, §12, or the name of a section</source>
        <translation>Gehe zu: {page}, 31 %, §12 oder dem Namen eines Abschnitts</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>S. {page}</translation>
    </message>
    <message>
        <source>page</source>
        <comment>of a printed edition</comment>
        <translation>Seite</translation>
    </message>
    <message>
        <source>One mark has no words of the text, only a place in its program.</source>
        <translation>Eine Markierung hat keine Wörter des Textes, nur eine Stelle in ihrem Programm.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks have no words of the text, only a place in their program.</source>
        <translation>
            <numerusform>%Ln Markierung hat keine Wörter des Textes, nur eine Stelle in ihrem Programm.</numerusform>
            <numerusform>%Ln Markierungen haben keine Wörter des Textes, nur eine Stelle in ihrem Programm.</numerusform>
        </translation>
    </message>
    <message>
        <source>One event has no date or no title.</source>
        <translation>Ein Ereignis hat kein Datum oder keinen Titel.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events have no date or no title.</source>
        <translation>
            <numerusform>%Ln Ereignis hat kein Datum oder keinen Titel.</numerusform>
            <numerusform>%Ln Ereignisse haben kein Datum oder keinen Titel.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is too large; no program keeps so many notes.</source>
        <translation>Diese Datei ist zu groß; kein Programm bewahrt so viele Notizen auf.</translation>
    </message>
    <message>
        <source>This file is none of those that can be taken in: annotations of calibre, My Clippings.txt or the X-Ray of a Kindle, a KOReader file, a Readwise CSV, web annotations or a timeline.</source>
        <translation>Diese Datei ist keine von denen, die übernommen werden können: Anmerkungen von calibre, My Clippings.txt oder X-Ray eines Kindle, eine Datei von KOReader, eine CSV-Datei von Readwise, Web-Annotationen oder eine Zeitleiste.</translation>
    </message>
    <message>
        <source>This file begins like JSON, but it is damaged or cut off.</source>
        <translation>Diese Datei beginnt wie JSON, ist aber beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>This file of calibre holds no annotations.</source>
        <translation>Diese Datei von calibre enthält keine Anmerkungen.</translation>
    </message>
    <message>
        <source>The marks in this book are damaged.</source>
        <translation>Die Markierungen in diesem Buch sind beschädigt.</translation>
    </message>
    <message>
        <source>One clipping is of a kind that is not known.</source>
        <translation>Ein Ausschnitt ist von unbekannter Art.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clippings are of a kind that is not known.</source>
        <translation>
            <numerusform>%Ln Ausschnitt ist von unbekannter Art.</numerusform>
            <numerusform>%Ln Ausschnitte sind von unbekannter Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>This database is none of the X-Ray of a Kindle, or it is damaged.</source>
        <translation>Diese Datenbank ist kein X-Ray eines Kindle, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This Lua file is none that KOReader writes about a book.</source>
        <translation>Diese Lua-Datei ist keine, die KOReader über ein Buch schreibt.</translation>
    </message>
    <message>
        <source>Markdown for Obsidian, one note</source>
        <translation>Markdown für Obsidian, eine Notiz</translation>
    </message>
    <message>
        <source>Markdown for Obsidian, a note for each entry</source>
        <translation>Markdown für Obsidian, eine Notiz je Eintrag</translation>
    </message>
    <message>
        <source>Table of entries (CSV)</source>
        <translation>Tabelle der Einträge (CSV)</translation>
    </message>
    <message>
        <source>Table of marks (CSV)</source>
        <translation>Tabelle der Markierungen (CSV)</translation>
    </message>
    <message>
        <source>Cards for Anki</source>
        <translation>Karten für Anki</translation>
    </message>
    <message>
        <source>Marks for Readwise (CSV)</source>
        <translation>Markierungen für Readwise (CSV)</translation>
    </message>
    <message>
        <source>Timeline for TimelineJS (JSON)</source>
        <translation>Zeitleiste für TimelineJS (JSON)</translation>
    </message>
    <message>
        <source>Marks as web annotations (JSON-LD)</source>
        <translation>Markierungen als Web-Annotationen (JSON-LD)</translation>
    </message>
    <message>
        <source>Dictionary for GoldenDict, KOReader and others</source>
        <translation>Wörterbuch für GoldenDict, KOReader und andere</translation>
    </message>
    <message>
        <source>X-Ray for KOReader</source>
        <translation>X-Ray für KOReader</translation>
    </message>
    <message>
        <source>Line {line} of this Lua file is no plain data, so it was not read.</source>
        <translation>Zeile {line} dieser Lua-Datei besteht nicht aus bloßen Daten, darum wurde sie nicht gelesen.</translation>
    </message>
    <message>
        <source>This table is not written as a CSV file should be.</source>
        <translation>Diese Tabelle ist nicht so geschrieben, wie eine CSV-Datei es sein soll.</translation>
    </message>
    <message>
        <source>There are no events in this timeline.</source>
        <translation>In dieser Zeitleiste sind keine Ereignisse.</translation>
    </message>
    <message>
        <source>There is no annotation in this file.</source>
        <translation>In dieser Datei ist keine Annotation.</translation>
    </message>
    <message>
        <source>One annotation quotes no words of a text.</source>
        <translation>Eine Annotation führt keine Wörter eines Textes an.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotations quote no words of a text.</source>
        <translation>
            <numerusform>%Ln Annotation führt keine Wörter eines Textes an.</numerusform>
            <numerusform>%Ln Annotationen führen keine Wörter eines Textes an.</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} · perhaps not here</source>
        <translation>{place} · vielleicht nicht hier</translation>
    </message>
    <message>
        <source>{0} with notes</source>
        <translation>{0} mit Notizen</translation>
    </message>
    <message>
        <source>{0} corrections</source>
        <translation>{0} Berichtigungen</translation>
    </message>
    <message>
        <source>On the whole text</source>
        <translation>Zum ganzen Text</translation>
    </message>
    <message>
        <source>On entries</source>
        <translation>Zu Einträgen</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Ohne Stelle</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>It is written to {file}.</source>
        <translation>Es ist in {file} geschrieben.</translation>
    </message>
    <message>
        <source>It is written to the folder {file}.</source>
        <translation>Es ist in den Ordner {file} geschrieben.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>Export for: Obsidian, Anki, KOReader …</source>
        <translation>Exportieren für: Obsidian, Anki, KOReader …</translation>
    </message>
    <message>
        <source>There is no form for that program here.</source>
        <translation>Für dieses Programm gibt es hier keine Form.</translation>
    </message>
    <message>
        <source>Glossary, people, timeline and your marks, as one note</source>
        <translation>Glossar, Personen, Zeitleiste und Ihre Markierungen, als eine Notiz</translation>
    </message>
    <message>
        <source>A folder of notes with links between them</source>
        <translation>Ein Ordner mit Notizen, die aufeinander verweisen</translation>
    </message>
    <message>
        <source>For a spreadsheet: every entry with its names, text and number of passages</source>
        <translation>Für eine Tabellenkalkulation: jeder Eintrag mit Namen, Text und Zahl der Stellen</translation>
    </message>
    <message>
        <source>For a spreadsheet: your marks with notes, tags and places</source>
        <translation>Für eine Tabellenkalkulation: Ihre Markierungen mit Notizen, Schlagwörtern und Stellen</translation>
    </message>
    <message>
        <source>Glossary, people and events as cards to learn; importing again updates them</source>
        <translation>Glossar, Personen und Ereignisse als Lernkarten; erneutes Importieren bringt sie auf den neuen Stand</translation>
    </message>
    <message>
        <source>Your highlights with notes and tags</source>
        <translation>Ihre Hervorhebungen mit Notizen und Schlagwörtern</translation>
    </message>
    <message>
        <source>The events for a timeline on a web page</source>
        <translation>Die Ereignisse für eine Zeitleiste auf einer Webseite</translation>
    </message>
    <message>
        <source>Your marks for any program that knows the standard of the W3C</source>
        <translation>Ihre Markierungen für jedes Programm, das den Standard des W3C kennt</translation>
    </message>
    <message>
        <source>Glossary and people to be looked up in another reader</source>
        <translation>Glossar und Personen zum Nachschlagen in einem anderen Leseprogramm</translation>
    </message>
    <message>
        <source>Put it into the folder .sdr beside the book on the e-reader</source>
        <translation>Gehört auf dem Lesegerät in den Ordner .sdr neben dem Buch</translation>
    </message>
    <message>
        <source>Which book of the file is this text?</source>
        <translation>Welches Buch der Datei ist dieser Text?</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>There is no such book in the file.</source>
        <translation>In der Datei ist kein solches Buch.</translation>
    </message>
    <message>
        <source>Nothing is named here. Go to a name with Tab, or select words, and ask again.</source>
        <translation>Hier ist nichts genannt. Gehen Sie mit Tab zu einem Namen oder wählen Sie Wörter aus, und rufen Sie dies noch einmal auf.</translation>
    </message>
    <message>
        <source>Merge {0} into …</source>
        <translation>{0} zusammenführen mit …</translation>
    </message>
    <message>
        <source>Never merge {0} with …</source>
        <translation>{0} nie zusammenführen mit …</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
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
        <source>Sa&amp;ve the companion as a file…</source>
        <translation>Begleiter als Datei s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Import marks…</source>
        <translation>Markierungen &amp;importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Earlier states of your &amp;notes…</source>
        <translation>Frühere Stän&amp;de Ihrer Notizen…</translation>
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
        <source>Copy with where it &amp;stands</source>
        <translation>Mit Stellenangabe k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the passages &amp;of the focus</source>
        <translation>Die Stellen &amp;des Fokus kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Highlight amber, A</source>
        <translation>Bernstein &amp;hervorheben, A</translation>
    </message>
    <message>
        <source>Highlight green, B</source>
        <translation>Grün hervorheben, B</translation>
    </message>
    <message>
        <source>Highlight blue, C</source>
        <translation>Blau hervorheben, C</translation>
    </message>
    <message>
        <source>Highlight rose, D</source>
        <translation>Rosa hervorheben, D</translation>
    </message>
    <message>
        <source>Highlight in the colour used last</source>
        <translation>In der letzten Farbe hervorheben</translation>
    </message>
    <message>
        <source>Underl&amp;ine</source>
        <translation>&amp;Unterstreichen</translation>
    </message>
    <message>
        <source>Note on these wor&amp;ds</source>
        <translation>&amp;Notiz zu diesen Wörtern</translation>
    </message>
    <message>
        <source>Note on the entry in focus</source>
        <translation>Notiz zum Eintrag im Fokus</translation>
    </message>
    <message>
        <source>Note on the &amp;whole text</source>
        <translation>Notiz zum &amp;ganzen Text</translation>
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
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>C&amp;lear the focus</source>
        <translation>&amp;Fokus aufheben</translation>
    </message>
    <message>
        <source>Next mar&amp;k</source>
        <translation>Nächste &amp;Markierung</translation>
    </message>
    <message>
        <source>Previous m&amp;ark</source>
        <translation>Vor&amp;ige Markierung</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Set or remove a &amp;bookmark</source>
        <translation>&amp;Lesezeichen setzen oder entfernen</translation>
    </message>
    <message>
        <source>Hide all pa&amp;nels</source>
        <translation>Alle Bereiche &amp;ausblenden</translation>
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
    <message>
        <source>&amp;Add what was found</source>
        <translation>Ge&amp;fundenes dazunehmen</translation>
    </message>
    <message>
        <source>Show doubtful &amp;entries</source>
        <translation>Z&amp;weifelhafte Einträge zeigen</translation>
    </message>
    <message>
        <source>&amp;Encoding…</source>
        <translation>Zeichen&amp;kodierung…</translation>
    </message>
    <message>
        <source>&amp;Lay a companion file over this one…</source>
        <translation>Begleitdatei über diese &amp;legen…</translation>
    </message>
    <message>
        <source>Edit the entr&amp;y</source>
        <translation>Eintrag &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Mend what is named here…</source>
        <translation>&amp;Verbessern, was hier genannt ist…</translation>
    </message>
    <message>
        <source>&amp;Table of all entries</source>
        <translation>Tabelle aller E&amp;inträge</translation>
    </message>
    <message>
        <source>S&amp;helf</source>
        <translation>Re&amp;gal</translation>
    </message>
    <message>
        <source>Search &amp;all readings…</source>
        <translation>&amp;Alle Lektüren durchsuchen…</translation>
    </message>
    <message>
        <source>Add a &amp;folder of books…</source>
        <translation>Einen &amp;Ordner mit Büchern hinzufügen…</translation>
    </message>
</context>
<context>
    <name>AlsoIn</name>
    <message>
        <source>Other readings with this entry</source>
        <translation>Andere Lektüren mit diesem Eintrag</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>Auch in</translation>
    </message>
    <message>
        <source>Open %1 with %2, %3</source>
        <translation>%1 mit %2 öffnen, %3</translation>
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
    <name>BenchWindow</name>
    <message>
        <source>Table of entries</source>
        <translation>Tabelle der Einträge</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Zusammenführen…</translation>
    </message>
    <message>
        <source>&amp;Never merge</source>
        <translation>&amp;Nie zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Kind…</source>
        <translation>&amp;Art…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Show in the text</source>
        <translation>&amp;Im Text zeigen</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>List the {0}</source>
        <translation>In der Liste: {0}</translation>
    </message>
    <message>
        <source>Place in the editor</source>
        <translation>Stelle in der Bearbeitung</translation>
    </message>
    <message>
        <source>{0} of {1} listed, {2} chosen</source>
        <translation>{0} von {1} aufgeführt, {2} gewählt</translation>
    </message>
    <message>
        <source>Which name shall the one of them have?</source>
        <translation>Unter welchem Namen zusammenführen?</translation>
    </message>
    <message>
        <source>When was {0}?</source>
        <translation>Wann war {0}?</translation>
    </message>
</context>
<context>
    <name>BookMenu</name>
    <message>
        <source>Readings that are picked</source>
        <translation>Ausgewählte Lektüren</translation>
    </message>
    <message>
        <source>Find the file again</source>
        <translation>Die Datei wiederfinden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Take off the shelf</source>
        <translation>Aus dem Regal nehmen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung…</translation>
    </message>
</context>
<context>
    <name>BookView</name>
    <message>
        <source>Readings</source>
        <translation>Lektüren</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Stelle in der Liste</translation>
    </message>
</context>
<context>
    <name>BookmarkActions</name>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>BookmarkEditor</name>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
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
        <source>Kind</source>
        <translation>Art</translation>
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
        <source>Remove this mark</source>
        <translation>Diese Markierung entfernen</translation>
    </message>
</context>
<context>
    <name>BookmarkView</name>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
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
        <source>Copy with where it stands</source>
        <translation>Mit Stellenangabe kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>It is right here</source>
        <translation>Hier stimmt es</translation>
    </message>
    <message>
        <source>Put it at the selected words</source>
        <translation>An die ausgewählten Wörter setzen</translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message>
        <source>Marks and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>No mark is like that.</source>
        <translation>Keine Markierung passt dazu.</translation>
    </message>
    <message>
        <source>%1 marks the selected words, or else the line at the top of the page.</source>
        <translation>%1 setzt ein Lesezeichen auf die ausgewählten Wörter, sonst auf die oberste Zeile der Seite.</translation>
    </message>
    <message>
        <source>The places that you mark in an open text stand here.</source>
        <translation>Hier stehen die Lesezeichen, die Sie in einem offenen Text setzen.</translation>
    </message>
</context>
<context>
    <name>Building</name>
    <message>
        <source>Finding people, terms and dates in %1</source>
        <translation>Suche Personen, Begriffe und Zeiten in %1</translation>
    </message>
    <message>
        <source>%1 says something else now than when it was opened; read it again.</source>
        <translation>In %1 steht jetzt etwas anderes als beim Öffnen; lesen Sie den Text neu ein.</translation>
    </message>
    <message>
        <source>The search for people, terms and dates came to no end.</source>
        <translation>Die Suche nach Personen, Begriffen und Zeiten kam zu keinem Ende.</translation>
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
    <name>CloseButton</name>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>CollectionsList</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Another name for %1</source>
        <translation>Anderer Name für %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Dissolve this collection</source>
        <translation>Diese Sammlung auflösen</translation>
    </message>
</context>
<context>
    <name>CompanionFiles</name>
    <message>
        <source>Save the companion as a file</source>
        <translation>Begleiter als Datei speichern</translation>
    </message>
    <message>
        <source>Companion files (*.yaml *.yml)</source>
        <translation>Begleitdateien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Lay a companion file over this one</source>
        <translation>Begleitdatei über diese legen</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>This text is not divided into sections.</source>
        <translation>Dieser Text ist nicht in Abschnitte geteilt.</translation>
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
    <name>DetailBench</name>
    <message>
        <source>never merge</source>
        <translation>nie zusammenführen</translation>
    </message>
    <message>
        <source>merge into {0}</source>
        <translation>zusammenführen mit {0}</translation>
    </message>
    <message>
        <source>Never merge with {0}</source>
        <translation>Nie mit {0} zusammenführen</translation>
    </message>
</context>
<context>
    <name>EarlierNotes</name>
    <message>
        <source>Earlier states of your notes</source>
        <translation>Frühere Stände Ihrer Notizen</translation>
    </message>
    <message>
        <source>Earlier states</source>
        <translation>Frühere Stände</translation>
    </message>
    <message>
        <source>What the notes were then</source>
        <translation>Wie die Notizen damals waren</translation>
    </message>
    <message>
        <source>&amp;Make the notes what they were then</source>
        <translation>Die Notizen &amp;wieder so machen</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Anderer &amp;Ordner…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>A state is kept of each of the last days, weeks and months.</source>
        <translation>Von jedem der letzten Tage, Wochen und Monate wird ein Stand aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing is kept yet of what the notes of this text were before.</source>
        <translation>Noch ist nichts davon aufgehoben, wie die Notizen zu diesem Text früher waren.</translation>
    </message>
    <message>
        <source>Restore an earlier state</source>
        <translation>Einen früheren Stand wiederherstellen</translation>
    </message>
    <message>
        <source>The notes are now what they were: {0}. Undo takes it back.</source>
        <translation>Die Notizen sind nun wieder wie damals: {0}. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>All notes are kept in {0}</source>
        <translation>Alle Notizen liegen in {0}</translation>
    </message>
    <message>
        <source>Keep the notes in</source>
        <translation>Die Notizen ablegen in</translation>
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
        <source>Write a note on {0}</source>
        <translation>Eine Notiz zu {0} schreiben</translation>
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
    <message>
        <source>Go to the sentence in {0}</source>
        <translation>Zum Satz in {0} gehen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Edit {0}</source>
        <translation>{0} bearbeiten</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Edit the entry</source>
        <translation>Eintrag bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Kind: {0}</source>
        <translation>Art: {0}</translation>
    </message>
    <message>
        <source>Place in the description</source>
        <translation>Stelle in der Beschreibung</translation>
    </message>
    <message>
        <source>Place in the line</source>
        <translation>Stelle in der Zeile</translation>
    </message>
    <message>
        <source>Born and died, as 1812/1877</source>
        <translation>Geboren und gestorben, wie 1812/1877</translation>
    </message>
    <message>
        <source>Date, as 7 September 1812</source>
        <translation>Datum, wie 1812-09-07</translation>
    </message>
    <message>
        <source>born and died</source>
        <translation>geboren und gestorben</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Another entry is called {0} already. “Merge into…” makes them one.</source>
        <translation>So heißt schon ein anderer Eintrag: {0}. „Zusammenführen mit…“ macht einen daraus.</translation>
    </message>
    <message>
        <source>When was {0}?</source>
        <translation>Wann war {0}?</translation>
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
        <source>By place in the text</source>
        <translation>Nach der Stelle im Text</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach dem Namen</translation>
    </message>
    <message>
        <source>Most named first</source>
        <translation>Meistgenannte zuerst</translation>
    </message>
    <message>
        <source>Hardest first</source>
        <translation>Schwierigste zuerst</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
    <message>
        <source>Nothing here is called “{0}”. Spelt nearly so:</source>
        <translation>Hier heißt nichts „{0}“. Fast so geschrieben:</translation>
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
        <source>most named</source>
        <translation>meistgenannt</translation>
    </message>
    <message>
        <source>hardest first</source>
        <translation>schwierigste zuerst</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
</context>
<context>
    <name>EntryMenu</name>
    <message>
        <source>All passages</source>
        <translation>Alle Stellen</translation>
    </message>
    <message>
        <source>Passages together with {0}</source>
        <translation>Stellen zusammen mit {0}</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Never merge…</source>
        <translation>Nie zusammenführen…</translation>
    </message>
    <message>
        <source>This is a person</source>
        <translation>Das ist eine Person</translation>
    </message>
    <message>
        <source>This is a term</source>
        <translation>Das ist ein Begriff</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>EntryNames</name>
    <message>
        <source>Other names; each can be taken away</source>
        <translation>Weitere Namen; jeder lässt sich wegnehmen</translation>
    </message>
    <message>
        <source>Add another name</source>
        <translation>Weiteren Namen hinzufügen</translation>
    </message>
    <message>
        <source>not “{0}”</source>
        <translation>nicht „{0}“</translation>
    </message>
    <message>
        <source>“{0}” is not this entry; let it be again</source>
        <translation>„{0}“ ist nicht dieser Eintrag; wieder gelten lassen</translation>
    </message>
    <message>
        <source>Ignore the name “{0}”</source>
        <translation>Den Namen „{0}“ nicht gelten lassen</translation>
    </message>
</context>
<context>
    <name>EntryNotes</name>
    <message>
        <source>your note</source>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>Change your note on {0}</source>
        <translation>Ihre Notiz zu {0} ändern</translation>
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
    <name>EntryTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
</context>
<context>
    <name>EntryVerbs</name>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Merge into another entry</source>
        <translation>Mit einem anderen Eintrag zusammenführen</translation>
    </message>
    <message>
        <source>Never merge…</source>
        <translation>Nie zusammenführen…</translation>
    </message>
    <message>
        <source>Never merge with another entry</source>
        <translation>Nie mit einem anderen Eintrag zusammenführen</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <source>Make some mentions a new entry</source>
        <translation>Aus einigen Nennungen einen neuen Eintrag machen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Diesen Eintrag entfernen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
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
    <name>ExchangeActions</name>
    <message>
        <source>In which folder is a new one to be made?</source>
        <translation>In welchem Ordner soll ein neuer angelegt werden?</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Import marks of another program</source>
        <translation>Markierungen eines anderen Programms importieren</translation>
    </message>
    <message>
        <source>Finding the places of the marks…</source>
        <translation>Die Stellen der Markierungen werden gesucht…</translation>
    </message>
    <message>
        <source>There is nothing new in {0}.</source>
        <translation>In {0} ist nichts Neues.</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>Markierungen importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln placed</source>
        <translation>
            <numerusform>%Ln an ihrer Stelle</numerusform>
            <numerusform>%Ln an ihrer Stelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perhaps not in the right place</source>
        <translation>
            <numerusform>%Ln vielleicht nicht an der richtigen Stelle</numerusform>
            <numerusform>%Ln vielleicht nicht an der richtigen Stelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln nicht gefunden</numerusform>
            <numerusform>%Ln nicht gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation>
            <numerusform>%Ln schon vorhanden</numerusform>
            <numerusform>%Ln schon vorhanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks from {0}: {1}.</source>
        <translation>Markierungen aus {0}: {1}.</translation>
    </message>
    <message>
        <source>Not found: {0}</source>
        <translation>Nicht gefunden: {0}</translation>
    </message>
    <message>
        <source>Not sure: {0}</source>
        <translation>Nicht sicher: {0}</translation>
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
    <name>FileChoice</name>
    <message>
        <source>Open a text</source>
        <translation>Text öffnen</translation>
    </message>
    <message>
        <source>Books and texts (*.epub *.fb2 *.docx *.pdf *.html *.htm *.xhtml *.txt *.text *.md *.markdown);;All files (*)</source>
        <translation>Bücher und Texte (*.epub *.fb2 *.docx *.pdf *.html *.htm *.xhtml *.txt *.text *.md *.markdown);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a companion file</source>
        <translation>Begleitdatei öffnen</translation>
    </message>
    <message>
        <source>Companion files (*.yaml *.yml)</source>
        <translation>Begleitdateien (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>FolderReading</name>
    <message>
        <source>Looking for books in %1</source>
        <translation>Bücher werden gesucht in %1</translation>
    </message>
    <message>
        <source>Reading %1 of %2: %3</source>
        <translation>%1 von %2 wird gelesen: %3</translation>
    </message>
    <message>
        <source>The search in “%1” came to no end.</source>
        <translation>Die Suche in „%1“ kam zu keinem Ende.</translation>
    </message>
    <message>
        <source>Reading the folder was ended; what was read stands here.</source>
        <translation>Das Lesen des Ordners wurde beendet; was gelesen ist, steht hier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln books could not be read.</source>
        <translation>
            <numerusform>%Ln Buch konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Bücher konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>One book could not be read.</source>
        <translation>Ein Buch konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No books that can be opened lie in this folder.</source>
        <translation>In diesem Ordner liegen keine Bücher, die geöffnet werden können.</translation>
    </message>
    <message>
        <source>All books of this folder stand here already.</source>
        <translation>Alle Bücher dieses Ordners stehen schon hier.</translation>
    </message>
    <message>
        <source>All books of the folder are read.</source>
        <translation>Alle Bücher des Ordners sind gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new readings stand on the shelf.</source>
        <translation>
            <numerusform>%Ln neue Lektüre steht im Regal.</numerusform>
            <numerusform>%Ln neue Lektüren stehen im Regal.</numerusform>
        </translation>
    </message>
    <message>
        <source>One new reading stands on the shelf.</source>
        <translation>Eine neue Lektüre steht im Regal.</translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message>
        <source>What was found in all readings</source>
        <translation>Was in allen Lektüren gefunden wurde</translation>
    </message>
    <message>
        <source>All readings that were opened once are searched, with their entries and your notes.</source>
        <translation>Durchsucht werden alle Lektüren, die einmal geöffnet waren, mit ihren Einträgen und Ihren Notizen.</translation>
    </message>
    <message>
        <source>No reading has these words together.</source>
        <translation>In keiner Lektüre stehen diese Wörter beisammen.</translation>
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
        <source>Terms are being looked for in this text.</source>
        <translation>In diesem Text wird nach Begriffen gesucht.</translation>
    </message>
    <message>
        <source>No terms were found in this text.</source>
        <translation>In diesem Text wurden keine Begriffe gefunden.</translation>
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
    <name>HighlightButton</name>
    <message>
        <source>Highlight {0}</source>
        <translation>{0} hervorheben</translation>
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
        <source>Re&amp;place</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll keys</source>
        <translation>A&amp;lle zurücksetzen</translation>
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
    <name>Kinship</name>
    <message>
        <source>Placing the marks of {0}</source>
        <translation>Die Markierungen aus {0} werden eingeordnet</translation>
    </message>
</context>
<context>
    <name>LayOver</name>
    <message>
        <source>Lay a companion over this one</source>
        <translation>Begleiter über diesen legen</translation>
    </message>
    <message>
        <source>What the other companion says</source>
        <translation>Was der andere Begleiter sagt</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Stelle in der Liste</translation>
    </message>
    <message>
        <source>&amp;All or none</source>
        <translation>&amp;Alle oder keine</translation>
    </message>
    <message>
        <source>&amp;Lay over</source>
        <translation>&amp;Darüberlegen</translation>
    </message>
    <message>
        <source>Leave &amp;it</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message>
        <source>{0} says nothing that your companion does not say.</source>
        <translation>{0} sagt nichts, was Ihr Begleiter nicht sagt.</translation>
    </message>
    <message>
        <source>What {0} says otherwise. What is ticked is laid over your companion, as one step.</source>
        <translation>Was {0} anders sagt. Was angekreuzt ist, wird in einem Schritt über Ihren Begleiter gelegt.</translation>
    </message>
    <message>
        <source>What only your companion has stays.</source>
        <translation>Was nur Ihr Begleiter hat, bleibt.</translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message>
        <source>Go to the note</source>
        <translation>Zur Anmerkung</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>Note {sign}: {words}</source>
        <translation>Anmerkung {sign}: {words}</translation>
    </message>
    <message>
        <source>Leads out of the text: {address}</source>
        <translation>Führt aus dem Text hinaus: {address}</translation>
    </message>
</context>
<context>
    <name>LeftList</name>
    <message>
        <source>Take them back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>One of your corrections cannot be done in this text:</source>
        <translation>Eine Ihrer Korrekturen lässt sich in diesem Text nicht ausführen:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your corrections cannot be done in this text:</source>
        <translation>
            <numerusform>%Ln Ihrer Korrekturen lässt sich in diesem Text nicht ausführen:</numerusform>
            <numerusform>%Ln Ihrer Korrekturen lassen sich in diesem Text nicht ausführen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongCopies</name>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
</context>
<context>
    <name>Marginalia</name>
    <message>
        <source>Add a bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Add a mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Place a mark</source>
        <translation>Markierung an ihre Stelle setzen</translation>
    </message>
    <message>
        <source>Change a mark</source>
        <translation>Markierung ändern</translation>
    </message>
    <message>
        <source>Remove a mark</source>
        <translation>Markierung entfernen</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
</context>
<context>
    <name>MarkFilter</name>
    <message>
        <source>Filter the marks</source>
        <translation>Markierungen filtern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>all marks</source>
        <translation>alle Markierungen</translation>
    </message>
    <message>
        <source>Shown: {0}</source>
        <translation>Gezeigt: {0}</translation>
    </message>
    <message>
        <source>Ordered {0}</source>
        <translation>Geordnet {0}</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>nach Ort</translation>
    </message>
    <message>
        <source>by colour</source>
        <translation>nach Farbe</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>nach Schlagwort</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>nach Art</translation>
    </message>
    <message>
        <source>by date</source>
        <translation>nach Datum</translation>
    </message>
</context>
<context>
    <name>MendMenu</name>
    <message>
        <source>Mend what is named here</source>
        <translation>Verbessern, was hier genannt ist</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Rename an entry</source>
        <translation>Eintrag umbenennen</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Namen hinzufügen</translation>
    </message>
    <message>
        <source>Ignore a name</source>
        <translation>Namen nicht gelten lassen</translation>
    </message>
    <message>
        <source>Change a description</source>
        <translation>Beschreibung ändern</translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Change a date</source>
        <translation>Datum ändern</translation>
    </message>
    <message>
        <source>Tie a passage</source>
        <translation>Stelle zuordnen</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Art ändern</translation>
    </message>
    <message>
        <source>Merge entries</source>
        <translation>Einträge zusammenführen</translation>
    </message>
    <message>
        <source>{0} is a term now</source>
        <translation>{0} ist jetzt ein Begriff</translation>
    </message>
    <message>
        <source>{0} is a person now</source>
        <translation>{0} ist jetzt eine Person</translation>
    </message>
    <message>
        <source>{0} is an event now</source>
        <translation>{0} ist jetzt ein Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are of another kind now</source>
        <translation>
            <numerusform>%Ln Eintrag ist jetzt von anderer Art</numerusform>
            <numerusform>%Ln Einträge sind jetzt von anderer Art</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged into {0}</source>
        <translation>Zusammengeführt mit {0}</translation>
    </message>
    <message>
        <source>Never merge</source>
        <translation>Nie zusammenführen</translation>
    </message>
    <message>
        <source>Remove an entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>{0} entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries removed</source>
        <translation>
            <numerusform>%Ln Eintrag entfernt</numerusform>
            <numerusform>%Ln Einträge entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Split an entry</source>
        <translation>Eintrag aufteilen</translation>
    </message>
    <message>
        <source>Reassign a mention</source>
        <translation>Nennung anders zuordnen</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>Begriff hinzufügen</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Lay a companion over</source>
        <translation>Begleiter darüberlegen</translation>
    </message>
    <message>
        <source>Take corrections back</source>
        <translation>Korrekturen zurücknehmen</translation>
    </message>
</context>
<context>
    <name>MentionRows</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
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
        <source>You have 1 mark in “{0}”, which is probably the same work. Take it over?</source>
        <translation>Sie haben 1 Markierung in „{0}“, wohl demselben Werk. Soll sie auch hier stehen?</translation>
    </message>
    <message numerus="yes">
        <source>You have %Ln marks in “{0}”, which is probably the same work. Take them over?</source>
        <translation>
            <numerusform>Sie haben %Ln Markierung in „{0}“, wohl demselben Werk. Soll sie auch hier stehen?</numerusform>
            <numerusform>Sie haben %Ln Markierungen in „{0}“, wohl demselben Werk. Sollen sie auch hier stehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message numerus="yes">
        <source>%Ln placed</source>
        <translation>
            <numerusform>%Ln an ihrer Stelle</numerusform>
            <numerusform>%Ln an ihrer Stelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perhaps not in the right place</source>
        <translation>
            <numerusform>%Ln vielleicht nicht an der richtigen Stelle</numerusform>
            <numerusform>%Ln vielleicht nicht an der richtigen Stelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln nicht gefunden</numerusform>
            <numerusform>%Ln nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The marks of “{0}” stand here now: {1}.</source>
        <translation>Die Markierungen aus „{0}“ stehen nun hier: {1}.</translation>
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
        <source>No</source>
        <translation>Nein</translation>
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
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
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
    <message>
        <source>{place} · without the name</source>
        <translation>{place} · ohne den Namen</translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>‹ back</source>
        <translation>‹ zurück</translation>
    </message>
    <message>
        <source>Goes back to where you were</source>
        <translation>Geht dorthin zurück, wo Sie waren</translation>
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
        <source>Panels</source>
        <translation>Bereiche</translation>
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
        <source>not by name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Copy with where it stands</source>
        <translation>Mit Stellenangabe kopieren</translation>
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
        <source>People are being looked for in this text.</source>
        <translation>In diesem Text wird nach Personen gesucht.</translation>
    </message>
    <message>
        <source>No people were found in this text.</source>
        <translation>In diesem Text wurden keine Personen gefunden.</translation>
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
    <name>PictureOverlay</name>
    <message>
        <source>Picture: {words}</source>
        <translation>Bild: {words}</translation>
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
        <source>&amp;Font</source>
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
        <source>H&amp;yphenate words</source>
        <translation>Wörter &amp;trennen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Puts everything here back as it was at first</source>
        <translation>Stellt hier alles wieder so ein, wie es zuerst war</translation>
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
        <source>Of the terms, people and events found in the text. What somebody wrote is always printed.</source>
        <translation>Von den Begriffen, Personen und Ereignissen, die im Text gefunden wurden. Was jemand geschrieben hat, wird immer gedruckt.</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>Pap&amp;ier</translation>
    </message>
    <message>
        <source>&amp;Of each list</source>
        <translation>&amp;Aus jeder Liste</translation>
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
    <name>ReadingsPane</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All readings</source>
        <translation>Alle Lektüren</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>No reading stands here yet. Open a text, drop one on the window, or add a folder.</source>
        <translation>Hier steht noch keine Lektüre. Öffnen Sien Sie einen Text, lassen Sie einen auf das Fenster fallen oder fügen Sie einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>No reading has this in its title, its author or its collections.</source>
        <translation>Keine Lektüre hat das im Titel, beim Autor oder in ihren Sammlungen.</translation>
    </message>
    <message>
        <source>Open a text, drop one on the window, or add a folder: it will stand here.</source>
        <translation>Öffnen Sie einen Text, lassen Sie einen auf das Fenster fallen oder fügen Sie einen Ordner hinzu: Er steht dann hier.</translation>
    </message>
    <message>
        <source>“%1” is off the shelf. Your marks in it are kept.</source>
        <translation>„%1“ ist aus dem Regal genommen. Ihre Markierungen darin bleiben erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln readings are off the shelf. Your marks in them are kept.</source>
        <translation>
            <numerusform>%Ln Lektüre ist aus dem Regal genommen. Ihre Markierungen darin bleiben erhalten.</numerusform>
            <numerusform>%Ln Lektüren sind aus dem Regal genommen. Ihre Markierungen darin bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The collection “%1” is dissolved; its readings stand where they stood.</source>
        <translation>Die Sammlung „%1“ ist aufgelöst; ihre Lektüren stehen, wo sie standen.</translation>
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
    <name>SaidLine</name>
    <message>
        <source>Go to the sentence in {0}</source>
        <translation>Zum Satz in {0} gehen</translation>
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
    <message>
        <source>These are the first {0} places; there are more.</source>
        <translation>Das sind die ersten {0} Stellen; es gibt noch mehr.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected words</source>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Unterstreichen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write to these words</source>
        <translation>Zu diesen Wörtern schreiben</translation>
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
    <message>
        <source>Entry…</source>
        <translation>Eintrag…</translation>
    </message>
    <message>
        <source>Make an entry of these words</source>
        <translation>Aus diesen Wörtern einen Eintrag machen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The window speaks the other language from the next start on.</source>
        <translation>Vom nächsten Start an spricht das Fenster die andere Sprache.</translation>
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
        <source>Something went wrong inside the program. What you have done is kept; you can read on.</source>
        <translation>Im Programm ist etwas schiefgegangen. Was Sie getan haben, bleibt erhalten; Sie können weiterlesen.</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Andere wählen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
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
    <name>Shelf</name>
    <message>
        <source>Add the books in this folder and all below it</source>
        <translation>Die Bücher in diesem Ordner und allen darunter hinzufügen</translation>
    </message>
    <message>
        <source>Looking for %1</source>
        <translation>%1 wird gesucht</translation>
    </message>
    <message>
        <source>Look for “%1” in</source>
        <translation>„%1“ suchen in</translation>
    </message>
    <message>
        <source>No file in this folder is that of “%1”.</source>
        <translation>Keine Datei in diesem Ordner ist die von „%1“.</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Shelf</source>
        <translation>Regal</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lektüren</translation>
    </message>
    <message>
        <source>Filter the readings</source>
        <translation>Die Lektüren filtern</translation>
    </message>
    <message>
        <source>Search in all readings</source>
        <translation>In allen Lektüren suchen</translation>
    </message>
    <message>
        <source>Search inside</source>
        <translation>Darin suchen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <source>Show a list instead of covers</source>
        <translation>Eine Liste statt der Umschläge zeigen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Zurück zum Text (Esc)</translation>
    </message>
    <message>
        <source>Words in texts, entries and notes</source>
        <translation>Wörter in Texten, Einträgen und Notizen</translation>
    </message>
    <message>
        <source>Title, author or collection</source>
        <translation>Titel, Autor oder Sammlung</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>A text with its glossary, people and timeline, all linked. Works offline. MIT licence; the text font Source Serif is under the SIL Open Font Licence, Qt under the LGPL.</source>
        <translation>Ein Text mit Glossar, Personen und Zeitleiste, alles verknüpft. Arbeitet ohne Netz. MIT-Lizenz; die Textschrift Source Serif steht unter der SIL Open Font Licence, Qt unter der LGPL.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SplitList</name>
    <message>
        <source>Name of the new entry</source>
        <translation>Name des neuen Eintrags</translation>
    </message>
    <message>
        <source>Filter the mentions by words</source>
        <translation>Nennungen nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose all that are listed</source>
        <translation>Alle aufgeführten wählen</translation>
    </message>
    <message>
        <source>Make a new entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>1 mention is chosen.</source>
        <translation>1 Nennung ist gewählt.</translation>
    </message>
    <message>
        <source>%1 mentions are chosen.</source>
        <translation>%1 Nennungen sind gewählt.</translation>
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
    <name>TableOfEntries</name>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Place in the table</source>
        <translation>Stelle in der Tabelle</translation>
    </message>
    <message>
        <source>Place in the row</source>
        <translation>Stelle in der Zeile</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>At this place</source>
        <translation>An dieser Stelle</translation>
    </message>
    <message>
        <source>All passages of {0}</source>
        <translation>Alle Stellen zu {0}</translation>
    </message>
    <message>
        <source>Bookmark this line</source>
        <translation>Lesezeichen an dieser Zeile</translation>
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
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Mark removed</source>
        <translation>Markierung entfernt</translation>
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
        <source>Reading Companion</source>
        <translation>Lesebegleiter</translation>
    </message>
</context>
<context>
    <name>WithPanels</name>
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
        <source>Marks</source>
        <translation>Markierungen</translation>
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
</context>
<context>
    <name>WordMenu</name>
    <message>
        <source>“{0}” is …</source>
        <translation>„{0}“ ist …</translation>
    </message>
    <message>
        <source>“{0}” is, from here on …</source>
        <translation>„{0}“ ist von hier an …</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>Neuer Begriff</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>New event…</source>
        <translation>Neues Ereignis…</translation>
    </message>
    <message>
        <source>Another name of …</source>
        <translation>Anderer Name von …</translation>
    </message>
    <message>
        <source>Tells of …</source>
        <translation>Erzählt von …</translation>
    </message>
    <message>
        <source>This is not {0}</source>
        <translation>Das ist nicht {0}</translation>
    </message>
    <message>
        <source>“{0}” is never {1}</source>
        <translation>„{0}“ ist nie {1}</translation>
    </message>
    <message>
        <source>This is somebody or something else…</source>
        <translation>Das ist jemand oder etwas anderes…</translation>
    </message>
    <message>
        <source>From here on this is somebody or something else…</source>
        <translation>Von hier an ist das jemand oder etwas anderes…</translation>
    </message>
    <message>
        <source>Edit {0}</source>
        <translation>{0} bearbeiten</translation>
    </message>
    <message>
        <source>Who or what is “{0}” here?</source>
        <translation>Wer oder was ist „{0}“ hier?</translation>
    </message>
    <message>
        <source>When was it?</source>
        <translation>Wann war das?</translation>
    </message>
    <message>
        <source>Whose name is “{0}”?</source>
        <translation>Wessen Name ist „{0}“?</translation>
    </message>
    <message>
        <source>Of whom or what does this tell?</source>
        <translation>Von wem oder wovon erzählt das?</translation>
    </message>
</context>
<context>
    <name>_Room</name>
    <message>
        <source>Words of the note</source>
        <translation>Wortlaut der Anmerkung</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
</context>
</TS>
