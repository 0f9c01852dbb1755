"""Grammar: the small English words and verb forms by which clauses are told apart."""

from __future__ import annotations

import re

AUXILIARIES = frozenset(
    "am is are was were be been being has have had do does did can could may might must shall should will would".split()
)
"""Forms of verbs that carry another verb, or stand for "is"."""

IRREGULAR = frozenset(
    "arose ate awoke bade beat became befell began begot beheld bent beset bet bit bled blew bore bought bound bred broke "
    "brought built burnt burst came cast caught chose clung cost crept cut dealt drank dreamt drew drove dug dwelt fed "
    "fell felt fled flew flung forbade foresaw forgave forgot forsook fought found froze gave got grew ground hanged heard held hid hit hung hurt kept "
    "knelt knew laid lay lay leapt learnt led left lent let lit lost made meant met mistook oversaw overcame overran overtook overthrew paid "
    "proved put quit ran rang read rebuilt resold rid rode rose said sang sank sat saw sent set sewed shone shook shot showed shrank "
    "shut slew slept slid sold sought spat sped spent spoke sprang spread stood stole stove strode strove struck stuck stung "
    "swam swept swore swung taught thought threw thrust told took tore undertook understood undid upheld went wept withdrew withheld "
    "withstood woke won wore wove wrote wrung".split()
)
"""Past tenses that do not end in "-ed"."""

_NOT_PAST = (
    "hundred|indeed|naked|sacred|wicked|rugged|ragged|wretched|beloved|allied|armed|united|so-called|aged|crooked|"
    "seed|need|speed|breed|creed|deed|feed|greed|reed|weed|bleed|heed|bed|red|shed|sled|wed|exceed|proceed|succeed|"
    "embed|limited|unprecedented|talented|gifted|hatred|kindred"
)
_PARTS = "|".join(sorted(AUXILIARIES - {"be", "been", "being"} | IRREGULAR))
VERB = re.compile(rf"\b(?:{_PARTS}|(?!(?:{_NOT_PAST})\b)[a-z]{{2,30}}ed)\b(?![’'-]\w)")
"""A word that is most likely a finite verb: an auxiliary or a past tense."""

PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind below beneath beside "
    "besides between beyond by concerning despite down during except following for from in inside into like near of off on onto "
    "out outside over past per regarding round since through throughout till to toward towards under underneath until unto "
    "up upon via with within without".split()
)
CONJUNCTIONS = frozenset(
    "although as because before but if lest nor once or since so than that though till unless until when whenever "
    "where whereas wherever whether which while who whom whose and after yet".split()
)
DETERMINERS = frozenset(
    "a all an another any both each either every few her his its many more most much my neither no other our several "
    "some such that the their these this those what which whose your".split()
)
