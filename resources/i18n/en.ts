<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
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
</TS>
