"""The French and English words by which two nearly equal texts may mean different things; folded, without accents."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Final = _words("ne n")
SECOND_HALVES: Final = _words("pas jamais rien plus aucun aucune personne guere ni")

_NOT: Final = _words(
    "not cannot cant didnt doesnt isnt arent wasnt werent wont wouldnt couldnt shouldnt havent hasnt hadnt aint"
)
SAME: Final = dict.fromkeys(_NOT, "not")
"""Spellings of one word. "dont" is none of them: in French it is a pronoun, so it stands for itself."""

HARD: Final = _words(
    "pas jamais rien aucun aucune sans ni non plus guere personne sauf nobody nothing never no none without neither nor "
    "not cannot cant dont didnt doesnt isnt arent wasnt werent wont wouldnt couldnt shouldnt havent hasnt hadnt aint "
    "hardly barely except unless peu moins less fewer trop too "
    # numbers written as words
    "zero deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent "
    "cents mille million millions milliard milliards two three four five seven eight nine ten eleven twelve twenty "
    "thirty forty fifty hundred thousand billion "
    # days and months
    "hier demain yesterday tomorrow lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday "
    "friday saturday sunday janvier fevrier avril juin juillet aout septembre octobre novembre decembre january february "
    "april june july august september october november december"
)
"""A rewording has the same of these, in the same order: negations, what takes back, numbers, dates."""

TURNING: Final = _words(
    # for and against
    "oui yes pour contre for against avec with avant apres before after toujours always only seulement encore still "
    "recommande recommander recommandent recommandons deconseille deconseiller deconseillent evitez eviter fuyez "
    "recommend recommended recommends avoid boycott boycotte boycottez boycotter boycottons soutiens soutien soutenez "
    "soutenons support supports defend defends defends attaque attaquez condamne approuve "
    "aime aimes aimez aimons aimer adore adorez adorer deteste detestez detester hais haine love loved loves like liked "
    "hate hated hates dislike despise enjoy enjoyed "
    "bon bonne bons bonnes mauvais mauvaise mauvaises bien mal mieux pire meilleur meilleure meilleurs pires good bad "
    "better worse best worst great awful terrible excellent excellente horrible super genial geniale nul nulle nuls "
    "parfait parfaite perfect useless fantastic disgusting beau belle laid moche beautiful ugly "
    "content contente contents mecontent mecontente satisfait satisfaite insatisfait insatisfaite decu decue decus ravi "
    "ravie heureux heureuse triste happy unhappy sad angry pleased disappointed satisfied dissatisfied "
    "vrai faux vraie fausse true false right wrong raison tort innocent guilty coupable honnete malhonnete honest "
    "dishonest merci thanks thank honte shame bravo "
    "more assez enough beaucoup many few much tous toutes tout all every chaque some "
    "certains "
    # what happened, and which way
    "marche marchait fonctionne fonctionnait casse cassee broke broken works worked working failed fails fondu fond tenu "
    "melted resisted achete acheter achetez vends vend vendre vendez buy bought sell sold rends rendu rembourse "
    "rembourser remboursee remboursez refund refunded paye payer paid accepte acceptez refuse refusez accepted refused "
    "gagne gagner perdu perdre won win lost lose ouvert ouverte ferme fermee open closed opened monte baisse augmente "
    "diminue up down higher lower cher chere chers gratuit gratuite gratuits payant payante expensive cheap free rapide "
    "lent lente rapides lents fast slow facile difficile easy hard chaud froid hot cold garde garder jette jeter keep "
    "leave stay part reste restez partez commence arrete start stop venez come go gauche droite left right "
    "pouvez peux peut peuvent can should must doit doivent faut devrait "
    # who
    "je tu il elle on nous ils elles mon ton son notre leur i he she we they my his her our their "
    "homme hommes femme femmes man men woman women mari fils fille husband wife son daughter mere pere mother father "
    "premier premiere second seconde dernier derniere first last"
)
"""One may be added or left out; none may stand for another, and their order stays."""

PREFIXES: Final = _words("in im ir il un de des dis me mal non anti mes")
"""What turns a word round when it stands before it."""

SMALL: Final = _words(
    "the and that this les des une aux est sont was were are has have had very tres trop vraiment really just "
    "donc alors mais but car parce que qui quoi dans sur sous chez par from here there voila voici again ici cette cet "
    "ces its sur also aussi quand when well bah ben euh lol mdr ptdr svp plz please stp"
)
"""Words that say nothing by themselves: one for another is no change."""

OPENERS: Final = _words(
    "je tu il elle on nous vous ils elles le la les un une des de du au aux ce cet cette ces mon ma mes ton ta tes son sa "
    "ses notre nos votre vos leur leurs qui que quoi quel quelle quels quelles comment pourquoi quand ou combien est sont "
    "et mais donc or ni car si alors ainsi aussi apres avant avec sans pour par dans sur sous chez depuis pendant comme "
    "bonjour bonsoir salut coucou merci bravo felicitations oui non ah oh eh ben bah bon bonne tres trop toujours jamais "
    "encore enfin voila voici il y faut quelqu quelque tout tous toute toutes rien personne cela ceci ca c j l d n s m t "
    "hier demain aujourd ici la svp stp attention arnaque honte boycott boycottez partagez venez allez regardez ecoutez "
    "cliquez reclamez gagnez profitez recevez contactez essayez achetez votre vos nouveau nouvelle grande promo offre "
    "bande super genial nul incroyable wow vraiment franchement serieusement en plus premier premiere deux trois chere "
    "cher chers meme peut aucun aucune a the an this that these those i you he she it we they my your his her its our "
    "their who what which how why when where is are was were do does did can could should would will have has had not "
    "and but or so if then also after before with without for by in on under since during as hello hi hey dear thanks "
    "thank congrats congratulations yes no oh well good great very too always never again finally there here please all "
    "everyone nobody nothing somebody anyone just only click claim win get buy check look see try join send stop avoid "
    "attention bunch shame scam boycott free new first last one two three today yesterday tomorrow wow really honestly "
    "seriously amazing more most some any every each at from to of about"
)
"""Words that begin sentences with a capital and are no names."""
