<?php
// A must-use plugin: what a test switches on and off by files beside WordPress, and routes that only tests need.
// Everything here hangs on WordPress's own filters and actions; the comments API itself is untouched.
function test_switch(string $name): bool
{
    clearstatcache();
    return file_exists(WP_CONTENT_DIR . "/switch-$name");
}
add_filter('rest_allow_anonymous_comments', '__return_true');
if (!test_switch('flood')) {
    remove_action('check_comment_flood', 'check_comment_flood_db', 10);
    add_filter('wp_is_comment_flood', '__return_false', 99);
}
add_filter('rest_comment_trashable', fn ($can) => $can && !test_switch('no-trash'));
// The comment is stored, its answer not yet sent: time enough to end the server in between.
add_action('wp_insert_comment', function () {
    if (test_switch('hold')) {
        touch(WP_CONTENT_DIR . '/switch-held');
        sleep(60);
    }
});
// What changed, by whom, in order: one JSON array a line, [time, user, what, comment, from, to, parent].
function test_journal(...$what): void
{
    $line = json_encode([microtime(true), get_current_user_id(), ...$what]) . "\n";
    file_put_contents(WP_CONTENT_DIR . '/journal.jsonl', $line, FILE_APPEND | LOCK_EX);
}
add_action('wp_insert_comment', function ($id, $comment) {
    test_journal('written', (int) $id, '', $comment->comment_content, (int) $comment->comment_parent);
}, 5, 2);
add_action('transition_comment_status', function ($new, $old, $comment) {
    test_journal('status', (int) $comment->comment_ID, $old, $new, 0);
}, 5, 3);
add_action('deleted_comment', function ($id) {
    test_journal('deleted', (int) $id, '', '', 0);
}, 5, 1);
add_action('rest_api_init', function () {
    $open = ['permission_callback' => '__return_true'];
    // Many comments at once: {"post": 7, "count": 250, "status": "1"}; answers with their numbers.
    register_rest_route('test/v1', '/many', $open + ['methods' => 'POST', 'callback' => function ($request) {
        $made = [];
        for ($n = 0; $n < $request['count']; $n++) {
            $made[] = wp_insert_comment([
                'comment_post_ID' => $request['post'], 'comment_author' => "Guest $n",
                'comment_author_email' => "guest$n@mail.test", 'comment_content' => "comment $n",
                'comment_approved' => (string) $request['status'], 'comment_author_IP' => '203.0.113.9',
            ]);
        }
        return $made;
    }]);
    // Every comment there is, as the database has it.
    register_rest_route('test/v1', '/all', $open + ['methods' => 'GET', 'callback' => function () {
        global $wpdb;
        return $wpdb->get_results("SELECT comment_ID AS id, comment_approved AS status, comment_content AS text,
            comment_parent AS parent, comment_author AS author, user_id AS user FROM $wpdb->comments");
    }]);
    // How many comments stand under each status, as the database has it.
    register_rest_route('test/v1', '/counts', $open + ['methods' => 'GET', 'callback' => function () {
        global $wpdb;
        $rows = $wpdb->get_results("SELECT comment_approved AS s, COUNT(*) AS n FROM $wpdb->comments GROUP BY s");
        return array_column($rows, 'n', 's') ?: new stdClass();
    }]);
});
