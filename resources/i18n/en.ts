<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AlikeCounted</name>
    <message numerus="yes">
        <source>%n exact</source>
        <translation>
            <numerusform>%n exact</numerusform>
            <numerusform>%n exact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another link</source>
        <translation>
            <numerusform>%n with another link</numerusform>
            <numerusform>%n with another link</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reworded</source>
        <translation>
            <numerusform>%n reworded</numerusform>
            <numerusform>%n reworded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more text(s)</source>
        <translation>
            <numerusform>Show %n more text</numerusform>
            <numerusform>Show %n more texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most typical of %n</source>
        <translation>
            <numerusform>Most typical of %n</numerusform>
            <numerusform>Most typical of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n other(s) stay</source>
        <translation>
            <numerusform>the other one stays</numerusform>
            <numerusform>the %n others stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is given to all %n alike, each logged by itself.</source>
        <translation>
            <numerusform>It is given to this one, logged by itself.</numerusform>
            <numerusform>It is given to all %n alike, each logged by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Category given to %n comment(s).</source>
        <translation>
            <numerusform>Category given to %n comment.</numerusform>
            <numerusform>Category given to %n comments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkCounted</name>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys act on the %n marked</source>
        <translation>
            <numerusform>Keys act on the marked one</numerusform>
            <numerusform>Keys act on the %n marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <comment>title</comment>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) decided</source>
        <translation>
            <numerusform>%n comment decided</numerusform>
            <numerusform>%n comments decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>go, on %n channel(s)</source>
        <translation>
            <numerusform>go, on %n channel</numerusform>
            <numerusform>go, on %n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decided here alone, on %n channel(s)</source>
        <translation>
            <numerusform>decided here, on %n channel</numerusform>
            <numerusform>decided here, on %n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n comment(s) looked at</source>
        <translation>
            <numerusform>of %n comment looked at</numerusform>
            <numerusform>of %n comments looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a second person first</source>
        <translation>
            <numerusform>%n needs a second person first</numerusform>
            <numerusform>%n need a second person first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) by hand, on the site</source>
        <translation>
            <numerusform>%n goes by hand, on the site</numerusform>
            <numerusform>%n go by hand, on the site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more would go with a reason</source>
        <translation>
            <numerusform>%n more would go with a reason</numerusform>
            <numerusform>%n more would go with a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>strike(s), for %n author(s)</source>
        <translation>
            <numerusform>strikes, for %n author</numerusform>
            <numerusform>strikes, for %n authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) of its budget</source>
        <translation>
            <numerusform>%n unit of its budget</numerusform>
            <numerusform>%n units of its budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read before</source>
        <translation>
            <numerusform>%n to read before</numerusform>
            <numerusform>%n to read before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that stay(s)</source>
        <translation>
            <numerusform>%n that stays</numerusform>
            <numerusform>%n that stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused when their turn came</source>
        <translation>
            <numerusform>%n refused when its turn came</numerusform>
            <numerusform>%n refused when their turn came</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are</source>
        <translation>
            <numerusform>%n left as it is</numerusform>
            <numerusform>%n left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back</source>
        <translation>
            <numerusform>%n could not be taken back</numerusform>
            <numerusform>%n could not be taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectCounted</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %n day(s)</source>
        <translation>
            <numerusform>The sign-in ends in %n day</numerusform>
            <numerusform>The sign-in ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First import: %n comment(s) so far</source>
        <translation>
            <numerusform>First import: %n comment so far</numerusform>
            <numerusform>First import: %n comments so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is connected: %n comment(s) came in</source>
        <translation>
            <numerusform>{name} is connected: %n comment came in</numerusform>
            <numerusform>{name} is connected: %n comments came in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n alike</numerusform>
            <numerusform>%n alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s)</source>
        <translation>
            <numerusform>%n author</numerusform>
            <numerusform>%n authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n post(s)</source>
        <translation>
            <numerusform>on %n post</numerusform>
            <numerusform>on %n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strike(s)</source>
        <translation>
            <numerusform>%n strike</numerusform>
            <numerusform>%n strikes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) up to date</source>
        <translation>
            <numerusform>%n channel up to date</numerusform>
            <numerusform>%n channels up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) to send</source>
        <translation>
            <numerusform>%n action to send</numerusform>
            <numerusform>%n actions to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided today</source>
        <translation>
            <numerusform>%n decided today</numerusform>
            <numerusform>%n decided today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fill</source>
        <translation>
            <numerusform>%n field to fill</numerusform>
            <numerusform>%n fields to fill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait</source>
        <translation>
            <numerusform>%n action waits</numerusform>
            <numerusform>%n actions wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait for your word</source>
        <translation>
            <numerusform>%n action waits for your word</numerusform>
            <numerusform>%n actions wait for your word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) failed</source>
        <translation>
            <numerusform>%n action failed</numerusform>
            <numerusform>%n actions failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n comment(s)</source>
        <translation>
            <numerusform>Reading %n comment</numerusform>
            <numerusform>Reading %n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at %n point(s)</source>
        <translation>
            <numerusform>at %n point</numerusform>
            <numerusform>at %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailCounted</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier: show</source>
        <translation>
            <numerusform>%n earlier: show</numerusform>
            <numerusform>%n earlier: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later: show</source>
        <translation>
            <numerusform>%n later: show</numerusform>
            <numerusform>%n later: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more answer(s): show</source>
        <translation>
            <numerusform>%n more answer: show</numerusform>
            <numerusform>%n more answers: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier step(s): show</source>
        <translation>
            <numerusform>%n earlier step: show</numerusform>
            <numerusform>%n earlier steps: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n actions</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>All %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseCounted</name>
    <message numerus="yes">
        <source>%n comment(s) with all versions</source>
        <translation>
            <numerusform>%n comment with all its versions</numerusform>
            <numerusform>%n comments with all their versions</numerusform>
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
            <numerusform>%n begun reply</numerusform>
            <numerusform>%n begun replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strike(s)</source>
        <translation>
            <numerusform>%n strike</numerusform>
            <numerusform>%n strikes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) or reply(ies) kept with decisions</source>
        <translation>
            <numerusform>%n reason or reply kept with decisions</numerusform>
            <numerusform>%n reasons or replies kept with decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the log</source>
        <translation>
            <numerusform>%n entry of the log</numerusform>
            <numerusform>%n entries of the log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) about this person are on their way. Let them go or undo them first.</source>
        <translation>
            <numerusform>%n action about this person is on its way. Let it go or undo it first.</numerusform>
            <numerusform>%n actions about this person are on their way. Let them go or undo them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) who wrote in no other channel</source>
        <translation>
            <numerusform>%n author who wrote in no other channel</numerusform>
            <numerusform>%n authors who wrote in no other channel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call off %n action(s) that were decided and not carried out</source>
        <translation>
            <numerusform>Call off %n action that was decided and not carried out</numerusform>
            <numerusform>Call off %n actions that were decided and not carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps carried out</source>
        <translation>
            <numerusform>%n perhaps carried out</numerusform>
            <numerusform>%n perhaps carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a second person</source>
        <translation>
            <numerusform>%n waiting for a second person</numerusform>
            <numerusform>%n waiting for a second person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n comment(s) erased</source>
        <translation>
            <numerusform>{done} of %n comment erased</numerusform>
            <numerusform>{done} of %n comments erased</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormCounted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) off</source>
        <translation>
            <numerusform>%n rule off</numerusform>
            <numerusform>%n rules off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n comment(s) together</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s)</source>
        <translation>
            <numerusform>%n stands</numerusform>
            <numerusform>%n stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back all %n that can be</source>
        <translation>
            <numerusform>Takes back the one that can be</numerusform>
            <numerusform>Takes back all %n that can be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{key} once more takes %n decision(s) back together.</source>
        <translation>
            <numerusform>{key} once more takes %n decision back.</numerusform>
            <numerusform>{key} once more takes %n decisions back together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) taken back.</source>
        <translation>
            <numerusform>%n decision taken back.</numerusform>
            <numerusform>%n decisions taken back.</numerusform>
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
            <numerusform>%n action waits here and leaves when it is back.</numerusform>
            <numerusform>%n actions wait here and leave when it is back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait.</source>
        <translation>
            <numerusform>%n action waits.</numerusform>
            <numerusform>%n actions wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyCounted</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of your settings file cannot stand: see Settings, Keys</source>
        <translation>
            <numerusform>%n key of your settings file cannot stand: see Settings, Keys</numerusform>
            <numerusform>%n keys of your settings file cannot stand: see Settings, Keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyCounted</name>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n thing to mend</numerusform>
            <numerusform>%n things to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>draft, %n line(s) changed</source>
        <translation>
            <numerusform>draft, %n line changed</numerusform>
            <numerusform>draft, %n lines changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) missing</source>
        <translation>
            <numerusform>%n point missing</numerusform>
            <numerusform>%n points missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s), all hold</source>
        <translation>
            <numerusform>%n test, it holds</numerusform>
            <numerusform>%n tests, all hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) do not hold</source>
        <translation>
            <numerusform>%n test does not hold</numerusform>
            <numerusform>%n tests do not hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n open comment</numerusform>
            <numerusform>%n open comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyCounted</name>
    <message numerus="yes">
        <source>Search %n template(s)</source>
        <translation>
            <numerusform>Search %n template</numerusform>
            <numerusform>Search %n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to check</source>
        <translation>
            <numerusform>%n word to check</numerusform>
            <numerusform>%n words to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsCounted</name>
    <message numerus="yes">
        <source>Over %n day(s)</source>
        <translation>
            <numerusform>Over %n day</numerusform>
            <numerusform>Over %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n more comment(s)* would be hidden</source>
        <translation>
            <numerusform>*%n more comment* would be hidden</numerusform>
            <numerusform>*%n more comments* would be hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n* would no longer be</source>
        <translation>
            <numerusform>*%n* would no longer be</numerusform>
            <numerusform>*%n* would no longer be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n comment(s)* would be hidden</source>
        <translation>
            <numerusform>*%n comment* would be hidden</numerusform>
            <numerusform>*%n comments* would be hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n protected comment(s)* would be proposed for hiding.</source>
        <translation>
            <numerusform>*%n protected comment* would be proposed for hiding.</numerusform>
            <numerusform>*%n protected comments* would be proposed for hiding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of these comments was decided about: the figures say little yet.</source>
        <translation>
            <numerusform>Only %n of these comments was decided about: the figures say little yet.</numerusform>
            <numerusform>Only %n of these comments were decided about: the figures say little yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your decisions was made under an earlier policy.</source>
        <translation>
            <numerusform>%n of your decisions was made under an earlier policy.</numerusform>
            <numerusform>%n of your decisions were made under an earlier policy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody decided about %n comment: it has no label and counts for no agreement.</source>
        <translation>
            <numerusform>Nobody decided about %n comment: it has no label and counts for no agreement.</numerusform>
            <numerusform>Nobody decided about %n comments: they have no label and count for no agreement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was hidden then: what came after it might have been otherwise.</source>
        <translation>
            <numerusform>%n comment was hidden then: what came after it might have been otherwise.</numerusform>
            <numerusform>%n comments were hidden then: what came after them might have been otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was read by another engine or version than most.</source>
        <translation>
            <numerusform>%n comment was read by another engine or version than most.</numerusform>
            <numerusform>%n comments were read by another engine or version than most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment has no verdict: rules on scores cannot see it.</source>
        <translation>
            <numerusform>%n comment has no verdict: rules on scores cannot see it.</numerusform>
            <numerusform>%n comments have no verdict: rules on scores cannot see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>*%n* would be treated otherwise</source>
        <translation>
            <numerusform>*%n* would be treated otherwise</numerusform>
            <numerusform>*%n* would be treated otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n comment(s) seen so far</source>
        <translation>
            <numerusform>Of %n comment seen so far</numerusform>
            <numerusform>Of %n comments seen so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment was proposed for under another active policy and is left out.</source>
        <translation>
            <numerusform>%n comment was proposed for under another active policy and is left out.</numerusform>
            <numerusform>%n comments were proposed for under another active policy and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from v{number} in force</source>
        <translation>
            <numerusform>%n difference from v{number} in force</numerusform>
            <numerusform>%n differences from v{number} in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionCounted</name>
    <message numerus="yes">
        <source>%n untouched comment(s)</source>
        <translation>
            <numerusform>%n untouched comment</numerusform>
            <numerusform>%n untouched comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided comment(s)</source>
        <translation>
            <numerusform>%n decided comment</numerusform>
            <numerusform>%n decided comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) without comments</source>
        <translation>
            <numerusform>%n author without comments</numerusform>
            <numerusform>%n authors without comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as evidence</source>
        <translation>
            <numerusform>%n kept as evidence</numerusform>
            <numerusform>%n kept as evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still under way</source>
        <translation>
            <numerusform>%n still under way</numerusform>
            <numerusform>%n still under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) blocked or kept</source>
        <translation>
            <numerusform>%n author blocked or kept</numerusform>
            <numerusform>%n authors blocked or kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) gone in all; how many of which day stays.</source>
        <translation>
            <numerusform>%n comment gone in all; how many of which day stays.</numerusform>
            <numerusform>%n comments gone in all; how many of which day stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erasing now: %n comment(s) gone so far.</source>
        <translation>
            <numerusform>Erasing now: %n comment gone so far.</numerusform>
            <numerusform>Erasing now: %n comments gone so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamCounted</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do on the site</source>
        <translation>
            <numerusform>%n to do on the site</numerusform>
            <numerusform>%n to do on the site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewCounted</name>
    <message numerus="yes">
        <source>The newest %n of more</source>
        <translation>
            <numerusform>The newest %n of more</numerusform>
            <numerusform>The newest %n of more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in a note</source>
        <translation>
            <numerusform>%n found in a note</numerusform>
            <numerusform>%n found in notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in our replies</source>
        <translation>
            <numerusform>%n found in our replies</numerusform>
            <numerusform>%n found in our replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found by author</source>
        <translation>
            <numerusform>%n found by author</numerusform>
            <numerusform>%n found by author</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WellbeingCounted</name>
    <message numerus="yes">
        <source>You have read %n harsh text(s) today</source>
        <translation>
            <numerusform>You have read %n harsh text today</numerusform>
            <numerusform>You have read %n harsh texts today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n you opted out of</source>
        <translation>
            <numerusform>+%n you opted out of</numerusform>
            <numerusform>+%n you opted out of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The team read %n harsh text(s) today.</source>
        <translation>
            <numerusform>The team read %n harsh text today.</numerusform>
            <numerusform>The team read %n harsh texts today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s), manifestly illegal</source>
        <translation>
            <numerusform>%n comment, manifestly illegal</numerusform>
            <numerusform>%n comments, manifestly illegal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) ask for a second person</source>
        <translation>
            <numerusform>%n decision asks for a second person</numerusform>
            <numerusform>%n decisions ask for a second person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) want a new sign-in</source>
        <translation>
            <numerusform>%n channel wants a new sign-in</numerusform>
            <numerusform>%n channels want a new sign-in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) proposed or declared</source>
        <translation>
            <numerusform>%n incident proposed or declared</numerusform>
            <numerusform>%n incidents proposed or declared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manifestly illegal or late</source>
        <translation>
            <numerusform>%n manifestly illegal or late</numerusform>
            <numerusform>%n manifestly illegal or late</numerusform>
        </translation>
    </message>
</context>
</TS>
