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
        <source>Saved replies and statements</source>
        <translation>Réponses enregistrées et déclarations</translation>
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
        <source>Next thing to mend</source>
        <translation>Prochain point à corriger</translation>
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
        <source>Go on</source>
        <translation>Continuer</translation>
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
        <source>Agree</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Do not agree</source>
        <translation>Pas d’accord</translation>
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
        <source>Log exported</source>
        <translation>Journal exporté</translation>
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
        <source>Author erased</source>
        <translation>Auteur effacé</translation>
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
        <translation>Annulation : {action}</translation>
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
        <source>seen since {month}</source>
        <translation>vu depuis {month}</translation>
    </message>
    <message>
        <source>blocked · {since}</source>
        <translation>bloqué · {since}</translation>
    </message>
    <message>
        <source>muted · {since}</source>
        <translation>en sourdine · {since}</translation>
    </message>
    <message>
        <source>Ladder, over {days}</source>
        <translation>Échelle, sur {days}</translation>
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
        <source>Team notes</source>
        <translation>Notes de l’équipe</translation>
    </message>
</context>
<context>
    <name>Automatic</name>
    <message>
        <source>It stays hidden, by your decision. Nothing is sent again. A violation counts as a strike.</source>
        <extracomment>Actions of the window that the console knows under another name.</extracomment>
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
    <name>ChannelAdd</name>
    <message>
        <source>The handle is missing.</source>
        <translation>Il manque l’identifiant.</translation>
    </message>
    <message>
        <source>The app password is missing.</source>
        <translation>Il manque le mot de passe d’application.</translation>
    </message>
    <message>
        <source>A name has letters, and no colon.</source>
        <translation>Un nom comporte des lettres, et pas de deux-points.</translation>
    </message>
    <message>
        <source>The answer of the server is awaited.</source>
        <translation>La réponse du serveur est attendue.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Test the sign-in</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Your Bluesky account</source>
        <translation>Votre compte Bluesky</translation>
    </message>
    <message>
        <source>What this account can do from here</source>
        <translation>Ce que ce compte peut faire d’ici</translation>
    </message>
    <message>
        <source>Nothing is posted while you connect.</source>
        <translation>Rien n’est publié pendant la connexion.</translation>
    </message>
    <message>
        <source>Make an app password on the site: Settings, Privacy and security, App passwords. It can be taken back alone.</source>
        <translation>Créez un mot de passe d’application sur le site : Paramètres, Vie privée et sécurité, Mots de passe d’application. Il se révoque seul.</translation>
    </message>
    <message>
        <source>The sign-in was accepted just now. The queue shows only what works.</source>
        <translation>La connexion vient d’être acceptée. La file ne montre que ce qui fonctionne.</translation>
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
        <source>What this account can do</source>
        <translation>Ce que ce compte peut faire</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
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
        <source>Kept in the system keyring, never in a file</source>
        <translation>Gardé dans le trousseau du système, jamais dans un fichier</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>Nom ici</translation>
    </message>
    <message>
        <source>How your team calls this channel; empty takes the handle’s first word</source>
        <translation>Comment votre équipe appelle ce canal ; vide, le premier mot de l’identifiant</translation>
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
        <source>@{handle}, on {server}</source>
        <translation>@{handle}, sur {server}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Connecting an account needs a lead.</source>
        <translation>Connecter un compte demande un lead.</translation>
    </message>
    <message>
        <source>Replies, mentions and quotes of your account; reply, hide, report, block and mute from here.</source>
        <translation>Réponses, mentions et citations de votre compte ; répondre, masquer, signaler, bloquer et mettre en sourdine d’ici.</translation>
    </message>
    <message>
        <source>A simulated platform on this machine, with an invented brand. Nothing leaves.</source>
        <translation>Une plateforme simulée sur cette machine, avec une marque inventée. Rien ne sort.</translation>
    </message>
    <message>
        <source>CSV or JSON Lines from another tool. You see the plan before anything is read in.</source>
        <translation>CSV ou JSON Lines d’un autre outil. Vous voyez le plan avant que rien ne soit lu.</translation>
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
    <message>
        <source>Change the details</source>
        <translation>Modifier</translation>
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
        <source>From what is known of the platform; each comment may allow less.</source>
        <translation>D’après ce qu’on sait de la plateforme ; un commentaire peut permettre moins.</translation>
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
        <source>— none —</source>
        <translation>— aucune —</translation>
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
        <translation>Un nom comporte des lettres, et pas de deux-points.</translation>
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
        <source>Its app password is deleted from the keyring.</source>
        <translation>Son mot de passe d’application est effacé du trousseau.</translation>
    </message>
    <message>
        <source>Its comments, decisions and the log stay.</source>
        <translation>Ses commentaires, les décisions et le journal restent.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Remove the channel</source>
        <translation>Retirer le canal</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>What each action does there</source>
        <translation>Ce que fait chaque action là-bas</translation>
    </message>
    <message>
        <source>From what is known of the platform; each comment may allow less.</source>
        <translation>D’après ce qu’on sait de la plateforme ; un commentaire peut permettre moins.</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>undo deletes our reply</source>
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
        <source>public, in our name</source>
        <translation>public, en notre nom</translation>
    </message>
    <message>
        <source>takes our like away</source>
        <translation>retire notre j’aime</translation>
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
        <source>Since then nothing comes in. This is not the same as calm. Add the channel again with a new app password.</source>
        <translation>Depuis, rien n’arrive. Ce n’est pas la même chose que le calme. Ajoutez à nouveau le canal avec un nouveau mot de passe d’application.</translation>
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
</context>
<context>
    <name>ChannelsView</name>
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
    <name>Classifier</name>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
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
        <source>installed</source>
        <translation>installé</translation>
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
    <name>Decide</name>
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
        <translation>La liste a bougé. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Note gardée.</translation>
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
        <source>Undone: {action}</source>
        <translation>Annulé : {action}</translation>
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
    <name>DetailView</name>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
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
    <message>
        <source>reads as: </source>
        <translation>se lit : </translation>
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
        <source>The step was taken back; a backup lies beside the file.</source>
        <translation>L’étape a été annulée ; une sauvegarde est à côté du fichier.</translation>
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
        <source>This machine has no keyring to keep the app password in.</source>
        <translation>Cette machine n’a pas de trousseau où garder le mot de passe d’application.</translation>
    </message>
    <message>
        <source>The channel works until Vigie is closed; the password was written nowhere.</source>
        <translation>Le canal fonctionne jusqu’à la fermeture de Vigie ; le mot de passe n’a été écrit nulle part.</translation>
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
        <source>The server does not accept this handle with this app password.</source>
        <translation>Le serveur refuse cet identifiant avec ce mot de passe d’application.</translation>
    </message>
    <message>
        <source>Look at the handle, make a new app password on the site, then test again.</source>
        <translation>Vérifiez l’identifiant, créez un nouveau mot de passe d’application sur le site, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>The sign-in lacks a permission.</source>
        <translation>Il manque une permission à la connexion.</translation>
    </message>
    <message>
        <source>Make an app password with that permission, then test again.</source>
        <translation>Créez un mot de passe d’application avec cette permission, puis testez à nouveau.</translation>
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
        <source>There is no such account on this server.</source>
        <translation>Ce compte n’existe pas sur ce serveur.</translation>
    </message>
    <message>
        <source>Look at handle and server, then test again.</source>
        <translation>Vérifiez identifiant et serveur, puis testez à nouveau.</translation>
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
        <source>Write it like https://bsky.social.</source>
        <translation>Écrivez-la comme https://bsky.social.</translation>
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
        <source>This is no handle.</source>
        <translation>Ce n’est pas un identifiant.</translation>
    </message>
    <message>
        <source>Write it like brand.bsky.social.</source>
        <translation>Écrivez-le comme marque.bsky.social.</translation>
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
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Decide, one key</source>
        <translation>Décider, une touche</translation>
    </message>
    <message>
        <source>Two keys, reasons, looking</source>
        <translation>Deux touches, motifs, regard</translation>
    </message>
    <message>
        <source>Write and the rest</source>
        <translation>Écrire, et le reste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
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
        <source>{holder} has it. Take over: A</source>
        <translation>{holder} l’a réservé. Reprendre : A</translation>
    </message>
    <message>
        <source>This is on its way already.</source>
        <translation>C’est déjà en route.</translation>
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
        <source>This comment</source>
        <translation>Ce commentaire</translation>
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
        <source>What would you like to do?</source>
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
        <translation>verdict du classifieur</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>whom it is aimed at</source>
        <translation>personne visée</translation>
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
        <source>All channels</source>
        <translation>Tous les canaux</translation>
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
        <source>Searched the texts of this view.</source>
        <translation>Cherché dans les textes de cette vue.</translation>
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
        <source>This one may not be sent here.</source>
        <translation>Celle-ci ne peut pas être envoyée ici.</translation>
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
        <source>These fields fill themselves: {known}. {{date}} is the day of the comment, {{today}} the day of the answer. Any other word in braces is a field that a person fills before the reply can leave.</source>
        <translation>Ces champs se remplissent seuls : {known}. {{date}} est le jour du commentaire, {{today}} celui de la réponse. Tout autre mot entre accolades est un champ à remplir avant l’envoi.</translation>
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
        <source>{lengths}, before its fields are filled</source>
        <translation>{lengths}, champs non remplis</translation>
    </message>
    <message>
        <source>This needs a lead.</source>
        <translation>Il faut un lead.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
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
        <translation>Serrées</translation>
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
        <translation>Vous agissez sous le nom {name}, {role}.</translation>
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
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Called off by the console before it was sent</source>
        <translation>Annulé par la console avant l’envoi</translation>
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
        <source>Changed by the author; the older text is kept</source>
        <translation>Modifié par l’auteur ; l’ancien texte est gardé</translation>
    </message>
    <message>
        <source>Classed as {category} · engine {engine} {version}</source>
        <translation>Classé {category} · moteur {engine} {version}</translation>
    </message>
    <message>
        <source>First seen by the console</source>
        <translation>Vu pour la première fois par la console</translation>
    </message>
    <message>
        <source>Posted on {platform}</source>
        <translation>Publié sur {platform}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search the texts</source>
        <translation>Chercher dans les textes</translation>
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
        <source>Auto-hidden</source>
        <translation>Masqués d’office</translation>
    </message>
</context>
<context>
    <name>Why</name>
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
</TS>
