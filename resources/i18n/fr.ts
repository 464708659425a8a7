<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>About</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Python, Qt</source>
        <translation>Python, Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Vigie is free software under the MIT licence.</source>
        <translation>Vigie est un logiciel libre sous licence MIT.</translation>
    </message>
    <message>
        <source>Platform names and marks belong to their owners.</source>
        <translation>Les noms et marques des plateformes appartiennent à leurs titulaires.</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>À propos de Vigie</translation>
    </message>
    <message>
        <source>A moderation console: comments come in, are read on this machine, decided by a person, carried out and logged.</source>
        <translation>Une console de modération : les commentaires arrivent, sont lus sur cette machine, décidés par une personne, exécutés et consignés.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Signing in…</source>
        <translation>Connexion en cours…</translation>
    </message>
    <message>
        <source>Test the sign-in</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>Nom ici</translation>
    </message>
    <message>
        <source>How your team calls this channel; empty takes the account’s own name</source>
        <translation>Le nom que votre équipe donne à ce canal ; vide, c’est celui du compte</translation>
    </message>
    <message>
        <source>Language of short texts</source>
        <translation>Langue des textes courts</translation>
    </message>
    <message>
        <source>Where a text is too short to tell</source>
        <translation>Quand un texte est trop court pour la reconnaître</translation>
    </message>
    <message>
        <source>What you need before you start</source>
        <translation>Ce qu’il vous faut avant de commencer</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter par le navigateur</translation>
    </message>
    <message>
        <source>Or paste what you have</source>
        <translation>Ou collez ce que vous avez</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non précisée</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
</context>
<context>
    <name>AccountResult</name>
    <message>
        <source>@{handle}, on {server}</source>
        <extracomment>What gives way where there is little room: what it costs, then what it means there.</extracomment>
        <translation>@{handle}, sur {server}</translation>
    </message>
    <message>
        <source>What this account can do from here</source>
        <translation>Ce que ce compte permet d’ici</translation>
    </message>
    <message>
        <source>From what is known of the platform; each comment may allow less.</source>
        <translation>D’après ce qu’on sait de la plateforme ; chaque commentaire peut permettre moins.</translation>
    </message>
    <message>
        <source>The token lacks {permission} for that.</source>
        <translation>Il manque {permission} au jeton pour cela.</translation>
    </message>
    <message>
        <source>The token lacks: {permissions}. Some actions will not work until it has them.</source>
        <translation>Il manque au jeton : {permissions}. Certaines actions n’aboutiront pas sans cela.</translation>
    </message>
    <message>
        <source>Change the details</source>
        <translation>Modifier les informations</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Add this channel</source>
        <translation>Ajouter ce canal</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Changer les touches</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Guided tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Saved replies and statements</source>
        <translation>Réponses enregistrées et déclarations</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>Relever maintenant</translation>
    </message>
    <message>
        <source>Ask every channel for new comments now</source>
        <translation>Demander maintenant les nouveaux commentaires de tous les canaux</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Vue suivante</translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation>Vue précédente</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take back your own last decision, where the site allows it</source>
        <translation>Revenir sur votre dernière décision, si le site le permet</translation>
    </message>
    <message>
        <source>Decisions I took</source>
        <translation>Mes décisions</translation>
    </message>
    <message>
        <source>Newest first, with what can still be taken back</source>
        <translation>Les plus récentes d’abord, avec ce qui peut encore être annulé</translation>
    </message>
    <message>
        <source>Actions to send</source>
        <translation>Actions à envoyer</translation>
    </message>
    <message>
        <source>What has not reached its site, and what it waits for</source>
        <translation>Ce qui n’a pas encore atteint son site, et ce que cela attend</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>À propos de Vigie</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Whether a newer version is there; nothing is installed by itself</source>
        <translation>S’il existe une version plus récente ; rien ne s’installe tout seul</translation>
    </message>
    <message>
        <source>Report for the help desk</source>
        <translation>Rapport pour l’assistance</translation>
    </message>
    <message>
        <source>Shown whole before you save it; nothing is sent</source>
        <translation>Montré en entier avant d’être enregistré ; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Act as someone else</source>
        <translation>Agir sous un autre nom</translation>
    </message>
    <message>
        <source>Somebody else sits down here: drafts stay, what is held is given back</source>
        <translation>Une autre personne prend la place : les brouillons restent, les réservations sont rendues</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>Engines, second opinion, what your decisions say of them</source>
        <translation>Moteurs, second avis, ce que vos décisions en disent</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>Clair, sombre, contraste élevé</translation>
    </message>
    <message>
        <source>Card density</source>
        <translation>Densité des cartes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere</source>
        <translation>Masquer partout les mots durs</translation>
    </message>
    <message>
        <source>On or off, for you alone</source>
        <translation>Activé ou non, pour vous seul</translation>
    </message>
    <message>
        <source>Wellbeing and notifications</source>
        <translation>Bien-être et notifications</translation>
    </message>
    <message>
        <source>Masks, your own count, what you do not want to see, quiet hours</source>
        <translation>Masques, votre propre compte, ce que vous ne voulez pas voir, heures calmes</translation>
    </message>
    <message>
        <source>Someone to talk to</source>
        <translation>À qui parler</translation>
    </message>
    <message>
        <source>Numbers and services outside this program</source>
        <translation>Numéros et services extérieurs à ce logiciel</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>Notifications of the desktop wait until the next morning</source>
        <translation>Les notifications du bureau attendent le lendemain matin</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Show the new</source>
        <translation>Montrer les nouveaux</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Scroll the thread</source>
        <translation>Faire défiler le fil</translation>
    </message>
    <message>
        <source>Scroll the thread back</source>
        <translation>Remonter le fil</translation>
    </message>
    <message>
        <source>Into the detail</source>
        <translation>Entrer dans le détail</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back in the thread</source>
        <translation>Retour dans le fil</translation>
    </message>
    <message>
        <source>To the comment from which this one was opened</source>
        <translation>Au commentaire d’où celui-ci a été ouvert</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>Ouvrir le groupe</translation>
    </message>
    <message>
        <source>What is alike, one by one, in the same list</source>
        <translation>Ce qui se ressemble, un par un, dans la même liste</translation>
    </message>
    <message>
        <source>Close the group</source>
        <translation>Refermer le groupe</translation>
    </message>
    <message>
        <source>Back to where the group stands in its view</source>
        <translation>Retour à la place du groupe dans sa vue</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélectionner</translation>
    </message>
    <message>
        <source>Select downwards</source>
        <translation>Étendre vers le bas</translation>
    </message>
    <message>
        <source>Select upwards</source>
        <translation>Étendre vers le haut</translation>
    </message>
    <message>
        <source>Select all of the view</source>
        <translation>Sélectionner toute la vue</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veiller</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Assign, take over</source>
        <translation>Attribuer, reprendre</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep, with a reason</source>
        <translation>Garder, avec un motif</translation>
    </message>
    <message>
        <source>Hide, with a reason</source>
        <translation>Masquer, avec un motif</translation>
    </message>
    <message>
        <source>Watch, with a reason</source>
        <translation>Veiller, avec un motif</translation>
    </message>
    <message>
        <source>Escalate, with a reason</source>
        <translation>Escalader, avec un motif</translation>
    </message>
    <message>
        <source>Reply from a template</source>
        <translation>Répondre avec un modèle</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Picture: load, show, cover</source>
        <translation>Image : charger, montrer, couvrir</translation>
    </message>
    <message>
        <source>What is attached to this comment: first blurred, then as it is, for this comment alone</source>
        <translation>Ce qui est joint à ce commentaire : d’abord flouté, puis tel quel, pour ce commentaire seul</translation>
    </message>
    <message>
        <source>Text as read</source>
        <translation>Texte tel que lu</translation>
    </message>
    <message>
        <source>What changed in the text</source>
        <translation>Ce qui a changé dans le texte</translation>
    </message>
    <message>
        <source>The versions of an edited comment, word by word</source>
        <translation>Les versions d’un commentaire modifié, mot à mot</translation>
    </message>
    <message>
        <source>What each action does here</source>
        <translation>Ce que chaque action fait ici</translation>
    </message>
    <message>
        <source>All actions with their effect on this site, or the proposed one alone</source>
        <translation>Toutes les actions et leur effet sur ce site, ou la seule proposée</translation>
    </message>
    <message>
        <source>Open on the site</source>
        <translation>Ouvrir sur le site</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note about the author</source>
        <translation>Note sur l’auteur</translation>
    </message>
    <message>
        <source>Seen under each of their comments</source>
        <translation>Visible sous chacun de ses commentaires</translation>
    </message>
    <message>
        <source>Tag the author</source>
        <translation>Étiqueter l’auteur</translation>
    </message>
    <message>
        <source>Erase the author</source>
        <translation>Effacer l’auteur</translation>
    </message>
    <message>
        <source>A lead's to do: says what goes and what stays, then asks</source>
        <translation>Pour un lead : dit ce qui part et ce qui reste, puis demande</translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation>Conserver comme preuve</translation>
    </message>
    <message>
        <source>Nothing erases it until a lead lifts that; asks for the reason</source>
        <translation>Rien ne l’efface tant qu’un lead ne lève pas la conservation ; demande le motif</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Zen</source>
        <translation>Zen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Its entries in the log</source>
        <translation>Ses entrées au journal</translation>
    </message>
    <message>
        <source>The whole chain of this comment, from first seen to outcome</source>
        <translation>Toute la chaîne de ce commentaire, de la première vue à l’issue</translation>
    </message>
    <message>
        <source>Keep our reply as a statement</source>
        <translation>Garder notre réponse comme déclaration</translation>
    </message>
    <message>
        <source>Later replies are held against it</source>
        <translation>Les réponses suivantes y seront comparées</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Insult</source>
        <translation>Insulte</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Menace</translation>
    </message>
    <message>
        <source>Hate</source>
        <translation>Haine</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Troll signals</source>
        <translation>Signaux de provocation</translation>
    </message>
    <message>
        <source>Criticism</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Compliment</translation>
    </message>
    <message>
        <source>Manifestly illegal</source>
        <translation>Manifestement illicite</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Next morning</source>
        <translation>Demain matin</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lundi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Next word to check</source>
        <translation>Mot suivant à vérifier</translation>
    </message>
    <message>
        <source>A word that no dictionary has, with what may be meant</source>
        <translation>Un mot absent des dictionnaires, avec ce qu’il pourrait être</translation>
    </message>
    <message>
        <source>Paste without format</source>
        <translation>Coller sans mise en forme</translation>
    </message>
    <message>
        <source>Close, draft kept</source>
        <translation>Fermer, brouillon gardé</translation>
    </message>
    <message>
        <source>Ask a lead</source>
        <translation>Demander à un lead</translation>
    </message>
    <message>
        <source>Out of the batch</source>
        <translation>Retirer du lot</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Revenir à la file</translation>
    </message>
    <message>
        <source>Into the entry</source>
        <translation>Entrer dans l’entrée</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Live test</source>
        <translation>Essai immédiat</translation>
    </message>
    <message>
        <source>Next thing to mend</source>
        <translation>Prochain point à corriger</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Open the comment</source>
        <translation>Ouvrir le commentaire</translation>
    </message>
    <message>
        <source>Open the batch</source>
        <translation>Ouvrir le lot</translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Fermer le lot</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>C’est fait</translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation>Ce n’est pas fait</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>Say first why work goes on.</source>
        <translation>Dites d’abord pourquoi le travail continue.</translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>Exporter maintenant</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre acte</translation>
    </message>
    <message>
        <source>Who was told, and why work goes on</source>
        <translation>Qui a été prévenu, et pourquoi le travail continue</translation>
    </message>
    <message>
        <source>Reason for going on with a broken log</source>
        <translation>Raison de continuer avec un journal rompu</translation>
    </message>
    <message>
        <source>Export now, keep the file, call your lead. Entries before that place still hold.</source>
        <translation>Exportez maintenant, gardez le fichier, appelez votre lead. Les entrées d’avant cet endroit tiennent toujours.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>How they differ</source>
        <translation>Ce qui les distingue</translation>
    </message>
    <message>
        <source>Least alike first</source>
        <translation>Les moins semblables d’abord</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
    <message>
        <source>another link</source>
        <translation>autre lien</translation>
    </message>
    <message>
        <source>{n} % alike</source>
        <translation>semblable à {n} %</translation>
    </message>
    <message>
        <source>Out of the group</source>
        <translation>Hors du groupe</translation>
    </message>
    <message>
        <source>{author}: out of the group</source>
        <translation>{author} : hors du groupe</translation>
    </message>
    <message>
        <source>Read and decided by itself from now on; this changes nothing else</source>
        <translation>Lu et décidé à part désormais ; rien d’autre ne change</translation>
    </message>
    <message>
        <source>This comment stands alone: nothing like it is in this view.</source>
        <translation>Ce commentaire est seul : rien de semblable dans cette vue.</translation>
    </message>
    <message>
        <source>Back to {view}</source>
        <translation>Retour à {view}</translation>
    </message>
    <message>
        <source>To {author} alone: {others}</source>
        <translation>À {author} seulement : {others}</translation>
    </message>
    <message>
        <source>Out of the group: it is decided by itself.</source>
        <translation>Hors du groupe : il se décide à part.</translation>
    </message>
</context>
<context>
    <name>AlikeCounted</name>
    <message numerus="yes">
        <source>%n exact</source>
        <translation>
            <numerusform>%n identique</numerusform>
            <numerusform>%n identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another link</source>
        <translation>
            <numerusform>%n avec un autre lien</numerusform>
            <numerusform>%n avec un autre lien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reworded</source>
        <translation>
            <numerusform>%n reformulé</numerusform>
            <numerusform>%n reformulés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more text(s)</source>
        <translation>
            <numerusform>Afficher %n texte de plus</numerusform>
            <numerusform>Afficher %n textes de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most typical of %n</source>
        <translation>
            <numerusform>Le plus typique de %n</numerusform>
            <numerusform>Le plus typique des %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n other(s) stay</source>
        <translation>
            <numerusform>l’autre reste</numerusform>
            <numerusform>les %n autres restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is given to all %n alike, each logged by itself.</source>
        <translation>
            <numerusform>Elle est donnée au seul commentaire semblable, inscrit au journal.</numerusform>
            <numerusform>Elle est donnée aux %n semblables, chacun inscrit au journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Category given to %n comment(s).</source>
        <translation>
            <numerusform>Catégorie donnée à %n commentaire.</numerusform>
            <numerusform>Catégorie donnée à %n commentaires.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>{action}: you do this on the site.</source>
        <translation>{action} : vous le faites sur le site.</translation>
    </message>
    <message>
        <source>{action} on {platform} cannot be undone.</source>
        <translation>{action} sur {platform} ne s’annule pas.</translation>
    </message>
    <message>
        <source>{action} on {platform}.</source>
        <translation>{action} sur {platform}.</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Pourquoi, en quelques mots</translation>
    </message>
    <message>
        <source>Left hidden</source>
        <translation>Laissé masqué</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Qu’est-ce que c’est ?</translation>
    </message>
    <message>
        <source>Hold and watch until when?</source>
        <translation>Attendre et veiller jusqu’à quand ?</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>Jusqu’à quand ?</translation>
    </message>
    <message>
        <source>15:00, 90m, 2h, 1d</source>
        <translation>15:00, 90m, 2h, 1j</translation>
    </message>
    <message>
        <source>“{text}” is no time to come: {forms}</source>
        <translation>« {text} » n’est pas un moment à venir : {forms}</translation>
    </message>
    <message>
        <source>Or type a time: {forms}</source>
        <translation>Ou tapez un moment : {forms}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{done}. Also proposed: {actions}</source>
        <translation>{done}. Aussi proposé : {actions}</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>Note for the team</source>
        <translation>Note pour l’équipe</translation>
    </message>
    <message>
        <source>Written outside the log, erasable.</source>
        <translation>Écrite hors du journal, effaçable.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Yes, done</source>
        <translation>Oui, fait</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Ask again later</source>
        <translation>Redemander plus tard</translation>
    </message>
    <message>
        <source>{name} asks: {action}. Do you agree?</source>
        <translation>{name} demande : {action}. Êtes-vous d’accord ?</translation>
    </message>
    <message>
        <source>A second person must agree; nobody agrees to their own request.</source>
        <translation>Une seconde personne doit donner son accord ; on n’approuve pas sa propre demande.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
    <message>
        <source>Write it myself</source>
        <translation>L’écrire moi-même</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Do not agree…</source>
        <translation>Ne pas donner mon accord…</translation>
    </message>
    <message>
        <source>Do not agree: a note for {name}?</source>
        <translation>Pas d’accord : un mot pour {name} ?</translation>
    </message>
    <message>
        <source>Kept beside the comment, outside the log. The words of a reply become a draft again.</source>
        <translation>Gardé à côté du commentaire, hors du journal. Le texte d’une réponse redevient un brouillon.</translation>
    </message>
    <message>
        <source>Do not agree</source>
        <translation>Pas d’accord</translation>
    </message>
</context>
<context>
    <name>Assign</name>
    <message>
        <source>Your role does not assign.</source>
        <translation>Votre rôle ne permet pas de confier.</translation>
    </message>
    <message>
        <source>Assigned to {who}</source>
        <translation>Confié à : {who}</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Confié à personne</translation>
    </message>
    <message>
        <source>Yours now, for ten minutes.</source>
        <translation>À vous, pour dix minutes.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Now: {who}</source>
        <translation>Actuellement : {who}</translation>
    </message>
    <message>
        <source>For whom is it?</source>
        <translation>Pour qui est-ce ?</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>Rôle : {role}</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>{span} after it was posted</source>
        <translation>{span} après sa publication</translation>
    </message>
    <message>
        <source>posted {day}</source>
        <translation>publié le {day}</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Vu pour la première fois</translation>
    </message>
    <message>
        <source>Verdict: {category}</source>
        <translation>Verdict : {category}</translation>
    </message>
    <message>
        <source>engine {engine} {version}</source>
        <translation>moteur {engine} {version}</translation>
    </message>
    <message>
        <source>{engine}, threshold {score}</source>
        <translation>{engine}, seuil {score}</translation>
    </message>
    <message>
        <source>{engine}, {category} {score} below the threshold {limit}</source>
        <translation>{engine}, {category} {score} sous le seuil {limit}</translation>
    </message>
    <message>
        <source>Proposal: {actions}</source>
        <translation>Proposé : {actions}</translation>
    </message>
    <message>
        <source>Proposal: none</source>
        <translation>Rien de proposé</translation>
    </message>
    <message>
        <source>policy {id}</source>
        <translation>politique {id}</translation>
    </message>
    <message>
        <source>{action}, decided by {name}</source>
        <translation>{action}, décidé par {name}</translation>
    </message>
    <message>
        <source>{done} on {platform}</source>
        <translation>{done} sur {platform}</translation>
    </message>
    <message>
        <source>confirmed by the platform</source>
        <translation>confirmé par la plateforme</translation>
    </message>
    <message>
        <source>{what}, asked by {name}</source>
        <translation>{what}, demandé par {name}</translation>
    </message>
    <message>
        <source>Note by {name}</source>
        <translation>Note de {name}</translation>
    </message>
    <message>
        <source>the words are kept outside the log</source>
        <translation>les mots restent hors du journal</translation>
    </message>
    <message>
        <source>“{words}” · {kept}</source>
        <translation>« {words} » · {kept}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>par {name}</translation>
    </message>
    <message>
        <source>fully automated</source>
        <translation>entièrement automatisée</translation>
    </message>
    <message>
        <source>in words, outside the log</source>
        <translation>en toutes lettres, hors du journal</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>motif : {reason}</translation>
    </message>
    <message>
        <source>strike {n}</source>
        <translation>manquement {n}</translation>
    </message>
    <message>
        <source>open for {span}</source>
        <translation>ouvert {span}</translation>
    </message>
    <message>
        <source>unmasked</source>
        <translation>démasqué</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>avec {name}</translation>
    </message>
    <message>
        <source>This entry</source>
        <translation>Cette entrée</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Automated</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>detection {detected}, decision {decided}</source>
        <translation>détection {detected}, décision {decided}</translation>
    </message>
    <message>
        <source>terms, not illegal content</source>
        <translation>règles de la page, pas un contenu illicite</translation>
    </message>
    <message>
        <source>illegal content</source>
        <translation>contenu illicite</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrite par</translation>
    </message>
    <message>
        <source>{name}, as {user} of this machine, Vigie {version}</source>
        <translation>{name}, en tant que {user} de cette machine, Vigie {version}</translation>
    </message>
    <message>
        <source>Workspace created</source>
        <translation>Espace créé</translation>
    </message>
    <message>
        <source>Channel added</source>
        <translation>Canal ajouté</translation>
    </message>
    <message>
        <source>Channel paused</source>
        <translation>Canal en pause</translation>
    </message>
    <message>
        <source>Channel resumed</source>
        <translation>Canal repris</translation>
    </message>
    <message>
        <source>Channel removed</source>
        <translation>Canal retiré</translation>
    </message>
    <message>
        <source>Practice network reset</source>
        <translation>Réseau d’entraînement remis à zéro</translation>
    </message>
    <message>
        <source>File imported</source>
        <translation>Fichier importé</translation>
    </message>
    <message>
        <source>Policy active</source>
        <translation>Politique active</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>Refus</translation>
    </message>
    <message>
        <source>Answer of the platform</source>
        <translation>Réponse de la plateforme</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Second regard</translation>
    </message>
    <message>
        <source>Queued again</source>
        <translation>Remis en file</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>Catégorie changée</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Channel settings changed</source>
        <translation>Réglages du canal modifiés</translation>
    </message>
    <message>
        <source>Policy submitted</source>
        <translation>Politique déposée</translation>
    </message>
    <message>
        <source>Policy tested</source>
        <translation>Politique testée</translation>
    </message>
    <message>
        <source>Policy tried on the past</source>
        <translation>Politique rejouée sur le passé</translation>
    </message>
    <message>
        <source>Policy in shadow</source>
        <translation>Politique en ombre</translation>
    </message>
    <message>
        <source>Policy signed</source>
        <translation>Politique signée</translation>
    </message>
    <message>
        <source>Policy retired</source>
        <translation>Politique retirée</translation>
    </message>
    <message>
        <source>Saved reply changed</source>
        <translation>Réponse enregistrée modifiée</translation>
    </message>
    <message>
        <source>Statement added</source>
        <translation>Déclaration ajoutée</translation>
    </message>
    <message>
        <source>Statement out of force</source>
        <translation>Déclaration hors vigueur</translation>
    </message>
    <message>
        <source>Watch over, back in the queue</source>
        <translation>Fin de la veille, de retour dans la file</translation>
    </message>
    <message>
        <source>Category taken back</source>
        <translation>Catégorie reprise</translation>
    </message>
    <message>
        <source>Assignment taken back</source>
        <translation>Attribution reprise</translation>
    </message>
    <message>
        <source>Tag as it was before</source>
        <translation>Étiquette comme avant</translation>
    </message>
    <message>
        <source>Note withdrawn</source>
        <translation>Note retirée</translation>
    </message>
    <message>
        <source>Author tagged</source>
        <translation>Auteur étiqueté</translation>
    </message>
    <message>
        <source>Tag taken away</source>
        <translation>Étiquette retirée</translation>
    </message>
    <message>
        <source>Log exported</source>
        <translation>Journal exporté</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Confié</translation>
    </message>
    <message>
        <source>View of the team</source>
        <translation>Vue de l’équipe</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>Membre ajouté</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rôle changé</translation>
    </message>
    <message>
        <source>Pseudonym changed</source>
        <translation>Pseudonyme changé</translation>
    </message>
    <message>
        <source>Member removed</source>
        <translation>Membre retiré</translation>
    </message>
    <message>
        <source>Erasing a channel begun</source>
        <translation>Effacement d’un canal commencé</translation>
    </message>
    <message>
        <source>Channel erased</source>
        <translation>Canal effacé</translation>
    </message>
    <message>
        <source>Author erased</source>
        <translation>Auteur effacé</translation>
    </message>
    <message>
        <source>Terms of keeping changed</source>
        <translation>Durées de conservation modifiées</translation>
    </message>
    <message>
        <source>Kept for its term, erased</source>
        <translation>Durée écoulée, effacé</translation>
    </message>
    <message>
        <source>Kept as evidence</source>
        <translation>Conservé comme preuve</translation>
    </message>
    <message>
        <source>No longer kept as evidence</source>
        <translation>N’est plus conservé comme preuve</translation>
    </message>
    <message>
        <source>Classifier chosen</source>
        <translation>Classifieur choisi</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>Calibration proposed</source>
        <translation>Calibrage proposé</translation>
    </message>
    <message>
        <source>Calibration active</source>
        <translation>Calibrage actif</translation>
    </message>
    <message>
        <source>Calibration taken back</source>
        <translation>Calibrage annulé</translation>
    </message>
    <message>
        <source>Automatic hiding stopped</source>
        <translation>Masquage automatique arrêté</translation>
    </message>
    <message>
        <source>Bulk decision begun</source>
        <translation>Décision groupée commencée</translation>
    </message>
    <message>
        <source>Bulk decision resumed</source>
        <translation>Décision groupée reprise</translation>
    </message>
    <message>
        <source>Bulk decision finished</source>
        <translation>Décision groupée finie</translation>
    </message>
    <message>
        <source>Bulk decision stopped</source>
        <translation>Décision groupée arrêtée</translation>
    </message>
    <message>
        <source>Bulk decision taken back</source>
        <translation>Décision groupée annulée</translation>
    </message>
    <message>
        <source>Automatic hiding on again</source>
        <translation>Masquage automatique rétabli</translation>
    </message>
    <message>
        <source>Broken place acknowledged</source>
        <translation>Rupture prise en compte</translation>
    </message>
    <message>
        <source>Refused: submit a policy</source>
        <translation>Refusé : déposer une politique</translation>
    </message>
    <message>
        <source>Refused: test a policy</source>
        <translation>Refusé : tester une politique</translation>
    </message>
    <message>
        <source>Refused: try a policy on the past</source>
        <translation>Refusé : rejouer une politique sur le passé</translation>
    </message>
    <message>
        <source>Refused: put a policy into shadow</source>
        <translation>Refusé : passer une politique en ombre</translation>
    </message>
    <message>
        <source>Refused: sign a policy</source>
        <translation>Refusé : signer une politique</translation>
    </message>
    <message>
        <source>Refused: activate a policy</source>
        <translation>Refusé : activer une politique</translation>
    </message>
    <message>
        <source>Refused: retire a policy</source>
        <translation>Refusé : retirer une politique</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>done by hand</source>
        <translation>fait à la main</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>accordé</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en file</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>second person</source>
        <translation>second regard</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>rétablie</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>d’origine</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>refused there</source>
        <translation>refusé là-bas</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>texte changé</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>pas fait</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not agreed</source>
        <translation>pas accordé</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>text replaced</source>
        <translation>texte remplacé</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>conditions met</source>
        <translation>conditions réunies</translation>
    </message>
    <message>
        <source>waived, with a reason</source>
        <translation>passé outre, avec une raison</translation>
    </message>
    <message>
        <source>started</source>
        <translation>commencé</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>activée</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacée</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>Damaged entry</source>
        <translation>Entrée abîmée</translation>
    </message>
    <message>
        <source>Undo refused: {action}</source>
        <translation>Annulation refusée : {action}</translation>
    </message>
    <message>
        <source>Refused: {action}</source>
        <translation>Refusé : {action}</translation>
    </message>
    <message>
        <source>Undo: {action}</source>
        <translation>Annuler : {action}</translation>
    </message>
    <message>
        <source>Second person: {action}</source>
        <translation>Second regard : {action}</translation>
    </message>
    <message>
        <source>Queued again: {action}</source>
        <translation>Remis en file : {action}</translation>
    </message>
    <message>
        <source>Category: {category}</source>
        <translation>Catégorie : {category}</translation>
    </message>
    <message>
        <source>Policy v{number} active</source>
        <translation>Politique v{number} active</translation>
    </message>
    <message>
        <source>Export, {form}</source>
        <translation>Export, {form}</translation>
    </message>
    <message>
        <source>Lead’s note</source>
        <translation>Note du lead</translation>
    </message>
    <message>
        <source>{category}, {severity}/5</source>
        <translation>{category}, {severity}/5</translation>
    </message>
    <message>
        <source>console</source>
        <translation>console</translation>
    </message>
    <message>
        <source>{what}, by the console</source>
        <translation>{what}, par la console</translation>
    </message>
    <message>
        <source>{what}, by {name}, {role}</source>
        <translation>{what}, par {name}, {role}</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>exposés des motifs</translation>
    </message>
    <message>
        <source>Confirmed by platform: {action}</source>
        <translation>Confirmé : {action}</translation>
    </message>
    <message>
        <source>Done by hand: {action}</source>
        <translation>Fait à la main : {action}</translation>
    </message>
    <message>
        <source>Refused by platform: {action}</source>
        <translation>Refusé par le site : {action}</translation>
    </message>
    <message>
        <source>Already gone: {action}</source>
        <translation>Déjà disparu : {action}</translation>
    </message>
    <message>
        <source>Not carried out: {action}</source>
        <translation>Pas exécuté : {action}</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>Vérification en cours</translation>
    </message>
    <message>
        <source>Being verified, {entries} read</source>
        <translation>Vérification en cours, {entries} lues</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Statement of reasons</source>
        <translation>Exposé des motifs</translation>
    </message>
    <message>
        <source>As it would be handed in under the DSA: made from the log, without a word of the comment.</source>
        <translation>Tel qu’il serait transmis au titre du DSA : tiré du journal, sans un mot du commentaire.</translation>
    </message>
</context>
<context>
    <name>AuditDetail</name>
    <message>
        <source>No entry chosen</source>
        <translation>Aucune entrée choisie</translation>
    </message>
    <message>
        <source>Entry {n}</source>
        <translation>Entrée {n}</translation>
    </message>
    <message>
        <source>text matches its hash</source>
        <translation>texte conforme à son empreinte</translation>
    </message>
    <message>
        <source>text does not match its hash</source>
        <translation>texte différent de son empreinte</translation>
    </message>
    <message>
        <source>The author has changed these words since; here are those of this entry.</source>
        <translation>L’auteur a changé ces mots depuis ; voici ceux de cette entrée.</translation>
    </message>
    <message>
        <source>Notes belong to comments; this entry is about none.</source>
        <translation>Une note se rattache à un commentaire ; cette entrée n’en concerne aucun.</translation>
    </message>
    <message>
        <source>This decision was undone already.</source>
        <translation>Cette décision a déjà été annulée.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the entry with its hashes</source>
        <translation>Copier l’entrée avec ses empreintes</translation>
    </message>
    <message>
        <source>Only this comment’s entries</source>
        <translation>Seulement ce commentaire</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Montrer les mots</translation>
    </message>
    <message>
        <source>From first seen to outcome</source>
        <translation>De la première vue à l’issue</translation>
    </message>
    <message>
        <source>What the entry says</source>
        <translation>Ce que dit l’entrée</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Erased. The entry still verifies.</source>
        <translation>Effacé. L’entrée se vérifie toujours.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Annuler…</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>Exposé…</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Choose one with J and K; Enter goes into it.</source>
        <translation>Choisissez-en une avec J et K ; Entrée l’ouvre.</translation>
    </message>
</context>
<context>
    <name>AuditHead</name>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Copy the anchor</source>
        <translation>Copier l’ancre</translation>
    </message>
    <message>
        <source>Verify the whole log again (V)</source>
        <translation>Revérifier tout le journal (V)</translation>
    </message>
    <message>
        <source>{broken} Seen by {name}, {day}: {reason}</source>
        <translation>{broken} Vu par {name}, {day} : {reason}</translation>
    </message>
    <message>
        <source>anchor {ends}</source>
        <translation>ancre {ends}</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Show all entries</source>
        <translation>Voir toutes les entrées</translation>
    </message>
    <message>
        <source>No entry for these filters</source>
        <translation>Aucune entrée pour ces filtres</translation>
    </message>
    <message>
        <source>The log holds more: take a filter away, or show all of it.</source>
        <translation>Le journal en contient d’autres : retirez un filtre, ou affichez tout.</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Le journal est vide</translation>
    </message>
    <message>
        <source>Decisions appear here as they are made.</source>
        <translation>Les décisions s’inscrivent ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>Comment {n}</source>
        <translation>Commentaire {n}</translation>
    </message>
    <message>
        <source>{entries} today</source>
        <translation>{entries} aujourd’hui</translation>
    </message>
    <message>
        <source>Anchor copied. Keep it outside this machine: paste it into a mail or a ticket.</source>
        <translation>Ancre copiée. Gardez-la hors de cette machine : collez-la dans un courriel ou un ticket.</translation>
    </message>
    <message>
        <source>JSON Lines, can be verified without Vigie</source>
        <translation>JSON Lines, vérifiable sans Vigie</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, pour tableur</translation>
    </message>
    <message>
        <source>Statements of reasons (DSA)</source>
        <translation>Exposés des motifs (DSA)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Exporter le journal d’audit</translation>
    </message>
    <message>
        <source>The export is being written.</source>
        <translation>L’export est en cours d’écriture.</translation>
    </message>
    <message>
        <source>{form}: {n} written to {file}</source>
        <translation>{form} : {n} dans {file}</translation>
    </message>
    <message>
        <source>{entries} written to {file}</source>
        <translation>{entries} dans {file}</translation>
    </message>
    <message>
        <source>{file} could not be written ({why}). The log itself is untouched. Choose another folder.</source>
        <translation>{file} n’a pas pu être écrit ({why}). Le journal est intact. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Note gardée.</translation>
    </message>
    <message>
        <source>Undone. The log keeps both entries.</source>
        <translation>Annulé. Le journal garde les deux entrées.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Récents d’abord</translation>
    </message>
    <message>
        <source>Entries of the audit log</source>
        <translation>Entrées du journal d’audit</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
</context>
<context>
    <name>Author</name>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
    <message>
        <source>Ladder, over {days}</source>
        <translation>Échelle, sur {days}</translation>
    </message>
    <message>
        <source>Reach not known here</source>
        <translation>Portée inconnue ici</translation>
    </message>
    <message>
        <source>Account since {month}</source>
        <translation>Compte créé en {month}</translation>
    </message>
    <message>
        <source>New account: {days}</source>
        <translation>Compte récent : {days}</translation>
    </message>
    <message>
        <source>Age of the account not known here</source>
        <translation>Âge du compte inconnu ici</translation>
    </message>
    <message>
        <source>First seen here {day}</source>
        <translation>Vu ici pour la première fois : {day}</translation>
    </message>
    <message>
        <source>{category}, {day}</source>
        <translation>{category}, {day}</translation>
    </message>
    <message>
        <source>{strike}: does not count</source>
        <translation>{strike} : ne compte pas</translation>
    </message>
    <message>
        <source>{strike}: no longer counts</source>
        <translation>{strike} : ne compte plus</translation>
    </message>
    <message>
        <source>{strike}: counts until {end}</source>
        <translation>{strike} : compte jusqu’au {end}</translation>
    </message>
    <message>
        <source>{line}, two people</source>
        <translation>{line}, à deux personnes</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>prochain pas</translation>
    </message>
</context>
<context>
    <name>AuthorPanel</name>
    <message>
        <source>Latest comments</source>
        <translation>Derniers commentaires</translation>
    </message>
    <message>
        <source>Notes on this author</source>
        <translation>Notes sur cet auteur</translation>
    </message>
    <message>
        <source>Strikes</source>
        <translation>Manquements</translation>
    </message>
    <message>
        <source>{day}: {text}. Open</source>
        <translation>{day} : {text}. Ouvrir</translation>
    </message>
</context>
<context>
    <name>AuthorTags</name>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Tag: VIP, journalist, or your own word</source>
        <translation>Étiquette : VIP, journaliste, ou votre mot</translation>
    </message>
    <message>
        <source>Tag for this author</source>
        <translation>Étiquette de cet auteur</translation>
    </message>
    <message>
        <source>Tag {tag}: take away</source>
        <translation>Étiquette {tag} : retirer</translation>
    </message>
    <message>
        <source>Take “{tag}” away</source>
        <translation>Retirer « {tag} »</translation>
    </message>
</context>
<context>
    <name>Automatic</name>
    <message>
        <source>It stays hidden, by your decision. Nothing is sent again. A violation counts as a strike.</source>
        <translation>Il reste masqué, sur votre décision. Rien n’est renvoyé. Une infraction compte comme un manquement.</translation>
    </message>
    <message>
        <source>It is shown again, and counts against the rule.</source>
        <translation>Il est réaffiché, et compte contre la règle.</translation>
    </message>
    <message>
        <source>· nobody has looked yet: leave it hidden, or show it again</source>
        <translation>· personne n’a encore regardé : laissez-le masqué, ou réaffichez-le</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>{action} {comments}?</source>
        <translation>{action} {comments} ?</translation>
    </message>
    <message>
        <source>at the pace of {platform}</source>
        <translation>au rythme de {platform}</translation>
    </message>
    <message>
        <source>strikes</source>
        <translation>manquement</translation>
    </message>
    <message>
        <source>stay, see below</source>
        <translation>resteront, voir plus bas</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>resteront</translation>
    </message>
    <message>
        <source>with no way back</source>
        <translation>sans retour possible</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passera</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>by hand, one page after the other</source>
        <translation>à la main, une page après l’autre</translation>
    </message>
    <message>
        <source>can be undone</source>
        <translation>s’annule</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>ne s’annule pas</translation>
    </message>
    <message>
        <source>undo on the site</source>
        <translation>s’annule sur le site</translation>
    </message>
    <message>
        <source>By {clause}.</source>
        <translation>D’après {clause}.</translation>
    </message>
    <message>
        <source>Held by {holder}</source>
        <translation>Réservés par {holder}</translation>
    </message>
    <message>
        <source>Open at another seat just now.</source>
        <translation>Ouverts en ce moment sur un autre poste.</translation>
    </message>
    <message>
        <source>Decided by a person already</source>
        <translation>Déjà décidés par une personne</translation>
    </message>
    <message>
        <source>A bulk decision contradicts nobody's decision.</source>
        <translation>Une décision groupée ne contredit celle de personne.</translation>
    </message>
    <message>
        <source>On their way already</source>
        <translation>Déjà en chemin</translation>
    </message>
    <message>
        <source>Our own words</source>
        <translation>Nos propres mots</translation>
    </message>
    <message>
        <source>Gone from the site</source>
        <translation>Disparu du site</translation>
    </message>
    <message>
        <source>No longer in this workspace</source>
        <translation>N’est plus dans cet espace de travail</translation>
    </message>
    <message>
        <source>The text was changed since the preview</source>
        <translation>Le texte a changé depuis l’aperçu</translation>
    </message>
    <message>
        <source>Held by somebody else</source>
        <translation>Réservé par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Decided by a person meanwhile</source>
        <translation>Décidé entre-temps par une personne</translation>
    </message>
    <message>
        <source>On its way already</source>
        <translation>Déjà en chemin</translation>
    </message>
    <message>
        <source>On its way just now: try again in a moment</source>
        <translation>Envoi en cours : réessayez dans un instant</translation>
    </message>
    <message>
        <source>The site has no way back</source>
        <translation>Le site ne permet pas de revenir en arrière</translation>
    </message>
    <message>
        <source>A person must first say whether it was done</source>
        <translation>Une personne doit d’abord dire si c’est fait</translation>
    </message>
    <message>
        <source>Decided by somebody whose decision only a reviewer takes back</source>
        <translation>Décidé par quelqu’un dont seul un relecteur annule la décision</translation>
    </message>
    <message>
        <source>Protected by the policy</source>
        <translation>Protégé par la politique</translation>
    </message>
    <message>
        <source>The ladder asks for other steps first</source>
        <translation>L’échelle demande d’autres pas avant</translation>
    </message>
    <message>
        <source>Your role may not do this</source>
        <translation>Votre rôle ne le permet pas</translation>
    </message>
    <message>
        <source>The site has no such action</source>
        <translation>Le site n’a pas cette action</translation>
    </message>
    <message>
        <source>The site allows it for our own comments alone</source>
        <translation>Le site ne le permet que pour nos propres commentaires</translation>
    </message>
    <message>
        <source>Refused by the policy ({code})</source>
        <translation>Refusé par la politique ({code})</translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation>{action} : {what}</translation>
    </message>
    <message>
        <source>{done}: {what}</source>
        <translation>{done} : {what}</translation>
    </message>
    <message>
        <source>Taken back: {comments}</source>
        <translation>Repris : {comments}</translation>
    </message>
    <message>
        <source>Stopped after {done} of {comments}</source>
        <translation>Arrêté après {done} sur {comments}</translation>
    </message>
    <message>
        <source>Paused after {done} of {comments}</source>
        <translation>En pause après {done} sur {comments}</translation>
    </message>
    <message>
        <source>{done} of {comments}</source>
        <translation>{done} sur {comments}</translation>
    </message>
    <message>
        <source>A bulk decision ({action}) was interrupted after {done} of {total}.</source>
        <translation>Une décision groupée ({action}) a été interrompue après {done} sur {total}.</translation>
    </message>
    <message>
        <source>One bulk decision at a time: this one still runs.</source>
        <translation>Une décision groupée à la fois : celle-ci n’est pas finie.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>En rester là</translation>
    </message>
    <message>
        <source>{marked} · Clear</source>
        <translation>{marked} · Effacer</translation>
    </message>
</context>
<context>
    <name>BulkCounted</name>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n coché</numerusform>
            <numerusform>%n cochés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys act on the %n marked</source>
        <translation>
            <numerusform>Les touches agissent sur le coché</numerusform>
            <numerusform>Les touches agissent sur les %n cochés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <comment>title</comment>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) decided</source>
        <translation>
            <numerusform>%n commentaire décidé</numerusform>
            <numerusform>%n commentaires décidés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>go, on %n channel(s)</source>
        <translation>
            <numerusform>partiront, sur %n canal</numerusform>
            <numerusform>partiront, sur %n canaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decided here alone, on %n channel(s)</source>
        <translation>
            <numerusform>décidés ici, sur %n canal</numerusform>
            <numerusform>décidés ici, sur %n canaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n comment(s) looked at</source>
        <translation>
            <numerusform>sur %n commentaire examiné</numerusform>
            <numerusform>sur %n commentaires examinés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a second person first</source>
        <translation>
            <numerusform>%n demande d’abord une seconde personne</numerusform>
            <numerusform>%n demandent d’abord une seconde personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) by hand, on the site</source>
        <translation>
            <numerusform>%n à la main, sur le site</numerusform>
            <numerusform>%n à la main, sur le site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more would go with a reason</source>
        <translation>
            <numerusform>%n de plus partirait avec un motif</numerusform>
            <numerusform>%n de plus partiraient avec un motif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>strike(s), for %n author(s)</source>
        <translation>
            <numerusform>manquements comptés, pour %n auteur</numerusform>
            <numerusform>manquements comptés, pour %n auteurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) of its budget</source>
        <translation>
            <numerusform>%n unité de son quota</numerusform>
            <numerusform>%n unités de son quota</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read before</source>
        <translation>
            <numerusform>%n à lire avant</numerusform>
            <numerusform>%n à lire avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that stay(s)</source>
        <translation>
            <numerusform>%n qui reste</numerusform>
            <numerusform>%n qui restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused when their turn came</source>
        <translation>
            <numerusform>%n refusé à son tour</numerusform>
            <numerusform>%n refusés à leur tour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are</source>
        <translation>
            <numerusform>%n laissé en l’état</numerusform>
            <numerusform>%n laissés en l’état</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n repris</numerusform>
            <numerusform>%n repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back</source>
        <translation>
            <numerusform>%n n’a pas pu être repris</numerusform>
            <numerusform>%n n’ont pas pu être repris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPage</name>
    <message>
        <source>One decision for many</source>
        <translation>Une décision pour plusieurs</translation>
    </message>
    <message>
        <source>Nothing has left yet</source>
        <translation>Rien n’est encore parti</translation>
    </message>
    <message>
        <source>One look, one decision, one reason. Each comment gets its own line in the log.</source>
        <translation>Une lecture, une décision, un motif. Chaque commentaire aura sa propre ligne au journal.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Ce qui partira</translation>
    </message>
    <message>
        <source>What stays as it is</source>
        <translation>Ce qui ne partira pas</translation>
    </message>
    <message>
        <source>Reason, the same for all</source>
        <translation>Motif, le même pour tous</translation>
    </message>
    <message>
        <source>Kept with each decision, outside the log</source>
        <translation>Gardé avec chaque décision, hors du journal</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Looking at what would happen…</source>
        <translation>Examen de ce qui se passerait…</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Pas encore examiné.</translation>
    </message>
    <message>
        <source>What is decided</source>
        <translation>Ce qui est décidé</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Rien ne partirait.</translation>
    </message>
    <message>
        <source>{action}, for good</source>
        <translation>{action}, définitivement</translation>
    </message>
    <message>
        <source>This cannot be taken back. Enter does it, Esc goes back.</source>
        <translation>Cela ne s’annule pas. Entrée le fait, Échap revient.</translation>
    </message>
    <message>
        <source>Enter does it, Esc goes back.</source>
        <translation>Entrée le fait, Échap revient.</translation>
    </message>
    <message>
        <source>{key} takes the whole batch back, even after it was sent</source>
        <translation>{key} annule tout le lot, même après envoi</translation>
    </message>
    <message>
        <source>{key} takes back what was not done yet; the rest is undone on the site, by hand</source>
        <translation>{key} reprend ce qui n’est pas encore fait ; le reste s’annule sur le site, à la main</translation>
    </message>
</context>
<context>
    <name>BulkRunPage</name>
    <message>
        <source>One decision for many</source>
        <translation>Une décision pour plusieurs</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Taking back: {done} of {total}</source>
        <translation>Reprise : {done} sur {total}</translation>
    </message>
    <message>
        <source>Undo all cancels what has not left yet, and takes back what was sent</source>
        <translation>Tout annuler retient ce qui n’est pas parti et reprend ce qui a été envoyé</translation>
    </message>
    <message>
        <source>What was sent has no way back</source>
        <translation>Ce qui a été envoyé ne s’annule pas</translation>
    </message>
    <message>
        <source>Could not be taken back</source>
        <translation>N’ont pas pu être repris</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stops after the present ones; what is done can be undone</source>
        <translation>S’arrête après ceux en cours ; ce qui est fait reste annulable</translation>
    </message>
</context>
<context>
    <name>BulkSamples</name>
    <message>
        <source>least alike first</source>
        <translation>les moins ressemblants d’abord</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Ce qui partira</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} sur {total}</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Two keys: the effect first</source>
        <extracomment>What H and B mean on a comment that is hidden, or an author who is blocked.</extracomment>
        <translation>Deux touches : l’effet d’abord</translation>
    </message>
    <message>
        <source>Leave hidden</source>
        <translation>Laisser masqué</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Réafficher</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>on “{post}”</source>
        <translation>sous « {post} »</translation>
    </message>
    <message>
        <source>resumes {time}</source>
        <translation>reprise {time}</translation>
    </message>
    <message>
        <source>keep, no reply</source>
        <translation>garder, sans répondre</translation>
    </message>
    <message>
        <source>Proposed: {actions}</source>
        <translation>Proposé : {actions}</translation>
    </message>
    <message>
        <source>masked · {key} to read</source>
        <translation>masqué · {key} pour lire</translation>
    </message>
    <message>
        <source>{alike}, {authors}</source>
        <translation>{alike}, {authors}</translation>
    </message>
    <message>
        <source>{category}, severity {severity} of 5</source>
        <translation>{category}, gravité {severity} sur 5</translation>
    </message>
    <message>
        <source>{head}, due in {span}</source>
        <translation>{head}, à décider dans {span}</translation>
    </message>
    <message>
        <source>{author} on {platform}</source>
        <translation>{author} sur {platform}</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>{head}, {who}: {text}</source>
        <translation>{head}, {who} : {text}</translation>
    </message>
</context>
<context>
    <name>ChannelAdd</name>
    <message>
        <source>The answer of the server is awaited.</source>
        <translation>La réponse du serveur est attendue.</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>What this account can do from here</source>
        <translation>Ce que ce compte permet d’ici</translation>
    </message>
    <message>
        <source>Nothing is posted while you connect.</source>
        <translation>Rien n’est publié pendant la connexion.</translation>
    </message>
    <message>
        <source>The sign-in was stopped.</source>
        <translation>La connexion a été arrêtée.</translation>
    </message>
    <message>
        <source>No channel was added.</source>
        <translation>Aucun canal n’a été ajouté.</translation>
    </message>
    <message>
        <source>Your account: {platform}</source>
        <translation>Votre compte : {platform}</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Ce qui arrive</translation>
    </message>
    <message>
        <source>Nothing is stored before the sign-in was tested and you have added the channel.</source>
        <translation>Rien n’est gardé avant que la connexion soit testée et le canal ajouté par vous.</translation>
    </message>
    <message>
        <source>The sign-in was accepted just now. The queue shows only what works.</source>
        <translation>La connexion vient d’être acceptée. La file ne montre que ce qui fonctionne.</translation>
    </message>
    <message>
        <source>The first pull begins as soon as the channel is added. What is watched can be changed later.</source>
        <translation>La première relève commence dès que le canal est ajouté. Ce qui est surveillé se modifie plus tard.</translation>
    </message>
    <message>
        <source>The first pull begins as soon as the channel is added.</source>
        <translation>La première relève commence dès que le canal est ajouté.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Ce qu’il permet</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>ChannelDetails</name>
    <message>
        <source>The last pull had remarks</source>
        <translation>Remarques de la dernière relève</translation>
    </message>
    <message>
        <source>Pulled every</source>
        <translation>Une relève toutes les</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Watched besides the comments under your posts</source>
        <translation>Surveillé en plus des commentaires sous vos publications</translation>
    </message>
</context>
<context>
    <name>ChannelImport</name>
    <message>
        <source>Choose an export</source>
        <translation>Choisir un export</translation>
    </message>
    <message>
        <source>Exports (*.csv *.tsv *.txt *.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>Exports (*.csv *.tsv *.txt *.jsonl *.ndjson *.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Say below which column holds the text, or choose another file.</source>
        <translation>Dites ci-dessous quelle colonne contient le texte, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>There is no plan to follow yet.</source>
        <translation>Il n’y a pas encore de plan à suivre.</translation>
    </message>
    <message>
        <source>Columns that are not read: {columns}</source>
        <translation>Colonnes non lues : {columns}</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>aucune colonne</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lue</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The first lines as they would be imported</source>
        <translation>Les premières lignes telles qu’elles seraient importées</translation>
    </message>
    <message>
        <source>A name has letters, and no colon.</source>
        <translation>Un nom a des lettres, et pas de deux-points.</translation>
    </message>
    <message>
        <source>{lines} read</source>
        <translation>{lines} lues</translation>
    </message>
    <message>
        <source>{n} of them rejected so far. You can go on working: comments appear in the queue as they come.</source>
        <translation>{n} rejetées jusqu’ici. Vous pouvez continuer : les commentaires paraissent dans la file au fur et à mesure.</translation>
    </message>
    <message>
        <source>{lines} read, {new} new</source>
        <translation>{lines} lues, {new} nouvelles</translation>
    </message>
    <message>
        <source>{updated} changed, {unchanged} known already, {rejected} rejected.</source>
        <translation>{updated} changées, {unchanged} déjà connues, {rejected} rejetées.</translation>
    </message>
    <message>
        <source>Stopped: what was read before stays; import the file again to go on.</source>
        <translation>Arrêté : ce qui a été lu reste ; importez à nouveau le fichier pour continuer.</translation>
    </message>
    <message>
        <source>Rejected lines, with the reason</source>
        <translation>Lignes rejetées, avec le motif</translation>
    </message>
    <message>
        <source>{head}; {n} more</source>
        <translation>{head} ; {n} de plus</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>How {file} would be read</source>
        <translation>Comment {file} serait lu</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Lecture de {file}</translation>
    </message>
    <message>
        <source>{file} was read</source>
        <translation>{file} a été lu</translation>
    </message>
    <message>
        <source>{form}, {size}, {encoding}. Nothing has been read in yet. Importing a file twice adds nothing.</source>
        <translation>{form}, {size}, {encoding}. Rien n’est encore importé. Importer deux fois un fichier n’ajoute rien.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>The name under which these comments stand</source>
        <translation>Le nom sous lequel ces commentaires figurent</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Wrong accents in the preview? Try another</source>
        <translation>Accents faux dans l’aperçu ? Essayez-en un autre</translation>
    </message>
    <message>
        <source>Column with the text</source>
        <translation>Colonne du texte</translation>
    </message>
    <message>
        <source>Column with the author</source>
        <translation>Colonne de l’auteur</translation>
    </message>
    <message>
        <source>Column with the date</source>
        <translation>Colonne de la date</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Choisir un autre fichier</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importer un autre fichier</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>To the channels</source>
        <translation>Vers les canaux</translation>
    </message>
</context>
<context>
    <name>ChannelPage</name>
    <message>
        <source>Import a newer file</source>
        <translation>Importer un fichier plus récent</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>Relever maintenant</translation>
    </message>
    <message>
        <source>This needs a lead.</source>
        <translation>Il faut un lead.</translation>
    </message>
    <message>
        <source>It is paused. Resume it first.</source>
        <translation>Il est en pause. Reprenez-le d’abord.</translation>
    </message>
    <message>
        <source>Your role only reads.</source>
        <translation>Votre rôle permet seulement de lire.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Its password or token is deleted from the keyring.</source>
        <translation>Son mot de passe ou son jeton est effacé du trousseau.</translation>
    </message>
    <message>
        <source>Its comments, decisions and the log stay.</source>
        <translation>Ses commentaires, les décisions et le journal restent.</translation>
    </message>
    <message>
        <source>What each action does there</source>
        <translation>Ce que fait chaque action là-bas</translation>
    </message>
    <message>
        <source>From what is known of the platform; each comment may allow less.</source>
        <translation>D’après ce qu’on sait de la plateforme ; chaque commentaire peut permettre moins.</translation>
    </message>
</context>
<context>
    <name>ChannelScope</name>
    <message>
        <source>All that the platform gives</source>
        <translation>Tout ce que la plateforme donne</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Jusqu’où remonter</translation>
    </message>
    <message>
        <source>The first import. The clock of older comments starts when they come in.</source>
        <translation>Pour le premier import. Le délai des commentaires plus anciens court dès leur arrivée.</translation>
    </message>
    <message>
        <source>What else to watch</source>
        <translation>Ce qu’il faut surveiller en plus</translation>
    </message>
    <message>
        <source>What is found comes into the queue as a mention, not as a comment under your posts.</source>
        <translation>Ce qui est trouvé entre dans la file comme mention, non comme commentaire sous vos publications.</translation>
    </message>
    <message>
        <source>Add this channel</source>
        <translation>Ajouter ce canal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>undo deletes our reply</source>
        <extracomment>The end of a sign-in is counted down from so many days before, and a warning from so many.</extracomment>
        <translation>annuler supprime notre réponse</translation>
    </message>
    <message>
        <source>behind “hidden replies” of our own posts, 300 a thread</source>
        <translation>derrière « réponses masquées » de nos publications, 300 par fil</translation>
    </message>
    <message>
        <source>back into our thread</source>
        <translation>de retour dans notre fil</translation>
    </message>
    <message>
        <source>our own posts and replies, for good</source>
        <translation>nos publications et réponses, définitivement</translation>
    </message>
    <message>
        <source>to the moderation service; it cannot be taken back</source>
        <translation>au service de modération ; sans retour</translation>
    </message>
    <message>
        <source>anyone can see who we block</source>
        <translation>chacun peut voir qui nous bloquons</translation>
    </message>
    <message>
        <source>as public as the comment; undo deletes our reply</source>
        <translation>aussi publique que le commentaire ; annuler supprime notre réponse</translation>
    </message>
    <message>
        <source>to the moderators of your instance</source>
        <translation>à la modération de votre instance</translation>
    </message>
    <message>
        <source>also ends following each other</source>
        <translation>met aussi fin aux abonnements entre les comptes</translation>
    </message>
    <message>
        <source>removes our block</source>
        <translation>retire notre blocage</translation>
    </message>
    <message>
        <source>only we no longer see them; nobody is told</source>
        <translation>nous seuls ne les voyons plus ; personne n’est prévenu</translation>
    </message>
    <message>
        <source>we see them again</source>
        <translation>nous les voyons à nouveau</translation>
    </message>
    <message>
        <source>as staff: limited for everybody on the instance</source>
        <translation>modération : limité pour toute l’instance</translation>
    </message>
    <message>
        <source>as staff: the limit is lifted for everybody</source>
        <translation>modération : la limite est levée pour tous</translation>
    </message>
    <message>
        <source>as staff: suspended for everybody; its follows do not come back</source>
        <translation>modération : suspendu pour tous ; ses abonnements ne reviennent pas</translation>
    </message>
    <message>
        <source>as staff: the suspension is lifted for everybody</source>
        <translation>modération : la suspension est levée pour tous</translation>
    </message>
    <message>
        <source>public, in our name</source>
        <translation>public, en notre nom</translation>
    </message>
    <message>
        <source>takes our like away</source>
        <translation>retire notre j’aime</translation>
    </message>
    <message>
        <source>Mastodon hides no replies of others</source>
        <translation>Mastodon ne masque pas les réponses des autres</translation>
    </message>
    <message>
        <source>This is not the account you named. The browser may be signed in as somebody else: sign out there first.</source>
        <translation>Ce n’est pas le compte que vous avez nommé. Le navigateur est peut-être connecté à un autre : déconnectez-le d’abord.</translation>
    </message>
    <message>
        <source>The instance does not say what this token may do: an action may still be refused.</source>
        <translation>L’instance ne dit pas ce que ce jeton permet : une action peut encore être refusée.</translation>
    </message>
    <message>
        <source>This token may not read accounts, notifications and posts: nothing can be pulled. Make one that may.</source>
        <translation>Ce jeton ne permet pas de lire comptes, notifications et messages : rien ne peut être relevé. Créez-en un qui le permet.</translation>
    </message>
    <message>
        <source>This token may also moderate the instance. That is used only where the channel acts as its staff.</source>
        <translation>Ce jeton permet aussi de modérer l’instance. Cela ne sert que si le canal agit au titre de sa modération.</translation>
    </message>
    <message>
        <source>stays on this machine</source>
        <translation>reste sur cette machine</translation>
    </message>
    <message>
        <source>gone until the practice network is reset</source>
        <translation>disparu jusqu’à la remise à zéro</translation>
    </message>
    <message>
        <source>nobody receives it</source>
        <translation>personne ne le reçoit</translation>
    </message>
    <message>
        <source>an invented author</source>
        <translation>un auteur inventé</translation>
    </message>
    <message>
        <source>Vigie opens the page and asks whether it was done</source>
        <translation>Vigie ouvre la page et demande si c’est fait</translation>
    </message>
    <message>
        <source>This is the account’s main password. Make an app password instead: it can be taken back alone.</source>
        <translation>C’est le mot de passe principal du compte. Préférez un mot de passe d’application : il se révoque seul.</translation>
    </message>
    <message>
        <source>The account is not active: it may be read, but not act.</source>
        <translation>Le compte n’est pas actif : on peut le lire, pas agir.</translation>
    </message>
    <message>
        <source>The sign-in works, but the server’s views do not answer: nothing can be pulled for now.</source>
        <translation>La connexion fonctionne, mais les vues du serveur ne répondent pas : rien ne peut être relevé pour l’instant.</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Réseau d’entraînement</translation>
    </message>
    <message>
        <source>Imported file</source>
        <translation>Fichier importé</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Nothing is pulled and nothing is sent until you resume it.</source>
        <translation>Rien n’est relevé ni envoyé tant que vous ne le reprenez pas.</translation>
    </message>
    <message>
        <source>Imported, nothing to pull</source>
        <translation>Importé, rien à relever</translation>
    </message>
    <message>
        <source>Import the file again to bring in what is new: nothing comes in twice.</source>
        <translation>Importez à nouveau le fichier pour ajouter le neuf : rien n’entre deux fois.</translation>
    </message>
    <message>
        <source>Waits for the site until {time}</source>
        <translation>Attend le site jusqu’à {time}</translation>
    </message>
    <message>
        <source>Waits for the site</source>
        <translation>Attend le site</translation>
    </message>
    <message>
        <source>It goes on by itself. Other channels run.</source>
        <translation>Cela reprend seul. Les autres canaux tournent.</translation>
    </message>
    <message>
        <source>Since then nothing comes in. This is not the same as calm. Add the channel again with a new password or token.</source>
        <translation>Depuis, rien n’arrive. Ce n’est pas le calme pour autant. Ajoutez le canal à nouveau avec un nouveau mot de passe ou jeton.</translation>
    </message>
    <message>
        <source>Wants a new sign-in</source>
        <translation>Demande une nouvelle connexion</translation>
    </message>
    <message>
        <source>Tried again at {time}.</source>
        <translation>Nouvel essai à {time}.</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Not pulled yet</source>
        <translation>Pas encore relevé</translation>
    </message>
    <message>
        <source>Up to date, with a remark</source>
        <translation>À jour, avec une remarque</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>{n} % of the budget left</source>
        <translation>{n} % du budget restent</translation>
    </message>
    <message>
        <source>{spent} $ of {most} $ spent</source>
        <translation>{spent} $ dépensés sur {most} $</translation>
    </message>
    <message>
        <source>{n} requests so far</source>
        <translation>{n} requêtes jusqu’ici</translation>
    </message>
    <message>
        <source>{left} of {limit} {unit} left</source>
        <translation>Restent {left} {unit} sur {limit}</translation>
    </message>
    <message>
        <source>, renewed {moment}</source>
        <translation>, renouvelé {moment}</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>units</source>
        <translation>unités</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>D’ici</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>Sur le site</translation>
    </message>
    <message>
        <source>Our own only</source>
        <translation>Les nôtres seulement</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>Lacks: {permission}</source>
        <translation>Manque : {permission}</translation>
    </message>
    <message>
        <source>The sign-in has ended: connect the channel again.</source>
        <translation>La connexion a pris fin : connectez le canal à nouveau.</translation>
    </message>
    <message>
        <source>The sign-in holds until {day}</source>
        <translation>La connexion est valable jusqu’au {day}</translation>
    </message>
    <message>
        <source>The sign-in ends today at {time}</source>
        <translation>La connexion prend fin aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>Connect the channel again before: nothing comes in after that.</source>
        <translation>Connectez le canal à nouveau d’ici là : ensuite, plus rien n’arrive.</translation>
    </message>
    <message>
        <source>undo on the site</source>
        <translation>s’annule sur le site</translation>
    </message>
    <message>
        <source>can be undone</source>
        <translation>s’annule</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>ne s’annule pas</translation>
    </message>
    <message>
        <source>Followers of authors</source>
        <translation>Abonnés des auteurs</translation>
    </message>
    <message>
        <source>they are not read, so nothing can be sorted by reach</source>
        <translation>ils ne sont pas lus : rien ne peut être trié par portée</translation>
    </message>
    <message>
        <source>{units} for up to {count}</source>
        <translation>{units} pour {count} au plus</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>On {platform} this means</source>
        <translation>Sur {platform}, cela veut dire</translation>
    </message>
    <message>
        <source>Newest comment {newest}</source>
        <translation>Dernier commentaire {newest}</translation>
    </message>
    <message>
        <source>Last pull {last} · next {next} · newest comment {newest}</source>
        <translation>Dernière relève {last} · prochaine {next} · dernier commentaire {newest}</translation>
    </message>
    <message>
        <source>undo moves our reply to the trash</source>
        <translation>annuler met notre réponse à la corbeille</translation>
    </message>
    <message>
        <source>it waits for approval again, nobody sees it</source>
        <translation>il attend de nouveau une validation, personne ne le voit</translation>
    </message>
    <message>
        <source>approved: it stands on the site</source>
        <translation>approuvé : il paraît sur le site</translation>
    </message>
    <message>
        <source>to the trash, usually kept for 30 days</source>
        <translation>à la corbeille, gardée 30 jours le plus souvent</translation>
    </message>
    <message>
        <source>marked as spam, out of sight</source>
        <translation>marqué indésirable, hors de vue</translation>
    </message>
    <message>
        <source>in the site’s Discussion settings, by name or e-mail</source>
        <translation>dans les réglages Discussion du site, par nom ou e-mail</translation>
    </message>
    <message>
        <source>in the site’s Discussion settings</source>
        <translation>dans les réglages Discussion du site</translation>
    </message>
    <message>
        <source>WordPress knows no muting</source>
        <translation>WordPress ne connaît pas la sourdine</translation>
    </message>
    <message>
        <source>WordPress knows no likes</source>
        <translation>WordPress ne connaît pas les J’aime</translation>
    </message>
    <message>
        <source>behind a notice; its author is told</source>
        <translation>derrière un avis ; son auteur est informé</translation>
    </message>
    <message>
        <source>shown again; a waiting post is published</source>
        <translation>de nouveau affiché ; un message en attente est publié</translation>
    </message>
    <message>
        <source>moderators still see it and can bring it back</source>
        <translation>les modérateurs le voient encore et peuvent le rétablir</translation>
    </message>
    <message>
        <source>a flag for the forum’s moderators</source>
        <translation>un signalement aux modérateurs du forum</translation>
    </message>
    <message>
        <source>silenced for some weeks: reading, not writing</source>
        <translation>au silence quelques semaines : il lit sans écrire</translation>
    </message>
    <message>
        <source>the author can write again</source>
        <translation>l’auteur peut de nouveau écrire</translation>
    </message>
    <message>
        <source>only for one reader alone: block instead</source>
        <translation>pour un seul lecteur : bloquez plutôt</translation>
    </message>
    <message>
        <source>The site hides its users from programs: which comments are our own cannot be told.</source>
        <translation>Le site cache ses utilisateurs aux programmes : on ne peut pas dire quels commentaires sont les nôtres.</translation>
    </message>
    <message>
        <source>The key may not ask who it acts for: what it can do shows when it is tried.</source>
        <translation>La clé ne peut pas demander pour qui elle agit : on verra à l’essai ce qu’elle peut faire.</translation>
    </message>
    <message>
        <source>The key’s user is no moderator: it can read, reply, like and flag.</source>
        <translation>L’utilisateur de la clé n’est pas modérateur : il peut lire, répondre, aimer et signaler.</translation>
    </message>
    <message>
        <source>This account may reply, but not moderate: comments cannot be pulled. An editor can do both.</source>
        <translation>Ce compte peut répondre mais pas modérer : les commentaires ne peuvent pas être relevés. Un éditeur peut les deux.</translation>
    </message>
    <message>
        <source>in the thread; undo deletes our reply</source>
        <translation>dans le fil ; annuler supprime notre réponse</translation>
    </message>
    <message>
        <source>held for review, out of the public’s sight</source>
        <translation>en attente d’examen, hors de la vue du public</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>rejected with its replies, for good</source>
        <translation>rejeté avec ses réponses, définitivement</translation>
    </message>
    <message>
        <source>with the flag beside the comment</source>
        <translation>avec le drapeau près du commentaire</translation>
    </message>
    <message>
        <source>rejects the comment and all to come; lifted in Studio</source>
        <translation>rejette ce commentaire et les suivants ; se lève dans Studio</translation>
    </message>
    <message>
        <source>in YouTube Studio, under Hidden users</source>
        <translation>dans YouTube Studio, sous Utilisateurs masqués</translation>
    </message>
    <message>
        <source>programs cannot like comments</source>
        <translation>les programmes ne peuvent pas aimer un commentaire</translation>
    </message>
    <message>
        <source>YouTube has no mute</source>
        <translation>YouTube n’a pas de mise en sourdine</translation>
    </message>
    <message>
        <source>YouTube does not say whose sign-in this is: comments come in, which of them are our own is told by the channel.</source>
        <translation>YouTube ne dit pas à qui est cette connexion : les commentaires arrivent, et la chaîne dit lesquels sont les nôtres.</translation>
    </message>
    <message>
        <source>This sign-in is for another channel: its public comments come in, but they cannot be moderated. Sign in again and choose the right one.</source>
        <translation>Cette connexion est pour une autre chaîne : ses commentaires publics arrivent, mais ne peuvent pas être modérés. Reconnectez-vous et choisissez la bonne.</translation>
    </message>
    <message>
        <source>in the Page’s name; undo deletes it</source>
        <translation>au nom de la Page ; annuler la supprime</translation>
    </message>
    <message>
        <source>the author and friends still see it</source>
        <translation>l’auteur et ses amis le voient encore</translation>
    </message>
    <message>
        <source>everybody sees it again</source>
        <translation>tout le monde le voit à nouveau</translation>
    </message>
    <message>
        <source>with its replies, for good</source>
        <translation>avec ses réponses, pour de bon</translation>
    </message>
    <message>
        <source>in the menu beside the comment</source>
        <translation>dans le menu à côté du commentaire</translation>
    </message>
    <message>
        <source>blocked from the Page</source>
        <translation>bloqué pour la Page</translation>
    </message>
    <message>
        <source>removes the block</source>
        <translation>lève le blocage</translation>
    </message>
    <message>
        <source>Pages have no mute</source>
        <translation>les Pages n’ont pas de sourdine</translation>
    </message>
    <message>
        <source>public, in the Page’s name</source>
        <translation>public, au nom de la Page</translation>
    </message>
    <message>
        <source>takes the Page’s like away</source>
        <translation>retire la mention J’aime de la Page</translation>
    </message>
    <message>
        <source>under the first comment of the thread; undo deletes it</source>
        <translation>sous le premier commentaire du fil ; annuler la supprime</translation>
    </message>
    <message>
        <source>with its replies; the author still sees it</source>
        <translation>avec ses réponses ; l’auteur le voit encore</translation>
    </message>
    <message>
        <source>in the app, in the comment’s menu</source>
        <translation>dans l’application, dans le menu du commentaire</translation>
    </message>
    <message>
        <source>restrict or block on the author’s profile</source>
        <translation>restreindre ou bloquer sur le profil de l’auteur</translation>
    </message>
    <message>
        <source>on the author’s profile</source>
        <translation>sur le profil de l’auteur</translation>
    </message>
    <message>
        <source>no mute for comments</source>
        <translation>pas de sourdine pour les commentaires</translation>
    </message>
    <message>
        <source>public; with the sign-in by Facebook only</source>
        <translation>public ; seulement avec la connexion par Facebook</translation>
    </message>
    <message>
        <source>with the sign-in by Facebook only</source>
        <translation>seulement avec la connexion par Facebook</translation>
    </message>
    <message>
        <source>1,000 a day; undo deletes it</source>
        <translation>1 000 par jour ; annuler la supprime</translation>
    </message>
    <message>
        <source>direct replies to our posts, with all below</source>
        <translation>réponses directes à nos publications, avec tout ce qui suit</translation>
    </message>
    <message>
        <source>with all below it</source>
        <translation>avec tout ce qui suit</translation>
    </message>
    <message>
        <source>our own only, for good; 100 a day</source>
        <translation>les nôtres seulement, pour de bon ; 100 par jour</translation>
    </message>
    <message>
        <source>in the menu beside the post</source>
        <translation>dans le menu à côté de la publication</translation>
    </message>
    <message>
        <source>The platform does not say whose token this is; what was typed is used.</source>
        <translation>La plateforme ne dit pas à qui est ce jeton ; ce qui a été saisi est utilisé.</translation>
    </message>
    <message>
        <source>The platform does not say what this token may do: an action may be refused when it is carried out.</source>
        <translation>La plateforme ne dit pas ce que ce jeton peut faire : une action peut être refusée au moment d’être faite.</translation>
    </message>
    <message>
        <source>The platform gives no token of the Page’s own: authors may be missing, and actions may fail.</source>
        <translation>La plateforme ne donne pas le jeton propre à la Page : des auteurs peuvent manquer et des actions échouer.</translation>
    </message>
    <message>
        <source>The token lacks pages_read_engagement or pages_read_user_content: comments or their authors will be missing.</source>
        <translation>Il manque au jeton pages_read_engagement ou pages_read_user_content : des commentaires ou leurs auteurs manqueront.</translation>
    </message>
    <message>
        <source>The token lacks a permission for reading comments: they, or their authors, will be missing.</source>
        <translation>Il manque au jeton une autorisation de lire les commentaires : eux, ou leurs auteurs, manqueront.</translation>
    </message>
    <message>
        <source>The token lacks threads_read_replies: replies will be missing.</source>
        <translation>Il manque au jeton threads_read_replies : des réponses manqueront.</translation>
    </message>
    <message>
        <source>to whoever called or quoted us, else on the page; undo deletes it</source>
        <translation>à qui nous a mentionnés ou cités, sinon sur la page ; annuler la supprime</translation>
    </message>
    <message>
        <source>behind “hidden replies”, in conversations that we began</source>
        <translation>derrière « réponses masquées », dans les conversations que nous avons ouvertes</translation>
    </message>
    <message>
        <source>back into the conversation</source>
        <translation>de retour dans la conversation</translation>
    </message>
    <message>
        <source>with the menu beside the post</source>
        <translation>avec le menu à côté de la publication</translation>
    </message>
    <message>
        <source>X lets programs like nothing</source>
        <translation>X ne laisse les programmes rien aimer</translation>
    </message>
    <message>
        <source>X does not say whose sign-in this is: some comments may stand as mentions.</source>
        <translation>X ne dit pas de qui est cette connexion : des commentaires peuvent figurer comme mentions.</translation>
    </message>
    <message>
        <source>This account’s posts are protected: what is said there is not public.</source>
        <translation>Les publications de ce compte sont protégées : ce qui s’y dit n’est pas public.</translation>
    </message>
    <message>
        <source>This token ends within two hours and cannot be renewed. Sign in through the browser to stay connected.</source>
        <translation>Ce jeton prend fin dans moins de deux heures et ne peut pas être renouvelé. Connectez-vous par le navigateur pour rester connecté.</translation>
    </message>
    <message>
        <source>{name} is connected. There was nothing to bring in yet.</source>
        <translation>{name} est connecté. Il n’y avait encore rien à faire venir.</translation>
    </message>
    <message>
        <source>New comments come in by themselves, into the inbox.</source>
        <translation>Les nouveaux commentaires arrivent d’eux-mêmes dans « Tout à traiter ».</translation>
    </message>
    <message>
        <source>They wait in the inbox, the most urgent first. New ones come in by themselves.</source>
        <translation>Ils attendent dans « Tout à traiter », les plus urgents d’abord. Les nouveaux arrivent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Ouvrir « Tout à traiter »</translation>
    </message>
    <message>
        <source>How far the erasing is</source>
        <translation>Avancement de l’effacement</translation>
    </message>
    <message>
        <source>{name} was erased. The log keeps its entries.</source>
        <translation>{name} est effacé. Le journal garde ses entrées.</translation>
    </message>
    <message>
        <source>Erasing {name}</source>
        <translation>Effacement de {name}</translation>
    </message>
    <message>
        <source>You can go on working. What is left goes on with the next start.</source>
        <translation>Vous pouvez continuer à travailler. Le reste se poursuit au prochain démarrage.</translation>
    </message>
    <message>
        <source>{name} was erased</source>
        <translation>{name} est effacé</translation>
    </message>
    <message>
        <source>The log keeps its entries, without words or names.</source>
        <translation>Le journal garde ses entrées, sans mots ni noms.</translation>
    </message>
    <message>
        <source>The file is free of remains once all windows on it are closed.</source>
        <translation>Le fichier sera sans restes quand toutes ses fenêtres seront fermées.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Removed channels whose comments are still here</source>
        <translation>Canaux retirés dont les commentaires sont encore ici</translation>
    </message>
    <message>
        <source>Erase {name}…</source>
        <translation>Effacer {name}…</translation>
    </message>
    <message>
        <source>{name} was removed. What was pulled from it is being erased; you can go on working.</source>
        <translation>{name} est retiré. Ce qui en a été relevé est en train d’être effacé ; vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>{name} was removed, but the keyring did not answer: delete its password there yourself.</source>
        <translation>{name} est retiré, mais le trousseau n’a pas répondu : supprimez-y son mot de passe vous-même.</translation>
    </message>
    <message>
        <source>The file is being rewritten. What you decide meanwhile is kept a moment later.</source>
        <translation>Le fichier est en cours de réécriture. Ce que vous décidez entre-temps est enregistré un instant plus tard.</translation>
    </message>
    <message>
        <source>The comments are gone. The search is being rewritten.</source>
        <translation>Les commentaires sont partis. La recherche est en cours de réécriture.</translation>
    </message>
    <message>
        <source>Erase what was pulled from it, too</source>
        <translation>Effacer aussi ce qui en a été relevé</translation>
    </message>
    <message>
        <source>Comments, authors, posts, notes, words kept with decisions. No way back.</source>
        <translation>Commentaires, auteurs, publications, notes, mots gardés avec des décisions. Sans retour.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Remove the channel</source>
        <translation>Retirer le canal</translation>
    </message>
    <message>
        <source>Erase what is left of {name}?</source>
        <translation>Effacer ce qui reste de {name} ?</translation>
    </message>
    <message>
        <source>Remove {name} and erase what was pulled from it?</source>
        <translation>Retirer {name} et effacer ce qui en a été relevé ?</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Counting what would be erased…</source>
        <translation>Décompte de ce qui serait effacé…</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Remove and erase</source>
        <translation>Retirer et effacer</translation>
    </message>
    <message>
        <source>It is being counted.</source>
        <translation>Le décompte est en cours.</translation>
    </message>
    <message>
        <source>An action is being sent this moment. Try again in a minute.</source>
        <translation>Une action est en train de partir. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Decided actions would be lost. Agree to it above, or keep the channel.</source>
        <translation>Des actions décidées seraient perdues. Acceptez-le ci-dessus, ou gardez le canal.</translation>
    </message>
    <message>
        <source>Nothing is left of it but the channel itself.</source>
        <translation>Il n’en reste rien que le canal lui-même.</translation>
    </message>
    <message>
        <source>Goes for good: {parts}.</source>
        <translation>Part pour toujours : {parts}.</translation>
    </message>
    <message>
        <source>Stays, without words or names: {parts}.</source>
        <translation>Reste, sans mots ni noms : {parts}.</translation>
    </message>
    <message>
        <source>The audit log stays.</source>
        <translation>Le journal d’audit reste.</translation>
    </message>
    <message>
        <source>Authors who wrote in another channel stay.</source>
        <translation>Les auteurs qui ont écrit dans un autre canal restent.</translation>
    </message>
    <message>
        <source>These files beside the workspace still hold it: {files}.</source>
        <translation>Ces fichiers à côté de l’espace le contiennent encore : {files}.</translation>
    </message>
</context>
<context>
    <name>ChannelsView</name>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Réseau d’entraînement</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Pas encore de canal</translation>
    </message>
    <message>
        <source>Connect one, import a file, or try the practice network.</source>
        <translation>Connectez-en un, importez un fichier, ou essayez le réseau d’entraînement.</translation>
    </message>
    <message>
        <source>{name} was added. Its comments come in now.</source>
        <translation>{name} est ajouté. Ses commentaires arrivent.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Asking {name} for new comments.</source>
        <translation>On demande à {name} ce qui est nouveau.</translation>
    </message>
    <message>
        <source>{name} is pulled every {span}.</source>
        <translation>{name} : une relève toutes les {span}.</translation>
    </message>
    <message>
        <source>{name} was removed. Its comments and the log stay.</source>
        <translation>{name} est retiré. Ses commentaires et le journal restent.</translation>
    </message>
    <message>
        <source>{name} was removed, but the keyring did not answer: delete its password there yourself.</source>
        <translation>{name} est retiré, mais le trousseau n’a pas répondu : effacez-y vous-même son mot de passe.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last pull</source>
        <translation>Dernière relève</translation>
    </message>
    <message>
        <source>Newest comment</source>
        <translation>Dernier commentaire</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Next pull</source>
        <translation>Prochaine</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Ajouter un canal</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Your hold ended: ten minutes without a key.</source>
        <translation>Votre réservation a pris fin : dix minutes sans une touche.</translation>
    </message>
    <message>
        <source>{name} took it over.</source>
        <translation>{name} l’a repris.</translation>
    </message>
    <message>
        <source>Your hold ended. {name} has it.</source>
        <translation>Votre réservation a pris fin. {name} s’en occupe.</translation>
    </message>
</context>
<context>
    <name>Classifier</name>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Vérification du fichier</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Extraction</translation>
    </message>
    <message>
        <source>Loading the checkpoint</source>
        <translation>Chargement du checkpoint</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>Compressing to 8 bits</source>
        <translation>Compression à 8 bits</translation>
    </message>
    <message>
        <source>Comparing with the original</source>
        <translation>Comparaison avec l’original</translation>
    </message>
    <message>
        <source>Keeping the original</source>
        <translation>L’original est gardé</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>toxicity</source>
        <translation>toxicité</translation>
    </message>
    <message>
        <source>severe toxicity</source>
        <translation>toxicité grave</translation>
    </message>
    <message>
        <source>attack on an identity</source>
        <translation>attaque d’une identité</translation>
    </message>
    <message>
        <source>sexually explicit</source>
        <translation>sexuellement explicite</translation>
    </message>
    <message>
        <source>It would not get better by it. The engine stays as it is.</source>
        <translation>Rien n’y gagnerait. Le moteur reste tel quel.</translation>
    </message>
    <message>
        <source>The gain may be chance. More decisions will tell.</source>
        <translation>Le gain tient peut-être au hasard. D’autres décisions le diront.</translation>
    </message>
    <message>
        <source>It would flag more of what you called constructive criticism. That is not offered.</source>
        <translation>Il relèverait davantage de ce que vous appelez critique constructive. Ce n’est pas proposé.</translation>
    </message>
    <message>
        <source>Nearly all decisions say the same, so nothing can be learned from them.</source>
        <translation>Presque toutes les décisions disent la même chose : il n’y a rien à en apprendre.</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>proposée</translation>
    </message>
    <message>
        <source>active</source>
        <translation>active</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>too few (n = {n})</source>
        <translation>trop peu (n = {n})</translation>
    </message>
    <message>
        <source>{n} comments per second</source>
        <translation>{n} commentaires par seconde</translation>
    </message>
    <message>
        <source>reads this workspace</source>
        <translation>lit cet espace de travail</translation>
    </message>
    <message>
        <source>away: no verdicts just now</source>
        <translation>absent : pas de verdict en ce moment</translation>
    </message>
    <message>
        <source>ready to start</source>
        <translation>prêt à démarrer</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarre</translation>
    </message>
    <message>
        <source>not running in this window</source>
        <translation>ne tourne pas dans cette fenêtre</translation>
    </message>
    <message>
        <source>{engine} was chosen but is not on this machine; the embedded engine reads in its place.</source>
        <translation>{engine} a été choisi mais n’est pas sur ce poste ; le moteur intégré lit à sa place.</translation>
    </message>
    <message>
        <source>Its process cannot be started.</source>
        <translation>Son processus ne peut pas démarrer.</translation>
    </message>
    <message>
        <source>It came up but refused to work: its files may be damaged.</source>
        <translation>Il a démarré mais refuse de travailler : ses fichiers sont peut-être abîmés.</translation>
    </message>
    <message>
        <source>Its process ended unexpectedly.</source>
        <translation>Son processus s’est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Il n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>It took too much memory.</source>
        <translation>Il a pris trop de mémoire.</translation>
    </message>
    <message>
        <source>Its model files are damaged or missing.</source>
        <translation>Les fichiers de son modèle sont abîmés ou absents.</translation>
    </message>
    <message>
        <source>Reason: {code}.</source>
        <translation>Raison : {code}.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>abîmé</translation>
    </message>
    <message>
        <source>chosen, not here</source>
        <translation>choisi, absent</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lit</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>second avis</translation>
    </message>
    <message>
        <source>part of Vigie</source>
        <translation>fait partie de Vigie</translation>
    </message>
    <message>
        <source>installed; your company has another</source>
        <translation>installé ; votre entreprise en a un autre</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>at your company</source>
        <translation>dans votre entreprise</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} à télécharger</translation>
    </message>
    <message>
        <source>Your company offers {version} ({size}, {licence}).</source>
        <translation>Votre entreprise propose {version} ({size}, {licence}).</translation>
    </message>
    <message>
        <source>Licence: {licence}. To download: {size}. On the disk meanwhile: {needed}; free: {free}.</source>
        <translation>Licence : {licence}. À télécharger : {size}. Sur le disque entre-temps : {needed} ; libres : {free}.</translation>
    </message>
    <message>
        <source>From: {source}.</source>
        <translation>Source : {source}.</translation>
    </message>
    <message>
        <source>It is converted on this machine and compared with the original; that takes some minutes and memory.</source>
        <translation>Il est converti sur ce poste et comparé à l’original ; cela prend quelques minutes et de la mémoire.</translation>
    </message>
    <message>
        <source>It takes the place of {version}.</source>
        <translation>Il remplace {version}.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>{step}: {done} of {total}</source>
        <translation>{step} : {done} sur {total}</translation>
    </message>
    <message>
        <source>Nothing was read again yet. It happens by itself when the engine changes, in the background.</source>
        <translation>Rien n’a encore été relu. Cela se fait seul, en arrière-plan, quand le moteur change.</translation>
    </message>
    <message>
        <source>{engine}: {done} of {total}</source>
        <translation>{engine} : {done} sur {total}</translation>
    </message>
    <message>
        <source>Called off at {done} of {total}, {when}. What was read stays.</source>
        <translation>Abandonné à {done} sur {total}, {when}. Ce qui a été lu reste.</translation>
    </message>
    <message>
        <source>Not readable: {n}.</source>
        <translation>Illisibles : {n}.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Verdicts that would change: {right} for the better, {wrong} for the worse.</source>
        <translation>Verdicts qui changeraient : {right} en mieux, {wrong} en moins bien.</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>encore {span}</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Read by {engine} {version}, {when}: {comments}.</source>
        <translation>Lus par {engine} {version}, {when} : {comments}.</translation>
    </message>
    <message>
        <source>Flagged rightly (precision)</source>
        <translation>Relevés à raison (précision)</translation>
    </message>
    <message>
        <source>Abuse found (recall)</source>
        <translation>Abus trouvés (rappel)</translation>
    </message>
    <message>
        <source>Criticism flagged</source>
        <translation>Critiques relevées</translation>
    </message>
    <message>
        <source>Both together (macro-F1)</source>
        <translation>Les deux ensemble (macro-F1)</translation>
    </message>
    <message>
        <source>No adaptation is offered</source>
        <translation>Aucune adaptation n’est proposée</translation>
    </message>
    <message>
        <source>An adaptation would help</source>
        <translation>Une adaptation aiderait</translation>
    </message>
    <message>
        <source>Adapted to your decisions: layer {id}, from {n} decisions, put on by {who}, {when}.</source>
        <translation>Adapté à vos décisions : couche {id}, de {n} décisions, activée par {who}, {when}.</translation>
    </message>
    <message>
        <source>It rests: the engine has another version by now.</source>
        <translation>Elle est au repos : le moteur a changé de version.</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Redémarrage…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>It is coming up.</source>
        <translation>Il démarre.</translation>
    </message>
    <message>
        <source>This needs a lead.</source>
        <translation>Il faut un lead.</translation>
    </message>
    <message>
        <source>Use for reading…</source>
        <translation>Faire lire par ce moteur…</translation>
    </message>
    <message>
        <source>It reads already.</source>
        <translation>Il lit déjà.</translation>
    </message>
    <message>
        <source>Install it first.</source>
        <translation>Installez-le d’abord.</translation>
    </message>
    <message>
        <source>Install again…</source>
        <translation>Réinstaller…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>It is part of Vigie.</source>
        <translation>Il fait partie de Vigie.</translation>
    </message>
    <message>
        <source>Another installation is under way.</source>
        <translation>Une autre installation est en cours.</translation>
    </message>
    <message>
        <source>It reads this workspace. Choose another one first.</source>
        <translation>Il lit cet espace de travail. Choisissez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>It gives the second opinion. Turn that off first.</source>
        <translation>Il donne le second avis. Désactivez-le d’abord.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Il n’est pas installé.</translation>
    </message>
    <message>
        <source>Labels: {labels}.</source>
        <translation>Étiquettes : {labels}.</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Source : {source}.</translation>
    </message>
    <message>
        <source>It knows no spam, praise or criticism: those are found by rules alone, and nothing is hidden by itself.</source>
        <translation>Il ne connaît ni spam, ni compliment, ni critique : seules des règles les trouvent, et rien n’est masqué de soi-même.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Install another engine to have a second opinion.</source>
        <translation>Installez un autre moteur pour avoir un second avis.</translation>
    </message>
    <message>
        <source>It reads beside, says in the detail where it disagrees, and decides nothing.</source>
        <translation>Il lit en parallèle, dit dans le détail où il n’est pas d’accord, et ne décide de rien.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Read again in the background: {comments}, about {span} at most.</source>
        <translation>À relire en arrière-plan : {comments}, environ {span} au plus.</translation>
    </message>
    <message>
        <source>Read again in the background: {comments}.</source>
        <translation>À relire en arrière-plan : {comments}.</translation>
    </message>
    <message>
        <source>There is nothing to read again yet.</source>
        <translation>Il n’y a encore rien à relire.</translation>
    </message>
    <message>
        <source>You can go on working. What was decided stays; earlier verdicts are kept beside.</source>
        <translation>Vous pouvez continuer à travailler. Ce qui est décidé reste ; les verdicts d’avant sont gardés à côté.</translation>
    </message>
    <message>
        <source>Measured when it was installed; one thread.</source>
        <translation>Mesuré à l’installation, sur un fil.</translation>
    </message>
    <message>
        <source>Let {name} read this workspace?</source>
        <translation>Faire lire cet espace par {name} ?</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Utiliser {name}</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation>Rester ainsi</translation>
    </message>
    <message>
        <source>Remove {name} from this machine?</source>
        <translation>Retirer {name} de ce poste ?</translation>
    </message>
    <message>
        <source>Its verdicts stay. Other workspaces that use it are then read by the embedded engine.</source>
        <translation>Ses verdicts restent. Les autres espaces qui l’utilisent seront lus par le moteur intégré.</translation>
    </message>
    <message>
        <source>Remove the engine</source>
        <translation>Retirer le moteur</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Moteurs</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Second avis</translation>
    </message>
    <message>
        <source>Tried on decisions it had not seen ({n}, cross-validated).</source>
        <translation>Essayé sur des décisions qu’elle n’avait pas vues ({n}, validation croisée).</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>No decision to compare with yet. Decide in the queue, or choose a category with C: each decision that contradicts a verdict is kept here. Nothing leaves this machine.</source>
        <translation>Pas encore de décision à comparer. Décidez dans la file, ou choisissez une catégorie avec C : chaque décision qui contredit un verdict est gardée ici. Rien ne quitte ce poste.</translation>
    </message>
    <message>
        <source>Decided comments: {n}. Against the engine: {contradicted} ({share}).</source>
        <translation>Commentaires décidés : {n}. Contre le moteur : {contradicted} ({share}).</translation>
    </message>
    <message>
        <source>These are decisions on practice channels.</source>
        <translation>Ce sont des décisions sur des canaux d’entraînement.</translation>
    </message>
    <message>
        <source>Flagged as a whole</source>
        <translation>Relevé en tout</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Precision and recall by category</source>
        <translation>Précision et rappel par catégorie</translation>
    </message>
    <message>
        <source>Precision: how much of what the engine called so, you called so. Recall: how much of what you called so, it had found. In brackets the 95 % interval; under 30 cases there is too little to say. Only what somebody decided about counts, and the engine’s opinion was in sight.</source>
        <translation>Précision : la part de ce que le moteur nomme ainsi que vous nommez ainsi. Rappel : la part de ce que vous nommez ainsi qu’il avait trouvée. Entre parenthèses, l’intervalle à 95 % ; sous 30 cas, c’est trop peu pour dire. Seul compte ce sur quoi quelqu’un a décidé, l’avis du moteur sous les yeux.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>autre version</translation>
    </message>
    <message>
        <source>It takes {needed} decided comments for this version of the engine. Missing: {missing}.</source>
        <translation>Il faut {needed} commentaires décidés pour cette version du moteur. Il en manque {missing}.</translation>
    </message>
    <message>
        <source>Your role does not decide.</source>
        <translation>Votre rôle ne décide pas.</translation>
    </message>
    <message>
        <source>Put layer {id} on?</source>
        <translation>Activer la couche {id} ?</translation>
    </message>
    <message>
        <source>Comments that nobody has decided about get it at once. “Take it off” undoes that.</source>
        <translation>Les commentaires non décidés la reçoivent aussitôt. « La retirer » annule cela.</translation>
    </message>
    <message>
        <source>Adapt to our decisions</source>
        <translation>Adapter à nos décisions</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>La retirer</translation>
    </message>
    <message>
        <source>Layers so far (Enter puts one on again)</source>
        <translation>Couches jusqu’ici (Entrée en réactive une)</translation>
    </message>
    <message>
        <source>Choose the engine’s file or folder</source>
        <translation>Choisir le fichier ou le dossier du moteur</translation>
    </message>
    <message>
        <source>Engine packs and checkpoints (*.vigiepack *.ckpt);;All files (*)</source>
        <translation>Packs et checkpoints (*.vigiepack *.ckpt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Looking what it would take</source>
        <translation>On regarde ce qu’il faut</translation>
    </message>
    <message>
        <source>Stopping; what was downloaded is kept</source>
        <translation>Arrêt ; ce qui est téléchargé est gardé</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>L’arrêt est en cours.</translation>
    </message>
    <message>
        <source>Install {name}?</source>
        <translation>Installer {name} ?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Agree to the licence and install</source>
        <translation>Accepter la licence et installer</translation>
    </message>
    <message>
        <source>Another source…</source>
        <translation>Autre source…</translation>
    </message>
    <message>
        <source>{name} is installed</source>
        <translation>{name} est installé</translation>
    </message>
    <message>
        <source>on this machine.</source>
        <translation>sur ce poste.</translation>
    </message>
    <message>
        <source>Use it…</source>
        <translation>L’utiliser…</translation>
    </message>
    <message>
        <source>Another source, or again</source>
        <translation>Autre source, ou à nouveau</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>your company’s server: {source}</source>
        <translation>le serveur de votre entreprise : {source}</translation>
    </message>
    <message>
        <source>the publishers, over the network</source>
        <translation>les éditeurs, par le réseau</translation>
    </message>
    <message>
        <source>a file on this machine</source>
        <translation>un fichier de ce poste</translation>
    </message>
    <message>
        <source>a folder on this machine</source>
        <translation>un dossier de ce poste</translation>
    </message>
    <message>
        <source>an address of your own</source>
        <translation>une adresse à vous</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>Installer {name}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Show licence and size</source>
        <translation>Voir licence et taille</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Asking your company’s server for engines: {source}</source>
        <translation>On demande les moteurs au serveur de votre entreprise : {source}</translation>
    </message>
    <message>
        <source>Your company’s server for engines: {source}</source>
        <translation>Serveur de moteurs de votre entreprise : {source}</translation>
    </message>
    <message>
        <source>Your company’s server for engines has none ready: {source}</source>
        <translation>Le serveur de moteurs de votre entreprise n’en a aucun de prêt : {source}</translation>
    </message>
    <message>
        <source>Your company’s server for engines cannot be used now.</source>
        <translation>Le serveur de moteurs de votre entreprise n’est pas utilisable pour le moment.</translation>
    </message>
    <message>
        <source>Trying what your decisions teach</source>
        <translation>On essaie ce qu’apprennent vos décisions</translation>
    </message>
    <message>
        <source>Bringing comments that nobody has decided about in line</source>
        <translation>Mise à jour des commentaires non décidés</translation>
    </message>
    <message>
        <source>Model card of the embedded engine</source>
        <translation>Fiche du modèle intégré</translation>
    </message>
    <message>
        <source>What it learned from, how well it reads, and what it gets wrong.</source>
        <translation>De quoi il a appris, comment il lit, et où il se trompe.</translation>
    </message>
    <message>
        <source>Reading the workspace again</source>
        <translation>Relecture de l’espace de travail</translation>
    </message>
    <message>
        <source>What your decisions say</source>
        <translation>Ce que disent vos décisions</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Tout relire</translation>
    </message>
</context>
<context>
    <name>Clause</name>
    <message>
        <source>the ladder of the policy</source>
        <translation>l’échelle de la politique</translation>
    </message>
    <message>
        <source>the reply guard of the policy</source>
        <translation>la garde des réponses de la politique</translation>
    </message>
    <message>
        <source>the policy on “{category}”</source>
        <translation>la politique sur « {category} »</translation>
    </message>
    <message>
        <source>the rule of two people</source>
        <translation>la règle des deux personnes</translation>
    </message>
    <message>
        <source>what this channel can do</source>
        <translation>ce que ce canal permet</translation>
    </message>
    <message>
        <source>the roles of this workspace</source>
        <translation>les rôles de cet espace de travail</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>{value}: set by your company</source>
        <translation>{value} : fixé par votre entreprise</translation>
    </message>
    <message>
        <source>As your company set it</source>
        <translation>Comme votre entreprise l’a fixé</translation>
    </message>
    <message>
        <source>Set by your company</source>
        <translation>Fixé par votre entreprise</translation>
    </message>
    <message>
        <source>It stands in {file} and cannot be changed here. Ask your IT department.</source>
        <translation>C’est écrit dans {file} et ne se change pas ici. Adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>{value}, locked</source>
        <translation>{value}, verrouillé</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>The comments of your account. What can be done from here is shown once the sign-in was tested.</source>
        <translation>Les commentaires de votre compte. Ce qui se fait d’ici s’affiche une fois la connexion testée.</translation>
    </message>
    <message>
        <source>A simulated platform on this machine, with an invented brand. Nothing leaves.</source>
        <translation>Une plateforme simulée sur cette machine, avec une marque inventée. Rien n’en sort.</translation>
    </message>
    <message>
        <source>Replies, mentions and quotes of your account; reply, hide, report, block and mute from here.</source>
        <translation>Réponses, mentions et citations de votre compte ; répondre, masquer, signaler, bloquer et mettre en sourdine d’ici.</translation>
    </message>
    <message>
        <source>Replies, mentions and watched words on your instance; reply, report, block and mute from here.</source>
        <translation>Réponses, mentions et mots surveillés de votre instance ; répondre, signaler, bloquer et mettre en sourdine d’ici.</translation>
    </message>
    <message>
        <source>All comments of your channel, those held back too; hold, reject, ban and reply from here.</source>
        <translation>Tous les commentaires de votre chaîne, retenus compris ; retenir, rejeter, bannir et répondre d’ici.</translation>
    </message>
    <message>
        <source>Comments under the posts of your Page; hide, delete, ban and reply from here.</source>
        <translation>Les commentaires sous les publications de votre Page ; masquer, supprimer, bannir et répondre d’ici.</translation>
    </message>
    <message>
        <source>Comments under the posts of your professional account; hide, delete and reply from here.</source>
        <translation>Les commentaires sous les publications de votre compte professionnel ; masquer, supprimer et répondre d’ici.</translation>
    </message>
    <message>
        <source>Replies to your posts and mentions; hide and reply from here.</source>
        <translation>Les réponses à vos publications et les mentions ; masquer et répondre d’ici.</translation>
    </message>
    <message>
        <source>Replies and mentions; hide, mute, and reply where X allows it. X charges for what is read.</source>
        <translation>Réponses et mentions ; masquer, mettre en sourdine, répondre là où X le permet. X facture ce qui est lu.</translation>
    </message>
    <message>
        <source>Comments of your own site, those waiting too; approve, hold back, trash and reply from here.</source>
        <translation>Les commentaires de votre site, en attente compris ; approuver, retenir, mettre à la corbeille et répondre d’ici.</translation>
    </message>
    <message>
        <source>Posts of your own forum and its review queue; flag, delete, silence and reply from here.</source>
        <translation>Les messages de votre forum et sa file de modération ; signaler, supprimer, réduire au silence et répondre d’ici.</translation>
    </message>
    <message>
        <source>CSV or JSON Lines from another tool. You see the plan before anything is read in.</source>
        <translation>CSV ou JSON Lines d’un autre outil. Vous voyez le plan avant que rien ne soit lu.</translation>
    </message>
    <message>
        <source>Make a password or token for Vigie alone where the platform allows it: it can be taken back alone.</source>
        <translation>Créez un mot de passe ou un jeton pour Vigie seule là où la plateforme le permet : il se retire à part.</translation>
    </message>
    <message>
        <source>An app of your own, of type Business, at developers.facebook.com.</source>
        <translation>Une application à vous, de type Business, sur developers.facebook.com.</translation>
    </message>
    <message>
        <source>Where a permission is missing, Meta leaves comments out instead of refusing: the test says what lacks.</source>
        <translation>Quand une autorisation manque, Meta omet des commentaires au lieu de refuser : le test dit ce qui manque.</translation>
    </message>
    <message>
        <source>The password or token that the platform gives to programs.</source>
        <translation>Le mot de passe ou le jeton que la plateforme donne aux programmes.</translation>
    </message>
    <message>
        <source>Sign in to Bluesky as the brand, on the site or in its app.</source>
        <translation>Connectez-vous à Bluesky au nom de la marque, sur le site ou dans l’application.</translation>
    </message>
    <message>
        <source>Make an app password there: Settings, Privacy and security, App passwords. It can be taken back alone.</source>
        <translation>Créez-y un mot de passe d’application : Paramètres, Confidentialité et sécurité, Mots de passe d’application. Il se retire à part.</translation>
    </message>
    <message>
        <source>Vigie needs no access to direct messages: leave that box empty.</source>
        <translation>Vigie n’a pas besoin des messages privés : laissez cette case vide.</translation>
    </message>
    <message>
        <source>Or a token: Preferences, Development, New application, with the permissions read, write and follow.</source>
        <translation>Ou un jeton : Préférences, Développement, Nouvelle application, avec les autorisations read, write et follow.</translation>
    </message>
    <message>
        <source>A project of your own in the Google Cloud console, with “YouTube Data API v3” switched on.</source>
        <translation>Un projet à vous dans la console Google Cloud, avec « YouTube Data API v3 » activée.</translation>
    </message>
    <message>
        <source>In it, credentials of type OAuth client, Desktop app: their client id and client secret.</source>
        <translation>Dedans, des identifiants de type client OAuth, application de bureau : leur identifiant client et leur code secret.</translation>
    </message>
    <message>
        <source>The Google account that owns the channel; the page asks which channel it is for.</source>
        <translation>Le compte Google qui possède la chaîne ; la page demande de quelle chaîne il s’agit.</translation>
    </message>
    <message>
        <source>While the project is “in testing”, Google ends the sign-in after 7 days. Publish it to avoid that.</source>
        <translation>Tant que le projet est « en test », Google met fin à la connexion après 7 jours. Publiez-le pour l’éviter.</translation>
    </message>
    <message>
        <source>A role on the Page that may moderate comments.</source>
        <translation>Un rôle sur la Page qui permet de modérer les commentaires.</translation>
    </message>
    <message>
        <source>A token of the Page or of a system user, with pages_show_list, pages_read_engagement, pages_read_user_content and pages_manage_engagement.</source>
        <translation>Un jeton de la Page ou d’un utilisateur système, avec pages_show_list, pages_read_engagement, pages_read_user_content et pages_manage_engagement.</translation>
    </message>
    <message>
        <source>A professional account: business or creator.</source>
        <translation>Un compte professionnel : entreprise ou créateur.</translation>
    </message>
    <message>
        <source>A token for that account from the app’s dashboard (Generate token). It holds 60 days.</source>
        <translation>Un jeton pour ce compte, tiré du tableau de bord de l’application (Générer un jeton). Il vaut 60 jours.</translation>
    </message>
    <message>
        <source>An app of your own with access to Threads, at developers.facebook.com.</source>
        <translation>Une application à vous avec accès à Threads, sur developers.facebook.com.</translation>
    </message>
    <message>
        <source>Your Threads account as a tester of that app, invitation accepted.</source>
        <translation>Votre compte Threads comme testeur de cette application, invitation acceptée.</translation>
    </message>
    <message>
        <source>A token for that account, with threads_basic, threads_read_replies and threads_manage_replies. It holds 60 days.</source>
        <translation>Un jeton pour ce compte, avec threads_basic, threads_read_replies et threads_manage_replies. Il vaut 60 jours.</translation>
    </message>
    <message>
        <source>A developer account with credit: X charges for each post that is read.</source>
        <translation>Un compte développeur approvisionné : X facture chaque publication lue.</translation>
    </message>
    <message>
        <source>An app of type Native App in the developer portal, with the callback address {address}: its client id.</source>
        <translation>Une application de type Native App dans le portail développeur, avec l’adresse de retour {address} : son identifiant client.</translation>
    </message>
    <message>
        <source>An amount for the month: when it is spent, nothing more is pulled until the next one.</source>
        <translation>Une somme pour le mois : une fois dépensée, plus rien n’est relevé jusqu’au suivant.</translation>
    </message>
    <message>
        <source>The address of your site, with https.</source>
        <translation>L’adresse de votre site, en https.</translation>
    </message>
    <message>
        <source>A user who may moderate comments: an editor or an administrator.</source>
        <translation>Un utilisateur qui peut modérer les commentaires : éditeur ou administrateur.</translation>
    </message>
    <message>
        <source>An application password of that user: Users, Profile, Application passwords. It can be taken back alone.</source>
        <translation>Un mot de passe d’application de cet utilisateur : Comptes, Profil, Mots de passe d’application. Il se retire à part.</translation>
    </message>
    <message>
        <source>The address of your forum.</source>
        <translation>L’adresse de votre forum.</translation>
    </message>
    <message>
        <source>A user of the forum who moderates: Vigie acts in that name.</source>
        <translation>Un utilisateur du forum qui modère : Vigie agit en son nom.</translation>
    </message>
    <message>
        <source>An API key for that user alone, made by an administrator: Admin, API, New API key.</source>
        <translation>Une clé d’API pour ce seul utilisateur, créée par un administrateur : Admin, API, Nouvelle clé.</translation>
    </message>
    <message>
        <source>X lets programs reply only to posts that call you; elsewhere Vigie opens the page.</source>
        <translation>X ne laisse les programmes répondre qu’aux publications qui vous nomment ; ailleurs, Vigie ouvre la page.</translation>
    </message>
    <message>
        <source>Kept in the system keyring, never in a file</source>
        <translation>Gardé dans le trousseau du système, jamais dans un fichier</translation>
    </message>
    <message>
        <source>Leave it as it is unless your account lives elsewhere</source>
        <translation>Ne changez rien, sauf si votre compte est ailleurs</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Mot de passe ou jeton</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Code secret du client</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Jeton de renouvellement</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>Clé secrète de l’application</translation>
    </message>
    <message>
        <source>Lets Vigie check what the token may do; kept in the system keyring</source>
        <translation>Permet à Vigie de vérifier ce que le jeton autorise ; gardée dans le trousseau du système</translation>
    </message>
    <message>
        <source>For example mastodon.social, or your whole name: @brand@mastodon.social</source>
        <translation>Par exemple mastodon.social, ou @marque@mastodon.social</translation>
    </message>
    <message>
        <source>“Your access token” on the application’s page; kept in the system keyring, never in a file</source>
        <translation>« Votre jeton d’accès » sur la page de l’application ; gardé dans le trousseau du système, jamais dans un fichier</translation>
    </message>
    <message>
        <source>At most a month, in dollars</source>
        <translation>Au plus par mois, en dollars</translation>
    </message>
    <message>
        <source>When it is spent, nothing more is pulled until the next month</source>
        <translation>Une fois dépensé, plus rien n’est relevé jusqu’au mois suivant</translation>
    </message>
    <message>
        <source>Mute and block act</source>
        <translation>Sourdine et blocage valent</translation>
    </message>
    <message>
        <source>for this account alone</source>
        <translation>pour ce compte seulement</translation>
    </message>
    <message>
        <source>for everybody on the instance, as its staff</source>
        <translation>pour toute l’instance, au titre de sa modération</translation>
    </message>
    <message>
        <source>This account is staff of its instance. A mute and a block change only what the account itself sees.</source>
        <translation>Ce compte fait partie de la modération de son instance. Sourdine et blocage ne changent que ce qu’il voit lui-même.</translation>
    </message>
    <message>
        <source>A mute limits and a block suspends an account for everybody on the instance.</source>
        <translation>Une sourdine limite et un blocage suspend un compte pour toute l’instance.</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>The site where the brand has its account: its instance, as in the browser’s address.</source>
        <translation>Le site où la marque a son compte : son instance, comme dans l’adresse du navigateur.</translation>
    </message>
    <message>
        <source>The short way: sign in with the browser as the brand, and allow Vigie there.</source>
        <translation>Le plus court : vous connecter avec le navigateur au nom de la marque, et y autoriser Vigie.</translation>
    </message>
    <message>
        <source>For example brand.bsky.social</source>
        <translation>Par exemple marque.bsky.social</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Ends in .apps.googleusercontent.com</source>
        <translation>Se termine par .apps.googleusercontent.com</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Its @name or its id; empty takes the channel that is signed in</source>
        <translation>Son @nom ou son identifiant ; vide, c’est la chaîne connectée</translation>
    </message>
    <message>
        <source>Only these videos</source>
        <translation>Ces vidéos seulement</translation>
    </message>
    <message>
        <source>Their ids, with commas between; empty takes the whole channel</source>
        <translation>Leurs identifiants, séparés par des virgules ; vide, c’est toute la chaîne</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Its number or name, where the token is good for several Pages</source>
        <translation>Son numéro ou son nom, quand le jeton vaut pour plusieurs Pages</translation>
    </message>
    <message>
        <source>Token of the Page or of a system user</source>
        <translation>Jeton de la Page ou d’un utilisateur système</translation>
    </message>
    <message>
        <source>The token was made with</source>
        <translation>Le jeton vient de</translation>
    </message>
    <message>
        <source>Facebook: where the account belongs to a Page, and the token to a person or a system</source>
        <translation>Facebook : quand le compte dépend d’une Page, et le jeton d’une personne ou d’un système</translation>
    </message>
    <message>
        <source>Its name, where the token is good for several accounts</source>
        <translation>Son nom, quand le jeton vaut pour plusieurs comptes</translation>
    </message>
    <message>
        <source>Of the app, under “Keys and tokens”, OAuth 2.0</source>
        <translation>Celui de l’application, sous « Keys and tokens », OAuth 2.0</translation>
    </message>
    <message>
        <source>Port of the callback address</source>
        <translation>Port de l’adresse de retour</translation>
    </message>
    <message>
        <source>Empty takes 51893; it must be the one written in the app</source>
        <translation>Vide, c’est 51893 ; ce doit être celui inscrit dans l’application</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>Adresse du site</translation>
    </message>
    <message>
        <source>For example https://www.brand.example</source>
        <translation>Par exemple https://www.brand.example</translation>
    </message>
    <message>
        <source>As you sign in to the site</source>
        <translation>Celui de votre connexion au site</translation>
    </message>
    <message>
        <source>Application password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Address of the forum</source>
        <translation>Adresse du forum</translation>
    </message>
    <message>
        <source>For example https://forum.brand.example</source>
        <translation>Par exemple https://forum.brand.example</translation>
    </message>
    <message>
        <source>In whose name Vigie acts there</source>
        <translation>Au nom de qui Vigie y agit</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Facebook sign-in</source>
        <translation>La connexion Facebook</translation>
    </message>
    <message>
        <source>Instagram sign-in</source>
        <translation>La connexion Instagram</translation>
    </message>
    <message>
        <source>This module was tested against the platform’s own server.</source>
        <translation>Ce module a été testé avec le serveur de la plateforme elle-même.</translation>
    </message>
    <message>
        <source>This module was tested against a simulator of the platform, not against the platform itself.</source>
        <translation>Ce module a été testé avec un simulateur de la plateforme, pas avec la plateforme elle-même.</translation>
    </message>
    <message>
        <source>This module was tested against a server of ours that speaks as the platform’s documents say, not against the platform itself.</source>
        <translation>Ce module a été testé avec un serveur à nous qui parle comme le dit la documentation de la plateforme, pas avec la plateforme elle-même.</translation>
    </message>
    <message>
        <source>a word or phrase</source>
        <translation>un mot ou une expression</translation>
    </message>
    <message>
        <source>#word for a hashtag</source>
        <translation>#mot pour un hashtag</translation>
    </message>
    <message>
        <source>@name for an account</source>
        <translation>@nom pour un compte</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Ce champ est nécessaire.</translation>
    </message>
    <message>
        <source>A name has letters, and no colon.</source>
        <translation>Un nom a des lettres, et pas de deux-points.</translation>
    </message>
    <message>
        <source>A channel of this name belongs to another account. Give another name.</source>
        <translation>Un canal de ce nom appartient à un autre compte. Donnez un autre nom.</translation>
    </message>
    <message>
        <source>A term has 1 to 100 characters; a hashtag or an account has no space.</source>
        <translation>Un terme a de 1 à 100 caractères ; un hashtag ou un compte n’a pas d’espace.</translation>
    </message>
    <message>
        <source>This platform cannot search for that.</source>
        <translation>Cette plateforme ne permet pas cette recherche.</translation>
    </message>
    <message>
        <source>A channel watches at most {most} terms. Take one away first.</source>
        <translation>Un canal surveille au plus {most} termes. Retirez-en un d’abord.</translation>
    </message>
    <message>
        <source>{field} (optional)</source>
        <translation>{field} (facultatif)</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Écrivez un nombre entier.</translation>
    </message>
    <message>
        <source>Write a number within {known}.</source>
        <translation>Écrivez un nombre entre {known}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Choisissez parmi : {known}.</translation>
    </message>
    <message>
        <source>This cannot be taken as it is.</source>
        <translation>Cela ne convient pas tel quel.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
    <message>
        <source>Signed in. You can close this page and return to Vigie.</source>
        <translation>Connexion réussie. Vous pouvez fermer cette page et revenir à Vigie.</translation>
    </message>
    <message>
        <source>The sign-in was not completed. Return to Vigie to try again.</source>
        <translation>La connexion n’a pas abouti. Revenez à Vigie pour recommencer.</translation>
    </message>
    <message>
        <source>Sign in on the page in your browser</source>
        <translation>Connectez-vous sur la page de votre navigateur</translation>
    </message>
    <message>
        <source>This page goes on by itself as soon as you are done there.</source>
        <translation>La suite vient d’elle-même dès que vous y avez fini.</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>Aucun navigateur n’a pu être ouvert</translation>
    </message>
    <message>
        <source>Copy the address and open it in a browser on this machine.</source>
        <translation>Copiez l’adresse et ouvrez-la dans un navigateur de cette machine.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Connecting an account needs a lead.</source>
        <translation>Connecter un compte demande un lead.</translation>
    </message>
    <message>
        <source>Your company allows these on this machine. For others ask your IT department.</source>
        <translation>Votre entreprise permet celles-ci sur ce poste. Pour d’autres, adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>The token lacks {permission}: sign in again, and allow that too.</source>
        <translation>Il manque {permission} au jeton : reconnectez-vous, en l’autorisant aussi.</translation>
    </message>
    <message>
        <source>What this account may do besides</source>
        <translation>Ce que ce compte peut faire en plus</translation>
    </message>
    <message>
        <source>Sign in again for that</source>
        <translation>Se reconnecter pour cela</translation>
    </message>
</context>
<context>
    <name>ConnectCounted</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %n day(s)</source>
        <translation>
            <numerusform>La connexion prend fin dans %n jour</numerusform>
            <numerusform>La connexion prend fin dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First import: %n comment(s) so far</source>
        <translation>
            <numerusform>Premier import : %n commentaire jusqu’ici</numerusform>
            <numerusform>Premier import : %n commentaires jusqu’ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is connected: %n comment(s) came in</source>
        <translation>
            <numerusform>{name} est connecté : %n commentaire est arrivé</numerusform>
            <numerusform>{name} est connecté : %n commentaires sont arrivés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n semblable</numerusform>
            <numerusform>%n semblables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s)</source>
        <translation>
            <numerusform>%n auteur</numerusform>
            <numerusform>%n auteurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n post(s)</source>
        <translation>
            <numerusform>sous %n publication</numerusform>
            <numerusform>sous %n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n gardé</numerusform>
            <numerusform>%n gardés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strike(s)</source>
        <translation>
            <numerusform>%n manquement</numerusform>
            <numerusform>%n manquements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n j’aime</numerusform>
            <numerusform>%n j’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) up to date</source>
        <translation>
            <numerusform>%n canal à jour</numerusform>
            <numerusform>%n canaux à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) to send</source>
        <translation>
            <numerusform>%n action à envoyer</numerusform>
            <numerusform>%n actions à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided today</source>
        <translation>
            <numerusform>%n décidé aujourd’hui</numerusform>
            <numerusform>%n décidés aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fill</source>
        <translation>
            <numerusform>%n champ à remplir</numerusform>
            <numerusform>%n champs à remplir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait</source>
        <translation>
            <numerusform>%n action attend</numerusform>
            <numerusform>%n actions attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait for your word</source>
        <translation>
            <numerusform>%n action attend votre réponse</numerusform>
            <numerusform>%n actions attendent votre réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) failed</source>
        <translation>
            <numerusform>%n action a échoué</numerusform>
            <numerusform>%n actions ont échoué</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n comment(s)</source>
        <translation>
            <numerusform>Lecture de %n commentaire</numerusform>
            <numerusform>Lecture de %n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at %n point(s)</source>
        <translation>
            <numerusform>à %n point</numerusform>
            <numerusform>à %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>What is kept for how long</source>
        <translation>Ce qui est gardé, et combien de temps</translation>
    </message>
    <message>
        <source>The disk</source>
        <translation>Le disque</translation>
    </message>
    <message>
        <source>Untouched comments</source>
        <translation>Commentaires non traités</translation>
    </message>
    <message>
        <source>Since they came or were last edited; open work not before its deadline is past as long.</source>
        <translation>Depuis leur arrivée ou leur dernière modification ; un travail ouvert, pas avant que son échéance soit passée depuis autant.</translation>
    </message>
    <message>
        <source>Comments somebody dealt with</source>
        <translation>Commentaires traités</translation>
    </message>
    <message>
        <source>Since the last thing done about them.</source>
        <translation>Depuis la dernière chose faite à leur sujet.</translation>
    </message>
    <message>
        <source>Authors without comments</source>
        <translation>Auteurs sans commentaires</translation>
    </message>
    <message>
        <source>Since the last of theirs went; with tags, notes and strikes.</source>
        <translation>Depuis le départ du dernier des leurs ; avec étiquettes, notes et manquements.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>pour toujours</translation>
    </message>
    <message>
        <source>Keep these terms</source>
        <translation>Appliquer ces durées</translation>
    </message>
    <message>
        <source>Set by your company. Runs once a day at a quiet moment.</source>
        <translation>Fixé par votre entreprise. Un passage par jour, à un moment calme.</translation>
    </message>
    <message>
        <source>Then they are erased for good; how many of which day stays. Once a day at a quiet moment.</source>
        <translation>Ensuite ils sont effacés pour toujours ; leur nombre par jour reste. Un passage par jour, à un moment calme.</translation>
    </message>
    <message>
        <source>A lead changes this. Runs once a day at a quiet moment.</source>
        <translation>Un lead peut le changer. Un passage par jour, à un moment calme.</translation>
    </message>
    <message>
        <source>Not fewer days than untouched comments: somebody may have to answer for it.</source>
        <translation>Pas moins de jours que les commentaires non traités : quelqu’un peut avoir à en répondre.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer pour toujours</translation>
    </message>
    <message>
        <source>Erase now</source>
        <translation>Effacer maintenant</translation>
    </message>
    <message>
        <source>Old enough and kept: {parts}.</source>
        <translation>Assez anciens mais gardés : {parts}.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Erase {parts}? There is no way back.</source>
        <translation>Effacer {parts} ? C’est sans retour.</translation>
    </message>
    <message>
        <source>Everything is kept.</source>
        <translation>Tout est gardé.</translation>
    </message>
    <message>
        <source>The next run would erase nothing.</source>
        <translation>Le prochain passage n’effacerait rien.</translation>
    </message>
    <message>
        <source>The next run would erase {parts}.</source>
        <translation>Le prochain passage effacerait {parts}.</translation>
    </message>
    <message>
        <source>Last run: {when}, {parts}.</source>
        <translation>Dernier passage : {when}, {parts}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Kept as evidence by hand: {n}. See “Keep as evidence” in the command palette.</source>
        <translation>Conservés comme preuve à la main : {n}. Voir « Conserver comme preuve » dans la palette de commandes.</translation>
    </message>
    <message>
        <source>Asking the system…</source>
        <translation>Question posée au système…</translation>
    </message>
    <message>
        <source>The disk under this workspace is encrypted ({by}).</source>
        <translation>Le disque de cet espace est chiffré ({by}).</translation>
    </message>
    <message>
        <source>The disk under this workspace is not encrypted ({by}).</source>
        <translation>Le disque de cet espace n’est pas chiffré ({by}).</translation>
    </message>
    <message>
        <source>Nobody can tell whether the disk under this workspace is encrypted ({by}).</source>
        <translation>Rien ne dit si le disque de cet espace est chiffré ({by}).</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>No comment is open here. Nothing was done.</source>
        <translation>Aucun commentaire n’est ouvert ici. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Open the comment first: {key}. Nothing was done.</source>
        <translation>Ouvrez d’abord le commentaire : {key}. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>The next comment was not shown yet. Nothing was done.</source>
        <translation>Le commentaire suivant n’était pas encore affiché. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>From severity 2 on, nothing is liked: a slip would be public.</source>
        <translation>À partir de la gravité 2, on n’aime rien : une erreur serait publique.</translation>
    </message>
    <message>
        <source>Not this one.</source>
        <translation>Pas celui-ci.</translation>
    </message>
    <message>
        <source>By {clause}.</source>
        <translation>D’après {clause}.</translation>
    </message>
    <message>
        <source>{action}: why?</source>
        <translation>{action} : pourquoi ?</translation>
    </message>
    <message>
        <source>The list has moved on. Nothing was done.</source>
        <extracomment>Whether an action was taken elsewhere: while cards are marked, it is about them. Whether nothing may be decided just now: an undo of the last decision looks which one that is. Why no comment is armed, in a sentence. Whether a decision about the comment in front was taken as one about all it stands for; True: with a reason. The comments for which one stands in the list: a category is given to all of them. What was done beside decisions has a notice of its own.</extracomment>
        <translation>La liste a bougé. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>{author}: {what}</source>
        <translation>{author} : {what}</translation>
    </message>
    <message>
        <source>An undo is on its way. Nothing was done.</source>
        <translation>Une annulation est en cours. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Take over: {key}</source>
        <translation>Reprendre : {key}</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Note gardée.</translation>
    </message>
    <message>
        <source>Watch until {time}</source>
        <translation>Veiller jusqu’à {time}</translation>
    </message>
    <message>
        <source>Put off until {time}</source>
        <translation>Reporté jusqu’à {time}</translation>
    </message>
    <message>
        <source>{done} on {platform}</source>
        <translation>{done} sur {platform}</translation>
    </message>
    <message>
        <source>Taken back: what the console hid of {author} waits for an answer again</source>
        <translation>Repris : ce que la console a masqué de {author} attend de nouveau une réponse</translation>
    </message>
    <message>
        <source>Undone: {action} of {author}</source>
        <translation>Annulé : {action} de {author}</translation>
    </message>
    <message>
        <source>{action} works outside the text field. Nothing was done.</source>
        <translation>« {action} » agit hors du champ de texte. Rien n’a été fait.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Changed since</source>
        <translation>Changé depuis</translation>
    </message>
    <message>
        <source>A decision rests on it: undo that one first</source>
        <translation>Une décision en dépend : annulez-la d’abord</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Ce n’est plus là</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Category: {category}</source>
        <translation>Catégorie : {category}</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>Étiquette : {tag}</translation>
    </message>
    <message>
        <source>Tag taken away: {tag}</source>
        <translation>Étiquette retirée : {tag}</translation>
    </message>
    <message>
        <source>Note on the author</source>
        <translation>Note sur l’auteur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>category {category}</source>
        <translation>catégorie {category}</translation>
    </message>
    <message>
        <source>assignment to {who}</source>
        <translation>attribution à {who}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>étiquette {tag}</translation>
    </message>
    <message>
        <source>tag {tag} taken away</source>
        <translation>retrait de l’étiquette {tag}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>{what}, {about}</source>
        <translation>{what}, {about}</translation>
    </message>
    <message>
        <source>Back to {category}</source>
        <translation>Redevient {category}</translation>
    </message>
    <message>
        <source>Back to {who}</source>
        <translation>Revient à {who}</translation>
    </message>
    <message>
        <source>Takes the tag away</source>
        <translation>Retire l’étiquette</translation>
    </message>
    <message>
        <source>Gives the tag back</source>
        <translation>Rend l’étiquette</translation>
    </message>
    <message>
        <source>Takes the note away, for everybody</source>
        <translation>Retire la note, pour tout le monde</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>opened by you, held {minutes} min</source>
        <translation>ouvert par vous, réservé {minutes} min</translation>
    </message>
</context>
<context>
    <name>DetailCounted</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n abonné</numerusform>
            <numerusform>%n abonnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier: show</source>
        <translation>
            <numerusform>%n plus ancien : afficher</numerusform>
            <numerusform>%n plus anciens : afficher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later: show</source>
        <translation>
            <numerusform>%n plus récent : afficher</numerusform>
            <numerusform>%n plus récents : afficher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more answer(s): show</source>
        <translation>
            <numerusform>%n autre réponse : afficher</numerusform>
            <numerusform>%n autres réponses : afficher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier step(s): show</source>
        <translation>
            <numerusform>%n étape antérieure : afficher</numerusform>
            <numerusform>%n étapes antérieures : afficher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n actions</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>Les %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Montrer tout le texte</translation>
    </message>
    <message>
        <source>Thread and reasons</source>
        <translation>Fil et raisons</translation>
    </message>
    <message>
        <source>decide before {time}</source>
        <translation>à décider avant {time}</translation>
    </message>
    <message>
        <source>Open on {platform}</source>
        <translation>Ouvrir sur {platform}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>It stays as it is and leaves the queue. Nothing is sent.</source>
        <translation>Il reste en l’état et quitte la file. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>It comes back at the time you choose. Nothing is sent.</source>
        <translation>Il revient à l’heure que vous choisissez. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>No answer for now; it comes back for another look. Nothing is sent.</source>
        <translation>Pas de réponse pour l’instant ; il revient pour être relu. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>It waits for a lead. Nothing is sent.</source>
        <translation>Il attend un lead. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>age of the account</source>
        <translation>âge du compte</translation>
    </message>
    <message>
        <source>number of followers</source>
        <translation>nombre d’abonnés</translation>
    </message>
    <message>
        <source>earlier strikes</source>
        <translation>manquements antérieurs</translation>
    </message>
    <message>
        <source>our replies in the thread</source>
        <translation>nos réponses dans le fil</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>the classifier’s verdict</source>
        <translation>l’avis du classifieur</translation>
    </message>
    <message>
        <source>a label that this classifier does not give</source>
        <translation>un label que ce classifieur ne donne pas</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>whom it is aimed at</source>
        <translation>qui est visé</translation>
    </message>
    <message>
        <source>Missing first: {steps}.</source>
        <translation>Il faut d’abord : {steps}.</translation>
    </message>
    <message>
        <source>Stays in Vigie; can be undone.</source>
        <translation>Reste dans Vigie ; s’annule.</translation>
    </message>
    <message>
        <source>By hand: you do it on the site, and say that it was done.</source>
        <translation>À la main : vous le faites sur le site, puis le confirmez.</translation>
    </message>
    <message>
        <source>Sent by the console; final once sent.</source>
        <translation>Envoyé par la console ; définitif une fois parti.</translation>
    </message>
    <message>
        <source>Sent by the console; can be undone from here.</source>
        <translation>Envoyé par la console ; s’annule d’ici.</translation>
    </message>
    <message>
        <source>Not known here: {facts}</source>
        <translation>Inconnu ici : {facts}</translation>
    </message>
</context>
<context>
    <name>EffectsSection</name>
    <message>
        <source>What each action does here</source>
        <translation>Ce que chaque action fait ici</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>{action}:</source>
        <translation>{action} :</translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message>
        <source>A lead erases people. Nothing was erased.</source>
        <translation>C’est un lead qui efface des personnes. Rien n’a été effacé.</translation>
    </message>
    <message>
        <source>Erasing {author}…</source>
        <translation>Effacement de {author}…</translation>
    </message>
    <message>
        <source>Erased. The log keeps its entries, without name or words.</source>
        <translation>Effacé. Le journal garde ses entrées, sans nom ni mots.</translation>
    </message>
    <message>
        <source>The file is free of remains once all windows on it are closed.</source>
        <translation>Le fichier sera sans restes quand toutes ses fenêtres seront fermées.</translation>
    </message>
    <message>
        <source>Goes: the name, {parts}, and what the log could show of them.</source>
        <translation>Part : le nom, {parts}, et ce que le journal pouvait en montrer.</translation>
    </message>
    <message>
        <source>Goes: the name, and what the log could show of it.</source>
        <translation>Part : le nom, et ce que le journal pouvait en montrer.</translation>
    </message>
    <message>
        <source>Stays, without name or words: {parts}.</source>
        <translation>Reste, sans nom ni mots : {parts}.</translation>
    </message>
    <message>
        <source>These files beside the workspace still hold it: {files}.</source>
        <translation>Ces fichiers à côté de l’espace le contiennent encore : {files}.</translation>
    </message>
    <message>
        <source>What the site still shows can come in again. There is no way back.</source>
        <translation>Ce que le site montre encore peut revenir. C’est sans retour.</translation>
    </message>
    <message>
        <source>Erase {author} for good?</source>
        <translation>Effacer {author} pour toujours ?</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>EraseCounted</name>
    <message numerus="yes">
        <source>%n comment(s) with all versions</source>
        <translation>
            <numerusform>%n commentaire avec toutes ses versions</numerusform>
            <numerusform>%n commentaires avec toutes leurs versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n begun reply(ies)</source>
        <translation>
            <numerusform>%n réponse commencée</numerusform>
            <numerusform>%n réponses commencées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n étiquette</numerusform>
            <numerusform>%n étiquettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strike(s)</source>
        <translation>
            <numerusform>%n manquement</numerusform>
            <numerusform>%n manquements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) or reply(ies) kept with decisions</source>
        <translation>
            <numerusform>%n motif ou réponse gardé avec des décisions</numerusform>
            <numerusform>%n motifs ou réponses gardés avec des décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the log</source>
        <translation>
            <numerusform>%n entrée du journal</numerusform>
            <numerusform>%n entrées du journal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n décision</numerusform>
            <numerusform>%n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) about this person are on their way. Let them go or undo them first.</source>
        <translation>
            <numerusform>%n action sur cette personne est en chemin. Laissez-la partir ou annulez-la d’abord.</numerusform>
            <numerusform>%n actions sur cette personne sont en chemin. Laissez-les partir ou annulez-les d’abord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) who wrote in no other channel</source>
        <translation>
            <numerusform>%n auteur qui n’a écrit dans aucun autre canal</numerusform>
            <numerusform>%n auteurs qui n’ont écrit dans aucun autre canal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call off %n action(s) that were decided and not carried out</source>
        <translation>
            <numerusform>Annuler %n action décidée qui n’a pas eu lieu</numerusform>
            <numerusform>Annuler %n actions décidées qui n’ont pas eu lieu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyée</numerusform>
            <numerusform>%n non envoyées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps carried out</source>
        <translation>
            <numerusform>%n peut-être faite</numerusform>
            <numerusform>%n peut-être faites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a second person</source>
        <translation>
            <numerusform>%n en attente d’une seconde personne</numerusform>
            <numerusform>%n en attente d’une seconde personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n comment(s) erased</source>
        <translation>
            <numerusform>{done} commentaire effacé sur %n</numerusform>
            <numerusform>{done} commentaires effacés sur %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file was left as it is.</source>
        <translation>Le fichier est resté tel quel.</translation>
    </message>
    <message>
        <source>No channel was added.</source>
        <translation>Aucun canal n’a été ajouté.</translation>
    </message>
    <message>
        <source>A newer Vigie wrote this workspace.</source>
        <translation>Une version plus récente de Vigie a écrit cet espace de travail.</translation>
    </message>
    <message>
        <source>The file was not touched: nothing is lost.</source>
        <translation>Le fichier n’a pas été touché : rien n’est perdu.</translation>
    </message>
    <message>
        <source>Update Vigie, then open it again.</source>
        <translation>Mettez Vigie à jour, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>The workspace file is damaged.</source>
        <translation>Le fichier de l’espace est abîmé.</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>Rien n’y a été écrit.</translation>
    </message>
    <message>
        <source>Run “vigie doctor” in a terminal: it finds the last backup and offers it.</source>
        <translation>Lancez « vigie doctor » dans un terminal : il trouve la dernière sauvegarde et la propose.</translation>
    </message>
    <message>
        <source>Another program keeps the workspace busy.</source>
        <translation>Un autre programme occupe l’espace.</translation>
    </message>
    <message>
        <source>Nothing was changed: nothing is lost.</source>
        <translation>Rien n’a changé : rien n’est perdu.</translation>
    </message>
    <message>
        <source>Wait until the other program has finished, or close it, then try again.</source>
        <translation>Attendez que l’autre programme ait fini, ou fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>This file is no Vigie workspace.</source>
        <translation>Ce fichier n’est pas un espace Vigie.</translation>
    </message>
    <message>
        <source>Open another file with “vigie open --workspace FILE”.</source>
        <translation>Ouvrez un autre fichier avec « vigie open --workspace FICHIER ».</translation>
    </message>
    <message>
        <source>The workspace could not be brought to the present format.</source>
        <translation>L’espace n’a pas pu être mis au format actuel.</translation>
    </message>
    <message>
        <source>Copy the details for whoever looks after Vigie.</source>
        <translation>Copiez les détails pour la personne qui s’occupe de Vigie.</translation>
    </message>
    <message>
        <source>The workspace file cannot be opened for writing.</source>
        <translation>Le fichier de l’espace ne peut pas être ouvert en écriture.</translation>
    </message>
    <message>
        <source>Look at the rights of its folder and whether the disk is there, then try again.</source>
        <translation>Vérifiez les droits du dossier et la présence du disque, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>Nothing half-written remains; what was saved before is there.</source>
        <translation>Rien n’est resté à moitié écrit ; ce qui était enregistré est là.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>There is no room to bring the workspace to the form of this version.</source>
        <translation>La place manque pour donner à l’espace de travail la forme de cette version.</translation>
    </message>
    <message>
        <source>The file is as it was: nothing is lost.</source>
        <translation>Le fichier est tel qu’il était : rien n’est perdu.</translation>
    </message>
    <message>
        <source>About {needed} are needed beside it. Free some space, then try again.</source>
        <translation>Il en faut environ {needed} à côté. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>This system’s SQLite ({found}) is too old; {needed} is needed.</source>
        <translation>Le SQLite de ce système ({found}) est trop ancien ; il faut {needed}.</translation>
    </message>
    <message>
        <source>Update the system, or use the installer, which brings its own.</source>
        <translation>Mettez le système à jour, ou prenez l’installeur, qui apporte le sien.</translation>
    </message>
    <message>
        <source>This workspace has no active policy.</source>
        <translation>Cet espace n’a pas de politique active.</translation>
    </message>
    <message>
        <source>Comments and log are untouched.</source>
        <translation>Commentaires et journal sont intacts.</translation>
    </message>
    <message>
        <source>Activate one: “vigie policy activate FILE”.</source>
        <translation>Activez-en une : « vigie policy activate FICHIER ».</translation>
    </message>
    <message>
        <source>The active policy {name} cannot be read by this version.</source>
        <translation>La politique active {name} n’est pas lisible par cette version.</translation>
    </message>
    <message>
        <source>Check it: “vigie policy check FILE”, then activate the corrected one.</source>
        <translation>Vérifiez-la : « vigie policy check FICHIER », puis activez la version corrigée.</translation>
    </message>
    <message>
        <source>{actor} is not a member of this workspace.</source>
        <translation>{actor} n’est pas membre de cet espace.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>A lead adds members with “vigie member add”, or start with another name: “vigie open --as NAME”.</source>
        <translation>Un lead ajoute les membres avec « vigie member add » ; ou prenez un autre nom : « vigie open --as NOM ».</translation>
    </message>
    <message>
        <source>Your role ({role}) does not allow this.</source>
        <translation>Votre rôle ({role}) ne le permet pas.</translation>
    </message>
    <message>
        <source>One of these may: {needed}.</source>
        <translation>Le peuvent : {needed}.</translation>
    </message>
    <message>
        <source>The workspace is being closed.</source>
        <translation>L’espace se ferme.</translation>
    </message>
    <message>
        <source>Vigie’s own folder cannot be used: {path}.</source>
        <translation>Le dossier de Vigie est inutilisable : {path}.</translation>
    </message>
    <message>
        <source>Look at the rights of the folder and the space on the disk, then try again.</source>
        <translation>Vérifiez les droits du dossier et la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Install a keyring (GNOME Keyring, KWallet), or sign in again at the next start.</source>
        <translation>Installez un trousseau (GNOME Keyring, KWallet), ou connectez-vous à nouveau au prochain démarrage.</translation>
    </message>
    <message>
        <source>The keyring stayed locked.</source>
        <translation>Le trousseau est resté verrouillé.</translation>
    </message>
    <message>
        <source>Unlock the keyring, then add the channel again with the same name.</source>
        <translation>Déverrouillez le trousseau, puis ajoutez à nouveau le canal sous le même nom.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
        <source>The platform does not accept these sign-in details.</source>
        <translation>La plateforme n’accepte pas ces informations de connexion.</translation>
    </message>
    <message>
        <source>Compare them with the platform, make a new password or token there, then test again.</source>
        <translation>Comparez-les avec la plateforme, créez-y un nouveau mot de passe ou jeton, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>Make a password or token with that permission, then test again.</source>
        <translation>Créez un mot de passe ou un jeton avec cette autorisation, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>There is no such account there.</source>
        <translation>Ce compte n’existe pas là-bas.</translation>
    </message>
    <message>
        <source>Look at the account and the address, then test again.</source>
        <translation>Regardez le compte et l’adresse, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>Write it like https://example.org.</source>
        <translation>Écrivez-la comme https://example.org.</translation>
    </message>
    <message>
        <source>What this server sends would travel unencrypted.</source>
        <translation>Ce que ce serveur envoie circulerait sans chiffrement.</translation>
    </message>
    <message>
        <source>Nobody was asked.</source>
        <translation>Personne n’a été interrogé.</translation>
    </message>
    <message>
        <source>The server of updates cannot be reached, or does not answer.</source>
        <translation>Le serveur de mises à jour est injoignable ou ne répond pas.</translation>
    </message>
    <message>
        <source>Vigie stays as it is; what arrived of a download is kept.</source>
        <translation>Vigie reste telle quelle ; ce qui est arrivé d’un téléchargement est gardé.</translation>
    </message>
    <message>
        <source>Try again later, or ask your IT department.</source>
        <translation>Réessayez plus tard, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>There is no list of versions, or no such package, on this server.</source>
        <translation>Ce serveur n’a pas de liste de versions, ou pas ce paquet.</translation>
    </message>
    <message>
        <source>Vigie stays as it is.</source>
        <translation>Vigie reste telle quelle.</translation>
    </message>
    <message>
        <source>Look at the address, or ask your IT department.</source>
        <translation>Vérifiez l’adresse, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>This is no account name.</source>
        <translation>Ce n’est pas un nom de compte.</translation>
    </message>
    <message>
        <source>The sign-in lacks a permission.</source>
        <translation>Il manque une permission à la connexion.</translation>
    </message>
    <message>
        <source>Every step was taken back. A backup lies beside the file: {backup}.</source>
        <translation>Chaque étape a été annulée. Une sauvegarde se trouve à côté du fichier : {backup}.</translation>
    </message>
    <message>
        <source>This machine has no keyring to keep the password or token in.</source>
        <translation>Cette machine n’a pas de trousseau où garder le mot de passe ou le jeton.</translation>
    </message>
    <message>
        <source>The channel works until Vigie is closed; it was written nowhere else.</source>
        <translation>Le canal fonctionne jusqu’à la fermeture de Vigie ; rien n’a été écrit ailleurs.</translation>
    </message>
    <message>
        <source>The server asks to wait: there were too many sign-ins.</source>
        <translation>Le serveur demande d’attendre : il y a eu trop de connexions.</translation>
    </message>
    <message>
        <source>Test again at {retry_at}.</source>
        <translation>Testez à nouveau à {retry_at}.</translation>
    </message>
    <message>
        <source>The server cannot be reached, or does not answer.</source>
        <translation>Le serveur est injoignable, ou ne répond pas.</translation>
    </message>
    <message>
        <source>Look at the address and the network, then test again.</source>
        <translation>Vérifiez l’adresse et le réseau, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>The server refuses this account: it may be suspended or deactivated.</source>
        <translation>Le serveur refuse ce compte : il est peut-être suspendu ou désactivé.</translation>
    </message>
    <message>
        <source>Look at the account on the site.</source>
        <translation>Regardez le compte sur le site.</translation>
    </message>
    <message>
        <source>The server does not understand these details.</source>
        <translation>Le serveur ne comprend pas ces informations.</translation>
    </message>
    <message>
        <source>This is no server address.</source>
        <translation>Ce n’est pas une adresse de serveur.</translation>
    </message>
    <message>
        <source>The password would travel unencrypted to this server.</source>
        <translation>Le mot de passe voyagerait en clair vers ce serveur.</translation>
    </message>
    <message>
        <source>Write the address with https://.</source>
        <translation>Écrivez l’adresse avec https://.</translation>
    </message>
    <message>
        <source>A channel of this name belongs to another account.</source>
        <translation>Un canal de ce nom appartient à un autre compte.</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>Donnez un autre nom.</translation>
    </message>
    <message>
        <source>Write it as the platform shows it.</source>
        <translation>Écrivez-le comme la plateforme le montre.</translation>
    </message>
    <message>
        <source>Vigie’s engine is not running yet.</source>
        <translation>Le moteur de Vigie ne tourne pas encore.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Something went wrong inside Vigie.</source>
        <translation>Quelque chose s’est mal passé dans Vigie.</translation>
    </message>
    <message>
        <source>What you decided before is saved; the last step may not be.</source>
        <translation>Ce que vous aviez décidé est enregistré ; la dernière étape peut-être pas.</translation>
    </message>
    <message>
        <source>Go on, or start Vigie again. Copy the details for whoever looks after it.</source>
        <translation>Continuez, ou relancez Vigie. Copiez les détails pour la personne qui s’en occupe.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Choose another file, or correct this one.</source>
        <translation>Choisissez un autre fichier, ou corrigez celui-ci.</translation>
    </message>
    <message>
        <source>Nothing was installed; what was installed before stays.</source>
        <translation>Rien n’a été installé ; ce qui l’était le reste.</translation>
    </message>
    <message>
        <source>The engine stays as it is.</source>
        <translation>Le moteur reste tel quel.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department.</source>
        <translation>Recommencez ; si cela dure, prévenez votre service informatique.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Réinstallez-le.</translation>
    </message>
    <message>
        <source>No engine is called “{name}”.</source>
        <translation>Aucun moteur ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
        <source>{name} is not installed on this machine.</source>
        <translation>{name} n’est pas installé sur ce poste.</translation>
    </message>
    <message>
        <source>Install it first.</source>
        <translation>Installez-le d’abord.</translation>
    </message>
    <message>
        <source>The chosen engine is not installed on this machine.</source>
        <translation>Le moteur choisi n’est pas installé sur ce poste.</translation>
    </message>
    <message>
        <source>The embedded engine reads in its place.</source>
        <translation>Le moteur intégré lit à sa place.</translation>
    </message>
    <message>
        <source>Install it, or choose another one.</source>
        <translation>Installez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This engine is part of Vigie.</source>
        <translation>Ce moteur fait partie de Vigie.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Il n’y a pas de fichier {path}.</translation>
    </message>
    <message>
        <source>Look at the path.</source>
        <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>A checkpoint needs its tokeniser, and {folder} has no {file}.</source>
        <translation>Un checkpoint a besoin de son tokeniseur, et {folder} n’a pas de {file}.</translation>
    </message>
    <message>
        <source>Put config.json and tokenizer.json beside it, or take a .vigiepack file.</source>
        <translation>Mettez config.json et tokenizer.json à côté, ou prenez un fichier .vigiepack.</translation>
    </message>
    <message>
        <source>This file holds {found}, not {name}.</source>
        <translation>Ce fichier contient {found}, pas {name}.</translation>
    </message>
    <message>
        <source>Choose that engine in the list, or another file.</source>
        <translation>Choisissez ce moteur dans la liste, ou un autre fichier.</translation>
    </message>
    <message>
        <source>Converting a checkpoint needs libraries that are not here ({module}).</source>
        <translation>Convertir un checkpoint demande des bibliothèques absentes ({module}).</translation>
    </message>
    <message>
        <source>Install from a .vigiepack file that a colleague made, or add the extra: vigie[detoxify].</source>
        <translation>Installez depuis un fichier .vigiepack préparé par un collègue, ou ajoutez l’extra : vigie[detoxify].</translation>
    </message>
    <message>
        <source>This program cannot convert a checkpoint; it takes ready-made packs.</source>
        <translation>Ce programme ne convertit pas de checkpoint ; il prend des packs prêts.</translation>
    </message>
    <message>
        <source>Ask your IT department, or a colleague, for a .vigiepack file.</source>
        <translation>Demandez un fichier .vigiepack à votre service informatique ou à un collègue.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} needed, {free} free.</source>
        <translation>Pas assez de place sur le disque : il faut {needed}, {free} sont libres.</translation>
    </message>
    <message>
        <source>Nothing was installed; what was downloaded is kept.</source>
        <translation>Rien n’a été installé ; ce qui est téléchargé est gardé.</translation>
    </message>
    <message>
        <source>{file} is not the file it should be: its checksum differs.</source>
        <translation>{file} n’est pas le fichier attendu : sa somme de contrôle diffère.</translation>
    </message>
    <message>
        <source>It was not opened. Nothing was installed.</source>
        <translation>Il n’a pas été ouvert. Rien n’a été installé.</translation>
    </message>
    <message>
        <source>Fetch it again; if it happens twice, do not use this source.</source>
        <translation>Récupérez-le à nouveau ; si cela se répète, changez de source.</translation>
    </message>
    <message>
        <source>This is no sound pack file ({detail}).</source>
        <translation>Ce n’est pas un fichier de pack correct ({detail}).</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>Redemandez-le.</translation>
    </message>
    <message>
        <source>This pack has format {found}; this Vigie knows {known}.</source>
        <translation>Ce pack est au format {found} ; cette version de Vigie connaît {known}.</translation>
    </message>
    <message>
        <source>Update Vigie.</source>
        <translation>Mettez Vigie à jour.</translation>
    </message>
    <message>
        <source>A file of the engine is damaged: {file}.</source>
        <translation>Un fichier du moteur est abîmé : {file}.</translation>
    </message>
    <message>
        <source>It is not used.</source>
        <translation>Il n’est pas utilisé.</translation>
    </message>
    <message>
        <source>Another Vigie is installing {name}.</source>
        <translation>Un autre Vigie installe {name}.</translation>
    </message>
    <message>
        <source>That one goes on.</source>
        <translation>Il continue.</translation>
    </message>
    <message>
        <source>Wait for it.</source>
        <translation>Attendez qu’il ait fini.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Install again: it goes on where it stopped.</source>
        <translation>Réinstallez : cela reprend où c’était arrêté.</translation>
    </message>
    <message>
        <source>{name} does not run on this machine.</source>
        <translation>{name} ne fonctionne pas sur ce poste.</translation>
    </message>
    <message>
        <source>Install it again, or keep the embedded engine.</source>
        <translation>Réinstallez-le, ou gardez le moteur intégré.</translation>
    </message>
    <message>
        <source>The conversion ended without a result.</source>
        <translation>La conversion s’est arrêtée sans résultat.</translation>
    </message>
    <message>
        <source>Close other programs and try again, or take a .vigiepack file.</source>
        <translation>Fermez d’autres programmes et recommencez, ou prenez un fichier .vigiepack.</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read safely.</source>
        <translation>Le checkpoint ne peut pas être lu sans risque.</translation>
    </message>
    <message>
        <source>Take the published file.</source>
        <translation>Prenez le fichier publié.</translation>
    </message>
    <message>
        <source>This tokeniser does not belong to the checkpoint.</source>
        <translation>Ce tokeniseur ne va pas avec le checkpoint.</translation>
    </message>
    <message>
        <source>Take the one of its base model.</source>
        <translation>Prenez celui de son modèle de base.</translation>
    </message>
    <message>
        <source>The converted model says something else than the original.</source>
        <translation>Le modèle converti ne dit pas la même chose que l’original.</translation>
    </message>
    <message>
        <source>There is not enough memory for the conversion.</source>
        <translation>Il n’y a pas assez de mémoire pour la conversion.</translation>
    </message>
    <message>
        <source>Your company’s server ({source}) does not have {name}.</source>
        <translation>Le serveur de votre entreprise ({source}) n’a pas {name}.</translation>
    </message>
    <message>
        <source>Take another source, or ask your IT department.</source>
        <translation>Prenez une autre source, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>Nothing could be fetched from {host} ({detail}).</source>
        <translation>Rien n’a pu être récupéré de {host} ({detail}).</translation>
    </message>
    <message>
        <source>Check the network; it goes on where it stopped.</source>
        <translation>Vérifiez le réseau ; cela reprendra où cela s’est arrêté.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted here.</source>
        <translation>Le certificat de {host} n’est pas reconnu ici.</translation>
    </message>
    <message>
        <source>Check the date of this machine, then ask your IT department.</source>
        <translation>Vérifiez la date de ce poste, puis adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>The proxy does not answer, or refuses the way to {host}.</source>
        <translation>Le proxy ne répond pas, ou refuse l’accès à {host}.</translation>
    </message>
    <message>
        <source>Check the proxy settings, or ask your IT department.</source>
        <translation>Vérifiez les réglages du proxy, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>{file} is on your company’s list ({source}), but cannot be had there.</source>
        <translation>{file} est sur la liste de votre entreprise ({source}), mais n’y est pas accessible.</translation>
    </message>
    <message>
        <source>The list of engines of your company ({source}) cannot be read: {detail}.</source>
        <translation>La liste des moteurs de votre entreprise ({source}) est illisible : {detail}.</translation>
    </message>
    <message>
        <source>The list of engines of your company ({source}) has a form that this version does not know.</source>
        <translation>La liste des moteurs de votre entreprise ({source}) a une forme que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>Update Vigie, or ask your IT department.</source>
        <translation>Mettez Vigie à jour, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>{file} is not what your company’s list says (there: {said}; in the file: {found}).</source>
        <translation>{file} n’est pas ce qu’annonce la liste de votre entreprise (annoncé : {said} ; dans le fichier : {found}).</translation>
    </message>
    <message>
        <source>{file} is larger than your company’s list says.</source>
        <translation>{file} est plus gros que ne l’annonce la liste de votre entreprise.</translation>
    </message>
    <message>
        <source>It was not opened. Nothing was installed; what was installed before stays.</source>
        <translation>Il n’a pas été ouvert. Rien n’a été installé ; ce qui l’était le reste.</translation>
    </message>
    <message>
        <source>This pack names no licence, so nobody can agree to it.</source>
        <translation>Ce pack ne nomme pas de licence : personne ne peut l’accepter.</translation>
    </message>
    <message>
        <source>Ask whoever made it for one that does.</source>
        <translation>Demandez à qui l’a fait un pack qui en nomme une.</translation>
    </message>
    <message>
        <source>A file cannot be used: {detail}.</source>
        <translation>Un fichier est inutilisable : {detail}.</translation>
    </message>
    <message>
        <source>Look at its rights and at the disk.</source>
        <translation>Vérifiez ses droits et le disque.</translation>
    </message>
    <message>
        <source>Decided comments so far: {have} of the {needed} needed.</source>
        <translation>Commentaires décidés jusqu’ici : {have} sur les {needed} qu’il faut.</translation>
    </message>
    <message>
        <source>Go on deciding, then try again.</source>
        <translation>Continuez à décider, puis recommencez.</translation>
    </message>
    <message>
        <source>{engine} has read nothing in this workspace yet.</source>
        <translation>{engine} n’a encore rien lu dans cet espace.</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>Rien n’a été compté.</translation>
    </message>
    <message>
        <source>This layer is no longer there.</source>
        <translation>Cette couche n’existe plus.</translation>
    </message>
    <message>
        <source>Layer {id} was made for version {made_for} of the engine; it is {now} now.</source>
        <translation>La couche {id} a été faite pour la version {made_for} du moteur, qui en est à {now}.</translation>
    </message>
    <message>
        <source>Adapt again.</source>
        <translation>Adaptez à nouveau.</translation>
    </message>
    <message>
        <source>No layer is active.</source>
        <translation>Aucune couche n’est active.</translation>
    </message>
    <message>
        <source>The engine has not come up yet.</source>
        <translation>Le moteur n’a pas encore démarré.</translation>
    </message>
    <message>
        <source>Nothing is read again yet.</source>
        <translation>Rien n’est encore relu.</translation>
    </message>
    <message>
        <source>The workspace is being read again already.</source>
        <translation>L’espace de travail est déjà en cours de relecture.</translation>
    </message>
    <message>
        <source>That goes on.</source>
        <translation>Elle continue.</translation>
    </message>
    <message>
        <source>Nothing is being read again.</source>
        <translation>Rien n’est en cours de relecture.</translation>
    </message>
    <message>
        <source>The active policy stays active.</source>
        <translation>La politique active le reste.</translation>
    </message>
    <message>
        <source>This version does not meet what is asked before it goes live.</source>
        <translation>Cette version ne remplit pas les conditions d’activation.</translation>
    </message>
    <message>
        <source>Look at the points that are not met; a lead may waive some, with a reason.</source>
        <translation>Voyez les points qui manquent ; un lead peut passer outre certains, avec une raison.</translation>
    </message>
    <message>
        <source>Going on without these points needs a reason in words.</source>
        <translation>Pour passer outre ces points, il faut une raison écrite.</translation>
    </message>
    <message>
        <source>Write why it cannot wait.</source>
        <translation>Écrivez pourquoi cela ne peut pas attendre.</translation>
    </message>
    <message>
        <source>Another policy was activated meanwhile: {version}.</source>
        <translation>Une autre politique a été activée entre-temps : {version}.</translation>
    </message>
    <message>
        <source>It stays active.</source>
        <translation>Elle reste active.</translation>
    </message>
    <message>
        <source>Look at the differences, then decide again.</source>
        <translation>Regardez les différences, puis décidez de nouveau.</translation>
    </message>
    <message>
        <source>The text of {version} was replaced meanwhile.</source>
        <translation>Le texte de {version} a été remplacé entre-temps.</translation>
    </message>
    <message>
        <source>Read it again, then decide again.</source>
        <translation>Relisez-le, puis décidez de nouveau.</translation>
    </message>
    <message>
        <source>This text is no policy yet.</source>
        <translation>Ce texte n’est pas encore une politique correcte.</translation>
    </message>
    <message>
        <source>Correct what is marked in the text.</source>
        <translation>Corrigez ce qui est signalé dans le texte.</translation>
    </message>
    <message>
        <source>There is no version {ref}.</source>
        <translation>Il n’y a pas de version {ref}.</translation>
    </message>
    <message>
        <source>Choose one from the list of versions.</source>
        <translation>Choisissez-en une dans la liste des versions.</translation>
    </message>
    <message>
        <source>{version} is the active policy.</source>
        <translation>{version} est la politique active.</translation>
    </message>
    <message>
        <source>Choose another version.</source>
        <translation>Choisissez une autre version.</translation>
    </message>
    <message>
        <source>It stays active: a workspace never is without one.</source>
        <translation>Elle le reste : un espace n’est jamais sans politique.</translation>
    </message>
    <message>
        <source>Activate the version that is to take its place.</source>
        <translation>Activez la version qui doit la remplacer.</translation>
    </message>
    <message>
        <source>{version} is retired already.</source>
        <translation>{version} est déjà retirée.</translation>
    </message>
    <message>
        <source>{actor} submitted {version}: another person must sign it.</source>
        <translation>{actor} a déposé {version} : une autre personne doit la signer.</translation>
    </message>
    <message>
        <source>It is not signed.</source>
        <translation>Elle n’est pas signée.</translation>
    </message>
    <message>
        <source>Ask a colleague to sign.</source>
        <translation>Demandez à un collègue de signer.</translation>
    </message>
    <message>
        <source>{actor} has signed {version} already.</source>
        <translation>{actor} a déjà signé {version}.</translation>
    </message>
    <message>
        <source>The signature counts once.</source>
        <translation>La signature compte une fois.</translation>
    </message>
    <message>
        <source>{version} is in shadow already.</source>
        <translation>{version} est déjà en ombre.</translation>
    </message>
    <message>
        <source>It stays there: one at a time.</source>
        <translation>Elle y reste : une à la fois.</translation>
    </message>
    <message>
        <source>End its shadow first.</source>
        <translation>Arrêtez d’abord cette ombre.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Elle continue.</translation>
    </message>
    <message>
        <source>No version is in shadow.</source>
        <translation>Aucune version n’est en ombre.</translation>
    </message>
    <message>
        <source>This workspace now has the form of this version; as it was, it is kept beside it: {file}. Earlier versions no longer open it.</source>
        <translation>Cet espace de travail a maintenant la forme de cette version ; tel qu’il était, il est gardé à côté : {file}. Les versions antérieures ne l’ouvrent plus.</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Any</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>Rien à choisir pour l’instant</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Author tag</source>
        <translation>Étiquette d’auteur</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Confié à</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Severity {n}</source>
        <translation>Gravité {n}</translation>
    </message>
    <message>
        <source>Severity {low} to {high}</source>
        <translation>Gravité {low} à {high}</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>À partir du {day}</translation>
    </message>
    <message>
        <source>Before {day}</source>
        <translation>Avant le {day}</translation>
    </message>
    <message>
        <source>{n} followers or more</source>
        <translation>{n} abonnés ou plus</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Masqué à la lecture</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name} : {value}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Depuis hier</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>{n} derniers jours</translation>
    </message>
    <message>
        <source>Severity {n} and more</source>
        <translation>Gravité {n} et plus</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Me ({name})</source>
        <translation>Moi ({name})</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Category, language, tag, date…</source>
        <translation>Catégorie, langue, étiquette, date…</translation>
    </message>
    <message>
        <source>Space chooses, Enter closes, Ctrl+Backspace clears, Ctrl+S keeps a view. A date: 2026-11-20.</source>
        <translation>Espace choisit, Entrée ferme, Ctrl+Retour arrière vide, Ctrl+S garde la vue. Une date : 2026-11-20.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
    <message>
        <source>Nothing narrows this view yet.</source>
        <translation>Rien ne filtre encore cette vue.</translation>
    </message>
    <message>
        <source>Kept as a view: {name}</source>
        <translation>Gardée comme vue : {name}</translation>
    </message>
    <message>
        <source>Now called {name}</source>
        <translation>S’appelle maintenant {name}</translation>
    </message>
    <message>
        <source>View dropped: {name}</source>
        <translation>Vue retirée : {name}</translation>
    </message>
    <message>
        <source>This one: found in a note</source>
        <translation>Celui-ci : trouvé dans une note</translation>
    </message>
    <message>
        <source>This one: found in our reply</source>
        <translation>Celui-ci : trouvé dans notre réponse</translation>
    </message>
    <message>
        <source>This one: found in the author’s name</source>
        <translation>Celui-ci : trouvé dans le nom de l’auteur</translation>
    </message>
    <message>
        <source>Take away: {what}</source>
        <translation>Retirer : {what}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Garder comme vue</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Keep for me</source>
        <translation>Garder pour moi</translation>
    </message>
    <message>
        <source>For the team</source>
        <translation>Pour l’équipe</translation>
    </message>
    <message>
        <source>Give the view a name first.</source>
        <translation>Donnez d’abord un nom à la vue.</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues gardées</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Drop this view</source>
        <translation>Retirer cette vue</translation>
    </message>
</context>
<context>
    <name>FormCounted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) off</source>
        <translation>
            <numerusform>%n règle sans effet</numerusform>
            <numerusform>%n règles sans effet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} j</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>il y a {span}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>en retard {span}</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>Not public: only whom it calls may read it</source>
        <translation>Pas public : seuls les comptes mentionnés peuvent le lire</translation>
    </message>
    <message>
        <source>Second person asked by {name}: {action}</source>
        <translation>Seconde personne demandée par {name} : {action}</translation>
    </message>
    <message>
        <source>Escalated by {name}</source>
        <translation>Escaladé par {name}</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Attribué à vous</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Attribué à {name}</translation>
    </message>
    <message>
        <source>Set aside until {time}</source>
        <translation>Mis de côté jusqu’à {time}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Nothing found. The command palette finds commands by name.</source>
        <translation>Rien trouvé. La palette de commandes trouve les commandes par leur nom.</translation>
    </message>
    <message>
        <source>The help pages are missing from this installation.</source>
        <translation>Les pages d’aide manquent dans cette installation.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n comment(s) together</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires ensemble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s)</source>
        <translation>
            <numerusform>%n décision tient</numerusform>
            <numerusform>%n décisions tiennent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back all %n that can be</source>
        <translation>
            <numerusform>Reprend celle qui peut l’être</numerusform>
            <numerusform>Reprend les %n qui peuvent l’être</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n décision</numerusform>
            <numerusform>%n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{key} once more takes %n decision(s) back together.</source>
        <translation>
            <numerusform>Encore {key} pour reprendre %n décision.</numerusform>
            <numerusform>Encore {key} pour reprendre %n décisions ensemble.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) taken back.</source>
        <translation>
            <numerusform>%n décision reprise.</numerusform>
            <numerusform>%n décisions reprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait here and leave when it is back.</source>
        <translation>
            <numerusform>%n action attend ici et part à son retour.</numerusform>
            <numerusform>%n actions attendent ici et partent à son retour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait.</source>
        <translation>
            <numerusform>%n action attend.</numerusform>
            <numerusform>%n actions attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>attend l’envoi</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>en cours d’envoi</translation>
    </message>
    <message>
        <source>sent, no answer yet</source>
        <translation>envoyé, sans réponse</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>attend votre réponse</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>attend une seconde personne</translation>
    </message>
    <message>
        <source>never carried out</source>
        <translation>jamais exécuté</translation>
    </message>
    <message>
        <source>Shows it again on {platform}</source>
        <translation>L’affiche de nouveau sur {platform}</translation>
    </message>
    <message>
        <source>Hides it again on {platform}</source>
        <translation>Le masque de nouveau sur {platform}</translation>
    </message>
    <message>
        <source>Deletes our reply on {platform}</source>
        <translation>Supprime notre réponse sur {platform}</translation>
    </message>
    <message>
        <source>Lifts the block on {platform}</source>
        <translation>Lève le blocage sur {platform}</translation>
    </message>
    <message>
        <source>Blocks again on {platform}</source>
        <translation>Bloque de nouveau sur {platform}</translation>
    </message>
    <message>
        <source>Hears the author again on {platform}</source>
        <translation>Rend la parole à l’auteur sur {platform}</translation>
    </message>
    <message>
        <source>Mutes again on {platform}</source>
        <translation>Remet en sourdine sur {platform}</translation>
    </message>
    <message>
        <source>Takes the like back on {platform}</source>
        <translation>Retire la mention J’aime sur {platform}</translation>
    </message>
    <message>
        <source>Likes again on {platform}</source>
        <translation>Remet la mention J’aime sur {platform}</translation>
    </message>
    <message>
        <source>Being sent: wait for the answer</source>
        <translation>En cours d’envoi : attendez la réponse</translation>
    </message>
    <message>
        <source>Say first whether it was done</source>
        <translation>Dites d’abord si c’est fait</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Rien à annuler</translation>
    </message>
    <message>
        <source>For them or for a lead to undo</source>
        <translation>À cette personne ou à un lead de l’annuler</translation>
    </message>
    <message>
        <source>Takes it back before it leaves, until {time}</source>
        <translation>Reprend avant l’envoi, jusqu’à {time}</translation>
    </message>
    <message>
        <source>Closes it: nothing reached the site</source>
        <translation>La clôt : rien n’a atteint le site</translation>
    </message>
    <message>
        <source>Opens it again, before {time}</source>
        <translation>Le rouvre, avant {time}</translation>
    </message>
    <message>
        <source>Opens it again, here alone</source>
        <translation>Le rouvre, ici seulement</translation>
    </message>
    <message>
        <source>You undo it on the site, then say so</source>
        <translation>Vous l’annulez sur le site, puis le dites</translation>
    </message>
    <message>
        <source>Undone by {name}</source>
        <translation>Annulé par {name}</translation>
    </message>
    <message>
        <source>Cannot be undone: {done}</source>
        <translation>Ne s’annule pas : {done}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>U takes it back</source>
        <translation>U annule</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>{action}: {comments}</source>
        <translation>{action} : {comments}</translation>
    </message>
    <message>
        <source>Done together; → opens the list</source>
        <translation>Fait ensemble ; → ouvre la liste</translation>
    </message>
    <message>
        <source>Decided together; → opens the list</source>
        <translation>Décidé ensemble ; → ouvre la liste</translation>
    </message>
    <message>
        <source>{author}: text masked</source>
        <translation>{author} : texte masqué</translation>
    </message>
    <message>
        <source>{author}: “{start}”</source>
        <translation>{author} : « {start} »</translation>
    </message>
    <message>
        <source>leaves now</source>
        <translation>part maintenant</translation>
    </message>
    <message>
        <source>{state}: {why}</source>
        <translation>{state} : {why}</translation>
    </message>
    <message>
        <source>leaves at {time}</source>
        <translation>part à {time}</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>Ce que cela attend</translation>
    </message>
    <message>
        <source>Undo: {action}</source>
        <translation>Annuler : {action}</translation>
    </message>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
    <message>
        <source>The channel is paused</source>
        <translation>Le canal est en pause</translation>
    </message>
    <message>
        <source>Tried again at {time}.</source>
        <translation>Nouvel essai à {time}.</translation>
    </message>
    <message>
        <source>Looked up on the site before anything is sent again</source>
        <translation>Vérifié sur le site avant tout nouvel envoi</translation>
    </message>
    <message>
        <source>The site does not tell: look there, then say whether it was done</source>
        <translation>Le site ne le dit pas : vérifiez, puis dites si c’est fait</translation>
    </message>
    <message>
        <source>Done by hand on the site: say whether it was done</source>
        <translation>À la main sur le site : dites si c’est fait</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miennes</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>De tout le monde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Decisions, categories, assignments, tags and notes, in the order in which they were done. What was taken back stays in the log.</source>
        <translation>Décisions, catégories, attributions, étiquettes et notes, dans l’ordre où elles ont été faites. Ce qui a été annulé reste dans le journal.</translation>
    </message>
    <message>
        <source>{what}: {why}.</source>
        <translation>{what} : {why}.</translation>
    </message>
    <message>
        <source>Show all days</source>
        <translation>Montrer tous les jours</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>Rien de décidé pour l’instant</translation>
    </message>
    <message>
        <source>What you decide stands here, with the way back.</source>
        <translation>Ce que vous décidez figure ici, avec le moyen de revenir.</translation>
    </message>
    <message>
        <source>Taking the batch back…</source>
        <translation>Reprise du lot…</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Nothing here is lost and nothing is sent twice, also when the window is closed.</source>
        <translation>Rien ici ne se perd et rien ne part deux fois, même fenêtre fermée.</translation>
    </message>
    <message>
        <source>Everything has left</source>
        <translation>Tout est parti</translation>
    </message>
    <message>
        <source>Decisions wait here for the end of their undo window, a limit or the network.</source>
        <translation>Les décisions attendent ici la fin de leur délai d’annulation, d’une limite ou le réseau.</translation>
    </message>
    <message>
        <source>It is on its way just now: wait for the answer.</source>
        <translation>L’envoi est en cours : attendez la réponse.</translation>
    </message>
    <message>
        <source>{action}: not for this one.</source>
        <translation>{action} : pas pour celle-ci.</translation>
    </message>
    <message>
        <source>Sent again as soon as the site lets us.</source>
        <translation>Envoyé de nouveau dès que le site le permet.</translation>
    </message>
    <message>
        <source>Noted: it was done.</source>
        <translation>Noté : c’est fait.</translation>
    </message>
    <message>
        <source>Noted: it was not done. The comment is open again.</source>
        <translation>Noté : ce n’est pas fait. Le commentaire est de nouveau ouvert.</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>A lead lifts it.</source>
        <translation>Un lead peut la lever.</translation>
    </message>
    <message>
        <source>Say why first: a line is enough.</source>
        <translation>Dites d’abord pourquoi : une ligne suffit.</translation>
    </message>
    <message>
        <source>No longer kept as evidence: its term counts again.</source>
        <translation>N’est plus conservé comme preuve : sa durée compte de nouveau.</translation>
    </message>
    <message>
        <source>Kept as evidence until a lead lifts it.</source>
        <translation>Conservé comme preuve jusqu’à ce qu’un lead en décide autrement.</translation>
    </message>
    <message>
        <source>Everything of {author} is kept as evidence until a lead lifts it.</source>
        <translation>Tout ce qui vient de {author} est conservé comme preuve jusqu’à ce qu’un lead en décide autrement.</translation>
    </message>
    <message>
        <source>Keep as evidence?</source>
        <translation>Conserver comme preuve ?</translation>
    </message>
    <message>
        <source>Neither its term nor anybody’s hand erases it until a lead lifts this. The reason stays outside the log.</source>
        <translation>Ni sa durée ni personne ne l’efface tant qu’un lead ne lève pas la conservation. Le motif reste hors du journal.</translation>
    </message>
    <message>
        <source>This comment</source>
        <translation>Ce commentaire</translation>
    </message>
    <message>
        <source>Everything of {author}</source>
        <translation>Tout ce qui vient de {author}</translation>
    </message>
    <message>
        <source>Why: a case number, the police, a lawyer</source>
        <translation>Pourquoi : numéro de dossier, police, avocat</translation>
    </message>
    <message>
        <source>Stop keeping this as evidence?</source>
        <translation>Ne plus conserver ceci comme preuve ?</translation>
    </message>
    <message>
        <source>Go on keeping</source>
        <translation>Continuer de conserver</translation>
    </message>
    <message>
        <source>Stop keeping</source>
        <translation>Ne plus conserver</translation>
    </message>
    <message>
        <source>Everything of the author is kept as evidence since {day}, by {who}: {reason}</source>
        <translation>Tout ce qui vient de l’auteur est conservé comme preuve depuis {day}, par {who} : {reason}</translation>
    </message>
    <message>
        <source>Kept as evidence since {day}, by {who}: {reason}</source>
        <translation>Conservé comme preuve depuis {day}, par {who} : {reason}</translation>
    </message>
</context>
<context>
    <name>KeyCounted</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>reste %n</numerusform>
            <numerusform>restent %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of your settings file cannot stand: see Settings, Keys</source>
        <translation>
            <numerusform>%n touche de votre fichier de réglages ne peut tenir : voir Réglages, Touches</numerusform>
            <numerusform>%n touches de votre fichier de réglages ne peuvent tenir : voir Réglages, Touches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeySettings</name>
    <message>
        <source>Choose an action and press Enter, then its new key. Enter and Esc keep their meaning.</source>
        <translation>Choisissez une action, appuyez sur Entrée, puis sur sa nouvelle touche. Entrée et Échap gardent leur sens.</translation>
    </message>
    <message>
        <source>Filter: action or key</source>
        <translation>Filtrer : action ou touche</translation>
    </message>
    <message>
        <source>Single letters: on</source>
        <translation>Lettres seules : actives</translation>
    </message>
    <message>
        <source>Single letters: off</source>
        <translation>Lettres seules : inactives</translation>
    </message>
    <message>
        <source>Keys of a single letter</source>
        <translation>Touches d’une seule lettre</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>One more key</source>
        <translation>Une touche de plus</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sans touche</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Touche d’origine</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laisser ainsi</translation>
    </message>
    <message>
        <source>All as at the beginning</source>
        <translation>Tout comme à l’origine</translation>
    </message>
    <message>
        <source>Off when speech or a tremor types letters nobody meant: then only with Ctrl, or by {key}.</source>
        <translation>À désactiver si la dictée ou un tremblement tape des lettres non voulues : alors seulement avec Ctrl, ou par {key}.</translation>
    </message>
    <message>
        <source>Letters alone do nothing now. Ctrl and the letter works where it is free, {key} always.</source>
        <translation>Les lettres seules n’agissent plus. Ctrl et la lettre agit là où c’est libre, {key} toujours.</translation>
    </message>
    <message>
        <source>In your settings file; the usual keys stay:</source>
        <translation>Dans votre fichier de réglages ; les touches d’origine restent :</translation>
    </message>
    <message>
        <source>Choose an action first.</source>
        <translation>Choisissez d’abord une action.</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>Elle n’a pas de touche.</translation>
    </message>
    <message>
        <source>It has its usual key.</source>
        <translation>Elle a sa touche d’origine.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Press the key for “{action}”. Esc leaves it as it is.</source>
        <translation>Appuyez sur la touche pour « {action} ». Échap la laisse ainsi.</translation>
    </message>
    <message>
        <source>All keys are as at the beginning.</source>
        <translation>Toutes les touches sont comme à l’origine.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgSv</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgPr</translation>
    </message>
    <message>
        <source>“{action}”</source>
        <translation>« {action} »</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>Category, once asked</source>
        <translation>Catégorie, après la question</translation>
    </message>
    <message>
        <source>Later, once asked</source>
        <translation>Plus tard, après la question</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Écrire une réponse</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>Plusieurs à la fois</translation>
    </message>
    <message>
        <source>What was done, what is to be sent</source>
        <translation>Ce qui est fait, ce qui part</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Digits need Shift on some keyboards: they are no keys here.</source>
        <translation>Sur certains claviers, les chiffres demandent Maj : ce ne sont pas des touches ici.</translation>
    </message>
    <message>
        <source>{key} needs AltGr, Shift or a dead key on some keyboards: choose another.</source>
        <translation>Sur certains claviers, {key} demande AltGr, Maj ou une touche morte : choisissez-en une autre.</translation>
    </message>
    <message>
        <source>F10 opens menus on most systems: choose another.</source>
        <translation>F10 ouvre les menus de la plupart des systèmes : choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Ctrl and Alt together are AltGr on many keyboards: choose another.</source>
        <translation>Ctrl et Alt ensemble font AltGr sur bien des claviers : choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Alt and the system key belong to the windows of the system: choose another.</source>
        <translation>Alt et la touche système servent aux fenêtres du système : choisissez-en une autre.</translation>
    </message>
    <message>
        <source>{key} walks, confirms or leaves everywhere and keeps that meaning.</source>
        <translation>{key} parcourt, confirme ou quitte partout et garde ce sens.</translation>
    </message>
    <message>
        <source>This is no key: {key}.</source>
        <translation>Ceci n’est pas une touche : {key}.</translation>
    </message>
    <message>
        <source>{key} belongs to “{other}”, which works at the same time.</source>
        <translation>{key} appartient à « {other} », qui agit au même moment.</translation>
    </message>
    <message>
        <source>At most {most} keys for one action.</source>
        <translation>Au plus {most} touches pour une action.</translation>
    </message>
    <message>
        <source>“{action}” keeps its key: Enter and Esc mean the same everywhere.</source>
        <translation>« {action} » garde sa touche : Entrée et Échap ont partout le même sens.</translation>
    </message>
    <message>
        <source>The entry “{action}” must be a list of keys such as ["G"].</source>
        <translation>L’entrée « {action} » doit être une liste de touches comme ["G"].</translation>
    </message>
    <message>
        <source>The entry “single_letters” must be true or false.</source>
        <translation>L’entrée « single_letters » doit être true ou false.</translation>
    </message>
    <message>
        <source>{action}: {why}</source>
        <translation>{action} : {why}</translation>
    </message>
    <message>
        <source>Decide, one key</source>
        <translation>Décider, une touche</translation>
    </message>
    <message>
        <source>Two keys, not undone everywhere</source>
        <translation>Deux touches, pas toujours annulable</translation>
    </message>
    <message>
        <source>With a reason</source>
        <translation>Avec un motif</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>la vôtre</translation>
    </message>
    <message>
        <source>by {key}</source>
        <translation>par {key}</translation>
    </message>
    <message>
        <source>Enter and Esc mean the same everywhere.</source>
        <translation>Entrée et Échap ont partout le même sens.</translation>
    </message>
    <message>
        <source>After the swap “{other}” has no key.</source>
        <translation>Après l’échange, « {other} » n’a plus de touche.</translation>
    </message>
    <message>
        <source>After the swap “{other}” has {keys}.</source>
        <translation>Après l’échange, « {other} » a {keys}.</translation>
    </message>
    <message>
        <source>“{action}” has {keys}.</source>
        <translation>« {action} » a {keys}.</translation>
    </message>
    <message>
        <source>“{action}” has no key. {key} finds it.</source>
        <translation>« {action} » n’a pas de touche. {key} la trouve.</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Qt, PySide6 and Shiboken are used under the LGPL, version 3. Its text, and the GPL’s that it stands on, are below.</source>
        <extracomment>Texts that lie as files of their own, by what an expression calls them: those that Qt, certifi and tokenizers need.</extracomment>
        <translation>Qt, PySide6 et Shiboken sont utilisés sous la LGPL, version 3. Son texte, et celui de la GPL sur lequel il repose, sont plus bas.</translation>
    </message>
    <message>
        <source>You may put your own build of them in their place: they lie as shared libraries in the folder PySide6 and shiboken6 of the program ({folder}). Replace the files there by others of the same version, or install another PySide6-Essentials of the same minor version, and start again. Nothing checks that they are ours.</source>
        <translation>Vous pouvez mettre votre propre version à leur place : ce sont des bibliothèques partagées, dans les dossiers PySide6 et shiboken6 du programme ({folder}). Remplacez-y les fichiers par d’autres de la même version, ou installez un autre PySide6-Essentials de la même version mineure, puis redémarrez. Rien ne vérifie que ce sont les nôtres.</translation>
    </message>
    <message>
        <source>Their source is at https://download.qt.io/official_releases/QtForPython and https://code.qt.io.</source>
        <translation>Leurs sources sont sur https://download.qt.io/official_releases/QtForPython et https://code.qt.io.</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>Textes des licences</translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation>Licences des composants</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>{kind}, {size}</source>
        <translation>{kind}, {size}</translation>
    </message>
    <message>
        <source>Open the comment on the site ({open}).</source>
        <translation>Ouvrez le commentaire sur le site ({open}).</translation>
    </message>
    <message>
        <source>{key} tries again.</source>
        <translation>{key} réessaie.</translation>
    </message>
    <message>
        <source>Sign in again in Channels.</source>
        <translation>Reconnectez-vous dans Canaux.</translation>
    </message>
    <message>
        <source>This picture is no longer on the site.</source>
        <extracomment>Class of the error -&gt; what happened, what to do next. The first that fits; others say what they say everywhere.</extracomment>
        <translation>Cette image n’est plus sur le site.</translation>
    </message>
    <message>
        <source>This comment is no longer in the workspace.</source>
        <translation>Ce commentaire n’est plus dans l’espace de travail.</translation>
    </message>
    <message>
        <source>The site asks for a new sign-in.</source>
        <translation>Le site demande une nouvelle connexion.</translation>
    </message>
    <message>
        <source>The site asks for a sign-in.</source>
        <translation>Le site demande une connexion.</translation>
    </message>
    <message>
        <source>Our sign-in may not see this picture.</source>
        <translation>Notre connexion n’a pas le droit de voir cette image.</translation>
    </message>
    <message>
        <source>The site does not show us this picture.</source>
        <translation>Le site ne nous montre pas cette image.</translation>
    </message>
    <message>
        <source>The site asks us to wait a little.</source>
        <translation>Le site demande d’attendre un peu.</translation>
    </message>
    <message>
        <source>Today’s share of requests is used up.</source>
        <translation>La part de requêtes du jour est épuisée.</translation>
    </message>
    <message>
        <source>Pictures of this channel cannot be shown here.</source>
        <translation>Les images de ce canal ne peuvent pas être montrées ici.</translation>
    </message>
    <message>
        <source>No way to the site: the network does not answer.</source>
        <translation>Le site est injoignable : le réseau ne répond pas.</translation>
    </message>
    <message>
        <source>The picture did not come whole.</source>
        <translation>L’image n’est pas arrivée entière.</translation>
    </message>
    <message>
        <source>loads it</source>
        <translation>la charge</translation>
    </message>
    <message>
        <source>opens it on the site</source>
        <translation>l’ouvre sur le site</translation>
    </message>
    <message>
        <source>shows it</source>
        <translation>la montre</translation>
    </message>
    <message>
        <source>shows its colours</source>
        <translation>montre ses couleurs</translation>
    </message>
    <message>
        <source>covers it again</source>
        <translation>la couvre</translation>
    </message>
    <message>
        <source>puts it away</source>
        <translation>la range</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>not loaded; {key} loads it</source>
        <translation>pas chargée ; {key} la charge</translation>
    </message>
    <message>
        <source>not shown here; {key} opens it on the site</source>
        <translation>pas montrée ici ; {key} l’ouvre sur le site</translation>
    </message>
    <message>
        <source>blurred and without colour; {key} shows it</source>
        <translation>floutée et sans couleur ; {key} la montre</translation>
    </message>
    <message>
        <source>blurred; {key} shows it</source>
        <translation>floutée ; {key} la montre</translation>
    </message>
    <message>
        <source>without colour; {key} shows its colours</source>
        <translation>sans couleur ; {key} montre ses couleurs</translation>
    </message>
    <message>
        <source>shown; {key} covers it again</source>
        <translation>montrée ; {key} la couvre</translation>
    </message>
    <message>
        <source>shown; {key} puts it away</source>
        <translation>montrée ; {key} la range</translation>
    </message>
    <message>
        <source>The picture is blurred. {key} shows it.</source>
        <translation>L’image est floutée. {key} la montre.</translation>
    </message>
    <message>
        <source>The picture is without colour. {key} shows its colours.</source>
        <translation>L’image est sans couleur. {key} montre ses couleurs.</translation>
    </message>
    <message>
        <source>The picture is shown, for this comment alone. {key} covers it again.</source>
        <translation>L’image est montrée, pour ce commentaire seul. {key} la couvre.</translation>
    </message>
    <message>
        <source>The picture is there. {key} puts it away.</source>
        <translation>L’image est là. {key} la range.</translation>
    </message>
    <message>
        <source>The picture is put away. {key} brings it back.</source>
        <translation>L’image est rangée. {key} la ramène.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>What is attached cannot be shown here. {key} opens it on the site.</source>
        <translation>Ce qui est joint ne peut pas être montré ici. {key} l’ouvre sur le site.</translation>
    </message>
    <message>
        <source>No picture is attached to this comment.</source>
        <translation>Aucune image n’est jointe à ce commentaire.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Ask your IT department.</source>
        <translation>Adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>The workspace was not opened. Nothing of it is lost.</source>
        <translation>L’espace de travail n’a pas été ouvert. Rien n’en est perdu.</translation>
    </message>
    <message>
        <source>Your company does not allow {platform} on this machine.</source>
        <translation>Votre entreprise ne permet pas {platform} sur ce poste.</translation>
    </message>
    <message>
        <source>Nothing is read or sent there; what is here stays.</source>
        <translation>Rien n’y est lu ni envoyé ; ce qui est ici reste.</translation>
    </message>
    <message>
        <source>This is set by your company.</source>
        <translation>C’est fixé par votre entreprise.</translation>
    </message>
    <message>
        <source>Your company wants an encrypted disk, and this one is not ({by}).</source>
        <translation>Votre entreprise exige un disque chiffré, et celui-ci ne l’est pas ({by}).</translation>
    </message>
    <message>
        <source>Have the disk encrypted, then try again. Your IT department knows how.</source>
        <translation>Faites chiffrer le disque, puis réessayez. Votre service informatique sait comment.</translation>
    </message>
    <message>
        <source>Your company wants an encrypted disk, and nobody can tell whether this one is ({by}).</source>
        <translation>Votre entreprise exige un disque chiffré, et rien ne dit si celui-ci l’est ({by}).</translation>
    </message>
    <message>
        <source>Ask your IT department. Where they know that it is, they name its folder in {file}, under “encrypted_folders”.</source>
        <translation>Adressez-vous à votre service informatique. S’il sait qu’il l’est, il nomme son dossier dans {file}, sous « encrypted_folders ».</translation>
    </message>
    <message>
        <source>The company’s certificates in {path} cannot be read.</source>
        <translation>Les certificats de l’entreprise dans {path} sont illisibles.</translation>
    </message>
    <message>
        <source>No connection is made, since nobody can be believed.</source>
        <translation>Aucune connexion n’est ouverte, faute de savoir qui croire.</translation>
    </message>
    <message>
        <source>Your action waits here and leaves later.</source>
        <translation>Votre action attend ici et partira plus tard.</translation>
    </message>
    <message>
        <source>Your action was not carried out.</source>
        <translation>Votre action n’a pas été exécutée.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai suit de lui-même.</translation>
    </message>
    <message>
        <source>Look at it on the site.</source>
        <translation>Allez voir sur le site.</translation>
    </message>
    <message>
        <source>Check the server’s address in Channels.</source>
        <translation>Vérifiez l’adresse du serveur dans Canaux.</translation>
    </message>
    <message>
        <source>Nothing of it is kept.</source>
        <translation>Rien n’en est gardé.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Regardez de nouveau la liste.</translation>
    </message>
    <message>
        <source>Hide or report it instead.</source>
        <translation>Masquez-le ou signalez-le plutôt.</translation>
    </message>
    <message>
        <source>There is no way to the site: no network.</source>
        <translation>Le site est hors d’atteinte : pas de réseau.</translation>
    </message>
    <message>
        <source>The site takes too long to answer.</source>
        <translation>Le site met trop de temps à répondre.</translation>
    </message>
    <message>
        <source>The connection to the site broke off.</source>
        <translation>La connexion au site s’est coupée.</translation>
    </message>
    <message>
        <source>The site has trouble of its own.</source>
        <translation>Le site a ses propres ennuis.</translation>
    </message>
    <message>
        <source>The site gave an answer that cannot be read.</source>
        <translation>Le site a donné une réponse illisible.</translation>
    </message>
    <message>
        <source>The site’s answer is larger than it may be.</source>
        <translation>La réponse du site est trop volumineuse.</translation>
    </message>
    <message>
        <source>The site’s certificate is not trusted.</source>
        <translation>Le certificat du site n’est pas reconnu.</translation>
    </message>
    <message>
        <source>Check the date of this machine, then ask who runs the network.</source>
        <translation>Vérifiez la date de cette machine, puis demandez au responsable du réseau.</translation>
    </message>
    <message>
        <source>Vigie stumbled while reading this channel.</source>
        <translation>Vigie a trébuché en lisant ce canal.</translation>
    </message>
    <message>
        <source>What came in before is safe; the other channels run.</source>
        <translation>Ce qui est arrivé avant est en sûreté ; les autres canaux tournent.</translation>
    </message>
    <message>
        <source>This picture is larger than Vigie loads.</source>
        <translation>Cette image est plus grande que ce que Vigie charge.</translation>
    </message>
    <message>
        <source>What came is no picture that can be shown.</source>
        <translation>Ce qui est venu n’est pas une image que l’on peut montrer.</translation>
    </message>
    <message>
        <source>The site sends somewhere else for this picture.</source>
        <translation>Le site renvoie ailleurs pour cette image.</translation>
    </message>
    <message>
        <source>The server sends requests elsewhere.</source>
        <translation>Le serveur renvoie les demandes ailleurs.</translation>
    </message>
    <message>
        <source>The server’s address is wrong.</source>
        <translation>L’adresse du serveur est fausse.</translation>
    </message>
    <message>
        <source>The address names no server for this account.</source>
        <translation>L’adresse n’indique aucun serveur pour ce compte.</translation>
    </message>
    <message>
        <source>The server gave a sign-in that cannot be used.</source>
        <translation>Le serveur a donné une connexion inutilisable.</translation>
    </message>
    <message>
        <source>This cannot be put into a request the site understands.</source>
        <translation>Cela ne peut pas se dire en une demande que le site comprenne.</translation>
    </message>
    <message>
        <source>This comment has no address on the site.</source>
        <translation>Ce commentaire n’a pas d’adresse sur le site.</translation>
    </message>
    <message>
        <source>The sign-in was not granted on the platform’s page.</source>
        <translation>La connexion n’a pas été accordée sur la page de la plateforme.</translation>
    </message>
    <message>
        <source>Start it again and allow it there.</source>
        <translation>Recommencez et autorisez-la là-bas.</translation>
    </message>
    <message>
        <source>Nobody came back from the platform’s page.</source>
        <translation>Personne n’est revenu de la page de la plateforme.</translation>
    </message>
    <message>
        <source>Start the sign-in again.</source>
        <translation>Recommencez la connexion.</translation>
    </message>
    <message>
        <source>Another program uses port {port}, to which the platform sends you back.</source>
        <translation>Un autre programme occupe le port {port}, où la plateforme vous renvoie.</translation>
    </message>
    <message>
        <source>Close that program, then start the sign-in again.</source>
        <translation>Fermez ce programme, puis recommencez la connexion.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Le nom ou le mot de passe est faux.</translation>
    </message>
    <message>
        <source>Sign in again in Channels.</source>
        <translation>Connectez-vous de nouveau dans Canaux.</translation>
    </message>
    <message>
        <source>The account asks for a code, which a program cannot give.</source>
        <translation>Le compte demande un code, qu’un programme ne peut pas donner.</translation>
    </message>
    <message>
        <source>Make a password for apps on the site, then sign in with it.</source>
        <translation>Créez un mot de passe d’application sur le site, puis connectez-vous avec.</translation>
    </message>
    <message>
        <source>Our account is switched off on the site.</source>
        <translation>Notre compte est désactivé sur le site.</translation>
    </message>
    <message>
        <source>Switch it on again on the site.</source>
        <translation>Réactivez-le sur le site.</translation>
    </message>
    <message>
        <source>The author’s account is no longer there.</source>
        <translation>Le compte de l’auteur n’existe plus.</translation>
    </message>
    <message>
        <source>This account and ours block each other.</source>
        <translation>Ce compte et le nôtre se bloquent l’un l’autre.</translation>
    </message>
    <message>
        <source>Lift the block on the site first.</source>
        <translation>Levez d’abord le blocage sur le site.</translation>
    </message>
    <message>
        <source>This account is blocked by a list, not by a block of ours.</source>
        <translation>Ce compte est bloqué par une liste, non par nous.</translation>
    </message>
    <message>
        <source>Change the list on the site.</source>
        <translation>Modifiez la liste sur le site.</translation>
    </message>
    <message>
        <source>Bluesky lets nobody delete what others wrote.</source>
        <translation>Bluesky ne laisse personne supprimer ce que d’autres ont écrit.</translation>
    </message>
    <message>
        <source>Bluesky hides answers only under our own posts.</source>
        <translation>Bluesky ne masque les réponses que sous nos propres publications.</translation>
    </message>
    <message>
        <source>Report it, or mute the account.</source>
        <translation>Signalez-le, ou mettez le compte en sourdine.</translation>
    </message>
    <message>
        <source>Bluesky keeps {limit} hidden answers under one post, and all are taken.</source>
        <translation>Bluesky garde {limit} réponses masquées par publication, et toutes sont prises.</translation>
    </message>
    <message>
        <source>Report it, or show another one again.</source>
        <translation>Signalez-le, ou réaffichez-en une autre.</translation>
    </message>
    <message>
        <source>Something else stands in this action’s place on Bluesky.</source>
        <translation>Autre chose occupe la place de cette action sur Bluesky.</translation>
    </message>
    <message>
        <source>Others changed the same thing on Bluesky meanwhile.</source>
        <translation>D’autres ont modifié la même chose sur Bluesky entre-temps.</translation>
    </message>
    <message>
        <source>The site no longer knows where the last look ended.</source>
        <translation>Le site ne sait plus où s’est arrêté le dernier regard.</translation>
    </message>
    <message>
        <source>Nothing is lost: the next look starts from the newest.</source>
        <translation>Rien n’est perdu : le prochain regard repart du plus récent.</translation>
    </message>
    <message>
        <source>No program can do this here.</source>
        <translation>Aucun programme ne peut le faire ici.</translation>
    </message>
    <message>
        <source>Do it on the site, then say whether it was done.</source>
        <translation>Faites-le sur le site, puis dites si c’est fait.</translation>
    </message>
    <message>
        <source>An empty text cannot be sent.</source>
        <translation>Un texte vide ne peut pas partir.</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>Écrivez quelque chose.</translation>
    </message>
    <message>
        <source>The text is too long for this site.</source>
        <translation>Le texte est trop long pour ce site.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Raccourcissez-le.</translation>
    </message>
    <message>
        <source>The site did not take it, although it was tried {tries} times.</source>
        <translation>Le site ne l’a pas pris, malgré {tries} essais.</translation>
    </message>
    <message>
        <source>Send it again, or take it back.</source>
        <translation>Envoyez-le de nouveau, ou reprenez-le.</translation>
    </message>
    <message>
        <source>Somebody said that it was not done.</source>
        <translation>Quelqu’un a dit que ce n’était pas fait.</translation>
    </message>
    <message>
        <source>Decide again, or take it back.</source>
        <translation>Décidez de nouveau, ou reprenez-le.</translation>
    </message>
    <message>
        <source>The site does not tell whether it arrived.</source>
        <translation>Le site ne dit pas si c’est arrivé.</translation>
    </message>
    <message>
        <source>Nothing is sent twice.</source>
        <translation>Rien ne part deux fois.</translation>
    </message>
    <message>
        <source>Look there, then say whether it was done.</source>
        <translation>Allez voir, puis dites si c’est fait.</translation>
    </message>
    <message>
        <source>Vigie was closed while it was being sent.</source>
        <translation>Vigie a été fermé pendant l’envoi.</translation>
    </message>
    <message>
        <source>The site did not carry it out.</source>
        <translation>Le site ne l’a pas exécuté.</translation>
    </message>
    <message>
        <source>This decision is no longer there.</source>
        <translation>Cette décision n’est plus là.</translation>
    </message>
    <message>
        <source>It has moved on meanwhile.</source>
        <translation>Cela a avancé entre-temps.</translation>
    </message>
    <message>
        <source>This time is over already.</source>
        <translation>Cette heure est déjà passée.</translation>
    </message>
    <message>
        <source>Choose a later one.</source>
        <translation>Choisissez-en une plus tardive.</translation>
    </message>
    <message>
        <source>The policy has no such category.</source>
        <translation>La politique n’a pas cette catégorie.</translation>
    </message>
    <message>
        <source>Choose one of its own.</source>
        <translation>Choisissez l’une des siennes.</translation>
    </message>
    <message>
        <source>There is no such view.</source>
        <translation>Cette vue n’existe pas.</translation>
    </message>
    <message>
        <source>This is one of your own accounts.</source>
        <translation>C’est l’un de vos propres comptes.</translation>
    </message>
    <message>
        <source>Remove the channel instead.</source>
        <translation>Retirez plutôt le canal.</translation>
    </message>
    <message>
        <source>Actions about this person are on their way.</source>
        <translation>Des actions sur cette personne sont en chemin.</translation>
    </message>
    <message>
        <source>Let them go or undo them first.</source>
        <translation>Laissez-les partir ou annulez-les d’abord.</translation>
    </message>
    <message>
        <source>Actions decided in this channel were not carried out.</source>
        <translation>Des actions décidées dans ce canal n’ont pas eu lieu.</translation>
    </message>
    <message>
        <source>Let them go first, or agree to call them off.</source>
        <translation>Laissez-les partir d’abord, ou acceptez de les annuler.</translation>
    </message>
    <message>
        <source>An action in this channel is being sent this moment.</source>
        <translation>Une action dans ce canal est en train de partir.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>What was pulled from this channel is being erased.</source>
        <translation>Ce qui a été relevé sur ce canal est en train d’être effacé.</translation>
    </message>
    <message>
        <source>Add it again once that is done.</source>
        <translation>Ajoutez-le de nouveau une fois que c’est fait.</translation>
    </message>
    <message>
        <source>Run it again ({key}).</source>
        <translation>Relancez-le ({key}).</translation>
    </message>
    <message>
        <source>Give it another one.</source>
        <translation>Donnez-en un autre.</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Retirez-en une d’abord.</translation>
    </message>
    <message>
        <source>A tag is one short word.</source>
        <translation>Une étiquette est un mot court.</translation>
    </message>
    <message>
        <source>No channel was added.</source>
        <translation>Aucun canal n’a été ajouté.</translation>
    </message>
    <message>
        <source>The proxy of this machine does not answer, or does not let us through.</source>
        <translation>Le proxy de ce poste ne répond pas, ou ne nous laisse pas passer.</translation>
    </message>
    <message>
        <source>Check the proxy in the system’s settings, or ask your IT department.</source>
        <translation>Vérifiez le proxy dans les réglages du système, ou adressez-vous à votre service informatique.</translation>
    </message>
    <message>
        <source>This author has as many tags as can be.</source>
        <translation>Cet auteur a autant d’étiquettes que possible.</translation>
    </message>
    <message>
        <source>This author is no longer here.</source>
        <translation>Cet auteur n’est plus ici.</translation>
    </message>
    <message>
        <source>The policy has no such rule.</source>
        <translation>La politique n’a pas cette règle.</translation>
    </message>
    <message>
        <source>This rule hides by itself already.</source>
        <translation>Cette règle masque déjà d’elle-même.</translation>
    </message>
    <message>
        <source>The log is broken: somebody changed the file.</source>
        <translation>Le journal est rompu : quelqu’un a modifié le fichier.</translation>
    </message>
    <message>
        <source>Nothing more is written to it.</source>
        <translation>Rien n’y est plus écrit.</translation>
    </message>
    <message>
        <source>Keep the file, and call your lead.</source>
        <translation>Gardez le fichier, et appelez votre lead.</translation>
    </message>
    <message>
        <source>This engine is not installed here.</source>
        <translation>Ce moteur n’est pas installé ici.</translation>
    </message>
    <message>
        <source>Choose another one in the settings.</source>
        <translation>Choisissez-en un autre dans les réglages.</translation>
    </message>
    <message>
        <source>No second engine is chosen.</source>
        <translation>Aucun second moteur n’est choisi.</translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation>Choisissez-en un dans les réglages.</translation>
    </message>
    <message>
        <source>This reading is no longer there.</source>
        <translation>Cette lecture n’est plus là.</translation>
    </message>
    <message>
        <source>This reading is over already.</source>
        <translation>Cette lecture est déjà finie.</translation>
    </message>
    <message>
        <source>Another engine has been chosen meanwhile.</source>
        <translation>Un autre moteur a été choisi entre-temps.</translation>
    </message>
    <message>
        <source>Start reading again with it.</source>
        <translation>Relancez la lecture avec lui.</translation>
    </message>
    <message>
        <source>The replay broke off.</source>
        <translation>Le rejeu s’est interrompu.</translation>
    </message>
    <message>
        <source>This replay belongs to another version.</source>
        <translation>Ce rejeu appartient à une autre version.</translation>
    </message>
    <message>
        <source>Several versions begin like this.</source>
        <translation>Plusieurs versions commencent ainsi.</translation>
    </message>
    <message>
        <source>Name it with more letters.</source>
        <translation>Nommez-la avec plus de lettres.</translation>
    </message>
    <message>
        <source>This is no word that can be learnt.</source>
        <translation>Ce n’est pas un mot qui s’apprenne.</translation>
    </message>
    <message>
        <source>There is no word list for this language.</source>
        <translation>Il n’y a pas de liste de mots pour cette langue.</translation>
    </message>
    <message>
        <source>This word was not learnt.</source>
        <translation>Ce mot n’avait pas été appris.</translation>
    </message>
    <message>
        <source>Vigie does not know this platform.</source>
        <translation>Vigie ne connaît pas cette plateforme.</translation>
    </message>
    <message>
        <source>Update Vigie, or import a file instead.</source>
        <translation>Mettez Vigie à jour, ou importez un fichier.</translation>
    </message>
    <message>
        <source>The workspace is busy: another program holds it.</source>
        <translation>L’espace de travail est occupé : un autre programme le tient.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>A newer Vigie wrote this workspace.</source>
        <translation>Une version plus récente de Vigie a écrit cet espace de travail.</translation>
    </message>
    <message>
        <source>Update Vigie, then open it again.</source>
        <translation>Mettez Vigie à jour, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>The workspace file cannot be read.</source>
        <translation>Le fichier de l’espace de travail est illisible.</translation>
    </message>
    <message>
        <source>Run “vigie doctor”: it offers the last backup.</source>
        <translation>Lancez « vigie doctor » : il propose la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The system keyring is locked or missing.</source>
        <translation>Le trousseau du système est verrouillé ou absent.</translation>
    </message>
    <message>
        <source>The secret was not stored.</source>
        <translation>Le secret n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>Unlock the keyring, then sign in again.</source>
        <translation>Déverrouillez le trousseau, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>No secret is stored for {channel}.</source>
        <translation>Aucun secret n’est enregistré pour {channel}.</translation>
    </message>
    <message>
        <source>Sign in to this channel.</source>
        <translation>Connectez-vous à ce canal.</translation>
    </message>
    <message>
        <source>No verdicts just now.</source>
        <translation>Pas de verdict pour l’instant.</translation>
    </message>
    <message>
        <source>Comments still come, by time.</source>
        <translation>Les commentaires arrivent toujours, par date.</translation>
    </message>
    <message>
        <source>The engine is started again by itself.</source>
        <translation>Le moteur est relancé de lui-même.</translation>
    </message>
    <message>
        <source>Another Vigie is at work on this workspace: {holder}.</source>
        <translation>Une autre Vigie travaille sur cet espace : {holder}.</translation>
    </message>
    <message>
        <source>Your decisions are recorded; it sends them.</source>
        <translation>Vos décisions sont enregistrées ; elle les envoie.</translation>
    </message>
    <message>
        <source>You can go on.</source>
        <translation>Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>{channel} wants a new sign-in.</source>
        <translation>{channel} demande une nouvelle connexion.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Connectez-vous.</translation>
    </message>
    <message>
        <source>The sign-in of {channel} lacks a permission: {scope}.</source>
        <translation>La connexion de {channel} n’a pas une permission : {scope}.</translation>
    </message>
    <message>
        <source>Sign in again with that permission.</source>
        <translation>Reconnectez-vous avec cette permission.</translation>
    </message>
    <message>
        <source>{channel} asks us to wait.</source>
        <translation>{channel} demande d’attendre.</translation>
    </message>
    <message>
        <source>Goes on at {retry_at}.</source>
        <translation>Reprise à {retry_at}.</translation>
    </message>
    <message>
        <source>The day’s budget of {channel} is spent.</source>
        <translation>Le budget du jour de {channel} est épuisé.</translation>
    </message>
    <message>
        <source>The comment is gone.</source>
        <translation>Le commentaire a disparu.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Rien à faire.</translation>
    </message>
    <message>
        <source>The site refuses this to our account.</source>
        <translation>Le site refuse cela à notre compte.</translation>
    </message>
    <message>
        <source>Open it on the site, or choose something else.</source>
        <translation>Ouvrez-le sur le site, ou choisissez autre chose.</translation>
    </message>
    <message>
        <source>The site calls this request wrong.</source>
        <translation>Le site juge cette demande incorrecte.</translation>
    </message>
    <message>
        <source>Look at the text, then try again.</source>
        <translation>Relisez le texte, puis réessayez.</translation>
    </message>
    <message>
        <source>The site has this very text already.</source>
        <translation>Le site a déjà ce texte, mot pour mot.</translation>
    </message>
    <message>
        <source>Change the text.</source>
        <translation>Changez le texte.</translation>
    </message>
    <message>
        <source>The site has no such action.</source>
        <translation>Le site ne connaît pas cette action.</translation>
    </message>
    <message>
        <source>Open it on the site.</source>
        <translation>Ouvrez-le sur le site.</translation>
    </message>
    <message>
        <source>No network, or the site does not answer.</source>
        <translation>Pas de réseau, ou le site ne répond pas.</translation>
    </message>
    <message>
        <source>Sent, no answer yet.</source>
        <translation>Envoyé, sans réponse.</translation>
    </message>
    <message>
        <source>Constructive criticism is protected. Answer it, or say why it is something else ({key}).</source>
        <translation>Une critique constructive est protégée. Répondez-y, ou dites pourquoi c’est autre chose ({key}).</translation>
    </message>
    <message>
        <source>Checking on the site before anything is sent again.</source>
        <translation>On vérifie sur le site avant tout nouvel envoi.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Ce n’est plus là.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Votre rôle ne le permet pas.</translation>
    </message>
    <message>
        <source>Ask a lead.</source>
        <translation>Demandez à un lead.</translation>
    </message>
    <message>
        <source>This was decided already.</source>
        <translation>C’est déjà décidé.</translation>
    </message>
    <message>
        <source>Look at the timeline.</source>
        <translation>Voyez la chronologie.</translation>
    </message>
    <message>
        <source>The comment or the policy has changed since you read it.</source>
        <translation>Le commentaire ou la politique a changé depuis votre lecture.</translation>
    </message>
    <message>
        <source>Read it again, then decide.</source>
        <translation>Relisez, puis décidez.</translation>
    </message>
    <message>
        <source>Something is missing or wrong in what was asked.</source>
        <translation>Il manque quelque chose, ou la demande est incorrecte.</translation>
    </message>
    <message>
        <source>We do not answer provocation.</source>
        <translation>On ne répond pas à une provocation.</translation>
    </message>
    <message>
        <source>This is not a provocation</source>
        <translation>Ce n’est pas une provocation</translation>
    </message>
    <message>
        <source>We have answered twice here. Offer a private talk, or let others speak.</source>
        <translation>Nous avons déjà répondu deux fois. Proposez un échange privé, ou laissez parler les autres.</translation>
    </message>
    <message>
        <source>At {time} we said something else: “{text}”. Change it, or ask the spokesperson.</source>
        <translation>À {time} nous avons dit autre chose : « {text} ». Corrigez, ou demandez à la porte-parole.</translation>
    </message>
    <message>
        <source>Block is not a first step. {missing} must come first.</source>
        <translation>Bloquer n’est pas un premier pas. Il faut d’abord : {missing}.</translation>
    </message>
    <message>
        <source>A second person must agree within 24 h. Asked: {person}.</source>
        <translation>Une seconde personne doit donner son accord sous 24 h. Demandé à : {person}.</translation>
    </message>
    <message>
        <source>{done}. This cannot be undone.</source>
        <translation>{done}. Cela ne s’annule pas.</translation>
    </message>
    <message>
        <source>{done}: “{start}”</source>
        <translation>{done} : « {start} »</translation>
    </message>
    <message>
        <source>leaves in {n} s</source>
        <translation>part dans {n} s</translation>
    </message>
    <message>
        <source>Undo: {action} of {author}</source>
        <translation>Annuler : {action} de {author}</translation>
    </message>
    <message>
        <source>Sent, no answer yet. Checking on the site before anything is sent again.</source>
        <translation>Envoyé, sans réponse. On vérifie sur le site avant tout nouvel envoi.</translation>
    </message>
    <message>
        <source>The comment is gone. Nothing to do.</source>
        <translation>Le commentaire a disparu. Rien à faire.</translation>
    </message>
    <message>
        <source>The page is open. Was it done?</source>
        <translation>La page est ouverte. Est-ce fait ?</translation>
    </message>
    <message>
        <source>{name} has it, for {minutes} more min.</source>
        <translation>Réservé par {name}, encore {minutes} min.</translation>
    </message>
    <message>
        <source>Harsh texts read: {read} of {limit}. Only you see this.</source>
        <translation>Textes durs lus : {read} sur {limit}. Visible par vous seul.</translation>
    </message>
    <message>
        <source>Verified up to {time}, {entries}</source>
        <translation>Vérifié jusqu’à {time}, {entries}</translation>
    </message>
    <message>
        <source>Log broken at entry {n}: {kind}.</source>
        <translation>Journal rompu à l’entrée {n} : {kind}.</translation>
    </message>
    <message>
        <source>an entry was edited</source>
        <translation>une entrée a été modifiée</translation>
    </message>
    <message>
        <source>an entry was deleted</source>
        <translation>une entrée a été supprimée</translation>
    </message>
    <message>
        <source>an entry was inserted</source>
        <translation>une entrée a été insérée</translation>
    </message>
    <message>
        <source>entries were reordered</source>
        <translation>des entrées ont été déplacées</translation>
    </message>
    <message>
        <source>the end was cut off</source>
        <translation>la fin a été coupée</translation>
    </message>
    <message>
        <source>Tampering is detected, not prevented. Keep an anchor elsewhere.</source>
        <translation>Une altération se voit, elle n’est pas empêchée. Gardez une ancre ailleurs.</translation>
    </message>
    <message>
        <source>Drill. Nothing leaves the practice network.</source>
        <translation>Exercice. Rien ne quitte le réseau d’entraînement.</translation>
    </message>
    <message>
        <source>{channel} asks us to wait. Goes on at {retry_at}.</source>
        <translation>{channel} demande d’attendre. Reprise à {retry_at}.</translation>
    </message>
    <message>
        <source>On {platform}, this can be undone from here.</source>
        <translation>Sur {platform}, cela s’annule d’ici.</translation>
    </message>
    <message>
        <source>On {platform}, this cannot be undone.</source>
        <translation>Sur {platform}, cela ne s’annule pas.</translation>
    </message>
    <message>
        <source>On {platform}, a person does this on the site; the log says so.</source>
        <translation>Sur {platform}, une personne le fait sur le site ; le journal le dit.</translation>
    </message>
    <message>
        <source>{platform} has no such action.</source>
        <translation>Cette action n’existe pas sur {platform}.</translation>
    </message>
    <message>
        <source>On {platform}, only for our own comments.</source>
        <translation>Sur {platform}, seulement pour nos propres commentaires.</translation>
    </message>
    <message>
        <source>On Facebook, hiding can be undone. The author and friends still see it.</source>
        <translation>Sur Facebook, masquer s’annule. L’auteur et ses amis le voient encore.</translation>
    </message>
    <message>
        <source>On Bluesky, hiding can be undone. The reply goes behind “hidden replies” of our post; elsewhere it stays.</source>
        <translation>Sur Bluesky, masquer s’annule. La réponse passe dans les « réponses masquées » de notre post ; ailleurs elle reste.</translation>
    </message>
    <message>
        <source>On Bluesky, a report goes to the moderation service. It cannot be taken back.</source>
        <translation>Sur Bluesky, un signalement va au service de modération. Il ne se retire pas.</translation>
    </message>
    <message>
        <source>On Bluesky, a block is public and can be undone.</source>
        <translation>Sur Bluesky, un blocage est public et s’annule.</translation>
    </message>
    <message>
        <source>On the practice network, hiding can be undone. Nothing leaves this machine.</source>
        <translation>Sur le réseau d’entraînement, masquer s’annule. Rien ne quitte cette machine.</translation>
    </message>
    <message>
        <source>{done}: {author}</source>
        <translation>{done} : {author}</translation>
    </message>
    <message>
        <source>{by} was first here: {action}. Nothing of yours was added.</source>
        <translation>{by} a décidé avant vous : {action}. Rien n’a été ajouté de votre part.</translation>
    </message>
    <message>
        <source>{holder} has it. Take over: {key}</source>
        <translation>{holder} l’a réservé. Reprendre : {key}</translation>
    </message>
    <message>
        <source>This is on its way already.</source>
        <translation>C’est déjà en route.</translation>
    </message>
    <message>
        <source>A person has decided about it already.</source>
        <translation>Une personne en a déjà décidé.</translation>
    </message>
    <message>
        <source>These are our own words.</source>
        <translation>Ce sont nos propres mots.</translation>
    </message>
    <message>
        <source>One answer to many is spam: answer one comment at a time.</source>
        <translation>Une même réponse à beaucoup de gens est du spam : répondez à un commentaire à la fois.</translation>
    </message>
    <message>
        <source>This action knows no time.</source>
        <translation>Cette action ne connaît pas d’heure.</translation>
    </message>
    <message>
        <source>None of these would be decided. Nothing was done.</source>
        <translation>Aucun ne serait décidé. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This needs its number said back. Nothing was done.</source>
        <translation>Il faut redire le nombre. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Too many without a preview: at most {most} at once.</source>
        <translation>Trop sans aperçu : au plus {most} d’un coup.</translation>
    </message>
    <message>
        <source>This bulk decision is no longer there.</source>
        <translation>Cette décision groupée n’est plus là.</translation>
    </message>
    <message>
        <source>This bulk decision has ended already.</source>
        <translation>Cette décision groupée est déjà terminée.</translation>
    </message>
    <message>
        <source>Too long for this site: {used} of {limit}.</source>
        <translation>Trop long pour ce site : {used} sur {limit}.</translation>
    </message>
    <message>
        <source>This cannot be undone from here.</source>
        <translation>Cela ne s’annule pas d’ici.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>C’est déjà annulé.</translation>
    </message>
    <message>
        <source>It was never carried out: nothing to undo.</source>
        <translation>Cela n’a jamais été exécuté : rien à annuler.</translation>
    </message>
    <message>
        <source>It may have arrived. Look there and say so first, then undo.</source>
        <translation>C’est peut-être arrivé. Vérifiez sur le site et dites-le d’abord, puis annulez.</translation>
    </message>
    <message>
        <source>It was changed since: there is nothing left to take back.</source>
        <translation>Cela a changé depuis : il n’y a plus rien à annuler.</translation>
    </message>
    <message>
        <source>A decision rests on it. Undo that one first.</source>
        <translation>Une décision en dépend. Annulez-la d’abord.</translation>
    </message>
    <message>
        <source>This is for them, or for a lead, to undo.</source>
        <translation>C’est à cette personne, ou à un lead, de l’annuler.</translation>
    </message>
    <message>
        <source>It is being sent. Wait for the answer, then undo.</source>
        <translation>L’envoi est en cours. Attendez la réponse, puis annulez.</translation>
    </message>
    <message>
        <source>The author changed the comment since you read it. Read it again, then decide.</source>
        <translation>L’auteur a modifié le commentaire depuis votre lecture. Relisez, puis décidez.</translation>
    </message>
    <message>
        <source>The policy changed since you read it. Look again, then decide.</source>
        <translation>La politique a changé depuis votre lecture. Regardez de nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Rien d’écrit pour l’instant.</translation>
    </message>
    <message>
        <source>Say why in a few words: a reason is needed.</source>
        <translation>Dites pourquoi en quelques mots : un motif est demandé.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Rien à annuler.</translation>
    </message>
    <message>
        <source>It did not fail: nothing to send again.</source>
        <translation>Il n’y a pas d’échec : rien à renvoyer.</translation>
    </message>
    <message>
        <source>This was answered already.</source>
        <translation>La réponse a déjà été donnée.</translation>
    </message>
    <message>
        <source>This request was answered already.</source>
        <translation>Cette demande a déjà sa réponse.</translation>
    </message>
    <message>
        <source>Nobody agrees to their own request.</source>
        <translation>On n’approuve pas sa propre demande.</translation>
    </message>
    <message>
        <source>This decision was undone.</source>
        <translation>Cette décision a été annulée.</translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation>Le moteur s’arrête.</translation>
    </message>
    <message>
        <source>No policy is active.</source>
        <translation>Aucune politique n’est active.</translation>
    </message>
    <message>
        <source>This is {by}’s decision: they may undo it, or one of these: {who}.</source>
        <translation>C’est une décision de {by}, qui peut l’annuler, ou : {who}.</translation>
    </message>
    <message>
        <source>The time to agree is over; the decision was cancelled. Decide again and ask again.</source>
        <translation>Le délai pour donner un accord est passé ; la décision est annulée. Décidez et demandez à nouveau.</translation>
    </message>
    <message>
        <source>Agreeing needs another role: {needed}.</source>
        <translation>Cet accord demande un autre rôle : {needed}.</translation>
    </message>
    <message>
        <source>{name} is the only lead. Make somebody else a lead first.</source>
        <translation>{name} est le seul lead. Nommez d’abord un autre lead.</translation>
    </message>
    <message>
        <source>{name} is no longer a member.</source>
        <translation>{name} ne fait plus partie de l’équipe.</translation>
    </message>
    <message>
        <source>{name} has or had this name. Choose another one.</source>
        <translation>{name} porte ou portait ce nom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“{name}” is the program’s own name in the log. Choose another one.</source>
        <translation>« {name} » est le nom du programme dans le journal. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A contact has at most {limit} letters.</source>
        <translation>Un contact a {limit} lettres au plus.</translation>
    </message>
    <message>
        <source>A name has 1 to {longest} visible letters.</source>
        <translation>Un nom compte de 1 à {longest} lettres visibles.</translation>
    </message>
    <message>
        <source>{actor} is not a member of this workspace.</source>
        <translation>{actor} ne fait pas partie de cet espace de travail.</translation>
    </message>
    <message>
        <source>You do this on the site; the console opens the page and asks.</source>
        <translation>Vous le faites sur le site ; la console ouvre la page et demande.</translation>
    </message>
    <message>
        <source>A reply on the practice network; undo deletes it.</source>
        <translation>Une réponse sur le réseau d’entraînement ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On the practice network, the comment is shown again.</source>
        <translation>Sur le réseau d’entraînement, le commentaire réapparaît.</translation>
    </message>
    <message>
        <source>On the practice network too, deleting is final.</source>
        <translation>Sur le réseau d’entraînement aussi, supprimer est définitif.</translation>
    </message>
    <message>
        <source>A report cannot be taken back.</source>
        <translation>Un signalement ne se retire pas.</translation>
    </message>
    <message>
        <source>The author can write no more; this can be undone.</source>
        <translation>L’auteur ne peut plus écrire ; cela s’annule.</translation>
    </message>
    <message>
        <source>The author can write again.</source>
        <translation>L’auteur peut de nouveau écrire.</translation>
    </message>
    <message>
        <source>Our account no longer sees this author; this can be undone.</source>
        <translation>Notre compte ne voit plus cet auteur ; cela s’annule.</translation>
    </message>
    <message>
        <source>Our account sees this author again.</source>
        <translation>Notre compte voit de nouveau cet auteur.</translation>
    </message>
    <message>
        <source>Public; can be taken back.</source>
        <translation>Public ; peut se retirer.</translation>
    </message>
    <message>
        <source>Takes our like back.</source>
        <translation>Retire notre j’aime.</translation>
    </message>
    <message>
        <source>A public reply on Bluesky; undo deletes it.</source>
        <translation>Une réponse publique sur Bluesky ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On Bluesky, the reply is shown again.</source>
        <translation>Sur Bluesky, la réponse réapparaît.</translation>
    </message>
    <message>
        <source>Only our own posts can be deleted on Bluesky.</source>
        <translation>Sur Bluesky, seuls nos propres posts se suppriment.</translation>
    </message>
    <message>
        <source>On Bluesky, the block is lifted.</source>
        <translation>Sur Bluesky, le blocage est levé.</translation>
    </message>
    <message>
        <source>On Bluesky, a mute is private and can be undone.</source>
        <translation>Sur Bluesky, la sourdine est privée et s’annule.</translation>
    </message>
    <message>
        <source>On Bluesky, the mute is lifted.</source>
        <translation>Sur Bluesky, la sourdine est levée.</translation>
    </message>
    <message>
        <source>On Bluesky, a like is public and can be taken back.</source>
        <translation>Sur Bluesky, un j’aime est public et peut se retirer.</translation>
    </message>
    <message>
        <source>This is our own comment.</source>
        <translation>C’est notre propre commentaire.</translation>
    </message>
    <message>
        <source>On Bluesky, only our own posts can be deleted.</source>
        <translation>Sur Bluesky, seuls nos propres posts se suppriment.</translation>
    </message>
    <message>
        <source>On Bluesky, hiding works under our own posts only.</source>
        <translation>Sur Bluesky, masquer ne vaut que sous nos propres posts.</translation>
    </message>
    <message>
        <source>The author does not allow replies here.</source>
        <translation>L’auteur n’autorise pas les réponses ici.</translation>
    </message>
    <message>
        <source>Something did not work ({code}).</source>
        <translation>Quelque chose n’a pas marché ({code}).</translation>
    </message>
    <message>
        <source>Copy the details for whoever looks after Vigie.</source>
        <translation>Copiez les détails pour la personne qui s’occupe de Vigie.</translation>
    </message>
    <message>
        <source>This filter makes no sense: {field}.</source>
        <translation>Ce filtre n’a pas de sens : {field}.</translation>
    </message>
    <message>
        <source>Clear the filter and choose again.</source>
        <translation>Videz le filtre et choisissez à nouveau.</translation>
    </message>
    <message>
        <source>This view is there no more.</source>
        <translation>Cette vue n’existe plus.</translation>
    </message>
    <message>
        <source>Choose another view.</source>
        <translation>Choisissez une autre vue.</translation>
    </message>
    <message>
        <source>This cannot name a view.</source>
        <translation>Cela ne peut pas nommer une vue.</translation>
    </message>
    <message>
        <source>Give 1 to {longest} characters.</source>
        <translation>Donnez de 1 à {longest} caractères.</translation>
    </message>
    <message>
        <source>There is a view called “{name}” already.</source>
        <translation>Une vue s’appelle déjà « {name} ».</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There are {most} views already.</source>
        <translation>Il y a déjà {most} vues.</translation>
    </message>
    <message>
        <source>Drop one first.</source>
        <translation>Retirez-en une d’abord.</translation>
    </message>
    <message>
        <source>Nothing can be assigned to “{name}”.</source>
        <translation>On ne peut rien confier à « {name} ».</translation>
    </message>
    <message>
        <source>Choose a member or a role.</source>
        <translation>Choisissez un membre ou un rôle.</translation>
    </message>
    <message>
        <source>This comment is decided.</source>
        <translation>Ce commentaire est décidé.</translation>
    </message>
    <message>
        <source>Take the decision back first.</source>
        <translation>Annulez d’abord la décision.</translation>
    </message>
    <message>
        <source>The instance does not take this as it is.</source>
        <translation>L’instance ne l’accepte pas tel quel.</translation>
    </message>
    <message>
        <source>Shorten or change the text, or do it on the site.</source>
        <translation>Raccourcissez ou modifiez le texte, ou faites-le sur le site.</translation>
    </message>
    <message>
        <source>On Mastodon, only our own posts can be deleted.</source>
        <translation>Sur Mastodon, seuls nos propres messages peuvent être supprimés.</translation>
    </message>
    <message>
        <source>Report it to the moderators of the instance instead.</source>
        <translation>Signalez-le plutôt à la modération de l’instance.</translation>
    </message>
    <message>
        <source>No Mastodon answers at this address.</source>
        <translation>Aucun Mastodon ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>This token may not read your account, notifications and posts.</source>
        <translation>Ce jeton ne permet pas de lire votre compte, vos notifications et vos messages.</translation>
    </message>
    <message>
        <source>This was decided for everybody on the instance; the channel no longer acts as its staff.</source>
        <translation>Ceci valait pour toute l’instance ; le canal n’agit plus au titre de sa modération.</translation>
    </message>
    <message>
        <source>Decide again: it then acts for your account alone.</source>
        <translation>Décidez à nouveau : cela ne vaudra que pour votre compte.</translation>
    </message>
    <message>
        <source>The instance does not let your role or your token do this to this account.</source>
        <translation>L’instance ne permet pas ceci à votre rôle ou à votre jeton pour ce compte.</translation>
    </message>
    <message>
        <source>Ask whoever runs the instance, or let the channel act for your account alone.</source>
        <translation>Demandez à qui gère l’instance, ou faites agir le canal pour votre compte seulement.</translation>
    </message>
    <message>
        <source>On the application’s page, tick read, write and follow, save, and make the token anew there.</source>
        <translation>Sur la page de l’application, cochez read, write et follow, enregistrez, puis régénérez-y le jeton.</translation>
    </message>
    <message>
        <source>Give the address at which you sign in with the browser; it may differ from the one in your name.</source>
        <translation>Indiquez l’adresse à laquelle vous vous connectez dans le navigateur ; elle peut différer de celle de votre nom.</translation>
    </message>
    <message>
        <source>A reply on Mastodon that calls the author, as public as the comment; undo deletes it.</source>
        <translation>Une réponse sur Mastodon qui mentionne l’auteur, aussi publique que le commentaire ; annuler la supprime.</translation>
    </message>
    <message>
        <source>This comment is not public. Neither is the reply: it reaches whom it calls. Undo deletes it.</source>
        <translation>Ce commentaire n’est pas public. La réponse non plus : elle parvient à qui elle mentionne. Annuler la supprime.</translation>
    </message>
    <message>
        <source>Only our own posts can be deleted on Mastodon.</source>
        <translation>Sur Mastodon, seuls nos propres messages peuvent être supprimés.</translation>
    </message>
    <message>
        <source>On Mastodon, a report goes to the moderators of your instance. It cannot be taken back.</source>
        <translation>Sur Mastodon, un signalement va à la modération de votre instance. Il ne peut pas être retiré.</translation>
    </message>
    <message>
        <source>On Mastodon, a block also ends following each other; undo does not bring that back.</source>
        <translation>Sur Mastodon, un blocage met aussi fin aux abonnements entre les deux comptes ; annuler ne les rétablit pas.</translation>
    </message>
    <message>
        <source>On Mastodon, the block is lifted.</source>
        <translation>Sur Mastodon, le blocage est levé.</translation>
    </message>
    <message>
        <source>On Mastodon, a mute is private: comments of this author no longer come in. It can be undone.</source>
        <translation>Sur Mastodon, la sourdine est privée : les commentaires de cet auteur n’arrivent plus. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Mastodon, the mute is lifted.</source>
        <translation>Sur Mastodon, la sourdine est ôtée.</translation>
    </message>
    <message>
        <source>As staff: the account is limited for everybody on your instance and its open reports are settled; one of your instance is told by e-mail. Undo lifts the limit.</source>
        <translation>Au titre de la modération : le compte est limité pour toute votre instance et ses signalements ouverts sont clos ; s’il est de votre instance, il en est averti par e-mail. Annuler lève la limite.</translation>
    </message>
    <message>
        <source>As staff: the account’s limit is lifted for everybody on your instance.</source>
        <translation>Au titre de la modération : la limite du compte est levée pour toute votre instance.</translation>
    </message>
    <message>
        <source>As staff: the account is suspended for everybody on your instance and its open reports are settled. Undo brings it back within 30 days, its follows not.</source>
        <translation>Au titre de la modération : le compte est suspendu pour toute votre instance et ses signalements ouverts sont clos. Annuler le rétablit sous 30 jours, mais pas ses abonnements.</translation>
    </message>
    <message>
        <source>As staff: the account’s suspension is lifted for everybody on your instance.</source>
        <translation>Au titre de la modération : la suspension du compte est levée pour toute votre instance.</translation>
    </message>
    <message>
        <source>On Mastodon, a favourite is public and can be taken back.</source>
        <translation>Sur Mastodon, un favori est public et peut être retiré.</translation>
    </message>
    <message>
        <source>Takes our favourite back.</source>
        <translation>Retire notre favori.</translation>
    </message>
    <message>
        <source>Mastodon hides no replies of others: mute, block or report the author.</source>
        <translation>Mastodon ne masque pas les réponses des autres : mettez l’auteur en sourdine, bloquez-le ou signalez-le.</translation>
    </message>
    <message>
        <source>After {pages} pages of notifications the pull stopped; what is older does not come in.</source>
        <translation>Après {pages} pages de notifications, le relevé s’est arrêté ; ce qui est plus ancien n’arrive pas.</translation>
    </message>
    <message>
        <source>A thread is larger than a pull may read; its first levels came in.</source>
        <translation>Un fil dépasse ce qu’un relevé peut lire ; ses premiers niveaux sont arrivés.</translation>
    </message>
    <message>
        <source>This server has no search: nothing can be watched there. Comments come in all the same.</source>
        <translation>Ce serveur n’a pas de recherche : rien ne peut y être surveillé. Les commentaires arrivent tout de même.</translation>
    </message>
    <message>
        <source>Bluesky did not answer the search for {watch}; it is asked again with the next pull.</source>
        <translation>Bluesky n’a pas répondu à la recherche de {watch} ; elle est refaite au prochain relevé.</translation>
    </message>
    <message>
        <source>There is more about {watch} than can be read; the oldest of it is missing.</source>
        <translation>Il y a plus sur {watch} que ce qui peut être lu ; le plus ancien manque.</translation>
    </message>
    <message>
        <source>A thread could not be read; its turn comes again with the next pulls.</source>
        <translation>Un fil n’a pas pu être lu ; son tour revient avec les prochains relevés.</translation>
    </message>
    <message>
        <source>The instance does not list our own posts: only what mentions us comes in.</source>
        <translation>L’instance ne donne pas la liste de nos messages : seul ce qui nous mentionne arrive.</translation>
    </message>
    <message>
        <source>For {count} comments the instance does not tell in which thread they stand.</source>
        <translation>Pour {count} commentaires, l’instance ne dit pas dans quel fil ils se trouvent.</translation>
    </message>
    <message>
        <source>The instance does not let us look for {watch}.</source>
        <translation>L’instance ne nous laisse pas chercher {watch}.</translation>
    </message>
    <message>
        <source>There is more about {watch} than can be read; the rest comes with the next pulls.</source>
        <translation>Il y a plus de messages sur {watch} qu’on ne peut en lire ; le reste vient avec les prochains relevés.</translation>
    </message>
    <message>
        <source>Ask whoever runs the site.</source>
        <translation>Demandez à qui gère le site.</translation>
    </message>
    <message>
        <source>The site did not take our sign-in: the application password is wrong, or the host removes it on the way.</source>
        <translation>Le site n’a pas accepté notre connexion : le mot de passe d’application est faux, ou l’hébergeur le retire en chemin.</translation>
    </message>
    <message>
        <source>Make a new application password on your profile page of the site.</source>
        <translation>Créez un nouveau mot de passe d’application dans votre profil sur le site.</translation>
    </message>
    <message>
        <source>No comments interface of WordPress answers at this address.</source>
        <translation>Aucune interface de commentaires de WordPress ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>Something in front of the site turned us away.</source>
        <translation>Quelque chose devant le site nous a refusé l’entrée.</translation>
    </message>
    <message>
        <source>This account may not moderate on the site; an editor may.</source>
        <translation>Ce compte ne peut pas modérer sur le site ; un éditeur le peut.</translation>
    </message>
    <message>
        <source>The article takes no more comments.</source>
        <translation>L’article n’accepte plus de commentaires.</translation>
    </message>
    <message>
        <source>This site keeps no trash: deleting would be final.</source>
        <translation>Ce site n’a pas de corbeille : supprimer serait définitif.</translation>
    </message>
    <message>
        <source>Hide it, or delete it on the site.</source>
        <translation>Masquez-le, ou supprimez-le sur le site.</translation>
    </message>
    <message>
        <source>No Discourse forum answers at this address.</source>
        <translation>Aucun forum Discourse ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>The forum refused it: too short, too much like a former post, or the topic is closed.</source>
        <translation>Le forum l’a refusé : trop court, trop proche d’un message précédent, ou sujet fermé.</translation>
    </message>
    <message>
        <source>Another moderator is changing the same thing.</source>
        <translation>Un autre modérateur modifie la même chose.</translation>
    </message>
    <message>
        <source>The key’s user is no moderator of the forum.</source>
        <translation>L’utilisateur de la clé n’est pas modérateur du forum.</translation>
    </message>
    <message>
        <source>The forum took it for a flag and did not hide the post.</source>
        <translation>Le forum l’a pris pour un signalement et n’a pas masqué le message.</translation>
    </message>
    <message>
        <source>The flag stands; a moderator will look at it.</source>
        <translation>Le signalement reste ; un modérateur le verra.</translation>
    </message>
    <message>
        <source>This post waits for approval: it can only be let in or turned away.</source>
        <translation>Ce message attend une validation : on peut seulement le publier ou l’écarter.</translation>
    </message>
    <message>
        <source>A public reply under the comment; undo moves it to the site’s trash.</source>
        <translation>Une réponse publique sous le commentaire ; annuler la met dans la corbeille du site.</translation>
    </message>
    <message>
        <source>On WordPress, the comment waits for approval again; nobody sees it. This can be undone.</source>
        <translation>Sur WordPress, le commentaire attend de nouveau une validation ; personne ne le voit. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On WordPress, the comment is approved and stands on the site.</source>
        <translation>Sur WordPress, le commentaire est approuvé et paraît sur le site.</translation>
    </message>
    <message>
        <source>On WordPress, the comment goes to the trash; undo brings it back while it lies there.</source>
        <translation>Sur WordPress, le commentaire va dans la corbeille ; annuler l’en ressort tant qu’il y est.</translation>
    </message>
    <message>
        <source>On WordPress, the comment is marked as spam and disappears. This can be undone.</source>
        <translation>Sur WordPress, le commentaire est marqué indésirable et disparaît. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>WordPress has no block: the site’s Discussion settings hold a list of disallowed names.</source>
        <translation>WordPress ne bloque personne : les réglages Discussion du site tiennent une liste de noms interdits.</translation>
    </message>
    <message>
        <source>Take the name off the list in the site’s Discussion settings.</source>
        <translation>Retirez le nom de la liste dans les réglages Discussion du site.</translation>
    </message>
    <message>
        <source>WordPress knows no muting of commenters.</source>
        <translation>WordPress ne sait pas mettre des commentateurs en sourdine.</translation>
    </message>
    <message>
        <source>WordPress knows no likes of comments.</source>
        <translation>WordPress ne connaît pas de mention J’aime des commentaires.</translation>
    </message>
    <message>
        <source>A public reply to the post in its topic; undo deletes it.</source>
        <translation>Une réponse publique au message dans son sujet ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On Discourse, the post is hidden behind a notice, and its author is told. This can be undone.</source>
        <translation>Sur Discourse, le message est masqué derrière un avis et son auteur en est informé. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Discourse, the post is shown again.</source>
        <translation>Sur Discourse, le message est de nouveau affiché.</translation>
    </message>
    <message>
        <source>On Discourse, the waiting post is published; it then comes in as a new comment.</source>
        <translation>Sur Discourse, le message en attente est publié ; il arrive ensuite comme un nouveau commentaire.</translation>
    </message>
    <message>
        <source>On Discourse, the post is deleted; moderators can bring it back, and so can undo.</source>
        <translation>Sur Discourse, le message est supprimé ; les modérateurs peuvent le rétablir, annuler aussi.</translation>
    </message>
    <message>
        <source>This post opens its topic: deleting it deletes the whole topic. Undo brings it back.</source>
        <translation>Ce message ouvre son sujet : le supprimer supprime tout le sujet. Annuler le rétablit.</translation>
    </message>
    <message>
        <source>On Discourse, the waiting post is turned away and never appears.</source>
        <translation>Sur Discourse, le message en attente est écarté et ne paraîtra pas.</translation>
    </message>
    <message>
        <source>On Discourse, a flag for the forum’s moderators. It cannot be taken back from here.</source>
        <translation>Sur Discourse, un signalement aux modérateurs du forum. On ne peut pas le retirer d’ici.</translation>
    </message>
    <message>
        <source>On Discourse, the author is silenced for some weeks: reading, not writing. This can be undone.</source>
        <translation>Sur Discourse, l’auteur est réduit au silence quelques semaines : il lit sans écrire. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Discourse, the author can write again.</source>
        <translation>Sur Discourse, l’auteur peut de nouveau écrire.</translation>
    </message>
    <message>
        <source>On Discourse, a like is public and can be taken back.</source>
        <translation>Sur Discourse, un J’aime est public et peut être retiré.</translation>
    </message>
    <message>
        <source>Discourse mutes for one reader alone: block instead.</source>
        <translation>Discourse met en sourdine pour un seul lecteur : bloquez plutôt.</translation>
    </message>
    <message>
        <source>The forum’s requests for this minute are used up: the next pull goes on from here.</source>
        <translation>Les requêtes du forum pour cette minute sont épuisées : le prochain relevé reprend d’ici.</translation>
    </message>
    <message>
        <source>The YouTube Data API is switched off in your Google Cloud project.</source>
        <translation>L’API YouTube Data est désactivée dans votre projet Google Cloud.</translation>
    </message>
    <message>
        <source>Switch it on in the project’s library of APIs.</source>
        <translation>Activez-la dans la bibliothèque d’API du projet.</translation>
    </message>
    <message>
        <source>Google does not know this client id, or its secret is another one.</source>
        <translation>Google ne connaît pas cet identifiant client, ou son secret est un autre.</translation>
    </message>
    <message>
        <source>Compare both with your project’s credentials, then sign in again.</source>
        <translation>Comparez les deux avec les identifiants de votre projet, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>This is no sign-in for YouTube: client id, client secret and refresh token are needed.</source>
        <translation>Ce n’est pas une connexion pour YouTube : il faut l’identifiant client, son secret et le jeton d’actualisation.</translation>
    </message>
    <message>
        <source>Comments are switched off under this video.</source>
        <translation>Les commentaires sont désactivés sous cette vidéo.</translation>
    </message>
    <message>
        <source>This Google account has no channel that may comment.</source>
        <translation>Ce compte Google n’a pas de chaîne qui puisse commenter.</translation>
    </message>
    <message>
        <source>This Google account has no YouTube channel.</source>
        <translation>Ce compte Google n’a pas de chaîne YouTube.</translation>
    </message>
    <message>
        <source>Sign in again and choose the brand’s channel.</source>
        <translation>Reconnectez-vous et choisissez la chaîne de la marque.</translation>
    </message>
    <message>
        <source>The comment is not public, so nobody can answer it.</source>
        <translation>Le commentaire n’est pas public : personne ne peut y répondre.</translation>
    </message>
    <message>
        <source>Make a new token there, then give it in Channels.</source>
        <translation>Créez-y un nouveau jeton, puis donnez-le dans Canaux.</translation>
    </message>
    <message>
        <source>The app that the token belongs to was removed from the account.</source>
        <translation>L’application à laquelle appartient le jeton a été retirée du compte.</translation>
    </message>
    <message>
        <source>The platform wants the account’s owner to confirm something first.</source>
        <translation>La plateforme demande d’abord une confirmation au propriétaire du compte.</translation>
    </message>
    <message>
        <source>Sign in on the site and follow what it asks, then pull again.</source>
        <translation>Connectez-vous au site et suivez ce qu’il demande, puis relancez le relevé.</translation>
    </message>
    <message>
        <source>The password of the account was changed: its tokens ended with it.</source>
        <translation>Le mot de passe du compte a changé : ses jetons ont pris fin avec lui.</translation>
    </message>
    <message>
        <source>The platform has blocked this kind of action for our account for a while.</source>
        <translation>La plateforme a bloqué ce type d’action pour notre compte, pour un temps.</translation>
    </message>
    <message>
        <source>Wait, and do less of it at once; the site says until when.</source>
        <translation>Attendez, et faites-en moins à la fois ; le site dit jusqu’à quand.</translation>
    </message>
    <message>
        <source>The platform answered that it did not do it.</source>
        <translation>La plateforme a répondu qu’elle ne l’avait pas fait.</translation>
    </message>
    <message>
        <source>The platform does not tell us who wrote this, so nobody can be blocked.</source>
        <translation>La plateforme ne nous dit pas qui l’a écrit : personne ne peut être bloqué.</translation>
    </message>
    <message>
        <source>This token reaches no account of that name.</source>
        <translation>Ce jeton n’atteint aucun compte de ce nom.</translation>
    </message>
    <message>
        <source>Check the name, or make a token that includes it.</source>
        <translation>Vérifiez le nom, ou créez un jeton qui l’inclut.</translation>
    </message>
    <message>
        <source>This token reaches several accounts.</source>
        <translation>Ce jeton atteint plusieurs comptes.</translation>
    </message>
    <message>
        <source>Give the name or number of the one you mean.</source>
        <translation>Donnez le nom ou le numéro de celui que vous voulez.</translation>
    </message>
    <message>
        <source>A hidden comment takes no replies on Instagram.</source>
        <translation>Un commentaire masqué ne reçoit pas de réponse sur Instagram.</translation>
    </message>
    <message>
        <source>Show it again first, then answer.</source>
        <translation>Réaffichez-le d’abord, puis répondez.</translation>
    </message>
    <message>
        <source>Threads has taken the words but did not publish them.</source>
        <translation>Threads a reçu le texte mais ne l’a pas publié.</translation>
    </message>
    <message>
        <source>Threads refused to publish the reply.</source>
        <translation>Threads a refusé de publier la réponse.</translation>
    </message>
    <message>
        <source>Threads lets nobody delete what others wrote.</source>
        <translation>Threads ne laisse personne supprimer ce que d’autres ont écrit.</translation>
    </message>
    <message>
        <source>A public reply of the Page on Facebook; undo deletes it.</source>
        <translation>Une réponse publique de la Page sur Facebook ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On Facebook, everybody sees the comment again.</source>
        <translation>Sur Facebook, tout le monde voit à nouveau le commentaire.</translation>
    </message>
    <message>
        <source>On Facebook, the comment and its replies are gone for good.</source>
        <translation>Sur Facebook, le commentaire et ses réponses disparaissent pour de bon.</translation>
    </message>
    <message>
        <source>Facebook takes reports on its page only: open the comment, then its menu.</source>
        <translation>Facebook ne reçoit les signalements que sur son site : ouvrez le commentaire, puis son menu.</translation>
    </message>
    <message>
        <source>On Facebook, this person is blocked from the Page; this can be undone.</source>
        <translation>Sur Facebook, cette personne est bloquée pour la Page ; cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Facebook, the block is lifted.</source>
        <translation>Sur Facebook, le blocage est levé.</translation>
    </message>
    <message>
        <source>Facebook Pages have no mute. Hide or block.</source>
        <translation>Les Pages Facebook n’ont pas de sourdine. Masquez ou bloquez.</translation>
    </message>
    <message>
        <source>On Facebook, a like of the Page is public and can be taken back.</source>
        <translation>Sur Facebook, la mention J’aime de la Page est publique et peut être retirée.</translation>
    </message>
    <message>
        <source>On Facebook, the Page’s like is taken back.</source>
        <translation>Sur Facebook, la mention J’aime de la Page est retirée.</translation>
    </message>
    <message>
        <source>Facebook does not let the Page hide this comment.</source>
        <translation>Facebook ne laisse pas la Page masquer ce commentaire.</translation>
    </message>
    <message>
        <source>Facebook does not let the Page delete this comment.</source>
        <translation>Facebook ne laisse pas la Page supprimer ce commentaire.</translation>
    </message>
    <message>
        <source>Facebook takes no replies to this comment.</source>
        <translation>Facebook n’accepte pas de réponse à ce commentaire.</translation>
    </message>
    <message>
        <source>Facebook does not let the Page like this comment.</source>
        <translation>Facebook ne laisse pas la Page aimer ce commentaire.</translation>
    </message>
    <message>
        <source>The platform does not tell who wrote this: block on the site.</source>
        <translation>La plateforme ne dit pas qui l’a écrit : bloquez sur le site.</translation>
    </message>
    <message>
        <source>A public reply on Instagram, under the first comment of the thread; undo deletes it.</source>
        <translation>Une réponse publique sur Instagram, sous le premier commentaire du fil ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On Instagram, only the author still sees the comment, and its replies go with it. This can be undone.</source>
        <translation>Sur Instagram, seul l’auteur voit encore le commentaire, et ses réponses disparaissent avec lui. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Instagram, everybody sees the comment again.</source>
        <translation>Sur Instagram, tout le monde voit à nouveau le commentaire.</translation>
    </message>
    <message>
        <source>On Instagram, the comment and its replies are gone for good.</source>
        <translation>Sur Instagram, le commentaire et ses réponses disparaissent pour de bon.</translation>
    </message>
    <message>
        <source>Instagram takes reports in its app only: open the comment, then its menu.</source>
        <translation>Instagram ne reçoit les signalements que dans son application : ouvrez le commentaire, puis son menu.</translation>
    </message>
    <message>
        <source>Instagram lets no program block: restrict or block on the author’s profile.</source>
        <translation>Instagram ne laisse aucun programme bloquer : restreignez ou bloquez sur le profil de l’auteur.</translation>
    </message>
    <message>
        <source>Instagram lets no program unblock: do it on the author’s profile.</source>
        <translation>Instagram ne laisse aucun programme débloquer : faites-le sur le profil de l’auteur.</translation>
    </message>
    <message>
        <source>Instagram has no mute for comments. Hide, or restrict on the site.</source>
        <translation>Instagram n’a pas de sourdine pour les commentaires. Masquez, ou restreignez sur le site.</translation>
    </message>
    <message>
        <source>On Instagram, our like is public and can be taken back. It needs the sign-in by Facebook.</source>
        <translation>Sur Instagram, notre mention J’aime est publique et peut être retirée. Il faut la connexion par Facebook.</translation>
    </message>
    <message>
        <source>On Instagram, our like is taken back.</source>
        <translation>Sur Instagram, notre mention J’aime est retirée.</translation>
    </message>
    <message>
        <source>Likes need a channel that is connected through a Facebook Page.</source>
        <translation>Pour aimer, il faut un canal connecté par une Page Facebook.</translation>
    </message>
    <message>
        <source>A public reply on Threads; undo deletes it (100 deletions a day).</source>
        <translation>Une réponse publique sur Threads ; annuler la supprime (100 suppressions par jour).</translation>
    </message>
    <message>
        <source>On Threads, the reply and all below it are hidden. This can be undone.</source>
        <translation>Sur Threads, la réponse et tout ce qui la suit sont masqués. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On Threads, the reply and all below it are shown again.</source>
        <translation>Sur Threads, la réponse et tout ce qui la suit sont réaffichés.</translation>
    </message>
    <message>
        <source>On Threads, only our own posts can be deleted, for good.</source>
        <translation>Sur Threads, seules nos propres publications peuvent être supprimées, pour de bon.</translation>
    </message>
    <message>
        <source>Threads lets no program do this: open the post and its menu.</source>
        <translation>Threads ne laisse aucun programme le faire : ouvrez la publication et son menu.</translation>
    </message>
    <message>
        <source>Threads hides only direct replies to our posts; what stands below goes with them.</source>
        <translation>Threads ne masque que les réponses directes à nos publications ; ce qui suit disparaît avec elles.</translation>
    </message>
    <message>
        <source>On Threads, only our own posts can be deleted.</source>
        <translation>Sur Threads, seules nos propres publications peuvent être supprimées.</translation>
    </message>
    <message>
        <source>Authors are missing ({count}): the token is not the Page’s own, or lacks a permission.</source>
        <translation>Des auteurs manquent ({count}) : le jeton n’est pas celui de la Page, ou une autorisation manque.</translation>
    </message>
    <message>
        <source>The comments of post {post} could not be read; it is tried again.</source>
        <translation>Les commentaires de la publication {post} n’ont pas pu être lus ; un nouvel essai suivra.</translation>
    </message>
    <message>
        <source>The list “{list}” cannot be read with this token: what stands there does not come in.</source>
        <translation>La liste « {list} » n’est pas lisible avec ce jeton : son contenu n’arrive pas ici.</translation>
    </message>
    <message>
        <source>Post {post} has more comments than are read at once; the older ones are missing.</source>
        <translation>La publication {post} a plus de commentaires qu’il n’en est lu d’un coup ; les plus anciens manquent.</translation>
    </message>
    <message>
        <source>The platform does not say whose token this is; what was typed is used.</source>
        <translation>La plateforme ne dit pas à qui est ce jeton ; ce qui a été saisi est utilisé.</translation>
    </message>
    <message>
        <source>The platform gives no token of the Page’s own: authors may be missing.</source>
        <translation>La plateforme ne donne pas le jeton propre à la Page : des auteurs peuvent manquer.</translation>
    </message>
    <message>
        <source>YouTube does not bring back what was rejected.</source>
        <translation>YouTube ne rétablit pas ce qui a été rejeté.</translation>
    </message>
    <message>
        <source>A public reply in the thread on YouTube; undo deletes it.</source>
        <translation>Une réponse publique dans le fil sur YouTube ; annuler la supprime.</translation>
    </message>
    <message>
        <source>On YouTube, the comment is held for review: only its author and you see it. This can be undone.</source>
        <translation>Sur YouTube, le commentaire est mis en attente d’examen : seuls son auteur et vous le voyez. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>On YouTube, the comment is published.</source>
        <translation>Sur YouTube, le commentaire est publié.</translation>
    </message>
    <message>
        <source>On YouTube, the comment is rejected, and its replies go with it. This cannot be undone.</source>
        <translation>Sur YouTube, le commentaire est rejeté, et ses réponses avec lui. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>On YouTube, our own comment is deleted for good.</source>
        <translation>Sur YouTube, notre propre commentaire est supprimé définitivement.</translation>
    </message>
    <message>
        <source>YouTube takes reports on its page only: open the comment, then the flag.</source>
        <translation>YouTube ne prend les signalements que sur sa page : ouvrez le commentaire, puis le drapeau.</translation>
    </message>
    <message>
        <source>On YouTube, this comment is rejected for good, and whatever the author writes on the channel is rejected too. Only YouTube Studio lifts it.</source>
        <translation>Sur YouTube, ce commentaire est rejeté définitivement, et tout ce que l’auteur écrira sur la chaîne le sera aussi. Seul YouTube Studio lève ce blocage.</translation>
    </message>
    <message>
        <source>YouTube lifts a block in Studio only: Settings, Community, Hidden users.</source>
        <translation>YouTube ne lève un blocage que dans Studio : Paramètres, Communauté, Utilisateurs masqués.</translation>
    </message>
    <message>
        <source>YouTube lets no program like comments.</source>
        <translation>YouTube ne laisse aucun programme aimer un commentaire.</translation>
    </message>
    <message>
        <source>YouTube has no mute.</source>
        <translation>YouTube n’a pas de mise en sourdine.</translation>
    </message>
    <message>
        <source>On YouTube, only the owner of the channel moderates its comments.</source>
        <translation>Sur YouTube, seul le propriétaire de la chaîne en modère les commentaires.</translation>
    </message>
    <message>
        <source>This thread on YouTube takes no replies.</source>
        <translation>Ce fil sur YouTube n’accepte pas de réponses.</translation>
    </message>
    <message>
        <source>Comments held for review do not come in: only the owner of the channel may see them.</source>
        <translation>Les commentaires en attente d’examen n’arrivent pas : seul le propriétaire de la chaîne peut les voir.</translation>
    </message>
    <message>
        <source>YouTube stopped giving comments after {pages} pages. The next pull starts from the top.</source>
        <translation>YouTube n’a plus donné de commentaires après {pages} pages. Le prochain relevé repart du début.</translation>
    </message>
    <message>
        <source>The video {post} gives no comments: it is gone, or they are switched off.</source>
        <translation>La vidéo {post} ne donne pas de commentaires : elle n’existe plus, ou ils sont désactivés.</translation>
    </message>
    <message>
        <source>After {pages} pages the first import stops; older comments come in little by little.</source>
        <translation>Après {pages} pages, le premier import s’arrête ; les commentaires plus anciens arrivent peu à peu.</translation>
    </message>
    <message>
        <source>Titles or subscriber counts are missing for now: YouTube does not give them.</source>
        <translation>Des titres ou des nombres d’abonnés manquent pour l’instant : YouTube ne les donne pas.</translation>
    </message>
    <message>
        <source>The site counts {said} comments in a place where {got} came. Some are hidden from us, or a permission is missing.</source>
        <translation>Le site compte {said} commentaires là où {got} sont arrivés. Certains nous sont cachés, ou une autorisation manque.</translation>
    </message>
    <message>
        <source>The site gave the same page again and again; the pull ended there.</source>
        <translation>Le site a donné la même page encore et encore ; le relevé s’est arrêté là.</translation>
    </message>
    <message>
        <source>Open the post on X and do it there.</source>
        <translation>Ouvrez la publication sur X et faites-le là.</translation>
    </message>
    <message>
        <source>This token stands for an app, not for an account on X.</source>
        <translation>Ce jeton représente une application, pas un compte sur X.</translation>
    </message>
    <message>
        <source>Sign in with the brand’s account in Channels.</source>
        <translation>Connectez le compte de la marque dans Canaux.</translation>
    </message>
    <message>
        <source>X does not know this client id, or the app is not a Native App.</source>
        <translation>X ne connaît pas cet identifiant client, ou l’application n’est pas une Native App.</translation>
    </message>
    <message>
        <source>Compare it with the developer portal, then sign in again.</source>
        <translation>Comparez-le avec le portail des développeurs, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>This is no sign-in for X: a token, or client id and refresh token are needed.</source>
        <translation>Ce n’est pas une connexion pour X : il faut un jeton, ou l’identifiant client et le jeton d’actualisation.</translation>
    </message>
    <message>
        <source>About ${spent} of ${cap} of this month are spent: nothing more is read from X.</source>
        <translation>Environ {spent} $ sur {cap} $ de ce mois sont dépensés : plus rien n’est lu sur X.</translation>
    </message>
    <message>
        <source>What is here stays, and your own actions still leave.</source>
        <translation>Ce qui est là reste, et vos actions partent encore.</translation>
    </message>
    <message>
        <source>Raise the amount of the channel, or wait for the next month.</source>
        <translation>Augmentez le montant du canal, ou attendez le mois suivant.</translation>
    </message>
    <message>
        <source>X does not let this developer app do that.</source>
        <translation>X ne laisse pas cette application le faire.</translation>
    </message>
    <message>
        <source>Look at the app’s project and access in the developer portal.</source>
        <translation>Regardez le projet et les accès de l’application dans le portail des développeurs.</translation>
    </message>
    <message>
        <source>On X, only our own posts can be deleted.</source>
        <translation>Sur X, seules nos propres publications peuvent être supprimées.</translation>
    </message>
    <message>
        <source>On X, hiding works in conversations that we began.</source>
        <translation>Sur X, on ne masque que dans les conversations que nous avons ouvertes.</translation>
    </message>
    <message>
        <source>X lets programs answer only whoever called or quoted us.</source>
        <translation>X ne laisse les programmes répondre qu’à qui nous a mentionnés ou cités.</translation>
    </message>
    <message>
        <source>The developer account’s credit with X is used up.</source>
        <translation>Le crédit du compte développeur chez X est épuisé.</translation>
    </message>
    <message>
        <source>Add credit in the developer portal; it goes on by itself.</source>
        <translation>Ajoutez du crédit dans le portail des développeurs ; la suite vient d’elle-même.</translation>
    </message>
    <message>
        <source>A public reply on X; undo deletes it. X charges for it, and more for one with a link.</source>
        <translation>Une réponse publique sur X ; annuler la supprime. X la facture, et davantage avec un lien.</translation>
    </message>
    <message>
        <source>X lets programs answer only whoever called or quoted us: open the post and answer there.</source>
        <translation>X ne laisse les programmes répondre qu’à qui nous a mentionnés ou cités : ouvrez la publication et répondez là.</translation>
    </message>
    <message>
        <source>On X, the reply moves behind “hidden replies”. Anyone can look there. This can be undone.</source>
        <translation>Sur X, la réponse passe derrière « réponses masquées ». Tout le monde peut y regarder. C’est réversible.</translation>
    </message>
    <message>
        <source>On X, the reply stands in the conversation again.</source>
        <translation>Sur X, la réponse revient dans la conversation.</translation>
    </message>
    <message>
        <source>On X, our own post is deleted for good.</source>
        <translation>Sur X, notre propre publication est supprimée définitivement.</translation>
    </message>
    <message>
        <source>X takes reports on its page only: open the post, then the menu beside it.</source>
        <translation>X n’accepte les signalements que sur sa page : ouvrez la publication, puis le menu à côté.</translation>
    </message>
    <message>
        <source>X lets programs block nobody: open the post, then the menu beside it.</source>
        <translation>X ne laisse les programmes bloquer personne : ouvrez la publication, puis le menu à côté.</translation>
    </message>
    <message>
        <source>On X, a mute is private and can be undone.</source>
        <translation>Sur X, une mise en sourdine est privée et réversible.</translation>
    </message>
    <message>
        <source>On X, the mute is lifted.</source>
        <translation>Sur X, la mise en sourdine est levée.</translation>
    </message>
    <message>
        <source>X lets programs like nothing: open the post.</source>
        <translation>X ne laisse les programmes rien aimer : ouvrez la publication.</translation>
    </message>
    <message>
        <source>X does not say whose sign-in this is: some comments may stand as mentions.</source>
        <translation>X ne dit pas de qui est cette connexion : des commentaires peuvent figurer comme mentions.</translation>
    </message>
    <message>
        <source>Some posts that comments stand under could not be read; their titles are missing.</source>
        <translation>Des publications commentées n’ont pas pu être lues ; leurs titres manquent.</translation>
    </message>
    <message>
        <source>X held parts of its answer back; their number: {count}.</source>
        <translation>X a retenu des parties de sa réponse ; leur nombre : {count}.</translation>
    </message>
    <message>
        <source>X gives the newest 800 mentions alone: {count} came, older ones are missing.</source>
        <translation>X ne donne que les 800 mentions les plus récentes : {count} sont venues, les plus anciennes manquent.</translation>
    </message>
    <message>
        <source>Posts that only repeat others are left out; their number: {count}.</source>
        <translation>Les publications qui n’en répètent qu’une autre sont laissées de côté ; leur nombre : {count}.</translation>
    </message>
    <message>
        <source>X did not answer the search for {watch}; it is asked again with the next pull.</source>
        <translation>X n’a pas répondu à la recherche de {watch} ; elle est refaite au prochain relevé.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Rien n’a été effacé.</translation>
    </message>
    <message>
        <source>A lead lifts it: “Keep as evidence” in the command palette, or vigie retention lift.</source>
        <translation>Un lead lève la conservation : « Conserver comme preuve » dans la palette de commandes, ou vigie retention lift.</translation>
    </message>
    <message>
        <source>Write it and try again.</source>
        <translation>Écrivez-le et réessayez.</translation>
    </message>
    <message>
        <source>This person, or a comment of theirs, is kept as evidence.</source>
        <translation>Cette personne, ou un de ses commentaires, est conservée comme preuve.</translation>
    </message>
    <message>
        <source>Something in {channel} is kept as evidence.</source>
        <translation>Quelque chose de {channel} est conservé comme preuve.</translation>
    </message>
    <message>
        <source>Keeping as evidence needs a reason of at most {limit} characters.</source>
        <translation>Conserver comme preuve demande un motif d’au plus {limit} caractères.</translation>
    </message>
    <message>
        <source>This is not kept as evidence any more.</source>
        <translation>Ceci n’est plus conservé comme preuve.</translation>
    </message>
    <message>
        <source>Somebody lifted it meanwhile.</source>
        <translation>Quelqu’un a levé la conservation entre-temps.</translation>
    </message>
    <message>
        <source>Everything is kept: no term is set.</source>
        <translation>Tout est gardé : aucune durée n’est fixée.</translation>
    </message>
    <message>
        <source>Set a term first.</source>
        <translation>Fixez d’abord une durée.</translation>
    </message>
    <message>
        <source>A term is a whole number of days from 1 to {limit}.</source>
        <translation>Une durée est un nombre entier de jours, de 1 à {limit}.</translation>
    </message>
    <message>
        <source>What was decided is never kept for fewer days than what nobody touched ({least}).</source>
        <translation>Ce qui a été décidé n’est jamais gardé moins de jours que ce que personne n’a traité ({least}).</translation>
    </message>
    <message>
        <source>There is no class {value}.</source>
        <translation>Il n’y a pas de classe {value}.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Keep the note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>What the next person should know</source>
        <translation>Ce que la personne suivante doit savoir</translation>
    </message>
    <message>
        <source>Note, kept outside the log</source>
        <translation>Note, gardée hors du journal</translation>
    </message>
</context>
<context>
    <name>NotesSection</name>
    <message>
        <source>Notes on this comment</source>
        <translation>Notes sur ce commentaire</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{span} left.</source>
        <translation>Encore {span}.</translation>
    </message>
    <message>
        <source>{span} left for the first.</source>
        <translation>Encore {span} pour le premier.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Reading the workspace</source>
        <translation>Lecture de l’espace</translation>
    </message>
    <message>
        <source>Vigie</source>
        <translation>Vigie</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Vigie could not open the workspace</source>
        <translation>Vigie n’a pas pu ouvrir l’espace</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Language: French</source>
        <translation>Langue : français</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Langue : anglais</translation>
    </message>
    <message>
        <source>Look: as the system</source>
        <translation>Apparence : comme le système</translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation>Apparence : clair</translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation>Apparence : sombre</translation>
    </message>
    <message>
        <source>Look: high contrast</source>
        <translation>Apparence : contraste élevé</translation>
    </message>
    <message>
        <source>Cards: roomy</source>
        <translation>Cartes : aérées</translation>
    </message>
    <message>
        <source>Cards: normal</source>
        <translation>Cartes : normales</translation>
    </message>
    <message>
        <source>Cards: compact</source>
        <translation>Cartes : compactes</translation>
    </message>
    <message>
        <source>Near-duplicates: one card for all</source>
        <translation>Quasi-doublons : une carte pour tous</translation>
    </message>
    <message>
        <source>Near-duplicates: each by itself</source>
        <translation>Quasi-doublons : chacun à part</translation>
    </message>
    <message>
        <source>Text size: 100 %</source>
        <translation>Taille du texte : 100 %</translation>
    </message>
    <message>
        <source>Text size: 150 %</source>
        <translation>Taille du texte : 150 %</translation>
    </message>
    <message>
        <source>Text size: 200 %</source>
        <translation>Taille du texte : 200 %</translation>
    </message>
    <message>
        <source>Countdown line: still</source>
        <translation>Décompte : fixe</translation>
    </message>
    <message>
        <source>Countdown line: moving</source>
        <translation>Décompte : mobile</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere: on</source>
        <translation>Masquer partout les mots durs : oui</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere: off</source>
        <translation>Masquer partout les mots durs : non</translation>
    </message>
    <message>
        <source>Pictures blurred at first: on</source>
        <translation>Images floutées au départ : oui</translation>
    </message>
    <message>
        <source>Pictures blurred at first: off</source>
        <translation>Images floutées au départ : non</translation>
    </message>
    <message>
        <source>Notifications of the desktop: on</source>
        <translation>Notifications du bureau : oui</translation>
    </message>
    <message>
        <source>Notifications of the desktop: off</source>
        <translation>Notifications du bureau : non</translation>
    </message>
    <message>
        <source>Quiet hours: on</source>
        <translation>Heures calmes : oui</translation>
    </message>
    <message>
        <source>Quiet hours: off</source>
        <translation>Heures calmes : non</translation>
    </message>
    <message>
        <source>no comment is in front</source>
        <translation>aucun commentaire n’est ouvert</translation>
    </message>
    <message>
        <source>Search all comments for “{text}”</source>
        <translation>Chercher « {text} » dans tous les commentaires</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>{name}, “{start}”</source>
        <translation>{name}, « {start} »</translation>
    </message>
    <message>
        <source>Let {rule} hide by itself again</source>
        <translation>Laisser {rule} masquer seule de nouveau</translation>
    </message>
    <message>
        <source>A lead decides this.</source>
        <translation>Un lead en décide.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>c’est déjà ainsi</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>no strike</source>
        <translation>aucun manquement</translation>
    </message>
    <message>
        <source>No comment was in front. Nothing was done.</source>
        <translation>Aucun commentaire n’était ouvert. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation>{action} : {what}</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <extracomment>What is offered for words that name no command.</extracomment>
        <translation>Que voulez-vous faire ?</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>no action</source>
        <translation>aucune action</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>sans intervention</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>par une personne</translation>
    </message>
    <message>
        <source>v{number} would: {actions}</source>
        <translation>v{number} : {actions}</translation>
    </message>
    <message>
        <source>{action}: {why}</source>
        <translation>{action} : {why}</translation>
    </message>
    <message>
        <source>age of the account</source>
        <translation>âge du compte</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>abonnés</translation>
    </message>
    <message>
        <source>earlier strikes</source>
        <translation>manquements antérieurs</translation>
    </message>
    <message>
        <source>our replies in the thread</source>
        <translation>nos réponses dans le fil</translation>
    </message>
    <message>
        <source>the classifier’s verdict</source>
        <translation>l’avis du classifieur</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>whom it is aimed at</source>
        <translation>qui est visé</translation>
    </message>
    <message>
        <source>the channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Chercher dans ce texte</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>v{number} active since {day}</source>
        <translation>v{number} active depuis le {day}</translation>
    </message>
    <message>
        <source>v{number} active</source>
        <translation>v{number} active</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Rejeu</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Ombre</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>étape en cours</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>contient des erreurs</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Moderation policy</source>
        <translation>Politique de modération</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Write a comment as somebody might, and see what this draft would do.</source>
        <translation>Écrivez un commentaire comme il pourrait arriver, et voyez ce que ferait ce brouillon.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>{actions}, by itself</source>
        <translation>{actions}, sans intervention</translation>
    </message>
    <message>
        <source>The draft has errors: this is what v{number} proposes.</source>
        <translation>Le brouillon contient des erreurs : voici ce que propose la v{number}.</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>Essai immédiat</translation>
    </message>
    <message>
        <source>A comment to try ({key})</source>
        <translation>Un commentaire à essayer ({key})</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Ligne {line}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, ligne {line}</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Your draft of {moment}</source>
        <translation>Votre brouillon : {moment}</translation>
    </message>
    <message>
        <source>Based on v{number}.</source>
        <translation>À partir de la v{number}.</translation>
    </message>
    <message>
        <source>Another version is in force since.</source>
        <translation>Une autre version est active depuis.</translation>
    </message>
    <message>
        <source>The test stands beside {rule}.</source>
        <translation>Le test est placé auprès de {rule}.</translation>
    </message>
    <message>
        <source>The text of v{number} is your draft now. Undo brings the one before back.</source>
        <translation>Le texte de la v{number} est maintenant votre brouillon. Annuler ramène le précédent.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>Abandonner ce brouillon ?</translation>
    </message>
    <message>
        <source>The text in force comes back. Undo (Ctrl+Z) in the text still knows the draft.</source>
        <translation>Le texte actif revient. Annuler (Ctrl+Z) dans le texte connaît encore le brouillon.</translation>
    </message>
    <message>
        <source>v{number} is in force now</source>
        <translation>La v{number} est active maintenant</translation>
    </message>
    <message>
        <source>Your draft stays: marked lines show where it differs.</source>
        <translation>Votre brouillon reste : les lignes marquées montrent ce qui diffère.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Submitted as v{number}.</source>
        <translation>Déposée : v{number}.</translation>
    </message>
    <message>
        <source>v{number} is in shadow: it proposes beside the policy in force, unseen.</source>
        <translation>La v{number} est en ombre : elle propose à côté de la politique active, sans être vue.</translation>
    </message>
    <message>
        <source>The shadow of v{number} has ended.</source>
        <translation>L’ombre de la v{number} est terminée.</translation>
    </message>
    <message>
        <source>v{number} is in force. Open comments are proposed for again.</source>
        <translation>La v{number} est active. Les commentaires ouverts reçoivent une nouvelle proposition.</translation>
    </message>
    <message>
        <source>v{number} is signed.</source>
        <translation>La v{number} est signée.</translation>
    </message>
    <message>
        <source>{name} is your draft now.</source>
        <translation>{name} est maintenant votre brouillon.</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} est écrit.</translation>
    </message>
    <message>
        <source>draft, lists changed</source>
        <translation>brouillon, listes modifiées</translation>
    </message>
    <message>
        <source>the text in force</source>
        <translation>le texte actif</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Reading the policy</source>
        <translation>Lecture de la politique</translation>
    </message>
    <message>
        <source>Tests {held}/{all}</source>
        <translation>Tests {held}/{all}</translation>
    </message>
    <message>
        <source>Read by {engine}. Enter goes to the line.</source>
        <translation>Lus par {engine}. Entrée mène à la ligne.</translation>
    </message>
    <message>
        <source>The text has errors: they come first.</source>
        <translation>Le texte contient des erreurs : corrigez-les d’abord.</translation>
    </message>
    <message>
        <source>The text has errors</source>
        <translation>Le texte contient des erreurs</translation>
    </message>
    <message>
        <source>Mend them first: the tests then run by themselves.</source>
        <translation>Corrigez-les d’abord : les tests se lancent ensuite d’eux-mêmes.</translation>
    </message>
    <message>
        <source>The tests run</source>
        <translation>Les tests tournent</translation>
    </message>
    <message>
        <source>The tests could not run</source>
        <translation>Les tests n’ont pas pu tourner</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Pas encore de test</translation>
    </message>
    <message>
        <source>Try a text, then keep it as a test of a rule: the policy is then held to it.</source>
        <translation>Essayez un texte, puis gardez-le comme test d’une règle : la politique devra s’y tenir.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>does not</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constaté</translation>
    </message>
    <message>
        <source>Run the tests</source>
        <translation>Lancer les tests</translation>
    </message>
    <message>
        <source>Tests of the rules</source>
        <translation>Tests des règles</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>s’applique</translation>
    </message>
    <message>
        <source>Files of this policy</source>
        <translation>Fichiers de cette politique</translation>
    </message>
    <message>
        <source>Text of the policy. Tab indents, Ctrl+Tab leaves the text.</source>
        <translation>Texte de la politique. Tab décale, Ctrl+Tab quitte le texte.</translation>
    </message>
    <message>
        <source>This test holds</source>
        <translation>Ce test tient</translation>
    </message>
    <message>
        <source>This test does not hold: {rule} does not match</source>
        <translation>Ce test ne tient pas : {rule} ne s’applique pas</translation>
    </message>
    <message>
        <source>This test does not hold: {rule} matches</source>
        <translation>Ce test ne tient pas : {rule} s’applique</translation>
    </message>
    <message>
        <source>no channel in particular</source>
        <translation>aucun canal précis</translation>
    </message>
    <message>
        <source>{actions}, by itself within its limits</source>
        <translation>{actions}, sans intervention, dans ses limites</translation>
    </message>
    <message>
        <source>The draft proposes: {actions}</source>
        <translation>Le brouillon propose : {actions}</translation>
    </message>
    <message>
        <source>The draft has errors. v{number} proposes: {actions}</source>
        <translation>Le brouillon contient des erreurs. La v{number} propose : {actions}</translation>
    </message>
    <message>
        <source>v{number} proposes the same.</source>
        <translation>La v{number} propose la même chose.</translation>
    </message>
    <message>
        <source>v{number} proposes otherwise: {category} {severity}/5, {actions}</source>
        <translation>La v{number} propose autre chose : {category} {severity}/5, {actions}</translation>
    </message>
    <message>
        <source>, by itself</source>
        <translation>, sans intervention</translation>
    </message>
    <message>
        <source>, by a person</source>
        <translation>, par une personne</translation>
    </message>
    <message>
        <source>What the policy forbids here</source>
        <translation>Ce que la politique interdit ici</translation>
    </message>
    <message>
        <source>{facts}: conditions on them did not apply.</source>
        <translation>{facts} : les conditions qui en dépendent ne s’appliquent pas.</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Inconnu ici</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>Écrire un texte</translation>
    </message>
    <message>
        <source>The text could not be read</source>
        <translation>Le texte n’a pas pu être lu</translation>
    </message>
    <message>
        <source>Try this draft on a text</source>
        <translation>Essayer ce brouillon sur un texte</translation>
    </message>
    <message>
        <source>Write a comment in the field under the policy: this page then says what the draft would propose and why, and what is different from today.</source>
        <translation>Écrivez un commentaire dans le champ sous la politique : cette page dit alors ce que le brouillon proposerait, pourquoi, et ce qui diffère d’aujourd’hui.</translation>
    </message>
    <message>
        <source>must apply</source>
        <translation>doit s’appliquer</translation>
    </message>
    <message>
        <source>must not apply</source>
        <translation>ne doit pas s’appliquer</translation>
    </message>
    <message>
        <source>Such a test holds today. It guards against a later change.</source>
        <translation>Un tel test tient déjà. Il protège d’un changement futur.</translation>
    </message>
    <message>
        <source>Such a test does not hold yet: the rule or its list must change first.</source>
        <translation>Un tel test ne tient pas encore : il faut d’abord changer la règle ou sa liste.</translation>
    </message>
    <message>
        <source>Keep this text as a test</source>
        <translation>Garder ce texte comme test</translation>
    </message>
    <message>
        <source>Add this text as a test</source>
        <translation>Ajouter comme test</translation>
    </message>
    <message>
        <source>Rule that is tested</source>
        <translation>Règle testée</translation>
    </message>
    <message>
        <source>What the rule must do</source>
        <translation>Ce que la règle doit faire</translation>
    </message>
    <message>
        <source>Suppose of the author and the place</source>
        <translation>Supposer de l’auteur et du lieu</translation>
    </message>
    <message>
        <source>Age of the account, in days</source>
        <translation>Âge du compte, en jours</translation>
    </message>
    <message>
        <source>Earlier strikes</source>
        <translation>Manquements antérieurs</translation>
    </message>
    <message>
        <source>Our replies in the thread</source>
        <translation>Nos réponses dans le fil</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>the check</source>
        <translation>le contrôle</translation>
    </message>
    <message>
        <source>the tests</source>
        <translation>les tests</translation>
    </message>
    <message>
        <source>a replay of the past</source>
        <translation>un rejeu du passé</translation>
    </message>
    <message>
        <source>enough decisions by people</source>
        <translation>assez de décisions humaines</translation>
    </message>
    <message>
        <source>protected comments spared</source>
        <translation>commentaires protégés épargnés</translation>
    </message>
    <message>
        <source>agreement of {rule}</source>
        <translation>accord de {rule}</translation>
    </message>
    <message>
        <source>volume of automatic hides</source>
        <translation>volume des masquages automatiques</translation>
    </message>
    <message>
        <source>the signature of another person</source>
        <translation>la signature d’une autre personne</translation>
    </message>
    <message>
        <source>Your company sets the policy here: no other is put in force.</source>
        <translation>Votre entreprise fixe ici la politique : aucune autre n’entre en vigueur.</translation>
    </message>
    <message>
        <source>Your role, {role}, reads and tries. A lead saves and activates versions.</source>
        <translation>Votre rôle, {role}, lit et essaie. Un lead dépose et active les versions.</translation>
    </message>
    <message>
        <source>One moment: the last step is still under way.</source>
        <translation>Un instant : l’étape précédente est encore en cours.</translation>
    </message>
    <message>
        <source>The check is still running.</source>
        <translation>Le contrôle est encore en cours.</translation>
    </message>
    <message>
        <source>This text is v{number} already.</source>
        <translation>Ce texte est déjà la v{number}.</translation>
    </message>
    <message>
        <source>Submit it as a version first.</source>
        <translation>Déposez d’abord une version.</translation>
    </message>
    <message>
        <source>Submit the changed text first.</source>
        <translation>Déposez d’abord le texte modifié.</translation>
    </message>
    <message>
        <source>v{number} is in force already.</source>
        <translation>La v{number} est déjà active.</translation>
    </message>
    <message>
        <source>v{number} is in shadow: end that first.</source>
        <translation>La v{number} est en ombre : arrêtez-la d’abord.</translation>
    </message>
    <message>
        <source>The gate is being read.</source>
        <translation>Lecture du feu vert.</translation>
    </message>
    <message>
        <source>Missing: {points}.</source>
        <translation>Il manque : {points}.</translation>
    </message>
    <message>
        <source>Not activated: {points} missing</source>
        <translation>Non activée. Il manque : {points}</translation>
    </message>
    <message>
        <source>Activate again to go on with a reason, where the gate lets you.</source>
        <translation>Activez à nouveau pour continuer avec un motif, si le feu vert le permet.</translation>
    </message>
    <message>
        <source>{file} could not be read or written</source>
        <translation>{file} n’a pas pu être lu ou écrit</translation>
    </message>
    <message>
        <source>Working out what changes</source>
        <translation>Recherche de ce qui change</translation>
    </message>
    <message>
        <source>Nothing changes in what is proposed.</source>
        <translation>Rien ne change dans ce qui est proposé.</translation>
    </message>
    <message>
        <source>{rule} will hide by itself, from the next comments on, at most {count} an hour.</source>
        <translation>{rule} masquera seule, dès les prochains commentaires, au plus {count} par heure.</translation>
    </message>
    <message>
        <source>Activate v{number}</source>
        <translation>Activer la v{number}</translation>
    </message>
    <message>
        <source>{comments}: each is proposed for again. What people decided stays as it is.</source>
        <translation>{comments} : chacun reçoit une nouvelle proposition. Ce que des personnes ont décidé ne change pas.</translation>
    </message>
    <message>
        <source>No comment is open now. What people decided stays as it is.</source>
        <translation>Aucun commentaire n’est ouvert. Ce que des personnes ont décidé ne change pas.</translation>
    </message>
    <message>
        <source>First the past is replayed, which may take a minute: what it finds may still refuse.</source>
        <translation>Le passé est d’abord rejoué, ce qui peut prendre une minute : ce qu’il montre peut encore s’y opposer.</translation>
    </message>
    <message>
        <source>Missing: {points}. You may go on with a reason; both are logged.</source>
        <translation>Il manque : {points}. Vous pouvez continuer avec un motif ; les deux sont journalisés.</translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation>Dites d’abord pourquoi.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Why it goes live although this is missing</source>
        <translation>Pourquoi l’activer malgré ce qui manque</translation>
    </message>
    <message>
        <source>Reason of the waiver</source>
        <translation>Motif de la dérogation</translation>
    </message>
    <message>
        <source>Signature of another person needed for v{number}</source>
        <translation>Signature d’une autre personne demandée pour la v{number}</translation>
    </message>
    <message>
        <source>Hand over to them: they read the differences, then sign here under their own name. Role asked for: {role}.</source>
        <translation>Passez la main : cette personne lit les différences, puis signe ici sous son propre nom. Rôle demandé : {role}.</translation>
    </message>
    <message>
        <source>Nobody else here has the role “{role}”. Add a member in the settings, or let them run: vigie policy sign v{number} --as NAME</source>
        <translation>Personne d’autre ici n’a le rôle « {role} ». Ajoutez un membre dans les réglages, ou faites lancer : vigie policy sign v{number} --as NOM</translation>
    </message>
    <message>
        <source>Sign as {name}</source>
        <translation>Signer : {name}</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Qui signe</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>Lignes différentes</translation>
    </message>
    <message>
        <source>Take a file as draft…</source>
        <translation>Prendre un fichier comme brouillon…</translation>
    </message>
    <message>
        <source>Write the draft to a file…</source>
        <translation>Écrire le brouillon dans un fichier…</translation>
    </message>
    <message>
        <source>Take a file as draft</source>
        <translation>Prendre un fichier comme brouillon</translation>
    </message>
    <message>
        <source>Policies (*.toml)</source>
        <translation>Politiques (*.toml)</translation>
    </message>
    <message>
        <source>Write the draft to a file</source>
        <translation>Écrire le brouillon dans un fichier</translation>
    </message>
    <message>
        <source>End shadow</source>
        <translation>Arrêter l’ombre</translation>
    </message>
    <message>
        <source>Start shadow</source>
        <translation>Passer en ombre</translation>
    </message>
    <message>
        <source>There is no draft: this is the text in force.</source>
        <translation>Pas de brouillon : c’est le texte actif.</translation>
    </message>
    <message>
        <source>Nothing has changed since it was kept.</source>
        <translation>Rien n’a changé depuis le dernier enregistrement.</translation>
    </message>
    <message>
        <source>kept in a moment</source>
        <translation>bientôt enregistré</translation>
    </message>
    <message>
        <source>kept at {time}</source>
        <translation>enregistré à {time}</translation>
    </message>
    <message>
        <source>Activating: the past may be replayed first</source>
        <translation>Activation en cours : le passé est peut-être rejoué d’abord</translation>
    </message>
    <message>
        <source>{missing} of {all}</source>
        <translation>{missing} sur {all}</translation>
    </message>
    <message>
        <source>Nothing stands against it</source>
        <translation>Rien ne s’y oppose</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Abandonner le brouillon</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Submit version</source>
        <translation>Déposer une version</translation>
    </message>
    <message>
        <source>Second signature…</source>
        <translation>Seconde signature…</translation>
    </message>
    <message>
        <source>Activate…</source>
        <translation>Activer…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>la version précédente</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>le brouillon</translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>Choisissez d’abord une version.</translation>
    </message>
    <message>
        <source>A lead activates a version.</source>
        <translation>Un lead active une version.</translation>
    </message>
    <message>
        <source>You submitted it: another person signs.</source>
        <translation>Vous l’avez déposée : une autre personne signe.</translation>
    </message>
    <message>
        <source>You have signed it already.</source>
        <translation>Vous l’avez déjà signée.</translation>
    </message>
    <message>
        <source>The first version: there is none before it.</source>
        <translation>Première version : il n’y en a pas avant.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Word for word the same.</source>
        <translation>Identiques mot pour mot.</translation>
    </message>
    <message>
        <source>Other words, the same meaning: nothing changes in what is proposed.</source>
        <translation>D’autres mots, le même sens : rien ne change dans ce qui est proposé.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparée avec</translation>
    </message>
    <message>
        <source>Use this text as draft</source>
        <translation>Reprendre ce texte</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Activate again…</source>
        <translation>Réactiver…</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>active</translation>
    </message>
    <message>
        <source>in shadow</source>
        <translation>en ombre</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>déposée</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>retirée</translation>
    </message>
</context>
<context>
    <name>PolicyCounted</name>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n point à corriger</numerusform>
            <numerusform>%n points à corriger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>draft, %n line(s) changed</source>
        <translation>
            <numerusform>brouillon, %n ligne changée</numerusform>
            <numerusform>brouillon, %n lignes changées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) missing</source>
        <translation>
            <numerusform>%n point manque</numerusform>
            <numerusform>%n points manquent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s), all hold</source>
        <translation>
            <numerusform>%n test, il tient</numerusform>
            <numerusform>%n tests, tous tiennent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) do not hold</source>
        <translation>
            <numerusform>%n test ne tient pas</numerusform>
            <numerusform>%n tests ne tiennent pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n commentaire ouvert</numerusform>
            <numerusform>%n commentaires ouverts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>These conditions are nested. They are changed in the text.</source>
        <translation>Ces conditions sont imbriquées. Elles se changent dans le texte.</translation>
    </message>
    <message>
        <source>Words of a list</source>
        <translation>Les mots d’une liste</translation>
    </message>
    <message>
        <source>A score is high</source>
        <translation>Un score est élevé</translation>
    </message>
    <message>
        <source>Read as a category</source>
        <translation>Lu comme une catégorie</translation>
    </message>
    <message>
        <source>A signal</source>
        <translation>Un signal</translation>
    </message>
    <message>
        <source>It holds a link</source>
        <translation>Il contient un lien</translation>
    </message>
    <message>
        <source>The author is watched</source>
        <translation>L’auteur est en veille</translation>
    </message>
    <message>
        <source>Condition to add</source>
        <translation>Condition à ajouter</translation>
    </message>
    <message>
        <source>Exception to add</source>
        <translation>Exception à ajouter</translation>
    </message>
    <message>
        <source>Add the condition</source>
        <translation>Ajouter la condition</translation>
    </message>
    <message>
        <source>Add the exception</source>
        <translation>Ajouter l’exception</translation>
    </message>
    <message>
        <source>There is no word list yet: add one first.</source>
        <translation>Il n’y a pas encore de liste de mots : ajoutez-en une d’abord.</translation>
    </message>
    <message>
        <source>Several at once: changed in the text.</source>
        <translation>Plusieurs à la fois : se change dans le texte.</translation>
    </message>
    <message>
        <source>Remove: {condition}</source>
        <translation>Retirer : {condition}</translation>
    </message>
    <message>
        <source>Words of the list</source>
        <translation>Les mots de la liste</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lu comme</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>au moins</translation>
    </message>
    <message>
        <source>{what}: from how sure on</source>
        <translation>{what} : à partir de quelle certitude</translation>
    </message>
    <message>
        <source>0 % takes everything, 100 % next to nothing.</source>
        <translation>0 % prend tout, 100 % presque rien.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>toute</translation>
    </message>
    <message>
        <source>Go to line {n} of the text</source>
        <translation>Aller à la ligne {n} du texte</translation>
    </message>
    <message>
        <source>The text cannot be read as a form now</source>
        <translation>Le texte ne peut pas se lire comme formulaire pour l’instant</translation>
    </message>
    <message>
        <source>Line {line} is not valid TOML: {detail}. The form comes back once it is.</source>
        <translation>La ligne {line} n’est pas du TOML correct : {detail}. Le formulaire revient dès qu’elle l’est.</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Listes de mots</translation>
    </message>
    <message>
        <source>Sanctions</source>
        <translation>Sanctions</translation>
    </message>
    <message>
        <source>Approval and replies</source>
        <translation>Accords et réponses</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Policy form</source>
        <translation>Formulaire de la politique</translation>
    </message>
    <message>
        <source>Words and phrases to look for. A list does nothing until a rule uses it.</source>
        <translation>Des mots et des expressions à chercher. Une liste n’agit pas tant qu’aucune règle ne s’en sert.</translation>
    </message>
    <message>
        <source>No list yet. Give the first one a name, such as “insults”.</source>
        <translation>Pas encore de liste. Donnez un nom à la première, par exemple « insultes ».</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Une nouvelle liste</translation>
    </message>
    <message>
        <source>Name, such as insults</source>
        <translation>Nom, par exemple insultes</translation>
    </message>
    <message>
        <source>Add the list</source>
        <translation>Ajouter la liste</translation>
    </message>
    <message>
        <source>no rule uses it yet</source>
        <translation>aucune règle ne s’en sert encore</translation>
    </message>
    <message>
        <source>Words, one per line</source>
        <translation>Mots, un par ligne</translation>
    </message>
    <message>
        <source>How they are found</source>
        <translation>Comment les trouver</translation>
    </message>
    <message>
        <source>Disguises to see through</source>
        <translation>Déguisements à percer</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Cette liste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Small letters, digits and _. Rules that use the list follow.</source>
        <translation>Minuscules, chiffres et _. Les règles qui s’en servent suivent.</translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation>Retirer la liste</translation>
    </message>
    <message>
        <source>Used by {rules}: take it out of the rules first.</source>
        <translation>Utilisée par {rules} : retirez-la d’abord de ces règles.</translation>
    </message>
    <message>
        <source>The file {file} is not here: open the policy together with it.</source>
        <translation>Le fichier {file} n’est pas ici : ouvrez la politique avec lui.</translation>
    </message>
    <message>
        <source>{count}, kept in {file}.</source>
        <translation>{count}, dans le fichier {file}.</translation>
    </message>
    <message>
        <source>A list needs at least one word.</source>
        <translation>Une liste a besoin d’au moins un mot.</translation>
    </message>
    <message>
        <source>Rules that use it</source>
        <translation>Règles qui s’en servent</translation>
    </message>
    <message>
        <source>None yet: the words are found, and nothing follows from it.</source>
        <translation>Aucune encore : les mots sont trouvés, et rien ne s’ensuit.</translation>
    </message>
    <message>
        <source>A new rule</source>
        <translation>Une nouvelle règle</translation>
    </message>
    <message>
        <source>Use it there</source>
        <translation>S’en servir là</translation>
    </message>
    <message>
        <source>Use this list in</source>
        <translation>Se servir de cette liste dans</translation>
    </message>
    <message>
        <source>Toxicity</source>
        <translation>Toxicité</translation>
    </message>
    <message>
        <source>Positive tone</source>
        <translation>Ton positif</translation>
    </message>
    <message>
        <source>Negative tone</source>
        <translation>Ton négatif</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>une personne</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>un groupe</translation>
    </message>
    <message>
        <source>the brand</source>
        <translation>la marque</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>un produit</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>age of the account in days</source>
        <translation>âge du compte en jours</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>abonnés</translation>
    </message>
    <message>
        <source>earlier strikes</source>
        <translation>manquements antérieurs</translation>
    </message>
    <message>
        <source>length of the text</source>
        <translation>longueur du texte</translation>
    </message>
    <message>
        <source>our replies in the thread</source>
        <translation>nos réponses dans le fil</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Mot entier</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Commence par</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Found when it stands alone: “ass” is found in “what an ass”, not in “class”.</source>
        <translation>Trouvé quand il est seul : « con » est trouvé dans « quel con », pas dans « concert ».</translation>
    </message>
    <message>
        <source>Several words in this order: “shut up” is found, “up to the shut door” is not.</source>
        <translation>Plusieurs mots dans cet ordre : « ferme ta bouche » est trouvé, « la bouche ferme » ne l’est pas.</translation>
    </message>
    <message>
        <source>Every word that begins so: “scam” finds “scams” and “scammers”. Three letters or more.</source>
        <translation>Tout mot qui commence ainsi : « arnaq » trouve « arnaque » et « arnaqueurs ». Trois lettres au moins.</translation>
    </message>
    <message>
        <source>For specialists: a regular expression. Patterns that could take very long are refused.</source>
        <translation>Pour spécialistes : une expression régulière. Celles qui pourraient durer très longtemps sont refusées.</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Capitales</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Accents</translation>
    </message>
    <message>
        <source>Letters of other alphabets that look alike</source>
        <translation>Lettres semblables d’autres alphabets</translation>
    </message>
    <message>
        <source>a Cyrillic с for a Latin c</source>
        <translation>un с cyrillique pour un c latin</translation>
    </message>
    <message>
        <source>Repeated letters</source>
        <translation>Lettres répétées</translation>
    </message>
    <message>
        <source>Digits and signs for letters</source>
        <translation>Chiffres et signes pour des lettres</translation>
    </message>
    <message>
        <source>Letters set apart</source>
        <translation>Lettres espacées</translation>
    </message>
    <message>
        <source>0: nothing wrong</source>
        <translation>0 : rien de mal</translation>
    </message>
    <message>
        <source>1: unwanted</source>
        <translation>1 : indésirable</translation>
    </message>
    <message>
        <source>2: to look at</source>
        <translation>2 : à regarder</translation>
    </message>
    <message>
        <source>3: serious</source>
        <translation>3 : grave</translation>
    </message>
    <message>
        <source>4: very serious</source>
        <translation>4 : très grave</translation>
    </message>
    <message>
        <source>5: at once</source>
        <translation>5 : sur-le-champ</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>not: {condition}</source>
        <translation>pas : {condition}</translation>
    </message>
    <message>
        <source>a word of “{name}”</source>
        <translation>un mot de « {name} »</translation>
    </message>
    <message>
        <source>aimed at {target}</source>
        <translation>vise {target}</translation>
    </message>
    <message>
        <source>the author is watched</source>
        <translation>l’auteur est en veille</translation>
    </message>
    <message>
        <source>the author is exempt</source>
        <translation>l’auteur est exempté</translation>
    </message>
    <message>
        <source>read as “{category}”</source>
        <translation>lu comme « {category} »</translation>
    </message>
    <message>
        <source>it holds a link</source>
        <translation>il contient un lien</translation>
    </message>
    <message>
        <source>it holds no link</source>
        <translation>il ne contient pas de lien</translation>
    </message>
    <message>
        <source>hides by itself</source>
        <translation>masque seule</translation>
    </message>
    <message>
        <source>Allowed and watched</source>
        <extracomment>Author keys as examples: the same in every language.</extracomment>
        <translation>Exemptés et en veille</translation>
    </message>
    <message>
        <source>Rules propose nothing against these. A person still may.</source>
        <translation>Les règles ne proposent rien contre eux. Une personne le peut encore.</translation>
    </message>
    <message>
        <source>Exempt authors, one per line</source>
        <translation>Auteurs exemptés, un par ligne</translation>
    </message>
    <message>
        <source>Platform and id, such as {example}</source>
        <translation>Plateforme et identifiant, comme {example}</translation>
    </message>
    <message>
        <source>Links that are always fine, one site per line</source>
        <translation>Liens toujours admis, un site par ligne</translation>
    </message>
    <message>
        <source>Such as service-public.fr; your own site belongs here.</source>
        <translation>Comme service-public.fr ; votre propre site a sa place ici.</translation>
    </message>
    <message>
        <source>Phrases that are never an insult, one per line</source>
        <translation>Expressions qui ne sont jamais une insulte, une par ligne</translation>
    </message>
    <message>
        <source>They cancel words of the lists, such as “pain bâtard”.</source>
        <translation>Elles annulent des mots des listes, comme « pain bâtard ».</translation>
    </message>
    <message>
        <source>Watched authors</source>
        <translation>Auteurs en veille</translation>
    </message>
    <message>
        <source>They are marked in the queue, and replies to them ask for a second thought.</source>
        <translation>Ils sont marqués dans la file, et leur répondre demande réflexion.</translation>
    </message>
    <message>
        <source>Nobody is watched.</source>
        <translation>Personne n’est en veille.</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>No longer watch {author}</source>
        <translation>Ne plus veiller sur {author}</translation>
    </message>
    <message>
        <source>Watch an author</source>
        <translation>Veiller sur un auteur</translation>
    </message>
    <message>
        <source>Platform and id.</source>
        <translation>Plateforme et identifiant.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Year-month-day; empty: until taken off.</source>
        <translation>Année-mois-jour ; vide : jusqu’à nouvel ordre.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veiller</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>What a comment can be, how serious that is and how soon it wants an answer.</source>
        <translation>Ce qu’un commentaire peut être, sa gravité et le délai qu’il demande.</translation>
    </message>
    <message>
        <source>A new category</source>
        <translation>Une nouvelle catégorie</translation>
    </message>
    <message>
        <source>Name, such as advice</source>
        <translation>Nom, par exemple conseil</translation>
    </message>
    <message>
        <source>Add the category</source>
        <translation>Ajouter la catégorie</translation>
    </message>
    <message>
        <source>severity {n} of 5</source>
        <translation>gravité {n} sur 5</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protégée</translation>
    </message>
    <message>
        <source>against the rules</source>
        <translation>manquement</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>The queue shows the most serious first.</source>
        <translation>La file montre d’abord le plus grave.</translation>
    </message>
    <message>
        <source>This category</source>
        <translation>Cette catégorie</translation>
    </message>
    <message>
        <source>Remove the category</source>
        <translation>Retirer la catégorie</translation>
    </message>
    <message>
        <source>Used by {rules}: take it out there first.</source>
        <translation>Utilisée par {rules} : retirez-la d’abord là.</translation>
    </message>
    <message>
        <source>What holds for it</source>
        <translation>Ce qui vaut pour elle</translation>
    </message>
    <message>
        <source>Against our rules: it can count as a strike</source>
        <translation>Contraire à nos règles : peut compter comme manquement</translation>
    </message>
    <message>
        <source>Protected: no rule may hide or block it</source>
        <translation>Protégée : aucune règle ne peut la masquer ni la bloquer</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>Notre réponse</translation>
    </message>
    <message>
        <source>As the moderator likes</source>
        <translation>Comme le modérateur l’entend</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendue</translation>
    </message>
    <message>
        <source>None: we do not answer</source>
        <translation>Aucune : nous ne répondons pas</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>It goes into refusals and into the statement of reasons.</source>
        <translation>Il figure dans les refus et dans l’exposé des motifs.</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Repose sur</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien encore</translation>
    </message>
    <message>
        <source>Our own rules</source>
        <translation>Nos propres règles</translation>
    </message>
    <message>
        <source>The law</source>
        <translation>La loi</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>Such as: house rules 2.1</source>
        <translation>Par exemple : charte 2.1</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base légale</translation>
    </message>
    <message>
        <source>Needed where it rests on the law.</source>
        <translation>Nécessaire quand elle repose sur la loi.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Category of the DSA statement</source>
        <translation>Catégorie de la déclaration DSA</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Délais</translation>
    </message>
    <message>
        <source>A span such as {units}. Empty means none.</source>
        <translation>Une durée comme {units}. Vide : aucun.</translation>
    </message>
    <message>
        <source>First look</source>
        <translation>Premier regard</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>The clock runs</source>
        <translation>Le temps court</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Jour et nuit</translation>
    </message>
    <message>
        <source>In opening hours</source>
        <translation>Aux heures d’ouverture</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>When this is found, that is proposed. The most severe rule wins, then the one that stands first.</source>
        <translation>Quand ceci est trouvé, cela est proposé. La règle la plus grave l’emporte, puis la première écrite.</translation>
    </message>
    <message>
        <source>No rule yet. Begin with a word list, or give a rule a name here.</source>
        <translation>Pas encore de règle. Commencez par une liste de mots, ou nommez une règle ici.</translation>
    </message>
    <message>
        <source>What it is for, in words</source>
        <translation>À quoi elle sert, en quelques mots</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>Ajouter la règle</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <source>The comment is then read as</source>
        <translation>Le commentaire est alors lu comme</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>Cette règle</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>It stands beside every proposal: letters, digits, - _ and dots.</source>
        <translation>Il figure à côté de chaque proposition : lettres, chiffres, - _ et points.</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Retirer la règle</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>One of these is enough</source>
        <translation>Une seule suffit</translation>
    </message>
    <message>
        <source>All of these together</source>
        <translation>Toutes ensemble</translation>
    </message>
    <message>
        <source>How many must hold</source>
        <translation>Combien doivent être remplies</translation>
    </message>
    <message>
        <source>Except when</source>
        <translation>Sauf quand</translation>
    </message>
    <message>
        <source>No exception: the rule applies whenever the above is found.</source>
        <translation>Aucune exception : la règle s’applique dès que ce qui précède est trouvé.</translation>
    </message>
    <message>
        <source>Then propose</source>
        <translation>Alors proposer</translation>
    </message>
    <message>
        <source>A person decides. What a person has decided is never proposed against.</source>
        <translation>Une personne décide. Rien n’est proposé contre ce qu’une personne a décidé.</translation>
    </message>
    <message>
        <source>The policy holds everywhere. Here stands what differs on one channel.</source>
        <translation>La politique vaut partout. Ici figure ce qui diffère sur un canal.</translation>
    </message>
    <message>
        <source>No exception: every channel follows the same rules.</source>
        <translation>Aucune exception : tous les canaux suivent les mêmes règles.</translation>
    </message>
    <message>
        <source>An exception for a channel</source>
        <translation>Une exception pour un canal</translation>
    </message>
    <message>
        <source>Add the channel</source>
        <translation>Ajouter le canal</translation>
    </message>
    <message>
        <source>nothing hides by itself</source>
        <translation>rien n’est masqué sans personne</translation>
    </message>
    <message>
        <source>other thresholds</source>
        <translation>autres seuils</translation>
    </message>
    <message>
        <source>other deadlines</source>
        <translation>autres délais</translation>
    </message>
    <message>
        <source>nothing differs yet</source>
        <translation>rien ne diffère encore</translation>
    </message>
    <message>
        <source>Hide without asking</source>
        <translation>Masquer sans demander</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>Comme disent les règles</translation>
    </message>
    <message>
        <source>Never here</source>
        <translation>Jamais ici</translation>
    </message>
    <message>
        <source>Where a rule allows it</source>
        <translation>Là où une règle le permet</translation>
    </message>
    <message>
        <source>Deadlines, in per cent of the usual ones</source>
        <translation>Délais, en pour cent des délais habituels</translation>
    </message>
    <message>
        <source>50 % means twice as fast.</source>
        <translation>50 % veut dire deux fois plus vite.</translation>
    </message>
    <message>
        <source>Rules that apply here</source>
        <translation>Règles qui valent ici</translation>
    </message>
    <message>
        <source>Other thresholds</source>
        <translation>Autres seuils</translation>
    </message>
    <message>
        <source>How sure the reading must be on this channel.</source>
        <translation>La certitude que la lecture doit avoir sur ce canal.</translation>
    </message>
    <message>
        <source>This channel</source>
        <translation>Ce canal</translation>
    </message>
    <message>
        <source>Remove the exceptions</source>
        <translation>Retirer les exceptions</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>comme dit la règle</translation>
    </message>
    <message>
        <source>Never: a person decides</source>
        <translation>Jamais : une personne décide</translation>
    </message>
    <message>
        <source>Hide, within limits</source>
        <translation>Masquer, dans des limites</translation>
    </message>
    <message>
        <source>Only hiding, only where the platform can show the comment again, and never where a person has decided.</source>
        <translation>Masquer seulement, là où la plateforme peut remontrer le commentaire, et jamais là où une personne a décidé.</translation>
    </message>
    <message>
        <source>At most this many an hour</source>
        <translation>Au plus, par heure</translation>
    </message>
    <message>
        <source>What comes after that waits for a person.</source>
        <translation>Ce qui vient après attend une personne.</translation>
    </message>
    <message>
        <source>Stop when people undo more than</source>
        <translation>Arrêter quand on en annule plus de</translation>
    </message>
    <message>
        <source>Above this share the rule stops hiding by itself until a lead allows it.</source>
        <translation>Au-delà de cette part, la règle cesse de masquer seule jusqu’à ce qu’un lead le permette.</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Texts that the rule must find, and texts that it must leave alone.</source>
        <translation>Des textes que la règle doit trouver, et d’autres qu’elle doit laisser.</translation>
    </message>
    <message>
        <source>No test yet. Add one text of each kind: they warn you later.</source>
        <translation>Pas encore de test. Ajoutez un texte de chaque sorte : ils vous avertiront plus tard.</translation>
    </message>
    <message>
        <source>A comment as somebody would write it</source>
        <translation>Un commentaire comme quelqu’un l’écrirait</translation>
    </message>
    <message>
        <source>A new test</source>
        <translation>Un nouveau test</translation>
    </message>
    <message>
        <source>What the rule must do</source>
        <translation>Ce que la règle doit faire</translation>
    </message>
    <message>
        <source>Add the test</source>
        <translation>Ajouter le test</translation>
    </message>
    <message>
        <source>Must find it</source>
        <translation>Doit le trouver</translation>
    </message>
    <message>
        <source>Must leave it alone</source>
        <translation>Doit le laisser</translation>
    </message>
    <message>
        <source>Text of test {n}</source>
        <translation>Texte du test {n}</translation>
    </message>
    <message>
        <source>Remove test {n}</source>
        <translation>Retirer le test {n}</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>aucun score</translation>
    </message>
    <message>
        <source>Taken as given: {facts}</source>
        <translation>Tenu pour acquis : {facts}</translation>
    </message>
    <message>
        <source>From a minor crisis on</source>
        <translation>Dès une crise mineure</translation>
    </message>
    <message>
        <source>From a moderate crisis on</source>
        <translation>Dès une crise modérée</translation>
    </message>
    <message>
        <source>From a major crisis on</source>
        <translation>Dès une crise majeure</translation>
    </message>
    <message>
        <source>What waits for a second person, and when nobody answers in public.</source>
        <translation>Ce qui attend une seconde personne, et quand personne ne répond en public.</translation>
    </message>
    <message>
        <source>Waits for a second person</source>
        <translation>Attend une seconde personne</translation>
    </message>
    <message>
        <source>Only where the platform cannot undo it. The second person is never the first.</source>
        <translation>Seulement là où la plateforme ne peut pas l’annuler. La seconde personne n’est jamais la première.</translation>
    </message>
    <message>
        <source>Who may agree</source>
        <translation>Qui peut donner son accord</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dans un délai de</translation>
    </message>
    <message>
        <source>A span such as 24h.</source>
        <translation>Une durée comme 24h.</translation>
    </message>
    <message>
        <source>And if nobody does</source>
        <translation>Et si personne ne le donne</translation>
    </message>
    <message>
        <source>It is not done</source>
        <translation>Ce n’est pas fait</translation>
    </message>
    <message>
        <source>A lead is asked</source>
        <translation>Un lead est sollicité</translation>
    </message>
    <message>
        <source>Before it counts</source>
        <translation>Avant que cela compte</translation>
    </message>
    <message>
        <source>A second person signs before a new policy goes live</source>
        <translation>Une seconde personne signe avant qu’une nouvelle politique s’applique</translation>
    </message>
    <message>
        <source>Time to undo before an action leaves</source>
        <translation>Temps pour annuler avant qu’une action parte</translation>
    </message>
    <message>
        <source>A span such as 20s, at most 10min.</source>
        <translation>Une durée comme 20s, au plus 10min.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Replies need approval</source>
        <translation>Les réponses demandent un accord</translation>
    </message>
    <message>
        <source>Approval by</source>
        <translation>Accord donné par</translation>
    </message>
    <message>
        <source>No public answer to</source>
        <translation>Pas de réponse publique à</translation>
    </message>
    <message>
        <source>Somebody with the right role still may, below.</source>
        <translation>Qui en a le rôle le peut encore, voir plus bas.</translation>
    </message>
    <message>
        <source>A thread in which we have answered this often</source>
        <translation>Un fil où nous avons répondu tant de fois</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Answers to one author in a day, at most</source>
        <translation>Réponses à un auteur par jour, au plus</translation>
    </message>
    <message>
        <source>Offer a private talk after this many answers</source>
        <translation>Proposer un échange privé après tant de réponses</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Who may answer all the same</source>
        <translation>Qui peut répondre quand même</translation>
    </message>
    <message>
        <source>with a reason</source>
        <translation>avec une raison</translation>
    </message>
    <message>
        <source>A reply that says something else than we said</source>
        <translation>Une réponse qui contredit ce que nous avons dit</translation>
    </message>
    <message>
        <source>Warn before sending</source>
        <translation>Avertir avant l’envoi</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>Ne pas vérifier</translation>
    </message>
    <message>
        <source>Deadlines that count in opening hours stand still outside them.</source>
        <translation>Les délais comptés en heures d’ouverture s’arrêtent en dehors.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Such as 08:30-12:30, 13:30-19:00. Empty: closed.</source>
        <translation>Par exemple 08:30-12:30, 13:30-19:00. Vide : fermé.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>No reply leaves</source>
        <translation>Aucune réponse ne part</translation>
    </message>
    <message>
        <source>Such as 22:00-07:00. Hiding and reporting still go out.</source>
        <translation>Par exemple 22:00-07:00. Masquages et signalements partent quand même.</translation>
    </message>
    <message>
        <source>Closed on French public holidays</source>
        <translation>Fermé les jours fériés français</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Such as Europe/Paris.</source>
        <translation>Par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>A person's decision against a comment gives its author points. The points lead up these steps, never straight to a block.</source>
        <translation>Une décision humaine contre un commentaire donne des points à son auteur. Les points font monter ces paliers, jamais droit au blocage.</translation>
    </message>
    <message>
        <source>There are no steps: every comment is decided for itself.</source>
        <translation>Il n’y a pas de palier : chaque commentaire est jugé pour lui-même.</translation>
    </message>
    <message>
        <source>Begin with a warning, then hiding</source>
        <translation>Commencer par un avertissement, puis masquer</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Paliers</translation>
    </message>
    <message>
        <source>No step yet. The first one is usually a warning.</source>
        <translation>Pas encore de palier. Le premier est d’ordinaire un avertissement.</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Ce qui compte</translation>
    </message>
    <message>
        <source>Points for each time a person confirms it.</source>
        <translation>Points chaque fois qu’une personne le confirme.</translation>
    </message>
    <message>
        <source>No category is against the rules yet: say so in Categories.</source>
        <translation>Aucune catégorie n’est encore un manquement : dites-le dans Catégories.</translation>
    </message>
    <message>
        <source>Points count for</source>
        <translation>Les points comptent pendant</translation>
    </message>
    <message>
        <source>A span such as 90d or 6mo.</source>
        <translation>Une durée comme 90d (jours) ou 6mo.</translation>
    </message>
    <message>
        <source>Halve them every</source>
        <translation>Les diviser par deux tous les</translation>
    </message>
    <message>
        <source>Empty: they count in full until the end.</source>
        <translation>Vide : ils comptent en entier jusqu’au bout.</translation>
    </message>
    <message>
        <source>Points: {category}</source>
        <translation>Points : {category}</translation>
    </message>
    <message>
        <source>From how many points on</source>
        <translation>À partir de combien de points</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Palier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>From points</source>
        <translation>À partir de (points)</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Pour combien de temps</translation>
    </message>
    <message>
        <source>Empty: without end.</source>
        <translation>Vide : sans fin.</translation>
    </message>
    <message>
        <source>A second person must agree</source>
        <translation>Une seconde personne doit donner son accord</translation>
    </message>
    <message>
        <source>A reason must be given</source>
        <translation>Il faut donner une raison</translation>
    </message>
    <message>
        <source>Only after a warning</source>
        <translation>Seulement après un avertissement</translation>
    </message>
    <message>
        <source>As under Approval</source>
        <translation>Comme sous Accords</translation>
    </message>
    <message>
        <source>Points of the new step</source>
        <translation>Points du nouveau palier</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Nouveau palier</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>Ajouter le palier</translation>
    </message>
    <message>
        <source>A new step, from points</source>
        <translation>Un nouveau palier, à partir de (points)</translation>
    </message>
    <message>
        <source>Add a first word: an empty list finds nothing.</source>
        <translation>Ajoutez un premier mot : une liste vide ne trouve rien.</translation>
    </message>
</context>
<context>
    <name>PolicyResults</name>
    <message>
        <source>There is no comment in this time to try the draft on.</source>
        <translation>Aucun commentaire dans cette période sur lequel essayer le brouillon.</translation>
    </message>
    <message>
        <source>{days}, the policy in force: {comments}, {decisions} to compare with.</source>
        <translation>{days}, la politique en vigueur : {comments}, {decisions} pour comparer.</translation>
    </message>
    <message>
        <source>{days}, {more}, {fewer}.</source>
        <translation>{days}, {more}, {fewer}.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Agreement with your decisions</source>
        <translation>Accord avec vos décisions</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protégées</translation>
    </message>
    <message>
        <source>Auto / day</source>
        <translation>Auto / jour</translation>
    </message>
    <message>
        <source>too few, n = {n}</source>
        <translation>trop peu, n = {n}</translation>
    </message>
    <message>
        <source>another rule wins</source>
        <translation>une autre l’emporte</translation>
    </message>
    <message>
        <source>none judged</source>
        <translation>aucune décision</translation>
    </message>
    <message>
        <source>{days}, {comments}, {decisions}.</source>
        <translation>{days}, {comments}, {decisions}.</translation>
    </message>
    <message>
        <source>Line: 95 % interval (Wilson).</source>
        <translation>Trait : intervalle à 95 % (Wilson).</translation>
    </message>
    <message>
        <source>Mark: share asked for, {share}.</source>
        <translation>Repère : seuil demandé, {share}.</translation>
    </message>
    <message>
        <source>Without a hit: {rules}.</source>
        <translation>Sans touche : {rules}.</translation>
    </message>
    <message>
        <source>{points}: {action}</source>
        <translation>{points} : {action}</translation>
    </message>
    <message>
        <source>Nothing falls due in this time.</source>
        <translation>Rien n’arrive à échéance dans cette période.</translation>
    </message>
    <message>
        <source>Most falls due between {start} and {end}: {due} of {all}.</source>
        <translation>Le plus d’échéances tombe entre {start} et {end} : {due} sur {all}.</translation>
    </message>
    <message>
        <source>The fullest hour: {day}, {time}, {due}.</source>
        <translation>L’heure la plus chargée : {day}, {time}, {due}.</translation>
    </message>
    <message>
        <source>you: {action}</source>
        <translation>vous : {action}</translation>
    </message>
    <message>
        <source>rule: {actions}</source>
        <translation>règle : {actions}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>in force: {what}</source>
        <translation>en vigueur : {what}</translation>
    </message>
    <message>
        <source>shadow: {what}</source>
        <translation>ombre : {what}</translation>
    </message>
    <message>
        <source>The words of this comment are no longer here.</source>
        <translation>Les mots de ce commentaire ne sont plus ici.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protégée</translation>
    </message>
    <message>
        <source>{value}, min {wanted}</source>
        <translation>{value}, min {wanted}</translation>
    </message>
    <message>
        <source>{rule} agrees too rarely with you: read its disagreements.</source>
        <translation>{rule} vous rejoint trop rarement : lisez ses désaccords.</translation>
    </message>
    <message>
        <source>{n}, min {wanted}</source>
        <translation>{n}, min {wanted}</translation>
    </message>
    <message>
        <source>Rules that agree</source>
        <translation>Règles d’accord</translation>
    </message>
    <message>
        <source>Under 30 decisions a share says nothing: that refuses nothing.</source>
        <translation>Sous 30 décisions, une part ne dit rien : cela ne refuse rien.</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>a des erreurs</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Mend what the check names.</source>
        <translation>Corrigez ce que le contrôle indique.</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Some tests fail: see the tab Tests.</source>
        <translation>Des tests échouent : voyez l’onglet Tests.</translation>
    </message>
    <message>
        <source>The tests are noted with a version, and run again before it goes live.</source>
        <translation>Les tests sont gardés avec une version, et relancés avant la mise en vigueur.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Rejouer</translation>
    </message>
    <message>
        <source>Nobody has decided yet on a comment the rules touch.</source>
        <translation>Personne n’a encore décidé d’un commentaire que touchent les règles.</translation>
    </message>
    <message>
        <source>Too few decisions</source>
        <translation>Trop peu jugées</translation>
    </message>
    <message>
        <source>Replay the draft over {days}.</source>
        <translation>Rejouez le brouillon sur {days}.</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>périmé</translation>
    </message>
    <message>
        <source>The replay compares with an earlier policy: replay it again.</source>
        <translation>Le rejeu compare à une politique antérieure : rejouez.</translation>
    </message>
    <message>
        <source>The replay is older than a day: replay it again.</source>
        <translation>Le rejeu a plus d’un jour : rejouez.</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>trop court</translation>
    </message>
    <message>
        <source>The replay must look back over {days}.</source>
        <translation>Le rejeu doit porter sur {days}.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Protected hit</source>
        <translation>Protégées touchées</translation>
    </message>
    <message>
        <source>min {n}</source>
        <translation>min {n}</translation>
    </message>
    <message>
        <source>max {n}</source>
        <translation>max {n}</translation>
    </message>
    <message>
        <source>Too few decisions to judge the draft by: decide in the queue first.</source>
        <translation>Trop peu de décisions pour juger le brouillon : décidez d’abord dans la file.</translation>
    </message>
    <message>
        <source>A rule would hide what a protected category shelters.</source>
        <translation>Une règle masquerait ce qu’une catégorie protégée abrite.</translation>
    </message>
    <message>
        <source>Automatic volume</source>
        <translation>Volume auto</translation>
    </message>
    <message>
        <source>Nothing was hidden automatically before: any is new.</source>
        <translation>Rien n’était masqué automatiquement avant : tout est nouveau.</translation>
    </message>
    <message>
        <source>Automatic hides would change more than the gate lets them.</source>
        <translation>Les masquages automatiques varieraient plus que la limite.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Seconde signature</translation>
    </message>
    <message>
        <source>Another person signs first ({role}).</source>
        <translation>Une autre personne signe d’abord ({role}).</translation>
    </message>
    <message>
        <source>A replay tells.</source>
        <translation>Un rejeu le dira.</translation>
    </message>
    <message>
        <source>A replay is running.</source>
        <translation>Un rejeu est en cours.</translation>
    </message>
    <message>
        <source>The check is still running.</source>
        <translation>Le contrôle est encore en cours.</translation>
    </message>
    <message>
        <source>The text has errors: they come first.</source>
        <translation>Le texte a des erreurs : elles passent d’abord.</translation>
    </message>
    <message>
        <source>The text has changed since, and has errors.</source>
        <translation>Le texte a changé depuis, et a des erreurs.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Reading the past…</source>
        <translation>Lecture du passé…</translation>
    </message>
    <message>
        <source>replayed {moment}, {name}</source>
        <translation>rejoué {moment}, {name}</translation>
    </message>
    <message>
        <source>replayed in {seconds} s</source>
        <translation>rejoué en {seconds} s</translation>
    </message>
    <message>
        <source>The past is being replayed</source>
        <translation>Le passé est rejoué</translation>
    </message>
    <message>
        <source>You can go on working: nothing in the workspace is changed. Esc stops.</source>
        <translation>Vous pouvez continuer : rien n’est modifié dans l’espace de travail. Échap arrête.</translation>
    </message>
    <message>
        <source>What would this text have done?</source>
        <translation>Qu’aurait fait ce texte ?</translation>
    </message>
    <message>
        <source>A replay reads your own past with the draft and compares it with your decisions. Nothing is changed, nothing is sent. Press F5.</source>
        <translation>Un rejeu relit votre passé avec le brouillon et le compare à vos décisions. Rien n’est modifié, rien ne part. Appuyez sur F5.</translation>
    </message>
    <message>
        <source>Ladder step</source>
        <translation>Palier</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme vécu</translation>
    </message>
    <message>
        <source>With this text</source>
        <translation>Avec ce texte</translation>
    </message>
    <message>
        <source>{rule}: disagreements to read, {n} of {all}</source>
        <translation>{rule} : désaccords à lire, {n} sur {all}</translation>
    </message>
    <message>
        <source>{rule}: disagreements to read</source>
        <translation>{rule} : désaccords à lire</translation>
    </message>
    <message>
        <source>None kept for this rule: you and it agreed, or nobody decided.</source>
        <translation>Aucun gardé pour cette règle : vous étiez d’accord, ou personne n’a décidé.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>the whole past</source>
        <translation>tout le passé</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Jusqu’où</translation>
    </message>
    <message>
        <source>The text has changed since. Press F5 to replay it as it is now.</source>
        <translation>Le texte a changé depuis. F5 le rejoue tel qu’il est.</translation>
    </message>
    <message>
        <source>Results by rule</source>
        <translation>Résultats par règle</translation>
    </message>
    <message>
        <source>Steps of the ladder reached</source>
        <translation>Paliers de l’échelle atteints</translation>
    </message>
    <message>
        <source>What falls due, by hour of the day</source>
        <translation>Ce qui arrive à échéance, par heure de la journée</translation>
    </message>
    <message>
        <source>What these figures cannot say</source>
        <translation>Ce que ces chiffres ne disent pas</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>ne tient pas</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>Nothing stands against it.</source>
        <translation>Rien ne s’y oppose.</translation>
    </message>
    <message>
        <source>This text is no version yet: submit it to note its replay.</source>
        <translation>Ce texte n’est pas encore une version : déposez-le pour garder son rejeu.</translation>
    </message>
    <message>
        <source>Green light</source>
        <translation>Feu vert</translation>
    </message>
    <message>
        <source>The text has errors</source>
        <translation>Le texte a des erreurs</translation>
    </message>
    <message>
        <source>Mend them first: only a sound text can be compared.</source>
        <translation>Corrigez-les d’abord : seul un texte correct se compare.</translation>
    </message>
    <message>
        <source>The texts are being compared</source>
        <translation>Comparaison des textes</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message>
        <source>This text means the same as the policy in force. Names, notes, remarks and rule tests do not count.</source>
        <translation>Ce texte dit la même chose que la politique en vigueur. Noms, notes, remarques et tests des règles ne comptent pas.</translation>
    </message>
    <message>
        <source>A replay tells which comments of the past would be hidden or not.</source>
        <translation>Un rejeu dit quels commentaires passés seraient masqués ou non.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Differences {n}</source>
        <translation>Différences {n}</translation>
    </message>
    <message>
        <source>Differences from the policy in force</source>
        <translation>Différences avec la politique en vigueur</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>ligne {n}</translation>
    </message>
    <message>
        <source>One moment: the last step is still under way.</source>
        <translation>Un instant : l’étape précédente est encore en cours.</translation>
    </message>
    <message>
        <source>Your role, {role}, reads. A lead starts and ends a shadow.</source>
        <translation>Votre rôle, {role}, consulte. Un lead lance et arrête une ombre.</translation>
    </message>
    <message>
        <source>Submit the draft as a version first.</source>
        <translation>Déposez d’abord le brouillon comme version.</translation>
    </message>
    <message>
        <source>This version is in force already.</source>
        <translation>Cette version est déjà en vigueur.</translation>
    </message>
    <message>
        <source>End shadow</source>
        <translation>Arrêter l’ombre</translation>
    </message>
    <message>
        <source>Start shadow</source>
        <translation>Passer en ombre</translation>
    </message>
    <message>
        <source>No version is in shadow</source>
        <translation>Aucune version en ombre</translation>
    </message>
    <message>
        <source>v{n} is in shadow</source>
        <translation>v{n} est en ombre</translation>
    </message>
    <message>
        <source>v{n} was in shadow</source>
        <translation>v{n} a été en ombre</translation>
    </message>
    <message>
        <source>Since {moment}.</source>
        <translation>Depuis : {moment}.</translation>
    </message>
    <message>
        <source>Try it beside the policy in force</source>
        <translation>L’essayer à côté de la politique en vigueur</translation>
    </message>
    <message>
        <source>In shadow a version proposes for every comment, as the policy in force does. Nobody in the queue sees it; here you read where both differ. Change the text, submit it as a version, then start its shadow.</source>
        <translation>En ombre, une version propose pour chaque commentaire, comme la politique en vigueur. Personne ne le voit dans la file ; vous lisez ici où elles diffèrent. Modifiez le texte, déposez-le comme version, puis passez-la en ombre.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Rien à comparer pour l’instant</translation>
    </message>
    <message>
        <source>The first comments that come in will be compared here.</source>
        <translation>Les premiers commentaires reçus seront comparés ici.</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>In shadow</source>
        <translation>En ombre</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>{seen}, {otherwise}: {more}, {fewer}.</source>
        <translation>{seen}, {otherwise} : {more}, {fewer}.</translation>
    </message>
    <message>
        <source>With your decisions since, the shadow agrees in {share}</source>
        <translation>Depuis, l’ombre rejoint vos décisions dans {share} des cas</translation>
    </message>
    <message>
        <source>the policy in force in {share}</source>
        <translation>la politique en vigueur dans {share}</translation>
    </message>
    <message>
        <source>Too few decisions since ({n}) to say how often either agrees with you.</source>
        <translation>Trop peu de décisions depuis ({n}) pour dire laquelle vous rejoint le plus.</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Ombre</translation>
    </message>
    <message>
        <source>Categories that change</source>
        <translation>Catégories qui changent</translation>
    </message>
    <message>
        <source>Hits by rule</source>
        <translation>Touches par règle</translation>
    </message>
    <message>
        <source>Comments on which they differ</source>
        <translation>Commentaires où elles diffèrent</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Récents d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Anciens d’abord</translation>
    </message>
    <message>
        <source>Most followed first</source>
        <translation>Les plus suivis d’abord</translation>
    </message>
    <message>
        <source>Severity, then due</source>
        <translation>Gravité, puis échéance</translation>
    </message>
    <message>
        <source>Search: “{text}”</source>
        <translation>Recherche : « {text} »</translation>
    </message>
    <message>
        <source>Show all of the view</source>
        <translation>Montrer toute la vue</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Rien trouvé pour « {text} »</translation>
    </message>
    <message>
        <source>Without “{what}”: {n}</source>
        <translation>Sans « {what} » : {n}</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Quitter la recherche</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Searched texts, authors, notes and replies of this view.</source>
        <translation>Cherché dans les textes, auteurs, notes et réponses de cette vue.</translation>
    </message>
    <message>
        <source>Searched texts, authors, notes and replies of all comments, decided ones too.</source>
        <translation>Cherché dans les textes, auteurs, notes et réponses de tous les commentaires, décidés compris.</translation>
    </message>
    <message>
        <source>Nothing with this filter</source>
        <translation>Rien avec ce filtre</translation>
    </message>
    <message>
        <source>Leave out one condition:</source>
        <translation>Retirez une condition :</translation>
    </message>
    <message>
        <source>No single condition stands in the way. Clear the filter above.</source>
        <translation>Aucune condition seule n’est en cause. Videz le filtre ci-dessus.</translation>
    </message>
    <message>
        <source>{key} puts a comment off. It comes back by itself when its time is there.</source>
        <translation>{key} remet un commentaire à plus tard. Il revient de lui-même à l’heure dite.</translation>
    </message>
    <message>
        <source>Nothing is put off</source>
        <translation>Rien n’est remis à plus tard</translation>
    </message>
    <message>
        <source>{key} begins a reply. What you typed is kept here until it is sent.</source>
        <translation>{key} commence une réponse. Ce que vous avez tapé est gardé ici jusqu’à l’envoi.</translation>
    </message>
    <message>
        <source>No draft of yours</source>
        <translation>Aucun brouillon de votre main</translation>
    </message>
    <message>
        <source>{key} gives a comment to somebody, or to you.</source>
        <translation>{key} confie un commentaire à quelqu’un, ou à vous.</translation>
    </message>
    <message>
        <source>Nothing is assigned to you</source>
        <translation>Rien ne vous est attribué</translation>
    </message>
    <message>
        <source>What a second person has to agree to stands here until it is answered.</source>
        <translation>Ce qui demande l’accord d’une seconde personne reste ici jusqu’à sa réponse.</translation>
    </message>
    <message>
        <source>No agreement is asked for</source>
        <translation>Aucun accord n’est demandé</translation>
    </message>
    <message>
        <source>What has to be done on the site itself stands here until you say that it was done.</source>
        <translation>Ce qui se fait sur le site même reste ici jusqu’à ce que vous disiez que c’est fait.</translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation>Rien à confirmer</translation>
    </message>
    <message>
        <source>What you decide waits here until it has left, and can be undone meanwhile.</source>
        <translation>Ce que vous décidez attend ici son départ, et s’annule d’ici là.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Rien n’attend l’envoi</translation>
    </message>
    <message>
        <source>What you decide can be found here again, and looked at.</source>
        <translation>Ce que vous décidez se retrouve ici, et se relit.</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>Rien de décidé pour l’instant</translation>
    </message>
    <message>
        <source>Look at what was put off</source>
        <translation>Voir ce qui est remis à plus tard</translation>
    </message>
    <message>
        <source>All is read</source>
        <translation>Tout est lu</translation>
    </message>
    <message>
        <source>Nothing waits in this view.</source>
        <translation>Rien n’attend dans cette vue.</translation>
    </message>
    <message>
        <source>Only comments that come in from now on, by rules whose policy says auto = hide.</source>
        <translation>Seulement des commentaires qui arrivent désormais, par des règles dont la politique dit auto = hide.</translation>
    </message>
    <message>
        <source>No rule hides by itself. A lead switches it on in the policy: Form, Rules, “Hide without asking”.</source>
        <translation>Aucune règle ne masque seule. Un lead l’active dans la politique : Formulaire, Règles, « Masquer sans demander ».</translation>
    </message>
    <message>
        <source>Nothing hidden by the console</source>
        <translation>Rien de masqué par la console</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Try the practice network</source>
        <translation>Essayer le réseau d’entraînement</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Pas encore de canal</translation>
    </message>
    <message>
        <source>Connect one, import a file, or try the practice network.</source>
        <translation>Connectez-en un, importez un fichier, ou essayez le réseau d’entraînement.</translation>
    </message>
    <message>
        <source>The address is no page of the web. It was not opened.</source>
        <translation>L’adresse n’est pas une page du web. Elle n’a pas été ouverte.</translation>
    </message>
    <message>
        <source>Text copied.</source>
        <translation>Texte copié.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>Our reply is kept as a statement. Its topic can be found under Saved replies.</source>
        <translation>Notre réponse est gardée comme déclaration, dans la page des réponses.</translation>
    </message>
    <message>
        <source>{done}. Nothing is left in this list.</source>
        <translation>{done}. Plus rien dans cette liste.</translation>
    </message>
    <message>
        <source>{done}. Next: {card}</source>
        <translation>{done}. Suivant : {card}</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Vigie</source>
        <translation>Quitter Vigie</translation>
    </message>
    <message>
        <source>Nothing is lost: what is kept leaves at the next start, and can still be undone until then.</source>
        <translation>Rien n’est perdu : ce qui est gardé part au prochain démarrage, et s’annule jusque-là.</translation>
    </message>
    <message>
        <source>Send, then quit</source>
        <translation>Envoyer, puis quitter</translation>
    </message>
    <message>
        <source>{left}; the last leaves in {span}, then Vigie closes. Esc stops this.</source>
        <translation>{left} ; la dernière part dans {span}, puis Vigie se ferme. Échap arrête.</translation>
    </message>
    <message>
        <source>Keep for the next start</source>
        <translation>Garder pour le prochain démarrage</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>{left}: the answer of the site is awaited, then Vigie closes. Esc stops this.</source>
        <translation>{left} : on attend la réponse du site, puis Vigie se ferme. Échap arrête.</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>L’envoi est en cours.</translation>
    </message>
    <message>
        <source>{left} still: the site does not answer, or asks to wait. They are kept.</source>
        <translation>Encore {left} : le site ne répond pas, ou demande d’attendre. Elles sont gardées.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>More</source>
        <translation>Autres vues</translation>
    </message>
    <message>
        <source>More: {views}</source>
        <translation>Autres vues : {views}</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The ladder asks for it</source>
        <translation>L’échelle la demande</translation>
    </message>
    <message>
        <source>For this comment</source>
        <translation>Pour ce commentaire</translation>
    </message>
    <message>
        <source>By leave of a lead</source>
        <translation>Sur dérogation d’un lead</translation>
    </message>
    <message>
        <source>For other comments</source>
        <translation>Pour d’autres commentaires</translation>
    </message>
    <message>
        <source>As you chose</source>
        <translation>Votre choix</translation>
    </message>
    <message>
        <source>As the comment</source>
        <translation>Comme le commentaire</translation>
    </message>
    <message>
        <source>As the channel</source>
        <translation>Comme le canal</translation>
    </message>
    <message>
        <source>As the policy</source>
        <translation>Comme la politique</translation>
    </message>
    <message>
        <source>No other language</source>
        <translation>Seule langue écrite</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>comes with Vigie</source>
        <translation>fournie avec Vigie</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>la vôtre</translation>
    </message>
    <message>
        <source>rewritten here</source>
        <translation>réécrite ici</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Autre montant</translation>
    </message>
    <message>
        <source>Another share</source>
        <translation>Autre pourcentage</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>Autre date</translation>
    </message>
    <message>
        <source>Another season</source>
        <translation>Autre saison</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Autre jour</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Autre heure</translation>
    </message>
    <message>
        <source>Another span of time</source>
        <translation>Autre durée</translation>
    </message>
    <message>
        <source>Another measure</source>
        <translation>Autre mesure</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Autre nombre</translation>
    </message>
    <message>
        <source>Another telephone number</source>
        <translation>Autre numéro de téléphone</translation>
    </message>
    <message>
        <source>The opposite</source>
        <translation>Le contraire</translation>
    </message>
    <message>
        <source>to this author</source>
        <translation>à cette personne</translation>
    </message>
    <message>
        <source>in this thread</source>
        <translation>dans ce fil</translation>
    </message>
    <message>
        <source>under this post</source>
        <translation>sous cette publication</translation>
    </message>
    <message>
        <source>in the register of statements</source>
        <translation>au registre des déclarations</translation>
    </message>
    <message>
        <source>This short name cannot be used.</source>
        <translation>Ce nom court n’est pas utilisable.</translation>
    </message>
    <message>
        <source>Write lower-case words joined by dots, such as complaint.private.</source>
        <translation>Écrivez des mots en minuscules joints par des points, comme complaint.private.</translation>
    </message>
    <message>
        <source>The title is empty, or longer than {longest} characters.</source>
        <translation>Le titre est vide, ou dépasse {longest} caractères.</translation>
    </message>
    <message>
        <source>Each language that has a text needs a short title.</source>
        <translation>Chaque langue qui a un texte demande un titre court.</translation>
    </message>
    <message>
        <source>The text is empty, or longer than {longest} characters.</source>
        <translation>Le texte est vide, ou dépasse {longest} caractères.</translation>
    </message>
    <message>
        <source>No language would have a text.</source>
        <translation>Aucune langue n’aurait de texte.</translation>
    </message>
    <message>
        <source>Write one, or remove the reply.</source>
        <translation>Écrivez-en un, ou retirez la réponse.</translation>
    </message>
    <message>
        <source>The policy in force has no category “{category}”.</source>
        <translation>La politique en vigueur n’a pas de catégorie « {category} ».</translation>
    </message>
    <message>
        <source>The policy in force has no rule “{rule}”.</source>
        <translation>La politique en vigueur n’a pas de règle « {rule} ».</translation>
    </message>
    <message>
        <source>Its rules: {known}.</source>
        <translation>Ses règles : {known}.</translation>
    </message>
    <message>
        <source>These words stand in the register already.</source>
        <translation>Ce texte est déjà au registre.</translation>
    </message>
    <message>
        <source>A statement cannot have been made in the future.</source>
        <translation>Une déclaration ne peut pas avoir été faite dans l’avenir.</translation>
    </message>
    <message>
        <source>No reply of ours has been sent here yet.</source>
        <translation>Aucune réponse de notre part n’est encore partie ici.</translation>
    </message>
    <message>
        <source>This statement is out of force already.</source>
        <translation>Cette déclaration est déjà hors vigueur.</translation>
    </message>
    <message>
        <source>With a reason of yours</source>
        <translation>Avec un motif de votre part</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>any comment</source>
        <translation>tout commentaire</translation>
    </message>
    <message>
        <source>Written for a private message.</source>
        <translation>Écrite pour un message privé.</translation>
    </message>
    <message>
        <source>Made for: {what}.</source>
        <translation>Prévue pour : {what}.</translation>
    </message>
    <message>
        <source>We have said this on {day}: “{text}”.</source>
        <translation>Nous l’avons déjà dit le {day} : « {text} ».</translation>
    </message>
    <message>
        <source>On {day} we said something else: “{text}”.</source>
        <translation>Le {day}, nous avons dit autre chose : « {text} ».</translation>
    </message>
    <message>
        <source>{what}: {theirs} then, {ours} now.</source>
        <translation>{what} : {theirs} alors, {ours} maintenant.</translation>
    </message>
    <message>
        <source>Nobody answered in time about your reply</source>
        <translation>Personne n’a répondu à temps sur votre réponse</translation>
    </message>
    <message>
        <source>{name} did not agree to your reply</source>
        <translation>{name} n’a pas donné son accord à votre réponse</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
    <message>
        <source>This one may not be sent here.</source>
        <translation>Celle-ci ne peut pas être envoyée ici.</translation>
    </message>
    <message>
        <source>author’s name</source>
        <translation>nom de l’auteur</translation>
    </message>
    <message>
        <source>author’s first name</source>
        <translation>prénom de l’auteur</translation>
    </message>
    <message>
        <source>our name</source>
        <translation>notre nom</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>title of our post</source>
        <translation>titre de notre publication</translation>
    </message>
    <message>
        <source>day of the comment</source>
        <translation>jour du commentaire</translation>
    </message>
    <message>
        <source>day of the answer</source>
        <translation>jour de la réponse</translation>
    </message>
    <message>
        <source>case number</source>
        <translation>numéro de dossier</translation>
    </message>
    <message>
        <source>clause</source>
        <translation>clause</translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>where to write</source>
        <translation>adresse de contact</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>time needed</source>
        <translation>délai</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>sujet</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>horaires</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>date limite</translation>
    </message>
    <message>
        <source>start date</source>
        <translation>date de début</translation>
    </message>
    <message>
        <source>date of publication</source>
        <translation>date de publication</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>{author}: {text}</source>
        <translation>{author} : {text}</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>draft kept</source>
        <translation>brouillon gardé</translation>
    </message>
    <message>
        <source>Why all the same, in a few words: it is logged</source>
        <translation>Pourquoi malgré tout, en quelques mots : inscrit au journal</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Envoyer pour accord</translation>
    </message>
    <message>
        <source>Your warning on {platform}</source>
        <translation>Votre avertissement sur {platform}</translation>
    </message>
    <message>
        <source>Your reply on {platform}</source>
        <translation>Votre réponse sur {platform}</translation>
    </message>
    <message>
        <source>Keep without reply</source>
        <translation>Garder sans répondre</translation>
    </message>
    <message>
        <source>Watch until…</source>
        <translation>Veiller jusqu’à…</translation>
    </message>
    <message>
        <source>In another window of yours this reply went on at {time}.</source>
        <translation>Dans une autre de vos fenêtres, cette réponse a continué à {time}.</translation>
    </message>
    <message>
        <source>{name} began a reply here at {time}.</source>
        <translation>{name} a commencé une réponse ici à {time}.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>The guard above stands against it.</source>
        <translation>La garde ci-dessus s’y oppose.</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Rien d’écrit pour l’instant.</translation>
    </message>
    <message>
        <source>Too long for this site.</source>
        <translation>Trop long pour ce site.</translation>
    </message>
    <message>
        <source>An open field is left.</source>
        <translation>Un champ reste à remplir.</translation>
    </message>
    <message>
        <source>We have said something else: change it, or ask the spokesperson.</source>
        <translation>Nous avons dit autre chose : corrigez, ou demandez au porte-parole.</translation>
    </message>
    <message>
        <source>We have said something else: change it, or say why.</source>
        <translation>Nous avons dit autre chose : corrigez, ou dites pourquoi.</translation>
    </message>
</context>
<context>
    <name>ReplyCounted</name>
    <message numerus="yes">
        <source>Search %n template(s)</source>
        <translation>
            <numerusform>Chercher dans %n modèle</numerusform>
            <numerusform>Chercher dans %n modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>utilisée %n fois</numerusform>
            <numerusform>utilisée %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n j’aime</numerusform>
            <numerusform>%n j’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%n de trop</numerusform>
            <numerusform>%n de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to check</source>
        <translation>
            <numerusform>%n mot à vérifier</numerusform>
            <numerusform>%n mots à vérifier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyForm</name>
    <message>
        <source>A new saved reply</source>
        <translation>Une nouvelle réponse enregistrée</translation>
    </message>
    <message>
        <source>leads write them</source>
        <translation>les leads les écrivent</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Lower-case words joined by dots, such as complaint.private. It stands in the log.</source>
        <translation>Mots en minuscules joints par des points, comme complaint.private. Il figure au journal.</translation>
    </message>
    <message>
        <source>Title in French</source>
        <translation>Titre en français</translation>
    </message>
    <message>
        <source>Text in French</source>
        <translation>Texte en français</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Titre en anglais</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>Texte en anglais</translation>
    </message>
    <message>
        <source>Made for (none: any comment)</source>
        <translation>Prévue pour (rien de coché : tout commentaire)</translation>
    </message>
    <message>
        <source>And for these rules</source>
        <translation>Et pour ces règles</translation>
    </message>
    <message>
        <source>Separated by commas. The policy in force has: {rules}.</source>
        <translation>Séparées par des virgules. La politique en vigueur a : {rules}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>As it came with Vigie</source>
        <translation>Revenir à l’originale</translation>
    </message>
    <message>
        <source>These fields fill themselves: {known}.</source>
        <translation>Ces champs se remplissent seuls : {known}.</translation>
    </message>
    <message>
        <source>A person fills: {fields}.</source>
        <translation>À remplir par une personne : {fields}.</translation>
    </message>
    <message>
        <source>Any other word in braces is a field that a person fills before the reply can leave.</source>
        <translation>Tout autre mot entre accolades est un champ à remplir avant l’envoi.</translation>
    </message>
    <message>
        <source>{lengths}, before its fields are filled</source>
        <translation>{lengths}, champs non remplis</translation>
    </message>
    <message>
        <source>This needs a lead.</source>
        <translation>Il faut un lead.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
</context>
<context>
    <name>ReplyPreview</name>
    <message>
        <source>It stands under the comment of {author}; no mention is put before it.</source>
        <translation>Elle se place sous le commentaire de {author} ; aucune mention n’est ajoutée devant.</translation>
    </message>
    <message>
        <source>The mention is put before it; the author is told.</source>
        <translation>La mention est placée devant ; l’auteur est averti.</translation>
    </message>
    <message>
        <source>An address counts 23 characters.</source>
        <translation>Une adresse compte 23 caractères.</translation>
    </message>
    <message>
        <source>Addresses stand and count as written.</source>
        <translation>Les adresses restent telles quelles et comptent en entier.</translation>
    </message>
    <message>
        <source>Nobody can press an address there.</source>
        <translation>Là-bas, une adresse ne s’ouvre pas d’un clic.</translation>
    </message>
    <message>
        <source>A mention calls that account, if it exists.</source>
        <translation>Une mention prévient ce compte, s’il existe.</translation>
    </message>
    <message>
        <source>Line breaks are kept.</source>
        <translation>Les retours à la ligne sont gardés.</translation>
    </message>
    <message>
        <source>You paste it on the site yourself; some sites put {author}’s name before it.</source>
        <translation>Vous la collez vous-même sur le site ; certains sites placent le nom de {author} devant.</translation>
    </message>
    <message>
        <source>As it will stand on {platform}</source>
        <translation>Telle qu’elle sera sur {platform}</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Nous</translation>
    </message>
    <message>
        <source>{name}, to {author}</source>
        <translation>{name}, à {author}</translation>
    </message>
</context>
<context>
    <name>ReplySpelling</name>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Spelling: {language}</source>
        <translation>Orthographe : {language}</translation>
    </message>
    <message>
        <source>{count}: {words}</source>
        <translation>{count} : {words}</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>Ajouter « {word} » au dictionnaire</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Report for the help desk</source>
        <translation>Rapport pour l’assistance</translation>
    </message>
    <message>
        <source>Nothing is sent. This is the whole report, as the file will hold it: no comment, no name, no secret. Save it and give it to your help desk.</source>
        <translation>Rien n’est envoyé. Voici le rapport en entier, tel que le fichier le contiendra : ni commentaire, ni nom, ni secret. Enregistrez-le et remettez-le à votre assistance.</translation>
    </message>
    <message>
        <source>Yours is: {desk}.</source>
        <translation>La vôtre : {desk}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Enregistré : {file}</translation>
    </message>
    <message>
        <source>Not saved in {file} ({why}). Choose another place.</source>
        <translation>Pas enregistré dans {file} ({why}). Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Vigie ended abruptly last time; what was decided is kept. The traces: command “Report for the help desk”.</source>
        <translation>Vigie s’est arrêté net la dernière fois ; ce qui est décidé est gardé. Traces : commande « Rapport pour l’assistance ».</translation>
    </message>
</context>
<context>
    <name>ResultsCounted</name>
    <message numerus="yes">
        <source>Over %n day(s)</source>
        <translation>
            <numerusform>Sur %n jour</numerusform>
            <numerusform>Sur %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n more comment(s)* would be hidden</source>
        <translation>
            <numerusform>*%n commentaire de plus* serait masqué</numerusform>
            <numerusform>*%n commentaires de plus* seraient masqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n* would no longer be</source>
        <translation>
            <numerusform>*%n* ne le serait plus</numerusform>
            <numerusform>*%n* ne le seraient plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n comment(s)* would be hidden</source>
        <translation>
            <numerusform>*%n commentaire* serait masqué</numerusform>
            <numerusform>*%n commentaires* seraient masqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n protected comment(s)* would be proposed for hiding.</source>
        <translation>
            <numerusform>*%n commentaire protégé* serait proposé au masquage.</numerusform>
            <numerusform>*%n commentaires protégés* seraient proposés au masquage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n décision</numerusform>
            <numerusform>%n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n échéance</numerusform>
            <numerusform>%n échéances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n manque</numerusform>
            <numerusform>%n manquent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of these comments was decided about: the figures say little yet.</source>
        <translation>
            <numerusform>%n seule décision sur ces commentaires : les chiffres disent encore peu.</numerusform>
            <numerusform>%n décisions seulement sur ces commentaires : les chiffres disent encore peu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your decisions was made under an earlier policy.</source>
        <translation>
            <numerusform>%n de vos décisions a été prise sous une politique antérieure.</numerusform>
            <numerusform>%n de vos décisions ont été prises sous une politique antérieure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody decided about %n comment: it has no label and counts for no agreement.</source>
        <translation>
            <numerusform>Personne n’a décidé de %n commentaire : sans étiquette, il ne compte pour aucun accord.</numerusform>
            <numerusform>Personne n’a décidé de %n commentaires : sans étiquette, ils ne comptent pour aucun accord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was hidden then: what came after it might have been otherwise.</source>
        <translation>
            <numerusform>%n commentaire a été masqué alors : la suite aurait pu être autre.</numerusform>
            <numerusform>%n commentaires ont été masqués alors : la suite aurait pu être autre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was read by another engine or version than most.</source>
        <translation>
            <numerusform>%n commentaire a été lu par un autre moteur ou une autre version que la plupart.</numerusform>
            <numerusform>%n commentaires ont été lus par un autre moteur ou une autre version que la plupart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment has no verdict: rules on scores cannot see it.</source>
        <translation>
            <numerusform>%n commentaire n’a pas de verdict : les règles sur les scores ne le voient pas.</numerusform>
            <numerusform>%n commentaires n’ont pas de verdict : les règles sur les scores ne les voient pas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n* would be treated otherwise</source>
        <translation>
            <numerusform>*%n* serait traité autrement</numerusform>
            <numerusform>*%n* seraient traités autrement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n comment(s) seen so far</source>
        <translation>
            <numerusform>Sur %n commentaire vu</numerusform>
            <numerusform>Sur %n commentaires vus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was proposed for under another active policy and is left out.</source>
        <translation>
            <numerusform>%n commentaire relève d’une autre politique en vigueur et est laissé de côté.</numerusform>
            <numerusform>%n commentaires relèvent d’une autre politique en vigueur et sont laissés de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from v{number} in force</source>
        <translation>
            <numerusform>%n différence avec la v{number} en vigueur</numerusform>
            <numerusform>%n différences avec la v{number} en vigueur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionCounted</name>
    <message numerus="yes">
        <source>%n untouched comment(s)</source>
        <translation>
            <numerusform>%n commentaire non traité</numerusform>
            <numerusform>%n commentaires non traités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided comment(s)</source>
        <translation>
            <numerusform>%n commentaire traité</numerusform>
            <numerusform>%n commentaires traités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) without comments</source>
        <translation>
            <numerusform>%n auteur sans commentaires</numerusform>
            <numerusform>%n auteurs sans commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as evidence</source>
        <translation>
            <numerusform>%n conservé comme preuve</numerusform>
            <numerusform>%n conservés comme preuve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still under way</source>
        <translation>
            <numerusform>%n encore en cours</numerusform>
            <numerusform>%n encore en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) blocked or kept</source>
        <translation>
            <numerusform>%n auteur bloqué ou conservé</numerusform>
            <numerusform>%n auteurs bloqués ou conservés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) gone in all; how many of which day stays.</source>
        <translation>
            <numerusform>%n commentaire parti en tout ; leur nombre par jour reste.</numerusform>
            <numerusform>%n commentaires partis en tout ; leur nombre par jour reste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erasing now: %n comment(s) gone so far.</source>
        <translation>
            <numerusform>Effacement en cours : %n commentaire parti jusqu’ici.</numerusform>
            <numerusform>Effacement en cours : %n commentaires partis jusqu’ici.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedRepliesView</name>
    <message>
        <source>not saved</source>
        <translation>non enregistrée</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Prévue pour</translation>
    </message>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>No saved reply holds these words.</source>
        <translation>Aucune réponse enregistrée ne contient ces mots.</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>Enregistrée : {title}</translation>
    </message>
    <message>
        <source>Removed: {title}. It can be brought back.</source>
        <translation>Retirée : {title}. Elle peut être rétablie.</translation>
    </message>
    <message>
        <source>Back again: {title}</source>
        <translation>Rétablie : {title}</translation>
    </message>
    <message>
        <source>As it came with Vigie: {title}</source>
        <translation>Revenue à l’originale : {title}</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses enregistrées</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>Search title or text</source>
        <translation>Chercher un titre ou un texte</translation>
    </message>
    <message>
        <source>New statement</source>
        <translation>Nouvelle déclaration</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>Nouvelle réponse</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>The settings work now but could not be kept on the disk ({why}).</source>
        <translation>Les réglages sont en vigueur mais n’ont pas pu être gardés sur le disque ({why}).</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Now: {name}, {role}.</source>
        <translation>Actuellement : {name}, {role}.</translation>
    </message>
    <message>
        <source>The new name counts from the next start.</source>
        <translation>Le nouveau nom vaudra au prochain démarrage.</translation>
    </message>
    <message>
        <source>It stands in the log beside your system user; it is no sign-in.</source>
        <translation>Il figure au journal à côté de votre compte système ; ce n’est pas une authentification.</translation>
    </message>
    <message>
        <source>{span} before an action leaves. The policy says so; a lead changes it there.</source>
        <translation>{span} avant qu’une action parte. La politique le fixe ; un lead l’y change.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Each takes effect at once and is kept on this machine.</source>
        <translation>Chacun prend effet aussitôt et reste sur cette machine.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Wellbeing</source>
        <translation>Bien-être</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Aérées</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normales</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactes</translation>
    </message>
    <message>
        <source>One card for all</source>
        <translation>Une carte pour tous</translation>
    </message>
    <message>
        <source>Each by itself</source>
        <translation>Chacun à part</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Your name here</source>
        <translation>Votre nom ici</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Temps pour annuler</translation>
    </message>
    <message>
        <source>Countdown line</source>
        <translation>Décompte</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Quasi-doublons</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>Fixe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The team and its roles</source>
        <translation>L’équipe et ses rôles</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Goes on at {time}.</source>
        <translation>Reprise à {time}.</translation>
    </message>
    <message>
        <source>Other channels run.</source>
        <translation>Les autres canaux tournent.</translation>
    </message>
    <message>
        <source>You can go on: {waiting}</source>
        <translation>Vous pouvez continuer : {waiting}</translation>
    </message>
    <message>
        <source>You can go on: what you decide waits here and leaves when it is back.</source>
        <translation>Vous pouvez continuer : ce que vous décidez attend ici et part à son retour.</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Pas de réseau</translation>
    </message>
    <message>
        <source>{channel} asks us to wait</source>
        <translation>{channel} demande d’attendre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>{channel} wants a new sign-in</source>
        <translation>{channel} demande une nouvelle connexion</translation>
    </message>
    <message>
        <source>Since {time} nothing comes in. Not the same as calm.</source>
        <translation>Depuis {time}, rien n’arrive. Ce n’est pas le calme.</translation>
    </message>
    <message>
        <source>Nothing comes in. Not the same as calm.</source>
        <translation>Rien n’arrive. Ce n’est pas le calme.</translation>
    </message>
    <message>
        <source>{channel} does not answer</source>
        <translation>{channel} ne répond pas</translation>
    </message>
    <message>
        <source>Comments still come, by time. It is started again by itself.</source>
        <translation>Les commentaires arrivent toujours, par heure. Il redémarre de lui-même.</translation>
    </message>
    <message>
        <source>No verdicts just now</source>
        <translation>Pas de verdicts pour l’instant</translation>
    </message>
</context>
<context>
    <name>StatementsTab</name>
    <message>
        <source>This needs a lead or a spokesperson.</source>
        <translation>Il faut un lead ou un porte-parole.</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dite le</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Déclaration</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approuvée par</translation>
    </message>
    <message>
        <source>out of force</source>
        <translation>hors vigueur</translation>
    </message>
    <message>
        <source>No statement holds these words.</source>
        <translation>Aucune déclaration ne contient ces mots.</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>Aucune déclaration</translation>
    </message>
    <message>
        <source>What the brand has said and stands by: each reply is held against it while it is written. Leads and spokespersons add statements here, or keep a reply that was sent.</source>
        <translation>Ce que la marque a dit et maintient : chaque réponse y est comparée pendant qu’on l’écrit. Leads et porte-parole ajoutent ici des déclarations, ou gardent une réponse envoyée.</translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>approuvée par {name}</translation>
    </message>
    <message>
        <source>out of force since {day}, {name}</source>
        <translation>hors vigueur depuis le {day}, {name}</translation>
    </message>
    <message>
        <source>Write year, month and day: 2026-11-12.</source>
        <translation>Écrivez année, mois et jour : 2026-11-12.</translation>
    </message>
    <message>
        <source>Statement kept.</source>
        <translation>Déclaration gardée.</translation>
    </message>
    <message>
        <source>Out of force. It stays in the register.</source>
        <translation>Hors vigueur. Elle reste au registre.</translation>
    </message>
    <message>
        <source>Search topic, text or place</source>
        <translation>Chercher sujet, texte ou lieu</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Déclarations</translation>
    </message>
    <message>
        <source>Take out of force</source>
        <translation>Mettre hors vigueur</translation>
    </message>
    <message>
        <source>A new statement</source>
        <translation>Une nouvelle déclaration</translation>
    </message>
    <message>
        <source>What we say, as it may be quoted</source>
        <translation>Ce que nous disons, tel que cela peut être cité</translation>
    </message>
    <message>
        <source>Such as delivery, recall, hours.</source>
        <translation>Par exemple livraison, rappel, horaires.</translation>
    </message>
    <message>
        <source>Where it was said</source>
        <translation>Où cela a été dit</translation>
    </message>
    <message>
        <source>Such as press release, site, letter.</source>
        <translation>Par exemple communiqué, site, courrier.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Such as 2026-11-12; empty: today.</source>
        <translation>Par exemple 2026-11-12 ; vide : aujourd’hui.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Add the statement</source>
        <translation>Ajouter la déclaration</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Rien d’écrit pour l’instant.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Last look at {time}.</source>
        <translation>Dernier regard à {time}.</translation>
    </message>
    <message>
        <source>No verdicts just now. Comments still come, by time.</source>
        <translation>Pas de verdict pour l’instant. Les commentaires arrivent toujours, par date.</translation>
    </message>
    <message>
        <source>Automation off: {rules}</source>
        <translation>Automatisation arrêtée : {rules}</translation>
    </message>
    <message>
        <source>Policy v{number}</source>
        <translation>Politique v{number}</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Pas encore de canal</translation>
    </message>
    <message>
        <source>{channel}: paused</source>
        <translation>{channel} : en pause</translation>
    </message>
    <message>
        <source>{channel}: rate limit</source>
        <translation>{channel} : limite atteinte</translation>
    </message>
    <message>
        <source>{channel}: rate limit, resumes {time}</source>
        <translation>{channel} : limite atteinte, reprise à {time}</translation>
    </message>
    <message>
        <source>{channel}: sign in again</source>
        <translation>{channel} : se reconnecter</translation>
    </message>
    <message>
        <source>Vigie was updated: close it and open it again.</source>
        <translation>Vigie a été mis à jour : fermez-le et rouvrez-le.</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>National suicide prevention line. Day and night, free of charge.</source>
        <translation>Numéro national de prévention du suicide. Jour et nuit, gratuit.</translation>
    </message>
    <message>
        <source>Digital violence and harassment: advice and help with having content removed. Every day, free of charge.</source>
        <translation>Violences numériques et harcèlement : conseil et aide au retrait de contenus. Tous les jours, gratuit.</translation>
    </message>
    <message>
        <source>Police, emergency. 114 by text message for those who cannot speak or hear.</source>
        <translation>Police, urgence. 114 par SMS pour qui ne peut ni parler ni entendre.</translation>
    </message>
    <message>
        <source>internet-signalement.gouv.fr: where illegal content is reported to the police. It is no emergency service.</source>
        <translation>internet-signalement.gouv.fr : on y signale à la police les contenus illicites. Ce n’est pas un service d’urgence.</translation>
    </message>
    <message>
        <source>Occupational doctor</source>
        <translation>Médecin du travail</translation>
    </message>
    <message>
        <source>Everybody employed may ask for an appointment with the occupational health service, without giving the employer a reason.</source>
        <translation>Tout salarié peut demander un rendez-vous au service de santé au travail, sans donner de motif à l’employeur.</translation>
    </message>
    <message>
        <source>United Kingdom and Ireland</source>
        <translation>Royaume-Uni et Irlande</translation>
    </message>
    <message>
        <source>Samaritans. Day and night, free of charge.</source>
        <translation>Samaritans. Jour et nuit, gratuit, en anglais.</translation>
    </message>
    <message>
        <source>Emergency.</source>
        <translation>Urgence.</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>États-Unis</translation>
    </message>
    <message>
        <source>Suicide and Crisis Lifeline, by call or text. Day and night.</source>
        <translation>Suicide and Crisis Lifeline, par appel ou message. Jour et nuit.</translation>
    </message>
    <message>
        <source>Elsewhere in the European Union</source>
        <translation>Ailleurs dans l’Union européenne</translation>
    </message>
    <message>
        <source>Emergency, in every member state.</source>
        <translation>Urgence, dans tous les États membres.</translation>
    </message>
    <message>
        <source>Lines for emotional support, in many member states.</source>
        <translation>Lignes d’écoute et de soutien, dans de nombreux États membres.</translation>
    </message>
    <message>
        <source>Someone to talk to</source>
        <translation>À qui parler</translation>
    </message>
    <message>
        <source>Reading abuse is part of this work, and talking about it is too. These services are not ours and know nothing of Vigie. Last looked at in November 2026: numbers and hours change and differ by place, so check them where you are.</source>
        <translation>Lire des injures fait partie de ce travail, en parler aussi. Ces services ne sont pas les nôtres et ne savent rien de Vigie. Liste revue en novembre 2026 : numéros et horaires changent et diffèrent selon les lieux, vérifiez-les là où vous êtes.</translation>
    </message>
    <message>
        <source>At your company</source>
        <translation>Dans votre entreprise</translation>
    </message>
    <message>
        <source>As a lead you can write here whom to turn to: a name, a number, a time. Everybody on the team sees it. It stays out of the audit log.</source>
        <translation>Comme lead, vous pouvez écrire ici à qui s’adresser : un nom, un numéro, une heure. Toute l’équipe le voit. Cela reste hors du journal d’audit.</translation>
    </message>
    <message>
        <source>Keep this contact</source>
        <translation>Garder ce contact</translation>
    </message>
    <message>
        <source>No lead has written a contact yet.</source>
        <translation>Aucun lead n’a encore écrit de contact.</translation>
    </message>
    <message>
        <source>At most {n} letters; there are {have}.</source>
        <translation>{n} lettres au plus ; il y en a {have}.</translation>
    </message>
    <message>
        <source>Kept. Everybody on the team sees it now.</source>
        <translation>Gardé. Toute l’équipe le voit maintenant.</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Your role does not fetch comments.</source>
        <translation>Votre rôle ne relève pas les commentaires.</translation>
    </message>
    <message>
        <source>Your role does not send.</source>
        <translation>Votre rôle n’envoie pas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>you, now</source>
        <translation>vous, en ce moment</translation>
    </message>
    <message>
        <source>Only a lead changes the team.</source>
        <translation>Seul un lead modifie l’équipe.</translation>
    </message>
    <message>
        <source>Role of {name}</source>
        <translation>Rôle de {name}</translation>
    </message>
    <message>
        <source>Change the role of {name}</source>
        <translation>Changer le rôle de {name}</translation>
    </message>
    <message>
        <source>That is the role now.</source>
        <translation>C’est déjà son rôle.</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>Retirer {name}…</translation>
    </message>
    <message>
        <source>Type a name: a pseudonym will do.</source>
        <translation>Tapez un nom : un pseudonyme suffit.</translation>
    </message>
    <message>
        <source>{name} is on the team now.</source>
        <translation>{name} fait maintenant partie de l’équipe.</translation>
    </message>
    <message>
        <source>{name}: {role}</source>
        <translation>{name} : {role}</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>What they hold is given back. Their decisions, notes and entries in the log stay, under this name.</source>
        <translation>Ses réservations sont rendues. Ses décisions, ses notes et ses entrées au journal restent, sous ce nom.</translation>
    </message>
    <message>
        <source>Remove from the team</source>
        <translation>Retirer de l’équipe</translation>
    </message>
    <message>
        <source>Keep on the team</source>
        <translation>Garder dans l’équipe</translation>
    </message>
    <message>
        <source>{name} is no longer on the team.</source>
        <translation>{name} ne fait plus partie de l’équipe.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>everybody but {role}</source>
        <translation>tous, sauf {role}</translation>
    </message>
    <message>
        <source>Name, a pseudonym will do</source>
        <translation>Nom, un pseudonyme suffit</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Names are what everybody sees, here and in the log. With one member listed, any other name acts as moderator; from the second on, only members act.</source>
        <translation>Les noms sont ce que tout le monde voit, ici et au journal. Tant qu’un seul membre est inscrit, tout autre nom agit comme modérateur ; dès le deuxième, seuls les membres agissent.</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Ajouter un membre</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>Qui peut faire quoi</translation>
    </message>
    <message>
        <source>From the section “permissions” of the active policy; a lead may do everything.</source>
        <translation>D’après la section « permissions » de la politique active ; un lead peut tout faire.</translation>
    </message>
    <message>
        <source>acts now</source>
        <translation>agit en ce moment</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>la dernière fois</translation>
    </message>
    <message>
        <source>Act as {name}</source>
        <translation>Agir sous le nom {name}</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Agir</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <translation>Personne de ce nom.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Your name stands beside each decision in the log. This is no sign-in: everyone at this computer can choose.</source>
        <translation>Votre nom figure au journal à côté de chaque décision. Ce n’est pas une connexion : toute personne devant cet ordinateur peut choisir.</translation>
    </message>
    <message>
        <source>Type a few letters of your name</source>
        <translation>Tapez quelques lettres de votre nom</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Nobody of that name. A lead adds members.</source>
        <translation>Personne de ce nom. Un lead ajoute les membres.</translation>
    </message>
    <message>
        <source>Vigie · who are you?</source>
        <translation>Vigie · qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Act as someone else</source>
        <translation>Agir sous un autre nom</translation>
    </message>
    <message>
        <source>You act as {name}, {role}.</source>
        <extracomment>How a workspace is opened; the bench opens one in which no classifier works beside what is measured.</extracomment>
        <translation>Vous agissez sous le nom {name}, {role}.</translation>
    </message>
    <message>
        <source>Too few people to show what the team read.</source>
        <translation>Trop peu de personnes pour montrer ce que l’équipe a lu.</translation>
    </message>
</context>
<context>
    <name>TeamCounted</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do on the site</source>
        <translation>
            <numerusform>%n à faire sur le site</numerusform>
            <numerusform>%n à faire sur le site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n canal</numerusform>
            <numerusform>%n canaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatePanel</name>
    <message>
        <source>Write and change saved replies</source>
        <translation>Écrire et modifier les réponses enregistrées</translation>
    </message>
    <message>
        <source>Language of the templates</source>
        <translation>Langue des modèles</translation>
    </message>
    <message>
        <source>The saved replies could not be read.</source>
        <translation>Les réponses enregistrées n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>No template holds these words.</source>
        <translation>Aucun modèle ne contient ces mots.</translation>
    </message>
    <message>
        <source>No saved reply yet. A lead writes them: the wheel above opens the page.</source>
        <translation>Aucune réponse enregistrée. Un lead les écrit : la roue ci-dessus ouvre la page.</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Us</source>
        <translation>Nous</translation>
    </message>
    <message>
        <source>post of {day}</source>
        <translation>publication du {day}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>par {name}</translation>
    </message>
    <message>
        <source>answers {name}</source>
        <translation>répond à {name}</translation>
    </message>
    <message>
        <source>[removed: {words}]</source>
        <translation>[retiré : {words}]</translation>
    </message>
    <message>
        <source>[added: {words}]</source>
        <translation>[ajouté : {words}]</translation>
    </message>
    <message>
        <source>To decide: {head}</source>
        <translation>À décider : {head}</translation>
    </message>
    <message>
        <source>{head}, masked words as dots</source>
        <translation>{head}, mots masqués en points</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head} : {text}</translation>
    </message>
    <message>
        <source>As the classifier read it; dotted: what was folded. T for the text itself.</source>
        <translation>Tel que le classifieur l’a lu ; en pointillé, ce qui a été rétabli. T pour le texte lui-même.</translation>
    </message>
    <message>
        <source>reads as: {text}</source>
        <translation>se lit : {text}</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>masqué</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Called off by the console before it was sent</source>
        <translation>Annulé par la console avant l’envoi</translation>
    </message>
    <message>
        <source>Watch until {time}, by {actor}</source>
        <translation>Veille jusqu’à {time}, par {actor}</translation>
    </message>
    <message>
        <source>Watch over, to be looked at again. {since}</source>
        <translation>Fin de la veille, à revoir. {since}</translation>
    </message>
    <message>
        <source>{action}, by {actor}</source>
        <translation>{action}, par {actor}</translation>
    </message>
    <message>
        <source>{action} refused, asked by {actor}</source>
        <translation>{action} : refusé, demandé par {actor}</translation>
    </message>
    <message>
        <source>Undo of {action}, by {actor}</source>
        <translation>Annulation de {action}, par {actor}</translation>
    </message>
    <message>
        <source>{done}, confirmed by the site</source>
        <translation>{done}, confirmé par le site</translation>
    </message>
    <message>
        <source>{action}: {outcome}</source>
        <translation>{action} : {outcome}</translation>
    </message>
    <message>
        <source>{action}: {actor} says {outcome}</source>
        <translation>{action} : {actor} dit {outcome}</translation>
    </message>
    <message>
        <source>Second person, {actor}: {outcome}</source>
        <translation>Seconde personne, {actor} : {outcome}</translation>
    </message>
    <message>
        <source>Category changed by {actor}</source>
        <translation>Catégorie changée par {actor}</translation>
    </message>
    <message>
        <source>Note by {actor}</source>
        <translation>Note de {actor}</translation>
    </message>
    <message>
        <source>Hidden by the console, {rule}</source>
        <translation>Masqué par la console, {rule}</translation>
    </message>
    <message>
        <source>The console hides it, {rule}</source>
        <translation>La console le masque, {rule}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Proposed: {actions}</source>
        <translation>Proposé : {actions}</translation>
    </message>
    <message>
        <source>Proposal changed: {actions}</source>
        <translation>Proposition modifiée : {actions}</translation>
    </message>
    <message>
        <source>{name} asks a second person: {action}</source>
        <translation>{name} demande une seconde personne : {action}</translation>
    </message>
    <message>
        <source>Classed as {category} · engine {engine} {version}</source>
        <translation>Classé {category} · moteur {engine} {version}</translation>
    </message>
    <message>
        <source>Category taken back by {actor}</source>
        <translation>Catégorie reprise par {actor}</translation>
    </message>
    <message>
        <source>Assignment taken back by {actor}</source>
        <translation>Attribution reprise par {actor}</translation>
    </message>
    <message>
        <source>Note withdrawn by {actor}</source>
        <translation>Note retirée par {actor}</translation>
    </message>
    <message>
        <source>Assigned to nobody, by {actor}</source>
        <translation>Confié à personne, par {actor}</translation>
    </message>
    <message>
        <source>Assigned to {whom}, by {actor}</source>
        <translation>Confié à : {whom}, par {actor}</translation>
    </message>
    <message>
        <source>{done}, about version {n} of the text</source>
        <translation>{done}, sur la version {n} du texte</translation>
    </message>
    <message>
        <source>First seen by the console</source>
        <translation>Vu pour la première fois par la console</translation>
    </message>
    <message>
        <source>Changed by the author to version {n}; the older text is kept</source>
        <translation>Modifié par l’auteur, version {n} ; l’ancien texte est gardé</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Retour dans la file</translation>
    </message>
    <message>
        <source>Posted on {platform}</source>
        <translation>Publié sur {platform}</translation>
    </message>
</context>
<context>
    <name>TimelineSection</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search texts, notes, replies, authors</source>
        <translation>Chercher : textes, notes, réponses, auteurs</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The queue</source>
        <translation>La file</translation>
    </message>
    <message>
        <source>The most urgent comment stands on top. {keys} move through the list. This is an invented network: nothing you do here reaches anybody.</source>
        <translation>Le commentaire le plus urgent est en haut. {keys} parcourent la liste. Ce réseau est inventé : rien de ce que vous faites ici n’atteint qui que ce soit.</translation>
    </message>
    <message>
        <source>The comment, with what came before</source>
        <translation>Le commentaire, avec ce qui précède</translation>
    </message>
    <message>
        <source>Your keys act on the comment that is set large here, and on no other.</source>
        <translation>Vos touches agissent sur le commentaire écrit en grand ici, et sur aucun autre.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What was seen in the text, which rule of your policy spoke, what each action would do on this platform and whether it can be undone.</source>
        <translation>Ce qui a été vu dans le texte, quelle règle de votre politique a parlé, ce que ferait chaque action sur cette plateforme et si elle s’annule.</translation>
    </message>
    <message>
        <source>One key decides</source>
        <translation>Une touche décide</translation>
    </message>
    <message>
        <source>{keep} keeps, {hide} hides, {reply} replies. What cannot be undone asks for a second key. Blocking is the last step: the policy says what must come first.</source>
        <translation>{keep} garde, {hide} masque, {reply} répond. Ce qui ne s’annule pas demande une seconde touche. Bloquer vient en dernier : la politique dit ce qui doit venir d’abord.</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>After a decision a notice stands at the foot of the list. While it counts down nothing has left this machine. {undo} takes it back, also later where the site allows it.</source>
        <translation>Après une décision, un avis se tient au pied de la liste. Tant qu’il compte, rien n’a quitté cette machine. {undo} l’annule, aussi plus tard là où le site le permet.</translation>
    </message>
    <message>
        <source>Views and rooms</source>
        <translation>Vues et pages</translation>
    </message>
    <message>
        <source>Shelves of the same queue: what is due soon, what is manifestly illegal, what waits for a second person. Below them the rooms: audit log, policy, channels, team.</source>
        <translation>Les étagères de la même file : ce qui presse, ce qui est manifestement illicite, ce qui attend une seconde personne. En dessous, les pages : journal d’audit, politique, canaux, équipe.</translation>
    </message>
    <message>
        <source>Nothing to learn by heart</source>
        <translation>Rien à apprendre par cœur</translation>
    </message>
    <message>
        <source>{keys} shows the keys that work where you are. {palette} finds everything by name. {help} opens the help.</source>
        <translation>{keys} montre les touches qui servent là où vous êtes. {palette} trouve tout par son nom. {help} ouvre l’aide.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Finir la visite</translation>
    </message>
    <message>
        <source>First time here</source>
        <translation>Première fois ici</translation>
    </message>
    <message>
        <source>Seven notes, two minutes.</source>
        <translation>Sept notes, deux minutes.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>The command palette has the tour later too.</source>
        <translation>La palette de commandes garde la visite pour plus tard.</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Back to {author}</source>
        <translation>Retour à {author}</translation>
    </message>
    <message>
        <source>This comment is masked. V shows its words, then T.</source>
        <translation>Ce commentaire est masqué. V montre ses mots, puis T.</translation>
    </message>
    <message>
        <source>Nothing was disguised: case and accents aside, it was read so.</source>
        <translation>Rien n’était déguisé : hors majuscules et accents, il a été lu ainsi.</translation>
    </message>
    <message>
        <source>This comment was never changed.</source>
        <translation>Ce commentaire n’a jamais été modifié.</translation>
    </message>
    <message>
        <source>Note for the team about {author}</source>
        <translation>Note pour l’équipe sur {author}</translation>
    </message>
    <message>
        <source>Letters, digits and spaces, {limit} at most.</source>
        <translation>Lettres, chiffres et espaces, {limit} au plus.</translation>
    </message>
    <message>
        <source>An author has {limit} tags at most: take one away first.</source>
        <translation>Un auteur a {limit} étiquettes au plus : retirez-en une d’abord.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>not with your role</source>
        <translation>pas avec votre rôle</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>Silence jusqu’à {time}</translation>
    </message>
    <message>
        <source>What is manifestly illegal is still told.</source>
        <translation>Le manifestement illicite reste signalé.</translation>
    </message>
    <message>
        <source>Open Vigie</source>
        <translation>Ouvrir Vigie</translation>
    </message>
    <message>
        <source>Go on pulling</source>
        <translation>Reprendre la relève</translation>
    </message>
    <message>
        <source>Pause pulls</source>
        <translation>Suspendre la relève</translation>
    </message>
    <message>
        <source>Notifications again</source>
        <translation>Notifications de nouveau</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Vigie</source>
        <translation>Vigie</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>{action} of {author}</source>
        <translation>{action} de {author}</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Annuler : {what}</translation>
    </message>
    <message>
        <source>Once more undoes what came before it.</source>
        <translation>Encore une fois annule ce qui précède.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé : {what}</translation>
    </message>
    <message>
        <source>Undoing {action} of {author}: do it on the site, then say so.</source>
        <translation>Annulation : {action} de {author}. Faites-le sur le site, puis dites-le.</translation>
    </message>
    <message>
        <source>Undone here: {action} of {author} had changed nothing on the site</source>
        <translation>Annulé ici : {action} de {author} n’avait rien changé sur le site</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>graphemes</source>
        <translation>graphèmes</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caractères</translation>
    </message>
    <message>
        <source>weighted characters</source>
        <translation>caractères pondérés</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>What is new in Vigie {version}</source>
        <translation>Les nouveautés de Vigie {version}</translation>
    </message>
    <message>
        <source>Vigie {version} is there</source>
        <translation>Vigie {version} est disponible</translation>
    </message>
    <message>
        <source>Nothing is installed by itself.</source>
        <translation>Rien ne s’installe tout seul.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Les nouveautés</translation>
    </message>
    <message>
        <source>Save the package in</source>
        <translation>Enregistrer le paquet dans</translation>
    </message>
    <message>
        <source>This copy of Vigie holds no key to check a list of versions with, so it cannot look for updates. Your IT department can set one, or a package that was made with a key brings it.</source>
        <translation>Cet exemplaire de Vigie n’a pas de clé pour vérifier une liste de versions : il ne peut pas chercher de mises à jour. Votre service informatique peut en fixer une, ou un paquet fait avec une clé l’apporte.</translation>
    </message>
    <message>
        <source>No server is known yet. Write its address below.</source>
        <translation>Aucun serveur n’est encore connu. Écrivez son adresse ci-dessous.</translation>
    </message>
    <message>
        <source>It asks {server} for one file and tells nothing about you or your work. Nothing is downloaded or installed without you.</source>
        <translation>Vigie demande un seul fichier à {server} et ne dit rien de vous ni de votre travail. Rien n’est téléchargé ni installé sans vous.</translation>
    </message>
    <message>
        <source>Your company has set this.</source>
        <translation>C’est fixé par votre entreprise.</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>Chercher une nouvelle version une fois par jour</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Last looked: {when}.</source>
        <translation>Dernière recherche : {when}.</translation>
    </message>
    <message>
        <source>{version} is the newest version.</source>
        <translation>{version} est la version la plus récente.</translation>
    </message>
    <message>
        <source>Nobody has looked so far.</source>
        <translation>Aucune recherche jusqu’ici.</translation>
    </message>
    <message>
        <source>Vigie {version} is there; you have {present}.</source>
        <translation>Vigie {version} est disponible ; vous avez la {present}.</translation>
    </message>
    <message>
        <source>{beyond} comes after it, and opens workspaces only once {version} has opened them.</source>
        <translation>{beyond} vient ensuite, et n’ouvre les espaces de travail qu’une fois ouverts par {version}.</translation>
    </message>
    <message>
        <source>It brings workspaces to another form when it opens them, with a backup beside them. Earlier versions then no longer open them: whoever shares a file with you needs it too.</source>
        <translation>Elle donne une autre forme aux espaces de travail qu’elle ouvre, avec une sauvegarde à côté. Les versions antérieures ne les ouvrent plus : qui partage un fichier avec vous en a besoin aussi.</translation>
    </message>
    <message>
        <source>This copy runs from its source, which no package replaces: update it where it came from.</source>
        <translation>Cet exemplaire tourne depuis ses sources, qu’aucun paquet ne remplace : mettez-le à jour là d’où il vient.</translation>
    </message>
    <message>
        <source>The list has no package for this machine.</source>
        <translation>La liste n’a pas de paquet pour ce poste.</translation>
    </message>
    <message>
        <source>Save the package ({size})</source>
        <translation>Enregistrer le paquet ({size})</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} sur {whole}</translation>
    </message>
    <message>
        <source>Saved and checked: {file}. Nothing was installed. To install it, close Vigie and run this in a terminal:</source>
        <translation>Enregistré et vérifié : {file}. Rien n’a été installé. Pour l’installer, fermez Vigie et lancez ceci dans un terminal :</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Where the list of versions lies, such as {address}; whoever gave you Vigie knows it.</source>
        <translation>Où se trouve la liste de versions, par exemple {address} ; qui vous a remis Vigie le connaît.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Chercher maintenant</translation>
    </message>
    <message>
        <source>What changed in this version</source>
        <translation>Ce qui a changé dans cette version</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Command that installs it</source>
        <translation>Commande qui l’installe</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Back to the text</source>
        <translation>Revenir au texte</translation>
    </message>
    <message>
        <source>Edited {time}: what changed</source>
        <translation>Modifié à {time} : ce qui a changé</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Step after</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Changes from version {old} ({old_time}) to version {new} ({new_time}). Struck: removed. Underlined: added.</source>
        <translation>De la version {old} ({old_time}) à la version {new} ({new_time}). Barré : retiré. Souligné : ajouté.</translation>
    </message>
</context>
<context>
    <name>ViewCounted</name>
    <message numerus="yes">
        <source>The newest %n of more</source>
        <translation>
            <numerusform>Le %n plus récent, il y en a d’autres</numerusform>
            <numerusform>Les %n plus récents, il y en a d’autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in a note</source>
        <translation>
            <numerusform>%n trouvé dans une note</numerusform>
            <numerusform>%n trouvés dans des notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in our replies</source>
        <translation>
            <numerusform>%n trouvé dans nos réponses</numerusform>
            <numerusform>%n trouvés dans nos réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found by author</source>
        <translation>
            <numerusform>%n trouvé par l’auteur</numerusform>
            <numerusform>%n trouvés par l’auteur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Inbox</source>
        <translation>Tout à traiter</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Échéance proche</translation>
    </message>
    <message>
        <source>Manifestly illegal</source>
        <translation>Illicite manifeste</translation>
    </message>
    <message>
        <source>Toxic</source>
        <translation>Toxique</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Criticism to answer</source>
        <translation>Critiques à répondre</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Compliments</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miennes</translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation>Second regard</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Mes brouillons</translation>
    </message>
    <message>
        <source>Hidden by the console</source>
        <translation>Masqués par la console</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidés</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>Crise</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Actions to send</source>
        <translation>Actions à envoyer</translation>
    </message>
    <message>
        <source>Auto-hidden</source>
        <translation>Masqués d’office</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>tomorrow {time}</source>
        <translation>demain {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Watch until {time}</source>
        <translation>Veiller jusqu’à {time}</translation>
    </message>
    <message>
        <source>watched, look again</source>
        <translation>veillé, à revoir</translation>
    </message>
    <message>
        <source>Nothing came in the thread since.</source>
        <translation>Rien n’est venu dans le fil depuis.</translation>
    </message>
    <message>
        <source>In the thread since: {what}.</source>
        <translation>Depuis, dans le fil : {what}.</translation>
    </message>
</context>
<context>
    <name>WatchTerms</name>
    <message>
        <source>Watch {term} no more</source>
        <translation>Ne plus surveiller {term}</translation>
    </message>
    <message>
        <source>Watch for</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>{kinds}. Each costs requests with every pull.</source>
        <translation>{kinds}. Chacun coûte des requêtes à chaque relève.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Surveiller</translation>
    </message>
    <message>
        <source>Nothing is watched: only what is said to your account comes in.</source>
        <translation>Rien n’est surveillé : seul ce qui s’adresse à votre compte arrive.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Vigie</source>
        <translation>Bienvenue dans Vigie</translation>
    </message>
    <message>
        <source>Comments are read on this machine and decided by you. Three answers, then you begin; all of them can be changed later.</source>
        <translation>Les commentaires sont lus sur cette machine et décidés par vous. Trois réponses, puis vous commencez ; toutes se changent plus tard.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>It stands beside your decisions in the log. You are the lead of this workspace; a lead adds the others.</source>
        <translation>Il figure à côté de vos décisions dans le journal. Vous êtes le lead de cet espace de travail ; un lead ajoute les autres.</translation>
    </message>
    <message>
        <source>Moderation policy to begin with</source>
        <translation>Politique de modération pour commencer</translation>
    </message>
    <message>
        <source>It proposes, you decide: nothing is hidden by itself, criticism is protected, blocking comes last.</source>
        <translation>Elle propose, vous décidez : rien n’est masqué tout seul, la critique est protégée, bloquer vient en dernier.</translation>
    </message>
    <message>
        <source>Default policy, with words in English</source>
        <translation>Politique par défaut, avec des mots anglais</translation>
    </message>
    <message>
        <source>Default policy, with words in French</source>
        <translation>Politique par défaut, avec des mots français</translation>
    </message>
    <message>
        <source>Where do you begin?</source>
        <translation>Par où commencez-vous ?</translation>
    </message>
    <message>
        <source>Try the practice network</source>
        <translation>Essayer le réseau d’entraînement</translation>
    </message>
    <message>
        <source>An invented brand with 684 comments. Nothing leaves this machine.</source>
        <translation>Une marque inventée, 684 commentaires. Rien ne quitte cette machine.</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>An account of yours. You see what it can do before anything is read.</source>
        <translation>Un compte à vous. Vous voyez ce qu’il permet avant que quoi que ce soit soit lu.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>CSV or JSONL, from an export of another tool.</source>
        <translation>CSV ou JSONL, exporté d’un autre outil.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
</context>
<context>
    <name>Wellbeing</name>
    <message>
        <source>Only you see this.</source>
        <translation>Visible par vous seul.</translation>
    </message>
    <message>
        <source>{view}: {waiting}.</source>
        <translation>{view} : {waiting}.</translation>
    </message>
    <message>
        <source>Go to {view}</source>
        <translation>Aller à {view}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Someone to talk to</source>
        <translation>À qui parler</translation>
    </message>
    <message>
        <source>Your own count could not be kept on the disk ({why}).</source>
        <translation>Votre propre compte n’a pas pu être gardé sur le disque ({why}).</translation>
    </message>
    <message>
        <source>Harsh texts read: {n} of {limit}</source>
        <translation>Textes durs lus : {n} sur {limit}</translation>
    </message>
    <message>
        <source>Harsh texts read: {n}</source>
        <translation>Textes durs lus : {n}</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere: on</source>
        <translation>Masquer partout les mots durs : oui</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere: off</source>
        <translation>Masquer partout les mots durs : non</translation>
    </message>
</context>
<context>
    <name>WellbeingCounted</name>
    <message numerus="yes">
        <source>You have read %n harsh text(s) today</source>
        <translation>
            <numerusform>Vous avez lu %n texte dur aujourd’hui</numerusform>
            <numerusform>Vous avez lu %n textes durs aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n you opted out of</source>
        <translation>
            <numerusform>+%n que vous avez écarté</numerusform>
            <numerusform>+%n que vous avez écartés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The team read %n harsh text(s) today.</source>
        <translation>
            <numerusform>L’équipe a lu %n texte dur aujourd’hui.</numerusform>
            <numerusform>L’équipe a lu %n textes durs aujourd’hui.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s), manifestly illegal</source>
        <translation>
            <numerusform>%n commentaire manifestement illicite</numerusform>
            <numerusform>%n commentaires manifestement illicites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) ask for a second person</source>
        <translation>
            <numerusform>%n décision demande une seconde personne</numerusform>
            <numerusform>%n décisions demandent une seconde personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) want a new sign-in</source>
        <translation>
            <numerusform>%n canal demande une nouvelle connexion</numerusform>
            <numerusform>%n canaux demandent une nouvelle connexion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) proposed or declared</source>
        <translation>
            <numerusform>%n incident proposé ou déclaré</numerusform>
            <numerusform>%n incidents proposés ou déclarés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manifestly illegal or late</source>
        <translation>
            <numerusform>%n manifestement illicite ou en retard</numerusform>
            <numerusform>%n manifestement illicites ou en retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WellbeingPage</name>
    <message>
        <source>A time of day, such as {time}</source>
        <translation>Une heure, par exemple {time}</translation>
    </message>
    <message>
        <source>Words and pictures</source>
        <translation>Mots et images</translation>
    </message>
    <message>
        <source>Your own count</source>
        <translation>Votre propre compte</translation>
    </message>
    <message>
        <source>What you do not want to see</source>
        <translation>Ce que vous ne voulez pas voir</translation>
    </message>
    <message>
        <source>Notifications of the desktop</source>
        <translation>Notifications du bureau</translation>
    </message>
    <message>
        <source>Mask harsh words everywhere</source>
        <translation>Masquer partout les mots durs</translation>
    </message>
    <message>
        <source>Blur pictures until I ask for them</source>
        <translation>Flouter les images jusqu’à ce que je les demande</translation>
    </message>
    <message>
        <source>Pictures without colour until I ask for them</source>
        <translation>Images sans couleur jusqu’à ce que je les demande</translation>
    </message>
    <message>
        <source>Load the pictures of the open comment</source>
        <translation>Charger les images du commentaire ouvert</translation>
    </message>
    <message>
        <source>Covered as above. Never those of harsh or masked comments: they wait for the key.</source>
        <translation>Couvertes comme ci-dessus. Jamais celles des commentaires durs ou masqués : elles attendent la touche.</translation>
    </message>
    <message>
        <source>Tell me on the desktop</source>
        <translation>Me prévenir sur le bureau</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>From severity 2. Without this, from severity 4. {key} shows the words of the comment in front of you.</source>
        <translation>Dès la gravité 2. Sans cela, dès la gravité 4. {key} montre les mots du commentaire ouvert.</translation>
    </message>
    <message>
        <source>{key} loads a picture; pressed again, it shows the one in front of you. With the next comment it is blurred again.</source>
        <translation>{key} charge une image ; pressée de nouveau, elle montre celle que vous avez devant vous. Au commentaire suivant, elle est de nouveau floutée.</translation>
    </message>
    <message>
        <source>Manifestly illegal comments, requests for a second person, channels that want a new sign-in. At most 3 an hour, never the words of a comment.</source>
        <translation>Commentaires manifestement illicites, demandes de seconde personne, canaux à reconnecter. 3 par heure au plus, jamais les mots d’un commentaire.</translation>
    </message>
    <message>
        <source>Then only what is manifestly illegal is told; the rest waits.</source>
        <translation>Seul le manifestement illicite est alors signalé ; le reste attend.</translation>
    </message>
    <message>
        <source>Icon beside the clock</source>
        <translation>Icône près de l’horloge</translation>
    </message>
    <message>
        <source>With the number of what is manifestly illegal or late.</source>
        <translation>Avec le nombre de ce qui est manifestement illicite ou en retard.</translation>
    </message>
    <message>
        <source>This desktop has no place for it.</source>
        <translation>Ce bureau n’a pas de place pour elle.</translation>
    </message>
    <message>
        <source>Closing the window leaves Vigie running there</source>
        <translation>Fermer la fenêtre y laisse Vigie en marche</translation>
    </message>
    <message>
        <source>Pulls and automatic rules go on. Quit from the icon's menu.</source>
        <translation>La relève et les règles automatiques continuent. On quitte par le menu de l’icône.</translation>
    </message>
    <message>
        <source>Left out of your own views of work; beside the count stands how many. They stay in the team's queue, and nobody is told of your choice.</source>
        <translation>Écarté de vos propres vues de travail ; leur nombre figure à côté du compte. Cela reste dans la file de l’équipe, et personne n’apprend votre choix.</translation>
    </message>
    <message>
        <source>Offer me other work after so many harsh texts a day</source>
        <translation>Me proposer un autre travail après autant de textes durs par jour</translation>
    </message>
    <message>
        <source>0: never. You can always go on. Masked words do not count.</source>
        <translation>0 : jamais. Vous pouvez toujours continuer. Les mots masqués ne comptent pas.</translation>
    </message>
    <message>
        <source>Beginning on</source>
        <translation>Commençant le</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>On this system notifications come from the icon beside the clock: keep it on.</source>
        <translation>Sur ce système, les notifications passent par l’icône près de l’horloge : gardez-la.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Proposed too, and not done: {actions}</source>
        <translation>Aussi proposé, et pas encore fait : {actions}</translation>
    </message>
    <message>
        <source>We have answered on the site since: no reply is expected any more.</source>
        <translation>Nous avons répondu depuis sur le site : aucune réponse n’est plus attendue.</translation>
    </message>
    <message>
        <source>Nobody can agree: a lead adds a member as {role}</source>
        <translation>Personne ne peut donner son accord : un lead ajoute un membre ({role})</translation>
    </message>
    <message>
        <source>Nobody is {role} any more; can agree: {names}</source>
        <translation>Plus personne n’a le rôle {role} ; peut donner son accord : {names}</translation>
    </message>
    <message>
        <source>Can agree: {names}</source>
        <translation>Peut donner son accord : {names}</translation>
    </message>
    <message>
        <source>Rule {rule}: {actions}</source>
        <translation>Règle {rule} : {actions}</translation>
    </message>
    <message>
        <source>Proposed: {actions}</source>
        <translation>Proposé : {actions}</translation>
    </message>
    <message>
        <source>No rule proposes anything here</source>
        <translation>Aucune règle ne propose rien ici</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{workspace} · Vigie</source>
        <translation>{workspace} · Vigie</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Asking every channel for new comments</source>
        <translation>On demande les nouveaux commentaires de tous les canaux</translation>
    </message>
    <message>
        <source>See what the console hid</source>
        <translation>Voir ce que la console a masqué</translation>
    </message>
    <message>
        <source>{rule} hides by itself again</source>
        <translation>{rule} masque de nouveau seule</translation>
    </message>
    <message>
        <source>This comment is no longer here.</source>
        <translation>Ce commentaire n’est plus là.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Unhide</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veiller</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Escalader</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ôter la sourdine</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>Ne plus aimer</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Avertir</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Shown again</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Remis à plus tard</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Sous veille</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escaladé</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Signalé</translation>
    </message>
    <message>
        <source>Author blocked</source>
        <translation>Auteur bloqué</translation>
    </message>
    <message>
        <source>Author unblocked</source>
        <translation>Auteur débloqué</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Author muted</source>
        <translation>Auteur en sourdine</translation>
    </message>
    <message>
        <source>Author heard again</source>
        <translation>Sourdine ôtée</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Aimé</translation>
    </message>
    <message>
        <source>Like taken back</source>
        <translation>J’aime retiré</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Averti</translation>
    </message>
    <message>
        <source>a kept comment</source>
        <translation>un commentaire gardé</translation>
    </message>
    <message>
        <source>a reply to a comment</source>
        <translation>une réponse à un commentaire</translation>
    </message>
    <message>
        <source>a hide</source>
        <translation>un masquage</translation>
    </message>
    <message>
        <source>an unhide</source>
        <translation>un rétablissement</translation>
    </message>
    <message>
        <source>a delay</source>
        <translation>un report à plus tard</translation>
    </message>
    <message>
        <source>a watch</source>
        <translation>une veille</translation>
    </message>
    <message>
        <source>an escalation</source>
        <translation>une escalade</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>un signalement</translation>
    </message>
    <message>
        <source>a block</source>
        <translation>un blocage</translation>
    </message>
    <message>
        <source>an unblock</source>
        <translation>un déblocage</translation>
    </message>
    <message>
        <source>a deletion</source>
        <translation>une suppression</translation>
    </message>
    <message>
        <source>a mute</source>
        <translation>une mise en sourdine</translation>
    </message>
    <message>
        <source>an unmute</source>
        <translation>une fin de sourdine</translation>
    </message>
    <message>
        <source>a like</source>
        <translation>un j’aime</translation>
    </message>
    <message>
        <source>a like taken back</source>
        <translation>un j’aime retiré</translation>
    </message>
    <message>
        <source>a warning</source>
        <translation>un avertissement</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>garder</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>répondre</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>masquer</translation>
    </message>
    <message>
        <source>unhide</source>
        <translation>rétablir</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>remettre à plus tard</translation>
    </message>
    <message>
        <source>hold and watch</source>
        <translation>attendre et veiller</translation>
    </message>
    <message>
        <source>escalate</source>
        <translation>escalader</translation>
    </message>
    <message>
        <source>report</source>
        <translation>signaler</translation>
    </message>
    <message>
        <source>block</source>
        <translation>bloquer</translation>
    </message>
    <message>
        <source>unblock</source>
        <translation>débloquer</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>supprimer</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>mettre en sourdine</translation>
    </message>
    <message>
        <source>unmute</source>
        <translation>ôter la sourdine</translation>
    </message>
    <message>
        <source>like</source>
        <translation>aimer</translation>
    </message>
    <message>
        <source>unlike</source>
        <translation>ne plus aimer</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>avertir</translation>
    </message>
    <message>
        <source>Manifestly illegal</source>
        <translation>Manifestement illicite</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Menace</translation>
    </message>
    <message>
        <source>Hate</source>
        <translation>Haine</translation>
    </message>
    <message>
        <source>Insult</source>
        <translation>Insulte</translation>
    </message>
    <message>
        <source>Obscene</source>
        <translation>Obscène</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Troll signals</source>
        <translation>Signaux de provocation</translation>
    </message>
    <message>
        <source>Constructive criticism</source>
        <translation>Critique constructive</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Compliment</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message>
        <source>Troll?</source>
        <translation>Provocation ?</translation>
    </message>
    <message>
        <source>Criticism</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>à envoyer</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>attend une personne</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>attend une seconde personne</translation>
    </message>
    <message>
        <source>set aside for later</source>
        <translation>remis à plus tard</translation>
    </message>
    <message>
        <source>held and watched</source>
        <translation>en veille</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>gone from the site</source>
        <translation>disparu du site</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>à nous</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>en cours d’envoi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annulé après coup</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>escaladé</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>accordé</translation>
    </message>
    <message>
        <source>not agreed</source>
        <translation>refusé par la seconde personne</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protégée</translation>
    </message>
    <message>
        <source>reply queued</source>
        <translation>réponse en attente</translation>
    </message>
    <message>
        <source>We answered</source>
        <translation>Nous avons répondu</translation>
    </message>
    <message>
        <source>Reply expected</source>
        <translation>Réponse attendue</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditeur</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>modérateur</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>relecteur</translation>
    </message>
    <message>
        <source>spokesperson</source>
        <translation>porte-parole</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>automation</source>
        <translation>automatisation</translation>
    </message>
    <message>
        <source>the practice network</source>
        <translation>le réseau d’entraînement</translation>
    </message>
    <message>
        <source>the imported file</source>
        <translation>le fichier importé</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
</context>
<context>
    <name>Zen</name>
    <message>
        <source>Nothing is left in this list.</source>
        <translation>Il ne reste rien dans cette liste.</translation>
    </message>
    <message>
        <source>Leave zen</source>
        <translation>Quitter le zen</translation>
    </message>
</context>
<context>
    <name>_Dated</name>
    <message>
        <source>{moment}: {text}</source>
        <translation>{moment} : {text}</translation>
    </message>
</context>
</TS>
