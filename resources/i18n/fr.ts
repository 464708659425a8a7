<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
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
        <source>Queue</source>
        <translation>File d’attente</translation>
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
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
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
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>Clair, sombre, contraste élevé</translation>
    </message>
    <message>
        <source>Card density</source>
        <translation>Densité des fiches</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
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
        <source>Text as read</source>
        <translation>Texte tel que lu</translation>
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
        <source>Log</source>
        <translation>Consigner</translation>
    </message>
    <message>
        <source>Tick a task</source>
        <translation>Cocher une tâche</translation>
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
        <source>masked · V to read</source>
        <translation>masqué · V pour lire</translation>
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
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
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
    <name>Keys</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
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
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
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
        <source>Checking on the site before anything is sent again.</source>
        <translation>On vérifie sur le site avant tout nouvel envoi.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Cela n’existe plus.</translation>
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
        <source>Constructive criticism is protected. Answer it, or say why it is something else (C).</source>
        <translation>Une critique constructive est protégée. Répondez-y, ou dites pourquoi c’est autre chose (C).</translation>
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
        <source>Something did not work ({code}).</source>
        <translation>Quelque chose n’a pas marché ({code}).</translation>
    </message>
    <message>
        <source>Copy the details for whoever looks after Vigie.</source>
        <translation>Copiez les détails pour la personne qui s’occupe de Vigie.</translation>
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
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation>Second regard</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidés</translation>
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
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
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
        <source>a decision to keep</source>
        <translation>une décision de garder</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>une réponse</translation>
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
        <translation>envoi en cours</translation>
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
</TS>
