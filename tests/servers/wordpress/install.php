<?php
// Installs WordPress without a browser and prints its accounts with application passwords as one JSON object.
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('SITE_PORT');
$_SERVER['REQUEST_URI'] = '/';
define('WP_INSTALLING', true);
require getenv('SITE_ROOT') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true'); // nothing leaves this machine
wp_install('The kettle blog', 'admin', 'admin@mail.test', true, '', 'admin-password');
update_option('permalink_structure', getenv('SITE_PLAIN') ? '' : '/%postname%/');
// Visitors' comments appear at once, unless a test says otherwise.
update_option('comment_moderation', '0');
update_option('comment_previously_approved', '0');
wp_delete_comment(1, true); // the one that every new site begins with
$roles = ['admin' => 'administrator', 'mod' => 'editor', 'writer' => 'author', 'fan' => 'subscriber', 'hasty' => 'subscriber'];
$accounts = [];
foreach ($roles as $name => $role) {
    $id = username_exists($name) ?: wp_insert_user([
        'user_login' => $name, 'user_pass' => "$name-password", 'user_email' => "$name@mail.test", 'role' => $role,
        'display_name' => ucfirst($name),
    ]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'console']);
    $accounts[$name] = ['id' => $id, 'secret' => WP_Application_Passwords::chunk_password($password)];
}
echo json_encode(['version' => $GLOBALS['wp_version'], 'accounts' => $accounts]), "\n";
