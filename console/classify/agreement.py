"""The agreement check: 120 comments of our own, and the comparison of two engines' scores on them.

A converted model must say what the original says. The comments are as people write under a brand's posts, in French
and English, harmless and abusive, short, long, shouted, masked and with emoji, so that every score moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MAX_DIFFERENCE: Final = 0.03
"""The most that one score of one comment may differ."""
MAX_FLIPPED: Final = 0.01
"""The share of flags (score against ``FLAG``, over comments and labels) that may fall on the other side."""
FLAG: Final = 0.5

_FRENCH: Final = """\
Bonjour, à quelle heure ouvrez-vous dimanche ?
Mon colis devait arriver lundi, on est vendredi et toujours rien.
Merci à toute l'équipe, livraison parfaite !
Votre service client est nul, trois mails sans réponse.
Vous êtes une bande d'incapables.
Espèce d'abruti, apprends à lire avant de répondre.
Ferme ta gueule, sale con.
Je vais te retrouver et te casser la figure.
Quelqu'un sait si la taille 42 sera de retour en stock ?
Très déçue par la qualité, le tissu s'est déchiré au premier lavage.
Les musulmans du quartier organisent un repas, tout le monde est invité.
Ces gens-là devraient rentrer chez eux, on n'en veut pas.
Je suis gay et j'ai été très bien accueilli dans votre boutique.
Sale pédé, dégage de cette page.
Putain qu'elle est belle cette nouvelle collection !
C'est une arnaque, ne commandez surtout pas ici.
T'es vraiment trop conne ma pauvre fille.
Bravo pour la réactivité, problème réglé en dix minutes.
On sait où tu habites, fais attention à toi.
tg fdp
ntm avec tes promos à la noix
Le vendeur m'a traité d'idiot devant tout le monde, c'est inadmissible.
Franchement, votre appli est une catastrophe depuis la mise à jour.
Est-ce que le magasin de Lille est accessible en fauteuil roulant ?
Les femmes devraient rester à la cuisine, ça éviterait ce genre de bêtises.
J'ai honte pour vous.
Va crever, personne ne te regrettera.
Magnifique photo 😍😍
😂😂😂 mort de rire
C O N N A R D
Vous vous foutez de nous avec vos prix ?
Ma grand-mère adore vos confitures, elle en redemande chaque semaine.
Je ne vous traite pas de voleurs, je dis que la facture est fausse.
Il m'a écrit « sale arabe » et vous n'avez rien fait.
Le racisme n'a pas sa place ici, merci de modérer.
Si tu reviens par ici, je te tue.
Pauvre type.
Trop bien !!!
BANDE DE VOLEURS, RENDEZ-MOI MON ARGENT
Ce maire est un menteur et un incapable.
Le train de 7 h 42 est encore supprimé, comment je vais au travail, moi ?
J'attends mon remboursement depuis six semaines, numéro de dossier 48213.
Encore une pub débile, changez d'agence.
Grosse vache, regarde-toi dans un miroir.
Un grand merci à Samira du rayon bricolage, patiente et de bon conseil.
Les Juifs contrôlent tout, réveillez-vous.
Demain on fête les 20 ans de l'association, venez nombreux.
C'est de la merde votre truc.
N'importe quoi, vous avez encore changé la recette, c'était bien meilleur avant.
Tu fais pitié, va te pendre.
L'arbitre a été lamentable ce soir.
Ce joueur est nul à chier, vendez-le.
Joyeux anniversaire à mon frère qui travaille chez vous !
Les handicapés, ça coûte trop cher, qu'on arrête.
Je suis musulmane et je me sens bien dans cette ville.
Sérieux, qui a validé cette campagne ?
👍
Le chauffeur a été grossier avec une dame âgée, ligne 12, vers 18 h.
On va venir à cinquante devant votre boutique et ça va chauffer.
Bonne continuation à tous et à l'année prochaine."""

_ENGLISH: Final = """\
Hello, do you deliver to Belgium?
My order is two weeks late and nobody answers the phone.
Thank you so much, the jacket fits perfectly!
You are such an idiot, go away.
Shut up, you stupid cow.
I will find you and break your legs.
What a beautiful photo, where was it taken?
The app crashes every time I open the basket.
I am a gay man and I love this place.
Gays are disgusting and should not be allowed in here.
Muslims in our town are cooking for everyone on Saturday.
All immigrants are criminals, send them back.
This is a scam, they took my money and sent an empty box.
F*** off, you moron.
go k1ll yourself
Nobody should ever say "go back to your country" to anyone.
She called me a worthless pig and your staff laughed.
Worst customer service I have seen in twenty years.
Damn, this cake is good!
Women are too dumb to drive.
I disagree with the mayor, but the plan for the park is sound.
The referee was blind tonight.
You people are vermin.
Great job on the new site, so much faster.
Is the blue one still available in size 10?
I hope your shop burns down with you in it.
lol
No.
You're not stupid, you were just misinformed.
What the hell happened to the old recipe? It was far better.
Black lives matter.
White trash like you ruin this page.
My brother has Down syndrome and your team treated him with respect.
Retard.
I'm so angry about the price increase that I cancelled my subscription.
He is a liar and a thief and everybody knows it.
Happy birthday to the best team in town!
IDIOTS, ALL OF YOU, IDIOTS
We know where you live.
You deserve to be beaten.
Jews, Christians and Muslims pray side by side in this hospital.
The Jews are behind all of this.
Kindly stop calling people names, it helps nobody.
That trailer was awful, I want my two minutes back.
You look like a pig in that dress.
Best hot dogs in the county, hands down.
Who wrote this rubbish?
The driver was rude to an elderly woman, bus 12 at six o'clock.
Son of a bitch, they finally won the cup!
You f u c k i n g clown
suck my dick
Could you please reply to my message from Monday?
It is not okay to threaten people because of their faith.
Somebody should shoot that dog and its owner.
As a trans woman I felt safe at your event.
Trannies are freaks.
I was charged twice, reference 88231, please refund one of them.
We will be outside your office tomorrow and you will regret this.
Keep up the good work and see you next year.
"""

_LONG: Final = (
    "J'ai commandé une table le 3 mars, reçu une chaise le 20, renvoyé la chaise le 22, et depuis plus rien, ni table "
    "ni remboursement ni réponse, malgré quatre appels et deux lettres. " * 24
)

SAMPLE: Final[tuple[str, ...]] = (*_FRENCH.splitlines(), *_ENGLISH.splitlines(), _LONG)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two engines differ: the largest difference of a score, and the share of flags that changed side."""

    texts: int
    max_difference: float
    flipped: float

    @property
    def ok(self) -> bool:
        """Whether the second may stand for the first."""
        return self.max_difference <= MAX_DIFFERENCE and self.flipped <= MAX_FLIPPED

    def to_json(self) -> dict[str, Any]:
        """The form that the manifest holds."""
        return {
            "texts": self.texts,
            "max_difference": round(self.max_difference, 5),
            "flipped": round(self.flipped, 5),
            "ok": self.ok,
        }


def compare(original: NDArray[np.float32], converted: NDArray[np.float32]) -> Agreement:
    """Compare two matrices of scores, one row a comment; scores that are no numbers never agree."""
    if original.shape != converted.shape or not original.size:
        return Agreement(len(original), 1.0, 1.0)
    difference = np.abs(original - converted)
    if not np.isfinite(difference).all():
        return Agreement(len(original), 1.0, 1.0)
    flipped = (original >= FLAG) != (converted >= FLAG)
    return Agreement(len(original), float(difference.max()), float(flipped.mean()))


def sample(most: int | None = None) -> Sequence[str]:
    """The comments; the first ``most`` of them where given."""
    return SAMPLE[:most]
