<?php
// Run once by scripts/wordpress.mjs, on PHP's command line in the folder of WordPress: installs the site, its users and the plugin.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = getenv( 'SITE_HOST' );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'A clinic', 'administrator', 'admin@site.example', false, '', getenv( 'SITE_PASSWORD' ) );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => getenv( 'SITE_PASSWORD' ), 'user_email' => 'author@site.example', 'role' => 'author' ) );
update_option( 'active_plugins', array( 'human-connect/human-connect.php' ) );
update_option( 'template', 'plain' );
update_option( 'stylesheet', 'plain' );
update_option( 'human_connect_client_id', getenv( 'CLIENT_ID' ) );
update_option( 'human_connect_client_secret', getenv( 'CLIENT_SECRET' ) );
update_option( 'human_connect_within', 'main' );
echo 'WordPress ' . get_bloginfo( 'version' );
